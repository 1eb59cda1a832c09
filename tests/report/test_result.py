"""The fingerprint of a finding: what keeps it, and what changes it."""

from __future__ import annotations

import pytest

from passportkit.findings import START, Finding, Place
from passportkit.report.result import marked
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
