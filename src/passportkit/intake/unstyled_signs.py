"""What words are signs of in a document of this program whose styles are gone, or say otherwise.

Somebody has cleared its formatting, or restyled it: its very words and its boxes are still there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from passportkit.intake.answer_rows import AnswerRows
from passportkit.intake.cells import CellWords
from passportkit.intake.directions import Direction, Open, TakeIn
from passportkit.intake.folding import fold
from passportkit.intake.landmarks import Heading
from passportkit.intake.own_signatures import CellKind, kinds_by_style, kinds_by_words
from passportkit.intake.own_signs import OwnSigns, has_heads, turned
from passportkit.intake.position import Position, Surroundings
from passportkit.intake.witness import was_said
from passportkit.paper import PaperBlock, Paragraph
from passportkit.paper.styles import ANNEX, CAPTION, GROUP, HEADING, NOTE, TABLE_HEAD, TITLE, TOTAL
from passportkit.text import as_paragraph

_MOST_LINES_OF_A_TITLE = 10
"""How many lines are looked at, at each paragraph before the title, for one that begins there."""


class UnstyledSigns(OwnSigns):
    """What words are signs of in a form by its very words alone.

    A stamp tells where an answer is complete: words like a heading before that are its own. It
    knows nothing of an answer that people have changed; without it all words like a heading are.
    """

    def of_paragraph(
        self,
        paragraph: Paragraph,
        where: Surroundings,
        behind: Sequence[PaperBlock],
        at: Position,
    ) -> Sequence[Direction]:
        """Return what a paragraph tells to do; a title of several lines may begin like a label."""
        if untitled := self._begun_title(paragraph, behind, at):
            return [Open(untitled), TakeIn(paragraph.text)]
        return super().of_paragraph(paragraph, where, behind, at)

    def _begun_title(
        self, paragraph: Paragraph, behind: Sequence[PaperBlock], at: Position
    ) -> Heading | None:
        """Return the section without a heading if its very lines begin here, by the stamp."""
        hashes = self._title_hashes(at)
        if not hashes or paragraph.label:
            return None
        lines = [paragraph.text]
        for block in behind[:_MOST_LINES_OF_A_TITLE]:
            if not isinstance(block, Paragraph) or block.label:
                break
            lines.append(block.text)
            if was_said("\n".join(lines), hashes):
                return self.untitled(at)
        return None

    def style(self, paragraph: Paragraph, where: Surroundings, at: Position) -> str:
        """Return the style that a paragraph had when the document was made."""
        words, form = fold(paragraph.text), self.marks.form
        if at.heading is None or at.heading.is_signed:
            own = {fold(form.title): TITLE, fold(form.annex or ""): ANNEX}
            if words and words in own:
                return own[words]
        if at.fresh and at.heading and at.heading.section:
            note = at.heading.section.note
            if note and fold(note) == words:
                return NOTE
        style = self._style_like(paragraph.text, words, where, at)
        # asked last, and of few: how much of an answer is still to come is a question to all of it
        return "" if style and self.is_awaited(paragraph.text, at) else style

    def _style_like(self, text: str, words: str, where: Surroundings, at: Position) -> str:
        """Return the style of what the form has in these words, were they not of an answer."""
        if where is Surroundings.FREE and self._is_known_title(text, at):
            return TITLE
        if any(block.caption and fold(block.caption) == words for block in turned(at)):
            return CAPTION
        if where is not Surroundings.FREE:
            return ""
        ahead = self.marks.all[at.place + 1 :]
        if any(each.text and not each.part and each.fold == words for each in ahead):
            return HEADING
        return TITLE if self._may_be_title(at) else ""

    def _is_known_title(self, text: str, at: Position) -> bool:
        """Whether words are the section of a card without a heading, by the stamp."""
        return was_said(text, self._title_hashes(at))

    def _title_hashes(self, at: Position) -> Sequence[str]:
        """Return what the stamp says of the section without a heading while it lies ahead."""
        untitled = self.untitled(at)
        if untitled is None or untitled.block is None or untitled.place <= at.place:
            return ()
        return self._stamp.hashes.get(untitled.block.key, ()) if self._stamp else ()

    def _may_be_title(self, at: Position) -> bool:
        """Whether what is neither a heading nor a label begins the section without a heading.

        It does where the answer before is complete, or where only lines with labels come before it.
        """
        if self._stamp:
            return any(self._title_hashes(at)) and self._is_complete(at)
        untitled = self.untitled(at)
        if untitled is None or untitled.block is None or untitled.place <= at.place:
            return False
        return all(each.part for each in self.marks.all[at.place + 1 : untitled.place])

    def labelled(self, paragraph: Paragraph, at: Position) -> Paragraph:
        """Return a paragraph with the label that it begins with, if it does, apart."""
        text = paragraph.text
        if paragraph.label or self._is_known_title(text, at):
            return paragraph
        label = next((each for each in self._labels(at) if _begins(text, each)), None)
        if label is None or self.is_awaited(text, at):
            return paragraph
        words = as_paragraph(text[len(label) :].removeprefix(" "))
        return Paragraph(words, paragraph.style, label)

    def _labels(self, at: Position) -> Iterator[str]:
        """Yield the labels that may come: of further parts of the section, or of a card."""
        blocks = () if at.heading and at.heading.part else at.blocks
        parts = [part for block in blocks for part in block.parts or ()]
        first = next((n + 1 for n, part in enumerate(parts) if part is at.part), 0)
        yield from (part.label for part in parts[first:] if part.label)
        if self.is_card:
            yield from (each.text for each in self.marks.all[at.place + 1 :] if each.part)

    def row_style(self, entries: Sequence[CellWords], at: Position, rows: AnswerRows | None) -> str:
        """Return the style that the first words of a row had."""
        texts = [entry.text for entry in entries]
        words = [fold(text) for text in texts]
        if rows is None and self._is_head(words, at):
            is_box = len(texts) == 1 and self.is_awaited(texts[0], at)
            return "" if is_box else TABLE_HEAD
        if rows and self.heads_another(entries, rows.grid, at):
            return TABLE_HEAD
        groups = (each for each in self.marks.all[at.place + 1 :] if each.block is None)
        if len(words) == 1 and any(each.fold == words[0] for each in groups):
            return GROUP
        total = rows.grid.block.total if rows else None
        return TOTAL if total and _begins(texts[0], total.label) else ""

    def signature_kinds(self, entries: Sequence[CellWords], at: Position) -> Sequence[CellKind]:
        """Return what the cells of a row of a signature are by their words."""
        return kinds_by_words(entries, self.marks, at)

    def _is_head(self, words: list[str], at: Position) -> bool:
        if self.is_head_of_form(words):
            return True
        return any(block.is_table and has_heads(block, words) for block in turned(at))

    def _is_complete(self, at: Position) -> bool:
        """Whether the answer to the present place has come whole: what follows is of another."""
        if self._stamp is None or at.text is None:
            return at.heading is None
        return was_said(self.met.text(at.text.key), self.made_of(at))

    def is_awaited(self, text: str, at: Position) -> bool:
        """Whether words belong to the answer to the present place, which lacks some as yet."""
        was, said = self.made_of(at), self.said(at)
        return not was_said(said, was) if said else was_said(text, was)

    def made_of(self, at: Position) -> Sequence[str]:
        """Return the hashes of the answer to the present place when the document was made."""
        return self._stamp.hashes.get(at.text.key, ()) if self._stamp and at.text else ()

    def said(self, at: Position) -> str:
        """Return what was met of the answer to the present place that the stamp knows."""
        return self.met.text(at.text.key) if self._stamp and at.text else ""


class PatientSigns(UnstyledSigns):
    """What words are signs of where every answer comes whole, as that of its heading or label.

    So it is where no word was changed: even the first words of an answer may be like a heading.
    """

    def is_awaited(self, _text: str, at: Position) -> bool:
        """Whether the answer to the present place lacks words as yet."""
        was = self.made_of(at)
        return bool(was) and not was_said(self.said(at), was)


class HalfStyledSigns(UnstyledSigns):
    """What words are signs of where only some styles are gone: those that are left hold."""

    def style(self, paragraph: Paragraph, where: Surroundings, at: Position) -> str:
        """Return the style of a paragraph, or that which it had when the document was made."""
        return (
            paragraph.style if paragraph.style in _TELLING else super().style(paragraph, where, at)
        )

    def row_style(self, entries: Sequence[CellWords], at: Position, rows: AnswerRows | None) -> str:
        """Return the style of the first words of a row, or that which they had."""
        style = OwnSigns.row_style(self, entries, at, rows)
        return style if style in _TELLING else super().row_style(entries, at, rows)

    def signature_kinds(self, entries: Sequence[CellWords], at: Position) -> Sequence[CellKind]:
        """Return what the cells of a row of a signature are by their styles, or by their words."""
        return kinds_by_style(entries, self.marks) or super().signature_kinds(entries, at)


_TELLING = frozenset({ANNEX, CAPTION, GROUP, HEADING, NOTE, TABLE_HEAD, TITLE, TOTAL})
"""Styles that say what is what; all others are those of answers."""


def _begins(text: str, label: str) -> bool:
    return bool(label) and text.startswith(label) and not text[len(label) :][:1].strip()
