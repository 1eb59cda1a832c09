"""A document in pieces, in order: lines, places to write in, tables to be filled in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from passportkit.inference.blank_form import BlankTable
from passportkit.inference.blank_tables import BlankCell, HeadedRows, headed, table_of
from passportkit.inference.line_shapes import (
    is_bold,
    is_filled_by_program,
    is_note,
    is_place,
    numbered_words,
    said_by,
)
from passportkit.paper import Cell, Paper, PaperBlock, Paragraph, Row, Table
from passportkit.paper.model import texts_of


@dataclass(frozen=True, slots=True)
class BlankLine:
    """A line with words. `style` is that of its paragraph, in small letters.

    `is_label`: its place stands beside it in the row of a table, and `is_within` means that this
    row has an empty number: it belongs to the one above.
    """

    words: str
    style: str = ""
    is_note: bool = False
    is_bold: bool = False
    is_label: bool = False
    is_within: bool = False


@dataclass(frozen=True, slots=True)
class BlankBox:
    """A place to write in: a box, or the cell beside a label. `lines` are what it says already."""

    lines: tuple[BlankLine, ...] = ()
    is_beside: bool = False


class GridHead(NamedTuple):
    """The heads of a table of items with their answers: number, item, answer."""

    heads: tuple[str, ...]


BlankPiece = BlankLine | BlankBox | BlankTable | GridHead


def pieces_of(paper: Paper) -> list[BlankPiece]:
    """Return a document in pieces.

    Where a program is to fill it in, only its marks are places; anywhere else, empty cells are.
    """
    marks = sum(is_filled_by_program(text) for text in texts_of(paper.blocks))
    return [*_Taking(has_marks=marks >= _SOME_MARKS).pieces(paper.blocks)]


_SOME_MARKS = 3
"""How many places a program marks at least in a document that it fills in."""

_MOST_ROWS = 300
"""How many rows of a table are looked at together; an empty one has fewer."""


class _Taking:
    """Takes blocks apart; knows whether anything that asks for an answer has come already."""

    def __init__(self, *, has_marks: bool) -> None:
        self._has_marks = has_marks
        self._is_first = True

    def pieces(self, blocks: Sequence[PaperBlock]) -> Iterator[BlankPiece]:
        for block in blocks:
            made = self._lines(block) if isinstance(block, Paragraph) else self._table(block)
            for piece in made:
                self._is_first = self._is_first and not _asks(piece)
                yield piece

    def _lines(self, paragraph: Paragraph) -> Iterator[BlankPiece]:
        if paragraph.label:
            yield BlankLine(said_by(paragraph.label), paragraph.style, is_label=True)
            yield BlankBox(tuple(_line(paragraph)), is_beside=True)
        elif paragraph.text and is_place(said_by(paragraph.text)):
            yield BlankBox()
        else:
            yield from _line(paragraph)

    def _table(self, table: Table) -> Iterator[BlankPiece]:
        rows = [row for row in table.rows if row.cells]
        if len(rows) == 1 and len(rows[0].cells) == 1:
            yield self._box(rows[0].cells[0])
            return
        shapes = [self._shapes(row) for row in rows]
        at = 0
        while at < len(rows):
            found = headed(shapes[at : at + _MOST_ROWS], is_first=self._is_first)
            if found is None:
                yield from self._row(shapes[at])
                at += 1
            else:
                yield from self._headed(found)
                at += found.taken

    def _headed(self, found: HeadedRows) -> Iterator[BlankPiece]:
        """Return a table, or the head of what is no table but items with their answers."""
        if found.is_items:
            yield GridHead(tuple(found.heads))
        else:
            yield table_of(found)

    def _box(self, cell: Cell) -> BlankPiece:
        inner = [piece for piece in self.pieces(cell.blocks) if not isinstance(piece, BlankBox)]
        return BlankBox(tuple(piece for piece in inner if isinstance(piece, BlankLine)))

    def _shapes(self, row: Row) -> list[BlankCell]:
        return [self._shape(cell) for cell in row.cells]

    def _shape(self, cell: Cell) -> BlankCell:
        words = [said_by(text) for text in texts_of(cell.blocks)]
        text = "\n".join(filter(None, words))
        is_marked = bool(text) and all(map(is_place, words))
        is_open = is_marked or (not text and not self._has_marks)
        return BlankCell("" if is_marked else text, cell, is_place=is_open)

    def _row(self, row: Sequence[BlankCell]) -> Iterator[BlankPiece]:
        """Yield the pieces of a row: a label and its place, or one below the other."""
        shapes = [each for each in row if each.cell.merge != "continue"]
        said = [each for each in shapes if each.words]
        places = [each for each in shapes if each.is_place]
        if len(shapes) == 1 or not said:
            yield from self._alone(shapes[0] if len(shapes) == 1 else None, places)
            return
        yield from self._item(shapes, said)

    def _alone(self, shape: BlankCell | None, places: Sequence[BlankCell]) -> Iterator[BlankPiece]:
        if shape and shape.words:
            yield from self.pieces(shape.cell.blocks)
        elif places:
            yield BlankBox()

    def _item(self, shapes: Sequence[BlankCell], said: Sequence[BlankCell]) -> Iterator[BlankPiece]:
        """Yield an item, its number before it if a cell of its own has one, and its answer."""
        number = said[0].words.rstrip(". )") if said[0].is_number and len(said) > 1 else ""
        item = said[1] if number else said[0]
        behind = [each for each in shapes if each.cell.column > item.cell.column]
        lines = [*self._of_cell(item)]
        if not any(each.is_place or each.words for each in behind):
            yield from _with_number(lines, number)
            return
        is_within = not number and shapes[0] is not item and not shapes[0].words
        first, *notes = _with_number(lines, number)
        yield _beside(first, is_within=is_within)
        yield from notes
        yield from self._answer(behind)

    def _answer(self, cells: Sequence[BlankCell]) -> Iterator[BlankPiece]:
        tables = [block for each in cells for block in each.cell.blocks if isinstance(block, Table)]
        if tables:
            for each in cells:
                yield from self.pieces(each.cell.blocks)
            return
        lines = [line for each in cells if each.words for line in self._of_cell(each)]
        yield BlankBox(tuple(lines), is_beside=True)

    def _of_cell(self, shape: BlankCell) -> list[BlankLine]:
        inner = self.pieces(shape.cell.blocks)
        return [piece for piece in inner if isinstance(piece, BlankLine)]


def _asks(piece: BlankPiece) -> bool:
    if isinstance(piece, BlankLine):
        return numbered_words(piece.words) is not None
    return not isinstance(piece, GridHead)


def _line(paragraph: Paragraph) -> Iterator[BlankLine]:
    text, words = paragraph.text, said_by(paragraph.text)
    if words:
        yield BlankLine(words, paragraph.style, is_note=is_note(text), is_bold=is_bold(text))


def _with_number(lines: Sequence[BlankLine], number: str) -> list[BlankLine]:
    if not number or not lines:
        return [*lines]
    first, *others = lines
    words = f"{number}. {first.words}"
    return [BlankLine(words, first.style, is_bold=first.is_bold), *others]


def _beside(line: BlankLine, *, is_within: bool) -> BlankLine:
    return BlankLine(line.words, line.style, line.is_note, line.is_bold, True, is_within)
