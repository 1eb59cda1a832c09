"""Tables of a document: boxes around texts, headings beside answers, and rows under heads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from passportkit.intake.cells import CellWords, entries_of
from passportkit.intake.form_remains import leads_on
from passportkit.intake.heads import Heads, is_second_head
from passportkit.intake.position import Surroundings
from passportkit.paper import Table

if TYPE_CHECKING:
    from passportkit.intake.walk import Walk

_LONGEST_HEADING = 200
"""A heading that the form does not have is no longer than this, in characters."""

_LONGEST_ANCHOR = 600


class Passage(Heads):
    """The way through one table.

    `beside` is the column of headings with answers beside them, `prose` counts the rows that are
    part of a text.
    """

    def __init__(self, table: Table, walk: Walk) -> None:
        super().__init__(walk)
        self.table = table
        self.beside: int | None = None
        self.prose = 0

    def go(self) -> None:
        """Take in the rows one after the other."""
        for row in self.table.rows:
            after_head, self.after_head = self.after_head, False
            if self.rows and self.rows.grid.block is not self.walk.block:
                self.rows = None
            entries = entries_of(row)
            filled = [entry for entry in entries if entry.text]
            if not filled:
                continue
            if len(entries) == 1:
                self._box(filled[0])
            elif not (after_head and is_second_head(entries)):
                self._row(entries, filled)

    def _row(self, entries: list[CellWords], filled: list[CellWords]) -> None:
        if self.field(filled) or self.head(filled) or self.total(filled):
            return
        if self._anchor(filled):
            return
        self._answers(entries, filled)

    # A row with one cell only

    def _box(self, entry: CellWords) -> None:
        walk, text = self.walk, entry.text
        if self.rows is None and self.lone_head(entry):
            return
        if self.rows is None and self._continues(entry) and walk.block:
            self.go_on([entry], walk.block)
        if self.rows is None:
            walk.gathered.begin_unit()
            walk.go(entry.cell.blocks, Surroundings.BOX)
            walk.boxed = not walk.fresh
        elif self._is_heading_ahead(text) or self._is_wide_heading(entry):
            walk.gathered.begin_unit()
            walk.go(entry.cell.blocks, Surroundings.BOX)
        elif walk.heading and (inner := walk.heading.inner.whole(text)):
            walk.enter(inner.item)
        elif not self.total([entry]) and not leads_on(text):
            self.rows.take([entry], walk)

    def _continues(self, entry: CellWords) -> bool:
        """Whether a table of one column goes on with the rows of the table before."""
        walk = self.walk
        before = walk.rows.grid if walk.rows else None
        if before is None or before.block is not walk.block or before.end != entry.cell.span:
            return False
        return len(before.empty) == 1 and not walk.heading_at(entry.text, Surroundings.BOX)

    def _is_heading_ahead(self, text: str) -> bool:
        """Whether a row among answers is a heading, which must be sure and lie ahead."""
        found = self.walk.marks.headings.whole(text)
        if found is None:
            return False
        step = self.walk.next_named(found.item).place - self.walk.place
        return step > 0 and (step < 3 or len(found.item.text.split()) > 1)

    def _is_wide_heading(self, entry: CellWords) -> bool:
        """Whether a cell over several columns of answers is a heading that has no answer yet."""
        found = self.walk.marks.headings.whole(entry.text) if entry.cell.span > 1 else None
        if found is None or found.item.block is None:
            return False
        blocks = self.walk.next_named(found.item).blocks
        keys = (shown.key for block in blocks for shown in (block.parts or (block,)))
        return not any(map(self.walk.gathered.has_words, keys))

    # Headings and labels beside their answers

    def _anchor(self, filled: list[CellWords]) -> bool:
        """Take in a row whose first words are a heading or a label, and the answer beside it."""
        at = next((n for n, entry in enumerate(filled) if not entry.is_number), None)
        if at is None or not self._opens(filled[at]):
            return False
        self.rows = None
        if filled[at + 1 :]:
            self.beside = filled[at].cell.column
        for entry in filled[at + 1 :]:
            self.walk.gathered.begin_unit()
            self.walk.go(entry.cell.blocks, Surroundings.WITHIN)
            self.walk.boxed = not self.walk.fresh
        return True

    def _opens(self, entry: CellWords) -> bool:
        walk, text = self.walk, entry.text
        if len(text) > _LONGEST_ANCHOR:
            return False
        if walk.heading:
            labels = walk.heading.inner
            inner = labels.whole(text) if self.rows else labels.like(text)
            if inner:
                walk.enter(inner.item)
                return True
        if self.rows and not self._is_heading_ahead(text):
            return False
        found = walk.heading_at(text, Surroundings.BOX)
        if not found:
            return False
        walk.open(found.item)
        walk.gathered.begin_unit()
        for line in found.rest.split("\n") if found.rest else ():
            walk.line(line, Surroundings.WITHIN)
        return True

    # Answers

    def _answers(self, entries: list[CellWords], filled: list[CellWords]) -> None:
        walk, block = self.walk, self.walk.block
        if self.rows is None and self._is_strange(filled):
            named = [entry for entry in filled if not entry.is_number]
            walk.unknown = named[0].text
            filled = named[1:]
        if walk.unknown or block is None or not block.is_table:
            self._prose(filled)
            return
        if self.rows is None:
            self.go_on(entries, block)
        assert self.rows is not None
        self.rows.take(entries, walk)

    def _is_strange(self, filled: Sequence[CellWords]) -> bool:
        """Whether a row has a heading that the form does not have, and an answer beside it."""
        named = [entry for entry in filled if not entry.is_number]
        if self.beside is None or len(named) < 2:
            return False
        first = named[0]
        return first.cell.column == self.beside and len(first.text) < _LONGEST_HEADING

    def _prose(self, filled: list[CellWords]) -> None:
        """Take in the cells of a table that stands where the form has a text."""
        self.walk.gathered.begin_unit()
        texts = [entry.text for entry in filled]
        if texts and texts[0].strip(".)\\ ") == str(self.prose + 1):
            texts = texts[1:]  # the number of the row
        if texts:
            self.prose += 1
            self.walk.add(" – ".join(texts))
            self.walk.boxed = True
