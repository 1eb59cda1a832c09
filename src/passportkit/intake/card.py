"""Cards that people made or copied: lines with a label before their words, and a title without.

The title may stand before or behind the status.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from passportkit.intake.folding import bare, without
from passportkit.intake.form_progress import FormProgress
from passportkit.intake.gathered import Gathered
from passportkit.intake.head_words import is_figure, is_unit_of_money
from passportkit.intake.labels import SURE, LabelMatch
from passportkit.intake.landmarks import Heading, Landmarks
from passportkit.intake.position import Position, Surroundings
from passportkit.intake.signs import Signs
from passportkit.paper import PaperBlock, Paragraph
from passportkit.paper.site_remains import without_remains
from passportkit.text import canonical

_FAR = 6
"""How many lines of a card may be missing before a label of one word, which begins a sentence."""

_OF_FIGURES = "0123456789., \xa0"

_name = re.compile(
    r"(?:название|наименование)(?:\s+(?:проекта|практики|инициативы|программы|мероприятия))?"
    r"\s*[*]*:\s*[*]*\s*(?=\S)",
    re.IGNORECASE,
)
"""A label before the title, which a card of the form does not have."""

_prominent = re.compile(r"heading|title|заголовок|название")


class CardSigns(Signs):
    """What words are signs of in a card."""

    def heading(self, text: str, where: Surroundings, at: Position) -> LabelMatch[Heading] | None:
        """Return the heading or label that `text` is or begins with.

        A label may stand with only a blank before its words, if it lies ahead. A heading stands
        alone: words like it begin many a sentence. A label with a figure alone may come late.
        """
        found = super().heading(text, where, at)
        if found and (found.item.part or found.stands_alone):
            return found
        loose = (
            self.marks.headings.first(text, loose=True)
            if where is not Surroundings.WITHIN
            else None
        )
        if not loose or not loose.item.part or loose.strength < SURE:
            return None
        step = loose.item.place - at.place
        if step <= 0:
            return self._late(loose)
        is_near = step <= _FAR or loose.rest[:1].isdigit() or " " in loose.item.text
        return loose if is_near else None

    def _late(self, loose: LabelMatch[Heading]) -> LabelMatch[Heading] | None:
        """Return a label behind its place, if it has a figure alone and none was met before."""
        *notes, said = loose.rest.split("\n")
        figure, part = _figure_of(said), loose.item.part
        if not figure or bare("".join(notes)).strip():
            return None
        if part is None or self.met.has_words(part.key):
            return None
        return loose._replace(rest="\n".join([*notes, figure]))

    def is_strange(
        self,
        paragraph: Paragraph,
        where: Surroundings,
        behind: Sequence[PaperBlock],
        at: Position,
    ) -> bool:
        """Whether a paragraph heads something that the form does not have; before it, a title."""
        if _missing_title(self.marks, self.met, at):
            return False
        return super().is_strange(paragraph, where, behind, at)

    def title(self, paragraph: Paragraph, where: Surroundings, at: Position) -> Heading | None:
        """Return the section without a heading if a paragraph stands out, and is no heading."""
        title = _missing_title(self.marks, self.met, at)
        if title is None or not _prominent.match(paragraph.style):
            return None
        text = paragraph.text
        if self.heading(text, where, at) or self.furniture(text, where, at):
            return None
        return title

    def glued(self, text: str, at: Position) -> Heading | None:
        """Return the heading ahead that stands without a blank at the end of other words."""
        for heading in self.marks.all[at.place + 1 :]:
            size = len(heading.text)
            if size and not heading.part and text.endswith(heading.text) and len(text) > size:
                return None if text[-size - 1] in " \n\xa0-–«(" else heading
        return None


class CardProgress(FormProgress):
    """How far a card has been read; what stands before its first label may be its title."""

    def __init__(self, marks: Landmarks, gathered: Gathered) -> None:
        super().__init__(gathered)
        self._marks = marks
        self._before: list[tuple[str, int]] = []

    def open(self, heading: Heading, words: str = "", notes: str = "") -> None:
        """Go on at a heading or label of the form."""
        untitled = _untitled(self._marks)
        if untitled and heading.place > untitled.place:
            self.end()
        super().open(heading, words, notes)

    def add(self, text: str) -> None:
        """Take in words of an answer: of data that a page kept for itself only an address."""
        said, at = text, self.at
        text = without_remains(said)
        if text != said:
            self.gathered.pass_over(without(said, text), "remains")
        if not canonical(text):
            return
        if at.heading is None and not at.is_over:
            self._before.append((canonical(text), self.gathered.unit))
            return
        title = _missing_title(self._marks, self.gathered, at)
        if at.part and title and self.gathered.has_words(at.part.key):
            super().open(title)
            text = canonical(text)
        if at.heading is _untitled(self._marks) and at.fresh:
            self._add_title(text)
        else:  # as it is: blanks before a line nest lists
            super().add(text)

    def _add_title(self, text: str) -> None:
        """Take in the title without a label before it."""
        label = _name.match(text.lstrip("*"))
        if label:
            end = len(text) - len(text.lstrip("*")) + label.end()
            self.gathered.pass_over(text[:end], "label")
            text = text[end:]
        super().add(text)

    def end(self) -> None:
        """Take the words right before the first label for the title, if nothing else is."""
        before, self._before = self._before, []
        title = _missing_title(self._marks, self.gathered, self.at)
        if before and title:
            text, unit = before.pop()
            self.gathered.go_back_to(unit)
            super().open(title)
            self._add_title(text)
        for text, unit in before:
            self.gathered.go_back_to(unit)
            self.leave_before(text)
        super().end()


def _figure_of(rest: str) -> str:
    """Return the figure that stands alone behind a label, or behind the unit of sums there."""
    unit = rest.rstrip(_OF_FIGURES)
    figure = rest[len(unit) :].strip(" .,\xa0")
    is_alone = not unit or is_unit_of_money(unit.strip(" *.,:()–-"))
    return figure if is_alone and is_figure(figure) else ""


def _untitled(marks: Landmarks) -> Heading | None:
    untitled = (each for each in marks.all if not each.text and not each.is_signed)
    return next(untitled, None)


def _missing_title(marks: Landmarks, met: Gathered, at: Position) -> Heading | None:
    """Return the section of the title while it lies ahead and has no words."""
    untitled = _untitled(marks)
    if untitled is None or untitled.block is None or untitled.place <= at.place:
        return None
    return None if met.has_words(untitled.block.key) else untitled
