"""Where in a file's text a value stands, or would stand: characters, lines and columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from passportkit.findings import Route
from passportkit.lines import line_end_of
from passportkit.source.breaks import ALL_BLANKS, KEPT_BREAKS, break_at, break_before, line_end
from passportkit.source.document import Data, Source
from passportkit.source.emitter import FlowLines, Lines

_ABOVE = -2
"""The column of what holds the root: what stands below it begins in column 0."""

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


def anchor_of(source: Source, route: Route) -> Anchor:
    """Return the anchor of `route` in a file that can be read."""
    assert source.root is not None
    spot = Anchor(source.root, route, _ABOVE, 0, in_flow=False, is_item=False)
    while spot.rest and (inner := _inner(source, spot)):
        spot = inner
    return spot


def _inner(source: Source, spot: Anchor) -> Anchor | None:
    """Go one step further on the route, or return None where there is nothing further."""
    step, *rest = spot.rest
    found = source.child(spot.node, step)
    if found is None:
        return None
    in_flow = spot.in_flow or is_flow(spot.node)
    if found.key is None:
        start = spot.node.start_mark
        return Anchor(found.node, tuple(rest), start.column, start.index, in_flow, is_item=True)
    column, end = found.key.start_mark.column, found.key.end_mark.index
    return Anchor(found.node, tuple(rest), column, end, in_flow, is_item=False)


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
        return end - len(break_before(text, end))
    return line_end(text, len(text[:end].rstrip(ALL_BLANKS)))


def written_at(text: str, spot: Anchor, value: Data, stop: int) -> tuple[str, list[str]]:
    """Return what goes behind the key or the dash of an anchor, and the lines below, at `stop`."""
    lines = FlowLines() if spot.in_flow else lines_at(text, stop)
    return (lines.of_item if spot.is_item else lines.behind_key)(value, spot.column)


def as_lines(text: str, lines: Sequence[str]) -> str:
    """Return lines as they go behind one of the file's."""
    return "".join(line_end_of(text) + line for line in lines)


def lines_at(text: str, index: int) -> Lines:
    """Return what writes the lines that go behind the line that ends at `index`."""
    # one of these at the end of a text in lines would become a part of it
    one_line = break_at(text, index) in tuple(KEPT_BREAKS)
    return Lines(_least_column(text, index), one_line=one_line)


def _least_column(text: str, index: int) -> int:
    """Return from which column on a text below `index` cannot swallow the comments after it."""
    deepest = -1
    while broken := break_at(text, index):
        start = index + len(broken)
        index = line_end(text, start)
        found = _COMMENT_OR_NOTHING.fullmatch(text, start, index)
        if found is None:
            break
        if found[2]:
            deepest = max(deepest, len(found[1]))
    return deepest + 1
