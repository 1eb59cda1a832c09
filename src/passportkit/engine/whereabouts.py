"""Where in a form something stands that was passed over: at which of its fields."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from passportkit.engine.margins import is_beside
from passportkit.forms import Form
from passportkit.forms.filled import FormValues
from passportkit.forms.place_words import label_of
from passportkit.forms.slots import Slot, TableSlot, slots_of
from passportkit.intake import Extraction, match
from passportkit.intake.sheet_tables import is_of_sheets, match_tables
from passportkit.language import Message, say, shortened
from passportkit.paper.model import Paper, PaperBlock, Paragraph, PassedOver, Row, Spot, Table
from passportkit.text import plain

_FIRST, _LAST = 0xF0000, 0xFFFFD
"""The characters that stand for what was passed over: nobody writes them, and no font has them."""

_LONGEST = 60


class Whereabouts(NamedTuple):
    """What was passed over, and where it stands: at the field of a slot, and its row, if any.

    `row` and `column` are counted from 0 in the slot; `number` is that of the row in the document.
    """

    what: PassedOver
    slot: Slot | None = None
    row: int | None = None
    column: int | None = None
    number: int | None = None
    origin: Message | None = None

    @property
    def place(self) -> Message | None:
        """The place in words; None where it is in no part of the document."""
        spot = self.what.spot
        place = self._near()
        return say("{place}, below it", place=place) if place and spot and spot.is_below else place

    def _near(self) -> Message | None:
        spot = self.what.spot
        if self.slot:
            row = None if self.row is None else self.row + 1
            column = None if spot and spot.is_below else self.column
            return label_of(self.slot, column).place(self.number or row)
        if self.origin:
            return self.origin
        words = self.what.about or (plain(spot.words) if spot else "")
        if words:
            return say("at “{words}”", words=shortened(words, _LONGEST))
        return None


def located(paper: Paper, form: Form) -> list[Whereabouts]:
    """Return where everything stands beside the margins that was passed over in a paper.

    The paper is read once more with a character in each of the places: where this comes to, there
    it was.
    """
    beside = [each for each in paper.passed_over if is_beside(each)]
    spots = [each.spot for each in beside[: _LAST - _FIRST]]
    if not any(spots):
        return [Whereabouts(each) for each in beside]
    blocks = _Marks(spots).written_into(paper.blocks)
    found = dict(_found(_read_again(replace(paper, blocks=blocks), form)))
    return [
        found.get(number, Whereabouts(each))._replace(what=each)
        for number, each in enumerate(beside)
    ]


def _read_again(paper: Paper, form: Form) -> Extraction:
    tables = match_tables(paper, [form], form.name) if is_of_sheets(paper) else None
    return tables[1] if tables else match(paper, form)


class _Marks:
    """A character for each of some spots: behind a paragraph, or where none is.

    Paragraphs and lists of blocks are known by what they are: text boxes move them.
    """

    def __init__(self, spots: Sequence[Spot | None]) -> None:
        self._behind: defaultdict[int, str] = defaultdict(str)
        self._between: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
        for number, spot in enumerate(spots):
            if spot and spot.is_bare:
                self._between[id(spot.blocks)].append((spot.at, chr(_FIRST + number)))
            elif spot:
                self._behind[id(spot.blocks[spot.at])] += chr(_FIRST + number)

    def written_into(self, blocks: Sequence[PaperBlock]) -> list[PaperBlock]:
        """Return blocks with the characters in them."""
        marked = [self._marked(block) for block in blocks]
        for at, mark in reversed(self._between.get(id(blocks), ())):
            marked.insert(at, Paragraph(mark))
        return marked

    def _marked(self, block: PaperBlock) -> PaperBlock:
        if isinstance(block, Paragraph):
            return replace(block, text=block.text + self._behind.get(id(block), ""))
        return Table([self._marked_row(row) for row in block.rows])

    def _marked_row(self, row: Row) -> Row:
        cells = [replace(cell, blocks=self.written_into(cell.blocks)) for cell in row.cells]
        return replace(row, cells=cells)


def _found(extraction: Extraction) -> Iterator[tuple[int, Whereabouts]]:
    nothing = PassedOver("comment")
    for left in extraction.left:
        for number in _numbers(left.text):
            yield number, Whereabouts(nothing, origin=left.origin)
    rows = {number: each.row for each in extraction.placed_words for number in _numbers(each.text)}
    for slot in slots_of(extraction.widened):
        for number, row, key in _in_values(extraction.values.get(slot.key)):
            yield number, Whereabouts(nothing, slot, row, _column(slot, key), rows.get(number))


def _in_values(value: FormValues | object) -> Iterator[tuple[int, int | None, str]]:
    """Yield the numbers in the words of a slot, each with its row and the key of its column."""
    if isinstance(value, str):
        yield from ((number, None, "") for number in _numbers(value))
    elif isinstance(value, Sequence):
        for index, row in enumerate(value):
            for key, words in row.items():
                yield from ((number, index, key) for number in _numbers(words))


def _column(slot: Slot, key: str) -> int | None:
    keys = [cell.key for cell in slot.cells] if isinstance(slot, TableSlot) else []
    return keys.index(key) if key in keys else None


def _numbers(words: str) -> Iterator[int]:
    if not words.isascii():
        yield from (ord(each) - _FIRST for each in words if _FIRST <= ord(each) <= _LAST)
