"""What was probably meant by a misspelt name, and how to ask about it."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

from passportkit.language import Message, say


def nearest(name: str, known: Iterable[str], *, likeness: float = 0.6) -> str | None:
    """Return the known name that `name` is most like, or None if none reaches that likeness."""
    possible = [each for each in known if _most_like(name, each) >= likeness]
    return next(iter(get_close_matches(name, possible, 1, likeness)), None)


def _most_like(name: str, other: str) -> float:
    """Return how like two names are at most: a cheap question, for a file may have many of them."""
    mine, theirs = _letters(name), _letters(other)
    common = min(
        len(name) - (mine & ~theirs).bit_count(), len(other) - (theirs & ~mine).bit_count()
    )
    return 2 * common / (len(name) + len(other)) if name or other else 1


@lru_cache(maxsize=1024)
def _letters(name: str) -> int:
    """Return the letters of a name as bits; two letters may have the same one."""
    letters = 0
    for code in {ord(letter) % 64 for letter in name}:
        letters |= 1 << code
    return letters


def did_you_mean(name: str | None, otherwise: Message | None = None) -> Message | None:
    """Return the question whether `name` was meant, or `otherwise` where there is none to name."""
    return say("did you mean “{name}”?", name=name) if name else otherwise
