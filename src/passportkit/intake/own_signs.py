"""What words are signs of in a document of this program, where styles tell the form's from others.

Nothing here moves or takes anything in: where one is, is handed in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from passportkit.forms.model import Block, Part
from passportkit.intake.answer_rows import AnswerRows
from passportkit.intake.cells import CellWords
from passportkit.intake.directions import (
    Direction,
    Enter,
    Leave,
    LoseWay,
    Open,
    PassOver,
    TakeIn,
    UnreadLine,
    turn_to,
)
from passportkit.intake.extraction import FurnitureKind
from passportkit.intake.folding import fold, without
from passportkit.intake.gathered import Gathered
from passportkit.intake.grid import ColumnMap, head_of, in_order
from passportkit.intake.landmarks import Heading, Landmarks
from passportkit.intake.own_signatures import CellKind, kinds_by_style
from passportkit.intake.position import Position, Surroundings
from passportkit.intake.typed_words import added_words, typed_words
from passportkit.intake.witness import was_said
from passportkit.paper import Paper, PaperBlock, Paragraph, Table
from passportkit.paper.styles import (
    ANNEX,
    CAPTION,
    FIXED_WORDS,
    FIXED_WORDS_IN_BOLD,
    GROUP,
    HEADING,
    NOTE,
    TITLE,
)
from passportkit.stamp import Stamp, hash_of_row
from passportkit.suggestion import nearest

_NEARLY = 0.8
"""How much of two labels has to be the same for one to be the other with a slip in it."""

_HEADINGS = (HEADING, GROUP)
_NOTES = (NOTE, FIXED_WORDS, FIXED_WORDS_IN_BOLD)

T = TypeVar("T")


class OwnSigns:
    """What words are signs of in a form, by their styles and by what was met of it so far.

    A stamp tells which answers nobody has changed.
    """

    def __init__(self, marks: Landmarks, met: Gathered, stamp: Stamp | None = None) -> None:
        self.marks = marks
        self.met = met
        self._stamp = stamp

    @property
    def is_card(self) -> bool:
        """Whether answers stand among the headings, and only styles tell them apart."""
        return self.marks.form.layout == "card"

    def style(self, paragraph: Paragraph, _where: Surroundings, _at: Position) -> str:
        """Return the style that says what a paragraph is."""
        return paragraph.style

    def labelled(self, paragraph: Paragraph, _at: Position) -> Paragraph:
        """Return a paragraph with the label that it begins with, if it does, apart."""
        return paragraph

    def row_style(
        self, entries: Sequence[CellWords], _at: Position, _rows: AnswerRows | None
    ) -> str:
        """Return the style that says what a row is: that of its first words."""
        for entry in entries:
            if entry.cell.blocks:
                first = entry.cell.blocks[0]
                return first.style if isinstance(first, Paragraph) else ""
        return ""

    def signature_kinds(self, entries: Sequence[CellWords], _at: Position) -> Sequence[CellKind]:
        """Return what the cells of a row of a signature are; nothing for any other row."""
        return kinds_by_style(entries, self.marks)

    # --- paragraphs ---

    def joined(self, _paragraph: Paragraph, _behind: Sequence[PaperBlock]) -> Heading | None:
        """Return None: nobody has broken a heading in two."""
        return None

    def of_paragraph(
        self,
        paragraph: Paragraph,
        where: Surroundings,
        _behind: Sequence[PaperBlock],
        at: Position,
    ) -> Sequence[Direction]:
        """Return what a paragraph tells to do."""
        paragraph = self.labelled(paragraph, at)
        text, style = paragraph.text, self.style(paragraph, where, at)
        if paragraph.label:
            return self._labelled(paragraph, at)
        if kind := self.furniture(text, style):
            return [PassOver(text, kind)]
        if where is Surroundings.FREE and (
            style in _HEADINGS or not (self.is_card or style == CAPTION)
        ):
            return self._headed(text, style, at)
        if style == CAPTION and (block := self.captioned(text, at)):
            return [Enter(block, text)]
        if style == TITLE and (heading := self.untitled(at)):
            opening = [] if heading is at.heading else [Open(heading)]
            return [*opening, TakeIn(text)]
        return [TakeIn(text)]

    def of_line(self, line: UnreadLine, _at: Position) -> Sequence[Direction]:
        """Return that a line is of an answer: paragraphs are read as a whole."""
        return [TakeIn(line.text)]

    def _labelled(self, paragraph: Paragraph, at: Position) -> Sequence[Direction]:
        """Return what a label tells, with what somebody has typed into it or right behind it.

        Words behind it are the answer, or begin it; but not before an answer that is as it was.
        """
        label, text = paragraph.label, paragraph.text
        target = self.behind_label(label, at)
        if target is None:
            return [TakeIn(" ".join(filter(None, [label, text])))]
        within, behind = typed_words(label, _label_of(target))
        if behind and text and (behind.startswith("(") or self._is_stamped(text, target)):
            within, behind = behind, ""
        answer = " ".join(filter(None, [behind, text]))
        return [
            turn_to(target, without(label, within or behind)),
            *([Leave(within)] if within else []),
            *([TakeIn(answer)] if answer else []),
        ]

    def _is_stamped(self, text: str, target: Heading | Part) -> bool:
        """Whether the document was made of this very answer."""
        part = target.part if isinstance(target, Heading) else target
        return part is not None and self.was(text, part.key)

    def was(self, text: str, key: str) -> bool:
        """Whether this stood in a place of the form when the document was made."""
        return self._stamp is not None and was_said(text, self._stamp.hashes.get(key, ()))

    def _headed(self, text: str, style: str, at: Position) -> Sequence[Direction]:
        """Return what a heading tells, or what a person has written outside of all boxes."""
        if heading := self.heading(text, at):
            return self.opened(heading, text)
        if style in _HEADINGS:
            return [Leave(text), LoseWay(text)]
        return [Leave(text) if at.boxed else TakeIn(text)]

    def opened(self, target: Heading | Part, said: str) -> Sequence[Direction]:
        """Return the direction to what is headed so; what somebody has added there is left."""
        heading = target.spellings[-1] if isinstance(target, Heading) else target.label
        added = added_words(said, heading) if fold(said) != fold(_label_of(target)) else ""
        return [turn_to(target, without(said, added)), *([Leave(added)] if added else [])]

    def furniture(self, text: str, style: str) -> FurnitureKind | None:
        """Return what a paragraph is of the form's own: its title, the line above, or a note."""
        form = self.marks.form
        if style in _NOTES:
            return "note" if fold(text) in self.marks.notes else None
        own = {TITLE: form.title, ANNEX: form.annex or ""}.get(style)
        return "title" if own and fold(own) == fold(text) else None

    def heading(self, text: str, at: Position) -> Heading | None:
        """Return the next heading in the words of `text`, or in about these words."""
        words = fold(text)
        ahead = self.marks.onwards(at.place)
        same = next((each for each in ahead if each.text and each.fold == words), None)
        if same:
            return same
        found = self.marks.headings.like(text)
        return found.item if found and found.item.place > at.place else None

    def behind_label(self, label: str, at: Position) -> Heading | Part | None:
        """Return what a label leads to: a part of the present section, or the next of a card."""
        words = fold(label)
        parts: list[tuple[str, Heading | Part]] = [*self._parts(at)]
        further = [
            (each.fold, each) for each in self.marks.onwards(at.place) if each.text and each.part
        ]
        return (
            _same(words, [*parts, *further])
            or _longest(words, [each for each in (*parts, *further) if self._is_open(each[1], at)])
            or _likest(words, parts)
            or _likest(words, further)
        )

    def _is_open(self, target: Heading | Part, at: Position) -> bool:
        """Whether an answer may follow: none was met, and its label is not behind."""
        if isinstance(target, Part):
            return not self.met.has_words(target.key)
        return target.place > at.place

    def labelled_item(self, text: str, at: Position) -> Heading | Part | None:
        """Return what an item of a grid leads to: a part of the present section, or a heading."""
        words = fold(text)
        inner = self._within(words, at)
        if inner and fold(inner.label) == words:
            return inner
        heading = self.heading(text, at)
        return inner if inner and not (heading and heading.fold == words) else heading

    def _within(self, words: str, at: Position) -> Part | None:
        """Return the next part of the present section that is labelled so."""
        parts = self._parts(at)
        return _same(words, parts) or _likest(words, parts)

    def _parts(self, at: Position) -> Sequence[tuple[str, Part]]:
        """Return the parts of the present section with their labels, those that come next first."""
        blocks = () if at.heading and at.heading.part else at.blocks
        parts = [part for block in blocks for part in block.parts or ()]
        first = next((n + 1 for n, part in enumerate(parts) if part is at.part), 0)
        return [(fold(part.label), part) for part in (*parts[first:], *parts[:first])]

    def captioned(self, text: str, at: Position) -> Block | None:
        """Return the next block of the section that has this caption."""
        words = fold(text)
        same = (each for each in turned(at) if each.caption and fold(each.caption) == words)
        return next(same, None)

    def untitled(self, at: Position) -> Heading | None:
        """Return the next section that goes without a heading, such as the title of a card."""
        if not self.is_card:
            return None
        untitled = [each for each in self.marks.all if not each.text and not each.is_signed]
        here = [each for each in untitled if each is at.heading]
        ahead = [each for each in untitled if each.place > at.place]
        return next(iter((*here, *ahead, *untitled)), None)

    # --- tables ---

    def is_head_of_form(self, words: Sequence[str]) -> bool:
        """Whether a row has the heads of a form that is one table."""
        grid = self.marks.form.grid
        return grid is not None and list(words) == [fold(column) for column in grid.columns]

    def head(self, entries: Sequence[CellWords], at: Position) -> ColumnMap | None:
        """Return the columns of the table of which this is the head, of the next that fits."""
        words = [fold(entry.text) for entry in entries]
        # the one whose caption was read, then the next ones
        present = [at.block] if at.block and not at.boxed else []
        blocks = [block for block in (*present, *turned(at)) if block.is_table]
        same = next((block for block in blocks if has_heads(block, words)), None)
        if same:
            return in_order(columns_of(entries, same), same)
        if at.unknown or self.is_head_elsewhere(words, at):
            return None
        grid = head_of(entries, blocks, self.marks)
        # of a table that was moved here hardly a head is known
        return grid if grid and grid.by_words >= max(1, len(grid.by_order)) else None

    def is_head_elsewhere(self, words: Sequence[str], at: Position) -> bool:
        """Whether a row has the very heads of a table of another section, and of none here."""
        tables = self.marks.tables
        having = (*tables.get(tuple(words), ()), *tables.get(tuple(words[1:]), ()))
        return bool(having) and not any(block in at.blocks for block in having)

    def heads_another(self, entries: Sequence[CellWords], grid: ColumnMap, at: Position) -> bool:
        """Whether a row among answers is the head of a table of another section."""
        words = [fold(entry.text) for entry in entries]
        return self.is_head_elsewhere(words, at) and not self.was_row(entries, grid)

    def was_row(self, entries: Sequence[CellWords], grid: ColumnMap) -> bool:
        """Whether the document was made of a row with these very words."""
        if self._stamp is None:
            return False
        words = [each.text for each in entries if grid.key_of(each.cell)]
        return hash_of_row(words) in self._stamp.hashes.get(grid.key, ())

    def headed(self, words: Sequence[str], at: Position) -> tuple[Heading, Block] | None:
        """Return what has these very heads and no rows yet, where the heading is not known."""
        ahead = self.marks.all[at.place + 1 :] if at.unknown else ()
        tables = ((each, block) for each in ahead for block in each.blocks if block.is_table)
        return next(
            (
                (heading, block)
                for heading, block in tables
                if has_heads(block, words) and not self.met.has_words(block.key)
            ),
            None,
        )

    def next_blank(self, at: Position) -> Block | None:
        """Return the next block of the section that a box may be of."""
        return next((block for block in turned(at) if not self._is_met(block, at)), None)

    def _is_met(self, block: Block, at: Position) -> bool:
        """Whether a block is a table, or a text that has words already."""
        if block.is_table or block is at.block:
            return True
        return any(self.met.has_words(part.key) for part in block.parts or (block,))


def turned(at: Position) -> Iterator[Block]:
    """Yield the blocks of the section behind those that were met, then the others."""
    first = next((n for n, block in enumerate(at.blocks) if block is at.block), 0)
    if at.boxed or not at.fresh:
        first += 1
    yield from at.blocks[first:]
    yield from at.blocks[:first]


def has_heads(block: Block, words: Sequence[str]) -> bool:
    """Whether these are the heads of a table, with or without that of its numbers."""
    heads = [fold(column.heading) for column in block.columns or ()]
    return heads in (list(words), list(words[1:]))


def columns_of(entries: Sequence[CellWords], block: Block) -> Sequence[CellWords]:
    """Return the heads of the columns of a table, without that of its numbers."""
    return entries[-len(block.columns or ()) :]


def _label_of(target: Heading | Part) -> str:
    return target.text if isinstance(target, Heading) else target.label


def _same(words: str, labels: Sequence[tuple[str, T]]) -> T | None:
    """Return what is labelled in these words."""
    return next((found for label, found in labels if label == words), None)


def _longest(words: str, labels: Sequence[tuple[str, T]]) -> T | None:
    """Return what has the longest label that these words begin with."""
    begun = (each for each in labels if each[0] and words.startswith(f"{each[0]} "))
    longest = max(begun, key=lambda each: len(each[0]), default=None)
    return longest and longest[1]


def _likest(words: str, labels: Sequence[tuple[str, T]]) -> T | None:
    """Return what is labelled in nearly these words: people type into labels too."""
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
    return 2 * len(found) >= sum(not each.is_signed for each in marks.all)


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
