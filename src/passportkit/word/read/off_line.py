"""Words above and below the line, brought into it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from passportkit.paper.notation import lowered, raised
from passportkit.word.read.text_marks import IS_OFF_LINE, IS_RAISED, Phrase


def in_line(phrases: Iterable[Phrase]) -> list[Phrase]:
    """Return phrases with powers and indices as one line says them; Word cuts these, too."""
    said: list[Phrase] = []
    for position, run in groupby(phrases, key=lambda phrase: phrase[1] & IS_OFF_LINE):
        stretch = list(run)
        said += [_joined(stretch, position, _end(said))] if position else stretch
    return said


def _joined(run: list[Phrase], position: int, before: str) -> Phrase:
    words = "".join([text for text, _marks, _link in run])
    spell = raised if position == IS_RAISED else lowered
    _text, marks, link = run[0]
    return spell(words, before), marks & ~IS_OFF_LINE, link


def _end(said: list[Phrase]) -> str:
    return said[-1][0][-1:] if said else ""
