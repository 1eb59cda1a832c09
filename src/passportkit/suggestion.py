"""What was probably meant by a misspelt name, and how to ask about it."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from passportkit.language import Message, say


def nearest(name: str, known: Iterable[str], *, likeness: float = 0.6) -> str | None:
    """Return the known name that `name` is most like, or None if none reaches that likeness."""
    return next(iter(get_close_matches(name, known, 1, likeness)), None)


def did_you_mean(name: str | None, otherwise: Message | None = None) -> Message | None:
    """Return the question whether `name` was meant, or `otherwise` where there is none to name."""
    return say("did you mean “{name}”?", name=name) if name else otherwise
