from __future__ import annotations

from textwrap import dedent

import pytest
from rich.cells import cell_len

from passportkit.findings import START, Finding, Place, Severity
from passportkit.language import Message, say, translator
from passportkit.report.full import excerpt, underlined
from passportkit.source import read


def shown(
    text: str,
    place: Place,
    message: Message | None = None,
    help: Message | None = None,  # noqa: A002
    width: int = 80,
    language: str = "en",
) -> str:
    source = read(text.encode(), "дворы/клуб.yaml")
    said = message or say("an item of the list is empty")
    finding = Finding("empty-section", Severity.ERROR, said, place=place, help=help)
    return excerpt(source, finding, translator(language), width).plain + "\n"


def test_it_shows_the_line_the_very_words_and_what_to_do() -> None:
    text = "passport: 1\ntitle: Клуб\ngoals:\n  -\n"
    advice = say("write it, or delete the dash")
    assert shown(text, Place(4, 3, 4, 4), help=advice) == dedent("""\
        error[empty-section]: an item of the list is empty
         --> дворы/клуб.yaml:4:3
          |
        4 |   -
          |   ^
          = help: write it, or delete the dash
        """)


def test_it_speaks_russian() -> None:
    text = "passport: 1\ntitle: Клуб\ngoals:\n  -\n"
    advice = say("write it, or delete the dash")
    assert shown(text, Place(4, 3, 4, 4), help=advice, language="ru") == dedent("""\
        ошибка[empty-section]: пункт списка пуст
         --> дворы/клуб.yaml:4:3
          |
        4 |   -
          |   ^
          = подсказка: заполните его или удалите дефис
        """)


def test_what_concerns_the_whole_file_shows_no_line() -> None:
    assert shown("a: 1\n", START) == dedent("""\
        error[empty-section]: an item of the list is empty
         --> дворы/клуб.yaml
        """)


def test_what_goes_over_several_lines_is_marked_to_the_end_of_the_first() -> None:
    assert shown("a: |\n  b\n  c\n", Place(1, 4, 3, 4)).splitlines()[3:] == ["1 | a: |", "  |    ^"]


def test_a_place_behind_the_last_line_is_shown_empty() -> None:
    assert shown("a: 1\n", Place(9, 1, 9, 1)).splitlines()[3:] == ["9 | ", "  | ^"]


def test_in_a_narrow_terminal_nothing_is_wider_than_it() -> None:
    text = "passport: 1\nsummary: " + "соседи встречаются по средам " * 20
    message = say("“{value}” is not known here", value="слово " * 30)
    advice = say("write one of these: {known}", known="algorithm, " * 20)
    lines = shown(text, Place(2, 400, 2, 406), message, advice, width=40).splitlines()
    assert all(cell_len(line) <= 40 for line in lines)
    assert lines[0] == "error[empty-section]: “слово слово слово"
    assert lines[1] == "  слово слово слово слово слово слово"


@pytest.mark.parametrize(
    ("line", "start", "end", "shown", "before", "marked"),
    [
        ("title: Клуб", 7, 11, "title: Клуб", 7, 4),
        ("title: 漢字 клуб", 10, 14, "title: 漢字 клуб", 12, 4),
        ("a: 👍🏽 клуб", 6, 10, "a: 👍🏽 клуб", 6, 4),
        ("a: и\u0306 клуб", 6, 10, "a: и\u0306 клуб", 5, 4),
        ("a:\tклуб", 3, 7, "a:    клуб", 6, 4),
        ("a: клуб\x85", 3, 8, "a: клуб\\x85", 3, 8),
        ("a: клуб", 7, 7, "a: клуб", 7, 1),
        ("", 0, 0, "", 0, 1),
        ("клуб", 9, 9, "клуб", 4, 1),
    ],
)
def test_the_mark_stands_under_the_words_whatever_their_width(
    line: str, start: int, end: int, shown: str, before: int, marked: int
) -> None:
    assert underlined(line, start, end, 76) == (shown, before, marked)


@pytest.mark.parametrize(
    ("start", "end"),
    [(0, 3), (20, 30), (500, 510), (990, 1000), (0, 1000), (400, 900), (1000, 1000)],
)
@pytest.mark.parametrize("letter", ["я", "漢"])
def test_a_long_line_is_cut_around_the_mark(start: int, end: int, letter: str) -> None:
    line = letter * start + "x" * (end - start) + letter * (1000 - end)
    text, before, marked = underlined(line, start, end, 40)
    assert 38 <= cell_len(text) <= 40
    assert text.count("x") == min(end - start, 38)
    if end > start:
        assert (before, marked) == (cell_len(text.partition("x")[0]), text.count("x"))
    assert text.startswith("…") == (start > 0)
    assert text.endswith("…") == (end < 1000 or start == 0)
