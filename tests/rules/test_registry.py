"""The registry: every name that can be printed is in it, with true and whole documentation."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import passportkit
from passportkit.forms import Catalogue
from passportkit.language import translator
from passportkit.rules import examine, workspace_rules
from passportkit.rules.registry import BY_NAME, RULES, suggest_rule
from passportkit.rules.rule import Rule
from passportkit.source import read
from passportkit.workspace.workspace import read_workspace

PACKAGE = Path(passportkit.__file__).parent
KEBAB = re.compile(r"[a-z]+(-[a-z]+)+")
MAKERS = {"Finding", "misfit", "finding"}
"""What is called with the name of a rule as its first word."""

PARTIAL = {"missing-section", "empty-section"}


def test_each_name_stands_once():
    assert len(BY_NAME) == len(RULES)
    assert all(KEBAB.fullmatch(name) for name in BY_NAME)


def names_of_findings() -> Iterator[tuple[str, str]]:
    """Yield what findings are called, wherever in the program one is built."""
    for path in sorted(PACKAGE.glob("**/*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or _called(node) not in MAKERS:
                continue
            first = node.args[0] if node.args else None
            named = [each.value for each in node.keywords if each.arg == "rule"]
            for word in filter(None, [first, *named]):
                for constant in ast.walk(word):
                    if isinstance(constant, ast.Constant) and isinstance(constant.value, str):
                        yield constant.value, path.name


def _called(node: ast.Call) -> str:
    return node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")


def test_no_finding_has_a_name_that_the_registry_lacks():
    named = {each for each in names_of_findings() if KEBAB.fullmatch(each[0])}
    assert len(named) > 10
    assert {each for each in named if each[0] not in BY_NAME} == set()


def test_a_finding_without_a_constant_name_is_made_by_a_rule_only():
    """Whoever builds a finding of his own says its name there; the rest goes through `Rule`."""
    odd = []
    for path in sorted(PACKAGE.glob("**/*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _called(node) == "Finding" and node.args:
                constants = [
                    each for each in ast.walk(node.args[0]) if isinstance(each, ast.Constant)
                ]
                if not constants:
                    odd.append((path.name, ast.unparse(node.args[0])))
    allowed = {("rule.py", "self.name"), ("parse.py", "rule")}
    assert {each for each in odd if not re.search(r"\.name$", each[1])} <= allowed


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_has_its_documentation(rule: Rule):
    assert rule.finds
    assert not rule.finds.endswith(".")
    assert "\n" not in rule.finds + rule.why
    assert len(rule.finds) < 100
    assert rule.why.endswith(".")
    assert (rule.check is None) or rule.bad
    assert bool(rule.bad) == bool(rule.good)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_its_documentation_is_wholly_russian_in_russian(rule: Rule):
    russian = translator("ru")
    for words in map(russian, (rule.finds, rule.why)):
        plain = re.sub(r"`[^`]*`", "", words)
        assert set(re.findall("[A-Za-z]{2,}", plain)) <= {"YAML", "Word"}
        assert re.search("[а-я]", plain)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_its_documentation_is_english_in_english(rule: Rule):
    """Russian stands there only where words of a document are cited."""
    plain = re.sub(r"«[^»]*»|`[^`]*`|\b(чел|ед|шт)\.", "", rule.finds + rule.why)
    assert not re.search("[а-яё]", plain, re.IGNORECASE)


PRACTICE = [rule for rule in RULES if rule.bad and rule not in workspace_rules.RULES]

HERE = Path(__file__).parent
CATALOGUE = Catalogue([HERE / "forms"], facts=[HERE / "facts.yaml"])
"""The official forms, and those and the facts that examples of rules need besides."""


@pytest.mark.parametrize("rule", PRACTICE, ids=lambda rule: rule.name)
def test_the_bad_example_has_this_rule_and_no_other(rule: Rule):
    assert rules_in(rule, rule.bad) == {rule.name}


@pytest.mark.parametrize("rule", PRACTICE, ids=lambda rule: rule.name)
def test_the_good_example_has_none(rule: Rule):
    assert rules_in(rule, rule.good) == set()


def rules_in(rule: Rule, example: str) -> set[str]:
    """Return the rules that find something in an example, which may leave out the head."""
    whole = example.startswith("passport:")
    title = "" if example.startswith("title:") else "title: Клуб соседей\n"
    text = example if whole else f"passport: 1\n{title}{example}"
    source = read(text.encode(), "клуб.yaml")
    named = (source.data or {}).get("forms") or []
    forms = [CATALOGUE.form(name) for name in named if name in CATALOGUE.names()]
    found = examine(source, forms, catalogue=CATALOGUE).findings
    if rule.name in PARTIAL:  # of a form with many sections, one is meant
        return {each.rule for each in found if each.route == ("initiator",)}
    return {each.rule for each in found if not forms or each.rule != "missing-section"}


SETTINGS = [rule for rule in workspace_rules.RULES if rule.bad]


@pytest.mark.parametrize("rule", SETTINGS, ids=lambda rule: rule.name)
def test_examples_of_settings_are_true_too(tmp_path: Path, rule: Rule):
    file = tmp_path / "passport.toml"
    for example, expected in ((rule.bad, [rule.name]), (rule.good, [])):
        file.write_text(example, encoding="utf-8")
        source = read_workspace(tmp_path).source
        assert source is not None
        assert [each.rule for each in source.findings] == expected


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("cost-total", "did you mean “costs-total”?"),
        ("costs_total", "did you mean “costs-total”?"),
        ("INN-checksum", "did you mean “inn-checksum”?"),
        ("qwerty", "`passport rules` lists them"),
    ],
)
def test_a_name_that_is_almost_right_is_suggested(name, advice):
    assert str(suggest_rule(name)) == advice
