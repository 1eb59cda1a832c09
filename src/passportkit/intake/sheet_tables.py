"""Tables of a workbook, which stand for themselves: their heads alone say what they are.

Each gets the heading of its section above it, and then it is a table of a form like any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from passportkit.forms import Form
from passportkit.forms.model import Column
from passportkit.forms.shows import Rows, column_of, rows_of
from passportkit.forms.slots import TableSlot, slots_of
from passportkit.forms.tables import NAME, TOTALS, form_of, tables_form
from passportkit.intake.cells import CellWords, entries_of
from passportkit.intake.extraction import Extraction, Left
from passportkit.intake.folding import fold
from passportkit.intake.match import match
from passportkit.intake.recognise import Recognised
from passportkit.intake.sheet_heads import BlockPlace, HeadRow, head_row, places_in
from passportkit.intake.sheet_units import beyond, unit_in, with_unit
from passportkit.intake.totals import behind_total
from passportkit.language import Message, say
from passportkit.paper import Cell, Paper, PaperBlock, Paragraph, Row, Table
from passportkit.paper.styles import SHEET
from passportkit.practice import Vocabulary
from passportkit.practice.money import Money

_HEAD_WITHIN = 15
"""Among how many rows the head of a table is looked for."""

_digit = re.compile(r"\d")


def is_of_sheets(paper: Paper) -> bool:
    """Return whether a document is a workbook: its sheets have names."""
    return any(_is_name(block) for block in paper.blocks)


def without_sheet_names(paper: Paper) -> Paper:
    """Return a workbook as a document that is all of one piece."""
    return replace(paper, blocks=[block for block in paper.blocks if not _is_name(block)])


def _is_name(block: PaperBlock) -> bool:
    return isinstance(block, Paragraph) and block.style == SHEET


def match_tables(
    paper: Paper, forms: Sequence[Form], name: str = NAME
) -> tuple[Recognised, Extraction] | None:
    """Return what the tables of a workbook say, in a form of their own called `name`.

    It has a section for each block, of `forms` or of all facts, whose heads a table has. What has
    no place is left. None where no table has heads that are known.
    """
    vocabulary = forms[0].vocabulary
    reading = _Reading(places_in([*forms, tables_form(vocabulary)]))
    reading.read(paper.blocks)
    if not reading.placed:
        return None
    groups = reading.groups()
    form = form_of([group.section() for group in groups], vocabulary, name)
    blocks = [each for group in groups if not group.is_exact for each in group.blocks(vocabulary)]
    extraction = match(replace(paper, blocks=blocks), form)
    for slot in slots_of(form):
        group = next((each for each in groups if each.heading == slot.section.heading), None)
        if group and group.is_exact and isinstance(slot, TableSlot):
            _take(extraction, slot, group)
    left = [*(each for group in groups for each in group.left()), *reading.left]
    extraction.left += left
    extraction.read += len(left)
    heads = [placed.head for placed in reading.placed]
    found, named = sum(len(head.columns) for head in heads), sum(head.named for head in heads)
    return Recognised(form, found, named, is_stamped=False), extraction


def _take(extraction: Extraction, slot: TableSlot, group: _Group) -> None:
    """Take in the rows of a table that has the heads of the form, to the letter, as they stand."""
    rows, total = group.answers()
    keys = [cell.key for cell in slot.cells]
    values: dict[str, Any] = {slot.key: [dict(zip(keys, row, strict=True)) for row in rows]}
    if total and slot.block.total:
        values[slot.block.total.key] = total
    cells = sum(bool(text) for row in rows for text in row) + bool(total)
    extraction.values = {**extraction.values, **values}
    extraction.read += cells
    extraction.placed += cells


@dataclass(slots=True)
class _Placed:
    """A table whose heads are known, and the rows below them."""

    head: HeadRow
    heads: Sequence[CellWords]
    sheet: str
    rows: list[Row] = field(default_factory=list)

    def is_below(self, name: str, heads: Sequence[str]) -> bool:
        """Return whether it stands on a sheet of this name, with these heads and no merged cells."""
        words = [text for _, text in self.heads]
        cells = [cell for row in self.rows for cell in row.cells]
        whole = all(cell.span == 1 and not cell.merge for cell in cells)
        return self.sheet == name and words == list(heads) and whole

    def goes_on(self, rows: Sequence[Row]) -> bool:
        """Return whether rows are more of these: they have numbers where these have numbers."""
        numeric = _numeric(self.head, self.rows)
        return all(_is_alike(self.head, entries_of(row), numeric) for row in rows)

    def end_in(self, rows: Sequence[Row]) -> int:
        """Return how many rows are of the table: behind its total, only those that are alike."""
        total = next((at for at, row in enumerate(rows) if is_total(entries_of(row))), None)
        if total is None:
            return len(rows)
        numeric = _numeric(self.head, [*self.rows, *rows[:total]])
        behind = enumerate(rows[total + 1 :], total + 1)
        ends = (at for at, row in behind if not _is_alike(self.head, entries_of(row), numeric))
        return next(ends, len(rows))


def is_total(entries: Sequence[CellWords]) -> bool:
    """Return whether a row adds others up."""
    first = next((entry.text for entry in entries if entry.text and not entry.is_number), "")
    return behind_total(first, "") is not None


def _numeric(head: HeadRow, rows: Sequence[Row]) -> set[int]:
    """Return the columns that hold numbers in most rows."""
    counts = dict.fromkeys(head.columns, 0)
    for row in rows:
        for cell, text in entries_of(row):
            if cell.column in counts:
                counts[cell.column] += 1 if _digit.search(text) else -1
    return {column for column, count in counts.items() if count > 0}


def _is_alike(head: HeadRow, entries: Sequence[CellWords], numeric: set[int]) -> bool:
    if is_total(entries):
        return True
    filled = {cell.column for cell, text in entries if text and cell.column in head.columns}
    numbers = {cell.column for cell, text in entries if _digit.search(text)}
    return len(filled) > 1 and (not numeric or bool(numeric & numbers))


class _HeadAt(NamedTuple):
    """A head within a table: its first row, the row behind it, and the words of its cells."""

    start: int
    end: int
    head: HeadRow
    entries: Sequence[CellWords]


class _Reading:
    """Goes through the sheets, and gives each table its block."""

    def __init__(self, places: Sequence[BlockPlace]) -> None:
        self._places = places
        self._heads = {
            fold(column.heading) for place in places for column in place.block.columns or ()
        }
        self._chosen: dict[str, BlockPlace] = {}
        self._titles: list[str] = []
        self._sheet = ""
        self._last: _Placed | None = None
        self.placed: list[_Placed] = []
        self.left: list[Left] = []

    def read(self, blocks: Sequence[PaperBlock]) -> None:
        """Take in what stands on the sheets."""
        for block in blocks:
            if isinstance(block, Table):
                self._table(block.rows)
            elif block.style == SHEET:
                self._leave_titles()
                self._sheet, self._last = block.text, None
            else:
                self._titles.append(block.text)
        self._leave_titles()

    def groups(self) -> list[_Group]:
        """Return the tables of each block, in the order in which the blocks were met."""
        return [
            _Group(place, [each for each in self.placed if each.head.rows == rows])
            for rows, place in self._chosen.items()
        ]

    def _table(self, rows: Sequence[Row]) -> None:
        near = (self._head_at(rows, at) for at in range(min(len(rows), _HEAD_WITHIN)))
        heads = [found for found in near if found]
        if heads:
            best = max(heads, key=lambda found: found.head.strength)
            self._leave(rows[: best.start])
            self._begin(best, rows)
        else:
            self._more(rows)

    def _head_at(self, rows: Sequence[Row], at: int) -> _HeadAt | None:
        """Return the head that begins with a row, which may be of two rows."""
        entries, end = entries_of(rows[at]), at + 1
        if end < len(rows) and (both := _together(entries, entries_of(rows[end]))):
            entries, end = both, end + 1
        head = head_row(entries, self._places, [self._sheet, *self._titles])
        if head and (chosen := self._chosen.get(head.rows)):
            head = head_row(entries, [chosen])
        return _HeadAt(at, end, head, entries) if head else None

    def _begin(self, found: _HeadAt, rows: Sequence[Row]) -> None:
        """Take in a table from its head on, up to the head of another one."""
        place = self._chosen.setdefault(found.head.rows, found.head.place)
        self._leave_titles(place)
        self._last = _Placed(found.head, found.entries, self._sheet)
        self.placed.append(self._last)
        behind = range(found.end, len(rows))
        other = next((head for at in behind if (head := self._sure_head(rows, at))), None)
        end = title = other.start if other else len(rows)
        while other and title > found.end and len(_filled(rows[title - 1])) == 1:
            title -= 1
        self._more(rows[found.end : title])
        self._titles += [entry.text for row in rows[title:end] for entry in _filled(row)]
        if other:
            self._begin(other, rows)

    def _sure_head(self, rows: Sequence[Row], at: int) -> _HeadAt | None:
        """Return the head that a row among answers is, which must be one to the letter."""
        words = (fold(entry.text) for entry in _filled(rows[at]))
        if not any(words_ in self._heads for words_ in words):
            return None
        found = self._head_at(rows, at)
        return found if found and found.head.is_sure else None

    def _more(self, rows: Sequence[Row]) -> None:
        """Take in rows without a head: of the table above as long as they are like its rows."""
        self._leave_titles()
        last = self._last
        end = 0
        if last and (not last.rows or last.goes_on(rows)):
            end = last.end_in(rows)
            last.rows += rows[:end]
        self._leave(rows[end:])

    # --- what has no place ---

    def _leave(self, rows: Sequence[Row]) -> None:
        texts = (" – ".join(entry.text for entry in _filled(row)) for row in rows)
        self.left += [Left(_on(self._sheet), words) for words in texts if words]

    def _leave_titles(self, place: BlockPlace | None = None) -> None:
        """Leave the words above a table, but for those that only name it."""
        names = (place.section.heading, place.block.caption) if place else ()
        known = {fold(name) for name in (self._sheet, *names) if name}
        texts = (text for text in self._titles if fold(text) not in known)
        self.left += [Left(_on(self._sheet), text) for text in texts]
        self._titles.clear()


def _on(sheet: str) -> Message:
    return say("sheet “{sheet}”", sheet=sheet)


def _filled(row: Row) -> list[CellWords]:
    return [entry for entry in entries_of(row) if entry.text]


def _together(upper: Sequence[CellWords], lower: Sequence[CellWords]) -> list[CellWords] | None:
    """Return the heads of two rows as those of one; None where the second is no row of heads.

    It is where it has words only below heads over several columns. «Всего» below one is that head.
    """
    over = {at: each for each in upper for at in _reach(each.cell)}
    if all(each.cell.span == 1 for each in upper):
        return None
    heads: list[CellWords] = []
    for each in lower:
        above = over.get(each.cell.column)
        if above is None or (above.cell.span == 1 and each.text):
            return None
        words = above.text if above.cell.span == 1 else _of_both(above.text, each.text)
        heads.append(CellWords(each.cell, words))
    return heads if any(each.text for each in lower) else None


def _of_both(upper: str, lower: str) -> str:
    if not lower or fold(lower) in ("всего", "итого"):
        return upper
    return f"{upper}, {lower}" if upper else lower


def _reach(cell: Cell) -> range:
    return range(cell.column, cell.column + cell.span)


@dataclass(frozen=True, slots=True)
class _Group:
    """The tables of one block."""

    place: BlockPlace
    tables: Sequence[_Placed]

    @property
    def heading(self) -> str:
        """What the section is called."""
        return self.place.block.caption or self.place.section.heading or ""

    @property
    def _columns(self) -> dict[int, Column]:
        """The columns of the block that any table has, by their numbers."""
        known = self.place.block.columns or ()
        found = {each.item for table in self.tables for each in table.head.columns.values()}
        return {at: known[at] for at in sorted(found)}

    @property
    def is_exact(self) -> bool:
        """Whether it is a sheet as an export makes it: its name, and its heads, are the form's."""
        heads = [column.heading for column in self.place.block.columns or ()]
        return len(self.tables) == 1 and self.tables[0].is_below(self.heading, heads)

    def answers(self) -> tuple[list[list[str]], str]:
        """Return the rows of such a sheet by the columns of the form, and its total."""
        rows = [[text for _, text in entries_of(row)] for row in self.tables[0].rows]
        total = self.place.block.total
        if total and rows and rows[-1][0] == total.label:
            return rows[:-1], " ".join(filter(None, rows.pop()[1:]))
        return rows, ""

    def section(self) -> dict[str, Any]:
        """Return the section of the form, spelt as in a `form.yaml`."""
        block = self.place.block
        columns = self._columns.values()
        section: dict[str, Any] = {
            "heading": self.heading,
            "rows" if block.rows else "record": block.rows or block.record,
            "columns": [{"heading": each.heading, "show": each.show} for each in columns],
        }
        total = TOTALS.get(block.rows or "")
        if block.total:
            total = {"label": block.total.label, "show": block.total.show}
        return {**section, "total": total} if total else section

    def blocks(self, vocabulary: Vocabulary) -> Iterator[PaperBlock]:
        """Yield the tables below the heading of the section, in the words of the form."""
        yield Paragraph(self.heading)
        for table in self.tables:
            yield Table([*self._rows(table, vocabulary)])

    def left(self) -> Iterator[Left]:
        """Yield the heads that say more than a name and a unit: a year, «план»."""
        for table in self.tables:
            for text, column in self._heads(table):
                rest = beyond(text, column.heading)
                if rest and unit_in(text, rest, of_money=True) is None:
                    yield Left(_on(table.sheet), text)

    def _heads(self, table: _Placed) -> list[tuple[str, Column]]:
        texts = {cell.column: text for cell, text in table.heads}
        columns = self._columns
        found = table.head.columns.items()
        return [(texts[at], columns[match.item]) for at, match in found]

    def _rows(self, table: _Placed, vocabulary: Vocabulary) -> Iterator[Row]:
        columns = self._columns
        named = {at: columns[match.item] for at, match in table.head.columns.items()}
        lacking = [each for each in columns.values() if each not in named.values()]
        end = max(each.cell.column + each.cell.span for each in table.heads)
        more = [_cell(each.heading, end + at) for at, each in enumerate(lacking)]
        yield Row([*_named(table.heads, named), *more])
        blank = [_cell("", end + at) for at in range(len(lacking))]
        units = self._units(table, named, vocabulary)
        for row in table.rows:
            yield Row([*(_counted(each, units) for each in entries_of(row)), *blank])

    def _units(
        self, table: _Placed, named: Mapping[int, Column], vocabulary: Vocabulary
    ) -> dict[int, str]:
        rows = rows_of(vocabulary, table.head.rows)
        units: dict[int, str] = {}
        for cell, text in table.heads:
            if rows and (column := named.get(cell.column)):
                rest = beyond(text, column.heading)
                unit = unit_in(text, rest, of_money=_is_money(rows, column.show))
                units[cell.column] = "" if fold(text) == fold(column.heading) else unit or ""
        return units


def _is_money(rows: Rows, name: str) -> bool:
    show = column_of(rows, name)
    return show is not None and show.is_of(Money)


def _named(heads: Sequence[CellWords], named: Mapping[int, Column]) -> Iterator[Cell]:
    """Yield the cells of a head, those that are known in the words of the form.

    Each heads the column that it begins at, and no other.
    """
    for cell, text in heads:
        column = named.get(cell.column)
        yield _cell(column.heading if column else text, cell.column)
        if cell.span > 1:
            yield Cell([], cell.column + 1, cell.span - 1)


def _counted(entry: CellWords, units: Mapping[int, str]) -> Cell:
    unit = units.get(entry.cell.column)
    words = with_unit(entry.text, unit) if unit else entry.text
    return entry.cell if words == entry.text else replace(entry.cell, blocks=[Paragraph(words)])


def _cell(words: str, column: int) -> Cell:
    return Cell([Paragraph(words)] if words else [], column)
