r"""Writing the markup: from lines back to the text that reads as them.

The barest spelling is tried first and kept if it parses to the same line; only then is anything
escaped. So people find in their files what they would have written themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import reduce
from itertools import groupby, pairwise
from operator import and_, attrgetter
from typing import NamedTuple

from passportkit.text import grammar
from passportkit.text.canonical import BLANKS, canonical
from passportkit.text.markup import Line, Span, is_plain, parse
from passportkit.text.normality import marks_of, normal


def write(lines: Iterable[Line]) -> str:
    """Return the barest canonical text that parses to `normal(lines)`."""
    lines = tuple(lines)
    text = "\n".join(_spelled(line, _SPELLINGS[0]) for line in lines)
    if canonical(text) == text and parse(text) == lines:
        return text  # what parses to them proves them normal, and cheaper than `normal` does
    return "\n".join(map(_barest, normal(lines)))


def respell(text: str) -> str:
    """Return a canonical text as `write` spells its lines: texts that look alike become equal."""
    # the cheapest questions first, for they are asked of all that a practice says
    if not (
        "*" in text or "\\" in text or "](" in text or "  " in text or "\t" in text or "\n " in text
    ):
        return text
    lines = text.split("\n")
    return "\n".join([_respelled(line) if _has_choice(line) else line for line in lines])


def _has_choice(line: str) -> bool:
    """Whether a line might be spelled otherwise; the cheap question before reading it."""
    if "\\" in line or "](" in line or "***" in line or "*" in line.replace("**", ""):
        return True
    return line[0] in grammar.HEADS and (line[0] in BLANKS or "  " in line or "\t" in line)


def _respelled(line: str) -> str:
    (read,) = parse(line)
    return line if _spelled(read, _SPELLINGS[0]) == line else _barest(read)


def escape(text: str) -> str:
    """Return a canonical text so spelled that it parses to paragraphs of exactly its words.

    Indentation stays in front of the words, and so remains the level of the paragraph.
    """
    return text if is_plain(text) else "\n".join(map(_escaped, text.split("\n")))


def _escaped(line: str) -> str:
    words = (Span(line.lstrip(BLANKS)),)
    if all(read.kind == "paragraph" and read.spans == words for read in parse(line)):
        return line
    return _escaped_head(_escaped_words(line))


def _escaped_words(words: str) -> str:
    return grammar.markup_in(words).sub(r"\\\g<0>", words)


def as_paragraph(text: str) -> str:
    """Return words that were no item of a list so spelled that they begin none by themselves."""
    first = text.partition("\n")[0]
    is_item = first[:1] in grammar.HEADS and any(each.kind != "paragraph" for each in parse(first))
    return _escaped_head(text) if is_item else text


def _escaped_head(line: str) -> str:
    head = grammar.head(line)
    if not head["delimiter"]:
        return line
    start = head.start("delimiter")
    return f"{line[:start]}\\{line[start:]}"


class _Spelling(NamedTuple):
    """A way to spell words, a paragraph's beginning, and links."""

    words: Callable[[str], str]
    beginning: Callable[[str], str]
    bare_addresses: bool

    def is_bare(self, spans: Sequence[Span]) -> bool:
        """Return whether the spans of one link are written without brackets."""
        text, link = spans[0].text, spans[0].link
        is_address = len(spans) == 1 and grammar.address.fullmatch(text) is not None
        return self.bare_addresses and is_address and grammar.destination(text) == link


_SPELLINGS = (
    _Spelling(words=str, beginning=str, bare_addresses=True),
    _Spelling(words=str, beginning=_escaped_head, bare_addresses=True),
    _Spelling(words=_escaped_words, beginning=_escaped_head, bare_addresses=True),
    _Spelling(words=_escaped_words, beginning=_escaped_head, bare_addresses=False),
)
"""From the barest to the one in which nothing can be mistaken."""


def _barest(line: Line) -> str:
    *others, safest = _SPELLINGS
    for spelling in others:
        text = _spelled(line, spelling)
        if parse(text) == (line,):
            return text
    return _spelled(line, safest)


def _spelled(line: Line, spelling: _Spelling) -> str:
    indent, words = "  " * line.level, _spelled_spans(line.spans, spelling)
    match line.kind:
        case "paragraph":
            return indent + spelling.beginning(words)
        case "bullet":
            return f"{indent}- {words}"
        case "number":
            return f"{indent}{line.number}{line.delimiter} {words}"


def _spelled_spans(spans: Iterable[Span], spelling: _Spelling) -> str:
    writer = _SpanWriter()
    groups = [list(group) for _, group in groupby(spans, key=attrgetter("link"))]
    for group, following in pairwise([*groups, [Span("")]]):
        if group[0].link is None:
            writer.add(group, spelling.words)
        elif spelling.is_bare(group):
            writer.add(group, str)
        else:
            writer.link(group, spelling.words, marks_after=marks_of(following[0]))
    writer.turn(0)
    return "".join(writer.parts)


class _SpanWriter:
    """Writes spans one after the other, and between them the stars by which their marks differ."""

    __slots__ = ("marks", "parts")

    def __init__(self) -> None:
        self.marks = 0
        self.parts: list[str] = []

    def turn(self, marks: int) -> None:
        if marks != self.marks:
            self.parts.append("*" * (marks ^ self.marks))
        self.marks = marks

    def add(self, spans: Iterable[Span], words: Callable[[str], str]) -> None:
        for span in spans:
            self.turn(marks_of(span))
            self.parts.append(words(span.text))

    def link(self, spans: Sequence[Span], words: Callable[[str], str], *, marks_after: int) -> None:
        """Write a link in brackets; marks that hold for all of it stand around them if they can."""
        outside = self.marks & marks_of(spans[0])
        if grammar.may_begin_word(self.parts[-1][-1:] if self.parts else ""):
            outside |= reduce(and_, map(marks_of, spans))
        self.turn(outside)
        self.parts.append("[")
        self.add(spans, words)
        self.turn(self.marks & (outside | marks_after))
        self.parts.append(f"]({spans[0].link})")
