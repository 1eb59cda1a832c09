"""The places of a form that a practice fills, each with what it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

from passportkit.findings import Route
from passportkit.forms.model import (
    Approval,
    Block,
    Column,
    Entry,
    Form,
    Part,
    Section,
    Signature,
    Signatures,
    Total,
)
from passportkit.forms.shows import Rows, Show, column_of, rows_of, show_of
from passportkit.language import AnyMessage
from passportkit.practice import Vocabulary


class ColumnSlot(NamedTuple):
    """A column of a table, and what it shows of each row. `key` is that of the column.

    `text` gives the words for a row, as `show.text` does.
    """

    key: str
    column: Column
    show: Show
    text: Callable[[Any], str]

    @property
    def hint(self) -> AnyMessage | str:
        """What belongs there: as the form says it, or as the facts are described."""
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
    def hint(self) -> AnyMessage | str:
        """What belongs there: as the form says it, or as the facts are described."""
        own = self.part.hint if self.part else self.block.hint
        return own or self.show.hint


class TableSlot(NamedTuple):
    """A place for rows."""

    key: str
    section: Section
    block: Block
    rows: Rows
    cells: tuple[ColumnSlot, ...]
    required: bool

    @property
    def rows_name(self) -> str:
        """What the form calls the rows."""
        return self.block.rows or self.block.record or ""

    @property
    def fields(self) -> list[Route]:
        """The field of the practice that stands there."""
        return [(self.rows.field,)]

    @property
    def hint(self) -> AnyMessage | str:
        """What belongs there: as the form says it, or as the facts are described."""
        return self.block.hint or self.rows.description


Slot = TextSlot | TableSlot


@lru_cache(maxsize=64)
def slots_of(form: Form) -> tuple[Slot, ...]:
    """Return the places of a form in the order of the document. The form's names are sound."""
    places = form.blocks()
    return tuple(slot for place in places for slot in _slots(form.vocabulary, *place))


def sections_of(form: Form) -> Iterator[tuple[Section, tuple[Slot, ...]]]:
    """Yield what has places, sections and signatures, in order, each with its places."""
    for section, slots in groupby(slots_of(form), key=attrgetter("section")):
        yield section, tuple(slots)


def entries_of(form: Form) -> Iterator[tuple[Entry | Approval, tuple[Slot, ...]]]:
    """Yield the approval of a form and its entries in order, each with its places, if any."""
    sections = sections_of(form)
    for entry in (*((form.approval,) if form.approval else ()), *form.entries):
        if isinstance(entry, Section):
            yield entry, next(sections)[1]
            continue
        signed = (each for each in signatures_in(entry) if each.places)
        yield entry, tuple(slot for _ in signed for slot in next(sections)[1])


def signatures_in(entry: Entry | Approval) -> tuple[Signature, ...]:
    """Return the lines to sign on that an entry has, in order."""
    if isinstance(entry, Signature):
        return (entry,)
    return entry.signatures if isinstance(entry, Signatures) else ()


def _slots(vocabulary: Vocabulary, section: Section, block: Block) -> Iterator[Slot]:
    required = section.required and block.required

    def text(shown: Block | Part | Total, required: bool, part: Part | None = None) -> TextSlot:
        show = show_of(vocabulary.facts, shown.show or "")
        assert show is not None
        return TextSlot(shown.key, section, block, show, required, part)

    if block.show:
        yield text(block, required)
    for part in block.parts or ():
        yield text(part, required and part.required, part)
    if block.is_table:
        rows = rows_of(vocabulary, block.rows or block.record or "")
        assert rows is not None
        yield TableSlot(block.key, section, block, rows, tuple(_cells(block, rows)), required)
    if block.total:
        yield text(block.total, required=False)


def _cells(block: Block, rows: Rows) -> Iterator[ColumnSlot]:
    for column in block.columns or ():
        show = column_of(rows, column.show)
        assert show is not None
        yield ColumnSlot(column.key, column, show, show.reader())
