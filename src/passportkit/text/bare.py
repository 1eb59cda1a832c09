"""Texts without their looks: those that say a value, in which looks say nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from passportkit.text import grammar
from passportkit.text.markup import Span, parse
from passportkit.text.spelling import write


def bare(text: str) -> str:
    """Return a canonical text without marks, and without links of less than a whole line.

    A link of a whole line stays, unless its words are an address themselves.
    """
    if not grammar.has_sign(text):
        return text
    lines = parse(text)
    bared = tuple(replace(line, spans=tuple(_bare(line.spans))) for line in lines)
    return text if bared == lines else write(bared)


def _bare(spans: Sequence[Span]) -> Iterator[Span]:
    words = "".join([span.text for span in spans])
    link = spans[0].link if len({span.link for span in spans}) == 1 else None
    if link and not grammar.address.fullmatch(words):
        yield Span(words, link=link)
        return
    end = 0
    for found in grammar.address.finditer(words):
        if end < found.start():
            yield Span(words[end : found.start()])
        yield Span(found[0], link=grammar.destination(found[0]))
        end = found.end()
    if end < len(words):
        yield Span(words[end:])
