"""What words are signs of, in a document that people made themselves: of headings, or of answers.

Nothing here moves or takes anything in: where one is, is handed in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from passportkit.forms.model import Block, Part
from passportkit.intake.cells import CellWords
from passportkit.intake.form_remains import heads_contents, is_instruction, is_remains, leads_on
from passportkit.intake.gathered import Gathered
from passportkit.intake.labels import SURE, LabelMatch
from passportkit.intake.landmarks import Heading, Inner, Landmarks
from passportkit.intake.position import Position, Surroundings
from passportkit.paper import PaperBlock, Paragraph

_ALMOST = 0.85
"""How sure a heading must be where an answer is more likely."""

LONGEST = 300
"""Words in more characters than this are no heading by themselves."""

_GOING_ON = (";", ",")
_heading_style = re.compile(r"heading|заголовок")


class Signs:
    """What words are signs of in a form, by what was met of it so far."""

    def __init__(self, marks: Landmarks, met: Gathered) -> None:
        self.marks = marks
        self.met = met

    # --- headings of the form ---

    def heading(self, text: str, where: Surroundings, at: Position) -> LabelMatch[Heading] | None:
        """Return the heading that `text` is or begins with, if one is likely there."""
        if at.is_over:
            return None
        headings = self.marks.headings
        found = headings.whole(text) if where is Surroundings.WITHIN else headings.first(text)
        if found and found.strength >= SURE and found.item.place >= 0:
            found = found._replace(item=self.next_named(found.item, at))
        elif text.endswith(_GOING_ON) or text.startswith("- "):
            return None
        return found if found and self.accepts(found, where, at) else None

    def whole_heading(self, text: str, where: Surroundings, at: Position) -> Heading | None:
        """Return the heading that `text` is as a whole, also where it is broken into lines."""
        found = self.marks.headings.whole(text)
        return found.item if found and self.accepts(found, where, at) else None

    def joined(self, text: str, behind: Sequence[PaperBlock]) -> Heading | None:
        """Return the heading that a paragraph is together with the one behind it."""
        following = behind[0] if behind else None
        if not isinstance(following, Paragraph) or len(text) > LONGEST:
            return None
        if not self.marks.headings.is_beginning(text):
            return None
        found = self.marks.headings.whole(f"{text} {following.text}")
        return found.item if found else None

    def next_named(self, heading: Heading, at: Position) -> Heading:
        """Return the next heading in the words of `heading`: a form may have two of them."""
        same = (each for each in self.marks.onwards(at.place) if each.fold == heading.fold)
        return next(same, heading)

    def accepts(self, found: LabelMatch[Heading], where: Surroundings, at: Position) -> bool:
        """Whether a heading is likely here: forward, or sure; and the surer, the more within."""
        sure = found.strength >= SURE
        if found.item.place < 0:
            return sure and where is not Surroundings.WITHIN and self.met.is_empty
        # headings without any answer so far are a list of contents
        step = found.item.place - (-1 if self.met.is_empty else at.place)
        if step <= 0:
            return sure and where is not Surroundings.WITHIN and not found.rest
        if where is Surroundings.WITHIN:
            return sure and (step == 1 or len(found.item.text.split()) > 1)
        if where is Surroundings.BOX and at.fresh:
            return not found.rest and (sure or (step == 1 and found.strength >= _ALMOST))
        if at.fresh and step > 1:  # an answer is missing, or this is it
            return sure or (not found.rest and found.strength >= _ALMOST)
        return sure or not found.rest or found.strength >= _ALMOST

    def begins_again(self, heading: Heading, at: Position) -> bool:
        """Whether a heading is the first and has its answer: another document is in the file."""
        first = next(each for each in self.marks.all if each.block)
        if heading is not first or at.place <= first.place or not first.block:
            return False
        return self.met.has_words(first.block.key)

    def is_heading_ahead(self, text: str, at: Position) -> bool:
        """Whether a row among answers is a heading, which must be sure and lie ahead."""
        found = self.marks.headings.whole(text)
        if found is None:
            return False
        step = self.next_named(found.item, at).place - at.place
        return step > 0 and (step < 3 or len(found.item.text.split()) > 1)

    def is_wide_heading(self, entry: CellWords, at: Position) -> bool:
        """Whether a cell over several columns of answers is a heading that has no answer yet."""
        found = self.marks.headings.whole(entry.text) if entry.cell.span > 1 else None
        if found is None or found.item.block is None:
            return False
        blocks = self.next_named(found.item, at).blocks
        keys = (shown.key for block in blocks for shown in (block.parts or (block,)))
        return not any(map(self.met.has_words, keys))

    # --- within a section ---

    def inner(self, text: str, where: Surroundings, at: Position) -> LabelMatch[Inner] | None:
        """Return the caption or label of the section that `text` is or begins with."""
        if at.heading is None:
            return None
        found = at.heading.inner.first(text)
        if found and found.strength < SURE and isinstance(found.item, Block):
            boxed = where is Surroundings.WITHIN or (where is Surroundings.BOX and at.fresh)
            return None if boxed else found
        if found and isinstance(found.item, Part) and found.rest:
            # words that begin like a label which has its answer already are of the answer
            return None if self.met.has_words(found.item.key) else found
        return found

    # --- words of others ---

    def is_no_answer(self, text: str, where: Surroundings, at: Position) -> bool:
        """Return whether `text` is the form's own, or what it leaves, and nobody's answer."""
        if is_remains(text) or leads_on(text):
            return True
        if where is Surroundings.FREE and self._is_around(text):
            return True
        if at.heading is None:
            return self.marks.form_words.like(text) is not None
        if not at.fresh or len(text) > LONGEST:
            return False
        return is_instruction(text) or at.heading.instructions.like(text) is not None

    def _is_around(self, text: str) -> bool:
        """Whether words outside of tables head a list of contents, or repeat the title."""
        if heads_contents(text):
            return True
        title = self.marks.headings.whole(text) if len(text) < LONGEST else None
        return title is not None and title.item.place < 0

    def is_strange(self, paragraph: Paragraph, behind: Sequence[PaperBlock], at: Position) -> bool:
        """Whether a paragraph outside of tables heads something that the form does not have."""
        text = paragraph.text
        if at.heading is None or at.fresh or len(text) > LONGEST or leads_on(text):
            return False
        before_table = bool(behind) and not isinstance(behind[0], Paragraph)
        if not _heading_style.match(paragraph.style) and not (at.boxed and before_table):
            return False
        free = Surroundings.FREE
        return not self.heading(text, free, at) and not self.inner(text, free, at)

    # --- cards ---

    def title(self, _paragraph: Paragraph, _where: Surroundings, _at: Position) -> Heading | None:
        """Return the section without a heading that a paragraph is, by its looks: a title."""
        return None

    def glued(self, _text: str, _at: Position) -> Heading | None:
        """Return the heading that stands at the end of other words, without a blank."""
        return None
