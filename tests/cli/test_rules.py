"""`passport rules` and `passport explain`, and the documentation that is made from the rules."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from passportkit.rules.registry import RULES
from tests.conftest import Passport

DOCS = Path(__file__).parents[2] / "docs"
MANUALS = {"en": DOCS / "rules.md", "ru": DOCS / "ru" / "rules.md"}


def test_the_rules_are_listed_with_severity_and_a_line_each(passport: Passport) -> None:
    ended = passport("rules", "--lang", "en", COLUMNS="200")
    assert (ended.code, ended.err) == (0, "")
    names = [line.split()[0] for line in ended.lines if not line.startswith(" ")]
    assert names == [rule.name for rule in RULES]
    line = next(line for line in ended.lines if line.startswith("costs-total "))
    assert line.split(None, 2)[1:] == [
        "error",
        "the total of the costs is not the sum of their lines",
    ]


def test_the_rules_are_listed_in_russian(passport: Passport) -> None:
    ended = passport("rules", COLUMNS="200")
    line = next(line for line in ended.lines if line.startswith("act-without-date "))
    assert line.split(None, 2)[1:] == ["предупреждение", "правовой акт назван без даты"]
    plain = re.sub(r"`[^`]*`|^[a-z-]+", "", ended.out, flags=re.MULTILINE)
    assert set(re.findall("[A-Za-z]{2,}", plain)) <= {"YAML", "Word"}


@pytest.mark.parametrize("width", ["40", "80", "120"])
@pytest.mark.parametrize("command", [["rules"], ["explain", "personal-contact"]])
def test_the_lines_fit_the_terminal(passport: Passport, command: list[str], width: str) -> None:
    lines = [line for line in passport(*command, COLUMNS=width).lines if line[:4] != "    "]
    assert max(map(len, lines)) <= min(int(width), 100)


def test_a_rule_is_explained(passport: Passport) -> None:
    ended = passport("explain", "period-reversed", "--lang", "en")
    assert ended.code == 0
    assert (
        ended.out
        == """\
period-reversed (error)

A period ends before it begins.

Two dates or years have changed places, or a year has a slip in it. Such an
application is returned without being read further.

Wrong:

    period: 01.09.2020 – 31.05.2019

Right:

    period: 01.09.2019 – 31.05.2020
"""
    )


def test_a_rule_is_explained_in_russian(passport: Passport) -> None:
    assert (
        passport("explain", "period-reversed").out
        == """\
period-reversed (ошибка)

Срок кончается раньше, чем начинается.

Две даты или два года поменялись местами, или в годе описка. Такую заявку
возвращают, не читая дальше.

Неверно:

    period: 01.09.2020 – 31.05.2019

Верно:

    period: 01.09.2019 – 31.05.2020
"""
    )


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_is_explained(passport: Passport, rule) -> None:
    ended = passport("explain", rule.name, "--lang", "en")
    assert ended.code == 0
    assert all(line in ended.out for line in (rule.bad + rule.good).splitlines())


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("cost-total", "there is no rule “cost-total”; did you mean “costs-total”?"),
        ("INN_checksum", "there is no rule “INN_checksum”; did you mean “inn-checksum”?"),
        ("qwerty", "there is no rule “qwerty”; `passport rules` lists them"),
    ],
)
def test_a_rule_that_there_is_none_of_is_refused(passport: Passport, name, message) -> None:
    ended = passport("explain", name, "--lang", "en")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == f"passport: {message}\n"


@pytest.mark.parametrize("language", MANUALS)
def test_the_documentation_is_what_the_rules_say(passport: Passport, language: str) -> None:
    made = passport("rules", "--markdown", "--lang", language)
    kept = MANUALS[language].read_text(encoding="utf-8")
    assert made.out == kept, f"{MANUALS[language]} is stale: run `make generate`"
