"""A new file with a practice, as a careful person would write it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from passportkit.source.document import Data
from passportkit.source.emitter import FoldedLines

_LINES = FoldedLines()


def dump(fields: Mapping[str, Data]) -> str:
    """Return the text of a file with these fields: texts, truth values, lists and mappings.

    Reading the file gives the same data again, and of a text in canonical form the same text.
    """
    parts = [_LINES.of_key(key, value, 0) for key, value in fields.items()]
    lines = parts[0]
    for above, part in pairwise(parts):
        lines += part if len(above) == len(part) == 1 else ["", *part]
    return "\n".join([*lines, ""])
