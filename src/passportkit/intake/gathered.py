"""What is gathered on the way through a document, and the values that it makes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from passportkit.forms.further_places import widened
from passportkit.forms.model import Block, Form, Part
from passportkit.intake.empty_words import say_nothing
from passportkit.intake.extraction import Extraction, Furniture, FurnitureKind, Left, PlacedWords
from passportkit.intake.folding import without
from passportkit.intake.landmarks import (
    listed_records_of,
    lists_of,
    shaped_of,
    shows_of,
    sums_of,
    values_of,
)
from passportkit.intake.position import Position
from passportkit.intake.value_lines import Reading, lines_beyond
from passportkit.language import Message
from passportkit.stamp import Stamp
from passportkit.text import canonical

_item = re.compile(r"(?:-|\d{1,2}[.)])[ \t]+(?=\S)")
_typed = re.compile(r"(\d{1,2})[.)][ \t]+(?=\S)(?!.*\n\d{1,2}[.)] )", re.DOTALL)


class _TextLine(NamedTuple):
    """A line of a text, how it is said in the document, in which unit, and where in the form."""

    text: str
    said: str
    unit: int
    at: Position


class LooseWords(NamedTuple):
    """Words in place of a table, in which unit of the document, and where in the form."""

    text: str
    unit: int
    origin: Message


RowWords = dict[str, str]
"""The cells of a row by the keys of their columns."""


class Gathered:
    """Words by the keys of a form, in the order in which they were met.

    `sums`, `figures` and `lists` are the keys of the columns of its tables that have such values,
    `shaped` those of all whose values one can see to be none. `shows` is what all columns show, by
    the keys of their tables.
    """

    def __init__(self, form: Form) -> None:
        self.form = form
        self.sums, self.figures, self.lists = sums_of(form), values_of(form), lists_of(form)
        self.shaped, self.shows = shaped_of(form), shows_of(form)
        self.left: list[Left] = []
        self.furniture: list[Furniture] = []
        self._placed: list[PlacedWords] = []
        self._texts: dict[str, list[_TextLine]] = {}
        self._rows: dict[str, list[RowWords]] = {}
        self._loose: defaultdict[str, list[LooseWords]] = defaultdict(list)
        self.unit = 0
        self._read: set[int] = set()
        self._left_in: set[int] = set()

    @property
    def is_empty(self) -> bool:
        """Whether no answer has been met yet."""
        return not (self._loose or any(self._texts.values()) or any(self._rows.values()))

    def begin_unit(self) -> None:
        """Say that what comes stands in another cell, or paragraph outside of tables."""
        self.unit += 1

    def go_back_to(self, unit: int) -> None:
        """Say that what comes stood in a cell, or paragraph, that was met before."""
        self.unit = unit

    def open(self, block: Block) -> None:
        """Say that the document has the place of `block`, though it may be without words.

        It has that of a part where the label of this part is met.
        """
        if block.is_table:
            self._rows.setdefault(block.key, [])
        elif block.is_text:
            self._texts.setdefault(block.key, [])

    def set_field(self, block: Block, key: str, texts: Iterable[tuple[str, str]]) -> None:
        """Place the words of one field of a record, if there are any, each with how it is said."""
        rows = self.rows(block.key)
        for text, said in texts:
            self.place_cell(block.key, key, said)
            if not rows:
                rows.append(_blank(block))
            rows[0][key] = text

    def open_text(self, key: str) -> None:
        """Say that the document has the place of a text, though it may be without words."""
        self._texts.setdefault(key, [])

    def rows(self, key: str) -> list[RowWords]:
        """Return the rows met so far of a table."""
        return self._rows.setdefault(key, [])

    def drop_lone_blank(self, key: str, blank: int) -> None:
        """Drop the only row of a table if it is one of `blank` rows, without even a number."""
        if blank and len(self._rows[key]) == 1 and not any(self._rows[key][0].values()):
            self._rows[key] = []

    def drop_typed_numbers(self) -> None:
        """Drop the numbers of rows that were typed before their words, one after the other."""
        for rows in self._rows.values():
            firsts = [next(iter(row)) for row in rows[:1]]
            heads = [_typed.match(row[key]) for key in firsts for row in rows]
            numbers = [int(head[1]) for head in heads if head]
            if len(rows) < 2 or numbers != list(range(1, len(rows) + 1)):
                continue
            for row, head in zip(rows, heads, strict=True):
                row[firsts[0]] = row[firsts[0]][head.end() if head else 0 :]

    def drop_lone_dashes(self) -> None:
        """Drop the sign before the only record of a list: words of a text may keep it."""
        for key in listed_records_of(self.form) & self._texts.keys():
            lines = self._texts[key]
            if lines and lines[0].text.startswith("- "):
                items = _items([line.text for line in lines])
                self._texts[key] = [lines[0]._replace(text=items[0])] if len(items) == 1 else lines

    def has_words(self, key: str) -> bool:
        """Return whether a text, or a row, was met for `key`."""
        return bool(self._texts.get(key) or self._rows.get(key))

    def text(self, key: str) -> str:
        """Return the text that was met so far for `key`."""
        return _joined(self._texts.get(key, ()))

    def add_text(self, key: str, text: str, at: Position, *, said: str | None = None) -> None:
        """Place a line of a text, which is `said` so in the document if otherwise."""
        self._read.add(self.unit)
        said = text if said is None else said
        self._placed.append(PlacedWords(key, said))
        self._texts.setdefault(key, []).append(_TextLine(text, said, self.unit, at))

    def add_loose(self, block: Block, text: str, origin: Message) -> None:
        """Keep words that stand where a table belongs, until it is known whether there is one."""
        self._read.add(self.unit)
        self._loose[block.key].append(LooseWords(text, self.unit, origin))

    def loose(self, key: str) -> Sequence[LooseWords]:
        """Return the words that stand where a table belongs."""
        return self._loose.get(key, ())

    def drop_loose(self, key: str) -> None:
        """Forget the words in place of a table, of which rows were made."""
        del self._loose[key]

    def place_cell(self, table: str, key: str, text: str, row: int | None = None) -> None:
        """Count a cell, the words of which whoever calls puts into a row of a table."""
        self.unit += 1
        self._read.add(self.unit)
        self._placed.append(PlacedWords(key, text, table, row))

    def placed(self, table: str, key: str, text: str, row: int | None) -> None:
        """Note words that were put into rows of a table, as they stand in the document."""
        self._placed.append(PlacedWords(key, text, table, row))

    @property
    def placed_so_far(self) -> int:
        """How many texts were placed; to take back those that are placed from here on."""
        return len(self._placed)

    def take_back(self, before: int, stop: int | None = None) -> list[str]:
        """Return the texts that were placed since there were so many of them; none of them is."""
        texts = [each.text for each in self._placed[before:stop]]
        del self._placed[before:stop]
        return texts

    def pass_over(self, text: str, kind: FurnitureKind) -> None:
        """Note words that are no answer, if there are any."""
        if text:
            self.furniture.append(Furniture(kind, text))

    def leave_within(self, passed_over: str, origin: Message, text: str) -> None:
        """Leave words that stand within others that were passed over."""
        said = (n for n, each in enumerate(self.furniture) if each.text == passed_over)
        at = max(said)
        self.furniture[at] = self.furniture[at]._replace(text=without(passed_over, text))
        self.leave(origin, text)

    def leave(self, origin: Message, text: str) -> None:
        """Leave words that have no place."""
        self._read.add(self.unit)
        self._left_in.add(self.unit)
        self.left.append(Left(origin, text))

    def extraction(self, stamp: Stamp | None = None) -> Extraction:
        """Return all that was gathered: of a document of ours, beside what it was made of."""
        form = widened(self.form, {**self._rows, **dict.fromkeys(self._texts, "")})
        reading = Reading(form, stamp, self.has_words)
        for key in self._texts:
            self._leave_beyond(key, reading)
        values: dict[str, str | list[RowWords]] = {}
        for _section, block in form.blocks():
            self._settle(block)
            keys: list[Block | Part] = list(block.parts or ([block] if block.is_text else []))
            for shown in keys:
                if shown.key in self._texts:
                    values[shown.key] = self.text(shown.key)
            if block.is_table and block.key in self._rows:
                values[block.key] = list(self._rows[block.key])
            if block.total and block.total.key in self._texts:
                values[block.total.key] = self.text(block.total.key)
        read, placed = len(self._read), len(self._read - self._left_in)
        return Extraction(self.form, values, self.left, read, placed, self._placed, self.furniture)

    def _leave_beyond(self, key: str, reading: Reading) -> None:
        """Leave the lines that can be no part of the value that they stand below."""
        lines = self._texts[key]
        beyond = lines_beyond(reading, key, [line.text for line in lines])
        for line in [lines[n] for n in beyond]:
            lines.remove(line)
            self._placed.remove(PlacedWords(key, line.said))
            self.go_back_to(line.unit)
            self.leave(line.at.origin, line.said)

    def _settle(self, block: Block) -> None:
        """Make rows of what stands in place of a table; beside a table it is left."""
        loose = self._loose.pop(block.key, [])
        if not loose:
            return
        rows = self.rows(block.key)
        if rows or say_nothing([text for text, _, _ in loose]):
            for text, unit, origin in loose:
                self.go_back_to(unit)
                self.leave(origin, text)
            return
        blank = _blank(block)
        first = next(iter(blank))
        self._placed += (PlacedWords(first, text, block.key) for text, _, _ in loose)
        for words in _items([text for text, _, _ in loose]):
            rows.append({**blank, first: words})


def _joined(lines: Iterable[_TextLine]) -> str:
    return canonical("\n".join([line.text for line in lines]))


def _blank(block: Block) -> RowWords:
    """Return a row of a table without words."""
    return {column.key: "" for column in block.columns or ()}


def _items(texts: list[str]) -> list[str]:
    """Return the items of a list without their signs; what is no list is one text."""
    lines = canonical("\n".join(texts)).split("\n")
    if not all(_item.match(line) or line[0] in " \t" for line in lines) or lines[0][0] in " \t":
        return ["\n".join(lines)]
    items: list[list[str]] = []
    for line in lines:
        head = _item.match(line)
        if head:
            items.append([line[head.end() :]])
        else:
            items[-1].append(line)
    return [canonical("\n".join(item)) for item in items]
