"""The places of a form that a practice fills, each with what it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from passportkit.findings import Route
from passportkit.forms.model import Block, Column, Form, Part, Section
from passportkit.forms.shows import Rows, Show, column_of, rows_of, show_of
from passportkit.practice import Practice


class ColumnSlot(NamedTuple):
    """A column of a table, and what it shows of each row. `key` is that of the column.

    `text` gives the words for a row, as `show.text` does.
    """

    key: str
    column: Column
    show: Show
    text: Callable[[Any], str]

    @property
    def hint(self) -> str:
        """What belongs there, in English or as the form says it."""
        return self.column.hint or self.show.hint


class TextSlot(NamedTuple):
    """A place for one text. `part` is the label before it, if it has one."""

    key: str
    section: Section
    block: Block
    show: Show
    required: bool
    part: Part | None = None

    @property
    def fields(self) -> list[Route]:
        """The fields of the practice that stand there."""
        return self.show.routes

    @property
    def is_total(self) -> bool:
        """Whether the text is the total of a table, which nobody has to write."""
        return self.block.total is not None and self.key == self.block.total.key

    @property
    def hint(self) -> str:
        """What belongs there, in English or as the form says it."""
        own = self.part.hint if self.part else self.block.hint
        return own or self.show.hint

    def is_empty(self, practice: Practice) -> bool:
        """Whether the practice has nothing to say there."""
        return not self.show.text(practice)


class TableSlot(NamedTuple):
    """A place for rows."""

    key: str
    section: Section
    block: Block
    rows: Rows
    cells: tuple[ColumnSlot, ...]
    required: bool

    @property
    def fields(self) -> list[Route]:
        """The field of the practice that stands there."""
        return [(self.rows.field,)]

    @property
    def hint(self) -> str:
        """What belongs there, in English or as the form says it."""
        return self.block.hint or Practice.model_fields[self.rows.field].description or ""

    def is_empty(self, practice: Practice) -> bool:
        """Whether the practice has no row with a word in any cell."""
        rows = self.rows.of(practice)
        if isinstance(rows, str):
            return not rows
        return not any(cell.text(row) for row in rows for cell in self.cells)


Slot = TextSlot | TableSlot


@lru_cache(maxsize=64)
def slots_of(form: Form) -> tuple[Slot, ...]:
    """Return the places of a form in the order of the document. The form's names are sound."""
    return tuple(slot for section, block in form.blocks() for slot in _slots(section, block))


def _slots(section: Section, block: Block) -> Iterator[Slot]:
    required = section.required and block.required
    if block.show:
        yield TextSlot(block.key, section, block, _show(block.show), required)
    for part in block.parts or ():
        yield TextSlot(part.key, section, block, _show(part.show), required, part)
    if block.is_table:
        yield _table(section, block, required)
    if block.total:
        yield TextSlot(block.total.key, section, block, _show(block.total.show), required=False)


def _table(section: Section, block: Block, required: bool) -> TableSlot:
    rows = rows_of(block.rows or block.record or "")
    assert rows is not None
    cells = []
    for column in block.columns or ():
        show = column_of(rows, column.show)
        assert show is not None
        cells.append(ColumnSlot(column.key, column, show, show.reader()))
    return TableSlot(block.key, section, block, rows, tuple(cells), required)


def _show(name: str) -> Show:
    show = show_of(Practice, name)
    assert show is not None
    return show
