"""Lines below a value that can be no part of it: those of a label that nobody knows.

A value that one can see to be whole, a sum or a number, takes no words behind it. What says any
words, a name or an address, may stand on several lines; but where the document was made of the
first of them, and what comes next in the form is gone, the others were that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from passportkit.forms.model import Form
from passportkit.forms.shows import Show
from passportkit.forms.slots import TextSlot, slots_of
from passportkit.intake.witness import was_said
from passportkit.stamp import NO_WORDS, Stamp
from passportkit.text import plain

_MOST = 12
"""How many lines may say a value: more of them are prose."""


class Reading(NamedTuple):
    """A reading of a document: in which form, what it was made of, which places have words."""

    form: Form
    stamp: Stamp | None
    has_words: Callable[[str], bool]


def lines_beyond(reading: Reading, key: str, lines: Sequence[str]) -> Sequence[int]:
    """Return which lines of the text in a place can be no part of it."""
    if not 1 < len(lines) <= _MOST:
        return ()
    if reading.stamp:
        made_of = reading.stamp.hashes.get(key, ())
        last = next(
            (n for n in range(len(lines), 0, -1) if was_said("\n".join(lines[:n]), made_of)), 0
        )
        if last == len(lines) or (last and _is_next_gone(reading, reading.stamp, key)):
            return range(last, len(lines))
    show = _values_of(reading.form).get(key)
    return [*_beyond(show, [plain(line) for line in lines])] if show else ()


def _is_next_gone(reading: Reading, stamp: Stamp, key: str) -> bool:
    """Whether nothing was read of what stood next when the document was made."""
    keys = [slot.key for slot in slots_of(reading.form)]
    behind = keys[keys.index(key) + 1 :] if key in keys else []
    had_words = (each for each in behind if {*stamp.hashes.get(each, ())} - {NO_WORDS})
    following = next(had_words, None)
    return following is not None and not reading.has_words(following)


def _beyond(show: Show, lines: Sequence[str]) -> Iterator[int]:
    said = lines[0]
    for n, line in enumerate(lines[1:], 1):
        both = line if show.is_list else f"{said} {line}"
        if show.is_whole(said) and not show.is_whole(both):
            yield n
        else:
            said = both


@lru_cache(maxsize=64)
def _values_of(form: Form) -> Mapping[str, Show]:
    """Return what the places of a form show that take one value each, or a list of such."""
    texts = (slot for slot in slots_of(form) if isinstance(slot, TextSlot))
    return {slot.key: slot.show for slot in texts if slot.show.has_shape}
