"""Blank documents, spelt out: a line is a text, a table a list of rows, an empty cell a place."""

from __future__ import annotations

from collections.abc import Sequence

from passportkit.paper import Cell, Paper, PaperBlock, Paragraph, Row, Table

Rows = Sequence[Sequence[str]]


def paper_of(*blocks: str | Rows) -> Paper:
    """Return a document of lines and tables."""
    return Paper([*map(_block, blocks)])


BOX: Rows = [[""]]
"""A frame to write in."""


def _block(said: str | Rows) -> PaperBlock:
    if isinstance(said, str):
        return Paragraph(said)
    return Table([Row([Cell(_lines(text), at) for at, text in enumerate(row)]) for row in said])


def _lines(text: str) -> list[PaperBlock]:
    return [Paragraph(line) for line in text.split("\n") if line]
