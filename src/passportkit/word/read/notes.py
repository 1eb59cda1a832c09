"""Footnotes and endnotes: where they stand, and how they come into the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from passportkit.paper.model import PassedOver
from passportkit.word.package.names import w
from passportkit.word.package.opening import Package
from passportkit.word.package.relations import file_name
from passportkit.word.read.chunks import Chunks
from passportkit.word.read.plain_words import TEXTS, lines_in
from passportkit.word.read.text_marks import Phrase

_KINDS = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
NOTES = tuple(_KINDS)
"""What refers to a note."""
_ID, _PARAGRAPH = w("id"), w("p")


class Note(NamedTuple):
    """The part that a note stands in, and its element."""

    part: str
    element: Any

    @property
    def paragraphs(self) -> Sequence[Any]:
        """Its paragraphs; those in its text boxes are read with the one that the box hangs on."""
        return [each for each in self.element.iter(_PARAGRAPH) if not _is_within(each, _PARAGRAPH)]

    @property
    def others(self) -> Sequence[Any]:
        """What stands in it outside of paragraphs, by mistake."""
        return [each for each in self.element.iter(*TEXTS) if not _is_within(each, _PARAGRAPH)]


class Notes:
    """The notes of a document, by what refers to them."""

    def __init__(self, package: Package, chunks: Chunks) -> None:
        self._package = package
        self._chunks = chunks
        self._notes: dict[str, dict[str, Note]] = {}
        self._met: set[Any] = set()

    def of(self, reference: Any) -> Note | None:
        """Return the note that is referred to, if there is one."""
        kind = _KINDS[reference.tag]
        if kind not in self._notes:
            self._notes[kind] = dict(self._read(kind))
        note = self._notes[kind].get(reference.get(_ID, ""))
        if note:
            if note.element in self._met:
                self._package.count_again(note.element)
            self._met.add(note.element)
        return note

    def passed_over_in(self, note: Note) -> Iterator[PassedOver]:
        """Yield what was passed over in the documents that lie within a note."""
        yield from self._chunks.passed_over_in(note.element)

    def others(self) -> Iterator[PassedOver]:
        """Yield the words of notes that nothing has referred to, and parts that are damaged."""
        for kind in _KINDS.values():
            for part in self._package.related(f"{kind}s"):
                name, root = file_name(part), self._package.readable(part)
                self._chunks.set_into(root, part)
                if root is None:
                    yield PassedOver("stray", part=name)
                for each in () if root is None else root:
                    if each not in self._met:
                        if words := lines_in(each):
                            yield PassedOver("stray", words, name)
                        yield from self._chunks.passed_over_in(each)

    def _read(self, kind: str) -> Iterator[tuple[str, Note]]:
        for part in self._package.related(f"{kind}s"):
            root = self._package.readable(part)
            self._chunks.set_into(root, part)
            for note in () if root is None else reversed(list(root.iterchildren(w(kind)))):
                yield note.get(_ID, ""), Note(part, note)


def _is_within(element: Any, tag: str) -> bool:
    return next(element.iterancestors(tag), None) is not None


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
