"""Edits: other words for stretches of a text, as values that are put together before they are made.

Nothing here reads the text. That a file says afterwards what is meant is proved where files are
read.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from itertools import chain, pairwise
from typing import Any, Final, NamedTuple

from passportkit.errors import CannotGoOn
from passportkit.language import say
from passportkit.lines import LineNumbers, lines_with_ends


class Splice(NamedTuple):
    """The characters of a text from `start` up to `end`, and the words that take their place."""

    start: int
    end: int
    words: str


class _Gone(Enum):
    GONE = "gone"


GONE: Final = _Gone.GONE
"""In place of a value: the key is meant to go, and not only what stands behind it."""


class Meaning(NamedTuple):
    """What a file is meant to say at a route afterwards; all else it says as before."""

    route: tuple[str | int, ...]
    value: Any


@dataclass(frozen=True, slots=True)
class Edit:
    """Splices of one text, in order, and what they mean, one after the other.

    Raises `CannotGoOn` where two of them want the same characters.
    """

    text: str = field(repr=False)
    splices: tuple[Splice, ...] = ()
    meant: tuple[Meaning, ...] = field(default=(), hash=False)

    def __post_init__(self) -> None:
        for above, below in pairwise(self.splices):
            if above.end > below.start:
                raise _clash(self.text, below.start)

    @property
    def after(self) -> str:
        """The text with the edit made; whether it says what is meant is not known yet."""
        stretches = (
            segment if isinstance(segment, str) else self.text[segment.start : segment.stop]
            for segment in self._segments()
        )
        return "".join(stretches)

    def then(self, other: Edit) -> Edit:
        """Return one edit that does this one and then `other`, which was made of its outcome."""
        assert other.text == self.after, "the second edit was made of another text"
        rest, segments, at = deque(self._segments()), list[_Segment](), 0
        for start, end, words in other.splices:
            segments += _taken(rest, start - at)
            _taken(rest, end - start)
            segments.append(words)
            at = end
        spliced = _spliced([*segments, *rest], len(self.text))
        return Edit(self.text, tuple(spliced), self.meant + other.meant)

    def diff(self, name: str) -> str:
        """Return what changes in a file called `name`, as `diff -u` shows it."""
        import difflib

        before, after = map(lines_with_ends, (self.text, self.after))
        lines = difflib.unified_diff(before, after, name, name)
        return "".join(line if line[-1] in "\n\r" else f"{line}\n{_NO_END}" for line in lines)

    def _segments(self) -> Iterator[_Segment]:
        at = 0
        for start, end, words in self.splices:
            yield range(at, start)
            yield words
            at = end
        yield range(at, len(self.text))


_NO_END = "\\ No newline at end of file\n"


def together(text: str, edits: Iterable[Edit]) -> Edit:
    """Return one edit that does what all do, each of them made of `text`.

    What several put at the same place stands there in their order. Raises `CannotGoOn` where two
    want the same characters, or mean something of the same value.
    """
    edits = list(edits)
    assert all(edit.text == text for edit in edits), "an edit was made of another text"
    _refuse_clashes(edits)
    splices = sorted(chain.from_iterable(edit.splices for edit in edits), key=_place)
    return Edit(text, tuple(splices), tuple(chain.from_iterable(edit.meant for edit in edits)))


def _place(splice: Splice) -> tuple[int, int]:
    return splice.start, splice.end


def _refuse_clashes(edits: Sequence[Edit]) -> None:
    """Refuse edits of which one means something of a value, and another of it or a part of it."""
    owners: dict[tuple[str | int, ...], Edit] = {}
    for edit in edits:
        for meaning in edit.meant:
            owners.setdefault(meaning.route, edit)
    for edit in edits:
        for route, _value in edit.meant:
            above = (owners.get(route[:length], edit) for length in range(len(route) + 1))
            if any(owner is not edit for owner in above):
                raise _clash(edit.text, edit.splices[0].start if edit.splices else 0)


def _clash(text: str, offset: int) -> CannotGoOn:
    line, _column = LineNumbers(text).position(offset)
    return CannotGoOn(
        say("two changes meet in line {line}: make one of them first, then the other", line=line)
    )


# --- one after the other ------------------------------------------------------------------

_Segment = range | str
"""A stretch of the text that stays, by its offsets, or words that are new."""


def _taken(segments: deque[_Segment], size: int) -> list[_Segment]:
    """Take `size` characters away from the front, and return the segments that they are."""
    taken: list[_Segment] = []
    while size:
        segment = segments.popleft()
        if len(segment) > size:
            segments.appendleft(segment[size:])
            segment = segment[:size]
        taken.append(segment)
        size -= len(segment)
    return taken


def _spliced(segments: Iterable[_Segment], size: int) -> Iterator[Splice]:
    """Yield the splices that make segments of a text of `size` characters."""
    at, words = 0, ""
    for segment in segments:
        if isinstance(segment, str):
            words += segment
        elif segment:
            if words or segment.start > at:
                yield Splice(at, segment.start, words)
            at, words = segment.stop, ""
    if words or at < size:
        yield Splice(at, size, words)
