"""The words of a document set into the design of its form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import cast

from passportkit.forms.filled import DraftMark, Filled, FilledRow, FilledValue, Hint
from passportkit.forms.model import Form
from passportkit.layout.design import (
    DesignBlock,
    DesignCell,
    DesignLine,
    DesignRow,
    DesignTable,
    DesignTurn,
)
from passportkit.layout.layouts import design_of
from passportkit.paper.model import Cell, Paper, PaperBlock, Paragraph, Row, Table, Turn
from passportkit.paper.styles import DRAFT_MARK, HINT
from passportkit.text import Line, Span, canonical, is_plain, parse, plain, respell, write

_Values = Mapping[str, FilledValue] | FilledRow
"""The words of a form, or of one of its rows, by key."""

_NO_AUTHORS = {DraftMark: DRAFT_MARK, Hint: HINT}
"""The character styles of words that are no author's."""


def lay_out(form: Form, filled: Filled) -> Paper:
    """Return the document of a filled form: what stands where, and how it looks.

    It says what a reader of the same document in Word would see: what has no words is not there,
    but for cells and labels.
    """
    design = design_of(form)
    blocks: list[PaperBlock] = []
    turns: list[Turn] = []
    for each in design.blocks:
        if isinstance(each, DesignTurn):
            turns.append(Turn(len(blocks), each.page))
        else:
            blocks += _blocks([each], filled.values)
    title = plain(filled.title)
    return Paper(blocks, filled.stamp, title=title, page=design.page, turns=turns)


def _blocks(blocks: Iterable[DesignBlock], values: _Values) -> Iterator[PaperBlock]:
    for block in blocks:
        if isinstance(block, DesignTable):
            rows = [row for each in block.rows for row in _rows(each, values)]
            yield Table(rows, widths=block.widths, is_bare=block.is_bare)
        elif isinstance(block, DesignLine):
            yield from _paragraphs(block, values)


def _rows(design: DesignRow, values: _Values) -> Iterator[Row]:
    """Yield the row of a design once, or for each of the rows that it repeats for."""
    rows = cast("Sequence[FilledRow]", values[design.repeats]) if design.repeats else [values]
    for each in rows:
        cells = list(_cells(design.cells, each))
        yield Row(cells, design.is_head, keeps_with_next=design.keeps_with_next)


def _cells(cells: Iterable[DesignCell], values: _Values) -> Iterator[Cell]:
    column = 0
    for cell in cells:
        blocks = list(_blocks(cell.blocks, values))
        yield Cell(blocks, column, cell.span, _merge(cell, values))
        column += cell.span


def _merge(cell: DesignCell, values: _Values) -> str:
    """Return how a cell joins its neighbours, which the row says of each column that merges."""
    if not cell.merges:
        return ""
    (line,) = cell.blocks
    assert isinstance(line, DesignLine)
    return _text(values, f"{line.key}|merge")


def _text(values: _Values, key: str) -> str:
    return cast("str", values[key]) if key else ""


def _paragraphs(line: DesignLine, values: _Values) -> Iterator[Paragraph]:
    """Yield the words of a line and the text behind them; what begins with a list stands below."""
    if line.only_with and not values[line.only_with]:
        return
    text = _text(values, line.key)
    look = _NO_AUTHORS.get(type(text), "")
    beside, below = (_spelled(text), []) if look else _cut(text)
    label = canonical(line.words) if line.words and line.is_label else ""
    said = _joined(line.words, beside) if line.words and not line.is_label else beside
    if said or label:
        yield Paragraph(said, line.style, label, look, line.align)
    for each in below:
        yield Paragraph(each, line.style, align=line.align)


def _cut(text: str) -> tuple[str, list[str]]:
    """Return what of a text can stand beside other words, and the lines that stand below them."""
    if not text or is_plain(text):  # most cells
        return text, []
    lines = respell(text).split("\n")
    (first,) = parse(lines[0])
    return (lines[0], lines[1:]) if first.kind == "paragraph" else ("", lines)


def _joined(words: str, beside: str) -> str:
    """Return plain words and, on their last line, a text behind them."""
    if not beside:
        return _spelled(words)
    *above, last = words.split("\n")
    first, *below = parse(beside)
    spans = (Span(f"{last} "), *first.spans)
    return write((*map(_line, above), Line("paragraph", 0, 0, "", spans), *below))


@lru_cache(maxsize=1024)
def _spelled(words: str) -> str:
    """Return plain words in the markup: most are of a form, which has them in every document."""
    return write(map(_line, words.split("\n")))


def _line(words: str) -> Line:
    return Line("paragraph", 0, 0, "", (Span(words),))
