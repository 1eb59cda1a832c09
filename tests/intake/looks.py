"""What people do to the looks of a document, and no word of it is changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from passportkit.paper import Paper, PaperBlock, Paragraph, styles

STYLES = (
    styles.ANNEX,
    styles.CAPTION,
    styles.CARD_TEXT,
    styles.CELL,
    styles.GROUP,
    styles.HEADING,
    styles.LABEL,
    styles.NOTE,
    styles.NUMBER,
    styles.TABLE_HEAD,
    styles.TITLE,
    styles.TOTAL,
)
"""The styles that a document of this program has."""


def cleared(paper: Paper, names: Collection[str]) -> Paper:
    """Return a paper whose paragraphs and labels in these styles have none."""
    return replace(paper, blocks=_blocks(paper.blocks, names))


def _blocks(blocks: Iterable[PaperBlock], names: Collection[str]) -> list[PaperBlock]:
    return [
        _paragraph(block, names)
        if isinstance(block, Paragraph)
        else replace(
            block,
            rows=[
                replace(
                    row,
                    cells=[replace(cell, blocks=_blocks(cell.blocks, names)) for cell in row.cells],
                )
                for row in block.rows
            ],
        )
        for block in blocks
    ]


def _paragraph(paragraph: Paragraph, names: Collection[str]) -> Paragraph:
    style = "" if paragraph.style in names else paragraph.style
    if not paragraph.label or styles.LABEL not in names:
        return replace(paragraph, style=style)
    words = f"{paragraph.label} {paragraph.text}" if paragraph.text else paragraph.label
    return replace(paragraph, style=style, label="", text=words)
