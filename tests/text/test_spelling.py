"""Writing: lines go in, the barest text that reads as them comes out."""

import pytest

from passportkit.text import Line, Span, as_paragraph, escape, normal, parse, write


def paragraph(*spans: Span, level: int = 0) -> Line:
    return Line("paragraph", level, 0, "", spans)


def bold(text: str, link: str | None = None) -> Span:
    return Span(text, bold=True, link=link)


def italic(text: str) -> Span:
    return Span(text, italic=True)


A, B = "https://a.ru", "https://b.ru"


@pytest.mark.parametrize(
    "text",
    [
        "Слова",
        "2 * 3 * 4, сноска*, [1], C:\\temp, 2018. Год",
        "**Цель**: *жить* и **[тут](https://a.ru), и *там***",
        "**[тут](https://a.ru)**",
        "**«Привет»**ом, к[**ось**](https://a.ru)",
        "см. https://a.ru/x_(y), www.a.ru и **ivan@mail.ru**.",
        "Задачи:\n- первая\n  - вложенная\n    1) глубже\n12. другая\n  просто строка",
        "- - пункт",
        "\\- не пункт",
        "1\\. не пункт, но 2 * 3",
        "\\*а\\* и \\http://a.ru",
    ],
)
def test_writes_a_text_as_people_would(text: str) -> None:
    assert write(parse(text)) == text


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("**не жирно**", r"\*\*не жирно\*\*"),
        ("[а](https://a.ru)", r"\[а\](\https://a.ru)"),
        ("www.a.ru", r"\www.a.ru"),
        (r"\*", r"\\\*"),
        ("- а", r"\- а"),
        ("5) а", r"5\) а"),
        ("- *а*", r"\- \*а\*"),
        (r"\- а", r"\\- а"),
        (r"1\. а", r"1\\. а"),
        (r"\www.a.ru", r"\\\www.a.ru"),
    ],
)
def test_words_that_would_read_as_markup_are_escaped(words: str, text: str) -> None:
    assert write([paragraph(Span(words))]) == text
    assert escape(words) == text


@pytest.mark.parametrize(
    ("spans", "text"),
    [
        ([bold("*"), Span("*")], r"**\***\*"),
        ([bold("а\\")], r"**а\\**"),
        ([bold("[")], r"**\[**"),
        ([bold("]")], r"**\]**"),
        ([Span("["), Span("а", link=A), Span("]")], "[[а](https://a.ru)]"),
        ([Span("а](b@c.ru)", link=A)], r"[а\](\b@c.ru)](https://a.ru)"),
        ([Span("https://a.ru", link=A), Span("/x")], "[\\https://a.ru](https://a.ru)/x"),
        ([Span("https://a.ru", link=B)], "[https://a.ru](https://b.ru)"),
        ([Span("1. "), bold("а")], r"1\. **а**"),
    ],
)
def test_signs_beside_marks_and_links(spans: list[Span], text: str) -> None:
    line = paragraph(*spans)
    assert parse(write([line])) == (line,)
    assert write([line]) == text


# The normal form


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([Span("а"), Span(""), Span("б")], [Span("аб")]),
        ([bold("а"), bold("б"), bold("", A)], [bold("аб")]),
        ([Span("  а\t"), Span(" ")], [Span("а")]),
        ([bold(" а "), Span("б")], [bold("а"), Span(" б")]),
        ([bold("а"), bold(" ", A), bold("б")], [bold("а б")]),
        ([Span("а"), Span(" б ", link=A), Span("в")], [Span("а "), Span("б", link=A), Span(" в")]),
        ([Span("а"), bold(" "), Span("б")], [Span("а б")]),
        ([Span("слово при"), bold("вет")], [Span("слово "), bold("привет")]),
        ([bold("а"), Span("б"), bold("в")], [bold("абв")]),
        ([Span("а", link=A), bold("б")], [bold("а", A), bold("б")]),
        ([Span("кра\0сный\nцвет")], [Span("красный цвет")]),
    ],
)
def test_normal_keeps_the_words_and_the_styles_that_can_be_said(
    spans: list[Span], expected: list[Span]
) -> None:
    assert normal([paragraph(*spans)]) == (paragraph(*expected),)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://a.ru/x_(y)", "https://a.ru/x_(y)"),
        (" https://a.ru ", "https://a.ru"),
        ("www.a.ru", "https://www.a.ru"),
        ("ivan@mail.ru", "mailto:ivan@mail.ru"),
        ("tel:8 800", "tel:8%20800"),
        ("https://a.ru/x)", "https://a.ru/x%29"),
        ("https://a.ru/((x))", "https://a.ru/%28%28x%29%29"),
        ("https://a.ru/\\x", "https://a.ru/%5Cx"),
        ("javascript:alert(1)", None),
        ("file:///C:/x", None),
        ("#_Toc1", None),
        ("", None),
    ],
)
def test_normal_keeps_links_that_lead_somewhere(address: str, expected: str | None) -> None:
    assert normal([paragraph(Span("а", link=address))]) == (paragraph(Span("а", link=expected)),)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (Line("bullet", 99, 0, "", (Span("а"),)), Line("bullet", 8, 0, "", (Span("а"),))),
        (Line("bullet", -1, 5, ".", (Span("а"),)), Line("bullet", 0, 0, "", (Span("а"),))),
        (Line("number", 1, 99, "", (Span("а"),)), Line("number", 1, 99, ".", (Span("а"),))),
        (Line("number", 1, 100, ")", (Span("а"),)), paragraph(Span("100) а"), level=1)),
    ],
)
def test_normal_brings_levels_and_numbers_into_bounds(line: Line, expected: Line) -> None:
    first = paragraph(Span("Начало"))
    assert normal([first, line]) == (first, expected)


def test_normal_drops_empty_lines_and_starts_at_level_0() -> None:
    empty = Line("bullet", 0, 0, "", (Span(" "), bold("")))
    lines = [empty, paragraph(Span("а"), level=3), empty, paragraph(Span("б"), level=3)]
    assert normal(lines) == (paragraph(Span("а")), paragraph(Span("б"), level=3))


def test_nothing_is_written_as_nothing() -> None:
    assert write([]) == ""
    assert escape("") == ""


@pytest.mark.parametrize(
    "sign", ["*", "[", "]", "\\", "(", "[а](http://a.ru)", "www.a.ru ", "*а* "]
)
def test_any_number_of_signs_is_escaped(sign: str) -> None:
    words = (sign * (20_000 // len(sign))).strip()
    text = escape(words)
    assert parse(text) == (paragraph(Span(words)),)
    assert write(parse(text)) == text


@pytest.mark.parametrize(
    ("cut", "text"),
    [
        ("- сто", "\\- сто"),
        ("1) сто", "1\\) сто"),
        ("- сто\n- двести", "\\- сто\n- двести"),
        ("\\- сто", "\\- сто"),
        ("сто\n- двести", "сто\n- двести"),
        ("", ""),
    ],
)
def test_words_cut_out_of_a_line_begin_no_list(cut: str, text: str) -> None:
    assert as_paragraph(cut) == text
