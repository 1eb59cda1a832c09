"""Words laid out in the columns of a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

WIDEST = 100
"""No line of prose is longer, however wide the terminal."""

_SIDE_BY_SIDE = 60
"""From how many columns on a name and its description stand on the same line."""

NamedWords = tuple[str, str]


def paragraphs(text: str, width: int, indent: str = "  ") -> Iterator[str]:
    """Yield the paragraphs of a text, each filled; a single line end in it stays."""
    for paragraph in text.split("\n\n"):
        if paragraph:
            yield "\n".join(filled(line, width, indent) for line in paragraph.split("\n"))


def descriptions(rows: Sequence[NamedWords], width: int) -> Iterator[str]:
    """Yield names with their descriptions beside them, or below where there is little room."""
    if width < _SIDE_BY_SIDE:
        for name, words in rows:
            yield "  " + name
            yield filled(words, width, "      ")
        return
    column = max((len(name) for name, _words in rows), default=0) + 4
    for name, words in rows:
        yield filled(words, width, " " * column, f"  {name}".ljust(column))


def filled(words: str, width: int, indent: str = "", first: str | None = None) -> str:
    """Return words broken into lines of at most `width` columns; a long word stays whole."""
    start = indent if first is None else first
    lines = textwrap.wrap(
        words,
        min(width, WIDEST),
        initial_indent=start,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return "\n".join(lines) or start.rstrip()
