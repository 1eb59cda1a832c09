"""Rows of answers: the cells of a table by the columns of the form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from passportkit.intake.cells import CellWords, joined
from passportkit.intake.contained_rows import ContainedRows, Standing, is_letter, number_of
from passportkit.intake.empty_words import is_nothing, say_nothing
from passportkit.intake.folding import number_end
from passportkit.intake.gathered import Gathered, RowWords
from passportkit.intake.grid import ColumnMap
from passportkit.intake.head_words import (
    NO_SURPLUS,
    in_money,
    in_unit,
    is_figure,
    is_unit_of_money,
    says_only_of_values,
    with_surplus,
)
from passportkit.intake.landmarks import shows_of, sums_of, values_of
from passportkit.intake.row_shapes import numbers_columns, parted_by_figures
from passportkit.intake.totals import is_part_total
from passportkit.language import Message, say

SOURCE = "source"
"""What a column shows that says where the money comes from."""

_MONEY = re.compile(
    r"средств|бюджет|грант|субсид|финансир|взнос|спонсор|инвест|за сч[её]т|пожертв|собственн"
    r"|источник",
    re.IGNORECASE,
)
"""Words of a band that names a source of money."""


class Band(NamedTuple):
    """Words over a group of rows, where they stand, and whether a row says them."""

    words: str
    origin: Message
    is_said: bool = False


class RowInHand(NamedTuple):
    """A row before it is known what it is: its cells, their words by column, and its place.

    `before` is how many texts were placed before its own.
    """

    entries: Sequence[CellWords]
    fields: RowWords
    place: Message
    before: int

    def moved(self, fewer: int) -> RowInHand:
        """Return the same row, before which so many texts fewer are placed."""
        return self._replace(before=self.before - fewer)


FieldsSaid = dict[str, list[tuple[str, str]]]
"""What is said in single fields, each with the head above it."""


class AnswerRows:
    """Rows of one table that are answers.

    `above` holds the words that merged cells repeat, also in a table that goes on with another.
    `is_ours`: every word is an author's, be it a line to write on. `is_strange`: the table fits no
    role, and each of its rows is left whole.
    """

    def __init__(
        self, grid: ColumnMap, before: AnswerRows | None = None, *, is_ours: bool = False
    ) -> None:
        self.grid = grid
        self.is_ours = is_ours
        self.is_strange: bool = before is not None and before.is_strange and before.grid is grid
        goes_on = before is not None and before.grid.block is grid.block
        self.above: dict[str, str] = before.above if before and goes_on else {}
        self.is_begun = False
        self._unit = ""
        self._group: Band | None = None
        self._last = slice(0, 0)
        self._contained: ContainedRows | None = None

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
        place = say("{place}, row {row}", place=origin, row=len(gathered.rows(self.grid.key)) + 1)
        if self.is_ours:
            self._take_of_ours(entries, gathered, origin, keep=keep)
            return
        if self._is_of_heads(entries):
            for entry in entries:
                gathered.pass_over(entry.text, "head")
            return
        if self._fits_nothing(entries, gathered) or self._is_part_total(entries, gathered):
            self._leave_whole(entries, gathered, place)
            return
        for row in self._parted(entries, gathered):
            self._take_of_others(row, gathered, origin)

    def head_group(self, words: str, gathered: Gathered, origin: Message) -> bool:
        """Take in a band over rows, if it names the unit of their sums or who pays them."""
        if says_only_of_values(words) and is_unit_of_money(words):
            self._unit = words
            gathered.pass_over(words, "head")
            return True
        self.close(gathered)
        is_group = self._source != "" and _MONEY.search(words) is not None
        self._group = Band(words, origin) if is_group else None
        return is_group

    def close(self, gathered: Gathered) -> None:
        """Leave the words of a band that no row below it needs."""
        if self._group and not self._group.is_said:
            self._leave_words(self._group.words, gathered, self._group.origin)
        self._group = None

    # --- rows of strangers' tables ---

    def _is_of_heads(self, entries: Sequence[CellWords]) -> bool:
        """Take in a row that belongs to the head: it counts the columns, or names units."""
        filled = [entry for entry in entries if entry.text]
        if numbers_columns(entries) and (len(filled) > 2 or not self.is_begun):
            return True
        lead = [entry for entry in entries if self.grid.key_of(entry.cell) == self.grid.first]
        if self.is_begun or self.grid.is_by_place or any(entry.text for entry in lead):
            return False
        if not filled or not all(says_only_of_values(entry.text) for entry in filled):
            return False
        self.grid.divide(entries)
        return True

    def _fits_nothing(self, entries: Sequence[CellWords], gathered: Gathered) -> bool:
        """Whether a table without a known head has other columns than the form."""
        if self.grid.is_by_place and not self.is_begun:
            values = values_of(gathered.form)
            self.is_strange = bool(self.grid.others) or any(
                entry.text
                and not any(map(str.isdigit, entry.text))
                and not say_nothing([entry.text])
                for entry in entries
                if self.grid.key_of(entry.cell) in values
            )
        self.is_begun = True
        return self.is_strange

    def _is_part_total(self, entries: Sequence[CellWords], gathered: Gathered) -> bool:
        """Whether a row of a table of sums is the total of some of them."""
        named = next((entry for entry in entries if not entry.is_number), None)
        if named is None or self._sums(gathered).isdisjoint(self.grid.empty):
            return False
        return is_part_total(named.text)

    def _leave_whole(
        self, entries: Sequence[CellWords], gathered: Gathered, place: Message
    ) -> None:
        filled = [entry for entry in entries if entry.text]
        if len(filled) > 1 or any(not entry.is_number for entry in filled):
            self._leave_words(" – ".join(entry.text for entry in filled), gathered, place)
        else:
            for entry in filled:
                gathered.pass_over(entry.text, "number")

    def _parted(
        self, entries: Sequence[CellWords], gathered: Gathered
    ) -> Sequence[Sequence[CellWords]]:
        values = values_of(gathered.form)
        figures = [entry for entry in entries if self.grid.key_of(entry.cell) in values]
        return parted_by_figures(entries, figures)

    def _take_of_others(
        self, entries: Sequence[CellWords], gathered: Gathered, origin: Message
    ) -> None:
        rows, before = gathered.rows(self.grid.key), gathered.placed_so_far
        fields = self._fields(entries, gathered, origin, len(rows) + 1)
        said = [text for text in fields.values() if text]
        place = say("{place}, row {row}", place=origin, row=len(rows) + 1)
        if not said:
            return
        row = RowInHand(entries, fields, place, before)
        if say_nothing(said):
            self._take_nothing(row, gathered)
        elif self._is_band(row):
            self.head_group(joined(gathered.take_back(before)), gathered, place)
        elif not self._joins(entries, fields, gathered):
            self._stand(row, gathered)

    def _take_nothing(self, row: RowInHand, gathered: Gathered) -> None:
        """Take back what was placed: a row of nothing is none; the first words are told."""
        texts = gathered.take_back(row.before)
        for text in texts[:1]:  # of merged cells the words may stand in the row above
            self._leave_words(text, gathered, row.place)
        for text in texts[1:]:
            gathered.pass_over(text, "blank")

    def _stand(self, row: RowInHand, gathered: Gathered) -> None:
        """Take a row in by its standing: for a part of the row above, or for one of its own."""
        entries, fields = row.entries, row.fields
        number = number_of(entries, fields[self.grid.first], has_column=self._numbers(entries))
        above = self._contained
        standing = above.standing(number, fields) if above else Standing.OF_ITS_OWN
        if standing is Standing.DOUBTFUL:
            texts = gathered.take_back(row.before)
            self._leave_words(" – ".join(texts), gathered, row.place)
        elif above and above.row and standing is Standing.PART and not above.is_headless:
            words = " – ".join(text for text in fields.values() if text)
            above.row[self.grid.first] = joined((above.row[self.grid.first], words))
        else:
            if above and standing is Standing.PART:
                row = row.moved(self._make_band(above, gathered, row.place))
            self._add(number, row, gathered)

    def _add(self, number: str, row: RowInHand, gathered: Gathered) -> None:
        """Add a row, with the source of the money that the band above it names."""
        fields = row.fields
        if (group := self._group) and not fields[self._source]:
            fields[self._source] = group.words[number_end(group.words) :]
            if not group.is_said:
                gathered.placed(self.grid.key, self._source, group.words)
                self._group = group._replace(is_said=True)
        elif group and not group.is_said:
            self.close(gathered)
        self._last = slice(row.before, gathered.placed_so_far)
        gathered.rows(self.grid.key).append(fields)
        if self._details(gathered):
            sums = self._sums(gathered) & self.grid.empty.keys()
            self._contained = self._contained or ContainedRows(self.grid.first, sums)
            self._contained.begin(number, fields)

    def _make_band(self, above: ContainedRows, gathered: Gathered, place: Message) -> int:
        """Take a row without a sum, below which are others, for a band over them.

        Return how many texts fewer are placed.
        """
        rows = gathered.rows(self.grid.key)
        if above.row is None or not rows or rows[-1] is not above.row:
            return 0
        rows.pop()
        texts = gathered.take_back(self._last.start, self._last.stop)
        words = joined(texts)
        if not self.head_group(words, gathered, place):
            self._leave_words(words, gathered, place)
        return len(texts)

    def _joins(self, entries: Sequence[CellWords], fields: RowWords, gathered: Gathered) -> bool:
        """Add what a row says to the one above, if it goes on with it."""
        rows, first = gathered.rows(self.grid.key), self.grid.first
        if not rows or not self._goes_on(entries, fields, gathered):
            return False
        if self._is_cut(entries) and any(fields.get(key) for key in values_of(gathered.form)):
            fields[first] = rows[-1][first]  # one name, merged over several figures
            return False
        for key, more in fields.items():
            rows[-1][key] = joined((rows[-1][key], more))
        return True

    def _is_band(self, row: RowInHand) -> bool:
        """Whether a row names a source of money alone, without even a number."""
        entries, fields = row.entries, row.fields
        words = fields[self.grid.first]
        is_alone = words and not any(fields[key] for key in fields if key != self.grid.first)
        if not is_alone or not self._numbers(entries) or entries[0].text:
            return False
        return self._source != "" and _MONEY.search(words) is not None

    def _numbers(self, entries: Sequence[CellWords]) -> bool:
        """Whether the first column has the numbers of rows."""
        return self.grid.key_of(entries[0].cell) is None

    @property
    def _source(self) -> str:
        """The key of the column that says where money comes from, or nothing."""
        return next((each.key for each in self.grid.block.columns or () if each.show == SOURCE), "")

    def _sums(self, gathered: Gathered) -> frozenset[str]:
        return sums_of(gathered.form)

    def _details(self, gathered: Gathered) -> bool:
        """Whether what rows consist of is said within them."""
        owner = shows_of(gathered.form, self.grid.key)[self.grid.first].owner
        return "details" in getattr(owner, "keep_their_head", ())

    def _leave_words(self, words: str, gathered: Gathered, place: Message) -> None:
        gathered.begin_unit()
        gathered.leave(place, words)

    # --- rows of every table ---

    def _take_of_ours(
        self, entries: Sequence[CellWords], gathered: Gathered, origin: Message, *, keep: bool
    ) -> None:
        rows = gathered.rows(self.grid.key)
        fields = self._fields(entries, gathered, origin, len(rows) + 1)
        if rows and self._goes_on(entries, fields, gathered):
            for key, more in fields.items():
                rows[-1][key] = joined((rows[-1][key], more))
        elif keep or any(fields.values()):
            rows.append(fields)

    def _is_cut(self, entries: Sequence[CellWords]) -> bool:
        """Whether the first cell goes on with the one above it."""
        firsts = [each for each in entries if self.grid.key_of(each.cell) == self.grid.first]
        return any(not each.text and each.cell.merge == "continue" for each in firsts)

    def _goes_on(self, entries: Sequence[CellWords], fields: RowWords, gathered: Gathered) -> bool:
        """Whether a row goes on with the one above: its first column does, or only words do."""
        first = self.grid.first
        if first in self.grid.equal:
            return False
        if self._is_cut(entries):
            return True
        blank = not self.is_ours and self._numbers(entries)
        blank = blank and not (entries[0].text or fields[first])
        return blank and not any(fields.get(key) for key in self._sums(gathered))

    def _fields(
        self, entries: Sequence[CellWords], gathered: Gathered, origin: Message, row: int
    ) -> RowWords:
        """Return the words of a row by column; what has no column is left."""
        fields = self.grid.empty.copy()
        parts: dict[str, FieldsSaid] = {}
        unit = ""
        for entry in entries:
            key = self.grid.key_of(entry.cell)
            if key is None:
                self._leave(entry, gathered, origin, row)
                continue
            text = "" if not self.is_ours and is_nothing(entry.text) else entry.text
            if text:
                gathered.place_cell(self.grid.key, key, "" if entry.is_repeated else text)
            else:
                gathered.pass_over(entry.text, "blank")
            field, head = self.grid.fields.get(entry.cell.column, ("", ""))
            if field and is_unit_of_money(text):
                unit = text
            elif field and text:
                parts.setdefault(key, {}).setdefault(field, []).append((head, text))
            elif not field:
                fields[key] = joined((fields[key], self._words(entry, key, text, gathered)))
        shows = shows_of(gathered.form, self.grid.key)
        for key, said in parts.items():
            fields[key] = joined((fields[key], shows[key].composed(said)))
        for key in self._sums(gathered) & fields.keys() if unit else ():
            fields[key] = in_unit(fields[key], in_money(unit))
        return fields

    def _words(self, entry: CellWords, key: str, text: str, gathered: Gathered) -> str:
        """Return the words of a cell, of a merged one those that it goes on with."""
        goes_on = key == self.grid.first and key not in self.grid.equal
        if not text and entry.cell.merge == "continue" and not goes_on:
            text = self.above.get(key, "")
        self.above[key] = self._with_surplus(key, text, gathered)
        return self.above[key]

    def _with_surplus(self, key: str, text: str, gathered: Gathered) -> str:
        """Return words with what their head says beyond the form's: figures need it."""
        said = self.grid.surplus.get(key, NO_SURPLUS)
        if self.is_ours and said == self.grid.of_form.get(key):
            return text  # the form has said so, and says so again
        if key in self._sums(gathered):
            said = said._replace(unit=in_money(self._unit or said.unit))
        if not any(said) or not (key in values_of(gathered.form) or is_figure(text)):
            return text
        return with_surplus(text, said)

    def _leave(self, entry: CellWords, gathered: Gathered, origin: Message, row: int) -> None:
        """Leave the words of a column that the form does not have."""
        head = self.grid.others.get(entry.cell.column)
        if not entry.text or entry.is_repeated:
            return
        is_letter_of_row = self._details(gathered) and is_letter(entry.text)
        is_number = is_letter_of_row or entry.is_number_of(row)
        if is_number and self.grid.numbers_rows(entry.cell):
            gathered.pass_over(entry.text, "number")
            return
        if head:
            place = say("{place}, row {row}, column “{head}”", place=origin, row=row, head=head)
        else:
            place = say("{place}, row {row}", place=origin, row=row)
        self._leave_words(entry.text, gathered, place)
