"""How far a document has been read: where one is in its form, and what was taken in."""

from __future__ import annotations

from passportkit.forms.further_places import source_of
from passportkit.forms.model import Part
from passportkit.intake.answer_rows import AnswerRows, OwnRows
from passportkit.intake.directions import (
    Direction,
    Enter,
    Leave,
    LoseWay,
    Open,
    PassOver,
    SetField,
    SetUnit,
    TakeIn,
    TakeTotal,
)
from passportkit.intake.folding import number_of
from passportkit.intake.gathered import Gathered
from passportkit.intake.grid import ColumnMap
from passportkit.intake.head_words import in_money, in_unit, is_figure, scale_beyond
from passportkit.intake.landmarks import Heading, Inner
from passportkit.intake.position import BEFORE, Position
from passportkit.intake.stranger_rows import StrangerRows
from passportkit.intake.totals import total_in_unit
from passportkit.language import Message


class FormProgress:
    """What is gathered, and the present position, which changes nowhere else.

    `rows` are those that were begun last, of this table or of one before it. `_names_unit` are the
    words of the present section that name a unit which nothing below has taken yet, and `_owing` is
    the first unit of words there with figures that could not take it.
    """

    def __init__(self, gathered: Gathered) -> None:
        self.gathered = gathered
        self.at = Position()
        self.rows: AnswerRows | None = None
        self._names_unit = ""
        self._owing: int | None = None

    def follow(self, step: Direction) -> None:
        """Do what a sign tells."""
        match step:
            case TakeIn(text):
                self.add(text)
            case Open(heading, words, notes):
                self.open(heading, words, notes)
            case Enter(inner, words):
                self.enter(inner, words)
            case PassOver(text, kind):
                self.gathered.pass_over(text, kind)
            case Leave(text):
                self.leave(text)
            case SetUnit(unit):
                self.measure(unit)
            case TakeTotal():
                self.total(step)
            case LoseWay(heading, is_over):
                self.lose_way(heading, is_over=is_over)

    # --- moving ---

    def open(self, heading: Heading, words: str = "", notes: str = "") -> None:
        """Go on at a heading of the form, which the document has in these words, with notes."""
        self._leave_unit()
        self.gathered.pass_over(words, "label" if heading.part else "heading")
        self.at = self.at.opened(heading, f"{words} {notes}" if notes else words)
        self._names_unit = words if scale_beyond(words, heading.text) else ""
        for block in () if heading.part else heading.blocks:
            self.gathered.open(block)
        if heading.part:
            self.gathered.open_text(heading.part.key)

    def enter(self, inner: Inner, words: str = "") -> None:
        """Go on at a caption, or a label, of the present section."""
        self.gathered.pass_over(words, "label" if isinstance(inner, Part) else "caption")
        self.at = self.at.entered(inner)
        if isinstance(inner, Part):
            self.gathered.open_text(inner.key)

    def lose_way(self, heading: str, *, is_over: bool = False) -> None:
        """Go on at a heading that the form does not have, or where another document begins."""
        self._leave_unit()
        if is_over:
            self.at = Position(fresh=True, is_over=True)
        self.at = self.at.lost(heading)

    def measure(self, unit: str) -> None:
        """Take words between a heading and its table for the unit of the sums."""
        self.gathered.pass_over(unit, "head")
        self.at = self.at._replace(unit=scale_beyond(unit, ""))
        self._names_unit = unit if self.at.unit else ""

    def leave_box(self, *, is_met: bool = False) -> None:
        """Remember that words were met in a table, if there were any; or a box, be it blank."""
        self.at = self.at._replace(boxed=is_met or not self.at.fresh)

    def begin_rows(self, grid: ColumnMap, *, is_ours: bool = False) -> AnswerRows:
        """Begin the rows of answers of a table."""
        self.at = self.at._replace(fresh=False, boxed=True, unknown="")
        self._names_unit = ""
        grid = grid.measured(self.at.unit, self.gathered.sums)
        source = source_of(self.gathered.form, grid.block)
        own = OwnRows(grid, self.rows) if is_ours else None
        self.rows = own or StrangerRows(grid, self.rows, source=source)
        return self.rows

    # --- taking in ---

    def add(self, text: str) -> None:
        """Take in words of an answer."""
        self.at = self.at._replace(fresh=False, counted=number_of(text) or self.at.counted)
        at, said = self.at, text
        if at.unit:
            text = self._measured(text)
        if at.text:
            self.gathered.add_text(at.text.key, text, at, said=said)
        elif at.block and at.block.is_table and not at.unknown:
            self.gathered.add_loose(at.block, text, at.origin)
        else:
            self.leave(text)

    def _measured(self, text: str) -> str:
        """Return a figure in the unit of the section; other words with figures may need it."""
        measured = in_unit(text, in_money(self.at.unit))
        if self.at.text and is_figure(text):
            self._names_unit = ""
            return measured
        if measured != text and self._owing is None:
            self._owing = self.gathered.unit
        return text

    def total(self, step: TakeTotal) -> None:
        """Take in what a table says of itself as a whole."""
        self.gathered.pass_over(step.label, "total")
        self.gathered.open_text(step.key)
        rows = None if step.is_reworded else self.rows
        words = (
            rows.in_sum(step.said, step.label, step.cells)
            if rows
            else total_in_unit(step.said, step.label)
        )
        if words:
            self.gathered.add_text(step.key, words, self.at, said=step.said)

    def set_field(self, step: SetField) -> None:
        """Take in the words of one field of a record."""
        self.gathered.pass_over(step.head, "head")
        self.gathered.set_field(step.block, step.key, zip(step.texts, step.said, strict=True))
        self.at = self.at._replace(fresh=False, boxed=True)

    def end(self) -> None:
        """Take in what was kept for the end."""
        self._leave_unit()

    def _leave_unit(self) -> None:
        """Leave the unit that a heading names, if words with figures below it could not take it."""
        if self._names_unit and self._owing is not None:
            here = self.gathered.unit
            self.gathered.go_back_to(self._owing)
            self.gathered.leave_within(self._names_unit, self.at.origin, self.at.unit)
            self.gathered.go_back_to(here)
        self._names_unit, self._owing = "", None

    def leave(self, text: str, origin: Message | None = None) -> None:
        """Leave words for which there is no place here."""
        self.gathered.leave(origin or self.at.origin, text)

    def leave_before(self, text: str) -> None:
        """Leave words that stand before everything that is of the form."""
        self.leave(text, BEFORE)
