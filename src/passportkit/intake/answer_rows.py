"""Rows of answers: the cells of a table by the columns of the form."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence

from passportkit.intake.cells import CellWords, joined
from passportkit.intake.contained_rows import is_letter
from passportkit.intake.empty_words import is_nothing, say_nothing
from passportkit.intake.gathered import Gathered, RowWords
from passportkit.intake.grid import ColumnMap, is_head_of_numbers
from passportkit.intake.head_words import (
    NO_SURPLUS,
    in_money,
    in_unit,
    is_figure,
    is_unit_of_money,
    reads_like_answer,
    with_surplus,
)
from passportkit.intake.row_place import RowPlace
from passportkit.language import Message
from passportkit.paper import Cell

FieldsSaid = dict[str, list[tuple[str, str]]]
"""What is said in single fields, each with the head above it."""


class AnswerRows(ABC):
    """Rows of one table that are answers.

    `above` holds the words that merged cells repeat, also in a table that goes on with another, and
    `count` says how many rows were met. `is_strange`: the table fits no role, and each of its rows
    is left whole. `unit` is one of sums that a row over others names.
    """

    is_ours = False
    """Whether every word is an author's, be it a line to write on."""

    def __init__(self, grid: ColumnMap, before: AnswerRows | None = None) -> None:
        self.grid = grid
        self.is_strange: bool = before is not None and before.is_strange and before.grid is grid
        goes_on = before is not None and before.grid.block is grid.block
        self.above: dict[str, str] = before.above if before and goes_on else {}
        self.count: int = before.count if before and goes_on else 0
        self.unit = ""

    def head(self, entries: Sequence[CellWords], gathered: Gathered, origin: Message) -> None:
        """Take in the heads; what the form does not have is none if it reads like an answer."""
        for entry in entries:
            column = entry.cell.column
            reach = range(column, column + entry.cell.span)
            self.grid.heads.update(dict.fromkeys(reach, entry.text))
            is_known = column not in self.grid.others and column not in self.grid.by_order
            if self.is_ours and self.grid.numbers_rows(entry.cell):
                is_known = is_head_of_numbers(entry)
            if is_known or not (self.is_ours or reads_like_answer(entry.text)):
                gathered.pass_over(entry.text, "head")
            elif entry.text:
                self._leave_words(entry.text, gathered, origin)

    def divide_by(self, _entries: Sequence[CellWords]) -> bool:
        """Take in a row that is none of answers but belongs to the head; return whether it does."""
        return False

    @abstractmethod
    def take(
        self, entries: Sequence[CellWords], gathered: Gathered, place: RowPlace, *, keep: bool
    ) -> None:
        """Take in a row, or what it adds to the one above; without words only to `keep` it."""

    @abstractmethod
    def head_group(self, words: str, gathered: Gathered, place: RowPlace) -> bool:
        """Take in a band over rows, if it says something of them."""

    @abstractmethod
    def close(self, gathered: Gathered) -> None:
        """Take in what was kept for rows that have not come."""

    # --- the cells of a row ---

    def _fields(
        self, entries: Sequence[CellWords], gathered: Gathered, place: RowPlace
    ) -> RowWords:
        """Return the words of a row by column; what has no column is left."""
        fields = self.grid.empty.copy()
        parts: dict[str, FieldsSaid] = {}
        unit = ""
        for entry in entries:
            key = self.grid.key_of(entry.cell)
            if key is None or (entry.cell.column in self.grid.by_order and is_figure(entry.text)):
                self._leave_strange(entry, gathered, place)
                continue
            text = "" if self._is_nothing(entry, key, entries, gathered) else entry.text
            if text:
                new = "" if entry.is_repeated else text
                gathered.place_cell(self.grid.key, key, new, place.number)
            else:
                gathered.pass_over(entry.text, "blank")
            field, head = self.grid.fields.get(entry.cell.column, ("", ""))
            if field and is_unit_of_money(text):
                unit = text
            elif field and text:
                text = self.grid.measure(entry.cell, text, self.unit, tells_head=True)
                parts.setdefault(key, {}).setdefault(field, []).append((head, text))
            elif not field:
                words = self._words(entry, key, text, gathered)
                fields[key] = joined((fields[key], words)) if fields[key] else words
        for key, said in parts.items():
            show = gathered.shows[self.grid.key][key]
            fields[key] = joined((fields[key], show.composed(said)))
        for key in gathered.sums & fields.keys() if unit else ():
            fields[key] = in_unit(fields[key], in_money(unit))
        return fields

    def _is_nothing(
        self, entry: CellWords, key: str, entries: Sequence[CellWords], gathered: Gathered
    ) -> bool:
        """Whether a cell is empty; «нет» is an answer for all of a row, and no item of a list."""
        if self.is_ours or is_nothing(entry.text):
            return not self.is_ours
        if entry.cell.column not in self.grid.fields and key not in gathered.lists:
            return False
        texts = (each.text for each in entries if self.grid.key_of(each.cell))
        return say_nothing([entry.text]) and not say_nothing([each for each in texts if each])

    def _words(self, entry: CellWords, key: str, text: str, gathered: Gathered) -> str:
        """Return the words of a cell, of a merged one those that it goes on with."""
        if not text and entry.cell.merge == "continue":
            goes_on = key == self.grid.first and key not in self.grid.equal
            text = "" if goes_on else self.above.get(key, "")
        if self.grid.surplus or self.unit:
            text = self._with_surplus(key, text, gathered)
        self.above[key] = text
        return text

    def _with_surplus(self, key: str, text: str, gathered: Gathered) -> str:
        """Return words with what their head says beyond the form's: figures need it."""
        said = self.grid.surplus.get(key, NO_SURPLUS)
        if self.is_ours and said == self.grid.of_form.get(key):
            return text  # the form has said so, and says so again
        if key in gathered.sums:
            said = said._replace(unit=in_money(self.unit or said.unit))
        if not any(said) or not (key in gathered.figures or is_figure(text)):
            return text
        return with_surplus(text, said)

    def _leave_strange(self, entry: CellWords, gathered: Gathered, place: RowPlace) -> None:
        """Leave the words of a column that the form does not have; numbers of rows are none."""
        if not entry.text or entry.is_repeated:
            return
        row = len(gathered.rows(self.grid.key)) + 1
        is_number = entry.is_number_of(row) or self._is_lettered(entry, gathered)
        if is_number and self.grid.numbers_rows(entry.cell):
            gathered.pass_over(entry.text, "number")
        else:
            self.leave(entry, gathered, place)

    def leave(self, entry: CellWords, gathered: Gathered, place: RowPlace) -> None:
        """Leave a cell with the head of its column."""
        head = self.grid.heads.get(entry.cell.column, "")
        self._leave_words(self._measured(entry), gathered, place.below(head))

    def leave_whole(
        self, entries: Sequence[CellWords], gathered: Gathered, place: RowPlace
    ) -> None:
        """Leave a row as it is; a number alone is no loss."""
        filled = [entry for entry in entries if entry.text and not entry.is_repeated]
        if all(entry.is_number for entry in filled):
            for entry in filled:
                gathered.pass_over(entry.text, "number")
        else:
            self._leave_words(self._said_whole(filled), gathered, place.words)

    def _said_whole(self, filled: Sequence[CellWords]) -> str:
        """Return the words of a row; which of its figures are sums, only a known head says."""
        if not self.is_strange:
            return " – ".join(map(self._measured, filled))
        words = " – ".join(entry.text for entry in filled)
        return in_unit(words, in_money(self.unit or self.grid.unit))

    def in_sum(self, total: str, label: str, cells: Sequence[Cell] = ()) -> str:
        """Return a total of the rows, which stands in these cells or below them, in its unit."""
        return self.grid.in_sum(total, label, cells, self.unit)

    def _measured(self, entry: CellWords) -> str:
        """Return words that are left, a figure with the unit of its column."""
        return self.grid.measure(entry.cell, entry.text, self.unit)

    def _is_lettered(self, entry: CellWords, gathered: Gathered) -> bool:
        """Whether a cell says only the letter of a row within others."""
        return is_letter(entry.text) and self._details(gathered)

    def _leave_words(self, words: str, gathered: Gathered, place: Message) -> None:
        gathered.begin_unit()
        gathered.leave(place, words)

    # --- rows beside one another ---

    def _goes_on(self, entries: Sequence[CellWords], fields: RowWords, gathered: Gathered) -> bool:
        """Whether a row goes on with the one above: its first column does, or only words do."""
        first = self.grid.first
        if first in self.grid.equal or all(entry.text for entry in entries):
            return False
        if self._is_cut(entries):
            return True
        blank = not (self.is_ours or entries[0].text or fields[first])
        return blank and not any(fields.get(key) for key in gathered.sums)

    def _is_cut(self, entries: Sequence[CellWords]) -> bool:
        """Whether the first cell goes on with the one above it."""
        firsts = [each for each in entries if self.grid.key_of(each.cell) == self.grid.first]
        return any(not each.text and each.cell.merge == "continue" for each in firsts)

    def _numbers(self, entries: Sequence[CellWords]) -> bool:
        """Whether the first column has the numbers of rows."""
        return self.grid.key_of(entries[0].cell) is None

    def _details(self, gathered: Gathered) -> bool:
        """Whether what rows consist of is said within them."""
        owner = gathered.shows[self.grid.key][self.grid.first].owner
        return "details" in getattr(owner, "keep_their_head", ())


class OwnRows(AnswerRows):
    """Rows of a table of this program."""

    is_ours = True

    def in_sum(self, total: str, _label: str, _cells: Sequence[Cell] = ()) -> str:
        """Return a total as it stands: the unit of the form is no word of it."""
        return total

    def take(
        self, entries: Sequence[CellWords], gathered: Gathered, place: RowPlace, *, keep: bool
    ) -> None:
        """Take in a row, or what it adds to the one above; without words only to `keep` it."""
        rows = gathered.rows(self.grid.key)
        fields = self._fields(entries, gathered, place)
        if rows and self._goes_on(entries, fields, gathered):
            for key, more in fields.items():
                rows[-1][key] = joined((rows[-1][key], more))
        elif keep or any(fields.values()):
            rows.append(fields)

    def head_group(self, _words: str, _gathered: Gathered, _place: RowPlace) -> bool:
        """Return that a form has no bands."""
        return False

    def close(self, _gathered: Gathered) -> None:
        """Nothing is kept: each row stands for itself."""
