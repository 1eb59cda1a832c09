"""What a Word template of one's own says besides its form: no words of an author's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from typing import TypeVar

from passportkit.errors import CannotGoOn
from passportkit.forms import Form
from passportkit.forms.model import Block, Section
from passportkit.intake.folding import fold, number_end
from passportkit.intake.landmarks import landmarks_of
from passportkit.paper.model import Paper, PaperBlock, Paragraph, Row, Table, texts_of
from passportkit.paper.styles import HEADING

_is_tag = re.compile(r"\{\{.*?\}\}|\{%.*?%\}").search

_Own = TypeVar("_Own")
_LineThere = tuple[bool, str]
"""A paragraph by its words, and whether it stands in a table."""

_RowOfWords = tuple[str, ...]
"""A row by the words of its cells."""


def without_template_words(paper: Paper, form: Form, template: bytes) -> Paper:
    """Return a paper without the paragraphs and rows that its template has besides the form.

    Each is left out as often as the template has it, where it has it: in a table or outside. What
    begins with a number, or looks like a heading, may be one, and stays.
    """
    from passportkit.word.read.body import read_document

    try:
        blocks = read_document(template).blocks
    except CannotGoOn:
        return paper
    return replace(paper, blocks=_TemplateWords(form, blocks).left_out_of(paper.blocks))


class _TemplateWords:
    """The paragraphs and rows of a template that are not of its form, each with its count.

    The counts go down as they are left out of a document.
    """

    def __init__(self, form: Form, blocks: Iterable[PaperBlock]) -> None:
        self._form = form
        self._lines: Counter[_LineThere] = Counter()
        self._rows: Counter[_RowOfWords] = Counter()
        self._collect(blocks)

    def _collect(self, blocks: Iterable[PaperBlock], *, in_table: bool = False) -> None:
        for block in blocks:
            if isinstance(block, Table):
                for row in block.rows:
                    self._collect_row(row)
            elif not _is_tag(block.text) and not self._may_be_the_forms(block):
                self._lines[in_table, block.text] += 1

    def _collect_row(self, row: Row) -> None:
        words = _words_in_row(row)
        if len(words) > 1 and all(map(_is_number, words)):  # numbers of the columns
            self._rows[words] += 1
        for cell in row.cells:
            self._collect(cell.blocks, in_table=True)

    def _may_be_the_forms(self, paragraph: Paragraph) -> bool:
        text = paragraph.text
        if paragraph.label or paragraph.style == HEADING or number_end(text) or _is_number(text):
            return True
        marks = landmarks_of(self._form)
        return fold(text) in self._of_form or marks.headings.whole(text) is not None

    @cached_property
    def _of_form(self) -> set[str]:
        return {fold(words) for words in _words_of(self._form) if words} - {""}

    def left_out_of(
        self, blocks: Iterable[PaperBlock], *, in_table: bool = False
    ) -> list[PaperBlock]:
        """Return blocks without these words."""
        kept: list[PaperBlock] = []
        for block in blocks:
            if isinstance(block, Table):
                kept.append(replace(block, rows=[*self._rows_kept(block.rows)]))
            elif block.label or not _counted_down(self._lines, (in_table, block.text)):
                kept.append(block)
        return kept

    def _rows_kept(self, rows: Iterable[Row]) -> Iterator[Row]:
        for row in rows:
            if not (self._rows and _counted_down(self._rows, _words_in_row(row))):
                cells = [
                    replace(cell, blocks=self.left_out_of(cell.blocks, in_table=True))
                    for cell in row.cells
                ]
                yield replace(row, cells=cells)


def _counted_down(counts: Counter[_Own], words: _Own) -> bool:
    """Whether words are still to be left out; if so, they are once less."""
    if not counts[words]:
        return False
    counts[words] -= 1
    return True


def _is_number(text: str) -> bool:
    """Whether words may be the number of a row or of a column."""
    return any(map(str.isdigit, text)) and not any(map(str.isalpha, text))


def _words_in_row(row: Row) -> _RowOfWords:
    return tuple("\n".join(texts_of(cell.blocks)) for cell in row.cells)


def _words_of(form: Form) -> Iterator[str | None]:
    """Yield the words of a form: a paragraph of its own, or what stands before an answer."""
    yield from (form.title, form.annex, *(form.grid.columns if form.grid else ()))
    for entry in form.entries:
        yield from (entry.heading, entry.note) if isinstance(entry, Section) else (entry.group,)
    for _section, block in form.blocks():
        yield from _words_in(block)


def _words_in(block: Block) -> Iterator[str | None]:
    yield from (block.caption, block.number_heading, block.total.label if block.total else None)
    yield from (part.label for part in block.parts or ())
    yield from (column.heading for column in block.columns or ())
