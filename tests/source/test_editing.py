"""Other words take the place of those that stand there, in the same style, and nothing else."""

import time
from difflib import SequenceMatcher

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from passportkit.findings import Route
from passportkit.source import read
from passportkit.text import canonical
from tests.conftest import examples
from tests.source.files import change, data, reword

law = settings(derandomize=True, deadline=None, max_examples=examples(200))


@pytest.mark.parametrize(
    ("before", "words", "after"),
    [
        # plain
        ("a: b  # c\nd: e\n", "x y", "a: x y  # c\nd: e\n"),
        ("a: b  # c\n", "x: y", 'a: "x: y"  # c\n'),
        ("a: b  # c\n", "x\ny", "a: |  # c\n  x\n  y\n"),
        ("a: 6  # c\n", "7", "a: 7  # c\n"),
        ("a: 6.5\n", "7.5", "a: 7.5\n"),
        ("a: слово\n", "7.5", 'a: "7.5"\n'),
        ("a: b", "x", "a: x"),
        ("a : b\n", "x", "a : x\n"),
        ("a:\n  b\nd: e\n", "x", "a:\n  x\nd: e\n"),
        ("a:  # c\n  b\nd: e\n", "x", "a:  # c\n  x\nd: e\n"),
        ("a:\n  b\nd: e\n", "x\ny", "a: |\n  x\n  y\nd: e\n"),
        # plain, over several lines
        ("a: b b\n  c c\n  d\n", "b b c x d", "a: b b\n  c x\n  d\n"),
        ("a: b b\n  c c\n  d\n", "c c d", "a: c c\n  d\n"),
        ("a: b b\n    c c  # d\n", "b b c", "a: b b\n    c  # d\n"),
        ("a: b b\n  c c\n\n  d\n", "b b c c\nx", "a: b b\n  c c\n\n  x\n"),
        ("a: b b\n  c c\n\n  d\n", "d", "a: d\n"),
        # in quotes
        ('a: "b: c"  # d\n', "x", 'a: "x"  # d\n'),
        ("a: 'b: c'  # d\n", "it's", "a: 'it''s'  # d\n"),
        ('a: "b \\"c\\""\n', 'x "y" \\ z', 'a: "x \\"y\\" \\\\ z"\n'),
        ('a: "b\\nc"\n', "b\nx", 'a: "b\\nx"\n'),
        ('a: "b"  # c\n', "x\ny", "a: |  # c\n  x\n  y\n"),
        ("a: 'b b\n  c c'\n", "b b x", "a: 'b b\n  x'\n"),
        ('a: "b b\n  c\n\n  d"\n', "b b c\nd\nx", 'a: "b b\n  c\n\n  d\n\n  x"\n'),
        ('"a": "b"\n', "x", '"a": "x"\n'),
        # literal
        ("a: |  # c\n  b\n\n  d\n# e\n", "b\nx\ny", "a: |  # c\n  b\n\n  x\n  y\n# e\n"),
        ("a: |-\n    b\n    d\nf: g\n", "d", "a: |-\n    d\nf: g\n"),
        ("a: |+\n  b\n\nf: g\n", "x\ny", "a: |+\n  x\n  y\n\nf: g\n"),
        ("a: |2\n    b\n  c\n", "b\n x", "a: |2\n  b\n   x\n"),
        ("a: |\n  b\n    c\n  d\n", "b\n  c\nx", "a: |\n  b\n    c\n  x\n"),
        ("a: |\n  b", "x\ny", "a: |\n  x\n  y"),
        ("a: |  # c\n  b\n", "\ufeffx", 'a: "\\ufeffx"  # c\n'),
        # folded
        (
            "a: >\n  b b b\n  c c c\n\n  d d d\n  e e e\n",
            "b b b c x x c c\nd d d e e e",
            "a: >\n  b b b\n  c x x\n  c c\n\n  d d d\n  e e e\n",
        ),
        ("a: >-  # c\n  b\n\n  d\n", "b\nx\nd", "a: >-  # c\n  b\n\n  x\n\n  d\n"),
        ("a: >-\n  b\nf: g\n", "- x\n  - y", "a: |-\n  - x\n    - y\nf: g\n"),
        # with a tag or an anchor
        # where only libyaml breaks a line, a block is written anew
        ("a: >-\n  b\u2028  c\nd: e\n", "x", "a: x\nd: e\n"),
        ("a: |  # c\u2028  b\nd: e\n", "x\ny", "a: |  # c\n  x\n  y\nd: e\n"),
        ("a: 'b\u2028  c'\n", "it's", "a: 'it''s'\n"),
        # as the file ends its lines
        ("a: |\r\n  b\r\n  c\r\nd: e\r\n", "b\nx\ny", "a: |\r\n  b\r\n  x\r\n  y\r\nd: e\r\n"),
        ("a: b\r\nd: e\r\n", "x\ny", "a: |\r\n  x\r\n  y\r\nd: e\r\n"),
    ],
)
def test_words_change_in_the_style_they_have(before, words, after):
    assert reword(before, {("a",): words}) == after


@pytest.mark.parametrize(
    ("before", "words", "after"),
    [
        ("a: {b: c, d: e}\n", "x y", "a: {b: x y, d: e}\n"),
        ("a: {b: c, d: e}\n", "x, y", 'a: {b: "x, y", d: e}\n'),
        ("a: {b: 'c', d: e}\n", "x, y", "a: {b: 'x, y', d: e}\n"),
        ("a: {b: c, d: e}\n", "x\ny", 'a: {b: "x\\ny", d: e}\n'),
        ("a: {b: c,\n  d: e}  # f\n", "x", "a: {b: x,\n  d: e}  # f\n"),
    ],
)
def test_between_braces_it_stays_on_its_line(before, words, after):
    assert reword(before, {("a", "b"): words}) == after


def test_items_change_like_values_of_keys():
    before = "a:\n  - b  # c\n  # d\n  - |\n    e\n  -\n    f\n- g: [h, i]\n"
    before = before.replace("- g", "g")
    words: dict[Route, str] = {("a", 0): "x", ("a", 1): "e\ny", ("a", 2): "z", ("g", 1): "w"}
    assert reword(before, words) == (
        "a:\n  - x  # c\n  # d\n  - |\n    e\n    y\n  -\n    z\ng: [h, w]\n"
    )


def test_a_long_line_is_folded_as_wide_as_the_others():
    before = "a: >-\n  один два три\n  четыре пять\n"
    after = reword(before, {("a",): "один два три четыре шесть семь восемь"})
    assert after == "a: >-\n  один два три\n  четыре шесть\n  семь восемь\n"


def test_a_text_of_many_lines_is_spelt_in_a_second():
    lines = [f"строка номер {number}" for number in range(5_000)]
    before = "a: |\n" + "".join(f"  {line}\n" for line in lines)
    words = "\n".join(f"{line}, исправлена" for line in lines)
    began = time.process_time()
    assert data(reword(before, {("a",): words})) == {"a": words + "\n"}
    assert time.process_time() - began < 4


def test_a_value_of_another_kind_stands_below_its_key():
    assert change("a: b  # c\nd: e\n", ("a",), ["x", "z"]) == "a:  # c\n  - x\n  - z\nd: e\n"
    assert change("a:  # c\n  - b\nd: e\n", ("a",), "x") == "a: x  # c\nd: e\n"
    assert change("a:\n  - b  # c\n", ("a", 0), {"d": "b", "e": "f"}) == (
        "a:\n  - d: b  # c\n    e: f\n"
    )


# --- laws ---------------------------------------------------------------------------------

FILE = """\
# begins
passport: 1   # version
plain: слова без кавычек   # why

over: одна строка,
  другая строка
  и третья
  # not a part of it
single: 'в одних, «да»'
double: "в двух: \\"да\\""  # why
# literal
literal: |  # why
  первая строка

  вторая строка
    глубже
  # не примечание
#  after it
stripped: |-
    далеко справа
kept: |+
  конец

folded: >
  Первый абзац стоит
  на двух строках.

  Второй абзац.
below:
  на своей строке
list:
  - первый   # why
  # second
  - "второй"
  - >-
    третий, в две
    строки
record: {one: слово, two: "другое", three: 5}  # why
rows:
  - name: имя
    # about it
    role: роль
  - только имя
# ends
"""

PLACES = [
    ("plain",),
    ("over",),
    ("single",),
    ("double",),
    ("literal",),
    ("stripped",),
    ("kept",),
    ("folded",),
    ("below",),
    ("list", 0),
    ("list", 1),
    ("list", 2),
    ("record", "one"),
    ("record", "two"),
    ("record", "three"),
    ("rows", 0, "name"),
    ("rows", 0, "role"),
    ("rows", 1),
]

words = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from(" \t\n-#:'\"\\[]{}|>&*!%@,?`~0аб«»"),
    max_size=60,
)


def extent(place: Route) -> range:
    """Return the lines that a value of the file may use, from its key or dash on."""
    source = read(FILE.encode(), "")
    node = source.root
    assert node is not None
    for step in place:
        pairs = node.value
        node = pairs[step] if isinstance(step, int) else {k.value: v for k, v in pairs}[step]
    first = source.place(place, on_key=True).line
    last = node.end_mark.line + (node.end_mark.column > 0)
    return range(first, max(first, last) + 1)


@law
@given(words, st.sampled_from(PLACES), st.sampled_from(["\n", "\r\n"]))
def test_any_words_come_back_and_no_other_line_changes(text, place, end):
    value = canonical(text)
    if not value.strip():
        return
    before = FILE.replace("\n", end)
    after = reword(before, {place: value})
    expected = data(before)
    holder = expected
    for step in place[:-1]:
        holder = holder[step]
    found = data(after)
    for step in place:
        found = found[step]
    assert canonical(found) == value
    holder[place[-1]] = found
    assert data(after) == expected
    old, new = before.split(end), after.split(end)
    lines = extent(place)
    assert new[: lines.start - 1] == old[: lines.start - 1]
    tail = len(old) - lines.stop + 1
    assert new[len(new) - tail :] == old[len(old) - tail :]


@law
@given(st.permutations(PLACES), words)
def test_many_texts_change_in_one_go_as_one_by_one(places, text):
    value = canonical(text)
    if not value.strip():
        return
    one_by_one = FILE
    for place in places[:5]:
        one_by_one = reword(one_by_one, {place: value})
    assert data(reword(FILE, dict.fromkeys(places[:5], value))) == data(one_by_one)


@law
@given(st.sampled_from(PLACES), st.data())
def test_one_word_changes_one_line_or_two(place, draw):
    found = data(FILE)
    for step in place:
        found = found[step]
    pieces = canonical(found).split(" ")
    index = draw.draw(st.integers(0, len(pieces) - 1))
    if "\n" in pieces[index] or not pieces[index]:
        return
    pieces[index] = "иное"
    after = reword(FILE, {place: " ".join(pieces)})
    old, new = FILE.split("\n"), after.split("\n")
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    changed = [step for step in steps if step[0] != "equal"]
    assert len(changed) <= 1
    assert all(end - first <= 1 for _, first, end, _, _ in changed)
