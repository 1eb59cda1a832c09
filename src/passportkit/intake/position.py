"""Where one is in a form while going through a document, and what is taken in there."""

from __future__ import annotations

from enum import Enum

from passportkit.forms.model import Block, Part
from passportkit.forms.place_words import in_section
from passportkit.intake.gathered import Gathered
from passportkit.intake.landmarks import Heading, Inner, Landmarks
from passportkit.language import Message, say

_BEFORE = say("before the first section")


class Surroundings(Enum):
    """Where words stand: outside of tables, first in a box, or somewhere within a cell."""

    FREE = 0
    BOX = 1
    WITHIN = 2


class Position:
    """Where one is in a form, and what is taken in there.

    `fresh`: no words were met since the last heading. `boxed`: words were met there in a table.
    `unknown`: the words of a heading that the form does not have; what follows has no place.
    """

    def __init__(self, marks: Landmarks, gathered: Gathered) -> None:
        self.marks = marks
        self.gathered = gathered
        self.heading: Heading | None = None
        self.block: Block | None = None
        self.part: Part | None = None
        self.fresh = False
        self.boxed = False
        self.unknown = ""

    @property
    def place(self) -> int:
        """The place of the present heading, or -1 before the first."""
        return self.heading.place if self.heading else -1

    def open(self, heading: Heading) -> None:
        """Go on at a heading of the form."""
        self.unknown = ""
        self.fresh, self.boxed = True, False
        self.heading = heading if heading.place >= 0 else None
        self.block, self.part = heading.block, heading.part
        for block in () if heading.part else heading.blocks:
            self.gathered.open(block)
        if heading.part:
            self.gathered.open_text(heading.part.key)

    def enter(self, inner: Inner) -> None:
        """Go on at a caption, or a label, of the present section."""
        self.unknown = ""
        if isinstance(inner, Block):
            self.block, self.part, self.boxed = inner, None, False
            return
        self.part = inner
        self.gathered.open_text(inner.key)
        for block in self.heading.blocks if self.heading else ():
            if any(part is inner for part in block.parts or ()):
                self.block = block

    def add(self, text: str) -> None:
        """Take in words of an answer."""
        self.fresh = False
        block = self.block
        if block is None or self.unknown:
            self.leave(text)
        elif block.is_table:
            self.gathered.add_loose(block, text, self.origin())
        else:
            shown = (self.part or block.parts[0]) if block.parts else block
            self.gathered.add_text(shown.key, text)

    def leave(self, text: str, origin: Message | None = None) -> None:
        """Leave words for which there is no place here."""
        self.gathered.leave(origin or self.origin(), text)

    def leave_before(self, text: str) -> None:
        """Leave words that stand before everything that is of the form."""
        self.leave(text, _BEFORE)

    def origin(self) -> Message:
        """Return where one is, in words."""
        if self.unknown:
            return say("under “{heading}”", heading=self.unknown)
        if self.heading is None:
            return _BEFORE
        section = self.heading.section
        name = self.heading.text or (section.name if section else "")
        if section and section.number:
            return in_section(section.number, name)
        return say("under “{heading}”", heading=name)
