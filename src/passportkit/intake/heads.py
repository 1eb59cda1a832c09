"""The head of a table, the rows under it, and its total."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from passportkit.forms.model import Block
from passportkit.intake.answer_rows import AnswerRows
from passportkit.intake.cells import CellWords
from passportkit.intake.form_remains import is_head_of_all
from passportkit.intake.grid import ColumnMap, end_of, head_of, in_order
from passportkit.intake.totals import behind_total

if TYPE_CHECKING:
    from passportkit.intake.walk import Walk

_LONGEST = 200
"""A head that has a cell with more characters is none."""


class Heads:
    """What is known of the columns of a table. `rows` is there while rows of answers are read."""

    def __init__(self, walk: Walk) -> None:
        self.walk = walk
        self.rows: AnswerRows | None = None
        self.after_head = False

    def lone_head(self, entry: CellWords) -> bool:
        """Take in the head of a table that has one column only, without numbers."""
        block = self.walk.block
        if not block or not block.columns or len(block.columns) > 1:
            return False
        if not self.walk.marks.columns(block).whole(entry.text):
            return False
        self.begin(ColumnMap(block, {entry.cell.column: block.columns[0]}, {}, end_of([entry])))
        return True

    def head(self, filled: list[CellWords]) -> bool:
        """Take in the head of a table, of a block in the present section."""
        walk = self.walk
        if self.rows and not self._repeats(filled):
            return False
        if _is_no_answer(filled, walk):
            return True
        if walk.heading is None:
            return False
        blocks = [block for block in walk.heading.blocks if block.is_table]
        blocks.sort(key=lambda block: block is not walk.block)
        grid = head_of(filled, blocks, walk.marks)
        if grid is None:
            return False
        if grid.block is not walk.block:
            walk.enter(grid.block)
        self.begin(grid)
        return True

    def field(self, filled: list[CellWords]) -> bool:
        """Take in a field of a record, where heads stand beside the answers."""
        block = self.walk.block
        if self.rows or block is None or block.record is None or len(filled) > 2:
            return False
        columns = self.walk.marks.columns(block)
        named = columns.like(filled[0].text)
        if named is None or (filled[1:] and columns.like(filled[1].text)):
            return False
        self.walk.gathered.set_field(block, named.item.key, [entry.text for entry in filled[1:]])
        self.walk.fresh, self.walk.boxed = False, True
        return True

    def begin(self, grid: ColumnMap) -> None:
        """Begin the rows of answers under a head."""
        self.walk.fresh, self.walk.boxed, self.walk.unknown = False, True, ""
        self.rows = self.walk.rows = AnswerRows(grid, self.walk.rows)
        self.after_head = True

    def go_on(self, entries: list[CellWords], block: Block) -> None:
        """Begin rows without a head: as in the table before, or in the order of the form."""
        before = self.walk.rows.grid if self.walk.rows else None
        if before and before.block is block and before.end == end_of(entries):
            self.begin(before)
        else:
            self.begin(in_order(entries, block))
        self.after_head = False

    def _repeats(self, filled: list[CellWords]) -> bool:
        """Whether a row among answers has the very words of a head."""
        assert self.walk.heading is not None
        if filled[0].text[:1].isdigit() and filled[0].is_number:
            return False
        first = next((entry.text for entry in filled if not entry.is_number), "")
        blocks = self.walk.heading.blocks if self.walk.heading else ()
        tables = (block for block in blocks if block.is_table)
        return any(self.walk.marks.columns(block).whole(first) for block in tables)

    def total(self, filled: list[CellWords]) -> bool:
        """Take in a total: its words stand behind the label, or in the cells beside it."""
        block = self.walk.block
        if self.rows is None or block is None:
            return False
        named = [entry for entry in filled if not entry.is_number or entry is filled[-1]]
        rest = behind_total(named[0].text, block.total.label if block.total else "")
        if rest is None:
            return False
        texts = [rest, *(entry.text for entry in named[1:] if entry.cell.merge != "continue")]
        words = " ".join(filter(None, texts))
        self.walk.gathered.begin_unit()
        if block.total and words:
            self.walk.gathered.add_text(block.total.key, words)
        elif words:
            self.walk.leave(" ".join(entry.text for entry in named))
        return True


def _is_no_answer(filled: Sequence[CellWords], walk: Walk) -> bool:
    """Whether a row is the head of a form that is one table."""
    labels = walk.marks.form_words
    if len(filled) < 2 or len(filled[-1].text) > _LONGEST:
        return False
    if all(labels.whole(entry.text) for entry in filled):
        return True
    return walk.heading is None and is_head_of_all([entry.text for entry in filled])


def is_second_head(entries: Sequence[CellWords]) -> bool:
    """Whether a row below a head belongs to it: cells reach down to it, or it numbers columns."""
    if any(entry.cell.merge == "continue" for entry in entries):
        return True
    numbers = [entry.text.strip(" .\\") for entry in entries]
    return numbers == [str(n) for n in range(1, len(numbers) + 1)]
