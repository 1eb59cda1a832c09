"""A new file with a practice, as a careful person would write it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from passportkit.source.document import Data
from passportkit.source.emitter import FoldedLines

FIRST = ("passport", "title", "forms")
"""The keys at the top of a file."""

_LAST = ("unplaced",)

_LINES = FoldedLines()


def dump(facts: Mapping[str, Data]) -> str:
    """Return the text of a file that says `facts`: texts, truth values, lists and mappings.

    `passport: 1` comes first, `unplaced` last. Reading the file gives the same data again, and of
    a text in canonical form the same text.
    """
    fields = {"passport": "1", **facts}
    first = [key for key in FIRST if key in fields]
    last = [key for key in _LAST if key in fields]
    between = [key for key in fields if key not in FIRST + _LAST]
    parts = [_LINES.of_key(key, fields[key], 0) for key in (*first, *between, *last)]
    lines = parts[0]
    for above, part in pairwise(parts):
        lines += part if len(above) == len(part) == 1 else ["", *part]
    return "\n".join([*lines, ""])
