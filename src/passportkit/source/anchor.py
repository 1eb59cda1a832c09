"""Where in a file's text a value stands, or would stand: characters, lines and columns."""

from __future__ import annotations

import re
from dataclasses import dataclass

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from passportkit.findings import Route
from passportkit.source.proof import source_of

BLANKS = " \t"
ALL_BLANKS = " \t\r\n\x85\u2028\u2029"
_ABOVE = -2
"""The column of what holds the root: what stands below it begins in column 0."""

_ENDS = "\n\r\x85\u2028\u2029"
_END = re.compile(f"\r\n|[{_ENDS}]")
_TO_END = re.compile("[^\n\r\x85\u2028\u2029]*")
_COMMENT_OR_NOTHING = re.compile("([ \t]*)(#.*)?")


@dataclass(frozen=True, slots=True)
class Anchor:
    """The last node on a route, how it is held, and the steps that the file does not have.

    `column` is that of the key or the dash before the node; `key_end` is where that ends.
    """

    node: Node
    rest: Route
    column: int
    key_end: int
    in_flow: bool
    is_item: bool


def anchor_of(text: str, route: Route) -> Anchor:
    """Return the spot for `route` in a file that can be read."""
    root = source_of(text).root
    assert root is not None
    spot = Anchor(root, route, _ABOVE, 0, in_flow=False, is_item=False)
    while spot.rest and (inner := _inner(spot)):
        spot = inner
    return spot


def _inner(spot: Anchor) -> Anchor | None:
    """Go one step further on the route, or return None where there is nothing further."""
    node, (step, *rest) = spot.node, spot.rest
    in_flow = spot.in_flow or is_flow(node)
    if isinstance(node, MappingNode):
        for key, value in reversed(node.value):
            if key.value == step:
                column, end = key.start_mark.column, key.end_mark.index
                return Anchor(value, tuple(rest), column, end, in_flow, is_item=False)
    if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
        start = node.start_mark
        return Anchor(node.value[step], tuple(rest), start.column, start.index, in_flow, True)
    return None


def is_flow(node: Node) -> bool:
    """Whether a node stands in brackets or braces."""
    return bool(getattr(node, "flow_style", False))


def is_empty_flow(text: str, spot: Anchor) -> bool:
    """Whether there are just two brackets or braces, which may go."""
    node = spot.node
    empty = isinstance(node, MappingNode | SequenceNode) and not node.value and not spot.in_flow
    return empty and "#" not in text[node.start_mark.index : node.end_mark.index]


def content_end(text: str, node: Node) -> int:
    """Return where the last character of a node stands; the marks of collections come later."""
    if not isinstance(node, ScalarNode) and not is_flow(node):
        last = node.value[-1]
        return content_end(text, last[1] if isinstance(last, tuple) else last)
    end: int = node.end_mark.index
    if end == node.start_mark.index:  # of a key alone, `? a`, the mark is that of the next one
        return len(text[:end].rstrip(ALL_BLANKS))
    if not isinstance(node, ScalarNode) or node.style not in ("|", ">"):
        return end
    start: int = node.start_mark.index
    if "+" in text[start : line_end(text, start)].partition("#")[0]:
        return end - len(_break_before(text, end))
    return line_end(text, len(text[:end].rstrip(ALL_BLANKS)))


def line_end(text: str, index: int) -> int:
    """Return where the line ends in which `index` is, before its line end."""
    found = _TO_END.match(text, index)
    assert found is not None
    return found.end()


def line_start(text: str, index: int) -> int:
    """Return where the line begins in which `index` is."""
    return max(text.rfind(end, 0, index) for end in _ENDS) + 1


def break_at(text: str, index: int) -> str:
    """Return the line end that stands at `index`, or nothing."""
    found = _END.match(text, index)
    return found[0] if found else ""


def _break_before(text: str, index: int) -> str:
    ends = text[max(0, index - 2) : index]
    return ends if ends == "\r\n" else ends[-1:] if _END.fullmatch(ends[-1:]) else ""


def line_break(text: str) -> str:
    """Return how the file ends its lines."""
    found = _END.search(text)
    return found[0] if found else "\n"


def least_column(text: str, index: int) -> int:
    """Return from which column on a text below `index` cannot swallow the comments after it."""
    deepest = -1
    for line in _END.split(text[index:])[1:]:
        found = _COMMENT_OR_NOTHING.fullmatch(line)
        if found is None:
            break
        if found[2]:
            deepest = max(deepest, len(found[1]))
    return deepest + 1
