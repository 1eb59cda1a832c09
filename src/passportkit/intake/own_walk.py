"""The way through a document of this program: its paragraphs, and the rows of its tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from passportkit.forms.model import Part
from passportkit.intake.answer_rows import AnswerRows
from passportkit.intake.cells import CellWords, entries_of
from passportkit.intake.folding import fold
from passportkit.intake.form_progress import FormProgress
from passportkit.intake.landmarks import Heading
from passportkit.intake.own_signs import OwnSigns
from passportkit.intake.position import Position, Surroundings
from passportkit.intake.totals import behind_label
from passportkit.paper import PaperBlock, Paragraph, Table
from passportkit.paper.styles import CAPTION, GROUP, HEADING, TABLE_HEAD, TITLE, TOTAL

Go = Callable[[Sequence[PaperBlock], Surroundings], None]
"""Goes through blocks that follow one another."""


class OwnWalk:
    """The way through a document of this program: author's words are never taken for the form's.

    `keeps_blank`: a row that has only its number is a row; but not in a blank form.
    """

    def __init__(self, signs: OwnSigns, progress: FormProgress, *, keeps_blank: bool) -> None:
        self.signs = signs
        self.progress = progress
        self.keeps_blank = keeps_blank

    def go(self, blocks: Sequence[PaperBlock], where: Surroundings) -> None:
        """Go through blocks that follow one another."""
        for piece in blocks:
            if isinstance(piece, Table):
                walk = OwnTableWalk(self.signs, self.progress, self.go)
                walk.go(piece, keeps_blank=self.keeps_blank)
            else:
                if where is Surroundings.FREE:
                    self.progress.gathered.begin_unit()
                self._paragraph(piece, where)

    def _paragraph(self, paragraph: Paragraph, where: Surroundings) -> None:
        signs, progress = self.signs, self.progress
        at = progress.at
        paragraph = signs.labelled(paragraph, at)
        text, style = paragraph.text, signs.style(paragraph, where, at)
        if paragraph.label:
            self._labelled(paragraph)
        elif signs.is_no_answer(paragraph, style):
            return
        elif where is Surroundings.FREE and (
            style == HEADING or not (signs.is_card or style == CAPTION)
        ):
            self._headed(text, style)
        elif style == CAPTION and (block := signs.captioned(text, at)):
            progress.enter(block)
        elif style == TITLE and (heading := signs.untitled(at)):
            if heading is not at.heading:
                progress.open(heading)
            progress.add(text)
        else:
            progress.add(text)

    def _labelled(self, paragraph: Paragraph) -> None:
        target = self.signs.behind_label(paragraph.label, self.progress.at)
        if target is None:
            self.progress.add(f"{paragraph.label} {paragraph.text}".rstrip())
            return
        _turn_to(target, self.progress)
        if paragraph.text:
            self.progress.add(paragraph.text)

    def _headed(self, text: str, style: str) -> None:
        """Take in a heading, or what a person has written outside of all boxes."""
        progress = self.progress
        if heading := self.signs.heading(text, progress.at):
            progress.open(heading)
        elif style == HEADING:
            progress.leave(text)
            progress.lose_way(text)
        elif progress.at.boxed:
            progress.leave(text)
        else:
            progress.add(text)


class OwnTableWalk:
    """The way through one table of this program."""

    def __init__(self, signs: OwnSigns, progress: FormProgress, through: Go) -> None:
        self.signs = signs
        self.progress = progress
        self.through = through
        self.rows: AnswerRows | None = None

    @property
    def at(self) -> Position:
        """Where one is."""
        return self.progress.at

    def go(self, table: Table, *, keeps_blank: bool) -> None:
        """Take in the rows one after the other."""
        blank = 0
        for row in table.rows:
            entries = entries_of(row)
            if not entries:
                continue
            style = self.signs.row_style(row, self.at, self.rows)
            if style == TABLE_HEAD:
                self._head(entries)
            elif style == GROUP:
                self._group(entries)
            elif self.rows is None:
                self._outside(entries)
            elif style == TOTAL:
                self._total(entries, self.rows)
            else:
                blank += not any(entry.text for entry in entries)
                self._data(entries, self.rows, keeps_blank=keeps_blank)
        if self.rows:
            self.progress.gathered.drop_lone_blank(self.rows.grid.block.key, blank)

    def _head(self, entries: list[CellWords]) -> None:
        """Take in a head: of a grid, or of the next block with such columns."""
        if self.signs.is_head_of_form([fold(entry.text) for entry in entries]):
            return
        grid = self.signs.head(entries, self.at)
        if grid is None:
            self._leave(entries)
            return
        self.progress.enter(grid.block)
        self.rows = self.progress.begin_own_rows(grid)

    def _group(self, entries: list[CellWords]) -> None:
        if heading := self.signs.heading(entries[0].text, self.at):
            self.progress.open(heading)
        else:
            self._leave(entries)

    def _total(self, entries: list[CellWords], rows: AnswerRows) -> None:
        total, gathered = rows.grid.block.total, self.progress.gathered
        if total is None:
            self._leave(entries)
            return
        gathered.begin_unit()
        gathered.open_text(total.key)
        words = behind_label(entries[0].text, total.label)
        others = [entry.text for entry in entries[1:] if entry.text]
        if text := " ".join(filter(None, (words, *others))):
            gathered.add_text(total.key, text)

    def _data(self, entries: list[CellWords], rows: AnswerRows, *, keeps_blank: bool) -> None:
        is_blank = not any(entry.text for entry in entries)
        numbered = self.signs.marks.form.row_style(rows.grid.block) != "none"
        keep = keeps_blank and not (is_blank and numbered)
        rows.take(entries, self.progress.gathered, self.at.origin, keep=keep)

    def _outside(self, entries: list[CellWords]) -> None:
        """Take in a row of a table that has no head: a box, or an item of a grid."""
        if len(entries) == 1:
            self._box(entries[0])
        else:
            self._item(entries[1], entries[2:], entries)

    def _box(self, entry: CellWords) -> None:
        """Take in the box around a text."""
        self.progress.gathered.begin_unit()
        if self.at.boxed or (self.at.block and self.at.block.is_table):
            block = self.signs.next_blank(self.at)
            if block is None:
                self._leave([entry])
                return
            self.progress.enter(block)
        self.through(entry.cell.blocks, Surroundings.BOX)
        self.progress.leave_own_box()

    def _item(
        self, item: CellWords, answers: Sequence[CellWords], entries: list[CellWords]
    ) -> None:
        """Take in a row of a grid: number, item, answer."""
        target = self.signs.labelled_item(_first_words(item), self.at)
        if target is None:
            self._leave(entries)
            return
        _turn_to(target, self.progress)
        for entry in answers:
            self.progress.gathered.begin_unit()
            self.through(entry.cell.blocks, Surroundings.WITHIN)

    def _leave(self, entries: list[CellWords]) -> None:
        for entry in entries:
            if entry.text and not entry.is_number:
                self.progress.gathered.begin_unit()
                self.progress.leave(entry.text)


def _turn_to(target: Heading | Part, progress: FormProgress) -> None:
    if isinstance(target, Heading):
        progress.open(target)
    else:
        progress.enter(target)


def _first_words(entry: CellWords) -> str:
    """Return the words of an item without the note below them."""
    first = entry.cell.blocks[0] if entry.cell.blocks else None
    return first.text if isinstance(first, Paragraph) else ""
