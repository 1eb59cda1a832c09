"""What was probably meant by a misspelt name, and how to ask about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import lru_cache

from passportkit.language import LazyMessage, Message, say


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


def suggest(
    name: str, known: Sequence[str], otherwise: str, *, likeness: float = 0.6
) -> LazyMessage:
    """Return the question whether the nearest of the known names was meant.

    Where none is near it is the sentence `otherwise` with all their `{names}`. It is looked for
    only where somebody reads it: a file may have as many unknown names as it has words.
    """
    return LazyMessage(_suggested, (name, known, otherwise, likeness))


def _suggested(name: str, known: Sequence[str], otherwise: str, likeness: float) -> Message:
    near = nearest(name, known, likeness=likeness)
    return did_you_mean(near) if near else say(otherwise, names=", ".join(known))


def did_you_mean(name: str) -> Message:
    """Return the question whether `name` was meant."""
    return say("did you mean “{name}”?", name=name)
