"""Looks that somebody has cleared in a whole document: no word was changed by that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from passportkit.forms.filled import FormValues
from passportkit.forms.slots import Slot, TextSlot
from passportkit.merge.shown import Shown
from passportkit.merge.state import MergeState
from passportkit.text import Line, is_plain, parse, write
from passportkit.text.bare import bare

ClearedLook = Literal["emphasis", "list", "indent"]

_LOOKS: tuple[ClearedLook, ...] = "emphasis", "list", "indent"

_TextAt = tuple[str, str]
"""The key of a place, and of a column in it."""


def with_cleared_looks(start: MergeState, theirs: FormValues) -> FormValues:
    """Return what a document says, with the looks of the file where all are gone from it.

    "Clear formatting" takes bold letters, lists and indents from a whole document. Who takes them
    from one of several texts has corrected it.
    """
    if start.base is None:
        return theirs
    present = {look for _cell, text in _texts(theirs) for look in _looks_of(text)}
    cleared = frozenset(_LOOKS) - present
    known = {
        (cell, spelling): text
        for cell, text in _shown_texts(start)
        if cleared & {*_looks_of(text)}
        for spelling in _spellings(_without(cleared, text))
    }
    if not known:
        return theirs
    return {
        key: known.get(((key, ""), said), said)
        if isinstance(said, str)
        else [{at: known.get(((key, at), text), text) for at, text in row.items()} for row in said]
        for key, said in theirs.items()
    }


def _texts(values: FormValues) -> Iterator[tuple[_TextAt, str]]:
    for key, said in values.items():
        for row in [{"": said}] if isinstance(said, str) else said:
            yield from (((key, column), text) for column, text in row.items())


def _shown_texts(start: MergeState) -> Iterator[tuple[_TextAt, str]]:
    for slot in start.slots:
        yield from _cells(slot, start.shown[slot.key])


def _cells(slot: Slot, shown: Shown) -> Iterator[tuple[_TextAt, str]]:
    if isinstance(shown, str) or isinstance(slot, TextSlot):
        yield (slot.key, ""), str(shown)
        return
    for row in shown:
        for cell, text in zip(slot.cells, row, strict=True):
            yield (slot.key, cell.key), text


def _looks_of(text: str) -> Iterator[ClearedLook]:
    """Yield the looks of a text, each once at least."""
    for line in () if is_plain(text) else parse(text):
        if line.kind != "paragraph":
            yield "list"
        elif line.level:
            yield "indent"
        if any(span.bold or span.italic for span in line.spans):
            yield "emphasis"


def _spellings(text: str) -> tuple[str, str]:
    """Return a text as it may have been read: in a value, links of a few words are dropped."""
    return text, bare(text)


def _without(looks: frozenset[ClearedLook], text: str) -> str:
    return write([_line_without(looks, line) for line in parse(text)])


def _line_without(looks: frozenset[ClearedLook], line: Line) -> Line:
    spans = line.spans
    if "emphasis" in looks:
        spans = tuple(replace(span, bold=False, italic=False) for span in spans)
    if ("indent" if line.kind == "paragraph" else "list") in looks:
        return Line("paragraph", 0, 0, "", spans)
    return replace(line, spans=spans)
