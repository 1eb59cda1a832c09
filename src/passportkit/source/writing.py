"""Putting answers into an author's YAML: the text changes where the answer goes, and nowhere else.

Nothing is parsed into a tree and dumped again. The nodes say at which character a value belongs;
the rest of the file, with its comments, order and line ends, stays as it is. Every change is read
back before it is given out: what would say anything else than was meant is refused.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from yaml.nodes import MappingNode, Node, ScalarNode

from passportkit.errors import CannotGoOn
from passportkit.findings import Route
from passportkit.source.anchor import (
    ALL_BLANKS,
    BLANKS,
    Anchor,
    anchor_of,
    content_end,
    is_empty_flow,
    is_flow,
    least_column,
    line_break,
    line_end,
)
from passportkit.source.document import Data
from passportkit.source.emitter import FlowLines, Lines, flow, on_line, word
from passportkit.source.plain_data import (
    counted,
    find,
    is_blank,
    items_for,
    leaves,
    said_already,
    with_value,
    without_gaps,
    wrapped,
)
from passportkit.source.proof import data_of, proved


def put(text: str, route: Route, value: Data) -> str:
    """Return the file `text` with `value` at `route`, where nothing was said so far.

    What is missing on the way is made. Texts in canonical form are written as people would write
    them, all others in quotes. Raises `CannotGoOn` where something is said there already, or
    where the value cannot be put in place.
    """
    data = data_of(text)
    route = counted(data, route)
    found = find(data, route)
    if not is_blank(found):
        raise CannotGoOn(said_already(route))
    if isinstance(found, list) and found:
        return add_rows(text, route, value if isinstance(value, list) else [value])
    if isinstance(found, Mapping) and found and isinstance(value, Mapping):
        return _fill(text, route, value)
    return proved(with_value(data, route, value), lambda plain: _put(text, route, value, plain))


def add_rows(text: str, route: Route, rows: Sequence[Data]) -> str:
    """Return the file `text` with `rows` at the end of the list at `route`.

    An item in which nothing is said yet, as a scaffold has it, is filled in first.
    """
    for row in rows:
        items = find(data_of(text), route) or []
        if not isinstance(items, list):
            raise CannotGoOn(said_already(route))
        index = next((i for i, item in enumerate(items) if _is_waiting(item, row)), None)
        if index is None:
            text = put(text, (*route, len(items)), without_gaps(row))
        elif isinstance(items[index], Mapping):
            text = _fill(text, (*route, index), row)
        else:
            text = put(text, (*route, index), without_gaps(row))
    return text


def replace(text: str, route: Route, value: Data) -> str:
    """Return the file `text` with `value` in place of what is said at `route`."""
    data = data_of(text)
    spot = anchor_of(text, route)
    if spot.rest or is_blank(find(data, route)):
        return put(text, route, value)
    return proved(with_value(data, route, value), lambda _: _over(text, spot, value))


def add_after(text: str, other: str, key: str, value: Data) -> str:
    """Return the file `text` with a new key at its top, on a line of its own after another key."""
    data = data_of(text)
    spot = anchor_of(text, (other,))
    if spot.rest or spot.in_flow or key in data:
        return put(text, (key,), value)
    end = line_end(text, content_end(text, spot.node))
    line = f"{line_break(text)}{' ' * spot.column}{word(key)}: {flow(value)}"
    return proved({**data, key: value}, lambda _: text[:end] + line + text[end:])


def _put(text: str, route: Route, value: Data, plain: bool) -> str:
    spot = anchor_of(text, route)
    node = spot.node
    if isinstance(node, ScalarNode) or is_empty_flow(text, spot):
        return _replace(text, spot, wrapped(spot.rest, value), plain=plain)
    if not spot.rest:  # keys without texts, where a text is to stand
        raise CannotGoOn(said_already(route))
    if is_flow(node) or spot.in_flow:
        return _add_to_flow(text, node, spot.rest, value)
    return _add_lines(text, node, spot.rest, value, plain=plain)


def _over(text: str, spot: Anchor, value: Data) -> str:
    """Put a value on the line of its key, in place of what stands there or below."""
    start, end = spot.node.start_mark.index, content_end(text, spot.node)
    words = flow(value) if spot.in_flow or not isinstance(value, str) else on_line(value)
    if not text[spot.key_end : start].strip(":" + ALL_BLANKS):  # else a comment stands between
        start, words = spot.key_end, f": {words}"
    return text[:start] + words + text[end:]


def _replace(text: str, spot: Anchor, value: Data, *, plain: bool) -> str:
    start = spot.node.start_mark.index
    end = max(start, content_end(text, spot.node))
    stop = line_end(text, end)
    in_line = spot.in_flow or not plain
    lines = FlowLines(0) if in_line else Lines(least_column(text, stop))
    head, body = (lines.of_item if spot.is_item else lines.behind_key)(value, spot.column)
    if head and text[start - 1] not in BLANKS + "[{":
        head = " " + head
    elif not head:
        start = len(text[:start].rstrip(BLANKS))
    below = _lines(text, body)
    return text[:start] + head + text[end:stop] + below + text[stop:]


def _add_to_flow(text: str, node: Node, rest: Route, value: Data) -> str:
    step, *further = rest
    if isinstance(node, MappingNode):
        new = f"{word(str(step))}: {flow(wrapped(tuple(further), value))}"
    else:
        pads, last = items_for(int(step) - len(node.value), tuple(further), value)
        new = ", ".join(map(flow, [*pads, last]))
    if not node.value:
        index = node.start_mark.index + 1
        return text[:index] + new + text[index:]
    last = node.value[-1]
    end = content_end(text, last[1] if isinstance(last, tuple) else last)
    return f"{text[:end]}, {new}{text[end:]}"


def _add_lines(text: str, node: Node, rest: Route, value: Data, *, plain: bool) -> str:
    step, *further = rest
    end = line_end(text, content_end(text, node))
    lines = Lines(least_column(text, end)) if plain else FlowLines(0)
    if isinstance(node, MappingNode):
        column = node.value[0][0].start_mark.column
        new = lines.of_key(str(step), wrapped(tuple(further), value), column)
    else:
        pads, last = items_for(int(step) - len(node.value), tuple(further), value)
        column = node.start_mark.column
        new = [line for item in (*pads, last) for line in lines.with_dash(item, column)]
    return text[:end] + _lines(text, new) + text[end:]


def _lines(text: str, lines: Sequence[str]) -> str:
    """Return lines that go behind one of the file's."""
    return "".join(line_break(text) + line for line in lines)


def _fill(text: str, route: Route, value: Data) -> str:
    """Put each text of a row, and each key of it that only has to be there, into a skeleton."""
    for way, leaf in leaves(value):
        holder, key = find(data_of(text), (*route, *way[:-1])), way[-1]
        if leaf is not None:
            text = put(text, (*route, *way), leaf)
        elif len(way) > 1 and not isinstance(holder, Mapping):
            text = put(text, (*route, *way[:-1]), {key: None})
    return text


def _is_waiting(item: Data, row: Data) -> bool:
    """Whether an item says nothing yet and may take the row.

    A mapping within it may itself say something by being there: `adopted:` of a legal act.
    """
    if not is_blank(item) or item == {}:
        return False
    if not isinstance(item, Mapping):
        return item is None
    inner = {key for key, value in item.items() if isinstance(value, Mapping)}
    return isinstance(row, Mapping) and inner <= set(row)
