"""The difference between two texts, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

_PIECES = re.compile(r"\n|[ \t]+|[^ \t\n]+")


class DifferencePiece(NamedTuple):
    """Some words and what became of them."""

    fate: Literal["kept", "gone", "new"]
    words: str


def difference(before: str, after: str) -> list[DifferencePiece]:
    """Return the pieces of both texts in order: those kept and gone make up `before`."""
    old, new = _PIECES.findall(before), _PIECES.findall(after)
    pieces: list[DifferencePiece] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, first, end, begin, stop in _smoothed(matcher, old):
        if tag == "equal":
            pieces.append(DifferencePiece("kept", "".join(old[first:end])))
            continue
        pieces += [DifferencePiece("gone", "".join(old[first:end]))] if end > first else []
        pieces += [DifferencePiece("new", "".join(new[begin:stop]))] if stop > begin else []
    return pieces


_Step = tuple[str, int, int, int, int]


def _smoothed(matcher: SequenceMatcher[str], old: list[str]) -> Iterator[_Step]:
    """Yield the steps from one text to the other; blanks alone do not hold two changes apart."""
    change: _Step | None = None
    steps = matcher.get_opcodes()
    for index, (tag, *span) in enumerate(steps):
        first, end, begin, stop = span
        lone = tag == "equal" and change and "".join(old[first:end]).isspace()
        if tag == "equal" and not (lone and index + 1 < len(steps)):
            if change:
                yield change
            change = None
            yield tag, first, end, begin, stop
        else:
            since = change or ("replace", first, end, begin, stop)
            change = ("replace", since[1], end, since[3], stop)
    if change:
        yield change
