"""Emphasis that programs have cut within a word, brought to the word's ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from passportkit.text import Span, grammar
from passportkit.text.grammar import BOLD, ITALIC

_words = re.compile(r"\w+(?:[-‑.,:/@'’+]+\w+)*").finditer

_MarksAndLink = tuple[int, str | None]


def at_word_ends(spans: Sequence[Span]) -> list[Span]:
    """Return the spans of a line so that no mark begins or ends within a word.

    A word of which the larger part has a mark gets it whole. Words that are an address, of which
    only a part leads somewhere, lead where they say.
    """
    spans = [span for span in spans if span.text]
    if not any(_cut_a_word(*pair) for pair in pairwise(spans)):
        return spans
    text = "".join([span.text for span in spans])
    looks = [_look(span) for span in spans for _ in span.text]
    for found in _words(text):
        looks[found.start() : found.end()] = _settled(looks[found.start() : found.end()])
    for found in grammar.address.finditer(text):
        part = looks[found.start() : found.end()]
        if len({link for _marks, link in part}) > 1:
            looks[found.start() : found.end()] = [(marks, None) for marks, _ in _settled(part)]
    return list(_spans(text, looks))


def _cut_a_word(before: Span, after: Span) -> bool:
    """Return whether two neighbours look different, and no blank is between them."""
    is_one = not before.text[-1].isspace() and not after.text[0].isspace()
    return is_one and _look(before) != _look(after)


def _look(span: Span) -> _MarksAndLink:
    return BOLD * span.bold | ITALIC * span.italic, span.link


def _settled(looks: Sequence[_MarksAndLink]) -> list[_MarksAndLink]:
    """Return the looks of a word with the marks that most of it has."""
    marks = 0
    for mark in (BOLD, ITALIC):
        if 2 * sum(1 for each, _link in looks if each & mark) >= len(looks):
            marks |= mark
    return [(marks, link) for _marks, link in looks]


def _spans(text: str, looks: Sequence[_MarksAndLink]) -> Iterator[Span]:
    end = 0
    for (marks, link), run in groupby(looks):
        start, end = end, end + sum(1 for _ in run)
        yield Span(text[start:end], bool(marks & BOLD), bool(marks & ITALIC), link)
