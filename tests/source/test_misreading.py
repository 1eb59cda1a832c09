"""Texts that say something else than they look like: what is found, and what is not."""

from __future__ import annotations

import pytest

from passportkit.source import read


def found(content: str) -> list[str]:
    source = read(content.encode(), "клуб.yaml")
    assert source.data is not None, source.findings
    return [f"{f.place.line}:{f.place.column} {f.rule}" for f in source.findings if f.place]


def said(content: str) -> str:
    (finding,) = read(content.encode(), "клуб.yaml").findings
    return str(finding.message)


CUT = [
    ("a: Встречи в доме №5 #соседирядом, дальше\n", "1:22"),
    ("a: Клуб #1\nb: 2\n", "1:9"),
    ("a: #соседирядом\n", "1:4"),
    ("a:\n  - б\n  - #соседирядом\n  - в\n", "3:5"),
    ("a:\n  - Открыть клуб\t#соседи\n", "2:18"),
    ("a: {b: в #г\n  }\n", "1:10"),
    ("a: Встречи\n  во дворе #дом\n", "2:12"),
    ("a: Встречи\n  #соседирядом #двор\nb: 1\n", "2:3"),
]


@pytest.mark.parametrize(("content", "place"), CUT)
def test_a_hash_that_cuts_a_text_is_found(content, place):
    assert found(content) == [f"{place} misread-text"]


@pytest.mark.parametrize(
    "content",
    [
        "a: б # пояснение\n",
        "a: б #\n",
        "a: б #passport: ignore[inn-checksum]\n",
        "a: б  ## раздел\nb: в #---\n",
        "#соседи\na: б\n",
        "a: б\n#соседи\nb: в\n",
        "a: б # см. #соседи\n",
        "a: дом#5\n",
        "a: 'б #в'\nb: \"г #д\"\n",
        "a: 'б' #в\n",
        "a: |\n  б #в\n  #г\n",
        "a: >\n  б #в\n",
        "a: | #в\n  б\n",
        "a: #в\n  б\n",
        "a: [б] #в\n",
        "a:\n  - b: б\n    #c: в\n    d: г\n",
        "a: б\n  # соседи\nb: 1\n",
    ],
)
def test_a_comment_that_is_meant_to_be_one_is_not(content):
    assert found(content) == []


def test_what_is_lost_is_said():
    assert said("a: б #соседирядом, дальше\n") == (
        "from ` #` on this is a comment, and stands in no document: “#соседирядом, дальше”"
    )


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("a:\n  – найти\n  – открыть\n", "2:3"),
        ("a: — найти\n   — открыть\n", "1:4"),
        ("a:\n  • найти\n  • открыть\n  • закрыть\n", "2:3"),
        ("a:\n  – найти ведущих\n    и зал\n  – открыть\n", "2:3"),
        ("a: Что сделано\n  - найти\n  - открыть\n", "1:4"),
        ("a:\n  - Открыть клуб\n    – найти\n    – позвать\n", "2:5"),
        ("a:\n  -найти\n  -открыть\n", "2:3"),
        ("a:\n  + найти\n  + открыть\n", "2:3"),
        ("a:\n  → найти\n  → открыть\n", "2:3"),
        ("a:\n  ☐ найти\n  ☑ открыть\n", "2:3"),
        ("a:\n  -\xa0найти\n  -\xa0открыть\n", "2:3"),
        ("a:\n  \xa0• найти\n  \xa0• открыть\n", "2:3"),
        ("a:\n  1) найти\n  2) открыть\n", "2:3"),
        ("a:\n  1. найти\n  2. открыть\n", "2:3"),
        ("a:\n  а) найти\n  б) открыть\n", "2:3"),
        ("a: >\n  – найти\n  – открыть\n", "1:4"),
        ("a: '– найти\n  – открыть'\n", "1:4"),
        ("a:\r\n  – найти\r\n  – открыть\r\n", "2:3"),
    ],
)
def test_a_list_that_became_one_line_is_found(content, place):
    assert found(content) == [f"{place} misread-text"]


@pytest.mark.parametrize(
    "content",
    [
        "a: |\n  – найти\n  – открыть\n",
        "a:\n  – найти\n\n  – открыть\n",
        "a:\n  - найти\n  - открыть\n",
        "a:\n  - – найти\n  - – открыть\n",
        "a: Клуб соседей\n  – место встреч\n",
        "a: Клуб соседей\n  – место встреч,\n  где пьют чай\n  – и поют\n",
        "a: – нет\nb: – нет\n",
        "a:\n  -5 градусов\n  -7 градусов\n",
        "a:\n  +7 (391) 200-00-00,\n  +7 (391) 200-00-01\n",
        "a: Всего в\n  2019. Потом\n  2020. Потом\n",
        'a: "– найти\\n\\\n  – открыть"\n',
        "a: >\n  Список\n\n    – найти\n    – открыть\n",
        "# – найти\n# – открыть\na: б\n",
    ],
)
def test_lines_that_are_none_or_stay_apart_are_not(content):
    assert found(content) == []


@pytest.mark.parametrize("sign", ["\u202e", "\u202a", "\u2067"])
@pytest.mark.parametrize("content", ["a: Клуб {}йедесос\n", "a: '{}б'\n", "a: |\n  б{}\n"])
def test_a_sign_that_turns_the_direction_of_writing_is_found(content, sign):
    text = content.format(sign)
    assert said(text) == (
        f"in the text stands a sign that turns the direction of writing (U+{ord(sign):04X})"
    )


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("a:\n  - item:Зал\n", "`item:` belongs to the text: no blank stands behind the colon"),
        ("a:\n  - item:\xa0Зал\n", "behind the colon stands a no-break blank (U+00A0)"),
        (
            "a:\n  - item:«Зал»\n  - б\n",
            "`item:` belongs to the text: no blank stands behind the colon",
        ),
        ("a: 'б\u2028в'\n", "in the text stands an unusual line end (U+2028)"),
        ("a: |\n  б\x85  в\n", "in the text stands an unusual line end (U+0085)"),
        ('a:\n  - "б\u2029в"\n', "in the text stands an unusual line end (U+2029)"),
    ],
)
def test_what_is_taken_for_letters_is_told(content, told):
    assert said(content) == told


@pytest.mark.parametrize(
    "content",
    [
        "a: https://example.org\n",
        "a: mailto:klub@example.org\n",
        "a:\n  - 'item:Зал'\n",
        "a: Итого:Зал\n",
        'a: "б\\u2028в"\n',
        "# б\u2028# в\na: б\n",
        "a:\n  - в 12:30\n",
    ],
)
def test_what_looks_like_it_and_is_meant_is_not(content):
    assert found(content) == []
