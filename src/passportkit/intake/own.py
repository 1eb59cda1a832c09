"""The way through a document of this program, where styles tell the form's words from others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from passportkit.forms.model import Block, Part
from passportkit.intake.folding import fold
from passportkit.intake.gathered import Gathered
from passportkit.intake.landmarks import Heading, Landmarks
from passportkit.intake.own_tables import OwnPassage
from passportkit.intake.position import Position, Surroundings
from passportkit.paper import Paper, PaperBlock, Paragraph, Table
from passportkit.paper.styles import ANNEX, CAPTION, HEADING, NOTE, TITLE
from passportkit.suggestion import nearest

_NEARLY = 0.8
"""How much of two labels has to be the same for one to be the other with a slip in it."""

T = TypeVar("T")


class OwnWalk(Position):
    """The way through a document of this program: author's words are never taken for the form's.

    `keeps_blank`: a row that has only its number is a row; but not in a blank form.
    """

    def __init__(self, marks: Landmarks, gathered: Gathered, *, keeps_blank: bool) -> None:
        super().__init__(marks, gathered)
        self.keeps_blank = keeps_blank

    @property
    def is_card(self) -> bool:
        """Whether answers stand among the headings, and only styles tell them apart."""
        return self.marks.form.layout == "card"

    def go(self, blocks: Sequence[PaperBlock], where: Surroundings) -> None:
        """Go through blocks that follow one another."""
        for piece in blocks:
            if isinstance(piece, Table):
                OwnPassage(piece, self).go()
            else:
                if where is Surroundings.FREE:
                    self.gathered.begin_unit()
                self._paragraph(piece, where)

    def _paragraph(self, paragraph: Paragraph, where: Surroundings) -> None:
        text, style = paragraph.text, paragraph.style
        if paragraph.label:
            self._labelled(paragraph)
        elif self._is_no_answer(paragraph):
            return
        elif where is Surroundings.FREE and (
            style == HEADING or not (self.is_card or style == CAPTION)
        ):
            self._headed(paragraph)
        elif style == CAPTION and (block := self._captioned(text)):
            self.enter(block)
        elif style == TITLE and (heading := self._untitled()):
            self.open_or_stay(heading)
            self.add(text)
        else:
            self.add(text)

    def _labelled(self, paragraph: Paragraph) -> None:
        if target := self.labelled(paragraph.label):
            if isinstance(target, Heading):
                self.open(target)
            else:
                self.enter(target)
            if paragraph.text:
                self.add(paragraph.text)
        else:
            self.add(f"{paragraph.label} {paragraph.text}".rstrip())

    def _headed(self, paragraph: Paragraph) -> None:
        """Take in a heading, or what a person has written outside of all boxes."""
        text = paragraph.text
        if heading := self.named(text):
            self.open(heading)
        elif paragraph.style == HEADING:
            self.leave(text)
            self.unknown = text
        elif self.boxed:
            self.leave(text)
        else:
            self.add(text)

    def _is_no_answer(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph is the form's own: its title, the line above, or a note."""
        style, form = paragraph.style, self.marks.form
        if style == NOTE:
            notes = (section.note for section in form.sections if section.note)
            return fold(paragraph.text) in map(fold, notes)
        own = {TITLE: form.title, ANNEX: form.annex or ""}.get(style)
        return own is not None and fold(own) == fold(paragraph.text)

    def named(self, text: str) -> Heading | None:
        """Return the next heading in the words of `text`, or in about these words."""
        words = fold(text)
        ahead = self.marks.onwards(self.place)
        same = next((each for each in ahead if each.text and each.fold == words), None)
        if same:
            return same
        found = self.marks.headings.like(text)
        return found.item if found and found.item.place > self.place else None

    def labelled(self, label: str) -> Heading | Part | None:
        """Return what a label leads to: a part of the present section, or the next of a card."""
        words = fold(label)
        if inner := self._within(words):
            return inner
        ahead = [each for each in self.marks.onwards(self.place) if each.part]
        return _likest(words, [(each.fold, each) for each in ahead])

    def labelled_item(self, text: str) -> Heading | Part | None:
        """Return what an item of a grid leads to: a part of the present section, or a heading."""
        words = fold(text)
        inner = self._within(words)
        if inner and fold(inner.label) == words:
            return inner
        heading = self.named(text)
        return inner if inner and not (heading and heading.fold == words) else heading

    def _within(self, words: str) -> Part | None:
        """Return the next part of the present section that is labelled so."""
        blocks = self.heading.blocks if self.heading and not self.heading.part else ()
        parts = [part for block in blocks for part in block.parts or ()]
        at = next((n + 1 for n, part in enumerate(parts) if part is self.part), 0)
        return _likest(words, [(fold(part.label), part) for part in (*parts[at:], *parts[:at])])

    def _captioned(self, text: str) -> Block | None:
        words = fold(text)
        turned = self.turned()
        same = (each for each in turned if each.caption and fold(each.caption) == words)
        return next(same, None)

    def turned(self) -> Iterator[Block]:
        """Yield the blocks of the section behind those that were met, then the others."""
        blocks = self.heading.blocks if self.heading else ()
        at = next((n for n, block in enumerate(blocks) if block is self.block), 0)
        if self.boxed or not self.fresh:
            at += 1
        yield from blocks[at:]
        yield from blocks[:at]

    def is_met(self, block: Block) -> bool:
        """Return whether a block is a table, or a text that has words already."""
        if block.is_table or block is self.block:
            return True
        return any(self.gathered.has_words(part.key) for part in block.parts or (block,))

    def _untitled(self) -> Heading | None:
        """Return the next section that goes without a heading, such as the title of a card."""
        if not self.is_card:
            return None
        untitled = [each for each in self.marks.all if not each.text]
        here = [each for each in untitled if each is self.heading]
        ahead = [each for each in untitled if each.place > self.place]
        return next(iter((*here, *ahead, *untitled)), None)

    def open_or_stay(self, heading: Heading) -> None:
        """Go on at a heading, unless one is there already."""
        if heading is not self.heading:
            self.open(heading)


def _likest(words: str, labels: Sequence[tuple[str, T]]) -> T | None:
    """Return what is labelled in these words, or in nearly these: people type into labels too."""
    for label, found in labels:
        if label == words:
            return found
    near = nearest(words, [label for label, _ in labels], likeness=_NEARLY)
    return next((found for label, found in labels if label == near), None)


def is_ours(paper: Paper, marks: Landmarks) -> bool:
    """Return whether a document is of this program, and its styles still say what is what."""
    if paper.stamp is None:
        return False
    if marks.form.layout == "card":
        return any(isinstance(each, Paragraph) and _leads(each) for each in paper.blocks)
    texts = _items(paper.blocks) if marks.form.layout == "grid" else _headings(paper.blocks)
    found = {each.item for text in texts if (each := marks.headings.whole(text))}
    return 2 * len(found) >= len(marks.all)


def _leads(paragraph: Paragraph) -> bool:
    return bool(paragraph.label) or paragraph.style in (HEADING, TITLE)


def _headings(blocks: Sequence[PaperBlock]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph) and block.style == HEADING:
            yield block.text


def _items(blocks: Sequence[PaperBlock]) -> Iterator[str]:
    for block in blocks:
        for row in block.rows if isinstance(block, Table) else ():
            for cell in row.cells[:2]:
                yield from (each.text for each in cell.blocks if isinstance(each, Paragraph))
