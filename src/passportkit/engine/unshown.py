"""What a document says and a document of another form does not: its form has no place for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from passportkit.findings import Route
from passportkit.forms import Form
from passportkit.forms.filled import Filled
from passportkit.forms.place_words import label_of
from passportkit.forms.slots import Slot, TableSlot, slots_of
from passportkit.intake import Extraction
from passportkit.intake.folding import spelt_words
from passportkit.language import Message
from passportkit.text import plain


class Unshown(NamedTuple):
    """How many words of a section have no place in another form, and the fields that say them."""

    place: Message
    size: int
    fields: Sequence[str]


class _OldPlace(NamedTuple):
    """A place of the old form, or a column of one: its key, its table's, and what it says."""

    slot: Slot
    table: str
    key: str
    routes: Sequence[Route]

    @property
    def section(self) -> Message:
        """The section; where it has no heading, the label of the part."""
        label = label_of(self.slot)
        return label._replace(part="" if label.heading else label.part).place()


class _NewDocument(NamedTuple):
    """What the new form shows, and the words that stand in the new document."""

    routes: frozenset[Route]
    words: frozenset[str]

    def shows(self, place: _OldPlace, text: str) -> bool:
        """Whether words have come along: a value with figures may stand there in another unit."""
        related = [each for each in place.routes if any(_are_akin(each, to) for to in self.routes)]
        if not related:
            return False
        is_value = any(map(str.isdigit, text)) and not self.routes.isdisjoint(related)
        return is_value or self.words.issuperset(_letters(text))

    def name_of(self, place: _OldPlace) -> str:
        """Return the name of the field that is lost; of a whole record, if all of it is."""
        first = place.routes[0]
        is_partly_shown = any(route[0] == first[0] for route in self.routes)
        return ".".join(map(str, first if is_partly_shown else first[:1]))


def unshown(extraction: Extraction, form: Form, filled: Filled) -> list[Unshown]:
    """Return by sections what was found in a document and does not stand in `filled` of `form`."""
    routes = {route for place in _places(form) for route in place.routes}
    new = _NewDocument(frozenset(routes), frozenset(_words_of(filled)))
    said: dict[tuple[str, str], list[str]] = {}
    for each in extraction.placed_words:
        said.setdefault((each.table, each.key), []).append(each.text)
    lost = [
        (place, size)
        for place in _places(extraction.form)
        if (size := _size(place, said.get((place.table, place.key), ()), new))
    ]
    by_section = groupby(lost, key=lambda each: each[0].section)
    return [_unshown(section, [*found], new) for section, found in by_section]


def _unshown(section: Message, lost: Sequence[tuple[_OldPlace, int]], new: _NewDocument) -> Unshown:
    fields = dict.fromkeys(new.name_of(place) for place, _ in lost)
    return Unshown(section, sum(size for _, size in lost), [*fields])


def _size(place: _OldPlace, texts: Sequence[str], new: _NewDocument) -> int:
    """Return how many words of a place have not come along."""
    return sum(len(spelt_words(text)) for text in texts if not new.shows(place, text))


def _places(form: Form) -> Iterator[_OldPlace]:
    """Yield what stands in texts, and in columns, with the fields of each.

    A total says no more than the rows above it, and goes with them.
    """
    for slot in slots_of(form):
        if not isinstance(slot, TableSlot):
            above = [(slot.block.rows,)] if slot.is_total and slot.block.rows else []
            yield _OldPlace(slot, "", slot.key, [*above, *slot.fields])
            continue
        for cell in slot.cells:
            routes = [(*way, *each) for way in slot.fields for each in cell.show.routes]
            yield _OldPlace(slot, slot.key, cell.key, routes or slot.fields)


def _are_akin(one: Route, other: Route) -> bool:
    """Whether one of two fields is the other, or is of it."""
    return all(a == b for a, b in zip(one, other, strict=False))


def _letters(text: str) -> Iterator[str]:
    return (word for word in spelt_words(plain(text)) if word.isalpha())


def _words_of(filled: Filled) -> Iterator[str]:
    yield from spelt_words(filled.title)
    for value in filled.values.values():
        texts = (
            [value] if isinstance(value, str) else (each for row in value for each in row.values())
        )
        for text in texts:
            yield from spelt_words(plain(text))
