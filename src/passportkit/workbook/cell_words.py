"""The words of a cell as a text of a practice."""

from __future__ import annotations

from functools import lru_cache

from passportkit.paper.typed_lines import read_typed
from passportkit.text import Span, canonical

_KEPT = 200
"""How many characters words have at most that are worth keeping: longer ones do not repeat."""


def in_markup(words: str, link: str | None = None) -> str:
    """Return the words of a cell, which may lead to an address, as a text in markup."""
    return _known(words) if link is None and len(words) <= _KEPT else _in_markup(words, link)


@lru_cache(maxsize=4096)  # units, sources and numbers repeat from row to row
def _known(words: str) -> str:
    return _in_markup(words, None)


def _in_markup(words: str, link: str | None) -> str:
    lines = [line.strip(" \t") for line in words.split("\n")]
    return canonical(read_typed([[Span(line, link=link)] for line in lines if line]))
