"""What people type at the ends of a line: markers of lists, and blanks without meaning."""

from __future__ import annotations

import re
from typing import NamedTuple

from passportkit.text import Delimiter, LineKind

MARGIN = " \t\xa0\u2007\u202f"
"""Blanks that say nothing at the ends of a stranger's line; those that do not break stand there
by accident, or for their looks.
"""

_BULLETS = "•·▪●◦■►➢‣∙⁃\uf0b7\uf0a7\uf02d"
"""The last ones are how the fonts of symbols write them."""

_FIRST = frozenset(f"{MARGIN}{_BULLETS}-0123456789")
_marker = re.compile(
    rf"""
    [{MARGIN}]*
    (?:
        [{_BULLETS}] [{MARGIN}]*
      | (?: - | (?P<number>0|[1-9][0-9]?) (?P<delimiter>[.)]) ) [{MARGIN}]+
    )
    (?=\S)
    """,
    re.VERBOSE,
).match


class Marker(NamedTuple):
    """A marker of a list: what it begins, and where the words behind it begin."""

    kind: LineKind
    number: int
    delimiter: Delimiter
    end: int

    @property
    def spelling(self) -> str:
        """The marker in the markup."""
        return "-" if self.kind == "bullet" else f"{self.number}{self.delimiter}"


def marker_of(line: str) -> Marker | None:
    """Return the marker that was typed at the beginning of a line."""
    found = _marker(line) if line[:1] in _FIRST else None
    if not found:
        return None
    if not found["number"]:
        return Marker("bullet", 0, "", found.end())
    delimiter: Delimiter = "." if found["delimiter"] == "." else ")"
    return Marker("number", int(found["number"]), delimiter, found.end())
