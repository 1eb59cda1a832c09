"""Which findings count: text in, `line:column rule` out, under settings, options and comments."""

from __future__ import annotations

import pytest

from passportkit.errors import CannotGoOn
from passportkit.findings import Severity
from passportkit.forms import Catalogue
from passportkit.rules import Examined, examine
from passportkit.rules.registry import RULES
from passportkit.rules.selection import ALL, ALWAYS, Selection, selection, wrong_settings
from passportkit.source import read

HEAD = "passport: 1\ntitle: Клуб соседей\n"


def examined(text: str, chosen: Selection = ALL) -> Examined:
    return examine(read(text.encode(), "клуб.yaml"), [], catalogue=Catalogue(), chosen=chosen)


def found(text: str, chosen: Selection = ALL) -> list[str]:
    findings = examined(text, chosen).findings
    return [f"{each.place.line}:{each.place.column} {each.rule}" for each in findings if each.place]


def advised(text: str) -> list[str]:
    return [f"{each.message}; {each.help}" for each in examined(text).findings]


# --- comments -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        # at the end of the line
        "sumary: а  # passport: ignore[unknown-field]\n",
        "sumary: а\t#passport:ignore[unknown-field]\n",
        "sumary: а  # passport: ignore [ unknown-field ] нужно для отчёта\n",
        "sumary: а  # так надо # passport: ignore[unknown-field]\n",
        "contacts: [{name: а, fone: б},  # passport: ignore[unknown-field]\n]\n",
        # several names
        "sumary: а  # passport: ignore[unknown-field, unplaced-text]\nunplaced: []",
        # behind the sign of a block, and before and behind texts of several lines
        "sumary: |  # passport: ignore[unknown-field]\n  а\n",
        "sumary: >-   # passport: ignore[unknown-field]\n\n  а\n  б\n\n",
        "sumary: 'а\n  б'  # passport: ignore[unknown-field]\n",
        # on a line of its own
        "# passport: ignore[unknown-field]\nsumary: а\n",
        "   # passport: ignore[unknown-field]\n\n# и ещё\nsumary: а\n",
        "contacts:\n  # passport: ignore[unknown-field]\n  - fone: б\n",
        # other ends of lines
        "# passport: ignore[unknown-field]\r\nsumary: а\r\n",
        "summary: а\x85# passport: ignore[unknown-field]\x85sumary: б\n",
        "summary: 'а\u2028б'\n# passport: ignore[unknown-field]\nsumary: 'а\u2028б'\n",
        "summary: 'а\u2028б'\nsumary: |  # passport: ignore[unknown-field]\n  а\u2028  б\n",
    ],
)
def test_a_comment_ignores_what_is_found_on_its_line_or_the_next(text: str) -> None:
    def rules(text: str) -> set[str]:
        return {each.split()[1] for each in found(HEAD + text)}

    assert "unknown-field" in rules(text.replace("ignore", "consider"))
    assert not {"unknown-field", "malformed-ignore"} & rules(text)


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        # another line, another rule
        (
            "# passport: ignore[unknown-field]\nsummary: а\nsumary: б\n",
            ["3:20 unused-ignore", "5:1 unknown-field"],
        ),
        (
            "sumary: а  # passport: ignore[wrong-type]\n",
            ["3:1 unknown-field", "3:31 unused-ignore"],
        ),
        # a line of its own holds for one line, not for what is indented below
        (
            "# passport: ignore[unknown-field]\ncontacts:\n- name: а\n  fone: 1\n",
            ["3:20 unused-ignore", "6:3 unknown-field"],
        ),
        # behind everything there is nothing
        ("# passport: ignore[unknown-field]\n", ["3:20 unused-ignore"]),
        # of several names, those that catch nothing
        (
            "sumary: а  # passport: ignore[wrong-type,unknown-field,unknown-form]\n",
            ["3:31 unused-ignore", "3:56 unused-ignore"],
        ),
    ],
)
def test_what_catches_nothing_is_found_itself(text: str, findings: list[str]) -> None:
    relevant = {"unknown-field", "unused-ignore", "wrong-type"}
    assert [each for each in found(HEAD + text) if each.split()[1] in relevant] == findings


@pytest.mark.parametrize(
    "text",
    [
        "summary: |\n  # passport: ignore[unknown-field]\n  # passport: ignore\n",
        "summary: >\n  а # passport: ignore[unknown-field]\n",
        "summary: 'а # passport: ignore[unknown-field]'\n",
        'summary: "а\n  # passport: ignore[unknown-field]"\n',
        "summary: а\n  б# passport: ignore[unknown-field]\n",
        "'# passport: ignore[unknown-field]': а\n",
    ],
)
def test_in_a_text_it_is_only_words(text: str) -> None:
    rules = [each.split()[1] for each in found(HEAD + text)]
    assert not {"unused-ignore", "malformed-ignore"} & set(rules)


@pytest.mark.parametrize(
    "comment",
    [
        "# passport: ignore",
        "# passport: ignore unknown-field",
        "# passport: ignore[]",
        "# passport: ignore[ , ]",
        "# passport: ignore[unknown-field",
        "# passport: ignore(unknown-field)",
        "# passport: ignore[unknown-field]]",
    ],
)
def test_a_comment_that_names_no_rule_hides_nothing_and_is_found(comment: str) -> None:
    findings = found(f"{HEAD}sumary: вот  {comment}\n")
    assert findings == ["3:1 unknown-field", "3:14 malformed-ignore"]


@pytest.mark.parametrize(
    "comment",
    [
        "# passport: 1",
        "# passport: ignored things",
        "# passport validate ignores this",
        "# https://example.org/#passport:ignore[x]",
    ],
)
def test_other_comments_are_left_alone(comment: str) -> None:
    assert found(f"{HEAD}summary: Вот они.  {comment}\n") == found(f"{HEAD}summary: Вот они.\n")


def test_before_the_first_key_it_holds_for_the_whole_file() -> None:
    text = "# Наш клуб\n# passport: ignore[unknown-field]\n\n" + HEAD + "sumary: а\ngaols: б\n"
    assert found(text) == []
    assert found("---\n" + text) == []


def test_what_stands_before_nothing_that_is_wrong_is_unused() -> None:
    assert found("# passport: ignore[unknown-field]\n" + HEAD) == ["1:20 unused-ignore"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("unknown-feild", "did you mean “unknown-field”?"),
        ("что-то", "`passport rules` lists them"),
        ("yaml-syntax", "`yaml-syntax` is always an error"),
        ("unknown-field", "delete the comment, or move it to the line that is meant"),
    ],
)
def test_an_unused_comment_comes_with_advice(name: str, said: str) -> None:
    assert advised(f"{HEAD}summary: Вот они.  # passport: ignore[{name}]\n") == [
        f"there is nothing of `{name}` to ignore here; {said}"
    ]


def test_unused_and_malformed_ones_are_warnings_that_settings_weigh() -> None:
    text = HEAD + "summary: Вот.  # passport: ignore[unknown-field]\n# passport: ignore\n"
    assert [f.severity for f in examined(text).findings] == [Severity.WARNING] * 2
    chosen = Selection({"unused-ignore": "off", "malformed-ignore": "error"})
    (left,) = examined(text, chosen).findings
    assert (left.rule, left.severity) == ("malformed-ignore", Severity.ERROR)


def test_a_rule_that_is_not_asked_leaves_its_comments_in_peace() -> None:
    text = HEAD + "summary: Вот.  # passport: ignore[wrong-type]\n"
    assert found(text) == ["3:35 unused-ignore"]
    assert found(text, Selection({"wrong-type": "off"})) == []
    assert found(text, Selection(without=frozenset({"wrong-type"}))) == []


def test_what_keeps_the_practice_from_being_made_cannot_be_ignored() -> None:
    comment = "  # passport: ignore[yaml-syntax,format-version,missing-field,wrong-type]\n"
    assert found("passport: 1" + comment + "title: [\n")[0].endswith("yaml-syntax")
    assert "1:11 format-version" in found("passport: 2" + comment + "title: а\n")
    assert "1:1 missing-field" in found("passport: 1" + comment)
    assert "2:8 wrong-type" in found("passport: 1\ntitle: [а]" + comment)


# --- settings and options -----------------------------------------------------------------

WRONG = HEAD + "sumary: а\nunplaced: [{text: б}]\n"


@pytest.mark.parametrize(
    ("chosen", "findings"),
    [
        (Selection(), ["3:1 unknown-field", "4:12 unplaced-text"]),
        (Selection({"unknown-field": "off"}), ["4:12 unplaced-text"]),
        (Selection(without=frozenset({"unknown-field"})), ["4:12 unplaced-text"]),
        (Selection(only=frozenset({"unplaced-text"})), ["4:12 unplaced-text"]),
        # the call goes before the settings, and leaving out before taking in
        (
            Selection({"unplaced-text": "off"}, only=frozenset({"unplaced-text"})),
            ["4:12 unplaced-text"],
        ),
        (
            Selection(only=frozenset({"unplaced-text"}), without=frozenset({"unplaced-text"})),
            [],
        ),
    ],
)
def test_findings_count_as_they_are_chosen(chosen: Selection, findings: list[str]) -> None:
    assert found(WRONG, chosen) == findings


def test_settings_say_what_a_finding_weighs() -> None:
    chosen = Selection({"unknown-field": "info", "unplaced-text": "error"})
    weights = {each.rule: each.severity for each in examined(WRONG, chosen).findings}
    assert weights["unknown-field"] is Severity.INFO
    assert weights["unplaced-text"] is Severity.ERROR


def test_a_rule_that_is_off_by_default_is_turned_on_by_settings_or_by_the_call() -> None:
    for rule in RULES:
        assert Selection().wants(rule.name) == rule.enabled
        assert Selection({rule.name: "info"}).wants(rule.name)
        assert Selection(only=frozenset({rule.name})).wants(rule.name)


def test_what_cannot_be_ignored_keeps_its_weight() -> None:
    chosen = Selection({"format-version": "off", "yaml-syntax": "info"}, only=frozenset({"x"}))
    for text in ("passport: 2\ntitle: а\n", "title: [\n"):
        assert [each.severity for each in examined(text, chosen).findings] == [Severity.ERROR]


@pytest.mark.parametrize(
    ("only", "without", "said"),
    [
        (["inn-cheksum"], [], "there is no rule “inn-cheksum”; did you mean “inn-checksum”?"),
        ([], ["Проверка"], "there is no rule “Проверка”; `passport rules` lists them"),
    ],
)
def test_a_name_that_no_rule_has_is_a_wrong_call(
    only: list[str], without: list[str], said: str
) -> None:
    with pytest.raises(CannotGoOn) as refused:
        selection({}, only, without)
    assert str(refused.value) == said


def test_settings_are_judged() -> None:
    levels = {"inn-checksum": "off", "inn-cheksum": "off", "yaml-syntax": "info"}
    levels |= {"toml-syntax": "error"}
    assert [(each.route, each.rule, str(each.message)) for each in wrong_settings(levels)] == [
        (("rules", "inn-cheksum"), "unknown-field", "there is no rule “inn-cheksum”"),
        (("rules", "yaml-syntax"), "wrong-type", "`yaml-syntax` is always an error"),
    ]


def test_what_cannot_be_ignored_are_rules() -> None:
    assert {rule.name for rule in RULES} >= ALWAYS
