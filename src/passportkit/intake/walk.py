"""The way through the blocks of a document: paragraphs and their lines."""

from __future__ import annotations

from collections.abc import Sequence

from passportkit.intake.form_progress import FormProgress
from passportkit.intake.labels import SURE, LabelMatch
from passportkit.intake.landmarks import Heading
from passportkit.intake.position import Surroundings
from passportkit.intake.signs import LONGEST, Signs
from passportkit.intake.table_walk import TableWalk
from passportkit.intake.totals import behind_total
from passportkit.paper import PaperBlock, Paragraph


class Walk:
    """The way through a document that people made themselves: its words say where one is."""

    def __init__(self, signs: Signs, progress: FormProgress) -> None:
        self.signs = signs
        self.progress = progress

    def go(self, blocks: Sequence[PaperBlock], where: Surroundings) -> None:
        """Go through blocks that follow one another."""
        at = 0
        while at < len(blocks):
            piece = blocks[at]
            at += 1
            if not isinstance(piece, Paragraph):
                TableWalk(self.signs, self.progress, self).go(piece)
            else:
                if where is Surroundings.FREE:
                    self.progress.gathered.begin_unit()
                at += self._paragraphs(piece, where, blocks[at : at + 1])
            where = where if where is Surroundings.FREE else Surroundings.WITHIN

    def _paragraphs(
        self, paragraph: Paragraph, where: Surroundings, behind: Sequence[PaperBlock]
    ) -> int:
        """Take in a paragraph; return how many of those behind it were taken with it."""
        if paragraph.label:  # in a blank form of ours that somebody filled by hand
            paragraph = Paragraph(f"{paragraph.label} {paragraph.text}", paragraph.style)
        text = paragraph.text
        if where is not Surroundings.WITHIN and (joined := self.signs.joined(text, behind)):
            self.progress.open(joined)
            return 1
        at = self.progress.at
        if where is Surroundings.FREE and self.signs.is_strange(paragraph, behind, at):
            self.progress.leave(text)
            self.progress.lose_way(text)
        else:
            self._paragraph(paragraph, where)
        return 0

    def _paragraph(self, paragraph: Paragraph, where: Surroundings) -> None:
        """Take in a paragraph: as a whole, or line by line."""
        text, at = paragraph.text, self.progress.at
        if title := self.signs.title(paragraph, where, at):
            self.progress.open(title)
            self.progress.add(text)
        elif glued := self.signs.glued(text, at):
            self.line(text[: -len(glued.text)], where)
            self.progress.open(glued)
        elif not ("\n" in text and len(text) < LONGEST and self._is_one(text, where)):
            for line in text.split("\n"):
                self.line(line, where)
                where = where if where is Surroundings.FREE else Surroundings.WITHIN

    def _is_one(self, text: str, where: Surroundings) -> bool:
        """Take in a heading or a label that is broken into lines."""
        at = self.progress.at
        if heading := self.signs.whole_heading(text, where, at):
            self.progress.open(heading, text)
            return True
        inner = at.heading.inner.whole(text) if at.heading else None
        if inner:
            self.progress.enter(inner.item)
        return inner is not None

    def line(self, text: str, where: Surroundings) -> None:
        """Take in a line: a heading, a label, an instruction of the form, or words of an answer."""
        signs, progress = self.signs, self.progress
        heading = self.heading_at(text, where)
        if heading and (
            heading.strength >= SURE or not signs.is_no_answer(text, where, progress.at)
        ):
            progress.open(heading.item, text)
            if heading.rest:
                self.line(heading.rest, Surroundings.WITHIN)
        elif inner := signs.inner(text, where, progress.at):
            progress.enter(inner.item)
            if inner.rest:
                self.line(inner.rest, Surroundings.WITHIN)
        elif not signs.is_no_answer(text, where, progress.at):
            self._answer(text, where)

    def heading_at(self, text: str, where: Surroundings) -> LabelMatch[Heading] | None:
        """Return the heading that words are or begin with; that of another document ends this."""
        found = self.signs.heading(text, where, self.progress.at)
        if found and self.signs.begins_again(found.item, self.progress.at):
            self.progress.lose_way(text, is_over=True)
            return None
        return found

    def _answer(self, text: str, where: Surroundings) -> None:
        progress, at = self.progress, self.progress.at
        total = at.block.total if at.block and at.boxed else None
        if at.block and total and (words := behind_total(text, total.label)):
            progress.add_total(at.block, words)  # a total that stands under its table
        elif at.boxed and where is Surroundings.FREE:
            progress.leave(text)  # signatures and the like stand under the table with the answer
        else:
            progress.add(text)
