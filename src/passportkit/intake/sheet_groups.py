"""The tables of a workbook that are of one block, as a section of a form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from passportkit.forms.fact_tables import TOTALS
from passportkit.forms.model import Column
from passportkit.forms.place_words import heading_words
from passportkit.forms.shows import column_of, rows_of
from passportkit.intake.cells import CellWords, entries_of
from passportkit.intake.extraction import Left
from passportkit.intake.folding import fold
from passportkit.intake.sheet_heads import BlockPlace, is_number_head
from passportkit.intake.sheet_units import beyond, unit_in, with_unit
from passportkit.intake.sheet_walk import PlacedTable, on_sheet
from passportkit.language import say
from passportkit.paper import Cell, PaperBlock, Paragraph, Row, Table
from passportkit.practice import Vocabulary
from passportkit.practice.money import Money


@dataclass(frozen=True)
class TableGroup:
    """The tables of one block. The section has the columns that any of them has."""

    place: BlockPlace
    tables: Sequence[PlacedTable]
    vocabulary: Vocabulary

    @property
    def heading(self) -> str:
        """What the section is called."""
        return heading_words(self.place.block.caption or self.place.section.heading or "")

    @cached_property
    def columns(self) -> dict[int, Column]:
        """The columns of the section by their numbers in the block."""
        known = self.place.block.columns or ()
        found = {each.item for table in self.tables for each in table.head.columns.values()}
        return {at: known[at] for at in sorted(found)}

    def section(self) -> dict[str, Any]:
        """Return the section of the form, spelt as in a `form.yaml`."""
        block = self.place.block
        columns = [{"heading": each.heading, "show": each.show} for each in self.columns.values()]
        kind = "rows" if block.rows else "record"
        section = {"heading": self.heading, kind: block.rows or block.record, "columns": columns}
        total = TOTALS.get(block.rows or "")
        if block.total:
            total = {"label": block.total.label, "show": block.total.show}
        return {**section, "total": total} if total else section

    # --- a sheet as an export makes it ---

    @property
    def is_exact(self) -> bool:
        """Whether its name and its heads are the form's, to the letter, and no cells are merged."""
        if len(self.tables) > 1 or self.tables[0].sheet != self.heading:
            return False
        heads = [column.heading for column in self.place.block.columns or ()]
        cells = [cell for row in self.tables[0].rows for cell in row.cells]
        is_plain = all(cell.span == 1 and not cell.merge for cell in cells)
        return is_plain and [text for _, text in self.tables[0].heads] == heads

    def answers(self) -> tuple[list[list[str]], str]:
        """Return the rows of such a sheet by the columns of the form, and its total."""
        rows = [[text for _, text in entries_of(row)] for row in self.tables[0].rows]
        total = self.place.block.total
        if total and rows and rows[-1][0] == total.label:
            return rows[:-1], " ".join(filter(None, rows.pop()[1:]))
        return rows, ""

    # --- a sheet as people make it ---

    def blocks(self) -> Iterator[PaperBlock]:
        """Yield the tables below the heading of the section, with its columns and no others."""
        yield Paragraph(self.heading)
        for table in self.tables:
            narrowed = _Narrowed(self, table)
            yield Table([narrowed.head(), *map(narrowed.row, table.rows)])

    def left(self) -> Iterator[Left]:
        """Yield what the tables say besides: in other columns, and in the heads of these."""
        for table in self.tables:
            yield from _Narrowed(self, table).left()


class _Narrowed:
    """A table with the columns of its section: that of the numbers of rows first, if it has one."""

    def __init__(self, group: TableGroup, table: PlacedTable) -> None:
        self._table = table
        self._columns = group.columns
        self._places = {match.item: at for at, match in table.head.columns.items()}
        self._heads = {cell.column: text for cell, text in table.heads}
        self._number = _number_column(table)
        self._units = {
            at: self._unit(group, self._columns[item], at) for item, at in self._places.items()
        }

    def head(self) -> Row:
        """Return the head, in the words of the form."""
        number = "" if self._number is None else "№"
        texts = (number, *(each.heading for each in self._columns.values()))
        return Row([_cell(text, at) for at, text in enumerate(texts)])

    def row(self, row: Row) -> Row:
        """Return a row; one cell alone that is merged over several goes over the whole width."""
        entries = entries_of(row)
        filled = [entry for entry in entries if entry.text]
        if len(filled) == 1 and filled[0].cell.span > 1:
            return Row([Cell(filled[0].cell.blocks, 0, len(self._columns) + 1)])
        known = {at: entry for entry in entries for at in _reach(entry)}
        number = known.get(-1 if self._number is None else self._number)
        cells = [_cell(number.text if number else "", 0)]
        for place, item in enumerate(self._columns, 1):
            at = self._places.get(item, -1)
            entry = known.get(at)
            text = with_unit(entry.text, self._units[at]) if entry else ""
            is_first = entry is not None and self._first(entry) == at
            merge = entry.cell.merge if entry else ""
            cells.append(Cell([Paragraph(text)] if text and is_first else [], place, 1, merge))
        return Row(cells)

    def _first(self, entry: CellWords) -> int:
        """Return the first column of the section that a cell reaches over, or -1."""
        return next((at for at in _reach(entry) if at in self._units), -1)

    def left(self) -> Iterator[Left]:
        """Yield the words in other columns, and the heads that say more than a name and a unit."""
        sheet = self._table.sheet
        for item, at in self._places.items():
            rest = beyond(self._heads[at], self._columns[item].heading)
            if rest and unit_in(self._heads[at], rest, of_money=True) is None:
                yield Left(on_sheet(sheet), self._heads[at])
        for row in self._table.rows:
            entries = entries_of(row)
            if words := "; ".join(self._others(entries)):
                first = next((entry.text for entry in entries if self._first(entry) >= 0), "")
                place = say("sheet “{sheet}”, beside “{words}”", sheet=sheet, words=first)
                yield Left(place if first else on_sheet(sheet), words)

    def _others(self, entries: Sequence[CellWords]) -> Iterator[str]:
        for entry in entries:
            place = entry.cell.column
            if entry.text and self._first(entry) < 0 and place != self._number:
                head = self._heads.get(place, "")
                yield f"{head}: {entry.text}" if head else entry.text

    def _unit(self, group: TableGroup, column: Column, at: int) -> str:
        head = self._heads[at]
        rows = rows_of(group.vocabulary, self._table.head.rows)
        show = column_of(rows, column.show) if rows else None
        if show is None or fold(head) == fold(column.heading):
            return ""
        rest = beyond(head, column.heading)
        return unit_in(head, rest, of_money=show.is_of(Money)) or ""


def _number_column(table: PlacedTable) -> int | None:
    """Return the column with the numbers of rows, if there is one with a head."""
    return next((cell.column for cell, text in table.heads if text and is_number_head(text)), None)


def _reach(entry: CellWords) -> range:
    return range(entry.cell.column, entry.cell.column + entry.cell.span)


def _cell(words: str, column: int) -> Cell:
    return Cell([Paragraph(words)] if words else [], column)
