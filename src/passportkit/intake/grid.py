"""Which column of a document's table is which column of the form."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from passportkit.forms.model import Block, Column
from passportkit.intake.cells import CellWords
from passportkit.intake.folding import fold
from passportkit.intake.head_words import beyond, in_money, in_unit
from passportkit.intake.labels import LabelMatch
from passportkit.intake.landmarks import Landmarks
from passportkit.paper import Cell

_NUMBERS = frozenset({"п п", "пп", "n", "n п п", "номер", "номер п п"})
"""Heads of the column of row numbers, apart from the sign."""

_LONGEST_NUMBER = 16

_SHARE = 0.5
"""How much of a head has to be found."""


class ColumnMap:
    """The columns of a block by those of a table, and the heads of columns that it does not have.

    `end` is the number of columns that the grid of the table has. `units` are those that heads name
    beyond the form's own.
    Everything is by key: what is asked of each cell should be quick.
    """

    def __init__(
        self, block: Block, columns: dict[int, Column], others: dict[int, str], end: int
    ) -> None:
        self.block = block
        self.key = block.key
        self.others = others
        self.end = end
        self.empty = {column.key: "" for column in block.columns or ()}
        self.first = next(iter(self.empty))
        self.equal = {column.key for column in block.columns or () if column.merge}
        self._keys = {place: column.key for place, column in columns.items()}
        self.units: dict[str, str] = {}

    def measured(self, unit: str, sums: Collection[str]) -> ColumnMap:
        """Return the same columns; those of sums have this unit where their head names none."""
        if unit:
            self.units = {**{key: unit for key in sums if key in self.empty}, **self.units}
        return self

    def in_sum(self, total: str, sums: Collection[str]) -> str:
        """Return a total in the unit of the only column of sums."""
        units = {self.units.get(key, "") for key in sums if key in self.empty}
        return in_unit(total, units.pop()) if len(units) == 1 else total

    def key_of(self, cell: Cell) -> str | None:
        """Return the key of the column of the form that `cell` stands in."""
        if cell.span == 1:
            return self._keys.get(cell.column)
        within = range(cell.column, cell.column + cell.span)
        return next((self._keys[each] for each in within if each in self._keys), None)


def head_of(
    texts: Sequence[CellWords], blocks: Sequence[Block], marks: Landmarks
) -> ColumnMap | None:
    """Return the grid of the block of which these cells are the head, or None."""
    best: tuple[float, ColumnMap] | None = None
    named = [entry for entry in texts if not _is_number(entry)]
    for block in blocks if named else ():
        found = _found(texts, block, marks)
        columns = len(block.columns or ())
        # where a column of numbers has a head, so have the others
        is_head = len(named) < len(texts) and len(named) == columns
        grid, strength = _grid(named, block, found, marks.sums)
        share = strength / max(len(named), columns)
        if (share >= _SHARE or is_head) and (best is None or share > best[0]):
            best = share, grid
    return best and best[1]


def _found(
    texts: Sequence[CellWords], block: Block, marks: Landmarks
) -> dict[int, LabelMatch[Column]]:
    """Return by the columns of the grid the heads that are found, each once."""
    labels = marks.columns(block)
    found: dict[int, LabelMatch[Column]] = {}
    for cell, text in texts:
        like = labels.like(text) if len(text) < 200 else None
        if like and all(like.item is not other.item for other in found.values()):
            found[cell.column] = like
    return found


def _grid(
    texts: Sequence[CellWords],
    block: Block,
    found: dict[int, LabelMatch[Column]],
    sums: Collection[str],
) -> tuple[ColumnMap, float]:
    """Return the grid of a head; heads in other words go by their order, if none is too many."""
    columns: dict[int, Column] = {}
    others: dict[int, str] = {}
    unknown = [(cell, text) for cell, text in texts if cell.column not in found]
    taken = [each.item for each in found.values()]
    free = [each for each in block.columns or () if not any(each is item for item in taken)]
    by_order = dict(zip((cell.column for cell, _ in unknown), free, strict=False))
    if len(unknown) != len(free):
        by_order = {}
    for cell, text in texts:
        column = found[cell.column].item if cell.column in found else by_order.get(cell.column)
        for each in range(cell.column, cell.column + cell.span):
            if column:
                columns[each] = column
            else:
                others[each] = text
    strength = sum(each.strength for each in found.values())
    grid = ColumnMap(block, columns, others, end_of(texts))
    for cell, text in texts:
        if column := columns.get(cell.column):
            unit = beyond(text, column.heading)
            if unit:
                grid.units[column.key] = in_money(unit) if column.key in sums else unit
    return grid, strength


def _is_number(entry: CellWords) -> bool:
    text = entry.text
    return len(text) < _LONGEST_NUMBER and ("№" in text[:2] or fold(text) in _NUMBERS)


def in_order(entries: Sequence[CellWords], block: Block) -> ColumnMap:
    """Return the grid of a table without a head: its columns are in the order of the form's."""
    asked = block.columns or ()
    numbered = block.rows is not None and len(entries) > 1 and entries[0].is_number
    start = 1 if numbered or len(entries) > len(asked) else 0
    columns = {
        entry.cell.column: column for entry, column in zip(entries[start:], asked, strict=False)
    }
    others = {entry.cell.column: "" for entry in entries[start + len(asked) :]}
    return ColumnMap(block, columns, others, end_of(entries))


def end_of(entries: Sequence[CellWords]) -> int:
    """Return how many columns a row reaches over."""
    last = entries[-1].cell
    return last.column + last.span
