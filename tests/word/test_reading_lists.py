"""The numbers and bullets that Word prints come along, counted as Word counts them."""

from __future__ import annotations

import pytest

from tests.word.foreign import abstract, item, level, num, p, said, style

DECIMAL = abstract(0, *(level(depth, "decimal", f"%{depth + 1}.") for depth in range(3)))


def counted(numbering: str, *items: str, **parts: str) -> list[str]:
    return said("".join(items), numbering=numbering, **parts)


def test_bullets() -> None:
    numbering = abstract(0, level(0, "bullet", "·"), level(1, "bullet", "o")) + num(1, 0)
    assert counted(numbering, item("а"), item("б", depth=1)) == ["- а", "  - б"]


@pytest.mark.parametrize("sign", [".", ")"])
def test_numbers_with_the_signs_of_the_markup(sign: str) -> None:
    numbering = abstract(0, level(0, "decimal", f"%1{sign}")) + num(1, 0)
    assert counted(numbering, item("а"), item("б")) == [f"1{sign} а", f"2{sign} б"]


def test_deeper_levels_begin_anew_under_each_item() -> None:
    items = [item("а"), item("б", depth=1), item("в", depth=1), item("г"), item("д", depth=1)]
    said_so = ["1. а", "  1. б", "  2. в", "2. г", "  1. д"]
    assert counted(DECIMAL + num(1, 0), *items) == said_so


def test_a_level_may_count_on() -> None:
    counts_on = level(1, "decimal", "%2)", '<w:start w:val="1"/><w:lvlRestart w:val="0"/>')
    numbering = abstract(0, level(0, "decimal", "%1."), counts_on) + num(1, 0)
    items = [item("а"), item("б", depth=1), item("в"), item("г", depth=1)]
    assert counted(numbering, *items) == ["1. а", "  1) б", "2. в", "  2) г"]


def test_a_list_begins_where_it_says() -> None:
    numbering = abstract(0, level(0, "decimal", "%1.", '<w:start w:val="5"/>')) + num(1, 0)
    assert counted(numbering, item("а"), item("б")) == ["5. а", "6. б"]


def test_lists_of_one_definition_count_on_unless_they_begin_anew() -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = DECIMAL + num(1, 0) + num(2, 0) + num(3, 0, anew)
    items = [item("а"), item("б", 2), item("в", 3), item("г", 3), item("д", 1)]
    assert counted(numbering, *items) == ["1. а", "2. б", "1. в", "2. г", "3. д"]


def test_paragraphs_without_words_count() -> None:
    assert counted(DECIMAL + num(1, 0), item("а"), item(""), item("в")) == ["1. а", "3. в"]


@pytest.mark.parametrize(
    ("kind", "text", "words"),
    [
        ("russianLower", "%1)", "б) слово"),
        ("russianUpper", "%1.", "Б. слово"),
        ("lowerLetter", "%1)", "b) слово"),
        ("upperRoman", "%1.", "II. слово"),
        ("decimalZero", "%1.", "02. слово"),
        ("decimal", "Задача %1:", "Задача 2: слово"),
        ("decimal", "%1", "2 слово"),
        ("decimal", "(%1)", "(2) слово"),
        ("none", "", "слово"),
    ],
)
def test_other_numbers_become_words(kind: str, text: str, words: str) -> None:
    numbering = abstract(0, level(0, kind, text)) + num(1, 0)
    assert counted(numbering, item("раз"), item("слово"))[1] == words


def test_numbers_of_several_levels_become_words() -> None:
    levels = level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2.")
    numbering = abstract(0, *levels) + num(1, 0)
    legal = numbering.replace('"%1.%2."/>', '"%1.%2."/><w:isLgl/>')
    items = [item("а"), item("б", depth=1), item("в", depth=1)]
    assert counted(numbering, *items) == ["I. а", "I.1. б", "I.2. в"]
    assert counted(legal, *items) == ["I. а", "1.1. б", "1.2. в"]


def test_large_numbers_become_words() -> None:
    numbering = abstract(0, level(0, "decimal", "%1.", '<w:start w:val="99"/>')) + num(1, 0)
    assert counted(numbering, item("а"), item("б")) == ["99. а", "100. б"]


def test_a_style_puts_paragraphs_in_a_list() -> None:
    listed = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = style("1", "heading 1", listed) + style("2", "my", '<w:basedOn w:val="1"/>')
    one, two = (f'<w:pStyle w:val="{each}"/>' for each in "12")
    out = f'{one}<w:numPr><w:numId w:val="0"/></w:numPr>'
    items = [p("а", properties=one), p("б", properties=two), p("в", properties=out)]
    assert counted(DECIMAL + num(1, 0), *items, styles=styles) == ["1. а", "2. б", "в"]


def test_styles_that_stand_on_each_other_end_nowhere_else() -> None:
    circle = style("1", "a", '<w:basedOn w:val="2"/>') + style("2", "b", '<w:basedOn w:val="1"/>')
    chain = "".join(style(f"{n}", f"{n}", f'<w:basedOn w:val="{n + 1}"/>') for n in range(3000))
    for styles in (circle, chain):
        assert said(p("а", properties='<w:pStyle w:val="1"/>'), styles=styles) == ["а"]


def test_a_list_may_take_its_levels_from_a_style_of_lists() -> None:
    listed = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = style("s", "Мой список", listed, kind="numbering")
    linked = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="s"/></w:abstractNum>'
    numbering = DECIMAL + linked + num(1, 0) + num(2, 1)
    assert counted(numbering, item("а", 2), item("б", 2), styles=styles) == ["1. а", "2. б"]


def test_a_list_that_is_not_defined_is_none() -> None:
    assert counted(DECIMAL, item("а", 7)) == ["а"]
    assert said(item("а")) == ["а"]


def test_a_paragraph_that_goes_on_in_the_next_is_one_item() -> None:
    list_of = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    joined = p("а ", properties=f"{list_of}<w:rPr><w:del/></w:rPr>")
    assert counted(DECIMAL + num(1, 0), joined, item("б"), item("в")) == ["1. а б", "2. в"]
