"""Rows in place of a table: each value stands in a line behind the head of its column.

Heads are known word for word only, and all that is said has to begin with one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

from passportkit.forms.model import Block
from passportkit.intake.cells import joined
from passportkit.intake.folding import without
from passportkit.intake.gathered import Gathered, LooseWords, RowWords
from passportkit.intake.head_words import surplus, with_surplus
from passportkit.intake.labels import SURE, LabelMatch, Labels
from passportkit.intake.landmarks import Landmarks

T = TypeVar("T")

_DIGITS = 5
"""A number of as many digits is no number of a row."""

_LEADING = (":", "–", "—", "-")
"""What stands behind a label whose value is on the next line."""


class _ValuePlace(NamedTuple):
    """A column of a table, or one field of those that it shows, and what heads it in the form."""

    key: str
    field: str
    heading: str


class _Value(NamedTuple):
    """The lines of a value, and the label before them."""

    place: _ValuePlace
    label: str
    lines: list[str]

    @property
    def text(self) -> str:
        """The value, a figure with the unit that its label names."""
        said = surplus(self.label, self.place.heading)
        return with_surplus(joined(self.lines), said)


def take_labelled(gathered: Gathered, marks: Landmarks) -> None:
    """Make rows of words in place of tables that stand behind the heads of their columns."""
    for _section, block in marks.form.blocks():
        loose = gathered.loose(block.key)
        values = list(_values(loose, block, marks)) if loose else []
        if _are_rows(values, block, gathered):
            gathered.drop_loose(block.key)
            _take(values, block, gathered)


def _values(loose: Sequence[LooseWords], block: Block, marks: Landmarks) -> Iterator[_Value]:
    """Yield the values that lines say, none where the first has no label."""
    value: _Value | None = None
    for line in _lines_of(loose):
        if known := _labelled(line, block, marks):
            place, rest = known
            if value:
                yield value
            value = _Value(place, without(line, rest), [rest] if rest else [])
        elif value is None:
            return
        else:
            value.lines.append(line)
    if value:
        yield value


def _lines_of(loose: Sequence[LooseWords]) -> Iterator[str]:
    return (line for words in loose for line in words.text.split("\n") if line.strip())


def _labelled(line: str, block: Block, marks: Landmarks) -> tuple[_ValuePlace, str] | None:
    """Return the place of which a line begins with the head, and what follows it there."""
    if column := _led(line, marks.columns(block)):
        return _ValuePlace(column.item.key, "", column.item.heading), column.rest
    if field := _led(line, marks.fields(block)):
        of, name = field.item
        return _ValuePlace(of.key, name, of.heading), field.rest
    return None


def _led(line: str, labels: Labels[T]) -> LabelMatch[T] | None:
    """Return the label that a line begins with; a number or an address may stand right behind."""
    found = labels.verbatim(line)
    if found is None:
        loose = labels.verbatim(line, loose=True)
        found = loose if loose and _is_code(loose.rest) else None
    if found is None or found.strength < SURE:
        return None
    return found if found.rest or line.rstrip(" *").endswith(_LEADING) else None


def _is_code(text: str) -> bool:
    """Whether words are a long number or an address, and nothing else."""
    if any(map(str.isalpha, text.split())):
        return False
    return "@" in text or sum(map(str.isdigit, text)) >= _DIGITS


def _are_rows(values: Sequence[_Value], block: Block, gathered: Gathered) -> bool:
    """Whether values are those of rows: of a record, or of several columns; none is a sum.

    Which unit a sum has, its table would say.
    """
    if not values or gathered.rows(block.key):
        return False
    if any(value.place.key in gathered.sums for value in values):
        return False
    return block.record is not None or len({value.place for value in values}) > 1


def _take(values: Sequence[_Value], block: Block, gathered: Gathered) -> None:
    """Place values in rows: where the first label comes again, the next one begins."""
    first = values[0].place
    starts = [n for n, value in enumerate(values) if n == 0 or value.place == first]
    ends = [*starts[1:], len(values)]
    rows = [values[start:end] for start, end in zip(starts, ends, strict=True)]
    for row in [values] if block.record else rows:
        gathered.rows(block.key).append(_row(row, block, gathered))


def _row(values: Sequence[_Value], block: Block, gathered: Gathered) -> RowWords:
    row = {column.key: "" for column in block.columns or ()}
    parts: dict[str, dict[str, list[tuple[str, str]]]] = {}
    for value in values:
        key, field, _ = value.place
        gathered.pass_over(value.label, "head")
        for line in value.lines:
            gathered.placed(block.key, key, line, None)
        if field and value.text:
            parts.setdefault(key, {}).setdefault(field, []).append((value.label, value.text))
        elif value.text:
            row[key] = joined((row[key], value.text))
    for key, said in parts.items():
        row[key] = joined((row[key], gathered.shows[block.key][key].composed(said)))
    return row
