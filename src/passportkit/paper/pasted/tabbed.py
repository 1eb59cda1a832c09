r"""Tables as Word copies them: a row on a line, tabs between its cells.

A cell may have lines of its own, and nothing tells where it ends but the number of tabs that a
row has, and the numbers that rows begin with.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_NUMBER = r"[ \xa0]*([0-9]{1,3}(?:\.[0-9]{1,3})*)[.)]?"
_number = re.compile(rf"{_NUMBER}[ \xa0\t]").match
_is_numbered_row = re.compile(rf"{_NUMBER}[ \xa0]*\t").match
_is_head = re.compile(r"[ \xa0]*(?:№|N\b)[^\t]{0,10}\t").match
_is_total = re.compile(r"[ \xa0]*(?:итого|всего)\b", re.IGNORECASE).match
_FURTHEST = 100
"""Lines within which a row and what follows it must end."""


def tabbed_rows(lines: Sequence[str], at: int) -> tuple[list[list[str]], int] | None:
    """Return the rows of the table that begins at a line, and the line behind it; None for none."""
    width = lines[at].count("\t") + 1
    if width == 1:
        return None
    rows: list[list[str]] = []
    while at < len(lines):
        if "\t" in lines[at]:
            row, at = _row_at(lines, at, width)
            rows.append(row)
            continue
        end = _next_row(lines, at)
        if end is None:
            break
        if _is_group(lines[at], lines[end]) and end == at + 1:
            rows.append([lines[at]])
        else:
            rows[-1][-1] = "\n".join([rows[-1][-1], *lines[at:end]])
        at = end
    return (rows, at) if len(rows) > 1 else None


def _row_at(lines: Sequence[str], at: int, width: int) -> tuple[list[str], int]:
    """Return the row that begins at a line: of that line alone, unless more make it complete."""
    tabs = 0
    for end in range(at, min(at + _FURTHEST, len(lines))):
        tabs += lines[end].count("\t")
        if tabs >= width - 1 or (end > at and _begins(lines[end])):
            break
    is_complete = tabs == width - 1 and not _is_total(lines[at])
    if not is_complete or any(map(_begins, lines[at + 1 : end + 1])):
        end = at
    end += 1
    return "\n".join(lines[at:end]).split("\t"), end


def _next_row(lines: Sequence[str], at: int) -> int | None:
    """Return where the next numbered row begins if only a cell's lines stand before it."""
    for end in range(at, min(at + _FURTHEST, len(lines))):
        if "\t" in lines[end]:
            return end if _is_numbered_row(lines[end]) else None
    return None


def _begins(line: str) -> bool:
    return bool(_is_numbered_row(line) or _is_head(line))


def _is_group(line: str, following: str) -> bool:
    """Return whether a line is the heading of the numbered rows below it, as 2. of 2.1."""
    number, first = _number(line), _number(following)
    return bool(number and first and first[1].startswith(f"{number[1]}."))
