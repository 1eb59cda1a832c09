"""What is told of a file; the fingerprint of a finding: what keeps it, and what changes it."""

from __future__ import annotations

import pytest

from passportkit.findings import START, Finding, Place, Severity
from passportkit.language import say, translator
from passportkit.report.formats import FORMATS, printer
from passportkit.report.result import MOST_TOLD, CheckRun, marked, told
from passportkit.source import Source
from tests.report.conftest import CLUB, EMPTY_ITEM, UNKNOWN, WHOLE, checked


def prints(*findings: Finding, text: str = CLUB, path: str = "a.yaml") -> list[str]:
    file = checked(*findings, text=text, path=path)
    return [fingerprint for _finding, fingerprint in marked(file)]


def test_a_finding_that_has_moved_is_the_same() -> None:
    moved = EMPTY_ITEM._replace(route=("goals", 3), place=Place(5, 5, 5, 6))
    assert prints(EMPTY_ITEM) == prints(moved, text="# новое\n" + CLUB)


def test_other_words_for_the_reader_are_the_same_finding() -> None:
    assert prints(UNKNOWN) == prints(UNKNOWN._replace(message=WHOLE.message, help=WHOLE.message))


@pytest.mark.parametrize(
    "other",
    [
        UNKNOWN._replace(rule="wrong-type"),
        UNKNOWN._replace(route=("for", "note", "sumary")),
        UNKNOWN._replace(place=Place(4, 1, 4, 2)),
    ],
)
def test_another_rule_field_or_line_is_another_finding(other: Finding) -> None:
    assert prints(UNKNOWN) != prints(other)


def test_another_file_is_another_finding() -> None:
    assert prints(UNKNOWN) != prints(UNKNOWN, path="b.yaml")


def test_findings_that_are_alike_in_all_have_different_fingerprints() -> None:
    twice = prints(UNKNOWN, UNKNOWN)
    assert len(set(twice)) == 2
    assert twice[0] == prints(UNKNOWN)[0]


def test_what_concerns_the_file_stays_whatever_its_first_line() -> None:
    assert prints(WHOLE) == prints(WHOLE, text="# новое\n" + CLUB)
    assert WHOLE.place == START


def test_a_name_that_is_no_text_has_a_fingerprint_too() -> None:
    assert len(prints(UNKNOWN, path="\udcff.yaml")[0]) == 32


SECRET = Finding(
    "unknown-field",
    Severity.ERROR,
    say("{what}, {n}", what=say("there is no field “{name}” here", name="tayna"), n=2),
    ("tayna",),
    help=say("did you mean “{name}”?", name="tayna"),
    place=Place(1, 1, 1, 6),
)


@pytest.mark.parametrize("name", FORMATS)
def test_no_word_is_told_of_a_file_that_is_not_shown(name: str) -> None:
    source = Source("a.yaml", "tayna: x\n", {}, is_shown=False)
    file = told(source, "a.yaml", [SECRET], 1)
    pieces = printer(name)([file], CheckRun(), translator("en"), 80)
    words = "".join(map(str, pieces))
    assert "tayna" not in words
    assert "there is no field “…” here" in words.replace("\\u201c…\\u201d", "“…”")


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_found_without_end_is_told_to_a_bound_and_counted(name: str) -> None:
    found = [UNKNOWN] * MOST_TOLD + [WHOLE, EMPTY_ITEM]
    file = told(Source("a.yaml", CLUB, {}), "a.yaml", found, 1)
    assert [each.severity for each in file.findings[-2:]] == [Severity.WARNING, Severity.ERROR]
    pieces = printer(name)([file], CheckRun(), translator("en"), 80)
    assert "2 more findings in this file are not shown" in "".join(map(str, pieces))


def test_what_is_at_the_bound_is_told_whole() -> None:
    file = told(Source("a.yaml", CLUB, {}), "a.yaml", [UNKNOWN] * MOST_TOLD)
    assert file.findings == (UNKNOWN,) * MOST_TOLD
