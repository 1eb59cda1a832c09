"""What the names behind `show`, `rows` and `record` in a form mean: fields and views."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from operator import attrgetter
from types import UnionType
from typing import Any, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

from passportkit.findings import Route
from passportkit.practice import Facts, Record, View
from passportkit.practice.view import listed, whole
from passportkit.source.model_shape import models_within

TEXT = "text"
"""The name of the only column of a table whose rows are texts, not records."""


LAST = "last"
"""In a way, in place of a number: the last record of a list."""


class Show(NamedTuple):
    """A text of a practice, or of a row: the way to the record that has it, and its view."""

    way: Route
    view: View
    owner: type[BaseModel] | None

    def text(self, record: Any) -> str:
        """Return the words for a cell; empty where there are none."""
        if not self.way:
            return self.view.show(record)
        for step in self.way:
            record = _follow(record, step)
        return "" if record is None else self.view.show(record)

    def reader(self) -> Callable[[Any], str]:
        """Return `text` for many records: of one field, most often, and in no time."""
        if self.way or len(self.view.owned) != 1 or self.view.given:
            return self.text
        get, write = attrgetter(self.view.fields[0]), self.view.format
        return lambda record: write(get(record))

    @property
    def routes(self) -> list[Route]:
        """The fields that are shown, each with the way to it."""
        return [(*self.way, field) for field in (*self.view.fields, *self.view.given)]

    @property
    def hint(self) -> str:
        """What belongs there, in English."""
        return self.view.hint or (self.describe(self.routes[0]) if self.routes else "")

    def describe(self, route: Route) -> str:
        """Return the description of one of the fields that are shown, in English."""
        if self.owner is None:
            return ""
        return self.owner.model_fields[str(route[-1])].description or ""


class Rows(NamedTuple):
    """Rows of a practice, and what they are: records of a type, or texts (None).

    `take` says what rows say of a practice, as that of a `RowsView` does.
    """

    field: str
    get: Any
    record: type[Record] | None
    take: Any
    is_list: bool = True

    def of(self, practice: Facts) -> Sequence[Any] | str:
        """Return the rows, or the one text that stands in their place; no rows are empty."""
        found = self.get(practice)
        if found is None or isinstance(found, str | list | tuple):
            return found or ()
        return (found,)


def _follow(record: Any, step: str | int) -> Any:
    if isinstance(step, int):
        is_there = isinstance(record, list) and -len(record) <= step < len(record)
        return record[step] if is_there else None  # prose has no items
    return getattr(record, step) if record is not None else None


@cache
def show_of(owner: type[BaseModel], name: str) -> Show | None:
    """Return what `name` shows of a record of type `owner`, or None where it means nothing.

    A name is a view, a field, or a way with dots: `business_model.key_resources`, `stages.1`,
    `applications.last.contest`.
    """
    views: dict[str, View] = getattr(owner, "views", {})
    if name in views:
        return Show((), views[name], owner)
    field, _, rest = name.partition(".")
    if field not in owner.model_fields:
        return None
    shape = _shape(owner.model_fields[field].annotation)
    if not rest:
        view = _view_of(field, shape)
        return Show((), view, owner) if view else None
    return _further(field, shape, rest)


def _further(field: str, shape: _Shape, rest: str) -> Show | None:
    if shape.record is None:
        return None
    way: Route = (field,)
    if shape.is_list:
        item, _, rest = rest.partition(".")
        if item != LAST and (not item.isdigit() or item == "0"):
            return None
        way = (field, -1 if item == LAST else int(item) - 1)
    if not rest:
        return Show(way, shape.record.line, shape.record) if shape.record.line else None
    inner = show_of(shape.record, rest)
    return Show((*way, *inner.way), inner.view, inner.owner) if inner else None


def rows_of(name: str) -> Rows | None:
    """Return the rows that `rows: NAME` or `record: NAME` means, or None."""
    if name in Facts.rows:
        field, get, take = Facts.rows[name]
    elif name in Facts.model_fields:
        field, get, take = name, attrgetter(name), None
    else:
        return None
    shape = _shape(Facts.model_fields[field].annotation)
    if not (shape.is_list or shape.record):
        return None
    return Rows(field, get, shape.record, take, shape.is_list)


def column_of(rows: Rows, name: str) -> Show | None:
    """Return what the column `show: NAME` of a table of these rows shows."""
    if rows.record is not None:
        return show_of(rows.record, name)
    return Show((), View((), str, lambda text: (text,)), None) if name == TEXT else None


def names_for(rows: Rows | None) -> list[str]:
    """Return what `show` may name: in a column of these rows, or of the practice (None)."""
    if rows is not None and rows.record is None:
        return [TEXT]
    return list(_names(rows.record if rows and rows.record else Facts))


def _names(owner: type[BaseModel]) -> Iterator[str]:
    yield from getattr(owner, "views", {})
    for field, info in owner.model_fields.items():
        shape = _shape(info.annotation)
        if _view_of(field, shape):
            yield field
        elif shape.record:
            item = f".{LAST}" if shape.is_list else ""
            yield from (f"{field}{item}.{name}" for name in _names(shape.record))


class _Shape(NamedTuple):
    """What a field holds: whether a list of it, of which records, and whether a text at all."""

    is_list: bool
    record: type[Record] | None
    is_text: bool


def _shape(annotation: Any) -> _Shape:
    leaves = set(_leaves(annotation))
    records = [model for model in models_within(annotation) if issubclass(model, Record)]
    record = records[0] if records and dict not in leaves else None
    return _Shape(list in leaves, record, any(_is_text(leaf) for leaf in leaves))


def _leaves(annotation: Any) -> Iterator[Any]:
    """Yield the plain types of an annotation, and `list` or `dict` where one is among them."""
    origin = get_origin(annotation)
    if origin in (list, dict):
        yield origin
    if origin in (Union, UnionType, list):
        for argument in get_args(annotation):
            yield from _leaves(argument)
    elif origin is not None and origin is not dict:  # Annotated
        yield from _leaves(get_args(annotation)[0])
    elif origin is None:
        yield annotation


def _is_text(leaf: Any) -> bool:
    return isinstance(leaf, type) and issubclass(leaf, str)


def _view_of(field: str, shape: _Shape) -> View | None:
    if shape.is_list and shape.record:
        line = shape.record.line
        return listed(field, line, shape.record, takes_prose=shape.is_text) if line else None
    if shape.is_list:
        return listed(field)
    return whole(field) if shape.is_text and not shape.record else None
