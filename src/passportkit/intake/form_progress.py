"""How far a document has been read: where one is in its form, and what was taken in."""

from __future__ import annotations

from passportkit.forms.model import Block, Part
from passportkit.intake.answer_rows import AnswerRows
from passportkit.intake.gathered import Gathered
from passportkit.intake.grid import ColumnMap
from passportkit.intake.landmarks import Heading, Inner, sums_of
from passportkit.intake.position import BEFORE, Position
from passportkit.language import Message


class FormProgress:
    """What is gathered, and the present position, which changes nowhere else.

    `rows` are those that were begun last, of this table or of one before it.
    """

    def __init__(self, gathered: Gathered) -> None:
        self.gathered = gathered
        self.at = Position()
        self.rows: AnswerRows | None = None

    # --- moving ---

    def open(self, heading: Heading, words: str = "") -> None:
        """Go on at a heading of the form, which the document has in these words."""
        self.at = self.at.opened(heading, words)
        for block in () if heading.part else heading.blocks:
            self.gathered.open(block)
        if heading.part:
            self.gathered.open_text(heading.part.key)

    def enter(self, inner: Inner) -> None:
        """Go on at a caption, or a label, of the present section."""
        self.at = self.at.entered(inner)
        if isinstance(inner, Part):
            self.gathered.open_text(inner.key)

    def lose_way(self, heading: str, *, is_over: bool = False) -> None:
        """Go on at a heading that the form does not have, or where another document begins."""
        if is_over:
            self.at = Position(fresh=True, is_over=True)
        self.at = self.at.lost(heading)

    def leave_box(self) -> None:
        """Remember that words were met in a table, if there were any."""
        self.at = self.at._replace(boxed=not self.at.fresh)

    def begin_rows(self, grid: ColumnMap) -> AnswerRows:
        """Begin the rows of answers of a table."""
        self.at = self.at._replace(fresh=False, boxed=True, unknown="")
        self.rows = AnswerRows(grid.measured(self.at.unit, sums_of(self.gathered.form)), self.rows)
        return self.rows

    def leave_own_box(self) -> None:
        """Remember that a box of a text was met, be it blank."""
        self.at = self.at._replace(boxed=True)

    def begin_own_rows(self, grid: ColumnMap) -> AnswerRows:
        """Begin the rows of a table of this program, which goes on in no other."""
        self.at = self.at._replace(fresh=False)
        return AnswerRows(grid, is_ours=True)

    # --- taking in ---

    def add(self, text: str) -> None:
        """Take in words of an answer."""
        self.at = self.at._replace(fresh=False)
        at = self.at
        if at.text:
            self.gathered.add_text(at.text.key, text)
        elif at.block and at.block.is_table and not at.unknown:
            self.gathered.add_loose(at.block, text, at.origin)
        else:
            self.leave(text)

    def add_total(self, block: Block, text: str) -> None:
        """Take in what a table says of itself as a whole; a block without a total has no place."""
        if block.total:
            self.gathered.add_text(block.total.key, text)
        else:
            self.leave(text)

    def set_field(self, block: Block, key: str, texts: list[str]) -> None:
        """Take in the words of one field of a record."""
        self.gathered.set_field(block, key, texts)
        self.at = self.at._replace(fresh=False, boxed=True)

    def end(self) -> None:
        """Take in what was kept for the end."""

    def leave(self, text: str, origin: Message | None = None) -> None:
        """Leave words for which there is no place here."""
        self.gathered.leave(origin or self.at.origin, text)

    def leave_before(self, text: str) -> None:
        """Leave words that stand before everything that is of the form."""
        self.leave(text, BEFORE)
