"""Marks of a draft whose style is gone: nobody has written them, and the stamp says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from passportkit.forms.bind import MISSING
from passportkit.intake.extraction import Extraction, Furniture
from passportkit.stamp import Stamp, hashes_of


def drop_draft_marks(found: Extraction, stamp: Stamp) -> None:
    """Take the marks of a draft out of what was found, but for words that an author has written."""
    marked = {
        key
        for key, value in found.values.items()
        if _is_mark(value) and not {*hashes_of(value)} & {*stamp.hashes.get(key, ())}
    }
    for key in marked:
        found.values = {**found.values, key: "" if isinstance(found.values[key], str) else []}
    dropped = [
        each
        for each in found.placed_words
        if each.text == MISSING and marked & {each.key, each.table}
    ]
    found.placed_words = [each for each in found.placed_words if each not in dropped]
    found.furniture += [Furniture("placeholder", each.text) for each in dropped]


def _is_mark(value: str | Sequence[Mapping[str, str]]) -> bool:
    """Whether a text, or the only row of a table, says only that it is not filled in."""
    if isinstance(value, str):
        return value == MISSING
    words = [text for row in value for text in row.values() if text]
    return len(value) == 1 and words == [MISSING]
