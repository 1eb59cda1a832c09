r"""Tables of converters: each cell on lines of its own behind a tab, a blank line after a row.

A blank line also stands wherever a cell had an empty paragraph, so the width of the first full
row decides what belongs together.
"""

from __future__ import annotations

from collections.abc import Sequence

from passportkit.paper.markers import MARGIN

_LONGEST_FIRST = 80
"""Characters of a cell that others follow. Longer is a paragraph with an indented first line."""


def stacked_rows(lines: Sequence[str], at: int) -> tuple[list[list[str]], int] | None:
    """Return the rows of the table that begins at a line, and the line behind it; None for none.

    What has one cell at a time, or whole paragraphs side by side, comes as rows of one cell.
    """
    if not _is_cell(lines[at]):
        return None
    groups, end = _groups_at(lines, at)
    width = next((len(group) for group in groups if len(group) > 1), 1)
    is_prose = any(len(cell) > _LONGEST_FIRST for cell in groups[0][:-1])
    if width == 1 or is_prose:
        return [[cell] for group in groups for cell in group], end
    return _rows(groups, width), end


def _is_cell(line: str) -> bool:
    return line.startswith("\t") and "\t" not in line.strip(MARGIN)


def _groups_at(lines: Sequence[str], at: int) -> tuple[list[list[str]], int]:
    """Return the cells between blank lines, and the first line that is none of them."""
    groups: list[list[str]] = [[]]
    is_apart = False
    while at < len(lines):
        line = lines[at]
        if _is_cell(line):
            if is_apart:
                groups.append([])
            groups[-1].append(line)
        elif not line.strip(MARGIN):
            pass
        elif is_apart:
            break
        else:
            groups[-1][-1] += f"\n{line}"
        is_apart = not line.strip(MARGIN) and not _is_cell(line)
        at += 1
    return groups, at


def _rows(groups: list[list[str]], width: int) -> list[list[str]]:
    """Return the groups as rows: neighbours that make up one row together are one."""
    rows, at = [], 0
    while at < len(groups):
        row, end = groups[at], at + 1
        while len(row) < width and end < len(groups):
            row, end = row + groups[end], end + 1
        if len(row) != width:
            row, end = groups[at], at + 1
        rows.append(row)
        at = end
    return rows
