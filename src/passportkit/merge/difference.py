"""The difference between two texts, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from passportkit.matching import Alteration, alterations

_PIECES = re.compile(r"\n|[ \t]+|[^ \t\n]+")


class DifferencePiece(NamedTuple):
    """Some words and what became of them."""

    fate: Literal["kept", "gone", "new"]
    words: str


def difference(before: str, after: str) -> list[DifferencePiece]:
    """Return the pieces of both texts in order: those kept and gone make up `before`."""
    old, new = _PIECES.findall(before), _PIECES.findall(after)
    pieces: list[DifferencePiece] = []
    for is_same, first, end, begin, stop in _smoothed(list(alterations(old, new)), old):
        if is_same:
            pieces.append(DifferencePiece("kept", "".join(old[first:end])))
            continue
        pieces += [DifferencePiece("gone", "".join(old[first:end]))] if end > first else []
        pieces += [DifferencePiece("new", "".join(new[begin:stop]))] if stop > begin else []
    return pieces


def _smoothed(steps: Sequence[Alteration], old: Sequence[str]) -> Iterator[Alteration]:
    """Yield the steps from one text to the other; blanks alone do not hold two changes apart."""
    change: Alteration | None = None
    for index, step in enumerate(steps):
        lone = step.is_same and change and "".join(old[step.first : step.end]).isspace()
        if step.is_same and not (lone and index + 1 < len(steps)):
            if change:
                yield change
            change = None
            yield step
        elif change:
            change = change._replace(end=step.end, stop=step.stop)
        else:
            change = step
    if change:
        yield change
