"""The heads of a table in a workbook: which columns of which block of a form they name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from passportkit.forms import Form
from passportkit.forms.fact_tables import NAME
from passportkit.forms.further_places import SOURCE
from passportkit.forms.model import Block, Column, Section
from passportkit.intake.cells import CellWords
from passportkit.intake.folding import fold
from passportkit.intake.grid import KnownHead, found_heads, heads_in
from passportkit.intake.labels import Labels
from passportkit.intake.landmarks import Landmarks, landmarks_of, spellings
from passportkit.paper import Cell, Paragraph

_LONGEST = 120
"""Words in more characters than this head no column."""

_MOST = 500
"""A row of more cells than this heads nothing: it would be compared with every form."""

_MEANT = 0.5
"""What the name of a section above a table counts for, where a head counts for 1."""


class BlockPlace(NamedTuple):
    """A block that has columns, the section that it stands in, and the landmarks of its form."""

    section: Section
    block: Block
    marks: Landmarks

    @property
    def rows(self) -> str:
        """What the rows are: a name of the vocabulary."""
        return self.block.rows or self.block.record or ""

    @property
    def heads(self) -> Iterator[str]:
        """The heads of its columns in every spelling, as they are compared."""
        yield from map(fold, self.marks.heads(self.block))

    @property
    def is_of_facts(self) -> bool:
        """Whether its columns have one field each, so that what a sheet lacks can stay."""
        return self.marks.form.name == NAME

    @property
    def has_source(self) -> bool:
        """Whether a column says where the money comes from."""
        return any(each.show == SOURCE for each in self.block.columns or ())


class HeadRow(NamedTuple):
    """A row of heads: the block that they fit best, and what they name by their columns.

    `named` is how many heads there are, apart from that of the numbers of rows.
    """

    place: BlockPlace
    found: Mapping[int, KnownHead]
    named: int

    @property
    def columns(self) -> list[Column]:
        """The columns of the block that are named, in its order; of two that show the same, one."""
        named = {each.column.key for each in self.found.values()}
        columns = (each for each in self.place.block.columns or () if each.key in named)
        return [*{each.show: each for each in columns}.values()]

    @property
    def likeness(self) -> float:
        """How many heads are found, those in other words for less."""
        return sum(each.strength for each in self.found.values())

    @property
    def strength(self) -> float:
        """How well the heads fit, from 0 to 1."""
        return 2 * self.likeness / (self.named + len(self.place.block.columns or ()))

    @property
    def is_sure(self) -> bool:
        """Whether there are several heads, every one word for word, and no other."""
        return len(self.found) == self.named > 1 and self._is_verbatim

    @property
    def fits(self) -> bool:
        """Whether the heads are those of the block: that of its first column, and another.

        Details say nothing: every list of goods has their number and their price.
        """
        asked = self.place.block.columns or ()
        if len(asked) == 1:
            return self.named == 1 == len(self.found) and self._is_verbatim
        details = self.place.marks.details(self.place.block)
        keys = {each.column.key for each in self.found.values() if each.field not in details}
        return len(keys) > 1 and asked[0].key in keys

    @property
    def _is_verbatim(self) -> bool:
        return all(each.is_verbatim for each in self.found.values())


def places_in(forms: Iterable[Form]) -> list[BlockPlace]:
    """Return the blocks of forms that have columns.

    They are those of the landmarks, which another form that says the same may have had first.
    """
    return [
        BlockPlace(section, block, marks)
        for marks in map(landmarks_of, forms)
        for section, block in marks.form.blocks()
        if block.is_table
    ]


def head_row(
    entries: Sequence[CellWords], places: Iterable[BlockPlace], titles: Iterable[str] = ()
) -> HeadRow | None:
    """Return what a row of a table heads, if it heads rows of any of these blocks.

    The words above the table decide between blocks whose heads fit alike; else it is that of the
    facts, and that with fewer other columns.
    """
    heads = heads_in([entry for entry in entries if entry.text])
    if not 0 < len(heads) <= _MOST or any(len(entry.text) > _LONGEST for entry in heads):
        return None
    rows = (HeadRow(at, found_heads(heads, at.block, at.marks), len(heads)) for at in places)
    fitting = [row for row in rows if row.fits]
    return max(fitting, key=lambda row: _rank(row, titles), default=None)


def _rank(row: HeadRow, titles: Iterable[str]) -> tuple[float, bool, float]:
    return row.likeness + _named_by(titles, row), row.place.is_of_facts, row.strength


def _named_by(titles: Iterable[str], row: HeadRow) -> float:
    """Return how much more a block is meant whose section is named above the table."""
    name = row.place.section.heading or ""
    labels = Labels([(name, spellings(name))], least=1)
    return _MEANT if name and any(labels.like(title) for title in titles) else 0


def two_rows_of_heads(
    upper: Sequence[CellWords], lower: Sequence[CellWords]
) -> list[CellWords] | None:
    """Return the heads of two rows as those of one; None where the second is no row of heads.

    It is where it has words only below heads over several columns. «Всего» below one is that head.
    """
    over = {at: each for each in upper for at in reach(each.cell)}
    if all(each.cell.span == 1 for each in upper):
        return None
    heads: list[CellWords] = []
    for each in lower:
        above = over.get(each.cell.column)
        if above is None or (above.cell.span == 1 and each.text):
            return None
        words = above.text if above.cell.span == 1 else _of_both(above.text, each.text)
        heads.append(_head(each.cell, words))
    return heads if any(each.text for each in lower) else None


def _of_both(upper: str, lower: str) -> str:
    if not lower or fold(lower) in ("всего", "итого"):
        return upper
    return f"{upper}, {lower}" if upper else lower


def _head(cell: Cell, words: str) -> CellWords:
    return CellWords(Cell([Paragraph(words)] if words else [], cell.column, cell.span), words)


def reach(cell: Cell) -> range:
    """Return the columns that a cell stands in."""
    return range(cell.column, cell.column + cell.span)
