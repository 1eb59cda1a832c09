"""Rows of answers in tables of others: bands, rows within rows, and tables that fit nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from passportkit.intake.answer_rows import AnswerRows
from passportkit.intake.cells import CellWords, joined
from passportkit.intake.contained_rows import ContainedRows, Standing, is_below, number_of
from passportkit.intake.empty_words import (
    is_nothing,
    is_zero,
    may_repeat_above,
    repeats_above,
    say_nothing,
)
from passportkit.intake.folding import number_end
from passportkit.intake.gathered import Gathered, RowWords
from passportkit.intake.grid import ColumnMap
from passportkit.intake.head_words import (
    is_unit_of_money,
    names_payer,
    parted_from_unit,
    says_only_of_values,
    unit_of,
)
from passportkit.intake.position import BEFORE
from passportkit.intake.row_place import RowPlace
from passportkit.intake.row_shapes import breaks_off, numbers_columns, parted_by_figures
from passportkit.intake.totals import is_part_total
from passportkit.paper import Cell


class Band(NamedTuple):
    """Words over a group of rows, the source that they name, and where they stand.

    `is_said`: a row has this source.
    """

    words: str
    source: str
    place: RowPlace
    is_said: bool = False


class RowInHand(NamedTuple):
    """A row before it is known what it is: its cells, their words by column, and its place.

    `before` is how many texts were placed before its own.
    """

    entries: Sequence[CellWords]
    fields: RowWords
    place: RowPlace
    before: int

    @property
    def words(self) -> str:
        """The words of all cells."""
        return " – ".join(filter(None, self.fields.values()))

    def moved(self, fewer: int) -> RowInHand:
        """Return the same row, before which so many texts fewer are placed."""
        return self._replace(before=self.before - fewer)


class StrangerRows(AnswerRows):
    """Rows of a table in a document that people made themselves.

    `source` is the key of the column that says who pays, which the table itself need not have.
    `_unit_of_all` is the unit that a row of its own names, `_units` are those of the bands so far.
    `_within` is the number of the row that heads those numbered below it, if one does.
    """

    def __init__(
        self, grid: ColumnMap, before: AnswerRows | None = None, *, source: str = ""
    ) -> None:
        super().__init__(grid, before)
        self._source = source
        self.is_begun = False
        self._group: Band | None = None
        self._last = slice(0, 0)
        self._last_place = RowPlace(BEFORE, 0)
        self._says_group = False
        self._within = ""
        self._contained: ContainedRows | None = None
        self._unit_of_all = ""
        self._units: set[str] = set()

    def take(
        self,
        entries: Sequence[CellWords],
        gathered: Gathered,
        place: RowPlace,
        *,
        keep: bool,  # noqa: ARG002 a row without words comes of a table of ours alone
    ) -> None:
        """Take in a row, or what it adds to the one above."""
        if self._fits_nothing(entries, gathered) or self._is_part_total(entries, gathered):
            self.leave_whole(entries, gathered, place)
        elif not may_repeat_above([entry.text for entry in entries]):
            self._take_all(entries, gathered, place)
        elif self._only_repeats(entries):
            words = " – ".join(entry.text for entry in entries if entry.text)
            self._leave_words(words, gathered, place.words)
        else:
            told = [self._as_above(entry, gathered, place) for entry in entries]
            self._take_all(told, gathered, place)

    def head_group(self, words: str, gathered: Gathered, place: RowPlace) -> bool:
        """Take in a band over rows, if it names who pays them; its unit is theirs anyway."""
        is_group = self._source != "" and names_payer(words)
        if is_group:
            self._head_by_payer(words, gathered, place)
        else:
            self._measure_below(words)
            self.close(gathered)
        return is_group

    def _head_by_payer(self, words: str, gathered: Gathered, place: RowPlace) -> None:
        name = self._measure_below(words)
        self.close(gathered)
        self._group = Band(words, name[number_end(name) :], place)

    def _measure_below(self, words: str) -> str:
        """Take the unit that a band names for the rows below it; return its words without it.

        That of a band lasts to the next one, unless no row stands between them.
        """
        name, unit = parted_from_unit(words)
        self._within = ""
        if unit or not self._group or self._group.is_said:
            if self._last.stop:
                self._units.add(self.unit)
            self.unit = unit or self._unit_of_all
        return name

    def in_sum(self, total: str, label: str, cells: Sequence[Cell] = ()) -> str:
        """Return a total of the rows in their unit, if all of them have the same."""
        unit = self.unit if self._units <= {self.unit} else self._unit_of_all
        return self.grid.in_sum(total, label, cells, unit)

    def close(self, gathered: Gathered) -> None:
        """Leave the words of a band that no row below it needs."""
        if self._group and not self._group.is_said:
            self._leave_words(self._group.words, gathered, self._group.place.words)
        self._group = None

    # --- what a row is ---

    def divide_by(self, entries: Sequence[CellWords]) -> bool:
        """Take in a row that belongs to the head: it counts the columns, or names units."""
        if len(entries) == 1 and _measures(entries[0].text):
            self.unit = self._unit_of_all = unit_of(entries[0].text) or "руб."
            return True
        filled = [entry for entry in entries if entry.text]
        if numbers_columns(entries) and (len(filled) > 2 or not self.is_begun):
            return True
        if self.is_begun or self.grid.is_by_place:
            return False
        lead = [entry for entry in filled if self.grid.key_of(entry.cell) == self.grid.first]
        if lead or not filled or not all(says_only_of_values(entry.text) for entry in filled):
            return False
        self.grid.divide(entries)
        return True

    def _fits_nothing(self, entries: Sequence[CellWords], gathered: Gathered) -> bool:
        """Whether a table without a known head has other columns than the form."""
        if not self.is_begun:
            shaped = [each for each in entries if self.grid.key_of(each.cell) in gathered.shaped]
            if any(_is_words(each) for each in shaped if self._is_guessed(each)):
                self.is_strange = True
            elif self.grid.is_by_place:
                self.is_strange = bool(self.grid.others) or _are_bold(entries)
        self.is_begun = True
        return self.is_strange

    def _is_guessed(self, entry: CellWords) -> bool:
        """Whether no head says of which column a cell is, but its place alone."""
        return self.grid.is_by_place or entry.cell.column in self.grid.by_order

    def _is_part_total(self, entries: Sequence[CellWords], gathered: Gathered) -> bool:
        """Whether a row of a table of sums is the total of some of them."""
        if gathered.sums.isdisjoint(self.grid.empty):
            return False
        named = next((entry for entry in entries if not entry.is_number), None)
        return named is not None and is_part_total(named.text)

    def _is_band(self, row: RowInHand) -> bool:
        """Whether a row of one text, without even a number, names a source of money."""
        entries, words = row.entries, row.fields[self.grid.first]
        if not words or not self._numbers(entries) or entries[0].text:
            return False
        return self._source != "" and names_payer(words)

    def _is_payer_alone(self, row: RowInHand, gathered: Gathered) -> bool:
        """Whether a row of one text says in its column who pays for those below it.

        Behind the name of costs it goes on with the row above, if there is one, and no band.
        """
        if not row.fields.get(self._source) or self._source == self.grid.first:
            return False
        filled = [entry for entry in row.entries if entry.text]
        if len(filled) > 1 or self.grid.key_of(filled[0].cell) != self._source:
            return False
        firsts = (each for each in row.entries if self.grid.key_of(each.cell) == self.grid.first)
        is_before = any(filled[0].cell.column < each.cell.column for each in firsts)
        return is_before or self._group is not None or not gathered.rows(self.grid.key)

    def _parted(
        self, entries: Sequence[CellWords], gathered: Gathered
    ) -> Sequence[Sequence[CellWords]]:
        if gathered.figures.isdisjoint(self.grid.empty):
            return [entries]
        if max([len(each.cell.blocks) for each in entries]) < 2:
            return [entries]
        figures = [each for each in entries if self.grid.key_of(each.cell) in gathered.figures]
        return parted_by_figures(entries, figures)

    def _only_repeats(self, entries: Sequence[CellWords]) -> bool:
        """Whether a row says that it is as the one above, and nothing else."""
        texts = [each.text for each in entries if each.text and self.grid.key_of(each.cell)]
        return any(map(repeats_above, texts)) and all(
            repeats_above(text) or is_nothing(text) for text in texts
        )

    def _dashes(self, entries: Sequence[CellWords]) -> Iterator[str]:
        """Yield what stands in place of answers, unless the name of the row is the one above."""
        if self._is_cut(entries):
            return
        texts = (entry.text for entry in entries if self.grid.key_of(entry.cell))
        yield from (text for text in texts if text and say_nothing([text]))

    def _runs_on(self, row: RowInHand, gathered: Gathered) -> bool:
        """Whether a row without a number goes on within the phrase that the one above breaks off.

        So does each of its words; figures are those of a row of its own.
        """
        if row.entries[0].text or not self._numbers(row.entries):
            return False
        rows, fields = gathered.rows(self.grid.key), row.fields
        if not rows:
            return False
        if not fields[self.grid.first] or (self._group and not self._group.is_said):
            return False
        said = [key for key, text in fields.items() if text]
        return all(key not in gathered.figures and breaks_off(rows[-1][key]) for key in said)

    # --- taking in ---

    def _as_above(self, entry: CellWords, gathered: Gathered, place: RowPlace) -> CellWords:
        """Return a cell that only repeats the one above with its words; a figure is told."""
        key = self.grid.key_of(entry.cell)
        if key is None or not repeats_above(entry.text):
            return entry
        if key in gathered.shaped or entry.cell.column in self.grid.fields:
            self.leave(entry, gathered, place)
            return entry._replace(text="")
        return entry._replace(text=self.above.get(key, ""), is_repeated=True)

    def _take_all(self, entries: Sequence[CellWords], gathered: Gathered, place: RowPlace) -> None:
        """Take in the rows that somebody may have put into one."""
        for row in self._parted(entries, gathered):
            self._take_one(row, gathered, place)

    def _take_one(self, entries: Sequence[CellWords], gathered: Gathered, place: RowPlace) -> None:
        before = gathered.placed_so_far
        fields = self._fields(entries, gathered, place)
        said = list(filter(None, fields.values()))
        if not said:
            return
        row = RowInHand(entries, fields, place, before)
        if say_nothing(chain(said, self._dashes(entries))):
            self._take_nothing(row, gathered)
        elif self._runs_on(row, gathered):
            self._run_on(row, gathered)
        elif len(said) == 1 and self._is_band(row):
            self.head_group(joined(gathered.take_back(before)), gathered, row.place)
        elif len(said) == 1 and self._is_payer_alone(row, gathered):
            self._head_by_payer(joined(gathered.take_back(before)), gathered, row.place)
        elif not self._joins(entries, fields, gathered):
            self._stand(row, gathered)

    def _take_nothing(self, row: RowInHand, gathered: Gathered) -> None:
        """Take back what was placed: a row of nothing is none; the first words are told."""
        texts = gathered.take_back(row.before)
        told = next((text for text in texts if text and not is_zero(text)), "")
        if told:  # there is none where merged cells repeat what the row above says
            texts.remove(told)
            self._leave_words(told, gathered, row.place.words)
        for text in texts:
            gathered.pass_over(text, "blank")

    def _stand(self, row: RowInHand, gathered: Gathered) -> None:
        """Take a row in by its standing: for a part of the row above, or for one of its own."""
        if not self._details(gathered):
            self._add("", row, gathered)
            return
        entries, fields = row.entries, row.fields
        number = number_of(entries, fields[self.grid.first], has_column=self._numbers(entries))
        above = self._contained
        standing = above.standing(number, fields) if above else Standing.OF_ITS_OWN
        if standing is Standing.DOUBTFUL:
            gathered.take_back(row.before)
            self._leave_words(row.words, gathered, row.place.words)
        elif above and above.row and standing is Standing.PART and not above.is_headless:
            above.row[self.grid.first] = joined((above.row[self.grid.first], row.words))
            for text in gathered.take_back(row.before):
                gathered.placed(self.grid.key, self.grid.first, text, row.place.number)
        else:
            if above and standing is Standing.PART:
                row = row.moved(self._make_band(above, row, gathered))
            elif self._within and number and not is_below(number, self._within):
                self._end_band(row, gathered)
            self._add(number, row, gathered)

    def _end_band(self, row: RowInHand, gathered: Gathered) -> None:
        """Take a row for the first that is not numbered below the one that heads others."""
        unit = self.unit
        self.head_group("", gathered, row.place)
        if self.unit != unit:
            self._measure_again(row, gathered)

    def _measure_again(self, row: RowInHand, gathered: Gathered) -> None:
        """Give the sums of a row their unit where another row turns out to name it, or not to."""
        for entry in row.entries:
            key = self.grid.key_of(entry.cell)
            if key in gathered.sums and row.fields[key]:
                row.fields[key] = self._with_surplus(key, entry.text, gathered)

    def _add(self, number: str, row: RowInHand, gathered: Gathered) -> None:
        """Add a row, with the source of the money that the band above it names."""
        fields = row.fields
        self._last, self._last_place = slice(row.before, gathered.placed_so_far), row.place
        self._says_group = False
        if (group := self._group) and not fields.get(self._source):
            fields[self._source] = group.source
            if not group.is_said:
                gathered.placed(self.grid.key, self._source, group.words, group.place.number)
                self._group = group._replace(is_said=True)
                self._says_group = True
        elif group and not group.is_said:
            self.close(gathered)
        gathered.rows(self.grid.key).append(fields)
        if self._details(gathered):
            sums = gathered.sums & self.grid.empty.keys()
            self._contained = self._contained or ContainedRows(self.grid.first, sums)
            self._contained.begin(number, fields)

    def _make_band(self, above: ContainedRows, row: RowInHand, gathered: Gathered) -> int:
        """Take the row above without a sum, which contains this one, for a band.

        Return how many texts fewer are placed.
        """
        rows = gathered.rows(self.grid.key)
        if above.row is None or not rows or rows[-1] is not above.row:
            return 0
        rows.pop()
        if self._group and self._says_group:  # no other row has said it
            gathered.take_back(self._last.stop, self._last.stop + 1)
            self._group = self._group._replace(is_said=False)
        texts = gathered.take_back(self._last.start, self._last.stop)
        fewer = len(texts) + self._says_group
        if not rows:  # the first one stands below the band
            self._last = slice(0, 0)
        unit, number = self.unit, above.number
        self._head_as_row(texts, above.row.get(self._source, ""), gathered)
        self._within = number
        if self.unit != unit:
            self._measure_again(row, gathered)
        return fewer

    def _head_as_row(self, texts: list[str], source: str, gathered: Gathered) -> None:
        """Take the words of the last row for a band; those in the column of sources are the payer.

        The others name a kind of costs then.
        """
        words = joined(each for each in texts if each != source)
        if source in texts:
            self._head_by_payer(source, gathered, self._last_place)
            self.unit = parted_from_unit(words)[1] or self.unit
        elif self.head_group(words, gathered, self._last_place):
            return
        if words:
            self._leave_words(words, gathered, self._last_place.words)

    def _run_on(self, row: RowInHand, gathered: Gathered) -> None:
        """Add the words of a row to those above, in their line."""
        above = gathered.rows(self.grid.key)[-1]
        for key, text in row.fields.items():
            between = "" if above[key].endswith("-") else " "
            above[key] = f"{above[key]}{between}{text}" if text else above[key]

    def _joins(self, entries: Sequence[CellWords], fields: RowWords, gathered: Gathered) -> bool:
        """Add what a row says to the one above, if it goes on with it."""
        rows, first = gathered.rows(self.grid.key), self.grid.first
        if not rows or not self._goes_on(entries, fields, gathered):
            return False
        if self._is_cut(entries) and any(fields.get(key) for key in gathered.figures):
            fields[first] = rows[-1][first]  # one name, merged over several figures
            return False
        for key, more in fields.items():
            rows[-1][key] = joined((rows[-1][key], more))
        return True


def _measures(words: str) -> bool:
    """Whether words are the unit of the sums below them, and nothing else."""
    return says_only_of_values(words) and is_unit_of_money(words)


def _is_words(entry: CellWords) -> bool:
    """Whether a cell has words that can be neither a figure nor an address."""
    text = entry.text
    if is_nothing(text) or say_nothing([text]):
        return False
    return "@" not in text and not any(map(str.isdigit, text))


def _are_bold(entries: Sequence[CellWords]) -> bool:
    """Whether a row looks like a head: all its cells, several at least, are bold."""
    filled = [entry.text for entry in entries if entry.text]
    bold = [text for text in filled if text.startswith("**") and text.endswith("**")]
    return len(bold) > 1 and len(bold) == len(filled)
