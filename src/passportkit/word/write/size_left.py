"""How large a document may be: as large as one that is read, so that what is made can come back.

A template may say one thing in thousands of places, and a practice may have much to say there.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator, Sequence

from passportkit.documents.bounds import PART_LIMIT, SIGNS, TOTAL_LIMIT, WORDS, signs_in
from passportkit.word.package.packing import PackedPart

_outside_tags = re.compile(rb"<[^>]*>").sub
_targets = re.compile(rb'\bTarget="([^"]*)"').findall


class OversizeError(Exception):
    """A document would be larger than one may be that is read."""


class SizeLeft:
    """What is left of the size while a document is written, so that it never grows beyond."""

    __slots__ = ("_steps", "left")

    def __init__(self) -> None:
        self.left = TOTAL_LIMIT
        self._steps = SIGNS

    def take(self, characters: int) -> None:
        """Count what was written; raise `OversizeError` where it is too much."""
        self.left -= characters
        if self.left < 0:
            raise OversizeError

    def take_rows(self, rows: int, steps: Sequence[object]) -> None:
        """Count the steps of a loop before they are done, with the constants among them.

        A step that writes words writes an element, so there cannot be more of them.
        """
        self._steps -= rows * len(steps)
        if self._steps < 0:
            raise OversizeError
        self.take(rows * sum([len(step) for step in steps if type(step) is str]))


def bounded(pieces: Iterable[str]) -> list[str]:
    """Return the pieces of one text; raise `OversizeError` before they are more than a part has."""
    kept: list[str] = []
    left = PART_LIMIT
    for piece in pieces:
        kept.append(piece)
        left -= len(piece)
        if left < 0:
            raise OversizeError
    return kept


def refuse_oversize(parts: Sequence[PackedPart]) -> None:
    """Raise `OversizeError` where the parts of a document are more than may be read of one."""
    size = sum([part.size for part in parts])
    if size <= min(PART_LIMIT, TOTAL_LIMIT, SIGNS, WORDS):  # most documents
        return
    xml = [*_xml_of(parts)]
    is_readable = (
        max(map(len, xml)) <= PART_LIMIT
        and sum(map(len, xml)) <= TOTAL_LIMIT
        and sum(map(signs_in, xml)) <= SIGNS
        and sum(map(_words_in, xml)) <= WORDS
    )
    if not is_readable:
        raise OversizeError


def _xml_of(parts: Iterable[PackedPart]) -> Iterator[bytes]:
    """Yield the parts that are no pictures: those are not unpacked to be read."""
    for part in parts:
        content = zlib.decompress(part.deflated, -15)
        if content.startswith(b"<"):
            yield content


def _words_in(xml: bytes) -> int:
    """Return how many characters are read of a part, those of its links too."""
    words = b"".join((_outside_tags(b"", xml), *_targets(xml)))
    return len(words.decode())
