"""Where something stands in a form, in the words of the form."""

from __future__ import annotations

from typing import NamedTuple

from passportkit.forms.model import Column
from passportkit.forms.slots import Slot, TextSlot
from passportkit.language import Message, listed, say, shortened

_AFTER_HEADING = " :.–"
_AFTER_LABEL = " :–"
"""What ends a heading or a label and is none of its words. «Ф. И. О.» keeps its dot."""


class PlaceLabel(NamedTuple):
    """What a form calls one of its places, to the letter; what it does not say is empty.

    `part` is the label before a text, or the caption of a table.
    """

    key: str
    number: str
    heading: str
    part: str = ""
    column: str = ""

    @property
    def section(self) -> Message:
        """The section: «section 18 “Затраты”»."""
        words = heading_words(self.heading)
        return in_section(self.number, words) if self.number else say("“{heading}”", heading=words)

    def place(self, row: int | None = None) -> Message:
        """Return the place itself: «18. Затраты…, row 3, “Объем затрат”».

        One without any words of the form is called by its key.
        """
        parts = [self._heading()] if self.heading else []
        if self.part:
            parts.append(say("“{words}”", words=_cut(self.part)))
        if row is not None:
            parts.append(say("row {row}", row=row))
        if self.column:
            parts.append(say("“{words}”", words=_cut(self.column)))
        return listed(parts or [say("`{key}`", key=self.key)])

    def _heading(self) -> Message:
        words = _cut(self.heading)
        if self.number:
            return say("{number}. {words}", number=self.number, words=words)
        return say("“{words}”", words=words)


_LONGEST = 70
"""How many characters of a heading are shown in a list of places."""


def _cut(words: str) -> str:
    return shortened(words, _LONGEST).rstrip(_AFTER_HEADING)


def label_of(slot: Slot, column: int | None = None) -> PlaceLabel:
    """Return what the form calls a place, or one of its columns."""
    section, block = slot.section, slot.block
    part = (
        slot.part or (block.total if slot.is_total else None)
        if isinstance(slot, TextSlot)
        else None
    )
    words = part.label if part else block.caption or ""
    of = _column(slot, column)
    return PlaceLabel(slot.key, section.number or "", section.name, words, of.heading if of else "")


def _column(slot: Slot, column: int | None) -> Column | None:
    if isinstance(slot, TextSlot):
        return slot.column
    return None if column is None else slot.cells[column].column


def in_section(number: str, words: str) -> Message:
    """Return where something is that stands in a section with a number."""
    return say("section {number} “{heading}”", number=number, heading=words)


def numbered(number: str | None, words: str) -> str:
    """Return the words of a heading behind its number, if it has one."""
    return f"{number}. {words}" if number else words


def on_one_line(words: str) -> str:
    """Return words of a form without its line breaks."""
    return words.replace("\n", " ")


def heading_words(heading: str) -> str:
    """Return the words of a heading alone, as a sentence can name it."""
    return on_one_line(heading).rstrip(_AFTER_HEADING)


def label_words(label: str) -> str:
    """Return the words of a label alone."""
    return on_one_line(label).rstrip(_AFTER_LABEL)
