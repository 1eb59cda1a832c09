"""The blocks of a place, and how paragraphs become some of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_

from passportkit.documents.zipped import Spent
from passportkit.paper import PaperBlock, Paragraph
from passportkit.paper.addresses import is_bare_link
from passportkit.text import canonical
from passportkit.text.canonical import BLANKS
from passportkit.word.read.line_words import exact, exact_words, meant, meant_words, words_of
from passportkit.word.read.numbers import PLAIN, Head
from passportkit.word.read.shapes import ParagraphShape
from passportkit.word.read.style_sheet import HEADINGS
from passportkit.word.read.text_marks import IS_DEBRIS, IS_LABEL, IS_UNDERLINED, MARKS, Phrase

_EDGE = r"(?:(?<!\w)|(?!\w))"
"""A place that is not within a word, in a pattern."""

IS_LINK = 32
"""Beside the marks of words, that they lead somewhere."""

_NOTHING = BLANKS + "\n"
_LOOKS = MARKS | IS_LINK


class Flow:
    """The blocks of a cell, of a text box, or of the body of a document, as they come.

    `carried` are the phrases of a paragraph that goes on in the next one. In a cell, paragraphs
    with marks are `waiting` for its end: marks that all words have are no marks.
    """

    __slots__ = ("blocks", "carried", "has_unmarked", "is_cell", "waiting")

    def __init__(self, *, is_cell: bool = False) -> None:
        self.is_cell = is_cell
        self.blocks: list[PaperBlock] = []
        self.carried: list[Phrase] = []
        self.waiting: list[tuple[Paragraph, Sequence[Phrase], Head]] = []
        self.has_unmarked = False


@dataclass(frozen=True, slots=True)
class Typist:
    """Makes paragraphs of phrases.

    `is_exact`: the document is of this program, and says exactly what it means. `was_resaved`:
    though another one has saved it since. `placeholders`: what is dropped in the style of draft
    marks and hints; None for all. What the paragraphs say is counted in `spent`.
    """

    is_exact: bool
    spent: Spent
    was_resaved: bool = False
    placeholders: Collection[str] | None = None

    def add(self, phrases: Sequence[Phrase], shape: ParagraphShape, head: Head, flow: Flow) -> None:
        """Add a paragraph to a flow, if it has words."""
        looks = 0
        for _text, marks, link in phrases:
            looks |= marks if link is None else marks | IS_LINK
        if looks & IS_DEBRIS:
            phrases = self._without_placeholders(phrases)
        label = ""
        if looks & IS_LABEL:
            label, phrases = _label_of(phrases)
        words = phrases[0][0] if len(phrases) == 1 else words_of(phrases)
        self.spent.add_words(len(words) + len(head.words))
        if looks & IS_LINK:  # one address may stand behind many words
            self.spent.add_words(sum(len(link) for _text, _marks, link in phrases if link))
        if not (has_words := bool(words.strip(_NOTHING if self.is_exact else None))) and not label:
            return
        paragraph = Paragraph("", shape.style, label)
        flow.blocks.append(paragraph)
        if not has_words:
            return
        if looks & IS_UNDERLINED:
            paragraph.underlined = _underlined(phrases)
        if not looks & MARKS:
            flow.has_unmarked = True
        text = None if looks & _LOOKS else self._said(words, head)
        if text is None:
            self._say(paragraph, self._without_base(phrases, shape), head, flow)
        else:
            paragraph.text = text

    def _said(self, words: str, head: Head) -> str | None:
        """Return the text of words without marks and links, or None where there is more to it."""
        return exact_words(words, head) if self.is_exact else meant_words(words, head)

    def _say(self, paragraph: Paragraph, phrases: Sequence[Phrase], head: Head, flow: Flow) -> None:
        """Give a paragraph its text, now or at the end of its cell."""
        first, marks, link = phrases[0]
        if len(phrases) == 1 and head is PLAIN and not marks & MARKS and is_bare_link(first, link):
            paragraph.text = first
        elif self.is_exact:
            paragraph.text = exact(phrases, head, was_resaved=self.was_resaved)
        elif paragraph.style.startswith(HEADINGS):
            paragraph.text = meant(phrases, head, marks=0)
        elif flow.is_cell:
            flow.waiting.append((paragraph, phrases, head))
        else:
            paragraph.text = meant(phrases, head, MARKS & ~_common(phrases))

    def settle(self, flow: Flow) -> None:
        """Say the paragraphs of a cell that were waiting for its end."""
        every = [phrase for _paragraph, phrases, _head in flow.waiting for phrase in phrases]
        common = 0 if flow.has_unmarked else _common(every)
        for paragraph, phrases, head in flow.waiting:
            paragraph.text = meant(phrases, head, MARKS & ~common)

    def _without_placeholders(self, phrases: Sequence[Phrase]) -> Sequence[Phrase]:
        said = words_of(phrase for phrase in phrases if phrase[1] & IS_DEBRIS)
        typed = "" if self.placeholders is None else _typed_at(said, self.placeholders)
        if typed == said:
            return phrases
        at = next(n for n, phrase in enumerate(phrases) if phrase[1] & IS_DEBRIS)
        behind = [phrase for phrase in phrases[at:] if not phrase[1] & IS_DEBRIS]
        return [*phrases[:at], (typed, 0, None), *behind] if typed else [*phrases[:at], *behind]

    def _without_base(self, phrases: Sequence[Phrase], shape: ParagraphShape) -> Sequence[Phrase]:
        """Return phrases without the marks that a template of ours gives to a whole paragraph.

        They are those that all words have, and the end of the paragraph too.
        """
        base = shape.marks & _common(phrases) if self.is_exact and shape.marks else 0
        return [(text, look & ~base, link) for text, look, link in phrases] if base else phrases


def _typed_at(said: str, hints: Collection[str]) -> str:
    """Return what people typed before or behind a hint, in its style; all, where none is there."""
    words = " ".join(said.split())
    if words in hints:
        return ""
    for hint in sorted(hints, key=len, reverse=True):
        if words.startswith(hint) or words.endswith(hint):
            own = r"\s+".join(map(re.escape, hint.split()))
            typed, count = re.subn(rf"^\s*{own}{_EDGE}\s*|\s*{_EDGE}{own}\s*$", "", said)
            if count:
                return typed
    return said


def _label_of(phrases: Sequence[Phrase]) -> tuple[str, Sequence[Phrase]]:
    """Return the words that begin a paragraph in the style of a label, and the other phrases."""
    count = 0
    while count < len(phrases) and phrases[count][1] & IS_LABEL:
        count += 1
    return canonical(words_of(phrases[:count])), phrases[count:]


def _underlined(phrases: Iterable[Phrase]) -> str:
    """Return the words that are underlined, with a blank for others between them."""
    said = (text if marks & IS_UNDERLINED else " " for text, marks, _link in phrases)
    return "".join(said).strip()


def _common(phrases: Iterable[Phrase]) -> int:
    """Return the marks that all words have."""
    return reduce(and_, [marks for text, marks, _link in phrases if text.strip()], MARKS) & MARKS
