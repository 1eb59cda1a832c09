"""Where one is in a form while going through a document."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from passportkit.forms.model import Block, Part
from passportkit.forms.place_words import in_section, on_one_line
from passportkit.intake.folding import number_of
from passportkit.intake.head_words import scale_beyond
from passportkit.intake.landmarks import Heading, Inner
from passportkit.language import Message, say
from passportkit.text import plain

_FAR = 9
"""By how much the number of a section is greater at most than that of the one before it."""

BEFORE = say("before the first section")


class Surroundings(Enum):
    """Where words stand: outside of tables, first in a box, or somewhere within a cell."""

    FREE = 0
    BOX = 1
    WITHIN = 2


class Position(NamedTuple):
    """A place in a form, and what was met there so far.

    `fresh`: no words were met since the last heading. `boxed`: words were met there in a table.
    `unknown`: the words of a heading that the form does not have; what follows has no place.
    `is_over`: another document begins, and nothing that follows has a place. `unit` is that of the
    sums below, where the heading in the document names one. `number` is that of the heading in the
    document, `counted` that of the last line below it that has one.
    """

    heading: Heading | None = None
    block: Block | None = None
    part: Part | None = None
    fresh: bool = False
    boxed: bool = False
    unknown: str = ""
    is_over: bool = False
    unit: str = ""
    number: tuple[int, ...] = ()
    counted: tuple[int, ...] = ()

    @property
    def place(self) -> int:
        """The place of the heading, or -1 before the first."""
        return self.heading.place if self.heading else -1

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the section."""
        return self.heading.blocks if self.heading else ()

    @property
    def text(self) -> Block | Part | None:
        """What words of an answer belong to; None where there is no place for them, or a table."""
        if self.block is None or self.unknown or self.block.is_table:
            return None
        return (self.part or self.block.parts[0]) if self.block.parts else self.block

    @property
    def origin(self) -> Message:
        """Where one is, in words."""
        if self.unknown:
            return say("under “{heading}”", heading=self.unknown)
        if self.heading is None:
            return BEFORE
        section = self.heading.section
        name = on_one_line(self.heading.text or (section.name if section else ""))
        if section and section.number:
            return in_section(section.number, name)
        return say("under “{heading}”", heading=name)

    def opened(self, heading: Heading, words: str = "") -> Position:
        """Return the beginning of what stands under a heading of the form, in words of others."""
        known = heading if heading.place >= 0 else None
        unit = scale_beyond(words, heading.text) if words else ""
        over = self.is_over
        return Position(
            known,
            heading.block,
            heading.part,
            fresh=True,
            is_over=over,
            unit=unit,
            number=number_of(words) or self.number,
        )

    def entered(self, inner: Inner) -> Position:
        """Return what stands under a caption, or behind a label, of the section."""
        if isinstance(inner, Block):
            return self._replace(block=inner, part=None, boxed=False, unknown="")
        owners = (each for each in self.blocks if any(part is inner for part in each.parts or ()))
        return self._replace(block=next(owners, self.block), part=inner, unknown="")

    def lost(self, heading: str) -> Position:
        """Return what stands under a heading that the form does not have."""
        return self._replace(unknown=plain(heading), number=number_of(heading) or self.number)

    def counts(self, text: str) -> bool:
        """Whether words begin with the number of a section that comes later in the document.

        Numbers of a list begin anew, or go on with the one above.
        """
        number = number_of(text)
        if not number or len(number) != len(self.number) or number[:-1] != self.number[:-1]:
            return False
        above = self.counted[-1] if self.counted else 0
        return 0 < number[-1] - self.number[-1] <= _FAR and number[-1] - 1 != above
