"""Putting answers into an author's YAML: the text changes where the answer goes, and nowhere else.

Nothing is parsed into a tree and dumped again. The nodes say at which character a value belongs;
the rest of the file, with its comments, order and line ends, stays as it is. What is returned is
an edit: it still has to be proved.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence

from yaml.nodes import MappingNode, ScalarNode

from passportkit.edits import Edit, Meaning, Splice, together
from passportkit.errors import CannotGoOn
from passportkit.findings import Route
from passportkit.source.anchor import (
    Anchor,
    anchor_of,
    as_lines,
    content_end,
    is_empty_flow,
    is_flow,
    lines_at,
    written_at,
)
from passportkit.source.breaks import ALL_BLANKS, BLANKS, line_end
from passportkit.source.document import Data, Source
from passportkit.source.emitter import flow, on_line, word
from passportkit.source.plain_data import (
    counted,
    find,
    is_blank,
    items_for,
    refuse_said,
    said_already,
    without_gaps,
    wrapped,
)
from passportkit.source.proof import data_of, refusal


def put(source: Source, route: Route, value: Data) -> Edit:
    """Return the edit that puts `value` at `route`, where nothing was said so far.

    What is missing on the way is made. Texts in canonical form are written as people would write
    them, all others in quotes. Raises `CannotGoOn` where something is said there already, or
    where the value cannot be put in place.
    """
    data = data_of(source)
    route = counted(data, route)
    found = find(data, route)
    if not is_blank(found):
        raise CannotGoOn(said_already(route))
    refuse_said(data, route)
    spot = anchor_of(source, route)
    if not (spot.rest or _is_empty(source.text, spot)):
        return _put_into(source, route, found, value)
    splices = _put(source.text, spot, value)
    return Edit(source.text, tuple(splices), (Meaning(route, value),))


def _put_into(source: Source, route: Route, found: Data, value: Data) -> Edit:
    """Put a value into a list or a mapping that stands there and has no texts."""
    if isinstance(found, list) and (found or isinstance(value, list)):
        return add_rows(source, route, value if isinstance(value, list) else [value])
    if isinstance(found, Mapping) and isinstance(value, Mapping):
        return _fill(source, route, value)
    raise CannotGoOn(said_already(route))


def add_rows(source: Source, route: Route, rows: Sequence[Data]) -> Edit:
    """Return the edit that puts `rows` at the end of the list at `route`.

    An item in which nothing is said yet, as a scaffold has it, is filled in first.
    """
    found = find(data_of(source), route)
    if found and not isinstance(found, list):
        raise CannotGoOn(said_already(route))
    edits, new = list[Edit](), list[Data]()
    waiting = _BlankItems(found or ())
    for row in rows:
        index = waiting.pop(row)
        if index is None:
            new.append(without_gaps(row))
        else:
            edits.append(_put_item(source, (*route, index), found[index], row))
    if new and isinstance(found, list) and not is_empty_flow(source.text, anchor_of(source, route)):
        edits.append(_append(source, route, new))
    elif new:
        edits.append(put(source, route, new))
    return together(source.text, edits)


def replace(source: Source, route: Route, value: Data) -> Edit:
    """Return the edit that puts `value` in place of what is said at `route`."""
    said = find(data_of(source), route)
    spot = anchor_of(source, route)
    if spot.rest or is_blank(said):
        return put(source, route, value)
    return Edit(source.text, (_over(source.text, spot, value),), (Meaning(route, value),))


# --- where nothing was --------------------------------------------------------------------


def _is_empty(text: str, spot: Anchor) -> bool:
    return isinstance(spot.node, ScalarNode) or is_empty_flow(text, spot)


def _put(text: str, spot: Anchor, value: Data) -> Iterator[Splice]:
    if _is_empty(text, spot):
        yield from _instead(text, spot, wrapped(spot.rest, value))
        return
    step, *further = spot.rest
    if isinstance(spot.node, MappingNode):
        yield _new_keys(text, spot, {str(step): wrapped(tuple(further), value)})
    elif isinstance(step, str):  # into brackets without items, within others
        raise refusal()
    else:
        pads, last = items_for(step - len(spot.node.value), tuple(further), value)
        yield _new_items(text, spot, [*pads, last])


def _instead(text: str, spot: Anchor, value: Data) -> Iterator[Splice]:
    """Put a value behind its key or dash, and below it, where there is nothing or next to it."""
    start = spot.node.start_mark.index
    end = max(start, content_end(text, spot.node))
    stop = line_end(text, end)
    head, body = written_at(text, spot, value, stop)
    if text[end : end + 1] == "#":  # which would be no comment without a blank
        head += " "
    if head and text[start - 1] not in BLANKS + "[{":
        head = " " + head
    elif not head:
        start = len(text[:start].rstrip(BLANKS))
    yield Splice(start, end, head)
    if body:
        yield Splice(stop, stop, as_lines(text, body))


def _new_keys(text: str, spot: Anchor, values: Mapping[str, Data]) -> Splice:
    """Put keys and their values at the end of a mapping."""
    if _is_in_flow(spot):
        return _behind_comma(text, spot, [f"{word(k)}: {flow(v)}" for k, v in values.items()])
    end = line_end(text, content_end(text, spot.node))
    lines, column = lines_at(text, end), spot.node.value[0][0].start_mark.column
    new = [line for key, value in values.items() for line in lines.of_key(key, value, column)]
    return Splice(end, end, as_lines(text, new))


def _new_items(text: str, spot: Anchor, values: Sequence[Data]) -> Splice:
    """Put items at the end of a list."""
    if _is_in_flow(spot):
        return _behind_comma(text, spot, list(map(flow, values)))
    end = line_end(text, content_end(text, spot.node))
    lines, column = lines_at(text, end), spot.node.start_mark.column
    new = [line for value in values for line in lines.with_dash(value, column)]
    return Splice(end, end, as_lines(text, new))


def _is_in_flow(spot: Anchor) -> bool:
    return spot.in_flow or is_flow(spot.node)


def _behind_comma(text: str, spot: Anchor, new: Sequence[str]) -> Splice:
    """Put words at the end of what stands in brackets or braces."""
    children = spot.node.value
    if not children:
        index = spot.node.start_mark.index + 1
        return Splice(index, index, ", ".join(new))
    last = children[-1][1] if isinstance(children[-1], tuple) else children[-1]
    end = max(last.start_mark.index, content_end(text, last))
    return Splice(end, end, "".join(f", {each}" for each in new))


# --- in place of something ----------------------------------------------------------------


def _over(text: str, spot: Anchor, value: Data) -> Splice:
    """Put a value on the line of its key, in place of what stands there or below."""
    start, end = spot.node.start_mark.index, content_end(text, spot.node)
    words = flow(value) if spot.in_flow or not isinstance(value, str) else on_line(value)
    if not text[spot.key_end : start].strip(":" + ALL_BLANKS):  # else a comment stands between
        start, words = spot.key_end, f": {words}"
    return Splice(start, end, words)


# --- into a skeleton ----------------------------------------------------------------------


def _put_item(source: Source, route: Route, item: Data, row: Data) -> Edit:
    if isinstance(item, Mapping) and item:
        return _fill(source, route, row)
    return put(source, route, without_gaps(row))


def _append(source: Source, route: Route, rows: Sequence[Data]) -> Edit:
    """Put rows behind the items that a list has."""
    first = len(find(data_of(source), route))
    meant = [Meaning((*route, index), row) for index, row in enumerate(rows, first)]
    splice = _new_items(source.text, anchor_of(source, route), rows)
    return Edit(source.text, (splice,), tuple(meant))


def _fill(source: Source, route: Route, value: Mapping[str, Data]) -> Edit:
    """Put each text of a row into a skeleton, and behind it what the skeleton has no key for."""
    said = find(data_of(source), route)
    edits: list[Edit] = []
    missing: dict[str, Data] = {}
    for key, each in value.items():
        if isinstance(each, Mapping) and isinstance(said.get(key), Mapping):
            edits.append(put(source, (*route, key), each))
        elif (kept := _kept(each)) is None:
            continue
        elif key in said:
            edits.append(put(source, (*route, key), kept))
        else:
            missing[key] = kept
    if missing:
        splice = _new_keys(source.text, anchor_of(source, route), missing)
        meant = tuple(Meaning((*route, key), each) for key, each in missing.items())
        edits.append(Edit(source.text, (splice,), meant))
    return together(source.text, edits)


def _kept(value: Data) -> Data:
    """Return what a row says at a key; a record in it may say something by its first key alone."""
    if not isinstance(value, Mapping):
        return value
    kept = {key: _kept(each) for key, each in value.items()}
    first = next(iter(kept), None)
    return {k: v for k, v in kept.items() if v is not None or k == first} or None


class _BlankItems:
    """The items of a list in which nothing is said yet, by the keys that a row of theirs must have.

    A mapping within an item may itself say something by being there: `adopted:` of a legal act.
    """

    def __init__(self, items: Sequence[Data]) -> None:
        self._numbers: dict[frozenset[str] | None, deque[int]] = {}
        for number, item in enumerate(items):
            if item is None or (item and isinstance(item, Mapping) and is_blank(item)):
                self._numbers.setdefault(_inner_keys(item), deque()).append(number)

    def pop(self, row: Data) -> int | None:
        """Return the number of the first item that may take the row, which waits no longer."""
        keys = row.keys() if isinstance(row, Mapping) else None
        fit = [
            numbers
            for inner, numbers in self._numbers.items()
            if numbers and (inner is None or (keys is not None and inner <= keys))
        ]
        return min(fit, key=lambda numbers: numbers[0]).popleft() if fit else None


def _inner_keys(item: Mapping[str, Data] | None) -> frozenset[str] | None:
    if item is None:
        return None
    return frozenset(key for key, value in item.items() if isinstance(value, Mapping))
