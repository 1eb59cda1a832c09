"""Old words above new ones, so that the difference is seen at once."""

from __future__ import annotations

import pytest

from passportkit.report.contrast import contrast


def lines(before: str, after: str, width: int = 80) -> list[str]:
    return [line.plain for line in contrast(before, after, width)]


def test_both_texts_are_shown_with_a_sign() -> None:
    assert lines("два двора", "три двора") == ["  - два двора", "  + три двора"]


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("", "новое", ["  + новое"]),
        ("старое", "", ["  - старое"]),
        ("наш двор", "наш большой двор", ["  - наш двор", "  + наш большой двор"]),
        ("одно\nдва", "одно", ["  - два"]),
        ("одно", "одно\nдва", ["  + два"]),
        ("одно\nдва\nтри", "одно\n2\nтри", ["  - два", "  + 2"]),
        ("то же", "то же", []),
    ],
)
def test_a_side_that_has_nothing_of_it_is_silent(before: str, after: str, shown: list[str]) -> None:
    assert lines(before, after) == shown


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("№ 5", "№\N{NO-BREAK SPACE}5", ["  - № 5", "  + №␣5"]),
        ("а  б", "а б", ["  - а ␣␣ б", "  + а ␣ б"]),
    ],
)
def test_blanks_are_seen_where_they_differ(before: str, after: str, shown: list[str]) -> None:
    assert lines(before, after) == shown


def test_of_a_long_text_the_words_around_are_enough() -> None:
    words = [f"с{n}" for n in range(50)]
    before, after = " ".join(words), " ".join([*words[:20], "новое", *words[21:]])
    assert lines(before, after) == [
        "  - … с14 с15 с16 с17 с18 с19 с20 с21 с22 с23 с24 с25 с26 …",
        "  + … с14 с15 с16 с17 с18 с19 новое с21 с22 с23 с24 с25 с26 …",
    ]


@pytest.mark.parametrize("width", [40, 80, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    before = " ".join(f"слово{n}" for n in range(60))
    shown = lines(before, before.replace("слово", "дело"), width)
    assert max(map(len, shown)) <= min(width, 100)
    assert " ".join(line[4:] for line in shown if line[2] != "+").startswith("слово0 слово1")


def test_what_would_steer_the_terminal_is_spelt_out() -> None:
    assert lines("", "a\x1b[31mb") == ["  + a\\x1b[31mb"]
