"""The way through a table: boxes around texts, headings beside answers, and rows under heads."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, ClassVar, NamedTuple, Protocol, cast

from passportkit.intake.answer_rows import AnswerRows
from passportkit.intake.cells import CellWords
from passportkit.intake.directions import (
    Band,
    Begin,
    BeginUnit,
    Direction,
    Divide,
    Go,
    LeaveCells,
    LeaveRow,
    LoseTable,
    PassHeads,
    Prose,
    RowDirection,
    SetField,
    StandBeside,
    TakeRow,
    UnreadLine,
    UnreadRow,
)
from passportkit.intake.form_progress import FormProgress
from passportkit.intake.position import BEFORE, Position, Surroundings
from passportkit.intake.row_place import RowPlace
from passportkit.paper import PaperBlock, Table


class TableState(NamedTuple):
    """What was met so far of a table.

    `rows` is there while rows of answers are read; `before` are those of a table before this one,
    or of this one. `after_head`: the row above is a head. `beside` is the column of headings with
    answers beside them. `added` are the heads of columns that somebody has added to the form's own.
    `is_lost`: the rows are those of another table.
    """

    rows: AnswerRows | None = None
    before: AnswerRows | None = None
    after_head: bool = False
    beside: int | None = None
    added: Mapping[int, str] = MappingProxyType({})
    is_lost: bool = False


class RowSigns(Protocol):
    """What a row is a sign of."""

    @property
    def is_ours(self) -> bool:
        """Whether every word in a row of answers is an author's, be it a line to write on."""

    def rows(self, table: Table, at: Position) -> Sequence[Sequence[CellWords]]:
        """Return the cells of the rows of a table, with heads above their values."""

    def added(self, table: Table) -> Mapping[int, str]:
        """Return the heads of columns that somebody has added to a table which is the form."""

    def of_row(
        self, entries: Sequence[CellWords], table: TableState, at: Position
    ) -> Sequence[RowDirection | UnreadRow | UnreadLine]:
        """Return what a row, one that has cells, tells to do."""


class Around(Protocol):
    """The way through what is around a table, on which its cells are met, too."""

    def go(self, blocks: Sequence[PaperBlock], where: Surroundings) -> None:
        """Go through blocks that follow one another."""

    def take(self, pending: Sequence[Direction | UnreadLine]) -> None:
        """Follow directions, and read the lines among them."""


class TableWalk:
    """The way through one table.

    `origin` says where its rows of answers stand. `row` counts its rows from 1, `headed` is the one
    with the last heads, and `uncounted` are those up to here that are not counted among the rows of
    answers; `blank` counts those without words, `prose` those that are part of a text.
    `waiting` is a band, if rows of answers begin right below it, and its place.
    """

    def __init__(self, signs: RowSigns, progress: FormProgress, around: Around) -> None:
        self.signs = signs
        self.progress = progress
        self.around = around
        self.rows: AnswerRows | None = None
        self.origin = BEFORE
        self.beside: int | None = None
        self.added: Mapping[int, str] = {}
        self.waiting: tuple[CellWords, RowPlace] | None = None
        self.row = self.headed = self.uncounted = 0
        self.blank = 0
        self.prose = 0
        self.is_lost = False

    def go(self, table: Table) -> None:
        """Take in the rows one after the other."""
        self.added = self.signs.added(table)
        for entries in self.signs.rows(table, self.progress.at):
            self.row += 1
            if entries:
                self._row(entries)
        if self.rows:
            self.progress.gathered.drop_lone_blank(self.rows.grid.block.key, self.blank)
        self._end_rows()
        self._take_waiting()

    def _row(self, entries: Sequence[CellWords]) -> None:
        """Do what a row tells; it may be read again from where one is by then."""
        for step in self.signs.of_row(entries, self._state(), self.progress.at):
            if self.waiting and not isinstance(step, Begin | UnreadRow):
                self._take_waiting()
            if follow := self._follows.get(type(step)):
                follow(self, step)
            elif isinstance(step, UnreadRow):
                self._row(step.entries)
            else:  # which is of no table
                self.around.take([cast("Direction | UnreadLine", step)])

    def _state(self) -> TableState:
        """Return what was met so far, by where one is."""
        if self.rows and self.rows.grid.block is not self.progress.at.block:
            self._end_rows()
        after_head = self.row - 1 == self.headed > 0
        return TableState(
            self.rows, self.progress.rows, after_head, self.beside, self.added, self.is_lost
        )

    # --- rows of answers ---

    def _end_rows(self) -> None:
        if self.rows:
            self.rows.close(self.progress.gathered)
        self.rows = None

    def _lose_table(self, _step: LoseTable) -> None:
        self._end_rows()
        self.is_lost = True

    def _begin(self, step: Begin) -> None:
        self._end_rows()
        self.is_lost = False
        self.rows = self.progress.begin_rows(step.grid, is_ours=self.signs.is_ours)
        self.origin = self.progress.at.origin
        above = 0 if step.heads else 1 + bool(self.waiting)
        self.uncounted = self.row - self.rows.count - above
        gathered = self.progress.gathered
        if step.heads:
            self.headed = self.row
            self.rows.head(step.heads, gathered, self.origin)
        if self.waiting:
            entry, place = self.waiting
            self.rows.head_group(entry.text, gathered, place)
            self.waiting = None

    def _divide(self, step: Divide) -> None:
        self._pass_heads(step)
        if self.rows:
            self.rows.grid.divide([each for each in step.heads if each.cell.merge != "continue"])

    def _pass_heads(self, step: Divide | PassHeads) -> None:
        self.uncounted += 1
        for entry in step.heads:
            self.progress.gathered.pass_over(entry.text, "head")

    def _take(self, step: TakeRow) -> None:
        if self.rows is None:
            return
        if self._divides(step.entries):
            return
        self.blank += not any(entry.text for entry in step.entries)
        self.rows.take(step.entries, self.progress.gathered, self._place(), keep=step.keep)

    def _divides(self, entries: Sequence[CellWords]) -> bool:
        """Pass over a row that the rows below a head take for a part of it; return whether so."""
        if self.rows is None or not self.rows.divide_by(entries):
            return False
        self._pass_heads(PassHeads(entries))
        return True

    def _place(self) -> RowPlace:
        """Return where the present row stands; where no head was met, among all of the table."""
        if self.rows is None:
            return RowPlace(self.progress.at.origin, self.row)
        self.rows.count = self.row - self.uncounted
        return RowPlace(self.origin, self.rows.count)

    def _band(self, step: Band) -> None:
        if self._divides([step.entry]):
            return
        text, gathered, place = step.entry.text, self.progress.gathered, self._place()
        if self.rows is None:
            self.waiting = step.entry, place
        elif not self.rows.head_group(text, gathered, place):
            gathered.begin_unit()
            self.progress.leave(text, place.words)

    def _take_waiting(self) -> None:
        """Take in what is no band, because no rows of answers begin below it."""
        if self.waiting:
            entry, _place = self.waiting
            self.waiting = None
            self._go(Go(entry, Surroundings.BOX))

    def _leave_cells(self, step: LeaveCells) -> None:
        place, gathered = self._place(), self.progress.gathered
        for entry in step.entries:
            if self.rows and entry.cell.column not in self.added:
                self.rows.leave(entry, gathered, place)
            else:
                gathered.begin_unit()
                head = self.added.get(entry.cell.column, "")
                self.progress.leave(entry.text, place.below(head))

    def _leave_row(self, step: LeaveRow) -> None:
        """Leave a row; outside of rows of answers there is no unit that its figures may have."""
        if self.rows:
            self.rows.leave_whole(step.entries, self.progress.gathered, self._place())
            return
        self.progress.gathered.begin_unit()
        words = " – ".join(entry.text for entry in step.entries if entry.text)
        self.progress.leave(words, self._place().words)

    # --- cells ---

    def _set_field(self, step: SetField) -> None:
        self.progress.set_field(step)

    def _go(self, step: Go) -> None:
        self.progress.gathered.begin_unit()
        self.around.go(step.entry.cell.blocks, step.where)
        self.progress.leave_box(is_met=step.is_met)

    def _stand_beside(self, step: StandBeside) -> None:
        self._end_rows()
        if step.column is not None:
            self.beside = step.column

    def _begin_unit(self, _move: BeginUnit) -> None:
        self.progress.gathered.begin_unit()

    def _prose(self, step: Prose) -> None:
        """Take in the cells of a row where the form has a text."""
        gathered = self.progress.gathered
        gathered.begin_unit()
        texts = [entry.text for entry in step.entries]
        if texts and texts[0].strip(".)\\ ") == str(self.prose + 1):
            gathered.pass_over(texts.pop(0), "number")
        if texts:
            self.prose += 1
            self.progress.add(" – ".join(texts))
            self.progress.leave_box()

    _follows: ClassVar[dict[type, Callable[[TableWalk, Any], None]]] = {
        Begin: _begin,
        LoseTable: _lose_table,
        Divide: _divide,
        PassHeads: _pass_heads,
        TakeRow: _take,
        Band: _band,
        LeaveCells: _leave_cells,
        LeaveRow: _leave_row,
        SetField: _set_field,
        Go: _go,
        StandBeside: _stand_beside,
        BeginUnit: _begin_unit,
        Prose: _prose,
    }
