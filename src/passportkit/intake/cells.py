"""The cells of a row, with their words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from passportkit.paper import Cell, PaperBlock, Paragraph, Row

_number = re.compile(r"\W*(?:\d{1,3}(?:\\?\.\d{1,3}){0,3}\\?[.)]?|№|[IVXІХ]{1,4}\\?[.)]?)?\W*")
_LONGEST_NUMBER = 16


class CellWords(NamedTuple):
    """A cell and its words, its paragraphs as lines.

    `is_repeated`: it stands once in the document, beside several rows that were put into one.
    """

    cell: Cell
    text: str
    is_repeated: bool = False

    @property
    def is_number(self) -> bool:
        """Whether the cell says only the number of its row, or nothing."""
        return len(self.text) < _LONGEST_NUMBER and _is_number(self.text)

    def is_number_of(self, row: int) -> bool:
        """Whether the cell says only the number of its row, which may be beyond a thousand."""
        return self.is_number or self.text.rstrip(".)\\").rpartition(".")[2] == str(row)


class HeadOver(CellWords):
    """A head over several columns, whose own heads stand in the row below."""

    __slots__ = ()


@lru_cache(maxsize=2048)
def _is_number(text: str) -> bool:
    """Whether a text is the number of a row, or nothing: each is asked about several times."""
    return _number.fullmatch(text) is not None


def entries_of(row: Row) -> list[CellWords]:
    """Return the cells of a row with their words."""
    return [CellWords(cell, words_of(cell)) for cell in row.cells]


def words_of(cell: Cell) -> str:
    """Return the words of a cell, its paragraphs as lines; of tables in it, too."""
    blocks = cell.blocks
    if len(blocks) == 1 and isinstance(blocks[0], Paragraph) and not blocks[0].label:
        return blocks[0].text
    return joined(_texts(blocks)) if blocks else ""


def _said(paragraph: Paragraph) -> str:
    return f"{paragraph.label} {paragraph.text}" if paragraph.label else paragraph.text


def _texts(blocks: Iterable[PaperBlock]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield _said(block)
        else:
            for row in block.rows:
                yield " – ".join(text for cell in row.cells if (text := words_of(cell)))


def joined(texts: Iterable[str]) -> str:
    """Return texts as lines of one."""
    return "\n".join(filter(None, texts))
