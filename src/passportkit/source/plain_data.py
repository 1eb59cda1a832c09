"""Plain data as they are before and after a value is put into them."""

from __future__ import annotations

from collections.abc import Mapping

from passportkit.errors import CannotGoOn
from passportkit.findings import Route
from passportkit.language import Message, say
from passportkit.source.document import Data


def is_blank(data: Data) -> bool:
    """Return whether data say nothing: no text, nor a list or a mapping in which there is one."""
    if isinstance(data, Mapping):
        return all(map(is_blank, data.values()))
    if isinstance(data, list):
        return all(map(is_blank, data))
    return data is None or not data.strip()


def find(data: Data, route: Route) -> Data:
    """Return what stands at `route`, or None; the item -1 is the last one."""
    for step in route:
        if isinstance(step, int):
            there = isinstance(data, list) and -1 <= step < len(data) and bool(data)
        else:
            there = isinstance(data, Mapping) and step in data
        data = data[step] if there else None
    return data


def counted(data: Data, route: Route) -> Route:
    """Return the route with the number of the last item in place of -1."""
    way: Route = ()
    for step in route:
        last = max(0, len(find(data, way) or ()) - 1) if step == -1 else step
        way = (*way, last)
    return way


def wrapped(rest: Route, value: Data) -> Data:
    """Return what has `value` at the end of the route `rest`."""
    if not rest:
        return value
    step, *further = rest
    if isinstance(step, int):
        pads, last = items_for(step, tuple(further), value)
        return [*pads, last]
    return {step: wrapped(tuple(further), value)}


def items_for(gap: int, further: Route, value: Data) -> tuple[list[Data], Data]:
    """Return the item that is added, and the blank ones before it where it is not the next."""
    blank = {further[0]: None} if further else None
    return [blank] * gap, wrapped(further, value)


def without_gaps(row: Data) -> Data:
    """Return a row without the keys that have no text; a mapping in it stays as a key alone."""
    if not isinstance(row, Mapping):
        return row
    kept = {k: without_gaps(v) or None for k, v in row.items() if v is not None}
    return {k: v for k, v in kept.items() if v is not None or isinstance(row[k], Mapping)}


class AlteredData:
    """Data that change by and by. Those it was made of stay, and each list is copied once."""

    def __init__(self, data: Data) -> None:
        self.data = data
        self._own: dict[int, Data] = {}

    def put(self, route: Route, value: Data) -> None:
        """Put `value` at `route`; raise `CannotGoOn` where something else is said on the way."""
        self.data = self._with(self.data, route, value)

    def drop(self, route: Route) -> None:
        """Take the key at the end of `route` out of the mapping that holds it."""
        *above, step = route
        held = find(self.data, tuple(above))
        if isinstance(held, Mapping) and step in held:
            own = self._owned(held)
            self.put(tuple(above), own)
            del own[step]

    def _with(self, data: Data, route: Route, value: Data) -> Data:
        if not route:
            return value
        step, *rest = route
        if isinstance(step, int):
            items = self._owned(_holder(data, list, route))
            if step < len(items):
                items[step] = self._with(items[step], tuple(rest), value)
            else:
                pads, last = items_for(step - len(items), tuple(rest), value)
                items += [*pads, last]
            return items
        mapping = self._owned(_holder(data, dict, route))
        mapping[step] = self._with(mapping.get(step), tuple(rest), value)
        return mapping

    def _owned(self, held: Data) -> Data:
        """Return a copy of a list or a mapping, unless it is one already."""
        if id(held) in self._own:
            return held
        copy = dict(held) if isinstance(held, Mapping) else list(held)
        self._own[id(copy)] = copy
        return copy


def refuse_said(data: Data, route: Route) -> None:
    """Raise `CannotGoOn` where something else is said on the way to `route`."""
    for index, step in enumerate(route):
        held = _holder(data, list if isinstance(step, int) else dict, route[index:])
        data = find(held, (step,))


def _holder(data: Data, kind: type, route: Route) -> Data:
    """Return data of the kind that a step leads into; what holds nothing may become that."""
    if isinstance(data, kind):
        return data
    if not is_blank(data) or (isinstance(data, list | dict) and data):
        raise CannotGoOn(said_already(route))
    return kind()


def same(found: Data, expected: Data) -> bool:
    """Whether what was read is what was meant."""
    if found == expected:  # which is quick, and almost always so
        return True
    if isinstance(found, Mapping) and isinstance(expected, Mapping):
        keys = found.keys() == expected.keys()
        return keys and all(same(found[key], expected[key]) for key in found)
    if isinstance(found, list) and isinstance(expected, list):
        pairs = zip(found, expected, strict=False)
        return len(found) == len(expected) and all(same(one, other) for one, other in pairs)
    if isinstance(found, str) and isinstance(expected, str):
        return found == expected + "\n"  # `|` ends with a line end
    return False


def said_already(route: Route) -> Message:
    """Return that a place is taken."""
    name = ".".join(map(str, route))
    return say("something stands at `{name}` already, and stays as it is", name=name)
