"""The account of a document: what has become of each of its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, Literal, NamedTuple

from passportkit.engine.margins import is_margin, is_of_margin
from passportkit.engine.whereabouts import located
from passportkit.findings import Route
from passportkit.forms import Form
from passportkit.forms.place_words import PlaceLabel, label_of
from passportkit.forms.slots import TableSlot, slots_of
from passportkit.intake import Extraction, Left
from passportkit.intake.extraction import Furniture, PlacedWords
from passportkit.intake.folding import spelt_words
from passportkit.language import Message
from passportkit.paper.model import Paper, texts_of

WordFate = Literal["placed", "left", "furniture", "beside"]
"""What becomes of words: a field has them; nobody knows where they belong; the form itself has
them, or the sheets; they stand beside the text, or cannot be read."""


FATES: Sequence[WordFate] = ("placed", "left", "furniture", "beside")


_LEFT: tuple[WordFate, str] = ("left", "")
_DECLINED: tuple[WordFate, str] = ("beside", "declined")


class AccountEntry(NamedTuple):
    """Words that stand together in a document, how many they are, and what has become of them.

    `kind` says what words of the form or beside the text are, `fields` where words were placed,
    `part` in which part of the file they are. `place` is that in the form.
    """

    fate: WordFate
    words: str
    size: int
    kind: str = ""
    fields: Sequence[str] = ()
    place: Message | None = None
    part: str = ""


class Account(NamedTuple):
    """What has become of all words of a document.

    `missing` are words that stand in it and in no entry: there are none, or this is a mistake of
    the program.
    """

    entries: Sequence[AccountEntry]
    missing: Sequence[str]

    def words(self, fate: WordFate | None = None) -> int:
        """Return of how many words this has become; without a fate, how many there are."""
        return sum(each.size for each in self.entries if fate in (None, each.fate))


class LeftWords(NamedTuple):
    """Words that are in no field: they have found none, or somebody has declined them."""

    left: Sequence[Left]
    declined: Sequence[Left] = ()

    @property
    def all(self) -> Sequence[Left]:
        """The words of both kinds."""
        return [*self.left, *self.declined]


def account_of(
    paper: Paper, extraction: Extraction, left: LeftWords, *, keeps_comments: bool = False
) -> Account:
    """Return what has become of a document; `left` is all that is in no field."""
    beside = _beside(paper, extraction, keeps_comments=keeps_comments)
    entries = [*_in_the_text(paper, extraction, left), *beside]
    said = _words((*texts_of(paper.blocks), *(each.words for each in paper.passed_over)))
    told = _words(each.words for each in entries)
    missing = _without_glued(said - told, told - said, entries)
    return Account(entries, sorted(missing.elements()))


def _without_glued(
    missing: Counter[str], beyond: Counter[str], entries: list[AccountEntry]
) -> Counter[str]:
    """Return what is missing but for words at whose end a heading was known without a blank.

    The two are one word of the document: so the heading counts for one less among the `entries`.
    """
    for at, entry in enumerate(entries):
        head = spelt_words(entry.words)[:1] if entry.kind == "heading" else []
        for word in [each for each in missing if head and each.endswith(head[0])]:
            parts = Counter([word.removesuffix(head[0]), *head])
            if all(count <= beyond[part] for part, count in parts.items()):
                entries[at] = entry._replace(size=entry.size - 1)
                missing, beyond = missing - Counter([word]), beyond - parts
                break
    return missing


def _words(texts: Iterable[str]) -> Counter[str]:
    return Counter(chain.from_iterable(map(spelt_words, texts)))


def _entry(fate: WordFate, words: str, **more: Any) -> AccountEntry:
    return AccountEntry(fate, words, len(spelt_words(words)), **more)


def _in_the_text(paper: Paper, extraction: Extraction, left: LeftWords) -> Iterator[AccountEntry]:
    """Yield what has become of the text: what was taken back from its field is no more there."""
    walked = {id(each) for each in extraction.left}
    back = _words(each.text for each in left.all if id(each) not in walked)
    back &= _words(each.text for each in extraction.placed_words)
    yield from _left(paper, extraction, left, back)
    yield from _placed(extraction, back)
    kept = {id(each) for each in left.left}
    for each in extraction.left:
        if id(each) not in kept:  # a field says so, wherever the author has moved it
            yield _entry("placed", each.text, place=each.origin)
    for kind, text in extraction.furniture:
        fate: WordFate = "left" if kind == "unknown heading" else "furniture"
        yield _entry(fate, text, kind=kind)


def _left(
    paper: Paper, extraction: Extraction, left: LeftWords, back: Counter[str]
) -> Iterator[AccountEntry]:
    """Yield what is left, some of it taken `back` from fields.

    There may be a unit with it that stands elsewhere in the document: it is counted there.
    """
    texts: Iterable[Furniture | PlacedWords] = (*extraction.furniture, *extraction.placed_words)
    free = _words(texts_of(paper.blocks)) - _words(each.text for each in texts)
    free += Counter(_before_headings(free, extraction))
    walked, owed = {id(each) for each in extraction.left}, back.copy()
    declined = {id(each) for each in left.declined}
    for each in left.all:
        found = _words([each.text])
        if not is_of_margin(each):
            stock = free if id(each) in walked else owed
            found &= stock
            stock.subtract(found)  # `-=` goes through all of it
        fate, kind = _DECLINED if id(each) in declined else _LEFT
        yield AccountEntry(fate, each.text, found.total(), kind, place=each.origin)


def _before_headings(words: Iterable[str], extraction: Extraction) -> Iterator[str]:
    """Yield the beginnings of words at whose end a heading was known without a blank."""
    headings = (spelt_words(text)[:1] for kind, text in extraction.furniture if kind == "heading")
    heads = {head for first in headings for head in first}
    for word in words:
        yield from (
            word.removesuffix(head) for head in heads if word != head and word.endswith(head)
        )


def _placed(extraction: Extraction, back: Counter[str]) -> Iterator[AccountEntry]:
    """Yield what stands in fields, without what was taken `back` from them."""
    targets, owed = _targets(extraction.widened), back.copy()
    for key, text, table, row in extraction.placed_words:
        gone = _words([text]) & owed
        owed.subtract(gone)
        rest = " ".join((_words([text]) - gone).elements()) if gone else text
        if rest:
            fields, label = targets[table, key]
            yield _entry("placed", rest, fields=fields, place=label.place(row))


class _Target(NamedTuple):
    fields: Sequence[str]
    label: PlaceLabel


def _targets(form: Form) -> dict[tuple[str, str], _Target]:
    """Return by their keys what stands in texts, and in columns, which have also that of the table.

    These are fields, and what the form calls their place.
    """
    targets = {}
    for slot in slots_of(form):
        is_computed = not isinstance(slot, TableSlot) and slot.is_computed
        targets["", slot.key] = _Target(_names([] if is_computed else slot.fields), label_of(slot))
        for number, cell in enumerate(slot.cells if isinstance(slot, TableSlot) else ()):
            fields = [(*route, *each) for route in slot.fields for each in cell.show.routes]
            targets[slot.key, cell.key] = _Target(_names(fields), label_of(slot, number))
    return targets


def _names(routes: Iterable[Route]) -> list[str]:
    return [".".join(map(str, route)) for route in routes]


def _beside(
    paper: Paper, extraction: Extraction, *, keeps_comments: bool
) -> Iterator[AccountEntry]:
    """Yield what has become of what stands beside the text: margins are the form's, or left."""
    left = Counter(each.text for each in extraction.left if is_of_margin(each))
    for what in filter(is_margin, paper.passed_over):
        for line in what.words.split("\n"):
            if not left[line]:
                yield _entry("furniture", line, kind=what.kind, part=what.part)
            left[line] -= left[line] > 0
    for what in paper.passed_over:
        if what.is_furniture:
            yield _entry("furniture", what.words, kind=what.kind)
    for found in located(paper, extraction.form):
        what = found.what
        fate: WordFate = "beside" if what.is_loss else "furniture"
        if keeps_comments and what.kind == "comment" and what.words:
            fate = "placed"
        yield _entry(fate, what.words, kind=what.kind, place=found.place, part=what.part)
