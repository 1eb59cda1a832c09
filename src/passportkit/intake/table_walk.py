"""The way through a table: boxes around texts, headings beside answers, and rows under heads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from passportkit.forms.model import Block
from passportkit.intake import heads
from passportkit.intake.answer_rows import AnswerRows
from passportkit.intake.cells import CellWords, entries_of
from passportkit.intake.form_progress import FormProgress
from passportkit.intake.form_remains import leads_on
from passportkit.intake.grid import ColumnMap, end_of, in_order
from passportkit.intake.labels import LabelMatch
from passportkit.intake.landmarks import Heading
from passportkit.intake.position import Position, Surroundings
from passportkit.intake.row_shapes import parted_rows, upright
from passportkit.intake.signs import Signs
from passportkit.paper import PaperBlock, Table

_LONGEST_HEADING = 200
"""A heading that the form does not have is no longer than this, in characters."""

_LONGEST_ANCHOR = 600


class Around(Protocol):
    """The way through what is around a table, on which its cells are met, too."""

    def go(self, blocks: Sequence[PaperBlock], where: Surroundings) -> None:
        """Go through blocks that follow one another."""

    def line(self, text: str, where: Surroundings) -> None:
        """Take in a line."""

    def heading_at(self, text: str, where: Surroundings) -> LabelMatch[Heading] | None:
        """Return the heading that words are or begin with."""


class TableWalk:
    """The way through one table.

    `rows` is there while rows of answers are read. `beside` is the column of headings with answers
    beside them, `prose` counts the rows that are part of a text.
    """

    def __init__(self, signs: Signs, progress: FormProgress, around: Around) -> None:
        self.signs = signs
        self.progress = progress
        self.around = around
        self.rows: AnswerRows | None = None
        self.after_head = False
        self.beside: int | None = None
        self.prose = 0

    @property
    def at(self) -> Position:
        """Where one is."""
        return self.progress.at

    def go(self, table: Table) -> None:
        """Take in the rows one after the other."""
        for row in upright(table, self._is_column).rows:
            after_head, self.after_head = self.after_head, False
            if self.rows and self.rows.grid.block is not self.at.block:
                self.rows = None
            entries = entries_of(row)
            filled = [entry for entry in entries if entry.text]
            if not filled:
                continue
            if len(entries) == 1:
                self._box(filled[0])
            elif after_head and heads.is_second_head(entries):
                self._divide(entries)
            else:
                self._row(entries, filled)

    def _row(self, entries: list[CellWords], filled: list[CellWords]) -> None:
        if self._field(filled) or self._head(filled) or self._total(filled):
            return
        if not self._anchor(filled):
            self._answers(entries, filled)

    # --- heads, and rows under them ---

    def _is_column(self, text: str) -> bool:
        """Whether words head a column of a table of the present section."""
        marks, tables = self.signs.marks, [block for block in self.at.blocks if block.rows]
        return any(
            marks.columns(block).whole(text) or marks.fields(block).whole(text) for block in tables
        )

    def _divide(self, entries: list[CellWords]) -> None:
        """Take in a second row of heads, unless it only numbers the columns."""
        if self.rows and not heads.numbers_columns(entries):
            self.rows.grid.divide([each for each in entries if each.cell.merge != "continue"])

    def _head(self, filled: list[CellWords]) -> bool:
        """Take in the head of a table, of a block in the present section."""
        at, marks = self.at, self.signs.marks
        if self.rows and not heads.repeats_head(filled, at, marks):
            return False
        if heads.is_head_of_form(filled, at, marks):
            return True
        grid = heads.head(filled, at, marks)
        if grid is None:
            return False
        if grid.block is not at.block:
            self.progress.enter(grid.block)
        self._begin(grid)
        return True

    def _begin(self, grid: ColumnMap) -> None:
        """Begin the rows of answers under a head."""
        self.rows = self.progress.begin_rows(grid)
        self.after_head = True

    def _go_on(self, entries: list[CellWords], block: Block) -> AnswerRows:
        """Begin rows without a head: as in the table before, or in the order of the form."""
        before = self.progress.rows.grid if self.progress.rows else None
        goes_on = before and before.block is block and before.end == end_of(entries)
        self.rows = self.progress.begin_rows(
            before if before and goes_on else in_order(entries, block)
        )
        return self.rows

    def _field(self, filled: list[CellWords]) -> bool:
        """Take in a field of a record, where heads stand beside the answers."""
        block = self.at.block
        found = None if self.rows else heads.field(filled, block, self.signs.marks)
        if found and block:
            self.progress.set_field(block, found.key, found.texts)
        return found is not None

    def _total(self, filled: list[CellWords]) -> bool:
        """Take in a total."""
        block = self.at.block
        total = heads.total(filled, block) if self.rows and block else None
        if total is None or block is None:
            return False
        self.progress.gathered.begin_unit()
        if total.words:
            sums = self.signs.marks.sums
            words = self.rows.grid.in_sum(total.words, sums) if self.rows else total.words
            self.progress.add_total(block, words if block.total else total.row)
        return True

    # --- a row with one cell only ---

    def _box(self, entry: CellWords) -> None:
        text = entry.text
        if self.rows is None:
            self._box_of_its_own(entry)
        elif self.signs.is_heading_ahead(text, self.at) or self.signs.is_wide_heading(
            entry, self.at
        ):
            self._through(entry, Surroundings.BOX)
        elif self.at.heading and (inner := self.at.heading.inner.whole(text)):
            self.progress.enter(inner.item)
        elif not self._total([entry]) and not leads_on(text):
            self._below_others(entry, self.rows)

    def _below_others(self, entry: CellWords, rows: AnswerRows) -> None:
        """Take in a row of one cell: of one column, or a band that heads the rows below it."""
        if len(rows.grid.empty) == 1 or entry.cell.span < rows.grid.end:
            self._take([entry])
        elif not rows.head_group(entry.text):
            self.progress.gathered.begin_unit()
            self.progress.leave(entry.text)

    def _box_of_its_own(self, entry: CellWords) -> None:
        block = self.at.block
        if grid := heads.lone_head(entry, self.at, self.signs.marks):
            self._begin(grid)
        elif block and self._continues(entry):
            self._go_on([entry], block)
            self._box(entry)
        else:
            self._through(entry, Surroundings.BOX)
            self.progress.leave_box()

    def _continues(self, entry: CellWords) -> bool:
        """Whether a table of one column goes on with the rows of the table before."""
        before = self.progress.rows.grid if self.progress.rows else None
        if before is None or before.block is not self.at.block or before.end != entry.cell.span:
            return False
        return len(before.empty) == 1 and not self.around.heading_at(entry.text, Surroundings.BOX)

    def _through(self, entry: CellWords, where: Surroundings) -> None:
        self.progress.gathered.begin_unit()
        self.around.go(entry.cell.blocks, where)

    # --- headings and labels beside their answers ---

    def _anchor(self, filled: list[CellWords]) -> bool:
        """Take in a row whose first words are a heading or a label, and the answer beside it."""
        at = next((n for n, entry in enumerate(filled) if not entry.is_number), None)
        if at is None or not self._opens(filled[at]):
            return False
        self.rows = None
        if filled[at + 1 :]:
            self.beside = filled[at].cell.column
        for entry in filled[at + 1 :]:
            self._through(entry, Surroundings.WITHIN)
            self.progress.leave_box()
        return True

    def _opens(self, entry: CellWords) -> bool:
        text, at = entry.text, self.at
        if len(text) > _LONGEST_ANCHOR:
            return False
        if at.heading:
            labels = at.heading.inner
            inner = labels.whole(text) if self.rows else labels.like(text)
            if inner:
                self.progress.enter(inner.item)
                return True
        if self.rows and not self.signs.is_heading_ahead(text, at):
            return False
        found = self.around.heading_at(text, Surroundings.BOX)
        if not found:
            return False
        self.progress.open(found.item, text)
        self.progress.gathered.begin_unit()
        for line in found.rest.split("\n") if found.rest else ():
            self.around.line(line, Surroundings.WITHIN)
        return True

    # --- answers ---

    def _answers(self, entries: list[CellWords], filled: list[CellWords]) -> None:
        if self.rows is None and self._is_strange(filled):
            named = [entry for entry in filled if not entry.is_number]
            self.progress.lose_way(named[0].text)
            filled = named[1:]
        block = self.at.block
        if self.at.unknown or block is None or not block.is_table:
            self._prose(filled)
            return
        if self.rows is None:
            self._go_on(entries, block)
        self._take(entries)

    def _take(self, entries: Sequence[CellWords]) -> None:
        for row in parted_rows(entries) if self.rows else ():
            assert self.rows is not None
            self.rows.take(row, self.progress.gathered, self.at.origin)

    def _is_strange(self, filled: Sequence[CellWords]) -> bool:
        """Whether a row has a heading that the form does not have, and an answer beside it."""
        named = [entry for entry in filled if not entry.is_number]
        if self.beside is None or len(named) < 2:
            return False
        first = named[0]
        return first.cell.column == self.beside and len(first.text) < _LONGEST_HEADING

    def _prose(self, filled: list[CellWords]) -> None:
        """Take in the cells of a table that stands where the form has a text."""
        self.progress.gathered.begin_unit()
        texts = [entry.text for entry in filled]
        if texts and texts[0].strip(".)\\ ") == str(self.prose + 1):
            texts = texts[1:]  # the number of the row
        if texts:
            self.prose += 1
            self.progress.add(" – ".join(texts))
            self.progress.leave_box()
