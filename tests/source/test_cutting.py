"""What is said no longer goes with its comments, and items take another order with theirs."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from passportkit.errors import CannotGoOn
from passportkit.source.cutting import New
from tests.conftest import examples
from tests.source.files import arrange, clear, data, remove

law = settings(derandomize=True, deadline=None, max_examples=examples(200))


# --- keys ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "route", "after"),
    [
        ("a: b  # c\nd: e\n", ("a",), "d: e\n"),
        ("# c\na: |\n  b\n\n# d\nd: e\n", ("a",), "# c\n\n# d\nd: e\n"),
        ("d: e\na:\n  - b\n  # c\n  - f", ("a",), "d: e\n"),
        ("a:\n  b: c\n  d: e\nf: g\n", ("a", "d"), "a:\n  b: c\nf: g\n"),
        ("a:\n  b: c\n  # e\n  d: e\n", ("a", "b"), "a:\n  # e\n  d: e\n"),
        ("a:  # f\n  b: c\nd: e\n", ("a", "b"), "a:  # f\nd: e\n"),
        ("a:\n  - b: c\n    d: e\n", ("a", 0, "d"), "a:\n  - b: c\n"),
        ("a:\n  - b: c\n    d: e\n", ("a", 0, "b"), "a:\n  - d: e\n"),
        ("a:\n  - b: c  # f\n    d: e\n", ("a", 0, "b"), "a:\n  - d: e\n"),
        ("a:\n  - b: |\n      c\n    d: e\n", ("a", 0, "b"), "a:\n  - d: e\n"),
        ("a:\n  - b: c  # f\n", ("a", 0, "b"), "a:\n  - b:  # f\n"),
        ("a: {b: c, d: e, f: g}\n", ("a", "b"), "a: {d: e, f: g}\n"),
        ("a: {b: c, d: e, f: g}\n", ("a", "d"), "a: {b: c, f: g}\n"),
        ("a: {b: c, d: e, f: g}\n", ("a", "f"), "a: {b: c, d: e}\n"),
        ("a: {b: c}\n", ("a", "b"), "a: {}\n"),
        ("d: e\n", ("a",), "d: e\n"),
        ("d: e\n", ("d", 3), "d: e\n"),
        ("d: e\r\na: b\r\nf: g\r\n", ("a",), "d: e\r\nf: g\r\n"),
    ],
)
def test_a_key_goes(before, route, after):
    assert remove(before, *route) == after


@pytest.mark.parametrize(
    ("before", "route", "after"),
    [
        ("a:\n  b: c  # d\n", ("a", "b"), "a:\n  b:  # d\n"),
        ("a:\n  - b  # c\n", ("a", 0), "a:\n  -  # c\n"),
        ("a:\n  - b\n  - c  # c\n", ("a", 1), "a:\n  - b\n  -  # c\n"),
        ("a:\n  -\n    b\n  - c\n", ("a", 0), "a:\n  -\n  - c\n"),
        ("a: {b: c, d: e}\n", ("a", "b"), "a: {b: , d: e}\n"),
    ],
)
def test_a_value_goes_and_its_key_stays(before, route, after):
    assert clear(before, *route) == after


# --- items --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "index", "after"),
    [
        ("a:\n  - b\n  - c\nd: e\n", 0, "a:\n  - c\nd: e\n"),
        ("a:\n  - b\n  - c\nd: e\n", 1, "a:\n  - b\nd: e\n"),
        ("a:\n  - b\n  - c", 1, "a:\n  - b"),
        ("a:\n- b\n- c\n", 0, "a:\n- c\n"),
        ("a:  # d\n  - b\n\n# e\nf: g\n", 0, "a:  # d\n\n# e\nf: g\n"),
        # a comment right above belongs to it, and one below that is indented further
        ("a:\n  # b\n  - b\n  # c\n  - c\n", 1, "a:\n  # b\n  - b\n"),
        ("a:\n  # b\n  - b\n  # c\n  - c\n", 0, "a:\n  # c\n  - c\n"),
        ("a:\n  - b\n    # b\n  - c\n", 0, "a:\n  - c\n"),
        # one behind an empty line does not
        ("a:\n  - b\n  # x\n\n  - c\n  - d\n", 1, "a:\n  - b\n  # x\n\n  - d\n"),
        ("a:\n  # x\n\n  - b\n  - c\n", 0, "a:\n  # x\n\n  - c\n"),
        # empty lines between items
        ("a:\n  - b\n\n  - c\n\n  - d\n", 1, "a:\n  - b\n\n  - d\n"),
        # between brackets
        ("a: [b, c, d]\n", 0, "a: [c, d]\n"),
        ("a: [b, c, d]\n", 1, "a: [b, d]\n"),
        ("a: [b, c, d]\n", 2, "a: [b, c]\n"),
        ("a: [b,\n  c,\n  d]\n", 1, "a: [b,\n  d]\n"),
        # records
        ("a:\n  - b: c\n    d: e\n  - b: f\n", 0, "a:\n  - b: f\n"),
        ("a:\n  -\n    b: c\n  - b: f\n", 0, "a:\n  - b: f\n"),
        ("a:\n  - |\n    b\n\n  - c\n", 0, "a:\n  - c\n"),
        ("a:\r\n  - b\r\n  - c\r\n", 0, "a:\r\n  - c\r\n"),
    ],
)
def test_an_item_goes_with_its_comments(before, index, after):
    assert remove(before, "a", index) == after


def test_what_stands_behind_two_dashes_is_left_alone():
    with pytest.raises(CannotGoOn):
        remove("a:\n  - - b\n    - c\n", "a", 0, 0)
    assert remove("a: b\n? c\n: d\n", "c") == "a: b\n"


def test_a_list_without_items_says_nothing():
    assert remove("a:\n  # b\n  - b\nc: d\n", "a", 0) == "a:\n  # b\nc: d\n"
    assert data(remove("a: [b]\n", "a", 0)) == {"a": None}


@pytest.mark.parametrize(
    ("before", "plan", "after"),
    [
        ("a:\n  - b\n  - c\n", [1, 0], "a:\n  - c\n  - b\n"),
        ("a:\n  - b\n  - c", [1, 0], "a:\n  - c\n  - b"),
        ("a:\n  - b\n  - c\nd: e\n", [0, New("x"), 1], "a:\n  - b\n  - x\n  - c\nd: e\n"),
        ("a:\n- b\n", [New("x"), 0], "a:\n- x\n- b\n"),
        ("a:\n  # b\n  - b  # b\n  - c\n", [1, 0], "a:\n  - c\n  # b\n  - b  # b\n"),
        ("a:\n  - b\n\n  - c\n\n  - d\n", [2, 0, 1], "a:\n  - d\n\n  - b\n\n  - c\n"),
        ("a:\n  - b\n\n  - c\n", [0, 1, New("x")], "a:\n  - b\n\n  - c\n\n  - x\n"),
        ("a: [b, c]  # d\n", [1, New("x y"), 0], 'a: [c, "x y", b]  # d\n'),
        (
            "a:\n  - b: c\n    d: |\n      e\n  - b: f\n",
            [1, New({"b": "g", "d": None}), 0],
            "a:\n  - b: f\n  - b: g\n    d:\n  - b: c\n    d: |\n      e\n",
        ),
        (
            "a:\n  - {b: c}  # c\n  - {b: d}\n",
            [0, New({"b": "e"}), 1],
            "a:\n  - {b: c}  # c\n  - {b: e}\n  - {b: d}\n",
        ),
        ("a:\n  - b\n", [New("x")], "a:\n  - x\n"),
        ("a:\r\n  - b\r\n  - c\r\n", [1, New("x"), 0], "a:\r\n  - c\r\n  - x\r\n  - b\r\n"),
    ],
)
def test_items_take_the_order_of_a_plan(before, plan, after):
    assert arrange(before, ("a",), plan) == after


ITEMS = [
    "  - b   # b\n",
    "  # c\n  - c\n",
    "  - |\n    d\n\n    # d\n",
    "  - e: f   # e\n    # deeper\n    g: h\n",
    "  - >-\n    i\n    i\n    # below\n",
    '  # j 1\n  # j 2\n  - "j"\n    # j 3\n',
    "  -\n    k\n",
    "  - {l: m}\n",
    "  - n:\n    o:   # p\n",
    "  -   # nothing\n",
]


@law
@given(
    st.lists(st.sampled_from(ITEMS), min_size=1, max_size=6),
    st.sampled_from(["", "\n", "  # between\n\n"]),
    st.data(),
)
def test_in_any_order_each_item_keeps_what_is_its_own(items, between, draw):
    before = "z: z\na:\n" + between.join(items) + "\n# end\ny: y\n"
    count = len(data(before)["a"])
    plan = draw.draw(st.permutations(range(count)))[: draw.draw(st.integers(1, count))]
    after = arrange(before, ("a",), plan)
    assert data(after)["a"] == [data(before)["a"][index] for index in plan]
    assert after.startswith("z: z\na:\n")
    assert after.endswith("\n# end\ny: y\n")
    for index in plan:
        assert items[index].rstrip("\n") in after
    assert after.count("# between") == before.count("# between")
