"""Whole numbers as strangers write them: digits in a file may be as many as it likes."""

from __future__ import annotations

LONGEST = 9
"""How many digits a number has that anybody counts with; `int` refuses to read thousands."""


def integer(said: str | None, *, longest: int = LONGEST) -> int | None:
    """Return the number that digits alone say, or None where there is none, or a longer one."""
    return int(said) if said and len(said) <= longest and said.isdecimal() else None
