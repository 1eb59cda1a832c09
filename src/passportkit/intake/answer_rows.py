"""Rows of answers: the cells of a table by the columns of the form."""

from __future__ import annotations

from collections.abc import Sequence

from passportkit.intake.cells import CellWords, joined
from passportkit.intake.gathered import Gathered
from passportkit.intake.grid import ColumnMap
from passportkit.intake.head_words import in_unit
from passportkit.language import Message, say


class AnswerRows:
    """Rows of one table that are answers.

    `above` holds the words that merged cells repeat, also in a table that goes on with another.
    """

    def __init__(self, grid: ColumnMap, before: AnswerRows | None = None) -> None:
        self.grid = grid
        goes_on = before is not None and before.grid.block is grid.block
        self.above: dict[str, str] = before.above if before and goes_on else {}

    def take(
        self,
        entries: Sequence[CellWords],
        gathered: Gathered,
        origin: Message,
        *,
        keep: bool = False,
    ) -> None:
        """Take in a row, or what it adds to the one above; without words only to `keep` it.

        `origin` says where the table stands.
        """
        grid = self.grid
        rows = gathered.rows(grid.key)
        fields = grid.empty.copy()
        goes_on = False
        for entry in entries:
            cell, text = entry
            key = grid.key_of(cell)
            if key is None:
                self._leave(entry, gathered, origin, len(rows) + 1)
                continue
            if text:
                gathered.take_unit()
            elif cell.merge == "continue":
                if key == grid.first and key not in grid.equal:
                    goes_on = True
                else:
                    text = self.above.get(key, "")
            text = in_unit(text, grid.units.get(key, ""))
            self.above[key] = text
            fields[key] = f"{fields[key]}\n{text}" if fields[key] and text else fields[key] or text
        if goes_on and rows:
            for key, more in fields.items():
                rows[-1][key] = joined((rows[-1][key], more))
        elif keep or any(fields.values()):
            rows.append(fields)

    def _leave(self, entry: CellWords, gathered: Gathered, origin: Message, row: int) -> None:
        """Leave the words of a column that the form does not have."""
        head = self.grid.others.get(entry.cell.column)
        if not entry.text or (head is None and entry.is_number_of(row)):
            return
        gathered.begin_unit()
        if head:
            place = say("{place}, row {row}, column “{head}”", place=origin, row=row, head=head)
        else:
            place = say("{place}, row {row}", place=origin, row=row)
        gathered.leave(place, entry.text)
