"""What words are signs of, in a document that people made themselves: of headings, or of answers.

Nothing here moves or takes anything in: where one is, is handed in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from passportkit.forms.further_places import total_of
from passportkit.forms.model import Block, Part
from passportkit.intake.cells import CellWords
from passportkit.intake.directions import (
    Direction,
    Enter,
    Leave,
    LoseWay,
    Open,
    PassOver,
    SetUnit,
    TakeIn,
    TakeTotal,
    UnreadLine,
    turn_to,
)
from passportkit.intake.extraction import FurnitureKind
from passportkit.intake.folding import number_of, without
from passportkit.intake.form_remains import heads_contents, is_instruction, is_remains, leads_on
from passportkit.intake.gathered import Gathered
from passportkit.intake.head_words import is_unit_of_money, says_only_of_values
from passportkit.intake.labels import SURE, LabelMatch
from passportkit.intake.landmarks import Heading, Inner, Landmarks
from passportkit.intake.leads import Lead, in_bold, lead_of
from passportkit.intake.position import Position, Surroundings
from passportkit.intake.signature_lines import SignatureLines
from passportkit.intake.totals import behind_total
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
        self.signatures = SignatureLines(marks, met)

    def of_paragraph(
        self,
        paragraph: Paragraph,
        where: Surroundings,
        behind: Sequence[PaperBlock],
        at: Position,
    ) -> Sequence[Direction | UnreadLine]:
        """Return what a paragraph tells to do: as a whole, or line by line."""
        if labelled := self._led(lead_of(paragraph), at):
            return labelled
        text = _said(paragraph)
        stands_alone = where is Surroundings.FREE
        if signed := self.signatures.of_text(text, at, stands_alone=stands_alone):
            return signed
        paragraph = Paragraph(text, paragraph.style)
        if self.is_strange(paragraph, where, behind, at):
            return [Leave(text), LoseWay(text)]
        if title := self.title(paragraph, where, at):
            return [Open(title), TakeIn(text)]
        if glued := self.glued(text, at):
            return [UnreadLine(text[: -len(glued.text)], where), Open(glued, glued.text)]
        if "\n" in text and len(text) < LONGEST and (whole := self._whole(text, where, at)):
            return whole
        first, *others = text.split("\n")
        further = where if where is Surroundings.FREE else Surroundings.WITHIN
        return [UnreadLine(first, where), *(UnreadLine(each, further) for each in others)]

    def _led(self, lead: Lead | None, at: Position) -> Sequence[Direction | UnreadLine]:
        """Return what words tell that begin with the label of a part, set off by its looks.

        Nothing else has to part such a label from the words behind it.
        """
        found = self._part_ahead(lead.words, at) if lead else None
        if lead is None or found is None:
            return ()
        target, notes = found
        turn = turn_to(target, without(lead.words, notes), notes)
        return [turn, *_rest(notes), *_rest(lead.rest)]

    def _part_ahead(self, label: str, at: Position) -> tuple[Heading | Part, str] | None:
        """Return the part without an answer that is labelled so, and figures in the label."""
        if at.is_over:
            return None
        inner = at.heading.inner.whole(label) if at.heading else None
        if inner and isinstance(inner.item, Part):
            return None if self.met.has_words(inner.item.key) else (inner.item, inner.rest)
        found = self.marks.headings.whole(label)
        if found is None or found.item.part is None:
            return None
        heading = self.next_named(found.item, at)
        return (heading, found.rest) if heading.place > at.place else None

    def of_line(self, line: UnreadLine, at: Position) -> Sequence[Direction | UnreadLine]:
        """Return what a line tells to do: it begins with a heading, a label, or is an answer."""
        text, where = line
        if led := self._led(in_bold(text), at):
            return led
        heading = self.heading(text, where, at)
        if heading and self.begins_again(heading.item, at):
            return [LoseWay(text, is_over=True), line]
        if heading and (heading.strength >= SURE or not self.furniture(text, where, at)):
            return _opening(heading, text)
        if inner := self.inner(text, where, at):
            return [Enter(inner.item, without(text, inner.rest)), *_rest(inner.rest)]
        if kind := self.furniture(text, where, at):
            return [PassOver(text, kind)]
        if signed := self.signatures.answer(text, at):
            return signed
        return [SetUnit(text)] if _measures(text, at) else [self._answer(text, where, at)]

    def _whole(
        self, text: str, where: Surroundings, at: Position
    ) -> Sequence[Direction | UnreadLine]:
        """Return what a heading or a label tells that is broken into lines."""
        found = self.marks.headings.whole(text)
        if found and self.accepts(found, where, at):
            return _opening(found, text)
        inner = at.heading.inner.whole(text) if at.heading else None
        return [Enter(inner.item, without(text, inner.rest)), *_rest(inner.rest)] if inner else []

    def _answer(self, text: str, where: Surroundings, at: Position) -> Direction:
        total = total_of(self.marks.form, at.block) if at.block and at.boxed else None
        if total and (words := behind_total(text, total.label)):
            return TakeTotal(total.key, words, without(text, words))  # that stands under its table
        if at.boxed and where is Surroundings.FREE:
            return Leave(text)  # signatures and the like stand under the table with the answer
        return TakeIn(text)

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
        if found and (self.accepts(found, where, at) or _is_numbered_so(found, text, where)):
            return found
        return None

    def joined(self, paragraph: Paragraph, behind: Sequence[PaperBlock]) -> Heading | None:
        """Return the heading that a paragraph is together with the one behind it."""
        following, text = (behind[0] if behind else None), _said(paragraph)
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
            return sure and where is not Surroundings.WITHIN and found.stands_alone
        if where is Surroundings.WITHIN:
            return sure and (step == 1 or len(found.item.text.split()) > 1)
        if where is Surroundings.BOX and at.fresh:
            return found.stands_alone and (sure or (step == 1 and found.strength >= _ALMOST))
        if at.fresh and step > 1:  # an answer is missing, or this is it
            return sure or (found.stands_alone and found.strength >= _ALMOST)
        return sure or found.stands_alone or found.strength >= _ALMOST

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
        if found and isinstance(found.item, Part) and found.rest and not found.is_whole:
            # words that begin like a label which has its answer already are of the answer
            return None if self.met.has_words(found.item.key) else found
        return found

    # --- words of others ---

    def furniture(self, text: str, where: Surroundings, at: Position) -> FurnitureKind | None:
        """Return what `text` is if it is the form's own, or what it leaves, and nobody's answer."""
        if is_remains(text):
            return "remains"
        if leads_on(text):
            return "continuation"
        if where is Surroundings.FREE and (around := self._around(text)):
            return around
        if at.heading is None:
            return "title" if self.marks.form_words.like(text) else None
        if len(text) > LONGEST:
            return None
        if not at.fresh:  # a note stands below an answer, too
            return "note" if at.heading.instructions.whole(text) else None
        if is_instruction(text):
            return "note"
        found = at.heading.instructions.like(text)
        return "note" if found and not found.rest else None

    def _around(self, text: str) -> FurnitureKind | None:
        """Return what words outside of tables are if they head contents, or repeat the title."""
        if heads_contents(text):
            return "contents"
        title = self.marks.headings.whole(text) if len(text) < LONGEST else None
        return "title" if title and title.item.place < 0 else None

    def is_strange(
        self,
        paragraph: Paragraph,
        where: Surroundings,
        behind: Sequence[PaperBlock],
        at: Position,
    ) -> bool:
        """Whether the number or the looks of a paragraph say that it heads what no form has."""
        text = paragraph.text
        if where is Surroundings.WITHIN or at.heading is None or len(text) > LONGEST:
            return False
        if not at.counts(text) and not self._stands_out(paragraph, where, behind, at):
            return False
        if leads_on(text) or text.endswith(_GOING_ON):
            return False
        return not self.heading(text, where, at) and not self.inner(text, where, at)

    def _stands_out(
        self,
        paragraph: Paragraph,
        where: Surroundings,
        behind: Sequence[PaperBlock],
        at: Position,
    ) -> bool:
        """Whether a paragraph outside of tables looks like a heading, or heads a further table."""
        if where is not Surroundings.FREE or at.fresh:
            return False
        before_table = bool(behind) and not isinstance(behind[0], Paragraph)
        return bool(_heading_style.match(paragraph.style)) or (at.boxed and before_table)

    # --- cards ---

    def title(self, _paragraph: Paragraph, _where: Surroundings, _at: Position) -> Heading | None:
        """Return the section without a heading that a paragraph is, by its looks: a title."""
        return None

    def glued(self, _text: str, _at: Position) -> Heading | None:
        """Return the heading that stands at the end of other words, without a blank."""
        return None


def _said(paragraph: Paragraph) -> str:
    """Return the words of a paragraph; it has a label in a blank form that was filled by hand."""
    return f"{paragraph.label} {paragraph.text}" if paragraph.label else paragraph.text


def _is_numbered_so(found: LabelMatch[Heading], text: str, where: Surroundings) -> bool:
    """Whether a line outside of tables is about a heading, and has its very number."""
    if where is not Surroundings.FREE or not found.stands_alone or found.strength < _ALMOST:
        return False
    number = found.item.section.number if found.item.section else None
    return bool(number) and number == ".".join(map(str, number_of(text)))


def _measures(text: str, at: Position) -> bool:
    """Whether words above a table are the unit of its sums: «(тыс. руб.)»."""
    if at.boxed or not any(block.is_table for block in at.blocks):
        return False
    return says_only_of_values(text) and is_unit_of_money(text)


def _opening(found: LabelMatch[Heading], text: str) -> Sequence[Direction | UnreadLine]:
    opened = Open(found.item, without(text, found.rest), found.notes)
    return [opened, *_rest(found.rest)]


def _rest(text: str) -> Sequence[UnreadLine]:
    return [UnreadLine(line, Surroundings.WITHIN) for line in text.split("\n") if line]
