"""The order of the keys at the top of a file."""

from __future__ import annotations

from collections.abc import Iterable

FIRST = ("passport", "title", "forms")
"""What a file begins with."""

_LAST = ("unplaced",)


def in_order(keys: Iterable[str]) -> list[str]:
    """Return keys as a new file has them: those that are neither first nor last as they come."""
    keys = list(dict.fromkeys(keys))
    between = [key for key in keys if key not in FIRST + _LAST]
    return [key for key in (*FIRST, *between, *_LAST) if key in keys]
