"""A document that came as plain text: copied out of Word or off a page, or made by a converter."""

from __future__ import annotations

import re

from passportkit.errors import CannotGoOn
from passportkit.language import say
from passportkit.paper.markers import MARGIN
from passportkit.paper.model import Cell, Paper, PaperBlock, Paragraph, Row, Table
from passportkit.paper.pasted.stacked import stacked_rows
from passportkit.paper.pasted.tabbed import tabbed_rows
from passportkit.paper.site_remains import keys_in, without_remains
from passportkit.paper.typed_lines import read_typed
from passportkit.text import Span
from passportkit.text.canonical import fit_for_xml

LARGEST = 4 * 2**20
MOST_LINES = 50_000
"""Characters and lines of a text. More is no document."""

_without_bookmarks = re.compile(r"\[bookmark: [^\]\n]{0,200}\]").sub


def read_pasted(text: str) -> Paper:
    """Return a plain text as a document: a paragraph for each line, and its tables.

    Raises `CannotGoOn` where the text is too large to be a document.
    """
    if len(text) > LARGEST or text.count("\n") > MOST_LINES:
        raise CannotGoOn(
            say("the text is too large for a document; keep the words of the form alone")
        )
    text = without_remains(fit_for_xml(text.lstrip("\ufeff")), keys_in(text))
    lines = _without_bookmarks("", text).split("\n")
    blocks, at = list[PaperBlock](), 0
    while at < len(lines):
        table = stacked_rows(lines, at) or tabbed_rows(lines, at)
        rows, at = table or ([[lines[at]]], at + 1)
        blocks += _blocks(rows)
    return Paper(blocks)


def _blocks(rows: list[list[str]]) -> list[PaperBlock]:
    """Return rows as a table; as paragraphs if they have one cell each."""
    width = max(map(len, rows))
    if width == 1:
        return [paragraph for [text] in rows for paragraph in _paragraphs(text)]
    return [Table([Row(_cells(row, width)) for row in rows])]


def _paragraphs(text: str) -> list[PaperBlock]:
    lines = [line.strip(MARGIN) for line in text.split("\n")]
    return [Paragraph(read_typed([[Span(line)]])) for line in lines if line]


def _cells(row: list[str], width: int) -> list[Cell]:
    """Return the cells of a row; one alone goes over the whole width."""
    if len(row) == 1:
        return [Cell(_paragraphs(row[0]), 0, width)]
    return [Cell(_paragraphs(text), column) for column, text in enumerate(row)]
