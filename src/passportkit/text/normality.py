r"""The normal form of lines: what of their styles the markup can say.

Words are never changed by it, except that blanks at the ends of a line go. Word documents mark
any stretch of characters; the markup begins a mark at a word's start and ends it after a word.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from operator import or_
from typing import TypeVar

from passportkit.text import grammar
from passportkit.text.canonical import BLANKS, fit_for_xml
from passportkit.text.grammar import BOLD, ITALIC
from passportkit.text.markup import DEEPEST, Line, Span

_T = TypeVar("_T")

_word_starts = re.compile(rf"(?:^|(?<=[\s{re.escape(grammar.OPENING)}]))(?=\S)").finditer
_unspeakable = re.compile(r"[\s\\()]")


def normal(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Return `lines` as a text can hold them; lines that were parsed come back equal.

    Equal neighbours become one span; empty spans, and then empty lines, go. A mark or link gives
    up the blanks at its ends, and a mark that begins inside a word begins with that word. A link
    is kept where its scheme is one of the dialect's; what cannot stand in an address is
    percent-encoded. Levels are brought into bounds, the first line's being 0; a number that has
    no one or two digits becomes the first word of a paragraph.
    """
    settled = [line for line in map(_line, lines) if line.spans]
    settled[:1] = [replace(line, level=0) for line in settled[:1]]
    return tuple(settled)


def marks_of(span: Span) -> int:
    """Return the marks of a span, which are also the number of stars that spell them."""
    return BOLD * span.bold | ITALIC * span.italic


def _line(line: Line) -> Line:
    level = min(max(line.level, 0), DEEPEST)
    if line.kind != "number":
        return Line(line.kind, level, 0, "", _spans(line.spans))
    delimiter = line.delimiter or "."
    if 0 <= line.number <= 99:
        return Line("number", level, line.number, delimiter, _spans(line.spans))
    number = Span(f"{line.number}{delimiter} ")
    return Line("paragraph", level, 0, "", _spans((number, *line.spans)))


def _spans(spans: Sequence[Span]) -> tuple[Span, ...]:
    if not any(marks_of(span) or span.link for span in spans):
        text = _words("".join(span.text for span in spans)).strip(BLANKS)
        return (Span(text),) if text else ()
    text, marks, links = _spread(spans)
    links = _settled_links(text, links)
    starts = _starts(text, links)
    bold, italic = (_settled_mark(text, marks, mark, starts) for mark in (BOLD, ITALIC))
    return tuple(
        Span(text[start:end], bool(mark & BOLD), bool(mark & ITALIC), link)
        for (mark, link), start, end in _stretches(zip(map(or_, bold, italic), links, strict=True))
    )


def _spread(spans: Sequence[Span]) -> tuple[str, bytes, list[str | None]]:
    """Return the words of a line, and the marks and the link of each of their characters."""
    text, marks, links = "", bytearray(), list[str | None]()
    for span in spans:
        words = _words(span.text)
        text += words
        marks += bytes([marks_of(span)]) * len(words)
        links += [_destination(span.link)] * len(words)
    start, end = _trimmed(text, 0, len(text), BLANKS)
    return text[start:end], bytes(marks[start:end]), links[start:end]


def _words(text: str) -> str:
    return fit_for_xml(text).replace("\n", " ")


def _destination(link: str | None) -> str | None:
    address = fit_for_xml(link or "").strip()
    for spelling in (address, _unspeakable.sub(_percent_encoded, address)):
        target = grammar.target(f"({spelling})")
        if target and target["address"] == spelling:
            return grammar.destination(spelling)
    return None


def _percent_encoded(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode())


def _settled_links(text: str, links: list[str | None]) -> list[str | None]:
    settled: list[str | None] = [None] * len(text)
    for link, start, end in _stretches(links):
        first, last = _trimmed(text, start, end)
        settled[first:last] = [link] * (last - first)
    return settled


def _settled_mark(text: str, marks: bytes, mark: int, starts: Sequence[int]) -> bytes:
    settled = bytearray(len(text))
    for marked, start, end in _stretches(style & mark for style in marks):
        first, last = _trimmed(text, start, end)
        if marked and first < last:
            first = starts[bisect_right(starts, first) - 1]
            settled[first:last] = bytes([mark]) * (last - first)
    return bytes(settled)


def _starts(text: str, links: list[str | None]) -> list[int]:
    """Return where a mark may begin: with a word or a link, but not right behind a link."""
    starts = {found.start() for found in _word_starts(text)}
    stretches = [stretch for stretch in _stretches(links) if stretch[0]]
    starts -= {end for _, _, end in stretches}
    return sorted(starts | {start for _, start, _ in stretches})


def _trimmed(text: str, start: int, end: int, blanks: str | None = None) -> tuple[int, int]:
    words = text[start:end]
    if not words.strip(blanks):
        return start, start
    return end - len(words.lstrip(blanks)), start + len(words.rstrip(blanks))


def _stretches(values: Iterable[_T]) -> Iterator[tuple[_T, int, int]]:
    """Yield each stretch of equal values with its start and end."""
    end = 0
    for value, run in groupby(values):
        start, end = end, end + sum(1 for _ in run)
        yield value, start, end
