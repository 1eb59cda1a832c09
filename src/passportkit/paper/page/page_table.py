"""The table of a page, row by row: which columns its cells stand in."""

from __future__ import annotations

from passportkit.paper.model import Cell, PaperBlock, Row, Table

_WIDEST = 60
"""Columns that a cell may span, and cells that may hang into a row: more is no table to read."""


class TableGrid:
    """Places cells as a browser does: in the next column that no cell from above hangs into."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self._cells: list[Cell] | None = None
        self._column = 0
        # by column: rows to go, and the one cell that stands in all of them
        self._hanging: dict[int, tuple[int, Cell]] = {}

    def begin(self) -> None:
        """Begin a row; what was open ends."""
        self.end()
        self._cells, self._column = [], 0

    def add(self, blocks: list[PaperBlock], *, columns: int, rows: int) -> None:
        """Add the next cell; a page may leave out that a row begins."""
        if self._cells is None:
            self.begin()
        assert self._cells is not None
        self._pass_hanging(self._cells)
        column, span = self._column, min(max(columns, 1), _WIDEST)
        hangs = rows > 1 and len(self._hanging) < _WIDEST
        self._cells.append(Cell(blocks, column, span, "restart" if hangs else ""))
        if hangs:
            self._hanging[column] = (rows, Cell([], column, span, "continue"))
        self._column += span

    def _pass_hanging(self, cells: list[Cell]) -> None:
        while self._column in self._hanging:
            _, cell = self._hanging[self._column]
            cells.append(cell)
            self._column += cell.span

    def end(self, *, is_head: bool = False) -> None:
        """End the row, if one is open."""
        if self._cells is None:
            return
        hanging = sorted(self._hanging.items())
        self._cells += [cell for column, (_, cell) in hanging if column >= self._column]
        if self._cells:
            self.rows.append(Row(self._cells, is_head))
        self._hanging = {column: (go - 1, cell) for column, (go, cell) in hanging if go > 1}
        self._cells = None

    def table(self) -> Table:
        """Return the table, its last row ended."""
        self.end()
        return Table(self.rows)
