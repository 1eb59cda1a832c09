"""One canonical form of a text: what is folded, what is dropped, what stays."""

import pytest

from passportkit.text import canonical

NBSP = "\u00a0"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Слова",
        "Первая\nВторая",
        "Список:\n  - глубже\n\t- и так",
        "два  пробела и\tтабуляция внутри",
        f"{NBSP}№{NBSP}5{NBSP}",
        f"строка{NBSP}\n{NBSP}строка",
        "мягкий\u00adперенос, \ufeffметка, \ue000 частное, 😀",
        "e\u0301 и й остаются как набраны",
    ],
)
def test_keeps_a_canonical_text_as_it_is(text: str) -> None:
    assert canonical(text) is text


@pytest.mark.parametrize("end", ["\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029", "\n\r"])
def test_every_line_end_is_a_newline(end: str) -> None:
    assert canonical(f"а{end}б") == "а\nб"


@pytest.mark.parametrize(
    "character",
    ["\0", "\x08", "\x0e", "\x1c", "\x1f", "\x7f", "\x9f", "\ud800", "\ufffe", "\uffff"],
)
def test_drops_what_xml_cannot_hold(character: str) -> None:
    assert canonical(f"а{character}б") == "аб"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("а \t\nб ", "а\nб"),
        ("а \0 ", "а"),
        (f"а{NBSP} ", f"а{NBSP}"),
        ("а\n\n\nб", "а\nб"),
        ("а\n \t \nб", "а\nб"),
        ("\n\nа\n\n", "а"),
        (" \n\t\n", ""),
        ("\0", ""),
    ],
)
def test_drops_blanks_at_line_ends_and_empty_lines(text: str, expected: str) -> None:
    assert canonical(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  - а\n  - б", "- а\n  - б"),
        ("\n\n \tа", "а"),
        ("\0 а", "а"),
    ],
)
def test_leading_blanks_stay_except_on_the_first_line(text: str, expected: str) -> None:
    assert canonical(text) == expected
