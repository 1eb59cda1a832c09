"""The ways to values of a kind, wherever in a practice they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from passportkit.findings import Route
from passportkit.practice import Record
from passportkit.practice.quantity import Quantity
from passportkit.practice.year_values import YearValues
from passportkit.source.model_shape import shape_of

Way = tuple[str, ...]
"""The names of fields, each within the record of the one before."""


@cache
def ways_to(model: type[BaseModel], kind: type) -> Mapping[str, Sequence[Way]]:
    """Return, by field of a practice, the ways from there to values of a kind."""
    ways = {name: [*_ways(field, kind)] for name, field in model.model_fields.items()}
    return {name: found for name, found in ways.items() if found}


def _ways(field: FieldInfo, kind: type) -> Iterator[Way]:
    types = shape_of(field.annotation).types
    if any(issubclass(each, kind) for each in types):
        yield ()
        return
    if any(issubclass(each, YearValues) for each in types) and issubclass(Quantity, kind):
        yield ()
    for record in types:
        if issubclass(record, Record):
            for name, inner in record.model_fields.items():
                yield from ((name, *further) for further in _ways(inner, kind))


def values_at(said: Any, way: Way, route: Route) -> Sequence[tuple[Any, Route]]:
    """Return what stands at the end of a way, in each record, or year, that it leads through.

    Prose in place of records has none.
    """
    if not said:
        return ()
    if isinstance(said, list):
        items = (values_at(item, way, (*route, index)) for index, item in enumerate(said))
        return [*chain.from_iterable(items)]
    if isinstance(said, YearValues):
        items = (values_at(value, way, (*route, year)) for year, value in said.items())
        return [*chain.from_iterable(items)]
    if not way:
        return ((said, route),)
    if not isinstance(said, Record):
        return ()
    return values_at(getattr(said, way[0]), way[1:], (*route, way[0]))
