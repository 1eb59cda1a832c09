"""Footnotes and endnotes: where they stand, and how they come into the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from passportkit.word.package.names import w
from passportkit.word.package.opening import Package
from passportkit.word.read.text_marks import Phrase

_KINDS = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
_ID = w("id")


class Note(NamedTuple):
    """The part that a note stands in, and its paragraphs."""

    part: str
    paragraphs: Sequence[Any]


class Notes:
    """The notes of a document, by what refers to them."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._notes: dict[str, dict[str, Note]] = {}

    def of(self, reference: Any) -> Note | None:
        """Return the note that is referred to, if there is one."""
        kind = _KINDS[reference.tag]
        if kind not in self._notes:
            self._notes[kind] = dict(self._read(kind))
        return self._notes[kind].get(reference.get(_ID, ""))

    def _read(self, kind: str) -> Iterator[tuple[str, Note]]:
        for part in self._package.related(f"{kind}s"):
            for note in self._package.tree(part).iterchildren(w(kind)):
                yield note.get(_ID, ""), Note(part, list(note.iter(w("p"))))


def in_brackets(said: Sequence[Phrase], after: str) -> Iterator[Phrase]:
    """Yield the words of a note in brackets, parted by a blank from the character before."""
    while said and not said[0][0].strip():
        said = said[1:]
    if said:
        text, marks, link = said[0]
        yield " (" if after.strip() else "(", 0, None
        yield text.lstrip(), marks, link
        yield from said[1:]
        yield ")", 0, None
