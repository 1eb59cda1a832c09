"""A new file with a practice, as a careful person would write it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from passportkit.source.document import Data
from passportkit.source.emitter import FoldedLines
from passportkit.source.key_order import in_order

_LINES = FoldedLines()


def dump(facts: Mapping[str, Data]) -> str:
    """Return the text of a file that says `facts`: texts, truth values, lists and mappings.

    `passport: 1` comes first, `unplaced` last. Reading the file gives the same data again, and of
    a text in canonical form the same text.
    """
    fields = {"passport": "1", **facts}
    parts = [_LINES.of_key(key, fields[key], 0) for key in in_order(fields)]
    lines = parts[0]
    for above, part in pairwise(parts):
        lines += part if len(above) == len(part) == 1 else ["", *part]
    return "\n".join([*lines, ""])
