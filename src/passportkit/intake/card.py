"""The way through a card that people made or copied: lines with a label before their words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from passportkit.intake.gathered import Gathered
from passportkit.intake.labels import SURE, LabelMatch
from passportkit.intake.landmarks import Heading, Landmarks
from passportkit.intake.position import Surroundings
from passportkit.intake.walk import Walk
from passportkit.paper import PaperBlock, Paragraph
from passportkit.paper.site_remains import without_remains
from passportkit.text import canonical

_FAR = 6
"""How many lines of a card may be missing before a label of one word, which begins a sentence."""

_prominent = re.compile(r"heading|title|заголовок|название")


class CardWalk(Walk):
    """The way through a card. Its title has no label, and may stand before or behind the status."""

    def __init__(self, marks: Landmarks, gathered: Gathered) -> None:
        super().__init__(marks, gathered)
        self.untitled = next((each for each in marks.all if not each.text), None)
        self.before: list[tuple[str, int]] = []

    def paragraph(self, paragraph: Paragraph, where: Surroundings) -> None:
        """Take in a paragraph; one that stands out and is no heading is the title."""
        text = paragraph.text
        if (
            self._lacks_title()
            and _prominent.match(paragraph.style)
            and not self.heading_at(text, where)
            and not self.is_no_answer(text, where)
        ):
            self._entitle(text)
            return
        if glued := self._glued(text):
            self.line(text[: -len(glued.text)], where)
            self.open(glued)
            return
        super().paragraph(paragraph, where)

    def _is_strange(self, paragraph: Paragraph, behind: Sequence[PaperBlock]) -> bool:
        return not self._lacks_title() and super()._is_strange(paragraph, behind)

    def _glued(self, text: str) -> Heading | None:
        """Return the heading ahead that stands without a blank at the end of other words."""
        for heading in self.marks.all[self.place + 1 :]:
            size = len(heading.text)
            if size and not heading.part and text.endswith(heading.text) and len(text) > size:
                return None if text[-size - 1] in " \n\xa0-–«(" else heading
        return None

    def heading_at(self, text: str, where: Surroundings) -> LabelMatch[Heading] | None:
        """Return the heading or label that `text` is or begins with.

        A label may stand with only a blank before its words, if it lies ahead. A heading stands
        alone: words like it begin many a sentence.
        """
        found = super().heading_at(text, where)
        if found and (found.item.part or not found.rest):
            return found
        loose = (
            self.marks.headings.first(text, loose=True)
            if where is not Surroundings.WITHIN
            else None
        )
        if not loose or not loose.item.part or loose.strength < SURE:
            return None
        step = loose.item.place - self.place
        is_near = step <= _FAR or loose.rest[:1].isdigit() or " " in loose.item.text
        return loose if step > 0 and is_near else None

    def open(self, heading: Heading) -> None:
        """Go on at a heading or label of the form."""
        if self.untitled and heading.place > self.untitled.place:
            self._settle()
        super().open(heading)

    def add(self, text: str) -> None:
        """Take in words of an answer: of data that a page kept for itself only an address."""
        text = without_remains(text)
        if not canonical(text):
            return
        if self.heading is None:
            self.before.append((canonical(text), self.gathered.unit))
        elif self.part and self._lacks_title() and self.gathered.has_words(self.part.key):
            self._entitle(canonical(text))
        else:
            super().add(text)  # as it is: blanks before a line nest lists

    def _lacks_title(self) -> bool:
        if self.untitled is None or self.untitled.block is None:
            return False
        ahead = self.untitled.place > self.place
        return ahead and not self.gathered.has_words(self.untitled.block.key)

    def _entitle(self, text: str) -> None:
        assert self.untitled is not None
        before, self.before = self.before, []
        self.open(self.untitled)
        super().add(text)
        self.before = before

    def _settle(self) -> None:
        """Take the words right before the first label for the title, if nothing else is."""
        before, self.before = self.before, []
        if before and self._lacks_title():
            text, self.gathered.unit = before.pop()
            self._entitle(text)
        for text, self.gathered.unit in before:
            self.leave_before(text)

    def end(self) -> None:
        """Take in what was kept for the end."""
        self._settle()
