"""Documents made of words, and what is found in them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from passportkit.forms import Catalogue, Form
from passportkit.intake import Extraction
from passportkit.language import translator
from passportkit.paper import Cell, Paper, PaperBlock, Paragraph, Row, Table
from passportkit.text import canonical
from tests.intake.accounting import accounted

CATALOGUE = Catalogue()
PRACTICE = CATALOGUE.form("practice-passport")
PROJECT = CATALOGUE.form("project-passport")
ALGORITHM = CATALOGUE.form("algorithm")
CARD = CATALOGUE.form("grant-card")

UP = "^"
"""A cell that the one above reaches down to."""

Words = str | Paragraph | Table
Content = Words | Sequence[Words]


def paper(*blocks: Words) -> Paper:
    """Return a document; a text is a paragraph."""
    return Paper(_blocks(blocks))


def table(*rows: Sequence[Content]) -> Table:
    """Return a table. A row with one cell reaches over all columns; `UP` goes on from above."""
    width = max(map(len, rows))
    made = [_row(row, width) for row in rows]
    for above, below in pairwise(made):
        for cell in below.cells:
            if cell.merge:
                for upper in above.cells:
                    if upper.column == cell.column and not upper.merge:
                        upper.merge = "restart"
    return Table(made)


def _row(row: Sequence[Content], width: int) -> Row:
    if len(row) == 1:
        return Row([Cell(_blocks(row), 0, width)])
    return Row(
        [
            Cell([], place, 1, "continue")
            if content == UP
            else Cell(_blocks(_list(content)), place)
            for place, content in enumerate(row)
        ]
    )


def _list(content: Content) -> Sequence[Words]:
    return [content] if isinstance(content, str | Paragraph | Table) else content


def _blocks(content: Sequence[Any]) -> list[PaperBlock]:
    blocks: list[PaperBlock] = []
    for each in content:
        for piece in [each] if not isinstance(each, list | tuple) else each:
            if not isinstance(piece, str):
                blocks.append(piece)
            elif text := canonical(piece):
                blocks.append(Paragraph(text))
    return blocks


def read(form: Form, *blocks: Words) -> Extraction:
    """Return what is found in a document."""
    return accounted(paper(*blocks), form)


def found(form: Form, *blocks: Words) -> dict[str, Any]:
    """Return the values that have words; nothing may be left."""
    reading = read(form, *blocks)
    assert left(reading) == []
    return {key: value for key, value in reading.values.items() if value}


def left(reading: Extraction) -> list[tuple[str, str]]:
    """Return what is left, with its origin in English."""
    english = translator("en")
    return [(english(each.origin), each.text) for each in reading.left]
