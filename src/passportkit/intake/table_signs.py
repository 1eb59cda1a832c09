"""What the rows of a table are signs of, in a document that people made themselves.

Nothing here moves or takes anything in: where one is, is handed in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from passportkit.forms.further_places import source_of, total_of
from passportkit.forms.model import Block, Part
from passportkit.intake import heads
from passportkit.intake.cells import CellWords, entries_of
from passportkit.intake.directions import (
    Band,
    Begin,
    BeginUnit,
    Divide,
    Enter,
    Go,
    LeaveCells,
    LeaveRow,
    LoseWay,
    Open,
    PassHeads,
    PassOver,
    Prose,
    RowDirection,
    SetField,
    StandBeside,
    TakeRow,
    TakeTotal,
    UnreadLine,
    UnreadRow,
)
from passportkit.intake.folding import without
from passportkit.intake.form_remains import leads_on
from passportkit.intake.grid import ColumnMap, end_of, in_order, is_head_of_numbers
from passportkit.intake.head_words import names_payer
from passportkit.intake.labels import SURE, LabelMatch
from passportkit.intake.landmarks import Inner
from passportkit.intake.position import Position, Surroundings
from passportkit.intake.row_shapes import numbers_columns, parted_rows, upright
from passportkit.intake.signs import Signs
from passportkit.intake.table_walk import TableState
from passportkit.paper import Table

_LONGEST_HEADING = 200
"""A heading that the form does not have is no longer than this, in characters."""

_LONGEST_ANCHOR = 600

Steps = Sequence[RowDirection | UnreadRow | UnreadLine]


class TableSigns:
    """What rows are signs of in a form, by the words of their cells."""

    is_ours = False

    def __init__(self, signs: Signs) -> None:
        self.signs = signs
        self.marks = signs.marks

    def rows(self, table: Table, at: Position) -> Sequence[Sequence[CellWords]]:
        """Return the cells of a table by rows; one on its side has its heads on top then."""
        blocks = [block for block in at.blocks if block.rows]

        def is_column(text: str) -> bool:
            return any(
                self.marks.columns(block).whole(text) or self.marks.fields(block).whole(text)
                for block in blocks
            )

        return upright([entries_of(row) for row in table.rows], is_column)

    def added(self, _table: Table) -> Mapping[int, str]:
        """Return none: what somebody has added to a table that others made, nobody can tell."""
        return {}

    def of_row(self, entries: Sequence[CellWords], table: TableState, at: Position) -> Steps:
        """Return what a row, one that has cells, tells to do."""
        filled = [entry for entry in entries if entry.text]
        if not filled:
            return ()
        if len(entries) == 1:
            return self._box(filled[0], table, at)
        if table.rows is None and (signed := self._signed(filled, at)):
            return signed
        if table.after_head and heads.is_second_head(entries):
            if numbers_columns(entries):
                return [PassHeads(filled)]
            return [Divide(entries)]
        if table.rows and not self._may_begin(filled):
            return self._answers(entries, filled, table, at)
        return (
            self._field(filled, table, at)
            or _head_of_numbers(entries, filled, table)
            or self._head(filled, table, at)
            or self._total(filled, table, at)
            or self._anchor(filled, table, at)
            or self._answers(entries, filled, table, at)
        )

    def _signed(self, filled: Sequence[CellWords], at: Position) -> Steps:
        """Return what a row tells with a line to sign on, and with what stands around one."""
        signatures, text = self.signs.signatures, "\t".join(entry.text for entry in filled)
        steps = signatures.of_text(text, at, stands_alone=True)
        return [BeginUnit(), *steps] if steps else ()

    def _may_begin(self, filled: Sequence[CellWords]) -> bool:
        """Whether a row below a head may be anything but answers, by its first words."""
        named = next((each for each in filled if not each.is_number), None)
        return named is None or self.marks.may_begin(named.text)

    # --- heads, and rows under them ---

    def _field(self, filled: Sequence[CellWords], table: TableState, at: Position) -> Steps:
        """Return what a field of a record tells, where heads stand beside the answers."""
        found = None if table.rows else heads.field(filled, at.block, self.marks)
        if found is None or at.block is None:
            return ()
        return [SetField(at.block, *found, filled[0].text)]

    def _head(self, filled: Sequence[CellWords], table: TableState, at: Position) -> Steps:
        """Return what the head of a table tells, of a block in the present section."""
        if table.rows and not heads.repeats_head(filled, at, self.marks):
            return ()
        if heads.is_head_of_form(filled, at, self.marks):
            return [PassOver(entry.text, "head") for entry in filled]
        grid = heads.head(filled, at, self.marks)
        if grid is None:
            return ()
        enter = [] if grid.block is at.block else [Enter(grid.block)]
        return [*enter, Begin(grid, filled)]

    def _total(self, filled: Sequence[CellWords], table: TableState, at: Position) -> Steps:
        """Return what a total tells: without a place for it, the whole row is left."""
        if table.rows is None or table.rows.is_strange or at.block is None:
            return ()
        label = at.block.total.label if at.block.total else ""
        total = heads.total(filled, label, table.rows.grid, self.marks.sums)
        if total is None:
            return ()
        numbers = [PassOver(text, "number") for text in total.numbers]
        place = total_of(self.marks.form, at.block)
        if place and total.said:
            taken = TakeTotal(place.key, total.said, total.label, total.cells)
            return [*numbers, BeginUnit(), taken, LeaveCells(total.others)]
        if total.said or len(filled) > 1:
            return [*numbers, LeaveRow(total.row)]
        return [PassOver(total.label, "total")]

    # --- a row with one cell only ---

    def _box(self, entry: CellWords, table: TableState, at: Position) -> Steps:
        if table.rows is None:
            return self._box_of_its_own(entry, table, at)
        text = entry.text
        if self.signs.is_heading_ahead(text, at) or self.signs.is_wide_heading(entry, at):
            return [Go(entry, Surroundings.BOX)]
        if at.heading and (inner := at.heading.inner.whole(text)):
            return [Enter(inner.item, without(text, inner.rest)), *_behind(inner)]
        if total := self._total([entry], table, at):
            return total
        if leads_on(text):
            return [PassOver(text, "continuation")]
        grid = table.rows.grid
        if len(grid.empty) == 1 or entry.cell.span < grid.end:
            return _taken([entry])
        return [Band(entry)]

    def _box_of_its_own(self, entry: CellWords, table: TableState, at: Position) -> Steps:
        if grid := heads.lone_head(entry, at, self.marks):
            return [Begin(grid, [entry])]
        if at.block and self._continues(entry, table, at):
            return [Begin(_going_on([entry], at.block, table)), UnreadRow([entry])]
        if self._names_payer(entry, at):
            return [Band(entry)]
        return [Go(entry, Surroundings.BOX)]

    def _names_payer(self, entry: CellWords, at: Position) -> bool:
        """Whether a row over several columns, above all rows of answers, says who pays them."""
        if at.block is None or not source_of(self.marks.form, at.block):
            return False
        if entry.cell.span < 2 or any(isinstance(each, Table) for each in entry.cell.blocks):
            return False
        return names_payer(entry.text) and not self.signs.heading(entry.text, Surroundings.BOX, at)

    def _continues(self, entry: CellWords, table: TableState, at: Position) -> bool:
        """Whether a table of one column goes on with the rows of the table before."""
        before = table.before.grid if table.before else None
        if before is None or before.block is not at.block or before.end != entry.cell.span:
            return False
        return len(before.empty) == 1 and not self.signs.heading(entry.text, Surroundings.BOX, at)

    # --- headings and labels beside their answers ---

    def _anchor(self, filled: Sequence[CellWords], table: TableState, at: Position) -> Steps:
        """Return what a row tells whose first words are a heading or a label, with its answer."""
        first = next((n for n, entry in enumerate(filled) if not entry.is_number), None)
        opening = () if first is None else self._opening(filled[first], table, at)
        if not opening or first is None:
            return ()
        if isinstance(opening[0], LoseWay):
            return [*opening, UnreadRow(filled)]
        answers = filled[first + 1 :]
        return [
            *(PassOver(entry.text, "number") for entry in filled[:first]),
            *opening,
            StandBeside(filled[first].cell.column if answers else None),
            *(Go(entry, Surroundings.WITHIN) for entry in answers),
        ]

    def _opening(self, entry: CellWords, table: TableState, at: Position) -> Steps:
        text = entry.text
        if len(text) > _LONGEST_ANCHOR:
            return ()
        if inner := self._label(text, table, at):
            return [Enter(inner.item, without(text, inner.rest)), BeginUnit(), *_behind(inner)]
        if table.rows and not self.signs.is_heading_ahead(text, at):
            return ()
        found = self.signs.heading(text, Surroundings.BOX, at)
        if found is None:
            return ()
        if found.rest and any(isinstance(block, Table) for block in entry.cell.blocks):
            return [Go(entry, Surroundings.BOX)]
        if self.signs.begins_again(found.item, at):
            return [LoseWay(text, is_over=True)]
        opened = Open(found.item, without(text, found.rest), found.notes)
        return [opened, BeginUnit(), *_behind(found)]

    def _label(self, text: str, table: TableState, at: Position) -> LabelMatch[Inner] | None:
        """Return the label of the section that a cell is, or begins with where none has answers."""
        if at.heading is None:
            return None
        if table.rows:
            return at.heading.inner.whole(text)
        found = at.heading.inner.first(text)
        if found is None or found.stands_alone:
            return found
        is_sure = isinstance(found.item, Part) or found.strength >= SURE
        return found if is_sure and not self.signs.met.has_words(found.item.key) else None

    # --- answers ---

    def _answers(
        self,
        entries: Sequence[CellWords],
        filled: Sequence[CellWords],
        table: TableState,
        at: Position,
    ) -> Steps:
        if table.rows is None and _is_strange(filled, table):
            start = next(n for n, entry in enumerate(filled) if not entry.is_number)
            name = filled[start].text
            numbers = [PassOver(entry.text, "number") for entry in filled[:start]]
            strange = PassOver(name, "unknown heading")
            return [*numbers, strange, LoseWay(name), Prose(filled[start + 1 :])]
        if at.unknown or at.block is None or not at.block.is_table:
            return [Prose(filled)]
        if table.rows is None:
            return [Begin(_going_on(entries, at.block, table)), *_taken(entries)]
        return _taken(entries)


def _behind(found: LabelMatch[Any]) -> Sequence[UnreadLine]:
    """Return the lines that follow a heading or a label in its cell."""
    lines = found.rest.split("\n") if found.rest else ()
    return [UnreadLine(line, Surroundings.WITHIN) for line in lines]


def _head_of_numbers(
    entries: Sequence[CellWords], filled: Sequence[CellWords], table: TableState
) -> Steps:
    """Return what a row tells that heads the numbers of rows, and no column beside them."""
    text = filled[0].text
    is_alone = table.rows is None and len(filled) == 1 and filled[0] is entries[0]
    is_head = is_alone and is_head_of_numbers(filled[0]) and not any(map(str.isdigit, text))
    return [PassOver(text, "head")] if is_head else ()


def _going_on(entries: Sequence[CellWords], block: Block, table: TableState) -> ColumnMap:
    """Return the columns of rows without a head: those of the table before, or of the form."""
    before = table.before.grid if table.before else None
    goes_on = before is not None and before.block is block and before.end == end_of(entries)
    return before if before and goes_on else in_order(entries, block)


def _taken(entries: Sequence[CellWords]) -> Steps:
    return [TakeRow(row) for row in parted_rows(entries)]


def _is_strange(filled: Sequence[CellWords], table: TableState) -> bool:
    """Whether a row has a heading that the form does not have, and an answer beside it."""
    first = next((entry for entry in filled if not entry.is_number), None)
    if first is None or first is filled[-1] or first.cell.column != table.beside:
        return False
    return len(first.text) < _LONGEST_HEADING
