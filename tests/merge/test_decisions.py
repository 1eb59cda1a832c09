"""Whose words hold: in all fields, or in some, which have names that people write."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from passportkit.errors import CannotGoOn
from passportkit.merge import Decisions
from passportkit.merge.decisions import field_name, field_route
from tests.conftest import examples

keys = st.from_regex(r"[a-z][a-z_-]{0,8}", fullmatch=True)
steps = st.integers(0, 2000) | keys | st.integers(1, 2000).map(lambda number: f"+{number}")


@settings(derandomize=True, deadline=None, max_examples=examples(100))
@given(keys, st.lists(steps, max_size=4))
def test_a_field_is_found_again_by_its_name(key, further):
    route = (key, *further)
    assert field_route(field_name(route)) == route


@pytest.mark.parametrize(
    ("name", "route"),
    [
        ("goals", ("goals",)),
        ("results[2].value", ("results", 1, "value")),
        ("for.note.costs[1]", ("for", "note", "costs", 0)),
        ("results[+2]", ("results", "+2")),
    ],
)
def test_rows_are_counted_from_one(name, route):
    assert field_route(name) == route
    assert field_name(route) == name


@pytest.mark.parametrize("name", ["", ".", "a.", ".a", "a..b", "a[0]", "a[x]", "a[1", "[1]", "a]"])
def test_what_is_no_name_is_refused(name):
    with pytest.raises(CannotGoOn, match="is no name of a field"):
        field_route(name)


def test_the_nearest_decides():
    decisions = Decisions("ours", {("a",): "theirs", ("a", 1): "ours", ("a", 1, "b"): "theirs"})
    assert decisions.side([("a", 1, "b")]) == "theirs"
    assert decisions.side([("a", 1, "c")]) == "ours"
    assert decisions.side([("a", 2, "b")]) == "theirs"
    assert decisions.side([("c",)]) == "ours"
    assert Decisions().side([("a",)]) is None
