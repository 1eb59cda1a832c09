"""The words of a cell as a text of a practice."""

from __future__ import annotations

from functools import lru_cache

from passportkit.paper.typed_lines import read_typed
from passportkit.text import Span, canonical


@lru_cache(maxsize=4096)  # units, sources and numbers repeat from row to row
def in_markup(words: str, link: str | None = None) -> str:
    """Return the words of a cell, which may lead to an address, as a text in markup."""
    lines = [line.strip(" \t") for line in words.split("\n")]
    return canonical(read_typed([[Span(line, link=link)] for line in lines if line]))
