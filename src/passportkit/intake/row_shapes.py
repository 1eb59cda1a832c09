"""Tables as people make them, set right before they are read: lying ones, rows put into one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from passportkit.intake.cells import CellWords, entries_of, words_of
from passportkit.paper import Cell, Paragraph, Row, Table

IsHead = Callable[[str], bool]


def upright(table: Table, is_head: IsHead) -> Table:
    """Return a table whose heads stand at the left with its heads on top; any other as it is."""
    rows = [row.cells for row in table.rows if any(words_of(cell) for cell in row.cells)]
    width = max((len(cells) for cells in rows), default=0)
    if len(rows) < 2 or width < 2 or any(len(cells) != width for cells in rows):
        return table
    firsts = [words_of(cells[0]) for cells in rows]
    if not all(map(is_head, firsts)) or all(is_head(words_of(cell)) for cell in rows[0]):
        return table
    turned = zip(*rows, strict=True)
    return Table(
        [Row([Cell(cell.blocks, column) for column, cell in enumerate(cells)]) for cells in turned]
    )


def parted_rows(entries: Sequence[CellWords]) -> list[Sequence[CellWords]]:
    """Return the rows that somebody has put into one, a paragraph of each cell for each of them.

    The numbers tell: a cell that has «1» and «2» is of two rows.
    """
    count = len(entries[0].cell.blocks) if entries else 0
    if count < 2 or not _are_numbers(entries[0].cell):
        return [entries]
    if any(entry.text and len(entry.cell.blocks) != count for entry in entries):
        return [entries]
    return [
        [_only(entry, index) if entry.text else entry for entry in entries]
        for index in range(count)
    ]


def _are_numbers(cell: Cell) -> bool:
    texts = [block.text if isinstance(block, Paragraph) else "" for block in cell.blocks]
    numbers = [text.rstrip(".)\\") for text in texts]
    if not all(each.isdecimal() for each in numbers):
        return False
    first = int(numbers[0])
    return [int(each) for each in numbers] == list(range(first, first + len(numbers)))


def _only(entry: CellWords, index: int) -> CellWords:
    cell = entry.cell
    alone = Cell([cell.blocks[index]], cell.column, cell.span, cell.merge)
    return entries_of(Row([alone]))[0]
