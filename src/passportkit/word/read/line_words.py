"""From the phrases of a paragraph to its text in the markup.

Documents of this program say exactly what they mean. In those of others a person has typed signs
of lists by hand, broken lines for their looks, and put addresses where no link is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain, groupby, repeat
from operator import attrgetter

from passportkit.paper.addresses import linked, restored
from passportkit.paper.emphasis import at_word_ends
from passportkit.paper.markers import MARGIN, marker_of
from passportkit.text import Line, Span, canonical, grammar, is_plain, write
from passportkit.text.canonical import BLANKS
from passportkit.text.grammar import BOLD, ITALIC
from passportkit.word.read.numbers import PLAIN, Head
from passportkit.word.read.text_marks import MARKS, Phrase

_is_remarkable = re.compile(
    r"[^\x20-\x29+-.0-?A-VX-Z\]-vx-~\xa0-\xac\xae-\u2027\u202a-\ud7ff]"
).search
"""One quick question for two: whether a text may have signs or not be canonical.

The class has what is certainly none of that; of what may begin an address, `/`, `@` and `w` are
out.
"""

_ENDS = ".;:!?"


def words_of(phrases: Iterable[Phrase]) -> str:
    """Return the words of phrases, whatever they look like."""
    return "".join([text for text, _marks, _link in phrases])


def exact_words(words: str, head: Head) -> str | None:
    """Return the text of words without marks and links, or None where that takes more thought."""
    if head is PLAIN and words[0] not in grammar.HEADS and not _is_remarkable(words):
        return words.rstrip(BLANKS)
    text = canonical(words)
    if head is not PLAIN:
        return _item(text, head)
    if is_plain(text):
        return text
    if grammar.has_sign_or_end(text):
        return None
    start = grammar.head(text).start("delimiter")
    return text if start < 0 else f"{text[:start]}\\{text[start:]}"


def meant_words(words: str, head: Head) -> str | None:
    """Return the text of a stranger's words without marks and links, or None likewise."""
    text = words.strip(MARGIN)
    if head is PLAIN and not marker_of(text) and not _is_remarkable(text):
        return text
    text = canonical(text)
    if grammar.has_sign_or_end(text):
        return text if head is PLAIN and grammar.address.fullmatch(text) else None
    if head is not PLAIN:
        return _item(text, head)
    marker = marker_of(text)
    return f"{marker.spelling} {text[marker.end :]}" if marker else text


def _item(text: str, head: Head) -> str | None:
    if head.kind == "paragraph" or grammar.has_sign_or_end(text):
        return None
    mark = "-" if head.kind == "bullet" else f"{head.number}{head.delimiter}"
    return f"{'  ' * head.level}{mark} {text}"


def exact(phrases: Sequence[Phrase], head: Head, *, was_resaved: bool = False) -> str:
    """Return the text of a paragraph of a document of this program, as it was before.

    `was_resaved`: another program has written it since, with addresses as it likes them.
    """
    lines = _lines(phrases, MARKS, BLANKS)
    if was_resaved:
        lines = [[restored(span) for span in line] for line in lines]
    heads = chain((head,), repeat(PLAIN))
    return "\n".join(map(_written, heads, lines))


def meant(phrases: Sequence[Phrase], head: Head, marks: int = MARKS) -> str:
    """Return the text of a paragraph as its author meant it; `marks` are those that are kept."""
    if not any(look & marks or link for _text, look, link in phrases):
        text = meant_words(words_of(phrases), head)
        if text is not None:
            return text
    lines = _unbroken(_lines(phrases, marks, MARGIN))
    heads = chain(() if head is PLAIN else (head,), repeat(None))
    return "\n".join(map(_written_as_meant, heads, lines))


def _lines(phrases: Iterable[Phrase], marks: int, blanks: str) -> list[list[Span]]:
    """Return the lines that have words, without `blanks` at their ends."""
    lines: list[list[Span]] = [[]]
    for text, look, link in phrases:
        for number, words in enumerate(text.split("\n")):
            if number:
                lines.append([])
            bold, italic = bool(look & marks & BOLD), bool(look & marks & ITALIC)
            lines[-1].append(Span(words, bold, italic, link))
    trimmed = (_trimmed(line, blanks) for line in lines)
    return [_joined(line) for line in trimmed if line]


def _joined(spans: Sequence[Span]) -> list[Span]:
    """Return the spans of a line, neighbours that look alike in one: an address is seen whole."""
    looks = [(span.bold, span.italic, span.link) for span in spans]
    if len(set(looks)) == len(looks):
        return list(spans)
    runs = (list(run) for _looks, run in groupby(spans, key=attrgetter("bold", "italic", "link")))
    return [replace(run[0], text=_text(run)) for run in runs]


def _trimmed(spans: Sequence[Span], blanks: str) -> list[Span]:
    """Return the spans of a line without `blanks` at its ends, none of them empty."""
    text = _text(spans)
    start, end = len(text) - len(text.lstrip(blanks)), len(text.rstrip(blanks))
    if 0 == start < end == len(text):
        return [span for span in spans if span.text]
    return _cut(spans, start, end)


def _cut(spans: Iterable[Span], start: int, end: int) -> list[Span]:
    """Return the spans of a part of their words."""
    part = []
    for span in spans:
        if words := span.text[max(start, 0) : max(end, 0)]:
            part.append(replace(span, text=words))
        start, end = start - len(span.text), end - len(span.text)
    return part


def _text(spans: Iterable[Span]) -> str:
    return "".join([span.text for span in spans])


def _written(head: Head, spans: Sequence[Span]) -> str:
    """Return one line as text, behind its head."""
    if head.words:
        spans = (Span(f"{head.words} "), *spans)
    line = Line(head.kind, 0, head.number, head.delimiter, tuple(spans))
    return "  " * head.level + write((line,))


def _written_as_meant(head: Head | None, spans: Sequence[Span]) -> str:
    """Return one line as text; where it has no head, behind the one that was typed."""
    if head is None:
        head, spans = _headed(spans)
    return _written(head, [part for span in at_word_ends(spans) for part in linked(span)])


def _headed(spans: Sequence[Span]) -> tuple[Head, Sequence[Span]]:
    """Return the head that was typed by hand, and the words behind it."""
    text = _text(spans)
    marker = marker_of(text)
    if not marker:
        return PLAIN, spans
    head = Head(marker.kind, 0, marker.number, marker.delimiter)
    return head, _cut(spans, marker.end, len(text))


def _unbroken(lines: Iterable[list[Span]]) -> list[list[Span]]:
    """Join lines that were broken within a sentence."""
    whole: list[list[Span]] = []
    before = ""
    for line in lines:
        text = _text(line)
        if whole and _goes_on(before, text):
            whole[-1] += (Span(" "), *line)
        else:
            whole.append(line)
        before = text
    return whole


def _goes_on(before: str, after: str) -> bool:
    begins = after[0].islower() or after[0].isdigit() or after[0] in "(["
    return begins and before[-1] not in _ENDS and not marker_of(after)
