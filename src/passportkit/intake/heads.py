"""What the rows of a table are signs of: its head, a field of a record, its total."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from passportkit.forms.model import Block
from passportkit.intake.cells import CellWords
from passportkit.intake.folding import without
from passportkit.intake.form_remains import is_head_of_all
from passportkit.intake.grid import ColumnMap, end_of, head_of
from passportkit.intake.head_words import surplus, with_surplus
from passportkit.intake.landmarks import Landmarks
from passportkit.intake.position import Position
from passportkit.intake.row_shapes import numbers_columns
from passportkit.intake.totals import behind_total, is_unit_alone
from passportkit.paper import Cell

_LONGEST = 200
"""A head that has a cell with more characters is none."""


_SHORT = 20
"""Characters that a head below another one has at most."""


class FieldWords(NamedTuple):
    """A field of a record, by its key, and the words beside its head, as they are `said` there."""

    key: str
    texts: list[str]
    said: list[str]


class TotalWords(NamedTuple):
    """What is `said` behind the label of a total or beside it, in which `cells`.

    `row` is the whole row as it is. `numbers` are those of the row, which are not in it; `others`
    stand in columns of no sums.
    """

    said: str
    label: str
    cells: Sequence[Cell]
    row: Sequence[CellWords]
    numbers: Sequence[str]
    others: Sequence[CellWords]


def lone_head(entry: CellWords, at: Position, marks: Landmarks) -> ColumnMap | None:
    """Return the columns of a table that has one only, without numbers, if this is its head."""
    block = at.block
    if not block or not block.columns or len(block.columns) > 1:
        return None
    if not marks.columns(block).whole(entry.text):
        return None
    return ColumnMap(block, {entry.cell.column: block.columns[0]}, {}, end_of([entry]))


def head(filled: Sequence[CellWords], at: Position, marks: Landmarks) -> ColumnMap | None:
    """Return the columns of the table of the present section of which this is the head."""
    blocks = [block for block in at.blocks if block.is_table]
    blocks.sort(key=lambda block: block is not at.block)
    return head_of(filled, blocks, marks)


def repeats_head(filled: Sequence[CellWords], at: Position, marks: Landmarks) -> bool:
    """Whether a row among answers has the very words of a head."""
    if filled[0].text[:1].isdigit() and filled[0].is_number:
        return False
    first = next((entry.text for entry in filled if not entry.is_number), "")
    tables = (block for block in at.blocks if block.is_table)
    return any(marks.columns(block).whole(first) for block in tables)


def is_head_of_form(filled: Sequence[CellWords], at: Position, marks: Landmarks) -> bool:
    """Whether a row is the head of a form that is one table."""
    if len(filled) < 2 or len(filled[-1].text) > _LONGEST:
        return False
    if all(marks.form_words.whole(entry.text) for entry in filled):
        return True
    return at.heading is None and is_head_of_all([entry.text for entry in filled])


def field(filled: Sequence[CellWords], block: Block | None, marks: Landmarks) -> FieldWords | None:
    """Return the field of a record whose head stands beside its answer."""
    if block is None or block.record is None or len(filled) > 2:
        return None
    columns = marks.columns(block)
    named = columns.like(filled[0].text)
    if named is None or (filled[1:] and columns.like(filled[1].text)):
        return None
    said = surplus(filled[0].text, named.item.heading)
    words = [with_surplus(entry.text, said) for entry in filled[1:]]
    return FieldWords(named.item.key, words, [entry.text for entry in filled[1:]])


def total(
    filled: Sequence[CellWords], label: str, grid: ColumnMap, sums: Collection[str]
) -> TotalWords | None:
    """Return a total: its words stand behind the label, or in the column of sums.

    Figures of other columns are no total; where there is no column of sums, one alone is that may
    be a sum.
    """
    first = next((entry for entry in filled if not entry.is_number), filled[-1])
    rest = behind_total(first.text, label)
    if rest is None:
        return None
    before = [entry for entry in filled if entry.cell.column < first.cell.column]
    beside = [entry for entry in filled if entry.cell.column > first.cell.column]
    inside = [entry for entry in beside if grid.key_of(entry.cell) in sums]
    if not inside and len(beside) == 1 and grid.may_be_sum(beside[0].cell):
        inside = beside
    if not inside and is_unit_alone(rest):
        rest = ""
    said = " ".join(filter(None, [rest, *(entry.text for entry in inside)]))
    return TotalWords(
        said,
        without(first.text, rest),
        [entry.cell for entry in inside],
        [first, *beside],
        [entry.text for entry in before],
        [entry for entry in beside if entry not in inside],
    )


def is_second_head(entries: Sequence[CellWords]) -> bool:
    """Whether a row below a head belongs to it: cells reach down to it, or it numbers columns."""
    if any(entry.cell.merge == "continue" for entry in entries):
        return True
    return numbers_columns(entries) or _lies_under_wide_heads(entries)


def _lies_under_wide_heads(entries: Sequence[CellWords]) -> bool:
    """Whether the first cells are empty and short words without figures stand in others."""
    filled = [entry for entry in entries if entry.text]
    if len(filled) < 2 or entries[0].text or entries[1].text:
        return False
    return all(len(each.text) < _SHORT and not any(map(str.isdigit, each.text)) for each in filled)
