"""Tables of a document of this program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from passportkit.forms.model import Block
from passportkit.intake.answer_rows import AnswerRows
from passportkit.intake.cells import CellWords, entries_of
from passportkit.intake.folding import fold
from passportkit.intake.grid import head_of, in_order
from passportkit.intake.landmarks import Heading
from passportkit.intake.position import Surroundings
from passportkit.intake.totals import behind_label
from passportkit.paper import Paragraph, Row, Table
from passportkit.paper.styles import GROUP, TABLE_HEAD, TOTAL

if TYPE_CHECKING:
    from passportkit.intake.own import OwnWalk


class OwnPassage:
    """The way through one table of this program."""

    def __init__(self, table: Table, walk: OwnWalk) -> None:
        self.table = table
        self.walk = walk
        self.rows: AnswerRows | None = None
        self.blank = 0

    def go(self) -> None:
        """Take in the rows one after the other."""
        for row in self.table.rows:
            entries = entries_of(row)
            style = _style(row)
            if style == TABLE_HEAD:
                self._head(entries)
            elif style == GROUP:
                self._group(entries)
            elif style == TOTAL and self.rows:
                self._total(entries)
            elif self.rows:
                self._data(entries)
            elif len(entries) == 1:
                self._box(entries[0])
            else:
                self._item(entries)
        if self.rows:
            self.walk.gathered.drop_lone_blank(self.rows.grid.block.key, self.blank)

    def _head(self, entries: list[CellWords]) -> None:
        """Take in a head: of a grid, or of the next block with such columns."""
        walk = self.walk
        grid = walk.marks.form.grid
        words = [fold(entry.text) for entry in entries]
        if grid and words == [fold(column) for column in grid.columns]:
            return
        blocks = [block for block in self._tables() if block.is_table]
        same = next((block for block in blocks if _heads(block, words)), None)
        if same:
            found = in_order(entries, same)
        else:
            likest = head_of(entries, blocks, walk.marks)
            if likest is None:
                self._leave(entries)
                return
            found = likest
        walk.enter(found.block)
        walk.fresh = False
        self.rows = AnswerRows(found)

    def _tables(self) -> list[Block]:
        """Return the blocks that may come: the one whose caption was read, then the next ones."""
        walk = self.walk
        present = [walk.block] if walk.block and not walk.boxed else []
        return [*present, *walk.turned()]

    def _group(self, entries: list[CellWords]) -> None:
        heading = self.walk.named(entries[0].text)
        if heading:
            self.walk.open(heading)
        else:
            self._leave(entries)

    def _total(self, entries: list[CellWords]) -> None:
        assert self.rows is not None
        walk, total = self.walk, self.rows.grid.block.total
        if total is None:
            self._leave(entries)
            return
        walk.gathered.begin_unit()
        walk.gathered.open_text(total.key)
        words = behind_label(entries[0].text, total.label)
        others = [entry.text for entry in entries[1:] if entry.text]
        if text := " ".join(filter(None, (words, *others))):
            walk.gathered.add_text(total.key, text)

    def _data(self, entries: list[CellWords]) -> None:
        assert self.rows is not None
        is_blank = not any(entry.text for entry in entries)
        self.blank += is_blank
        numbered = self.walk.marks.form.row_style(self.rows.grid.block) != "none"
        keep = self.walk.keeps_blank and not (is_blank and numbered)
        self.rows.take(entries, self.walk, keep=keep)

    def _box(self, entry: CellWords) -> None:
        """Take in the box around a text."""
        walk = self.walk
        walk.gathered.begin_unit()
        if walk.boxed or (walk.block and walk.block.is_table):
            blank = (block for block in walk.turned() if not walk.is_met(block))
            block = next(blank, None)
            if block is None:
                self._leave([entry])
                return
            walk.enter(block)
        walk.go(entry.cell.blocks, Surroundings.BOX)
        walk.boxed = True

    def _item(self, entries: list[CellWords]) -> None:
        """Take in a row of a grid: number, item, answer."""
        walk = self.walk
        item, answers = entries[1], entries[2:]
        target = walk.labelled_item(_first_words(item))
        if target is None:
            self._leave(entries)
            return
        if isinstance(target, Heading):
            walk.open(target)
        else:
            walk.enter(target)
        for entry in answers:
            walk.gathered.begin_unit()
            walk.go(entry.cell.blocks, Surroundings.WITHIN)

    def _leave(self, entries: list[CellWords]) -> None:
        for entry in entries:
            if entry.text and not entry.is_number:
                self.walk.gathered.begin_unit()
                self.walk.leave(entry.text)


def _heads(block: Block, words: list[str]) -> bool:
    heads = [fold(column.heading) for column in block.columns or ()]
    return heads in (words, words[1:])


def _style(row: Row) -> str:
    """Return the style of the first words of a row."""
    for cell in row.cells:
        if cell.blocks:
            first = cell.blocks[0]
            return first.style if isinstance(first, Paragraph) else ""
    return ""


def _first_words(entry: CellWords) -> str:
    """Return the words of an item without the note below them."""
    first = entry.cell.blocks[0] if entry.cell.blocks else None
    return first.text if isinstance(first, Paragraph) else ""
