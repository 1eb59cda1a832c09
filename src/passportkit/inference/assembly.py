"""The pieces of a blank document put together: which lines head which places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from passportkit.inference.blank_form import (
    BlankBlock,
    BlankEntry,
    BlankForm,
    BlankGroup,
    BlankSection,
    BlankTable,
    BlankText,
    BlankWords,
)
from passportkit.inference.blank_pieces import BlankBox, BlankLine, BlankPiece, GridHead, pieces_of
from passportkit.inference.line_shapes import (
    NumberedWords,
    around_places,
    is_signed,
    numbered_words,
)
from passportkit.paper import Paper, styles

_annexed = re.compile(
    r"приложени|утвержд|к\s+(?:положени|порядк|приказ|постановлени|извещени)|от\s+[«\d_]|форма\s*№",
    re.IGNORECASE,
)
_MOST_OF_TITLE = 4
"""How many lines above the first heading are the title; the others are words."""

_SOME_NUMBERS = 2
"""From how many numbered headings on all headings have numbers."""

_AHEAD = 20
"""How many pieces behind a line may be notes before its place comes."""

_NOT_HEADED = {styles.FIXED_WORDS, styles.FIXED_WORDS_IN_BOLD}
_GRID = 3


def blank_form_of(paper: Paper) -> BlankForm:
    """Return the form that a blank document is seen to be."""
    return _Assembly(pieces_of(paper)).made()


@dataclass(slots=True)
class _OpenSection:
    """A section to which places are added until the next one begins."""

    heading: NumberedWords
    is_group: bool = False
    notes: list[str] = field(default_factory=list)
    notes_below: list[str] = field(default_factory=list)
    blocks: list[BlankBlock] = field(default_factory=list)

    @property
    def ends_with_part(self) -> bool:
        """Whether the last place has a label of its own."""
        last = self.blocks[-1] if self.blocks else None
        return isinstance(last, BlankText) and bool(last.label)

    @property
    def is_signed(self) -> bool:
        """Whether somebody signs there."""
        return any(map(is_signed, self.notes_below))

    def entry(self, *, is_group: bool) -> BlankEntry:
        number, words = self.heading
        if (self.is_group or is_group) and not (self.blocks or self.notes):
            return BlankGroup(number, words)
        note, below = "\n".join(self.notes), "\n".join(self.notes_below)
        blocks = tuple(self.blocks) or (BlankText(),)
        return BlankSection(number, words, note, below, blocks, is_bare=not self.blocks)


class _Assembly:
    def __init__(self, pieces: Sequence[BlankPiece]) -> None:
        self._pieces = pieces
        lines = [piece for piece in pieces if isinstance(piece, BlankLine)]
        numbers = [line for line in lines if numbered_words(line.words)]
        self._has_numbers = len(numbers) >= _SOME_NUMBERS
        self._has_boxes = any(_asks_below(piece) for piece in pieces)
        self._above: list[BlankLine] = []
        self._entries: list[BlankEntry] = []
        self._open: _OpenSection | None = None
        self._waiting: list[str] = []
        self._grid: tuple[str, ...] = ()
        self._head_after = 0

    def made(self) -> BlankForm:
        """Return the form."""
        for at, piece in enumerate(self._pieces):
            self._take(piece, self._pieces[at + 1 : at + 1 + _AHEAD])
        self._close(None)
        titles = [each.words for each in self._above if not _is_annex(each)]
        annexes = [each.words for each in self._above if _is_annex(each)]
        rest = [BlankWords(words) for words in titles[_MOST_OF_TITLE:]]
        return BlankForm(
            "\n".join(titles[:_MOST_OF_TITLE]),
            "\n".join(annexes),
            self._layout(),
            self._grid,
            self._head_after,
            (*rest, *self._entries),
        )

    def _layout(self) -> Literal["sections", "grid", "card"]:
        if self._grid:
            return "grid"
        lines = (piece for piece in self._pieces if isinstance(piece, BlankLine))
        is_card = any(line.is_label and line.style == styles.CARD_TEXT for line in lines)
        return "card" if is_card else "sections"

    # --- one piece after the other ---

    def _take(self, piece: BlankPiece, behind: Sequence[BlankPiece]) -> None:
        if isinstance(piece, GridHead):
            self._head(piece)
        elif isinstance(piece, BlankTable):
            self._add(replace(piece, caption=self._caption()))
        elif isinstance(piece, BlankBox):
            self._box(piece, behind)
        else:
            self._line(piece, behind)

    def _head(self, piece: GridHead) -> None:
        """Take the heads of a table of items: of the whole form, or else they are a note."""
        is_begun = self._grid or any(isinstance(each, BlankSection) for each in self._entries)
        if len(piece.heads) == _GRID and not is_begun:
            self._close(None, is_group=True)
            self._grid = piece.heads
            self._head_after = len(self._entries)
        elif self._open and not self._open.blocks:
            self._open.notes.append(" – ".join(piece.heads))
        else:
            self._close(None)
            self._entries.append(BlankWords(" – ".join(piece.heads)))

    def _line(self, line: BlankLine, behind: Sequence[BlankPiece]) -> None:
        heading = self._heading(line, behind)
        if line.is_note or line.style == styles.NOTE:
            self._note(line)
        elif heading is not None:
            self._begin(heading, is_group=line.style == styles.GROUP)
        elif line.style in _NOT_HEADED:
            self._close(None)
            self._entries.append(BlankWords(line.words))
        elif line.is_label:
            self._label(line)
        elif not (self._entries or self._open):
            self._above.append(line)
        else:
            self._other(line)

    def _heading(self, line: BlankLine, behind: Sequence[BlankPiece]) -> NumberedWords | None:
        """Return the number and the words of a line if it is a heading."""
        numbered = numbered_words(line.words)
        plain = numbered or NumberedWords("", line.words)
        if line.style.startswith("heading") or line.style == styles.GROUP:
            return plain
        if line.style in (styles.TITLE, styles.ANNEX, styles.CAPTION):
            return None
        if self._has_numbers or line.is_label or line.is_note:
            return numbered if self._has_numbers else None
        is_first = not (self._entries or self._open or self._above)
        if is_first:
            is_title = line.words.isupper() or _is_annex(line)
            return plain if _asks_below(next(iter(behind), line)) and not is_title else None
        return plain if line.is_bold or _asks_next(behind) else None

    def _note(self, line: BlankLine) -> None:
        if self._waiting:
            self._waiting.append(line.words)
        elif self._open is None:
            self._entries.append(BlankWords(line.words))
        elif self._open.blocks:
            self._open.notes_below.append(line.words)
        else:
            self._open.notes.append(line.words)

    def _label(self, line: BlankLine) -> None:
        """Wait for the place beside a label, in the open section or in one of its own."""
        self._waiting_to_words()
        is_of_open = self._open is not None and (
            line.is_within
            or not self._open.blocks
            or self._open.ends_with_part
            or self._open.is_signed
        )
        if not is_of_open:
            is_card = line.style == styles.CARD_TEXT
            self._begin(NumberedWords("", "" if is_card else line.words))
            self._waiting += [line.words] if is_card else []
        else:
            assert self._open is not None
            if line.is_within and self._open.blocks == [BlankText()]:
                self._open.blocks.clear()
            self._waiting.append(line.words)

    def _other(self, line: BlankLine) -> None:
        """Take a line that is no heading: it has places itself, or goes before the next one."""
        before, *others = around_places(line.words)
        if others and is_signed(line.words):
            self._close(None)
            self._entries.append(BlankWords(line.words, is_signed=True))
        elif others and before:
            self._part(BlankText(before, hint=" ".join(filter(None, others))))
        else:
            self._waiting.append(line.words)

    def _part(self, part: BlankText) -> None:
        self._waiting_to_words()
        if self._open is None:
            self._begin(NumberedWords("", part.label))
            part = replace(part, label="")
        self._add(part)

    def _box(self, box: BlankBox, behind: Sequence[BlankPiece]) -> None:
        is_framed = any(numbered_words(line.words) for line in box.lines)
        if box.lines and (is_framed or not self._is_awaited()):
            for at, line in enumerate(box.lines):
                self._line(line, [*box.lines[at + 1 : at + 1 + _AHEAD], *behind])
            return
        parts = [*_parts(box.lines)]
        if parts:
            first, *others = parts
            for part in (replace(first, caption=self._last_waiting()), *others):
                self._add(part)
            return
        self._place(box)

    def _is_awaited(self) -> bool:
        """Whether the next box is a place, and not a frame around words."""
        return self._open is not None and bool(self._waiting or not self._open.blocks)

    def _place(self, box: BlankBox) -> None:
        """Add one place, with the words that wait for it."""
        hint = "\n".join(line.words for line in box.lines)
        if self._open and not (self._open.blocks or box.is_beside) and self._is_told():
            self._open.notes += self._waiting
            self._waiting.clear()
        words = self._last_waiting()
        if words and (box.is_beside or words.endswith(":")) and self._open:
            label, caption = (words, "") if box.is_beside else ("", words)
            self._add(BlankText(label, caption, hint))
        elif words:
            self._begin(NumberedWords("", words))
            self._add(BlankText(hint=hint))
        elif self._open and not self._open.blocks:
            self._add(BlankText(hint=hint))

    def _is_told(self) -> bool:
        """Whether words wait that say how to answer: a label would end in a colon."""
        return bool(self._waiting) and not self._waiting[-1].endswith(":")

    def _add(self, block: BlankBlock) -> None:
        if self._open is None:
            words = block.caption
            self._begin(NumberedWords("", words))
            block = replace(block, caption="")
        assert self._open is not None
        self._open.blocks.append(block)

    def _caption(self) -> str:
        words = "\n".join(self._waiting)
        self._waiting.clear()
        return words

    def _last_waiting(self) -> str:
        """Return the line right above; those before it belong to no place."""
        if not self._waiting:
            return ""
        words = self._waiting.pop()
        self._waiting_to_words()
        return words

    def _waiting_to_words(self) -> None:
        if self._waiting:
            words = self._caption()
            self._close(None)
            self._entries.append(BlankWords(words))

    # --- sections begin and end ---

    def _begin(self, heading: NumberedWords, *, is_group: bool = False) -> None:
        self._close(heading)
        self._open = _OpenSection(heading, is_group)

    def _close(self, following: NumberedWords | None, *, is_group: bool = False) -> None:
        """End the open section; without a place it is a group over those that follow, or bare."""
        if self._open is not None:
            leads = following is not None and self._leads_to(self._open.heading, following)
            self._entries.append(self._open.entry(is_group=is_group or leads))
            self._open = None
        if self._waiting:
            self._entries.append(BlankWords(self._caption()))

    def _leads_to(self, heading: NumberedWords, following: NumberedWords) -> bool:
        if not self._has_numbers:
            return self._has_boxes
        if not (heading.number and following.number):
            return False
        above, below = (each.number.rpartition(" ")[2] for each in (heading, following))
        is_roman = not above[0].isdigit() and below[0].isdigit()
        return is_roman or below.startswith(f"{above}.")


def _is_annex(line: BlankLine) -> bool:
    return line.style == styles.ANNEX or _annexed.match(line.words) is not None


def _asks_below(piece: BlankPiece) -> bool:
    """Whether a piece is a place that stands below its heading."""
    return isinstance(piece, BlankTable) or (isinstance(piece, BlankBox) and not piece.is_beside)


def _asks_next(behind: Iterable[BlankPiece]) -> bool:
    """Whether a place comes next, or a label with its own, notes aside."""
    for piece in behind:
        if isinstance(piece, BlankLine) and piece.is_note:
            continue
        return _asks_below(piece) or (isinstance(piece, BlankLine) and piece.is_label)
    return False


def _parts(lines: Sequence[BlankLine]) -> Iterator[BlankText]:
    """Yield the labelled places of a box, if its lines are such."""
    if not lines or not all(each.is_label or each.words.endswith((":", "–")) for each in lines):
        return
    for each in lines:
        yield BlankText(each.words)
