"""Rows of answers: the cells of a table by the columns of the form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from passportkit.intake.cells import CellWords, joined
from passportkit.intake.empty_words import are_dashes, is_blank, say_nothing
from passportkit.intake.gathered import Gathered, RowWords
from passportkit.intake.grid import ColumnMap
from passportkit.intake.head_words import in_unit
from passportkit.intake.landmarks import shows_of, sums_of
from passportkit.language import Message, say

SOURCE = "source"
"""What a column shows that says where the money comes from."""

_PART = re.compile(r"(\d{1,3})\.\d{1,3}[.)]?")

FieldsSaid = dict[str, list[tuple[str, str]]]
"""What is said in single fields, each with the head above it."""


class AnswerRows:
    """Rows of one table that are answers.

    `above` holds the words that merged cells repeat, also in a table that goes on with another.
    `is_ours`: every word is an author's, be it a line to write on.
    """

    def __init__(
        self, grid: ColumnMap, before: AnswerRows | None = None, *, is_ours: bool = False
    ) -> None:
        self.grid = grid
        self.is_ours = is_ours
        goes_on = before is not None and before.grid.block is grid.block
        self.above: dict[str, str] = before.above if before and goes_on else {}
        self.of_group: RowWords = {}
        self.number = ""

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
        rows = gathered.rows(self.grid.key)
        place = say("{place}, row {row}", place=origin, row=len(rows) + 1)
        fields = self._fields(entries, gathered, origin, len(rows) + 1)
        said = [text for text in fields.values() if text]
        if said and not self.is_ours and self._is_nothing(said, gathered, place):
            return
        if rows and self._goes_on(entries, fields, sums_of(gathered.form)):
            for key, more in fields.items():
                rows[-1][key] = joined((rows[-1][key], more))
        elif rows and self._is_contained(entries, gathered):
            first = self.grid.first
            rows[-1][first] = joined((rows[-1][first], " – ".join(said)))
        elif keep or said:
            self.number = entries[0].text.strip(" .)\\")
            rows.append({**fields, **{k: v for k, v in self.of_group.items() if not fields[k]}})

    def head_group(self, words: str) -> bool:
        """Take the words over a group of rows for the source of their money, if they have one."""
        key = next((each.key for each in self.grid.block.columns or () if each.show == SOURCE), "")
        self.of_group = {key: words} if key else {}
        return bool(key)

    def _goes_on(
        self, entries: Sequence[CellWords], fields: RowWords, sums: AbstractSet[str]
    ) -> bool:
        """Whether a row goes on with the one above: its first column does, or only words do."""
        first, equal = self.grid.first, self.grid.equal
        if first in equal:
            return False
        firsts = [each for each in entries if self.grid.key_of(each.cell) == first]
        if any(not each.text and each.cell.merge == "continue" for each in firsts):
            return True
        unnumbered = entries[0].cell.column not in {each.cell.column for each in firsts}
        blank = not self.is_ours and unnumbered and not (entries[0].text or fields[first])
        return blank and not any(words for key, words in fields.items() if key in sums)

    def _is_contained(self, entries: Sequence[CellWords], gathered: Gathered) -> bool:
        """Whether a row is numbered 1.1 below 1: what it says is a detail of that row."""
        number = _PART.fullmatch(entries[0].text)
        owner = shows_of(gathered.form, self.grid.key)[self.grid.first].owner
        if self.is_ours or number is None or number[1] != self.number:
            return False
        return "details" in getattr(owner, "keep_their_head", ())

    def _fields(
        self, entries: Sequence[CellWords], gathered: Gathered, origin: Message, row: int
    ) -> RowWords:
        """Return the words of a row by column; what has no column is left."""
        fields = self.grid.empty.copy()
        parts: dict[str, FieldsSaid] = {}
        for entry in entries:
            key = self.grid.key_of(entry.cell)
            if key is None:
                self._leave(entry, gathered, origin, row)
                continue
            text = "" if not self.is_ours and is_blank(entry.text) else entry.text
            if text:
                gathered.take_unit()
            if entry.cell.column in self.grid.fields:
                field, head = self.grid.fields[entry.cell.column]
                if text:
                    parts.setdefault(key, {}).setdefault(field, []).append((head, text))
            else:
                fields[key] = joined((fields[key], self._words(entry, key, text)))
        shows = shows_of(gathered.form, self.grid.key)
        for key, said in parts.items():
            fields[key] = joined((fields[key], shows[key].composed(said)))
        return fields

    def _words(self, entry: CellWords, key: str, text: str) -> str:
        """Return the words of a cell, of a merged one those that it goes on with."""
        goes_on = key == self.grid.first and key not in self.grid.equal
        if not text and entry.cell.merge == "continue" and not goes_on:
            text = self.above.get(key, "")
        self.above[key] = in_unit(text, self.grid.units.get(key, ""))
        return self.above[key]

    def _is_nothing(self, said: Sequence[str], gathered: Gathered, place: Message) -> bool:
        """Whether a row says that there is nothing: dashes, or words, which are told."""
        if are_dashes(said):
            return True
        if not say_nothing(said):
            return False
        gathered.begin_unit()
        gathered.leave(place, said[0])
        return True

    def _leave(self, entry: CellWords, gathered: Gathered, origin: Message, row: int) -> None:
        """Leave the words of a column that the form does not have."""
        head = self.grid.others.get(entry.cell.column)
        if not entry.text or (self.grid.numbers_rows(entry.cell) and entry.is_number_of(row)):
            return
        gathered.begin_unit()
        if head:
            place = say("{place}, row {row}, column “{head}”", place=origin, row=row, head=head)
        else:
            place = say("{place}, row {row}", place=origin, row=row)
        gathered.leave(place, entry.text)
