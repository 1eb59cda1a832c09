"""Places of words: where the characters of a text stand in the file, in each style of YAML."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from passportkit.findings import Finding, Place, Severity
from passportkit.language import say
from passportkit.source import Source, read
from passportkit.text import canonical
from tests.conftest import examples

law = settings(derandomize=True, deadline=None, max_examples=examples(300))

ROUTE = ("a", "b")


def written(place: Place) -> str:
    return f"{place.line}:{place.column}-{place.end_line}:{place.end_column}"


def words_at(source: Source, place: Place) -> str:
    """Return what stands in the file at a place."""
    first, last = place.line - 1, place.end_line - 1
    lines = [line + "\n" for line in source.lines[first : last + 1]]
    lines[-1] = lines[-1][: place.end_column - 1]
    lines[0] = lines[0][place.column - 1 :]
    return "".join(lines)


def place_of(text: str, words: str) -> str:
    """Return the place of `words` in the value of `a`."""
    source = read(text.encode(), "клуб.yaml")
    assert source.data is not None
    value = canonical(source.data["a"])
    start = value.index(words)
    return written(source.place(("a",), span=(start, start + len(words))))


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("a: Клуб друзей", "друзей", "1:9-1:15"),
        ("a:   Клуб   друзей  # нет", "друзей", "1:13-1:19"),
        ("a: Клуб\n  друзей\n\n  и соседей\n", "друзей", "2:3-2:9"),
        ("a: Клуб\n  друзей\n\n  и соседей\n", "друзей\nи", "2:3-4:4"),
        ("a: Клуб\n  друзей", "Клуб друзей", "1:4-2:9"),
        ("a: 'Клуб ''Двор'' и сад'", "Двор", "1:12-1:16"),
        ("a: 'Клуб ''Двор'' и сад'", "и сад", "1:19-1:24"),
        ("a: 'Клуб ''Двор'''", "'Двор'", "1:10-1:18"),
        ("a: 'Клуб\n\n   в саду'", "саду", "3:6-3:10"),
        ('a: "Клуб \\"Двор\\" и сад"', "и сад", "1:19-1:24"),
        ('a: "№\\u00a05 и\\x20сад"', "и сад", "1:14-1:22"),
        ('a: "№\\_5, \\U0001F600 сад"', "сад", "1:22-1:25"),
        ('a: "Клуб \\\n   в саду"', "саду", "2:6-2:10"),
        ('a: "Клуб\\nдрузей"', "друзей", "1:11-1:17"),
        ("a: |\n  Клуб\n  друзей\n", "друзей", "3:3-3:9"),
        ("a: |\n  Клуб   \n\n\n  друзей\n", "друзей", "5:3-5:9"),
        ("a: |\n\n  Клуб\n    - друзей\n", "друзей", "4:7-4:13"),
        ("a: |2\n    Клуб\n   друзей\n", "друзей", "3:4-3:10"),
        ("a: |-  # слова\n  Клуб\n  друзей", "друзей", "3:3-3:9"),
        ("a: |+\n  Клуб\n  друзей\n\nb: 1\n", "друзей", "3:3-3:9"),
        ("a: >\n  Клуб\n  друзей\n", "друзей", "3:3-3:9"),
        ("a: >\n  Клуб\n  друзей\n", "Клуб друзей", "2:3-3:9"),
        ("a: >-\n  Клуб\n\n  друзей\n", "друзей", "4:3-4:9"),
        ("a: >-\n  Клуб\n   - друзей\n  и соседей", "соседей", "4:5-4:12"),
        ("a: >-\n  Клуб\n\n   - друзей\n\n\n  и соседей", "соседей", "7:5-7:12"),
        ("a: >+\n\n  Клуб\n  друзей\n\n", "друзей", "4:3-4:9"),
        ("a: 😀 Клуб 😀 друзей", "друзей", "1:13-1:19"),
        ("a: |\r\n  Клуб\r\n  друзей\r\n", "друзей", "3:3-3:9"),
        ("a: Клуб\r\n  друзей", "друзей", "2:3-2:9"),
        ("\ufeffa: Клуб друзей", "друзей", "1:9-1:15"),
        ("{x: 1, a: Клуб друзей, b: 2}", "друзей", "1:16-1:22"),
    ],
)
def test_words_are_found_where_they_stand(text, words, place):
    assert place_of(text, words) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: |\n  Клуб\n  друзей\n", "2:3-2:7"),
        ("a: >-\n\n\n    Клуб  \n    друзей\n", "4:5-4:9"),
        ("a: |2-\n     Клуб\n", "2:6-2:10"),
        ("a: |\n\n", "1:4-3:1"),
    ],
)
def test_a_block_is_shown_by_its_first_line_of_words(text, place):
    assert written(read(text.encode(), "клуб.yaml").place(("a",))) == place


@pytest.mark.parametrize("span", [(0, 99), (4, 4), (-2, 3), (7, 5)])
def test_words_that_are_not_there_are_the_whole_text(span):
    source = read("a: Клуб".encode(), "клуб.yaml")
    assert written(source.place(("a",), span=span)) == "1:4-1:8"


def test_an_item_that_stands_alone_for_its_list_has_its_words():
    source = read("a: Клуб друзей".encode(), "клуб.yaml")
    assert written(source.place(("a", 0, "name"), span=(5, 11))) == "1:9-1:15"


def test_words_of_a_list_are_the_beginning_of_the_list():
    source = read("a:\n- Клуб\n- друзей".encode(), "клуб.yaml")
    assert written(source.place(("a",), span=(0, 2))) == "2:1-2:1"


def test_a_finding_with_a_span_is_located_at_its_words():
    source = read("a: Клуб друзей".encode(), "клуб.yaml")
    finding = Finding("rule", Severity.ERROR, say("why"), ("a",), span=(5, 11))
    assert source.locate(finding).place == Place(1, 9, 1, 15)


# --- whatever the text, and however it is written --------------------------------------------

LETTERS = "абв №1.:#'\"\\-–«»😀\u00a0"
LINES = st.lists(st.text(LETTERS, max_size=9), min_size=1, max_size=5)


def literal(lines: list[str]) -> str:
    return "|2\n" + "".join(f"    {line}\n" for line in lines)


def folded(lines: list[str]) -> str:
    return ">2\n" + "".join(f"    {line}\n" for line in lines)


def single(lines: list[str]) -> str:
    return "'" + "\n\n    ".join(lines).replace("'", "''") + "'"


def double(lines: list[str]) -> str:
    return json.dumps("\n".join(lines), ensure_ascii=False)


def escaped(lines: list[str]) -> str:
    body = json.dumps("\n".join(lines), ensure_ascii=False)[1:-1].replace("😀", "\\U0001F600")
    return '"' + body.replace("в", "\\u0432").replace("\u00a0", "\\_") + '"'


def plain(lines: list[str]) -> str:
    words = [re.sub(r"[^абв1.–😀 ]", "", line).strip() for line in lines]
    return "а" + "".join(f"\n      {line}" for line in words) + "\n      в"


@pytest.mark.parametrize("style", [literal, folded, single, double, escaped, plain])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_characters_at_the_place_are_those_of_the_words(style, end):
    @law
    @given(lines=LINES, ends=st.tuples(st.integers(0, 40), st.integers(1, 20)), bom=st.booleans())
    @example(lines=["а", "", " б", "", "в"], ends=(0, 3), bom=False)
    def check(lines, ends, bom):
        text = f"a:\n  b: {style(lines)}\nc: 1\n".replace("\n", end)
        source = read(("\ufeff" if bom else "").encode() + text.encode(), "клуб.yaml")
        if source.data is None:
            return
        value = canonical(source.data["a"]["b"] or "")
        start = ends[0] % max(1, len(value))
        span = (start, min(len(value), start + ends[1]))
        if span[0] == span[1]:
            return
        found = words_at(source, source.place(ROUTE, span=span))
        assert reading(found, style) == flat(value[span[0] : span[1]])

    check()


def reading(found: str, style: object) -> str:
    """Return what words of a file say, where their style writes some of them otherwise."""
    if style is single:
        found = found.replace("''", "'")
    if style in (double, escaped):
        found = re.sub(
            r"\\(U0001F600|u0432|_|n|.)",
            lambda it: {"U0001F600": "😀", "u0432": "в", "_": "\u00a0", "n": "\n"}.get(
                it[1], it[1]
            ),
            found,
        )
    return flat(found)


def flat(text: str) -> str:
    """Return a text whose line ends and indentations count as one blank."""
    return re.sub(r"[ \n]+", " ", text)
