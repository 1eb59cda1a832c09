"""The way through the sheets of a workbook: which table is of which block of a form."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from passportkit.forms.further_places import SOURCE
from passportkit.forms.model import Column
from passportkit.intake.cells import CellWords, entries_of
from passportkit.intake.extraction import Furniture, FurnitureKind, Left
from passportkit.intake.folding import fold
from passportkit.intake.head_words import in_money, named, scale_beyond
from passportkit.intake.row_shapes import upright
from passportkit.intake.sheet_heads import BlockPlace, HeadRow, head_row, reach, two_rows_of_heads
from passportkit.intake.totals import behind_total
from passportkit.language import Message, say
from passportkit.paper import Cell, PaperBlock, Paragraph, Row, Table
from passportkit.paper.styles import SHEET

_HEAD_WITHIN = 15
"""Among how many rows the head of a table is looked for."""

_digit = re.compile(r"\d")


@dataclass(slots=True)
class PlacedTable:
    """A table whose heads are known, and the rows below them.

    `unit` is that of its sums, where the words above it name one; `balance` by columns how many
    more of its rows have numbers there than have none.
    """

    head: HeadRow
    heads: Sequence[CellWords]
    sheet: str
    unit: str = ""
    rows: list[Row] = field(default_factory=list)
    balance: Counter[int] = field(default_factory=Counter)

    def add(self, rows: Sequence[Row]) -> None:
        """Take in more rows."""
        self.rows += rows
        self.balance.update(_balance(self.head, rows))

    @property
    def columns(self) -> list[Column]:
        """The columns of the block that it has; that of the source also where bands name it."""
        asked = self.head.place.block.columns or ()
        named = [*self.head.columns, *self._source()]
        return [each for each in asked if each in named]

    def _source(self) -> list[Column]:
        """Return the column of the source of the money, if bands name it, and no column does."""
        if any(each.show == SOURCE for each in self.head.columns) or not self._has_bands():
            return []
        return [each for each in self.head.place.block.columns or () if each.show == SOURCE]

    def _has_bands(self) -> bool:
        return any(self._is_band(entries_of(row)) for row in self.rows)

    def _is_band(self, entries: Sequence[CellWords]) -> bool:
        """Whether one cell alone has words, and is merged over several columns."""
        filled = [entry for entry in entries if entry.text]
        headed = {each.cell.column for each in self.heads if each.text}
        return len(filled) == 1 and len(headed.intersection(reach(filled[0].cell))) > 1

    def laid_out(self) -> Table:
        """Return it as a table of a document, its bands over the whole width."""
        cells = [each.cell for each in self.heads]
        width = max(cell.column + cell.span for cell in cells)
        for each in self._source():
            cells.append(Cell([Paragraph(each.heading)], width))
            width += 1
        return Table([Row(cells), *(self._row(row, width) for row in self.rows)])

    def _row(self, row: Row, width: int) -> Row:
        entries = entries_of(row)
        if not self._is_band(entries):
            return row
        (words,) = (entry.cell.blocks for entry in entries if entry.text)
        return Row([Cell(words, 0, width)])

    def goes_on_in(self, rows: Sequence[Row]) -> bool:
        """Return whether rows are more of these: they have numbers where these have numbers."""
        numeric = {*+self.balance}
        return all(_is_alike(self.head, entries_of(row), numeric) for row in rows)

    def end_in(self, rows: Sequence[Row]) -> int:
        """Return how many rows are of the table: behind its total, only those that are alike."""
        total = next((at for at, row in enumerate(rows) if is_total(entries_of(row))), None)
        if total is None:
            return len(rows)
        balance = Counter(self.balance)
        balance.update(_balance(self.head, rows[:total]))
        numeric = {*+balance}
        behind = enumerate(rows[total + 1 :], total + 1)
        ends = (at for at, row in behind if not _is_alike(self.head, entries_of(row), numeric))
        return next(ends, len(rows))


def is_total(entries: Sequence[CellWords]) -> bool:
    """Return whether a row adds others up."""
    first = next((entry.text for entry in entries if entry.text and not entry.is_number), "")
    return behind_total(first, "") is not None


def _balance(head: HeadRow, rows: Sequence[Row]) -> dict[int, int]:
    """Return by columns how many more of the rows have numbers there than have none."""
    counts = dict.fromkeys(head.found, 0)
    for row in rows:
        for entry in entries_of(row):
            if entry.cell.column in counts:
                counts[entry.cell.column] += 1 if _digit.search(entry.text) else -1
    return counts


def _is_alike(head: HeadRow, entries: Sequence[CellWords], numeric: set[int]) -> bool:
    if is_total(entries):
        return True
    filled = {each.cell.column for each in entries if each.text} & head.found.keys()
    numbers = {each.cell.column for each in entries if _digit.search(each.text)}
    return len(filled) > 1 and (not numeric or bool(numeric & numbers))


class _SheetRows(NamedTuple):
    """The rows of a table, and the last one that may head others as a band over several columns."""

    all: Sequence[Row]
    last_band: int


class _HeadAt(NamedTuple):
    """A head within a table: its first row, the row behind it, and the words of its cells."""

    start: int
    end: int
    head: HeadRow
    entries: Sequence[CellWords]


class SheetWalk:
    """Goes through the sheets, and gives each table its block."""

    def __init__(self, places: Sequence[BlockPlace]) -> None:
        self._places = places
        self._sourced = [place for place in places if place.has_source]
        self._heads = {head for place in places for head in place.heads}
        self._chosen: dict[str, BlockPlace] = {}
        self._titles: list[str] = []
        self._sheet = ""
        self._last: PlacedTable | None = None
        self.placed: list[PlacedTable] = []
        self.left: list[Left] = []
        self.furniture: list[Furniture] = []

    def go(self, blocks: Sequence[PaperBlock]) -> None:
        """Take in what stands on the sheets."""
        for block in blocks:
            if isinstance(block, Table):
                rows = upright([entries_of(row) for row in block.rows], self._is_head)
                self._table([Row([entry.cell for entry in entries]) for entries in rows])
            elif block.style == SHEET:
                self._leave_titles()
                self._sheet, self._last = block.text, None
                self._pass_over("caption", block.text)
            else:
                self._titles.append(block.text)
        self._leave_titles()

    def groups(self) -> Iterator[tuple[BlockPlace, list[PlacedTable]]]:
        """Yield the tables of each block, in the order in which the blocks were met."""
        for rows, place in self._chosen.items():
            yield place, [each for each in self.placed if each.head.place.rows == rows]

    def _is_head(self, text: str) -> bool:
        """Whether words head a column of any block, to the letter but for a unit."""
        return fold(text) in self._heads or fold(named(text)) in self._heads

    def _table(self, rows: Sequence[Row]) -> None:
        table = _SheetRows(rows, _last_band(rows))
        near = (self._head_at(table, at) for at in range(min(len(rows), _HEAD_WITHIN)))
        heads = list(_up_to_a_sure_one(filter(None, near)))
        if not heads:
            self._more(rows)
            return
        best: _HeadAt | None = max(heads, key=lambda found: found.head.strength)
        self._leave(rows[: best.start] if best else ())
        while best:
            best = self._take(best, table)

    def _head_at(self, rows: _SheetRows, at: int) -> _HeadAt | None:
        """Return the head that begins with a row, which may be of two rows."""
        entries, end = entries_of(rows.all[at]), at + 1
        if end < len(rows.all) and (both := two_rows_of_heads(entries, entries_of(rows.all[end]))):
            entries, end = both, end + 1
        titles = [self._sheet, *self._titles]
        head = head_row(entries, self._sourced, titles) if end <= rows.last_band else None
        head = head or head_row(entries, self._places, titles)
        if head and (chosen := self._chosen.get(head.place.rows)):
            head = head_row(entries, [chosen])
        return _HeadAt(at, end, head, entries) if head else None

    def _take(self, found: _HeadAt, rows: _SheetRows) -> _HeadAt | None:
        """Take in a table from its head on, up to the head of another one, which is returned."""
        place = self._chosen.setdefault(found.head.place.rows, found.head.place)
        self._last = PlacedTable(found.head, found.entries, self._sheet, self._unit())
        self._leave_titles(place.rows)
        self.placed.append(self._last)
        for row in rows.all[found.start : found.end]:
            self._pass_over("head", *(entry.text for entry in _filled(row)))
        if self._is_exported(found, place):
            self._last.add(rows.all[found.end :])
            return None
        behind = range(found.end, len(rows.all))
        other = next((head for at in behind if (head := self._sure_head(rows, at))), None)
        end = title = other.start if other else len(rows.all)
        while other and title > found.end and len(_filled(rows.all[title - 1])) == 1:
            title -= 1
        self._more(rows.all[found.end : title])
        self._titles += [entry.text for row in rows.all[title:end] for entry in _filled(row)]
        return other

    def _unit(self) -> str:
        """Return the unit of all sums of a table that the words above it name, if they do."""
        units = (scale_beyond(text, "") for text in (*reversed(self._titles), self._sheet))
        return in_money(next(filter(None, units), ""))

    def _is_exported(self, found: _HeadAt, place: BlockPlace) -> bool:
        """Whether a sheet has the name of the section, and its heads: all rows are its own then."""
        return found.start == 0 and found.head.is_sure and self._sheet == place.section.heading

    def _sure_head(self, rows: _SheetRows, at: int) -> _HeadAt | None:
        """Return the head that a row among answers is, which must be one to the letter."""
        if not any(self._is_head(entry.text) for entry in _filled(rows.all[at])):
            return None
        found = self._head_at(rows, at)
        return found if found and found.head.is_sure else None

    def _more(self, rows: Sequence[Row]) -> None:
        """Take in rows without a head: of the table above as long as they are like its rows."""
        self._leave_titles()
        last = self._last
        end = 0
        if last and (not last.rows or last.goes_on_in(rows)):
            end = last.end_in(rows)
            last.add(rows[:end])
        self._leave(rows[end:])

    # --- what has no place ---

    def _leave(self, rows: Sequence[Row]) -> None:
        texts = (" – ".join(entry.text for entry in _filled(row)) for row in rows)
        self.left += [Left(on_sheet(self._sheet), words) for words in texts if words]

    def _leave_titles(self, rows: str = "") -> None:
        """Leave the words above a table, but for those that only name its rows, in any form.

        Nor is there anything to leave of a unit alone: the table has it.
        """
        places = [place for place in self._places if rows and place.rows == rows]
        names = [name for each in places for name in (each.section.heading, each.block.caption)]
        known = {fold(name) for name in (self._sheet, *names) if name}
        for text in self._titles:
            if fold(text) in known:
                self._pass_over("heading", text)
            elif rows and _is_unit_alone(text):
                self._pass_over("head", text)
            else:
                self.left.append(Left(on_sheet(self._sheet), text))
        self._titles.clear()

    def _pass_over(self, kind: FurnitureKind, *texts: str) -> None:
        self.furniture += [Furniture(kind, text) for text in texts]


def _is_unit_alone(text: str) -> bool:
    """Whether words above a table say only the unit of its sums."""
    unit = scale_beyond(text, "")
    said = fold(text).removeprefix("единица измерения ").removeprefix("в ")
    return bool(unit) and said == fold(unit)


def _up_to_a_sure_one(heads: Iterable[_HeadAt]) -> Iterator[_HeadAt]:
    for found in heads:
        yield found
        if found.head.is_sure:
            return


def _last_band(rows: Sequence[Row]) -> int:
    """Return the last row with nothing but words over several columns; -1 where there is none.

    They may head rows below them, as the source of the money does.
    """
    filled = ((at, _filled(rows[at])) for at in reversed(range(len(rows))))
    bands = (at for at, entries in filled if len(entries) == 1 and entries[0].cell.span > 1)
    return next(bands, -1)


def on_sheet(sheet: str) -> Message:
    """Return where words stand that are in no table."""
    return say("sheet “{sheet}”", sheet=sheet)


def _filled(row: Row) -> list[CellWords]:
    return [entry for entry in entries_of(row) if entry.text]
