r"""The markup of a text: the least that Word people need.

A line is a paragraph. `- ` begins a bulleted item, one or two digits with `.` or `)` and a space
a numbered one; indentation nests. `**bold**`, `*italic*`, `[words](address)` and bare addresses
stand inside a line and never cross its end. `\` before one of these signs or an address makes it
ordinary words; before anything else it is a backslash. Nothing else is markup.

An opening `*` stands at a word's start, a closing one after anything but a blank, so that
`**«Привет»**ом` is bold and `2 * 3 * 4`, `a*b*c`, `5*` are not. Signs without a partner stand
as written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Literal

from passportkit.text import grammar
from passportkit.text.grammar import BOLD, ITALIC
from passportkit.text.pieces import Piece, pieces

LineKind = Literal["paragraph", "bullet", "number"]
Delimiter = Literal["", ".", ")"]

DEEPEST = 8
"""The deepest level of a line."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of words in one style; `link` is an address with its scheme."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph or list item. `level` is its indentation, from 0 to 8.

    `number` and `delimiter` are 0 and empty except for numbered items. In what `parse` returns,
    neighbouring spans differ in style and none is empty.
    """

    kind: LineKind
    level: int
    number: int
    delimiter: Delimiter
    spans: tuple[Span, ...]


_KINDS: dict[str | None, tuple[LineKind, Delimiter]] = {
    None: ("paragraph", ""),
    "-": ("bullet", ""),
    ".": ("number", "."),
    ")": ("number", ")"),
}


def is_plain(text: str) -> bool:
    """Return whether a canonical text is surely one paragraph whose words stand as written.

    The cheap question before `parse`: it may say no to a plain text, but never yes to another.
    """
    if grammar.has_sign_or_end(text):
        return False
    first = text[:1]
    # most texts that begin with a digit are figures, not items of a list
    return first not in grammar.HEADS or (
        first.isdigit() and (" " not in text or grammar.head(text)["delimiter"] is None)
    )


def parse(text: str) -> tuple[Line, ...]:
    """Return the lines of a canonical text. Never fails: what is not markup is words."""
    if is_plain(text):
        return (_quick_line("paragraph", 0, 0, "", (_quick_span(text),)),)
    spans = _spans if grammar.has_sign(text) else _plain_spans
    return tuple([_line(line, spans) for line in text.split("\n") if line])


def plain(text: str) -> str:
    """Return the words of a canonical text: no signs, no addresses behind words.

    Line heads (indentation, bullets, numbers) are kept as written.
    """
    if not grammar.has_sign(text):
        return text
    return "\n".join(map(_plain_line, text.split("\n")))


def _plain_line(line: str) -> str:
    _, before, words = _cut(line)
    return before + "".join(span.text for span in _spans(words))


def _line(line: str, spans: Callable[[str], tuple[Span, ...]]) -> Line:
    if line[0] not in grammar.HEADS:
        return _quick_line("paragraph", 0, 0, "", spans(line))
    if line[:2] == "- " and line[2:3] not in grammar.HEADS:  # most items, without a pattern
        return _quick_line("bullet", 0, 0, "", spans(line[2:]))
    head, _, words = _cut(line)
    indent, number, escape, delimiter = head.groups()
    kind, delimiter = _KINDS[None if escape else delimiter]
    value = int(number) if kind == "number" else 0
    return _quick_line(kind, _level(indent), value, delimiter, spans(words))


def _cut(line: str) -> tuple[re.Match[str], str, str]:
    """Return the head of a line, what stands before its words, and its words."""
    head = grammar.head(line)
    if head["escape"]:
        start = head.end("indent")
        return head, line[:start], line[start:].replace("\\", "", 1)
    return head, line[: head.end()], line[head.end() :]


def _level(indent: str) -> int:
    return min((len(indent) + indent.count("\t")) // 2, DEEPEST)


def _spans(words: str) -> tuple[Span, ...]:
    if grammar.has_sign(words):
        return tuple(_joined(pieces(words)))
    return _plain_spans(words)


def _plain_spans(words: str) -> tuple[Span, ...]:
    return (_quick_span(words),) if words else ()


def _joined(parts: Iterable[Piece]) -> Iterator[Span]:
    for (marks, link), run in groupby(_styled(parts), key=itemgetter(0)):
        yield Span("".join(text for _, text in run), bool(marks & BOLD), bool(marks & ITALIC), link)


def _styled(parts: Iterable[Piece]) -> Iterator[tuple[tuple[int, str | None], str]]:
    marks = 0
    for piece in parts:
        marks ^= piece.turns
        if piece.text:
            yield (marks, piece.link), piece.text


# Most texts of a practice are one plain paragraph, and making its two values is the larger part
# of reading it: the generated `__init__` of a frozen dataclass sets every field by its name
# through `object.__setattr__`. Going to the slots themselves takes half the time.
_new = object.__new__
_set_text, _set_bold, _set_italic, _set_link = (vars(Span)[f].__set__ for f in Span.__slots__)
_set_kind, _set_level, _set_number, _set_delimiter, _set_spans = (
    vars(Line)[f].__set__ for f in Line.__slots__
)


def _quick_span(text: str) -> Span:
    span = _new(Span)
    _set_text(span, text)
    _set_bold(span, False)
    _set_italic(span, False)
    _set_link(span, None)
    return span


def _quick_line(
    kind: LineKind, level: int, number: int, delimiter: Delimiter, spans: tuple[Span, ...]
) -> Line:
    line = _new(Line)
    _set_kind(line, kind)
    _set_level(line, level)
    _set_number(line, number)
    _set_delimiter(line, delimiter)
    _set_spans(line, spans)
    return line
