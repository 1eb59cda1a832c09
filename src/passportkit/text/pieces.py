"""The pieces of a line: words, signs that stay words, and signs that became marks or links."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from passportkit.text import grammar
from passportkit.text.grammar import BOLD, ITALIC

_NOT_AFTER_OPENING = ("", "]")
"""Nothing, or the end of a link's words: a mark that began there would hold nothing but blanks."""


@dataclass(slots=True)
class Piece:
    """A part of a line: the marks that turn on or off before it, then what it prints."""

    text: str
    link: str | None = None
    turns: int = 0


def pieces(words: str) -> list[Piece]:
    """Return the pieces of the words of one line, in order."""
    return _PieceReader(words).read()


class _PieceReader:
    """Cuts the words of one line into pieces, in one pass.

    Every sign starts as the words it is written with and loses them when it finds its partner.
    Each method takes what was found and returns where to read on.
    """

    __slots__ = ("brackets", "opened", "pieces", "words")

    def __init__(self, words: str) -> None:
        self.words = words
        self.pieces: list[Piece] = []
        self.opened: dict[int, Piece] = {}
        self.brackets: list[tuple[int, int]] = []

    def read(self) -> list[Piece]:
        pattern = grammar.markup_in(self.words)
        end = 0
        while found := pattern.search(self.words, end):
            self._print(self.words[end : found.start()])
            end = _TAKE.get(found[0], _PieceReader.address)(self, found)
        self._print(self.words[end:])
        return self.pieces

    def _print(self, words: str) -> None:
        if words:
            self.pieces.append(Piece(words))

    def address(self, found: re.Match[str]) -> int:
        self.pieces.append(Piece(found[0], grammar.destination(found[0])))
        return found.end()

    def backslash(self, found: re.Match[str]) -> int:
        start = found.end()
        if (escaped := self.words[start : start + 1]) not in grammar.SIGNS:
            address = grammar.address.match(self.words, start)
            escaped = address[0] if address else ""
        self._print(escaped or "\\")
        return start + len(escaped)

    def stars(self, found: re.Match[str]) -> int:
        run = grammar.stars(self.words, found.start())
        marks = len(run[0]) if len(run[0]) <= BOLD | ITALIC else 0
        opens, closes = self._may_open(*run.span()), self._may_close(run.start())
        piece = Piece(run[0])
        for mark in (BOLD & marks, ITALIC & marks):
            if closes and mark in self.opened:
                _pair(self.opened.pop(mark), piece, mark)
            elif opens and mark:
                self.opened[mark] = piece
        self.pieces.append(piece)
        return run.end()

    def _may_open(self, start: int, end: int) -> bool:
        before, after = self.words[start - 1 : start], self.words[end : end + 1]
        follows = after not in _NOT_AFTER_OPENING and not after.isspace()
        return follows and grammar.may_begin_word(before)

    def _may_close(self, start: int) -> bool:
        # Behind a link's bracket a mark would end before the first of the link's words.
        after_bracket = bool(self.brackets) and self.brackets[-1][1] == start
        return start > 0 and not after_bracket and not self.words[start - 1].isspace()

    def bracket(self, found: re.Match[str]) -> int:
        self.brackets.append((len(self.pieces), found.end()))
        self.pieces.append(Piece("["))
        return found.end()

    def closing_bracket(self, found: re.Match[str]) -> int:
        self.pieces.append(Piece("]"))
        if not self.brackets:
            return found.end()
        first, start = self.brackets.pop()
        target = grammar.target(self.words, found.end())
        if not target or not _are_linkable(self.words, start, found.start()):
            return found.end()
        self._link(first, grammar.destination(target["address"]))
        return target.end()

    def _link(self, first: int, address: str) -> None:
        self.brackets.clear()  # a link holds no links, and so nothing that is open encloses it
        for piece in self.pieces[first:]:
            piece.link = address
        self.pieces[first].text = self.pieces[-1].text = ""


_TAKE: dict[str, Callable[[_PieceReader, re.Match[str]], int]] = {
    "\\": _PieceReader.backslash,
    "*": _PieceReader.stars,
    "[": _PieceReader.bracket,
    "]": _PieceReader.closing_bracket,
}


def _pair(opening: Piece, closing: Piece, mark: int) -> None:
    for piece in (opening, closing):
        piece.turns |= mark
        piece.text = piece.text[mark:]


def _are_linkable(words: str, start: int, end: int) -> bool:
    """Return whether link words print something, and neither begin nor end with a blank."""
    at_ends = words[start] + words[end - 1]
    return at_ends.strip() == at_ends and words[start:end].strip("*") != ""
