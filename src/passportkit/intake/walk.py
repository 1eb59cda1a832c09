"""The way through the blocks of a document: paragraphs and their lines, and tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from passportkit.intake.directions import Direction, UnreadLine
from passportkit.intake.form_progress import FormProgress
from passportkit.intake.landmarks import Heading
from passportkit.intake.position import Position, Surroundings
from passportkit.intake.table_walk import RowSigns, TableWalk
from passportkit.paper import PaperBlock, Paragraph, Table
from passportkit.paper.model import texts_of


class ParagraphSigns(Protocol):
    """What a paragraph is a sign of."""

    def joined(self, paragraph: Paragraph, behind: Sequence[PaperBlock]) -> Heading | None:
        """Return the heading that a paragraph is together with the one behind it."""

    def of_paragraph(
        self,
        paragraph: Paragraph,
        where: Surroundings,
        behind: Sequence[PaperBlock],
        at: Position,
    ) -> Sequence[Direction | UnreadLine]:
        """Return what a paragraph tells to do."""

    def of_line(self, line: UnreadLine, at: Position) -> Sequence[Direction | UnreadLine]:
        """Return what a line tells to do."""


class Walk:
    """The way through a document, whoever has made it: it follows what signs tell."""

    def __init__(self, signs: ParagraphSigns, row_signs: RowSigns, progress: FormProgress) -> None:
        self.signs = signs
        self.row_signs = row_signs
        self.progress = progress

    def go(self, blocks: Sequence[PaperBlock], where: Surroundings) -> None:
        """Go through blocks that follow one another."""
        at = 0
        while at < len(blocks):
            piece = blocks[at]
            at += 1
            if isinstance(piece, Table):
                TableWalk(self.row_signs, self.progress, self).go(piece)
            else:
                if where is Surroundings.FREE:
                    self.progress.gathered.begin_unit()
                at += self._paragraph(piece, where, blocks[at : at + 1])
            where = where if where is Surroundings.FREE else Surroundings.WITHIN

    def _paragraph(
        self, paragraph: Paragraph, where: Surroundings, behind: Sequence[PaperBlock]
    ) -> int:
        """Take in a paragraph; return how many of those behind it were taken with it."""
        joined = None if where is Surroundings.WITHIN else self.signs.joined(paragraph, behind)
        if joined:
            self.progress.open(joined, " ".join(texts_of([paragraph, *behind])))
            return 1
        self.take(self.signs.of_paragraph(paragraph, where, behind, self.progress.at))
        return 0

    def take(self, pending: Sequence[Direction | UnreadLine]) -> None:
        """Follow directions, and read the lines among them, each from where one is by then."""
        waiting = list(reversed(pending))
        while waiting:
            step = waiting.pop()
            if isinstance(step, UnreadLine):
                waiting.extend(reversed(self.signs.of_line(step, self.progress.at)))
            else:
                self.progress.follow(step)
