"""Two texts, one above the other, with the words that differ; the rest is cut to a few words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from passportkit.controls import visible
from passportkit.merge.difference import DifferencePiece, difference
from passportkit.report.columns import WIDEST

if TYPE_CHECKING:
    from rich.text import Text

AROUND = 6
"""How many words are shown before and behind those that differ."""

_CUT = "…"
_BLANK = "␣"
"""A blank that makes a difference, and would not be seen."""

_SIDES = (("-", "gone", "red"), ("+", "new", "green"))


class ContrastWord(NamedTuple):
    """A word, and whether only this side has it."""

    text: str
    differs: bool


class ContrastLine(NamedTuple):
    """A line on the terminal: what stands before it, its words, and the colour of its side."""

    indent: str
    words: tuple[ContrastWord, ...]
    colour: str

    @property
    def plain(self) -> str:
        """The line without colours."""
        return self.indent + " ".join(word.text for word in self.words)

    def coloured(self) -> Text:
        """Return the line in the colour of its side, with the words that differ in bold."""
        from rich.text import Text

        line = Text(self.indent, self.colour)
        for index, (text, differs) in enumerate(self.words):
            line.append(" " if index else "")
            line.append(text, f"bold {self.colour}" if differs else self.colour)
        return line.append("\n")


def contrast(before: str, after: str, width: int) -> Iterator[ContrastLine]:
    """Yield the lines for two texts, none wider than `width` columns; an empty text has none."""
    pieces = difference(before, after)
    for sign, fate, colour in _SIDES:
        for paragraph in _paragraphs(pieces, fate):
            yield from _wrapped(_cut(paragraph), sign, colour, min(width, WIDEST))


def _paragraphs(pieces: Iterable[DifferencePiece], mine: str) -> Iterator[list[ContrastWord]]:
    """Yield the paragraphs of a side in which something differs, or where the other has more."""
    paragraphs: list[list[ContrastWord]] = [[]]
    for fate, words in pieces:
        if fate in ("kept", mine):
            first, *others = words.split("\n")
            paragraphs[-1] += _words(first, fate)
            paragraphs += [_words(other, fate) for other in others]
        elif "\n" not in words:
            paragraphs[-1].append(_GAP)
    for each in paragraphs:
        if any(word.differs for word in each) and any(word.text for word in each):
            yield each


def _words(line: str, fate: str) -> list[ContrastWord]:
    if fate == "kept":
        return [ContrastWord(visible(text), differs=False) for text in line.split(" ") if text]
    if line.isspace():  # all that differs
        return [ContrastWord(_BLANK * len(line), differs=True)]
    texts = line.replace("\N{NO-BREAK SPACE}", _BLANK).split(" ")
    return [ContrastWord(visible(text), differs=True) for text in texts if text]


_GAP = ContrastWord("", differs=True)
"""Where the other side has words that this one does not have."""


def _cut(words: list[ContrastWord]) -> list[ContrastWord]:
    """Return the words around those that differ, with `…` where some are left out."""
    near: set[int] = set()
    for index, word in enumerate(words):
        if word.differs:
            near.update(range(index - AROUND, index + AROUND + 1))
    shown: list[ContrastWord] = []
    for index, word in enumerate(words):
        if index in near:
            shown.append(word)
        elif not shown or shown[-1].text != _CUT:
            shown.append(ContrastWord(_CUT, differs=False))
    return [word for word in shown if word.text]


def _wrapped(
    words: list[ContrastWord], sign: str, colour: str, width: int
) -> Iterator[ContrastLine]:
    indent, line, room = f"  {sign} ", list[ContrastWord](), width - 4
    for word in words:
        if line and len(word.text) > room:
            yield ContrastLine(indent, tuple(line), colour)
            indent, line, room = "    ", [], width - 4
        line.append(word)
        room -= len(word.text) + 1
    yield ContrastLine(indent, tuple(line), colour)
