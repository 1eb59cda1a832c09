"""The way through a document: which words are landmarks of the form, and which an answer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from passportkit.forms.model import Block, Part
from passportkit.intake.answer_rows import AnswerRows
from passportkit.intake.form_remains import heads_contents, is_instruction, is_remains, leads_on
from passportkit.intake.labels import SURE, LabelMatch
from passportkit.intake.landmarks import Heading, Inner
from passportkit.intake.position import Position, Surroundings
from passportkit.intake.table_walk import Passage
from passportkit.intake.totals import behind_total
from passportkit.paper import PaperBlock, Paragraph

_ALMOST = 0.85
"""How sure a heading must be where an answer is more likely."""

_LONGEST = 300
"""Words in more characters than this are no heading by themselves."""

_GOING_ON = (";", ",")
_heading_style = re.compile(r"heading|заголовок")


class Walk(Position):
    """The way through a document that people made themselves: its words say where one is.

    `rows` are those of the last table. `is_over`: another document begins, and nothing that
    follows has a place.
    """

    rows: AnswerRows | None = None
    is_over = False

    def go(self, blocks: Sequence[PaperBlock], where: Surroundings) -> None:
        """Go through blocks that follow one another."""
        at = 0
        while at < len(blocks):
            piece = blocks[at]
            at += 1
            if not isinstance(piece, Paragraph):
                Passage(piece, self).go()
            else:
                if where is Surroundings.FREE:
                    self.gathered.begin_unit()
                at += self._paragraphs(piece, where, blocks[at : at + 1])
            where = where if where is Surroundings.FREE else Surroundings.WITHIN

    def _paragraphs(
        self, paragraph: Paragraph, where: Surroundings, behind: Sequence[PaperBlock]
    ) -> int:
        """Take in a paragraph; return how many of those behind it were taken with it."""
        if paragraph.label:  # in a blank form of ours that somebody filled by hand
            paragraph = Paragraph(f"{paragraph.label} {paragraph.text}", paragraph.style)
        text = paragraph.text
        if where is not Surroundings.WITHIN and (joined := self._joined(text, behind)):
            self.open(joined)
            return 1
        if where is Surroundings.FREE and self._is_strange(paragraph, behind):
            self.leave(text)
            self.unknown = text
        else:
            self.paragraph(paragraph, where)
        return 0

    def paragraph(self, paragraph: Paragraph, where: Surroundings) -> None:
        """Take in a paragraph: as a whole, or line by line."""
        text = paragraph.text
        if "\n" in text and len(text) < _LONGEST and self._is_one(text, where):
            return
        for line in text.split("\n"):
            self.line(line, where)
            where = where if where is Surroundings.FREE else Surroundings.WITHIN

    def _is_one(self, text: str, where: Surroundings) -> bool:
        """Take in a heading or a label that is broken into lines."""
        whole = self.marks.headings.whole(text)
        if whole and self.accepts(whole, where):
            self.open(whole.item)
            return True
        inner = self.heading.inner.whole(text) if self.heading else None
        if inner:
            self.enter(inner.item)
        return inner is not None

    def end(self) -> None:
        """Take in what was kept for the end."""

    def _joined(self, text: str, behind: Sequence[PaperBlock]) -> Heading | None:
        """Return the heading that a paragraph is together with the one behind it."""
        following = behind[0] if behind else None
        if not isinstance(following, Paragraph) or len(text) > _LONGEST:
            return None
        if not self.marks.headings.is_beginning(text):
            return None
        found = self.marks.headings.whole(f"{text} {following.text}")
        return found.item if found else None

    def _is_strange(self, paragraph: Paragraph, behind: Sequence[PaperBlock]) -> bool:
        """Whether a paragraph outside of tables heads something that the form does not have."""
        text = paragraph.text
        if self.heading is None or self.fresh or len(text) > _LONGEST or leads_on(text):
            return False
        before_table = bool(behind) and not isinstance(behind[0], Paragraph)
        if not _heading_style.match(paragraph.style) and not (self.boxed and before_table):
            return False
        return not self.heading_at(text, Surroundings.FREE) and not self._inner(
            text, Surroundings.FREE
        )

    def line(self, text: str, where: Surroundings) -> None:
        """Take in a line: a heading, a label, an instruction of the form, or words of an answer."""
        heading = self.heading_at(text, where)
        if heading and (heading.strength >= SURE or not self.is_no_answer(text, where)):
            self.open(heading.item)
            if heading.rest:
                self.line(heading.rest, Surroundings.WITHIN)
            return
        inner = self._inner(text, where)
        if inner:
            self.enter(inner.item)
            if inner.rest:
                self.line(inner.rest, Surroundings.WITHIN)
            return
        if self.is_no_answer(text, where):
            return
        if not (self.boxed and self._is_total(text)):
            # signatures and the like stand under the table that has the answer
            (self.leave if self.boxed and where is Surroundings.FREE else self.add)(text)

    def _is_total(self, text: str) -> bool:
        """Take in a total that stands under its table."""
        total = self.block.total if self.block else None
        words = behind_total(text, total.label) if total else None
        if total and words:
            self.gathered.add_text(total.key, words)
        return bool(words)

    def heading_at(self, text: str, where: Surroundings) -> LabelMatch[Heading] | None:
        """Return the heading that `text` is or begins with, if one is likely there."""
        if self.is_over:
            return None
        headings = self.marks.headings
        found = headings.whole(text) if where is Surroundings.WITHIN else headings.first(text)
        if found and found.strength >= SURE and found.item.place >= 0:
            found = found._replace(item=self.next_named(found.item))
        elif text.endswith(_GOING_ON) or text.startswith("- "):
            return None
        if found is None or not self.accepts(found, where):
            return None
        if self._begins_again(found.item):
            self.open(Heading(-1, text))
            self.unknown, self.is_over = text, True
            return None
        return found

    def _begins_again(self, heading: Heading) -> bool:
        """Whether a heading is the first and has its answer: another document is in the file."""
        first = next(each for each in self.marks.all if each.block)
        if heading is not first or self.place <= first.place or not first.block:
            return False
        return self.gathered.has_words(first.block.key)

    def next_named(self, heading: Heading) -> Heading:
        """Return the next heading in the words of `heading`: a form may have two of them."""
        same = (each for each in self.marks.onwards(self.place) if each.fold == heading.fold)
        return next(same, heading)

    def accepts(self, found: LabelMatch[Heading], where: Surroundings) -> bool:
        """Whether a heading is likely here: forward, or sure; and the surer, the more within."""
        sure = found.strength >= SURE
        if found.item.place < 0:
            return sure and where is not Surroundings.WITHIN and self.gathered.is_empty
        # headings without any answer so far are a list of contents
        step = found.item.place - (-1 if self.gathered.is_empty else self.place)
        if step <= 0:
            return sure and where is not Surroundings.WITHIN and not found.rest
        if where is Surroundings.WITHIN:
            return sure and (step == 1 or len(found.item.text.split()) > 1)
        if where is Surroundings.BOX and self.fresh:
            return not found.rest and (sure or (step == 1 and found.strength >= _ALMOST))
        if self.fresh and step > 1:  # an answer is missing, or this is it
            return sure or (not found.rest and found.strength >= _ALMOST)
        return sure or not found.rest or found.strength >= _ALMOST

    def _inner(self, text: str, where: Surroundings) -> LabelMatch[Inner] | None:
        if self.heading is None:
            return None
        found = self.heading.inner.first(text)
        if found and found.strength < SURE and isinstance(found.item, Block):
            boxed = where is Surroundings.WITHIN or (where is Surroundings.BOX and self.fresh)
            return None if boxed else found
        if found and isinstance(found.item, Part) and found.rest:
            # words that begin like a label which has its answer already are of the answer
            return None if self.gathered.has_words(found.item.key) else found
        return found

    def is_no_answer(self, text: str, where: Surroundings) -> bool:
        """Return whether `text` is the form's own, or what it leaves, and nobody's answer."""
        if (
            is_remains(text)
            or leads_on(text)
            or (where is Surroundings.FREE and self._is_around(text))
        ):
            return True
        if self.heading is None:
            return self.marks.form_words.like(text) is not None
        if not self.fresh or len(text) > _LONGEST:
            return False
        return is_instruction(text) or self.heading.instructions.like(text) is not None

    def _is_around(self, text: str) -> bool:
        """Whether words outside of tables head a list of contents, or repeat the title."""
        if heads_contents(text):
            return True
        title = self.marks.headings.whole(text) if len(text) < _LONGEST else None
        return title is not None and title.item.place < 0
