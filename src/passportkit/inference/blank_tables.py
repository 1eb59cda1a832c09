"""Rows below heads: a table to be filled in, or items with their answers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from passportkit.inference.blank_form import BlankTable
from passportkit.intake.cells import CellWords
from passportkit.intake.row_shapes import numbers_columns
from passportkit.intake.totals import behind_total
from passportkit.paper import Cell

_head_of_numbers = re.compile(r"(?:№|n|п\s*/?\s*п|номер)[\s№nп/.]*", re.IGNORECASE)
_number = re.compile(r"\d{1,3}(?P<deeper>(?:\.\d{1,3})+)?(?P<dot>[.)]?)")
_answer = re.compile(
    r"описат|описание$|содержание|информация|ответ|сведения|значение|данные|характеристик",
    re.IGNORECASE,
)


class BlankCell(NamedTuple):
    """A cell and its words; `is_place` where an answer is expected, and then it has none."""

    words: str
    cell: Cell
    is_place: bool = False

    @property
    def is_number(self) -> bool:
        """Whether the cell only has the number of its row."""
        return _number.fullmatch(self.words) is not None

    @property
    def is_head_of_numbers(self) -> bool:
        """Whether numbers stand below this cell."""
        return _head_of_numbers.fullmatch(self.words) is not None


BlankRow = Sequence[BlankCell]


class HeadedRows(NamedTuple):
    """Rows of a table from its head on: `taken` rows with those of the head.

    `is_items`: it is no table, but items and the answers beside them.
    """

    heads: Sequence[str]
    rows: Sequence[BlankRow]
    taken: int
    has_upper_heads: bool = False
    counts_columns: bool = False
    is_items: bool = False

    @property
    def has_numbers(self) -> bool:
        """Whether the first column has the numbers of rows."""
        return _head_of_numbers.fullmatch(self.heads[0]) is not None


def headed(rows: Sequence[BlankRow], *, is_first: bool) -> HeadedRows | None:
    """Return what stands below the first row, if that is a head; `is_first`: nothing asks above."""
    if not _may_be_head(rows[0]):
        return None
    heads, depth = _heads(rows)
    width = len(heads)
    counts = depth < len(rows) and numbers_columns(_entries(rows[depth]))
    start = depth + counts
    found = [*_rows_below(rows[start:], width)]
    if not found and not counts:
        return None
    whole = HeadedRows(heads, found, start + len(found), depth > 1, counts)
    if not _has_places(whole):
        return None
    if _are_items(whole, is_first=is_first):
        return whole._replace(rows=(), taken=start, is_items=True)
    return whole


def table_of(found: HeadedRows) -> BlankTable:
    """Return a table of the rows below its heads."""
    skip = 1 if found.has_numbers else 0
    numbers = [row[0].words for row in found.rows if skip and row[0].is_number]
    totals = [total for row in found.rows if (total := _total(row))]
    fixed = [words for row in found.rows if (words := _fixed(row, skip)) and not _total(row)]
    return BlankTable(
        columns=tuple(found.heads[skip:]),
        number_heading=found.heads[0] if skip else "",
        row_number=_row_number(numbers) if skip else "none",
        rows=len(found.rows) - len(fixed) - len(totals),
        fixed=tuple(fixed),
        total=totals[-1] if totals else "",
        counts_columns=found.counts_columns,
        has_upper_heads=found.has_upper_heads,
    )


def _may_be_head(row: BlankRow) -> bool:
    """Whether words without any place stand in a row; a column at the edge may be of none."""
    said = [each for each in row if each.words]
    edge = row[-1:] if not row[-1].words else ()
    if len(said) < 2 or len(said) + len(edge) < len(row):
        return False
    return not said[0].is_number and all(len(each.words) <= _LONGEST_HEAD for each in said)


_LONGEST_HEAD = 300


def _heads(rows: Sequence[BlankRow]) -> tuple[list[str], int]:
    """Return the heads of the columns, and in how many rows they stand."""
    first = [each for each in rows[0] if each.words]
    second = rows[1] if len(rows) > 1 else ()
    if not any(each.cell.merge == "continue" for each in second):
        return [each.words for each in first], 1
    heads = []
    for each in second:
        above = next((up for up in first if _covers(up.cell, each.cell)), None)
        under = "" if each.cell.merge == "continue" else each.words
        words = [above.words if above else "", under]
        heads.append(": ".join(filter(None, words)))
    return heads, 2


def _covers(above: Cell, below: Cell) -> bool:
    return above.column <= below.column < above.column + above.span


def _rows_below(rows: Sequence[BlankRow], width: int) -> Iterator[BlankRow]:
    """Yield the rows that have as many cells as the head; one with a total is the last."""
    for row in rows:
        if _total(row):
            yield row
            return
        cells = row[:-1] if len(row) == width + 1 and not row[-1].words else row
        if len(cells) != width or _is_head_again(cells):
            return
        yield cells


def _is_head_again(row: BlankRow) -> bool:
    """Whether all cells have words, and the first one is a head of numbers."""
    return row[0].is_head_of_numbers


def _has_places(found: HeadedRows) -> bool:
    return any(each.is_place for row in found.rows for each in row) or found.counts_columns


def _are_items(found: HeadedRows, *, is_first: bool) -> bool:
    """Whether rows are items with one answer each, and not a table of several such columns.

    Of three columns the first has numbers, and the table is the whole form or says that answers
    stand in its last column.
    """
    skip = 1 if found.has_numbers else 0
    if len(found.heads) != 2 + skip or found.counts_columns:
        return False
    if skip == 0 and len(found.rows) < 2:
        return False
    labelled = sum(bool(_fixed(row, skip)) and not _total(row) for row in found.rows)
    if 2 * labelled <= len(found.rows):
        return _begins_with_items(found, is_first=is_first)
    return is_first or skip == 0 or _answer.search(found.heads[-1]) is not None


def _begins_with_items(found: HeadedRows, *, is_first: bool) -> bool:
    """Whether the first row is an item of a form that is one table, whatever comes below."""
    first = found.rows[0] if found.rows else ()
    return is_first and len(first) == len(found.heads) == _GRID and bool(_fixed(first, 1))


_GRID = 3


def _fixed(row: BlankRow, skip: int) -> str:
    """Return the words that a document says in a row itself, but for its number."""
    cells = row[skip:] if row[0].is_number else row
    return " – ".join(each.words for each in cells if each.words)


def _total(row: BlankRow) -> str:
    """Return the label of a row with a total, or nothing."""
    words = next((each.words for each in row if each.words and not each.is_number), "")
    return words if words and behind_total(words, "") is not None else ""


def _row_number(numbers: Sequence[str]) -> str:
    """Return how the numbers of rows look, in the words of `form.yaml`."""
    found = _number.fullmatch(numbers[0]) if numbers else None
    if found is None:
        return "1"
    if found["deeper"]:
        return "1.1."
    return "1." if found["dot"] else "1"


def _entries(row: BlankRow) -> list[CellWords]:
    return [CellWords(each.cell, each.words) for each in row if each.words or each.is_place]
