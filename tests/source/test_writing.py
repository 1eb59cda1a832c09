"""An answer goes into its place, as people would write it, and nothing else changes."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from passportkit.errors import CannotGoOn
from passportkit.source.plain_data import find, is_blank
from passportkit.text import canonical
from tests.conftest import examples
from tests.source.files import add_rows, clear, data, put, remove, replace

law = settings(derandomize=True, deadline=None, max_examples=examples(200))

FILE = """\
# begins
passport: 1
title: "Клуб"   # имя
territory:   # где
period: ~
#  about tasks
tasks:
#  - each on a line
audience:
  # inside
  involved:
  affected: 5
acts:
  - act:
    adopted:
      result:
stages:
  #   I
  - period:
    description:
      # deep
  #   II
  - period:
    description:
flow: {involved: , affected: 5}
# ends
"""

PLACES = [
    ("territory",),
    ("period",),
    ("tasks",),
    ("tasks", 0),
    ("audience", "involved"),
    ("audience", "other"),
    ("acts", 0, "act"),
    ("acts", 0, "adopted", "result"),
    ("acts", 1, "act"),
    ("stages", 0, "description"),
    ("stages", 1, "period"),
    ("stages", 4, "period"),
    ("flow", "involved"),
    ("flow", "other"),
    ("applications", -1, "status"),
    ("new",),
]


def put_in(line: str, value: object, key: str = "a") -> str:
    return put(f"b: c\n{line}", (key,), value)


def is_within(old: str, new: str) -> bool:
    """Whether `new` is `old` with something put in."""
    rest = iter(new)
    return all(letter in rest for letter in old)


# --- how it looks -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Слова", "a: Слова"),
        ("2018", "a: 2018"),
        ("2019-2020 годы", "a: 2019-2020 годы"),
        ("«Слова»: да", 'a: "«Слова»: да"'),
        ("слова # не примечание", 'a: "слова # не примечание"'),
        ("- не список", 'a: "- не список"'),
        ("конец:", 'a: "конец:"'),
        ("0123", 'a: "0123"'),
        ("12:30", 'a: "12:30"'),
        ("2019-01-02", 'a: "2019-01-02"'),
        ("yes", 'a: "yes"'),
        ("null", 'a: "null"'),
        ("*звезда", 'a: "*звезда"'),
        ('Клуб "Двор"', 'a: Клуб "Двор"'),
        ('"Двор": клуб', "a: '\"Двор\": клуб'"),
        ("C:\\ клуб # 'х'", "a: 'C:\\ клуб # ''х'''"),
        ("два\nабзаца", "a: |\n  два\n  абзаца"),
        ("# раз\n  - два", "a: |\n  # раз\n    - два"),
        ("длинно " * 13 + "всё", "a: |\n  " + "длинно " * 13 + "всё"),
        (["раз", "два\nтри"], "a:\n  - раз\n  - |\n    два\n    три"),
        ([{"b": "x", "c": ["p", "q"]}], "a:\n  - b: x\n    c:\n      - p\n      - q"),
        ({"b": {"c": None}}, "a:\n  b:\n    c:"),
    ],
)
def test_an_answer_is_written_as_people_write(value, written):
    assert put_in("a:\nd: e\n", value) == f"b: c\n{written}\nd: e\n"


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("a:", "a: x"),
        ("a:  # why", "a: x  # why"),
        ("a: ~  # why", "a: x  # why"),
        ("a: null", "a: x"),
        ('a: ""', "a: x"),
        ("a: []", "a: x"),
        ("a :", "a : x"),
        ('"a":', '"a": x'),
    ],
)
def test_it_stands_behind_its_key(line, written):
    assert put_in(f"{line}\nd: e\n", "x") == f"b: c\n{written}\nd: e\n"


def test_several_lines_stand_below_the_comment_behind_the_key():
    assert put_in("a:  # why\nd: e\n", "x\ny") == "b: c\na: |  # why\n  x\n  y\nd: e\n"


def test_a_comment_below_stays_a_comment():
    written = put_in("a:\n      # why\nd: e\n", "x\ny")
    assert written == "b: c\na: |\n       x\n       y\n      # why\nd: e\n"
    assert data(written)["a"] == "x\ny\n"


def test_a_missing_key_comes_last_and_before_what_ends_the_file():
    assert put("b: c\n\n# end\n", ("a",), "x") == "b: c\na: x\n\n# end\n"
    assert put("b: c", ("a", "d"), "x\ny") == "b: c\na:\n  d: |\n    x\n    y"
    assert put("b: |\n  c\n\n\n", ("a",), "x") == "b: |\n  c\na: x\n\n\n"
    assert put("b: |+\n  c\n\n", ("a",), "x") == "b: |+\n  c\n\na: x\n"


def test_line_ends_are_those_of_the_file():
    assert put("b: c\r\na:\r\nd: e\r\n", ("a",), "x\ny") == "b: c\r\na: |\r\n  x\r\n  y\r\nd: e\r\n"


def test_signs_that_only_libyaml_breaks_lines_at_are_no_line_ends_to_write():
    assert put("# b\u2028a:\n", ("a",), "x\ny") == "# b\u2028a: |\n  x\n  y\n"
    assert put("b: c\u2028", ("a",), ["x\ny", "z"]) == 'b: c\na:\n  - "x\\ny"\n  - z\u2028'


def test_a_comment_right_behind_brackets_stays_one():
    assert put("a: []# b\n", ("a",), "x") == "a: x # b\n"
    assert put("a: {}# b\n", ("a", 0), "x") == "a:  # b\n  - x\n"


def test_brackets_and_braces_stay_on_their_line():
    assert put("a: {b: , c: d}\n", ("a", "b"), "x\ny") == 'a: {b: "x\\ny", c: d}\n'
    assert put("a: {b: }\n", ("a", "b"), "null") == 'a: {b: "null"}\n'
    assert put("a: {b: c}\n", ("a", "d"), "x") == "a: {b: c, d: x}\n"
    assert put("a: {b: }\n", ("a", "d"), "x") == "a: {b: , d: x}\n"
    assert add_rows("a: {b: []}\n", ("a", "b"), ["c", "d"]) == "a: {b: [c, d]}\n"
    assert add_rows("a: [b]\n", ("a",), ["с запятой, да"]) == 'a: [b, "с запятой, да"]\n'


# --- rows ---------------------------------------------------------------------------------


def test_rows_begin_with_the_one_that_waits():
    text = "costs:\n  - item:   # what\n    amount:\n# end\n"
    rows = [{"item": "a", "amount": "5"}, {"item": "b", "amount": None, "source": "c"}]
    assert add_rows(text, ("costs",), rows) == (
        "costs:\n  - item: a   # what\n    amount: 5\n  - item: b\n    source: c\n# end\n"
    )


def test_rows_are_added_as_those_that_stand_there():
    text = "costs:\n- item: a\n\n# end\n"
    assert add_rows(text, ("costs",), [{"item": "b", "details": ["c", "d"]}]) == (
        "costs:\n- item: a\n- item: b\n  details:\n    - c\n    - d\n\n# end\n"
    )


def test_a_row_does_not_take_what_says_something_else_by_being_there():
    text = "acts:\n  - act:\n    adopted:\n      result:\n"
    row = {"act": "a", "amended": {"changes": None}}
    assert add_rows(text, ("acts",), [row]) == text + "  - act: a\n    amended:\n"


def test_a_row_of_more_than_the_skeleton_asks_for_goes_on_behind_it():
    text = "costs:\n  - item:\n    amount:  # what\n# end\n"
    row = {"item": "a", "amount": "x\ny", "source": {"b": "c", "d": None}}
    assert add_rows(text, ("costs",), [row, {"item": "e"}]) == (
        "costs:\n  - item: a\n    amount: |  # what\n      x\n      y\n    source:\n      b: c\n"
        "  - item: e\n# end\n"
    )
    text = "costs: [{item: , amount: }]\n"
    assert add_rows(text, ("costs",), [row]) == (
        'costs: [{item: a, amount: "x\\ny", source: {b: c}}]\n'
    )


def test_a_key_alone_may_say_something():
    text = add_rows("acts:\n", ("acts",), [{"act": "a", "adopted": {"result": None}}])
    assert text == "acts:\n  - act: a\n    adopted:\n"
    text = add_rows("acts:\n  - act:\n", ("acts",), [{"act": "a", "adopted": {"result": None}}])
    assert data(text) == {"acts": [{"act": "a", "adopted": {"result": None}}]}


# --- laws ---------------------------------------------------------------------------------

texts = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from(" \t\n-#:'\"\\[]{}|>&*!%@,?`~0аб«»"),
    max_size=60,
)


@law
@given(texts, st.sampled_from(PLACES), st.sampled_from(["\n", "\r\n"]))
def test_any_text_comes_back_and_nothing_else_changes(words, place, end):
    value = canonical(words)
    if not value.strip():
        return
    before = FILE.replace("\n", end)
    after = put(before, place, value)
    found = find(data(after), place)
    assert found in (value, value + "\n")
    assert canonical(found) == value
    assert is_within(before.replace("~", ""), after)
    assert [line for line in after.split(end) if line.lstrip().startswith("#")][-1] == "# ends"
    assert without(data(after), place) == without(data(before), place)


@law
@given(texts.filter(lambda words: words.strip() and canonical(words).strip()))
def test_what_is_not_canonical_comes_back_too(words):
    kept = "".join(char for char in words if char not in "\ufffe\uffff")
    assert canonical(data(put("a:\n", ("a",), words))["a"]) == canonical(kept)


@law
@given(st.lists(texts.map(canonical).filter(str.strip), min_size=1, max_size=4))
def test_any_rows_come_back(words):
    after = add_rows(FILE, ("tasks",), words)
    assert [canonical(each) for each in data(after)["tasks"]] == words
    rows = [{"act": each, "adopted": {"result": each}} for each in words]
    after = add_rows(after, ("acts",), rows)
    found = [(row["act"], row["adopted"]["result"]) for row in data(after)["acts"]]
    assert [(canonical(act), canonical(result)) for act, result in found] == [
        (each, each) for each in words
    ]
    assert is_within(FILE, after)


def without(value: Any, place: Sequence[str | int]) -> Any:
    """Return data without what stands at a place, and without what only leads there."""
    if is_blank(value):
        return None
    if not place:
        return None
    step, *rest = place
    if isinstance(value, list):
        items = [without(v, rest) if i == step or step == -1 else v for i, v in enumerate(value)]
        return [item for item in items if not is_blank(item)] or None
    inner = {k: without(v, rest) if k == step else v for k, v in value.items()}
    return {k: v for k, v in inner.items() if not is_blank(v)} or None


# --- refusals -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "route"),
    [
        ("a: b\n", ("a",)),
        ("a: b\n", ("a", "c")),
        ("a: b\n", ("a", 0)),
        ("a: {b: c}\n", ("a",)),
        ("a:\n  - b\n", ("a", "c")),
        ("a: [{b: []}]\n", ("a", 0, "b", "c")),
        ("? a\n? b\n", ("a",)),
        ("a: [\n", ("a",)),
    ],
)
def test_what_is_said_stays_as_it_is(text, route):
    with pytest.raises(CannotGoOn):
        put(text, route, "x")


# --- beginning as another -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value", "written"),
    [
        ('a: "b"  # c\n', "x", "a: x  # c\n"),
        ("a: >-\n  b\n  b\n\n# c\n", "x: y", 'a: "x: y"\n\n# c\n'),
        ("a: b\n  b\nc: d\n", "x", "a: x\nc: d\n"),
        ("a:\nc: d\n", "x", "a: x\nc: d\n"),
        ("c: d\n", "x", "c: d\na: x\n"),
        ("a: [b]  # c\n", ["x", "z"], "a: [x, z]  # c\n"),
        ("a:\n- b\n- b\nc: d\n", ["x"], "a: [x]\nc: d\n"),
        ("a:  # c\n  - b\n", ["x"], "a:  # c\n  [x]\n"),
        ("{a: b}\n", "x", "{a: x}\n"),
    ],
)
def test_one_value_takes_the_place_of_another(text, value, written):
    assert replace(text, ("a",), value) == written


@pytest.mark.parametrize(
    ("text", "cleared", "removed"),
    [
        ("a: b  # c\nd: e\n", "a:  # c\nd: e\n", "d: e\n"),
        ("a:  # c\n  - b: |\n      c\n\n# d\nd: e\n", "a:  # c\n\n# d\nd: e\n", "\n# d\nd: e\n"),
        ("d: e\na:\n  b: c", "d: e\na:\n", "d: e\n"),
        ("d: e\r\na: [b,\r\n c]\r\n", "d: e\r\na:\r\n", "d: e\r\n"),
        ("d: e\n", "d: e\n", "d: e\n"),
    ],
)
def test_a_key_loses_its_value_or_goes(text, cleared, removed):
    assert clear(text, "a") == cleared
    assert remove(text, "a") == removed
