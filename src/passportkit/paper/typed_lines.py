"""What people type for want of a list or a link: markers and addresses, read as what they mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from passportkit.paper.addresses import linked
from passportkit.paper.emphasis import at_word_ends
from passportkit.paper.markers import marker_of
from passportkit.text import Line, Span, grammar, write

Spans = Sequence[Span]


def read_typed(lines: Iterable[Spans], head: Line | None = None) -> str:
    """Return the lines as one text in markup: typed markers begin list items, addresses lead.

    `head` is an item without words that the first line belongs to; a number in it stays. Bold or
    italic words throughout are how a paragraph looks, and no emphasis.
    """
    lines = [[span for span in line if span.text] for line in lines]
    words = [span for line in lines for span in line if span.text.strip()]
    if all(span.bold for span in words):
        lines = [[replace(span, bold=False) for span in line] for line in lines]
    if all(span.italic for span in words):
        lines = [[replace(span, italic=False) for span in line] for line in lines]
    lines = [at_word_ends(line) for line in lines]
    read = [_line(line) for line in lines]
    if head and read:
        spans = tuple(_linked(lines[0])) if read[0].kind == "number" else read[0].spans
        read[0] = replace(head, spans=spans)
    return write(read)


def _line(spans: Spans) -> Line:
    """Return a line as it reads by hand: an item if it begins with a marker.

    Behind the marker, a link may begin at once.
    """
    spans = list(_linked(spans))
    first, *others = spans or [Span("")]
    marker = marker_of(first.text + "".join(span.text for span in others[:1]))
    if not marker or marker.end > len(first.text):
        return Line("paragraph", 0, 0, "", tuple(spans))
    words = [replace(first, text=first.text[marker.end :]), *others]
    rest = tuple(span for span in words if span.text)
    return Line(marker.kind, 0, marker.number, marker.delimiter, rest)


def _linked(spans: Spans) -> Iterator[Span]:
    """Yield the spans with links, equal neighbours as one: programs cut words anywhere."""
    for _, run in groupby(spans, key=lambda span: (span.bold, span.italic, span.link)):
        first, *others = run
        yield from _with_links(replace(first, text="".join(each.text for each in (first, *others))))


def _with_links(span: Span) -> Iterator[Span]:
    """Return the span with the addresses in its words as links that lead there.

    Words that are an address say where a link leads better than what a site has put behind them.
    """
    if span.link is not None and grammar.address.fullmatch(span.text):
        return iter((replace(span, link=grammar.destination(span.text)),))
    return linked(span)
