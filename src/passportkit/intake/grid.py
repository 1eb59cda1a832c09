"""Which column of a document's table is which column of the form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from passportkit.forms.model import Block, Column
from passportkit.intake.cells import CellWords
from passportkit.intake.folding import fold
from passportkit.intake.head_words import beyond, in_money, in_unit, named
from passportkit.intake.labels import SURE, LabelMatch
from passportkit.intake.landmarks import FieldHead, Landmarks
from passportkit.intake.totals import behind_total
from passportkit.paper import Cell

_NUMBERS = frozenset({"п п", "пп", "n", "n п п", "номер", "номер п п"})
"""Heads of the column of row numbers, apart from the sign."""

_LONGEST_NUMBER = 16

_SHARE = 0.5
"""How much of a head has to be found."""


_LONGEST_HEAD = 200
"""A head has fewer characters."""

_FIELD, _SURPLUS = 0.99, 0.95
"""How sure the head of a field alone is, and one that says more than the form's."""


FoundHeads = dict[int, LabelMatch[Column] | LabelMatch[FieldHead]]
"""What heads name, by the columns of the table."""


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
        self._start = min(columns, default=end)
        self.numbered: frozenset[int] = frozenset()
        self.units: dict[str, str] = {}
        self.fields: dict[int, tuple[str, str]] = {}

    def measured(self, unit: str, sums: Collection[str]) -> ColumnMap:
        """Return the same columns; those of sums have this unit where their head names none."""
        if unit:
            self.units = {**{key: unit for key in sums if key in self.empty}, **self.units}
        return self

    def in_sum(self, total: str, sums: Collection[str]) -> str:
        """Return a total in the unit of the only column of sums."""
        units = {self.units.get(key, "") for key in sums if key in self.empty}
        return in_unit(total, units.pop()) if len(units) == 1 else total

    def divide(self, entries: Sequence[CellWords]) -> None:
        """Take in a second row of heads.

        What stands below a head of its own goes on with it; where several stand below one, the
        column of the form would have two values, and has none.
        """
        widths = Counter(self._keys.values())
        for cell, text in entries:
            key = self._keys.get(cell.column)
            if text and key and widths[key] > 1:
                del self._keys[cell.column]
                self.others[cell.column] = f"{self._heading(key)} – {text}"
            elif text and key and (unit := beyond(text, "")):
                self.units[key] = unit

    def _heading(self, key: str) -> str:
        return next(each.heading for each in self.block.columns or () if each.key == key)

    def numbers_rows(self, cell: Cell) -> bool:
        """Return whether a cell stands where the numbers of rows do: under their head, or first."""
        is_first = cell.column < self._start and cell.column not in self.others
        return is_first or cell.column in self.numbered

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
    headed = [entry for entry in texts if not heads_numbers(entry)]
    if headed and behind_total(headed[0].text, "") is not None:
        return None  # «Всего» heads a column, too, but never the first
    for block in blocks if headed else ():
        found = found_heads(texts, block, marks)
        columns = len(block.columns or ())
        # where a column of numbers has a head, so have the others
        is_head = len(headed) < len(texts) and len(headed) == columns
        grid, strength = _grid(headed, block, found, marks)
        share = strength / max(len(headed), columns)
        if (share >= _SHARE or is_head) and (best is None or share > best[0]):
            grid.numbered = frozenset(each.cell.column for each in texts if heads_numbers(each))
            best = share, grid
    return best and best[1]


def found_heads(texts: Sequence[CellWords], block: Block, marks: Landmarks) -> FoundHeads:
    """Return the heads of a block that are found, by the columns of the table."""
    columns, fields = marks.columns(block), marks.fields(block)
    found: FoundHeads = {}
    for cell, text in texts:
        if len(text) < _LONGEST_HEAD:
            name = named(text)
            whole = columns.whole(text) or columns.whole(name)
            if whole and name != text:
                whole = whole._replace(strength=_SURPLUS)
            if like := whole or fields.whole(name) or columns.like(text):
                found[cell.column] = like
    return found


def _twice(found: FoundHeads) -> set[int]:
    """Return the heads like one of the form of which there are several: values are not one."""
    keys = Counter(each.item.key for each in found.values() if isinstance(each.item, Column))
    return {
        place
        for place, each in found.items()
        if isinstance(each.item, Column) and keys[each.item.key] > 1 and each.strength < SURE
    }


def _grid(
    texts: Sequence[CellWords],
    block: Block,
    found: FoundHeads,
    marks: Landmarks,
) -> tuple[ColumnMap, float]:
    """Return the grid of a head; heads in other words go by their order, if none is too many."""
    columns: dict[int, Column] = {}
    others: dict[int, str] = {}
    fields: dict[int, tuple[str, str]] = {}
    unknown = [(cell, text) for cell, text in texts if cell.column not in found]
    taken = {headed_column(each.item).key for each in found.values()}
    free = [each for each in block.columns or () if each.key not in taken]
    by_order = dict(zip((cell.column for cell, _ in unknown), free, strict=False))
    if len(unknown) != len(free):
        by_order = {}
    twice = _twice(found)
    for cell, text in texts:
        item = found[cell.column].item if cell.column in found else by_order.get(cell.column)
        item = None if cell.column in twice else item
        for each in range(cell.column, cell.column + cell.span):
            if item:
                columns[each] = headed_column(item)
            else:
                others[each] = text
        if isinstance(item, FieldHead):
            fields[cell.column] = item.field, text
    # a field alone says less of a table than the heads of the form do
    strength = sum(
        _FIELD if isinstance(each.item, FieldHead) else each.strength for each in found.values()
    )
    grid = ColumnMap(block, columns, others, end_of(texts))
    grid.fields = fields
    for cell, text in texts:
        column = columns.get(cell.column)
        if column and cell.column not in fields:
            known = " ".join((column.heading, *marks.usual_heads(block, column)))
            if unit := beyond(text, known):
                grid.units[column.key] = in_money(unit) if column.key in marks.sums else unit
    return grid, strength


def headed_column(item: Column | FieldHead) -> Column:
    """Return the column of the form that a head is of."""
    return item.column if isinstance(item, FieldHead) else item


def heads_numbers(entry: CellWords) -> bool:
    """Return whether a head is that of the numbers of rows."""
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
