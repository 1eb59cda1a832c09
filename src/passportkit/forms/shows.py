"""What the names behind `show`, `rows` and `record` in a form mean: fields and views."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from operator import attrgetter
from typing import Any, NamedTuple

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from passportkit.findings import Route
from passportkit.integers import integer
from passportkit.language import AnyMessage, mark, say
from passportkit.practice import Facts, Record, View, Vocabulary
from passportkit.practice.boxes import Boxes
from passportkit.practice.choice import ChoiceWords, YesNoWords
from passportkit.practice.view import listed, whole, yes_or_no
from passportkit.practice.words import ValueWords
from passportkit.practice.year_values import YearValues
from passportkit.source.model_shape import FieldShape, shape_of

_SEVERAL = re.compile(r"[;,]?\n|[;,] ")

TEXT = "text"
"""The name of the only column of a table whose rows are texts, not records."""


LAST = "last"
"""In a way, in place of a number: the last record of a list."""


_LONGEST = 2
"""How many digits the number of an item has: nobody asks for the hundredth."""


class Show(NamedTuple):
    """A text of a practice, or of a row: the way to the record that has it, and its view.

    `boxes` are those in which it is shown, if it is a choice and the form wants it so.
    """

    way: Route
    view: View
    owner: type[BaseModel] | None
    boxes: Boxes | None = None

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

    def composed(self, said: Mapping[str, Sequence[tuple[str, str]]]) -> str:
        """Return the words for a cell of what is said in its fields, each with its head."""
        values = [self._value(field, said.get(field, ())) for field in self.view.owned]
        return self.view.format(*values, *[None for _ in self.view.given])

    def _value(self, field: str, said: Sequence[tuple[str, str]]) -> str | list[str] | None:
        if not said or self.owner is None:
            return None
        if field in getattr(self.owner, "keep_their_head", ()):
            return [f"{head}: {words}" for head, words in said]
        if not shape_of(self.owner.model_fields[field].annotation).is_list:
            return ", ".join(words for _, words in said)
        return [each for _, words in said for each in _SEVERAL.split(words) if each]

    def is_of(self, kind: type) -> bool:
        """Whether the first field that is shown has values of a kind."""
        if self.owner is None or not self.routes:
            return False
        field = self.owner.model_fields[str(self.routes[0][-1])]
        return kind in shape_of(field.annotation).types

    @property
    def choice(self) -> type[ChoiceWords] | None:
        """The choice that is shown, if it is one and nothing besides."""
        if self.owner is None or len(self.view.owned) != 1:
            return None
        return next(iter(self._field(self.view.owned[0]).of(ChoiceWords)), None)

    @property
    def is_list(self) -> bool:
        """Whether the first field that is shown takes several values."""
        first = next(iter(self.view.fields), None)
        return self.owner is not None and first is not None and self._field(first).is_list

    @property
    def lists_records(self) -> bool:
        """Whether the first field that is shown takes several records."""
        return self.is_list and bool(self._field(self.view.fields[0]).models)

    @property
    def has_pattern(self) -> bool:
        """Whether every field that is shown is known by its signs, as telephones are."""
        fields = self.view.fields
        return bool(fields) and all(field in self._patterns for field in fields)

    @property
    def has_shape(self) -> bool:
        """Whether all that is shown are values, of which one sees whether they are whole."""
        if self.owner is None or not self.view.fields or self.boxes:
            return False
        return all(
            field in self._patterns or self._field(field).of(ValueWords)
            for field in self.view.fields
        )

    def is_whole(self, text: str) -> bool:
        """Whether a text is the whole value of a field that is shown, and says nothing beside."""
        return any(self._is_whole(field, text) for field in self.view.fields)

    def _is_whole(self, field: str, text: str) -> bool:
        if pattern := self._patterns.get(field):
            return pattern.fullmatch(text) is not None
        return any(kind(text).is_read for kind in self._field(field).of(ValueWords))

    @property
    def _patterns(self) -> Mapping[str, re.Pattern[str]]:
        """How whole values of the fields of a record look that are text."""
        patterns: Mapping[str, re.Pattern[str]] = getattr(self.owner, "patterns", {})
        return patterns

    def _field(self, name: str) -> FieldShape:
        assert self.owner is not None
        return shape_of(self.owner.model_fields[name].annotation)

    @property
    def routes(self) -> list[Route]:
        """The fields that are shown, each with the way to it."""
        fields = dict.fromkeys((*self.view.fields, *self.view.given))
        return [(*self.way, field) for field in fields]

    @property
    def hint(self) -> AnyMessage | str:
        """What belongs there."""
        return self.view.hint or (self.describe(self.routes[0]) if self.routes else "")

    def describe(self, route: Route) -> AnyMessage | str:
        """Return the description of one of the fields that are shown, with its choices."""
        if self.owner is None:
            return ""
        return described(self.owner.model_fields[str(route[-1])])


def described(field: FieldInfo) -> AnyMessage | str:
    """Return what belongs in a field: its description, and of a choice which answers there are."""
    said, shape = field.description or "", shape_of(field.annotation)
    choice = next(iter(shape.of(ChoiceWords)), None)
    if choice is None or issubclass(choice, YesNoWords):  # it says so itself
        return said
    ways = _SEVERAL_OF if shape.is_list else _ONE_OF
    answers = say(ways[choice.is_open], choices="; ".join(choice.choices))
    return say("{what} ({answers})", what=say(said), answers=answers) if said else answers


_ONE_OF = (mark("one of: {choices}"), mark("one of these, or other words: {choices}"))
_SEVERAL_OF = (
    mark("one or several of: {choices}"),
    mark("one or several of these, or other words: {choices}"),
)


class Rows(NamedTuple):
    """Rows of a practice, and what they are: records of a type, or texts (None).

    `take` says what rows say of a practice, as that of a `RowsView` does.
    """

    field: str
    get: Any
    record: type[Record] | None
    take: Any
    is_list: bool = True
    may_be_prose: bool = False
    """Whether one text may stand in place of the rows."""
    description: str = ""
    """What the rows are, in English."""

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
    shape = shape_of(owner.model_fields[field].annotation)
    if not rest:
        if view := _view_of(field, shape):
            return Show((), view, owner)
        record = None if shape.is_list else _record_of(shape)
        return Show((field,), record.line, record) if record and record.line else None
    return _further(field, shape, rest)


def _further(field: str, shape: FieldShape, rest: str) -> Show | None:
    record = _record_of(shape)
    if record is None:
        return None
    way: Route = (field,)
    if shape.is_list:
        item, _, rest = rest.partition(".")
        number = step_of(item)
        if number is None:
            return None
        way = (field, number)
    if not rest:
        return Show(way, record.line, record) if record.line else None
    inner = show_of(record, rest)
    return Show((*way, *inner.way), inner.view, inner.owner) if inner else None


def step_of(word: str) -> int | None:
    """Return the index of the item that a word of a way means: its number, or `last`."""
    number = integer(word, longest=_LONGEST)
    return -1 if word == LAST else number - 1 if number else None


def rows_of(vocabulary: Vocabulary, name: str) -> Rows | None:
    """Return the rows that `rows: NAME` or `record: NAME` means, or None."""
    if name in vocabulary.rows:
        field, get, take = vocabulary.rows[name]
    elif name in vocabulary.fields:
        field, get, take = name, attrgetter(name), None
    else:
        return None
    info = vocabulary.fields[field]
    shape = shape_of(info.annotation)
    record = _record_of(shape)
    if not (shape.is_list or record):
        return None
    may_be_prose = bool(shape.of(str))
    return Rows(field, get, record, take, shape.is_list, may_be_prose, info.description or "")


def column_of(rows: Rows, name: str) -> Show | None:
    """Return what the column `show: NAME` of a table of these rows shows."""
    if rows.record is not None:
        return show_of(rows.record, name)
    return Show((), View((), str, lambda text: (text,)), None) if name == TEXT else None


@cache
def names_in(vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return what `show` may name outside of tables."""
    return tuple(_names(vocabulary.facts))


@cache
def tables_in(vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return what `rows` and `record` may name."""
    names = dict.fromkeys([*vocabulary.rows, *vocabulary.fields])
    return tuple(name for name in names if rows_of(vocabulary, name))


def columns_of(rows: Rows) -> tuple[str, ...]:
    """Return what `show` may name in a column of a table of these rows."""
    return (TEXT,) if rows.record is None else _names_of(rows.record)


@cache
def _names_of(record: type[Record]) -> tuple[str, ...]:
    return tuple(_names(record))


def _names(owner: type[BaseModel]) -> Iterator[str]:
    yield from getattr(owner, "views", {})
    for field, info in owner.model_fields.items():
        shape = shape_of(info.annotation)
        record = _record_of(shape)
        if _view_of(field, shape) or (record and record.line and not shape.is_list):
            yield field
        elif record:
            item = f".{LAST}" if shape.is_list else ""
            yield from (f"{field}{item}.{name}" for name in _names(record))


def _record_of(shape: FieldShape) -> Any:
    """Return the type of the records that a field holds, if it holds such under no free keys.

    Values by year are such a record, too.
    """
    held = None if shape.is_mapping else (*shape.of(Record), *shape.of(YearValues))
    return next(iter(held or ()), None)


def _view_of(field: str, shape: FieldShape) -> View | None:
    if bool in shape.types:
        return yes_or_no(field)
    record, takes_prose = _record_of(shape), bool(shape.of(str))
    if shape.is_list and record:
        line = record.line
        return listed(field, line, record, takes_prose=takes_prose) if line else None
    if shape.is_list:
        return listed(field)
    return whole(field) if takes_prose and not (record or shape.is_mapping) else None
