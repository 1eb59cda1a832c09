"""Values as JSON and back: what has another shape than its type is refused, and never run."""

from __future__ import annotations

import json
from typing import Any, Literal, NamedTuple

import pytest

from passportkit.word.template.plain import from_json, to_json


class Leaf(NamedTuple):
    text: str
    manner: Literal["a", "b"] = "a"


class Branch(NamedTuple):
    inner: tuple[ProgramStep, ...]


ProgramStep = str | Leaf | Branch


class Tree(NamedTuple):
    pair: tuple[str, int]
    yes: bool
    content: bytes
    steps: tuple[ProgramStep, ...]


TREE = Tree(("слово", 1), True, b"\0\xff", ("<w:p/>", Leaf("х", "b"), Branch((Leaf("у"), ""))))
PLAIN: list[Any] = [
    "Tree",
    ["слово", 1],
    True,
    "AP8=",
    ["<w:p/>", ["Leaf", "х", "b"], ["Branch", [["Leaf", "у", "a"], ""]]],
]


def is_refused(kind: type, content: bytes) -> bool:
    try:
        from_json(kind, content)
    except ValueError:
        return True
    return False


def test_a_value_comes_back():
    assert json.loads(to_json(TREE)) == PLAIN
    assert from_json(Tree, to_json(TREE)) == TREE


@pytest.mark.parametrize(
    ("at", "value"),
    [
        ((0,), "Leaf"),
        ((1,), ["слово"]),
        ((1,), ["слово", 1, 2]),
        ((1,), "слово"),
        ((1,), None),
        ((1, 0), 1),
        ((1, 0), "\ud800"),
        ((1, 1), "1"),
        ((1, 1), True),
        ((1, 1), 1.5),
        ((2,), 1),
        ((3,), "no base64 at all"),
        ((3,), 1),
        ((4,), {"steps": []}),
        ((4, 0), 1),
        ((4, 0), []),
        ((4, 0), ["Tree", ["", 1], True, "", []]),
        ((4, 0), ["Nothing"]),
        ((4, 0), [["Leaf"], "х", "a"]),
        ((4, 0), "\udfff"),
        ((4, 1), ["Leaf", "х"]),
        ((4, 1), ["Leaf", "х", "c"]),
        ((4, 1), ["Leaf", "х", ["a"]]),
        ((4, 1), ["Leaf", "х", "a", "a"]),
        ((4, 2, 1, 0), None),
    ],
)
def test_another_shape_is_refused(at: tuple[int, ...], value: Any):
    plain = json.loads(json.dumps(PLAIN))
    holder = plain
    for index in at[:-1]:
        holder = holder[index]
    holder[at[-1]] = value
    assert is_refused(Tree, json.dumps(plain).encode())


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"null",
        b"{}",
        b"[]",
        b"\xff",
        b"[" * 100_000,
        b"9" * 5_000,
        b'["Tree",NaN]',
        b'["Branch",[' * 400 + b"]]" * 400,
    ],
    ids=range(9),
)
def test_what_is_no_value_is_refused(content: bytes):
    assert is_refused(Tree, content)
    assert is_refused(Branch, content)
