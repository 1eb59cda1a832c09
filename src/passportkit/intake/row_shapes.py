"""Tables as people make them, set right before they are read: lying ones, rows put into one."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from passportkit.intake.cells import CellWords, entries_of
from passportkit.intake.totals import behind_total
from passportkit.integers import integer
from passportkit.paper import Cell, Paragraph, Row

_broken_off = re.compile(
    r".*(?:[,–—-]|\b(?:и|или|с|со|для|в|во|на|по|к|от|из|без|при))[*\s]*", re.DOTALL
)

IsHead = Callable[[str], bool]
Entries = Sequence[CellWords]


def upright(rows: Sequence[Entries], is_head: IsHead) -> Sequence[Entries]:
    """Return the rows of a table whose heads stand at the left with its heads on top.

    Those of any other table are as they are. Numbers before the heads come below them. Heads that
    are not known are heads like the others; «Итого» at the left is the label of a row.
    """
    filled = [entries for entries in rows if any(entry.text for entry in entries)]
    if filled and any(is_head(entry.text) for entry in filled[0][2:]):  # as most tables have them
        return rows
    if filled and all(entries[0].is_number for entries in filled):
        filled = [[*entries[1:2], entries[0], *entries[2:]] for entries in filled]
    width = max(map(len, filled), default=0)
    if width < 2 or any(len(entries) != width for entries in filled):
        return rows
    if not _are_headed(filled, is_head) or any(is_head(each.text) for each in filled[0][1:]):
        return rows
    turned = zip(*filled, strict=True)
    return [[_at_column(entry, n) for n, entry in enumerate(entries)] for entries in turned]


def _are_headed(rows: Sequence[Entries], is_head: IsHead) -> bool:
    """Whether rows begin with heads: two at least, and half of them."""
    texts = (entries[0].text for entries in rows)
    known = [is_head(text) and behind_total(text, "") is None for text in texts]
    return sum(known) >= max(2, len(rows) / 2)


def _at_column(entry: CellWords, column: int) -> CellWords:
    return CellWords(Cell(entry.cell.blocks, column), entry.text)


def parted_rows(entries: Sequence[CellWords]) -> list[Sequence[CellWords]]:
    """Return the rows that somebody has put into one, a paragraph of each cell for each of them.

    The numbers tell: a cell that has «1» and «2» is of two rows. What stands once beside them
    holds for all.
    """
    count = len(entries[0].cell.blocks) if entries else 0
    return _parted(entries, count) if count > 1 and _are_numbers(entries[0].cell) else [entries]


def parted_by_figures(
    entries: Sequence[CellWords], figures: Sequence[CellWords]
) -> list[Sequence[CellWords]]:
    """Return the rows that somebody has put into one without numbers: a figure is of one row."""
    counts = {len(_filled(entry.cell)) for entry in figures if entry.text}
    count = counts.pop() if len(counts) == 1 else 0
    figured = (text for entry in figures for text in _filled(entry.cell))
    if count < 2 or not all(any(map(str.isdigit, text)) for text in figured):
        return [entries]
    return _parted(entries, count)


def breaks_off(text: str) -> bool:
    """Whether words end within a phrase: with a comma, a hyphen, or a word that leads on."""
    return _broken_off.fullmatch(text) is not None


def numbers_columns(entries: Sequence[CellWords]) -> bool:
    """Whether a row counts the columns: 1, 2, 3, or А, Б, 1, 2; that of numbers may be empty."""
    said = (entry.text.strip(" .\\") for entry in entries)
    first = next(said, "") or next(said, "")
    if first not in ("1", "А"):
        return False
    texts = [first, *said]
    letters = next((n for n, text in enumerate(texts) if text.isdecimal()), len(texts))
    if texts[:letters] != list("АБВГ"[:letters]):
        return False
    numbers = texts[letters:]
    return len(texts) > 1 and numbers == [str(n) for n in range(1, len(numbers) + 1)]


def _parted(entries: Sequence[CellWords], count: int) -> list[Sequence[CellWords]]:
    many = [len(_filled(entry.cell)) for entry in entries if entry.text]
    if not set(many) <= {1, count} or many.count(count) < 2:
        return [entries]
    return [[_only(entry, index, count) for entry in entries] for index in range(count)]


def _filled(cell: Cell) -> list[str]:
    texts = [block.text if isinstance(block, Paragraph) else "" for block in cell.blocks]
    return [text for text in texts if text]


def _are_numbers(cell: Cell) -> bool:
    texts = [block.text if isinstance(block, Paragraph) else "" for block in cell.blocks]
    numbers = [integer(text.rstrip(".)\\")) for text in texts]
    first = numbers[0]
    return first is not None and numbers == list(range(first, first + len(numbers)))


def _only(entry: CellWords, index: int, count: int) -> CellWords:
    cell = entry.cell
    filled = [block for block in cell.blocks if not isinstance(block, Paragraph) or block.text]
    if len(filled) < count:
        return entry._replace(is_repeated=index > 0)
    alone = Cell([filled[index]], cell.column, cell.span, cell.merge)
    return entries_of(Row([alone]))[0]
