"""Blocks as a test can show them."""

from __future__ import annotations

from collections.abc import Sequence

from passportkit.paper import PaperBlock, Paragraph


def shown(blocks: Sequence[PaperBlock]) -> list[str]:
    """Return a line for each paragraph, behind its style, and for each row of a table."""
    lines = []
    for block in blocks:
        if isinstance(block, Paragraph):
            lines.append(f"{block.style}| {block.text}" if block.style else block.text)
        else:
            rows = [[" / ".join(shown(cell.blocks)) for cell in row.cells] for row in block.rows]
            lines += [" | ".join(row) for row in rows]
    return lines
