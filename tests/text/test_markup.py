"""The dialect: a text goes in, lines come out."""

import dataclasses
import re
import sys
from collections.abc import Callable
from functools import partial

import pytest

from passportkit.text import Delimiter, Line, Span, is_plain, parse, plain

NBSP = "\u00a0"


def bold(text: str) -> Span:
    return Span(text, bold=True)


def italic(text: str) -> Span:
    return Span(text, italic=True)


def both(text: str) -> Span:
    return Span(text, bold=True, italic=True)


def link(text: str, address: str) -> Span:
    return Span(text, link=address)


def spans(*parts: str | Span) -> tuple[Span, ...]:
    return tuple(Span(part) if isinstance(part, str) else part for part in parts)


def paragraph(*parts: str | Span, level: int = 0) -> Line:
    return Line("paragraph", level, 0, "", spans(*parts))


def bullet(*parts: str | Span, level: int = 0) -> Line:
    return Line("bullet", level, 0, "", spans(*parts))


def number(value: int, delimiter: Delimiter, *parts: str | Span, level: int = 0) -> Line:
    return Line("number", level, value, delimiter, spans(*parts))


# Lines


def test_every_line_is_a_paragraph() -> None:
    assert parse("Первый.\nВторой.") == (paragraph("Первый."), paragraph("Второй."))


def test_an_empty_text_has_no_lines() -> None:
    assert parse("") == ()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("- пункт", bullet("пункт")),
        ("-   пункт", bullet("пункт")),
        ("- - пункт", bullet("- пункт")),
        ("- 1. пункт", bullet("1. пункт")),
        ("- **пункт**", bullet(bold("пункт"))),
        ("1. пункт", number(1, ".", "пункт")),
        ("12) пункт", number(12, ")", "пункт")),
        ("0. пункт", number(0, ".", "пункт")),
        ("99)  пункт", number(99, ")", "пункт")),
        ("7. 8. пункт", number(7, ".", "8. пункт")),
    ],
)
def test_list_items(text: str, line: Line) -> None:
    assert parse(text) == (line,)


@pytest.mark.parametrize(
    "text",
    [
        "-",
        "-пункт",
        f"-{NBSP}пункт",
        "— пункт",
        "• пункт",
        "* пункт",
        "+ пункт",
        "1.",
        "1.пункт",
        "1 . пункт",
        "(1) пункт",
        "1.1. пункт",
        "01. пункт",
        "00. пункт",
        "100. пункт",
        "2018. Год начала",
        "31.12.2020 г.",
        "1\\.пункт",
        "а) пункт",
        "---",
    ],
)
def test_what_looks_like_a_list_item_and_is_none(text: str) -> None:
    assert parse(text) == (paragraph(text),)


@pytest.mark.parametrize(
    ("indent", "level"),
    [
        ("", 0),
        (" ", 0),
        ("  ", 1),
        ("   ", 1),
        ("    ", 2),
        ("\t", 1),
        ("\t\t", 2),
        ("  \t", 2),
        (" \t", 1),
        (" " * 16, 8),
        ("\t" * 50, 8),
    ],
)
@pytest.mark.parametrize(
    ("words", "line"),
    [("слова", paragraph), ("- слова", bullet), ("3) слова", partial(number, 3, ")"))],
)
def test_two_spaces_or_a_tab_nest_a_line(
    indent: str, level: int, words: str, line: Callable[..., Line]
) -> None:
    assert parse(f"Начало\n{indent}{words}")[1] == line("слова", level=level)


# Bold and italic


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**жирно**", [bold("жирно")]),
        ("*курсив*", [italic("курсив")]),
        ("***и так, и так***", [both("и так, и так")]),
        ("до **жирно** после", ["до ", bold("жирно"), " после"]),
        ("**«Привет»**ом", [bold("«Привет»"), "ом"]),
        ("*при*вет", [italic("при"), "вет"]),
        ("«**а**», (*б*) — **в**.", ["«", bold("а"), "», (", italic("б"), ") — ", bold("в"), "."]),
        ("бело-**красный**", ["бело-", bold("красный")]),
        (f"№{NBSP}**5**", [f"№{NBSP}", bold("5")]),
        ("**а *б* в**", [bold("а "), both("б"), bold(" в")]),
        ("*а **б** в*", [italic("а "), both("б"), italic(" в")]),
        ("**а *б***", [bold("а "), both("б")]),
        ("***а** б*", [both("а"), italic(" б")]),
        ("***а* б**", [both("а"), bold(" б")]),
        ("**а *б** в*", [bold("а "), both("б"), italic(" в")]),
        ("**а-***б*", [bold("а-"), italic("б")]),
    ],
)
def test_stars_mark_words(text: str, expected: list[str | Span]) -> None:
    assert parse(text) == (paragraph(*expected),)


@pytest.mark.parametrize(
    "text",
    [
        "*",
        "**",
        "* * *",
        "5*",
        "5* и 6*",
        "2 * 3 * 4",
        "a*b*c",
        "2**3**4",
        "10*20*30 см",
        "** жирно **",
        f"**{NBSP}жирно**",
        "**жирно",
        "жирно**",
        "****жирно****",
        "(*)",
        "Цена* указана **",
    ],
)
def test_stars_that_mark_nothing_stand_as_written(text: str) -> None:
    assert parse(text) == (paragraph(text),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("* сноска *курсив*", ["* сноска ", italic("курсив")]),
        ("*один *два*", ["*один ", italic("два")]),
        ("**жирно***", [bold("жирно"), "*"]),
        ("***жирно** нет", [bold("*жирно"), " нет"]),
        ("*а*б*", [italic("а"), "б*"]),
    ],
)
def test_a_star_without_a_partner_stands_beside_those_with_one(
    text: str, expected: list[str | Span]
) -> None:
    assert parse(text) == (paragraph(*expected),)


def test_no_mark_crosses_a_line_end() -> None:
    assert parse("**один\nдва** [три\n](https://a.ru)") == (
        paragraph("**один"),
        paragraph("два** [три"),
        paragraph("](", link("https://a.ru", "https://a.ru"), ")"),
    )


# Links


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[сайт](https://a.ru)", [link("сайт", "https://a.ru")]),
        ("см. [сайт](http://a.ru/б?в=1#г).", ["см. ", link("сайт", "http://a.ru/б?в=1#г"), "."]),
        ("[а](https://a.ru/x_(y))", [link("а", "https://a.ru/x_(y)")]),
        ("[а](HTTPS://a.ru)", [link("а", "HTTPS://a.ru")]),
        ("[а](ftp://a.ru)", [link("а", "ftp://a.ru")]),
        ("[а](tel:+7(391)2000000)", [link("а", "tel:+7(391)2000000")]),
        ("[а](mailto:b@c.ru)", [link("а", "mailto:b@c.ru")]),
        ("[а](b@c.ru)", [link("а", "mailto:b@c.ru")]),
        ("[а](www.a.ru)", [link("а", "https://www.a.ru")]),
        ("[а [б] в](http://a.ru)", [link("а [б] в", "http://a.ru")]),
        ("[а [б](http://a.ru)", ["[а ", link("б", "http://a.ru")]),
        ("[а](http://a.ru)[б](http://b.ru)", [link("а", "http://a.ru"), link("б", "http://b.ru")]),
        ("[www.a.ru](http://b.ru)", [link("www.a.ru", "http://b.ru")]),
    ],
)
def test_words_with_an_address_are_a_link(text: str, expected: list[str | Span]) -> None:
    assert parse(text) == (paragraph(*expected),)


def test_a_link_holds_no_other_link() -> None:
    assert parse("[а [б](http://b.ru) в](http://c.ru)") == (
        paragraph(
            *("[а ", link("б", "http://b.ru"), " в]("),
            *(link("http://c.ru", "http://c.ru"), ")"),
        ),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**[а](http://a.ru) б**", [Span("а", bold=True, link="http://a.ru"), bold(" б")]),
        ("**б [а](http://a.ru)**", [bold("б "), Span("а", bold=True, link="http://a.ru")]),
        ("[**а**](http://a.ru)", [Span("а", bold=True, link="http://a.ru")]),
        ("к[*а*](http://a.ru)", ["к", Span("а", italic=True, link="http://a.ru")]),
        ("**http://a.ru**", [Span("http://a.ru", bold=True, link="http://a.ru")]),
    ],
)
def test_marks_and_links_go_together(text: str, expected: list[str | Span]) -> None:
    assert parse(text) == (paragraph(*expected),)


@pytest.mark.parametrize(
    "text",
    [
        "[1]",
        "[слова]",
        "[слова] (в скобках)",
        "[слова](в скобках)",
        "[а](javascript:alert(1))",
        "[а](file:///etc/passwd)",
        "[а](data:text/html,x)",
        "[а](#якорь)",
        "[а](mailto:)",
        "[]()",
        "][",
    ],
)
def test_brackets_that_link_nothing_stand_as_written(text: str) -> None:
    assert parse(text) == (paragraph(text),)


@pytest.mark.parametrize("words", ["", " а", "а ", "**", "*"])
def test_a_link_has_words_without_blanks_at_their_ends(words: str) -> None:
    bare = link("http://a.ru", "http://a.ru")
    assert parse(f"х[{words}](http://a.ru)") == (paragraph(f"х[{words}](", bare, ")"),)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("http://a.ru", "http://a.ru"),
        ("https://президентскиегранты.рф/x?id=1", "https://президентскиегранты.рф/x?id=1"),
        ("https://vk.com/a?w=wall-1_2", "https://vk.com/a?w=wall-1_2"),
        ("https://ru.wikipedia.org/wiki/Минусинск_(город)", None),
        ("Http://a.ru", None),
        ("www.a.ru", "https://www.a.ru"),
        ("WWW.A.RU/x", "https://WWW.A.RU/x"),
        ("ivan.petrov+1@mail.ru", "mailto:ivan.petrov+1@mail.ru"),
        ("иван@почта.рф", "mailto:иван@почта.рф"),
    ],
)
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ""),
        ("см. ", "."),
        ("(", ")"),
        ("«", "»;"),
        ('"', '",'),
        ("сайт: ", " – "),
        ("(см. ", ")?!"),
    ],
)
def test_bare_addresses_are_links_without_the_sentence_around_them(
    address: str, expected: str | None, before: str, after: str
) -> None:
    found = link(address, expected or address)
    parts = [part for part in (before, found, after) if part]
    assert parse(before + address + after) == (paragraph(*parts),)


@pytest.mark.parametrize(
    "text",
    [
        "http://",
        "https://.",
        "www.",
        "www...",
        "сайтwww.a.ru",
        "xhttp://a.ru",
        "://a.ru",
        "a@b",
        "@a.ru",
        "a @ b.ru",
        "5@3.5",
        "ftp://a.ru",
    ],
)
def test_what_looks_like_an_address_and_is_none(text: str) -> None:
    assert parse(text) == (paragraph(text),)


# Escapes, and what is no markup


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (r"\*слово\*", "*слово*"),
        (r"\**слово**", "**слово**"),
        (r"\[слово](http:)", "[слово](http:)"),
        (r"\(\)\[\]\*\\", r"()[]*\ "[:-1]),
        (r"\\*", r"\*"),
        (r"\http://a.ru", "http://a.ru"),
        (r"\www.a.ru и \ivan@mail.ru", "www.a.ru и ivan@mail.ru"),
        (r"\- слово", "- слово"),
        (r"1\. слово", "1. слово"),
        (r"12\) слово", "12) слово"),
        (r"\\- слово", r"\- слово"),
        (r"1\\. слово", r"1\. слово"),
    ],
)
def test_a_backslash_makes_a_sign_ordinary(text: str, words: str) -> None:
    assert parse(text) == (paragraph(words),)


def test_an_escaped_item_keeps_its_level() -> None:
    assert parse("а\n    \\- б\n  1\\. в")[1:] == (
        paragraph("- б", level=2),
        paragraph("1. в", level=1),
    )


@pytest.mark.parametrize(
    "text",
    [
        "C:\\temp",
        "\\\u00a0",
        "конец\\",
        r"\-слово",
        r"слово \- слово",
        r"2018\. Год",
        r"1\.слово",
        r"\n \_ \#",
        "__init__ и _слово_",
        "&lt; &amp; &",
        "# Заголовок",
        "<b>слово</b>",
        "> цитата",
        "{{ 7*7 }}",
        "{% raw %}",
        "`код`",
        "~~нет~~",
        "| а | б |",
        "![картинка]",
        "***",
    ],
)
def test_everything_else_is_words(text: str) -> None:
    assert parse(text) == (paragraph(text),)


# Words only


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ""),
        ("Слова 2 * 3", "Слова 2 * 3"),
        ("**Цель**: *жить* [тут](https://a.ru)", "Цель: жить тут"),
        ("см. www.a.ru", "см. www.a.ru"),
        ("- **а**\n  12) *б*\n\tв", "- а\n  12) б\n\tв"),
        ("\\- а\n  1\\. *б*", "- а\n  1. б"),
        (r"\*а\* C:\temp", r"*а* C:\temp"),
    ],
)
def test_plain_is_the_words_with_list_markers_and_indentation(text: str, words: str) -> None:
    assert plain(text) == words


@pytest.mark.parametrize("text", ["Слова.", "(слова) «слова» — 5%", "№ 5; а/б: в_г <д> & {{ е }}"])
def test_is_plain_knows_usual_words(text: str) -> None:
    assert is_plain(text)
    assert parse(text) == (paragraph(text),)


@pytest.mark.parametrize(
    "text",
    ["", "а\nб", "- а", "1. а", "\\- а", " а", "*а*", "а [б](http://a.ru)", "www.a.ru", "a@b.ru"],
)
def test_is_plain_never_takes_markup_for_words(text: str) -> None:
    assert not is_plain(text)


# Values


def test_lines_and_spans_are_values() -> None:
    (line,) = parse("слова")
    assert line == Line("paragraph", 0, 0, "", (Span("слова"),))
    assert hash(line) == hash(paragraph("слова"))
    assert repr(line.spans[0]) == "Span(text='слова', bold=False, italic=False, link=None)"
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(line, "level", 1)  # noqa: B010 - the type checker knows already


# Hostile input

HOSTILE = [
    *("*", "**", "***", "****", "*а", "*а ", "а*", "**а", "*а* ", "«*", "* ", "\u00a0*"),
    *(
        "(",
        ")",
        "[",
        "]",
        "[]",
        "[[]",
        "[а](",
        "](http://a.ru)",
        "[а](http://a",
        "[*](http://a.ru)",
    ),
    *("[а](http://a(b)", "[[а ](http://a.ru) ", "**[", "[**а](", "[а](http://a.ru)"),
    *("\\", "\\\\", "\\*", "\\[", "\\http://a.ru", "\\- ", "- ", "1. ", "-", "1.", " ", "\t"),
    *("http://", "http://a(", "http://a....", "http://a(b)", "www.a.(", "a@", "a@b.", "a@1.", "a."),
]


@pytest.mark.parametrize("sign", HOSTILE)
def test_any_number_of_signs_is_read(sign: str) -> None:
    text = "х" + sign * (20_000 // len(sign)) + "](http://a.ru)** b@a.ru"
    (line,) = parse(text)
    assert line.spans[-1] == link("b@a.ru", "mailto:b@a.ru")
    assert plain(text).count("а") == text.count("а")


@pytest.mark.parametrize("sign", HOSTILE)
def test_twice_the_signs_are_twice_the_work(sign: str) -> None:
    assert calls_of_parse("х" + sign * 400) <= 2 * calls_of_parse("х" + sign * 200)


def calls_of_parse(text: str) -> int:
    """Return how many functions, C's included, are called and left while a text is read."""
    events = []
    sys.setprofile(lambda *event: events.append(event[1]))
    try:
        parse(text)
    finally:
        sys.setprofile(None)
    return len(events)


@pytest.mark.parametrize("depth", [1, 100, 20_000])
def test_nested_brackets_are_words_at_any_depth(depth: int) -> None:
    nested = "[" * depth + "слово" + "]" * depth
    assert parse(nested) == (paragraph(nested),)
    assert parse(f"[{nested}](http://a.ru)") == (paragraph(link(nested, "http://a.ru")),)


def test_many_marks_are_all_found() -> None:
    text = " ".join(["*а* **б** [в](http://a.ru)"] * 5_000)
    (line,) = parse(text)
    assert len(line.spans) == 6 * 5_000 - 1
    assert re.sub(r"[*\[\]]|\(.*?\)", "", text) == "".join(span.text for span in line.spans)
