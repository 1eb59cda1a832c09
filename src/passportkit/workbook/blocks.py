"""The tables of a sheet, and the lines that stand outside of them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from passportkit.documents.zipped import Spent
from passportkit.errors import CannotGoOn
from passportkit.language import Message, say
from passportkit.paper.model import Cell, PaperBlock, Paragraph, Row, Spot, Table
from passportkit.workbook.references import Address, Area
from passportkit.workbook.sheet import SeenSheet

MOST_CELLS = 40_000
"""How many cells the tables of a workbook may have, those without words among them.

A practice holds as many: each may become a row with one key.
"""


class _Spread(NamedTuple):
    """How far a cell reaches: over which columns, and which part of a merged cell it is."""

    columns: Sequence[int]
    merge: str


def blocks_of(sheet: SeenSheet, spent: Spent) -> Iterator[PaperBlock]:
    """Yield what a sheet says: a table for each stretch of rows, a paragraph for a line above it.

    It says of each cell in which spot it stands. Columns without any words are none. Cells are
    counted in `spent`; raises `CannotGoOn` where all sheets have too many.
    """
    columns = sorted({at.column for at in sheet.words})
    merges = [area for area in sheet.merges if area.first in sheet.words]
    heights = [area.last.row - area.first.row + 1 for area in merges]
    if sum(heights) * len(columns) > MOST_CELLS:
        raise CannotGoOn(_too_many())
    stretches = [*_stretches(sheet, merges)]
    spent.cells += sum(map(len, stretches)) * len(columns)
    if spent.cells > MOST_CELLS:
        raise CannotGoOn(_too_many())
    reaches, spreads = _reaches(sheet, merges, columns), _spreads(merges, columns)
    for rows in stretches:
        for part in _side_by_side(sheet, [*chain(*map(reaches.__getitem__, rows))], columns):
            yield from _laid_out(sheet, rows, part, spreads)


def _too_many() -> Message:
    return say(
        "the tables of the workbook have more than {n} cells; leave in it what belongs to the "
        "practice",
        n=MOST_CELLS,
    )


def _stretches(sheet: SeenSheet, merges: Iterable[Area]) -> Iterator[list[int]]:
    """Yield rows that follow one another, as they are seen."""
    rows: list[int] = []
    for row in sorted(_filled_rows(sheet, merges)):
        if rows and not _follows(rows[-1], row, sheet.hidden_rows):
            yield rows
            rows = []
        rows.append(row)
    if rows:
        yield rows


def _filled_rows(sheet: SeenSheet, merges: Iterable[Area]) -> set[int]:
    rows = {at.row for at in sheet.words}
    for area in merges:
        rows.update(range(area.first.row, area.last.row + 1))
    return rows - sheet.hidden_rows


def _follows(before: int, row: int, hidden: set[int]) -> bool:
    between = range(before + 1, row)
    return len(between) <= len(hidden) and all(each in hidden for each in between)


def _reaches(
    sheet: SeenSheet, merges: Iterable[Area], columns: Sequence[int]
) -> Mapping[int, list[range]]:
    """Return by their rows over which columns cells with words reach, of merged ones the first."""
    reaches = defaultdict[int, list[range]](list)
    for at in sheet.words:
        reaches[at.row].append(range(at.column, at.column + 1))
    for area in merges:
        end = min(area.last.column, columns[-1]) + 1
        reaches[area.first.row].append(range(area.first.column, end))
    return reaches


def _side_by_side(
    sheet: SeenSheet, reaches: Iterable[range], columns: Sequence[int]
) -> Sequence[Sequence[int]]:
    """Return the columns of each of the tables that stand beside one another where cells reach."""
    parts: list[range] = []
    for reach in sorted(reaches, key=lambda each: each.start):
        last = parts[-1] if parts else reach
        if parts and sheet.hides_columns(range(last.stop, reach.start)):
            parts[-1] = range(last.start, max(last.stop, reach.stop))
        else:
            parts.append(reach)
    if len(parts) < 2 or any(len(part) < 2 for part in parts):
        return [columns]
    return [_within(each, columns) for each in parts]


def _within(reach: range, columns: Sequence[int]) -> Sequence[int]:
    return columns[bisect_left(columns, reach.start) : bisect_left(columns, reach.stop)]


def _spreads(merges: Iterable[Area], columns: Sequence[int]) -> dict[Address, _Spread]:
    """Return by their addresses the cells that belong to merged ones, but those that are covered.

    What a cell covers in its own row has no columns.
    """
    spreads: dict[Address, _Spread] = {}
    for area in merges:
        reached = [each for each in columns if area.first.column <= each <= area.last.column]
        for row in range(area.first.row, area.last.row + 1) if reached else ():
            merge = "" if area.first.row == area.last.row else "continue"
            merge = "restart" if merge and row == area.first.row else merge
            spreads[Address(row, reached[0])] = _Spread(reached, merge)
            spreads.update({Address(row, each): _Spread((), "") for each in reached[1:]})
    return spreads


def _laid_out(
    sheet: SeenSheet,
    rows: Sequence[int],
    columns: Sequence[int],
    spreads: Mapping[Address, _Spread],
) -> Iterator[PaperBlock]:
    """Yield the lines above a table, and the table."""
    first = 0
    for row in rows if len(columns) > 1 or len(rows) == 1 else ():
        words = [
            sheet.words[at] for column in columns if (at := Address(row, column)) in sheet.words
        ]
        if len(words) > 1:
            break
        first += 1
        yield from map(Paragraph, words)
    if rows[first:]:
        yield Table([Row(_cells(sheet, row, columns, spreads)) for row in rows[first:]])


def _cells(
    sheet: SeenSheet, row: int, columns: Sequence[int], spreads: Mapping[Address, _Spread]
) -> list[Cell]:
    places = {column: place for place, column in enumerate(columns)}
    cells: list[Cell] = []
    for column in columns:
        at = Address(row, column)
        spread = spreads.get(at, _Spread((column,), ""))
        reached = [each for each in spread.columns if each in places]
        if reached:
            words = "" if spread.merge == "continue" else sheet.words.get(at, "")
            blocks: list[PaperBlock] = [Paragraph(words)] if words else []
            sheet.spots[at] = Spot(blocks, 0, is_bare=not words)
            cells.append(Cell(blocks, places[column], len(reached), spread.merge))
    return cells
