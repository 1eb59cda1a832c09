"""The landmarks of a form: what one finds the way by in a document that fills it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import takewhile
from typing import NamedTuple

from passportkit.forms.model import (
    DATE_LINE,
    Approval,
    Block,
    Column,
    Entry,
    FixedWords,
    Form,
    Group,
    Part,
    Section,
    Signature,
    SignedSection,
)
from passportkit.forms.shows import Show
from passportkit.forms.slots import TableSlot, TextSlot, signatures_in, slots_of
from passportkit.intake.folding import fold
from passportkit.intake.head_words import named
from passportkit.intake.labels import Labels
from passportkit.intake.totals import FIRST_OF_TOTALS
from passportkit.practice.money import Money
from passportkit.practice.quantity import Quantity

Inner = Block | Part
"""What a label inside a section leads to: a block by its caption, or a part."""

_tail = re.compile(r"\s[–—-]\s|:\s|\n")
_note = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, eq=False)
class Heading:
    """A heading of a form, of a section or of a group of sections (which has no block).

    Where a section has none, the labels of its parts stand for it, or no words at all, as for each
    place of a signature. `place` counts the headings in the order of the form, from 0; the title of
    the form has -1.
    `fixed_words` are those that stand behind the section, up to the next one.
    """

    place: int
    text: str
    section: Section | None = None
    block: Block | None = None
    part: Part | None = None
    fixed_words: tuple[str, ...] = ()

    @cached_property
    def fold(self) -> str:
        """The words of the heading, for comparison."""
        return fold(self.text)

    @property
    def is_signed(self) -> bool:
        """Whether it is a place of a signature."""
        return isinstance(self.section, SignedSection)

    @cached_property
    def spellings(self) -> list[str]:
        """The heading as it stands in the form, and how else people write it."""
        note = (self.section and self.section.note) or ""
        return [*spellings(self.text), f"{self.text} {note}"]

    @cached_property
    def inner(self) -> Labels[Inner]:
        """The captions and labels within the section."""
        return Labels((item, spellings(text)) for item, text in self.labelled())

    def labelled(self) -> Iterator[tuple[Inner, str]]:
        """Yield what has a caption or a label within the section, with it."""
        for block in self.section.content if self.section and not self.is_signed else ():
            if block.caption:
                yield block, block.caption
            for part in block.parts or ():
                yield part, part.label

    @cached_property
    def instructions(self) -> Labels[str]:
        """What the form itself says under the heading: its notes, and the end of the heading."""
        notes = (self.section.note, self.section.note_below) if self.section else ()
        own = (*(note or "" for note in notes), *self.fixed_words)
        texts = (*own, *_tails(self.text), *_note.findall(self.text))
        return Labels((text, [text]) for text in texts if text)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the section."""
        return self.section.content if self.section else ()


class SignatureMark(NamedTuple):
    """A line to sign on, and the headings of its places that facts fill, by their names.

    `place` is that of the first of them, or of the heading that follows.
    """

    signature: Signature
    headings: dict[str, Heading]
    place: int

    @property
    def labels(self) -> tuple[str, ...]:
        """The words by which one knows whose signature it is."""
        above = self.signature.heading if isinstance(self.signature, Approval) else None
        return tuple(filter(None, (self.signature.label, above)))


class FieldHead(NamedTuple):
    """The head of a column as people name it, or of one field of those that it shows together."""

    column: Column
    field: str


class Landmarks:
    """The headings of a form, the heads of its tables, and what it says besides."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self._columns: dict[str, Labels[Column]] = {}
        self._fields: dict[str, Labels[FieldHead]] = {}

    @cached_property
    def all(self) -> tuple[Heading, ...]:
        """The headings in the order of the form."""
        return tuple(_headings(self.form))

    @cached_property
    def signatures(self) -> tuple[SignatureMark, ...]:
        """The lines to sign on, in the order of the form."""
        return tuple(_signature_marks(self.form, self.all))

    @cached_property
    def signature_words(self) -> frozenset[str]:
        """What the form says around lines to sign on."""
        said = [DATE_LINE] if self.signatures else []
        for mark in self.signatures:
            said += [*mark.labels, *mark.signature.notes, mark.signature.seal or ""]
        return frozenset(map(fold, said)) - {""}

    @cached_property
    def headings(self) -> Labels[Heading]:
        """The headings that have words, and the title of the form."""
        title = Heading(-1, self.form.title)
        named = [each for each in self.all if each.text]
        return Labels((each, each.spellings) for each in (*named, title))

    @cached_property
    def form_words(self) -> Labels[str]:
        """What stands around the sections: words above them, the heads of a grid."""
        form = self.form
        above = takewhile(lambda entry: not isinstance(entry, Section), form.entries)
        words = (each.words for each in above if isinstance(each, FixedWords))
        texts = (form.annex or "", *(form.grid.columns if form.grid else ()), *words)
        return Labels((text, [text]) for text in texts if text)

    @cached_property
    def expected(self) -> frozenset[str]:
        """The words of every heading and label of the form, and of its title."""
        return frozenset(words for words, _ in self.labelled())

    @cached_property
    def notes(self) -> frozenset[str]:
        """What the form says beside its sections: notes above and below answers, fixed words."""
        form = self.form
        said = [note for each in form.sections for note in (each.note, each.note_below)]
        said += [entry.words for entry in form.entries if isinstance(entry, FixedWords)]
        return frozenset(map(fold, filter(None, said)))

    @cached_property
    def own_words(self) -> frozenset[str]:
        """All that a form says itself: also its notes, heads of columns, and labels of totals."""
        form = self.form
        texts = [form.annex, *(form.grid.columns if form.grid else ())]
        for _section, block in form.blocks():
            texts += [column.heading for column in block.columns or ()]
            texts += [column.over for column in block.columns or ()]
            texts += [block.number_heading, block.total.label if block.total else None]
        words = (fold(text) for text in texts if text)
        return self.expected.union(self.notes, self.signature_words, words) - {""}

    def has(self, text: str) -> bool:
        """Whether words are the form's own, or like a heading, a label or a head of it."""
        if fold(text) in self.own_words or self.headings.first(text):
            return True
        if any(each.inner.first(text) for each in self.all if not each.part):
            return True
        return any(self.columns(block).like(text) for _, block in self.form.blocks())

    def labelled(self) -> Iterator[tuple[str, list[str]]]:
        """Yield every heading and label of the form: its words, and the ways to write it."""
        yield fold(self.form.title), [self.form.title]
        for heading in self.all:
            if heading.text:
                yield heading.fold, heading.spellings
            for _, text in () if heading.part else heading.labelled():
                yield fold(text), spellings(text)

    def fields(self, block: Block) -> Labels[FieldHead]:
        """Return how people head the columns of `block`, and those of fields that it shows in one.

        A column that shows one field only is found as a whole, without a field, unless there may
        be several of this field.
        """
        if block.key not in self._fields:
            heads = ((head, [text]) for text, head in self._field_heads(block))
            self._fields[block.key] = Labels(heads)
        return self._fields[block.key]

    def heads(self, block: Block) -> Iterator[str]:
        """Yield the words of all heads of the table of `block`, and the ways to write them."""
        for column in block.columns or ():
            yield from spellings(column.heading)
        yield from (text for text, _ in self._field_heads(block))

    def details(self, block: Block) -> frozenset[str]:
        """Return the fields of which the table of `block` may have several columns."""
        shows = shows_of(self.form)[block.key].values()
        return frozenset().union(*(getattr(each.owner, "keep_their_head", ()) for each in shows))

    def _field_heads(self, block: Block) -> Iterator[tuple[str, FieldHead]]:
        details = self.details(block)
        for column in block.columns or ():
            show = shows_of(self.form)[block.key][column.key]
            fields = (column.show,) if show.view.is_partial else show.view.fields
            for field in fields:
                head = FieldHead(column, field if len(fields) > 1 or field in details else "")
                yield from ((text, head) for text in _heads(show, field))

    @cached_property
    def sums(self) -> frozenset[str]:
        """The keys of the columns of sums of money."""
        return sums_of(self.form)

    @cached_property
    def values(self) -> frozenset[str]:
        """The keys of the columns of figures: of sums, and of other quantities."""
        return values_of(self.form)

    def columns(self, block: Block) -> Labels[Column]:
        """Return the heads of the table of `block`."""
        if block.key not in self._columns:
            columns = block.columns or ()
            heads = ((each, [*spellings(each.heading), named(each.heading)]) for each in columns)
            self._columns[block.key] = Labels(heads, least=1)
        return self._columns[block.key]

    @cached_property
    def overs(self) -> dict[str, set[str]]:
        """The heads over several columns, each with those that stand below it; all are folded."""
        overs: dict[str, set[str]] = {}
        for _section, block in self.form.blocks():
            for column in block.columns or ():
                if column.over:
                    overs.setdefault(fold(column.over), set()).add(fold(column.heading))
        return overs

    @cached_property
    def tables(self) -> dict[tuple[str, ...], list[Block]]:
        """The tables of the form by the words of all their heads."""
        tables: dict[tuple[str, ...], list[Block]] = {}
        for _section, block in self.form.blocks():
            if block.columns:
                heads = tuple(fold(column.heading) for column in block.columns)
                tables.setdefault(heads, []).append(block)
        return tables

    def may_begin(self, text: str) -> bool:
        """Whether words may begin with a heading, a label, a head or a total: a cheap question."""
        return "(" in text or fold(text).partition(" ")[0] in self._first_words

    @cached_property
    def _first_words(self) -> frozenset[str]:
        tables = [block for _, block in self.form.blocks() if block.is_table]
        totals = (fold(block.total.label).partition(" ")[0] for block in tables if block.total)
        return FIRST_OF_TOTALS.union(
            totals,
            self.headings.first_words,
            *(each.inner.first_words for each in self.all),
            *(self.columns(block).first_words for block in tables),
        )

    def onwards(self, place: int) -> Iterator[Heading]:
        """Yield the headings behind `place`, then those up to it."""
        yield from self.all[place + 1 :]
        yield from self.all[: place + 1]


@lru_cache(maxsize=64)
def shows_of(form: Form) -> dict[str, dict[str, Show]]:
    """Return what the columns of the tables of a form show, by the keys of both."""
    tables = (slot for slot in slots_of(form) if isinstance(slot, TableSlot))
    return {each.key: {cell.key: cell.show for cell in each.cells} for each in tables}


def _columns_of(form: Form, kind: type) -> frozenset[str]:
    columns = (column for table in shows_of(form).values() for column in table.items())
    return frozenset(key for key, show in columns if show.is_of(kind))


@lru_cache(maxsize=64)
def sums_of(form: Form) -> frozenset[str]:
    """Return the keys of the columns of sums of money in the tables of a form."""
    return _columns_of(form, Money)


@lru_cache(maxsize=64)
def values_of(form: Form) -> frozenset[str]:
    """Return the keys of the columns of figures in the tables of a form: of sums, of quantities."""
    return sums_of(form) | _columns_of(form, Quantity)


@lru_cache(maxsize=64)
def shaped_of(form: Form) -> frozenset[str]:
    """Return the keys of the columns that say nothing without a figure or an address.

    They are those of figures, and of telephones and e-mail addresses.
    """
    columns = (column for table in shows_of(form).values() for column in table.items())
    return values_of(form) | frozenset(key for key, show in columns if show.has_pattern)


@lru_cache(maxsize=64)
def lists_of(form: Form) -> frozenset[str]:
    """Return the keys of the columns of several values, such as phones, in the tables of a form."""
    columns = (column for table in shows_of(form).values() for column in table.items())
    return frozenset(key for key, show in columns if show.is_list)


@lru_cache(maxsize=64)
def listed_records_of(form: Form) -> frozenset[str]:
    """Return the keys of the texts of a form that show records, an item each."""
    slots = (slot for slot in slots_of(form) if isinstance(slot, TextSlot))
    return frozenset(slot.key for slot in slots if slot.show.lists_records)


def _heads(show: Show, field: str) -> tuple[str, ...]:
    heads: dict[str, tuple[str, ...]] = getattr(show.owner, "heads", {})
    return heads.get(field, ())


@lru_cache(maxsize=64)
def landmarks_of(form: Form) -> Landmarks:
    """Return the landmarks of a form, made once."""
    return Landmarks(form)


def _headings(form: Form) -> Iterator[Heading]:
    approval = [(-1, form.approval)] if form.approval else []
    leading = (
        (number, each)
        for number, entry in (*approval, *enumerate(form.entries))
        for each in _leading(entry)
    )
    for place, (number, (text, section, block, part)) in enumerate(leading):
        behind = takewhile(_is_fixed, form.entries[number + 1 :])
        words = tuple(each.words for each in behind if isinstance(each, FixedWords))
        yield Heading(place, text, section, block, part, words)


def _is_fixed(entry: Entry) -> bool:
    return isinstance(entry, FixedWords)


_Leading = tuple[str, Section | None, Block | None, Part | None]


def _leading(entry: Entry | Approval) -> Iterator[_Leading]:
    """Yield the words that lead into what has places, or into a group, and where to."""
    if isinstance(entry, Group):
        yield entry.group, None, None, None
    elif isinstance(entry, Section):
        yield from _into_section(entry)
    for each in signatures_in(entry):
        yield from (("", each.section, each.section, part) for part in each.places.values())


def _into_section(section: Section) -> Iterator[_Leading]:
    if section.heading:
        yield section.heading, section, section.content[0], None
        return
    for block in section.content:
        for part in block.parts or ():
            yield part.label, section, block, part
        if not block.parts:
            yield block.caption or "", section, block, None


def _signature_marks(form: Form, headings: tuple[Heading, ...]) -> Iterator[SignatureMark]:
    start = 0
    for entry in (*((form.approval,) if form.approval else ()), *form.entries):
        end = start + len([*_leading(entry)])
        for each in signatures_in(entry):
            here: dict[str, Heading] = dict(zip(each.places, headings[start:end], strict=False))
            yield SignatureMark(each, here, start)
            start += len(here)
        start = end


def spellings(text: str) -> list[str]:
    """Return a label as it stands in the form, and without what follows a dash or a colon."""
    cut = _tail.search(text)
    shorter = text[: cut.start()] if cut else ""
    return [text, shorter] if len(shorter.split()) > 1 else [text]


def _tails(text: str) -> Iterator[str]:
    return (text[cut.end() :] for cut in _tail.finditer(text))
