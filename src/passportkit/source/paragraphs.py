"""The lines of a text as they stand in a file, and the same lines for other words.

A paragraph stands on one line, or on several that YAML folds into one. One whose words are still
meant stands again as it stood; of one that has changed, the lines before and after the change.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from passportkit.matching import alterations
from passportkit.source.breaks import BLANKS, BREAK

_WIDEST = 100
"""How wide a folded line may be, where none of the others says it."""

_FOLDS = re.compile("(?<=[^ \t]) (?=[^ \t])")
"""Where a line may be broken so that it is read as it was."""


class SpeltLine(NamedTuple):
    """A line: the line end before it, its indentation, its words, and the blanks behind them."""

    end: str
    indent: str
    words: str
    tail: str = ""

    def __str__(self) -> str:
        return self.end + self.indent + self.words + self.tail


class SpeltParagraph(NamedTuple):
    """The empty lines before a paragraph, its lines, and what they say."""

    gap: Sequence[SpeltLine]
    lines: Sequence[SpeltLine]
    words: str


@dataclass(frozen=True, slots=True)
class Layout:
    """How paragraphs are laid out: their spelling, and how a new line begins.

    What `folds` has an empty line between its paragraphs. What is on `one_line` stays there.
    """

    spell: Callable[[str], str]
    end: str
    indent: str
    folds: bool
    one_line: bool = False


def lines_in(body: str) -> Iterator[SpeltLine]:
    """Yield the lines of a stretch of a file."""
    at, end = 0, ""
    for found in [*BREAK.finditer(body), None]:
        line = body[at : found.start()] if found else body[at:]
        words = line.strip(BLANKS)
        indent = line[: len(line) - len(line.lstrip(BLANKS))] if words else ""
        yield SpeltLine(end, indent, words, line[len(indent) + len(words) :])
        if found:
            at, end = found.end(), found[0]


def paragraphs(
    lines: Sequence[SpeltLine], said: Sequence[str], layout: Layout
) -> list[SpeltParagraph]:
    """Return the paragraphs that the lines are, or none where it cannot be told what each says."""
    groups = list(_groups(lines, folds=layout.folds))
    spelt = [" ".join([line.words for line in group]) for _gap, group in groups]
    if spelt != [layout.spell(words) for words in said]:
        return []
    return [SpeltParagraph(*group, words) for group, words in zip(groups, said, strict=True)]


def _groups(
    lines: Sequence[SpeltLine], *, folds: bool
) -> Iterator[tuple[list[SpeltLine], list[SpeltLine]]]:
    gap: list[SpeltLine] = []
    group: list[SpeltLine] = []
    for line in lines:
        if group and not (folds and line.words):
            yield gap, group
            gap, group = [], []
        (group if line.words else gap).append(line)
    if group:
        yield gap, group


def relaid(old: Sequence[SpeltParagraph], new: Sequence[str], layout: Layout) -> list[SpeltLine]:
    """Return the lines that say `new`, of which those of `old` that stay the same."""
    lines: list[SpeltLine] = []
    width = _width(old)
    for _is_same, first, end, begin, stop in alterations([each.words for each in old], new):
        before = [*old[first:end], *[None] * (stop - begin)]
        for was, words in zip(before, new[begin:stop], strict=False):
            lines += _gap(was, layout) if lines else was.gap if was and was is old[0] else ()
            lines += _lines(was, words, layout, width)
    return lines


def _gap(was: SpeltParagraph | None, layout: Layout) -> Sequence[SpeltLine]:
    if was and was.gap:
        return was.gap
    return [SpeltLine(layout.end, "", "")] if layout.folds else ()


def _lines(
    was: SpeltParagraph | None, words: str, layout: Layout, width: int
) -> Sequence[SpeltLine]:
    if was and was.words == words:
        return was.lines
    spelt = layout.spell(words)
    fresh = SpeltLine(layout.end, layout.indent, spelt)
    if layout.one_line or not layout.folds:
        return [was.lines[0]._replace(words=spelt, tail="") if was else fresh]
    pieces = _FOLDS.split(spelt)
    lines = was.lines if was else ()
    said = [_FOLDS.split(line.words) for line in lines]
    above = _same(said, pieces)
    pieces = pieces[sum(map(len, said[:above])) :]
    below = _same([each[::-1] for each in said[above:][::-1]], pieces[::-1])
    behind = len(lines) - below
    pieces = pieces[: len(pieces) - sum(map(len, said[behind:]))]
    between = [fresh._replace(words=each) for each in _wrapped(pieces, width - len(layout.indent))]
    return [*lines[:above], *between, *lines[behind:]]


def _same(said: Sequence[Sequence[str]], pieces: Sequence[str]) -> int:
    """Return how many of the lines at the beginning say what the pieces at the beginning do."""
    at = 0
    for index, line in enumerate(said):
        if list(pieces[at : at + len(line)]) != list(line):
            return index
        at += len(line)
    return len(said)


def _width(old: Sequence[SpeltParagraph]) -> int:
    """Return how wide the lines are, as far as there is one that was broken."""
    broken = [line for each in old for line in each.lines if len(each.lines) > 1]
    return max((len(line.indent + line.words) for line in broken), default=_WIDEST)


def _wrapped(pieces: Sequence[str], width: int) -> Iterator[str]:
    line: list[str] = []
    for piece in pieces:
        if line and len(" ".join([*line, piece])) > width:
            yield " ".join(line)
            line = []
        line.append(piece)
    if line:
        yield " ".join(line)
