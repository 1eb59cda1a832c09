"""Taking out of an author's YAML what is said no longer, and bringing lists into another order.

As in `writing`, what is returned is an edit that still has to be proved.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from yaml.nodes import MappingNode, Node, SequenceNode

from passportkit.edits import GONE, Edit, Meaning, Splice
from passportkit.findings import Route
from passportkit.lines import line_end_of
from passportkit.source.anchor import anchor_of, content_end, is_flow, lines_at
from passportkit.source.breaks import BLANKS, BREAK, break_at, line_end, line_start
from passportkit.source.document import Data, Source
from passportkit.source.emitter import FlowLines, flow
from passportkit.source.plain_data import find, is_blank
from passportkit.source.proof import data_of, refusal


class New(NamedTuple):
    """An item that a list does not have yet."""

    value: Data


def clear(source: Source, route: Route) -> Edit:
    """Return the edit after which nothing is said at `route`; its key or dash stays."""
    text = source.text
    if is_blank(find(data_of(source), route)):
        return Edit(text)
    spot = anchor_of(source, route)
    start, end = spot.node.start_mark.index, content_end(text, spot.node)
    line = line_start(text, start)
    is_below = not text[line:start].strip(BLANKS)
    if is_below and not spot.in_flow:  # whole lines go, and a comment behind the key stays
        start, end = line, line_end(text, end)
        end += len(break_at(text, end))
    elif not spot.in_flow:
        start = len(text[:start].rstrip(BLANKS))
    return Edit(text, (Splice(start, end, ""),), (Meaning(route, None),))


def remove(source: Source, route: Route) -> Edit:
    """Return the edit that takes out what stands at `route`, with its key or dash.

    Comments on lines of their own stay, but those of an item of a list go with it: those right
    above its dash, as far to the right as that, and those right below it, further to the right.
    The only key of an item stays, with nothing behind it.
    """
    *above, step = route
    holder = find(data_of(source), tuple(above))
    if isinstance(step, int) and isinstance(holder, list) and step < len(holder):
        return arrange(source, tuple(above), [i for i in range(len(holder)) if i != step])
    if not isinstance(holder, dict) or step not in holder:
        return Edit(source.text)
    node = anchor_of(source, tuple(above)).node
    assert isinstance(node, MappingNode)
    if len(holder) == 1 and above and not is_flow(node):  # an item cannot be nothing at all
        return clear(source, route if isinstance(above[-1], int) else tuple(above))
    index = next(i for i, (key, _value) in enumerate(node.value) if key.value == step)
    start, end = (_between if is_flow(node) else _lines_of)(source.text, node, index)
    return Edit(source.text, (Splice(start, end, ""),), (Meaning(route, GONE),))


def arrange(source: Source, route: Route, plan: Sequence[int | New]) -> Edit:
    """Return the edit after which the list at `route` has other items.

    The plan has the numbers of items that are there, and what is new; what it does not have goes.
    Items keep their spelling and their comments, as `remove` understands them; among items in
    braces new ones have braces too.
    """
    items = find(data_of(source), route)
    if list(plan) == list(range(len(items or ()))):
        return Edit(source.text)
    if not plan:
        return clear(source, route)
    node = anchor_of(source, route).node
    if not isinstance(node, SequenceNode):
        raise refusal()
    splice = (_arranged_in_flow if is_flow(node) else _arranged)(source.text, node, plan)
    meaning = Meaning(route, [_item(items, each) for each in plan])
    return Edit(source.text, (splice,), (meaning,))


def _item(items: Sequence[Data], each: int | New) -> Data:
    return each.value if isinstance(each, New) else items[each]


# --- keys -----------------------------------------------------------------------------------


def _ends(node: Node | tuple[Node, Node]) -> tuple[Node, Node]:
    """Return the nodes with which a child of a collection begins and ends."""
    return node if isinstance(node, tuple) else (node, node)


def _between(text: str, node: Node, index: int) -> tuple[int, int]:
    """Return the stretch of a child between brackets or braces, with one of its commas."""
    first, last = _ends(node.value[index])
    start, end = first.start_mark.index, content_end(text, last)
    if index + 1 < len(node.value):
        return start, _ends(node.value[index + 1])[0].start_mark.index
    if index:
        return content_end(text, _ends(node.value[index - 1])[1]), end
    return start, end


def _lines_of(text: str, node: Node, index: int) -> tuple[int, int]:
    """Return the stretch of a key and its value: their lines, or what follows a dash."""
    key, value = node.value[index]
    start = key.start_mark.index
    line = line_start(text, start)
    end = line_end(text, content_end(text, value))
    if index + 1 == len(node.value) or not text[line:start].strip(BLANKS):
        return line, end + len(break_at(text, end))
    behind = node.value[index + 1][0].start_mark.index
    is_alone = not text[end:behind].strip()  # else a comment stands between
    return start, behind if is_alone else content_end(text, value)


# --- items ----------------------------------------------------------------------------------


def _arranged(text: str, node: SequenceNode, plan: Sequence[int | New]) -> Splice:
    column, ending = node.start_mark.column, line_end_of(text)
    stretches = _stretches(text, node, column)
    start, end = stretches[0][0], stretches[-1][1]
    gaps = _gaps(text, stretches, {each for each in plan if isinstance(each, int)})
    in_braces = all(isinstance(item, MappingNode) and is_flow(item) for item in node.value)
    lines = FlowLines() if in_braces else lines_at(text, end)
    written = ""
    for place, each in enumerate(plan):
        gap = gaps.usual if isinstance(each, New) else gaps.above.get(each, gaps.usual)
        written += gap if place else gap[len(break_at(gap, 0)) :] if gap.strip() else ""
        if isinstance(each, New):
            written += ending.join(lines.with_dash(each.value, column))
        else:
            written += text[slice(*stretches[each])]
    return Splice(start, end, written + gaps.behind)


class _Gaps(NamedTuple):
    """What stands above an item, from the one above on; how it is usual; and behind the last."""

    above: Mapping[int, str]
    usual: str
    behind: str


def _gaps(text: str, stretches: Sequence[tuple[int, int]], kept: Collection[int]) -> _Gaps:
    """Take the gaps apart; a comment above an item that goes stays above the next one."""
    gaps = [text[end:start] for (_, end), (start, _) in pairwise(stretches)]
    usual = gaps[0] if len(set(gaps)) == 1 and not gaps[0].strip() else line_end_of(text)
    above: dict[int, str] = {}
    waiting = ""
    for index, gap in enumerate(gaps, 1):
        if gap.strip():
            waiting += gap[len(break_at(gap, 0)) if waiting else 0 :]
        if index in kept:
            above[index], waiting = waiting or gap, ""
    if waiting:  # as it stands behind the last item, without the line end before the next
        waiting = waiting[: [*BREAK.finditer(waiting)][-1].start()]
    return _Gaps(above, usual, waiting)


def _stretches(text: str, node: SequenceNode, column: int) -> list[tuple[int, int]]:
    """Return where each item begins with its comments, and where it ends."""
    dash = re.compile(rf" {{{column}}}-")
    found: list[tuple[int, int]] = []
    for item in node.value:
        line = line_start(text, item.start_mark.index)
        while not dash.match(text, line):  # an item may stand below its dash
            if not line:  # or the dash behind another one
                raise refusal()
            line = line_start(text, line - 1)
        low = found[-1][1] if found else 0
        end = line_end(text, max(content_end(text, item), line))
        found.append((_with_comments(text, line, low, column), with_deeper(text, end, column)))
    return found


def _with_comments(text: str, line: int, low: int, column: int) -> int:
    """Return where the comments begin that stand right above a line, as far right as its dash."""
    own = re.compile(rf" {{{column}}}#")
    while line > low + 1:
        above = line_start(text, line - 1)
        if above < low or not own.match(text, above):
            break
        line = above
    return line


def with_deeper(text: str, end: int, column: int) -> int:
    """Return where the comments end that stand right below something, further right than it."""
    deeper = re.compile(rf" {{{column + 1},}}#")
    while broken := break_at(text, end):
        below = end + len(broken)
        if not deeper.match(text, below):
            break
        end = line_end(text, below)
    return end


def _arranged_in_flow(text: str, node: SequenceNode, plan: Sequence[int | New]) -> Splice:
    stretches = [(item.start_mark.index, content_end(text, item)) for item in node.value]
    between = [text[a:b] for (_, a), (b, _) in pairwise(stretches)]
    behind = node.start_mark.index + 1
    start, end = (stretches[0][0], stretches[-1][1]) if stretches else (behind, behind)
    written = ""
    for place, each in enumerate(plan):
        if place:
            written += between[min(place, len(between)) - 1] if between else ", "
        written += flow(each.value) if isinstance(each, New) else text[slice(*stretches[each])]
    return Splice(start, end, written)
