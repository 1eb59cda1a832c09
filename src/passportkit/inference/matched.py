"""Which places of a blank document ask for what practices say already."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from passportkit.inference.blank_form import (
    BlankBlock,
    BlankForm,
    BlankSection,
    BlankTable,
    BlankText,
)
from passportkit.inference.guessed_types import choices_in
from passportkit.inference.known_places import KnownPlaces, KnownTable

PlaceKey = tuple[int, int]
"""A place of a blank form: the number of its entry, and of its block there."""

Sureness = Literal["sure", "likely", "new"]
"""How sure it is what a place shows; `new` is a fact that no practice says yet."""

_SURE = 0.99
_COLUMNS_ALONE = 0.85
"""How sure each column of a table must be where its heading says nothing."""


class PlaceMatch(NamedTuple):
    """What a place shows; of a table, the name of its rows and what its columns show."""

    show: str
    strength: float
    columns: tuple[str, ...] = ()
    is_record: bool = False

    @property
    def sureness(self) -> Sureness:
        """How sure that is."""
        return "sure" if self.strength >= _SURE else "likely"


def matches_of(blank: BlankForm, known: KnownPlaces) -> Mapping[PlaceKey, PlaceMatch]:
    """Return what places of a blank form show; of two that ask for the same, the surer one."""
    found = [*_found(blank, known)]
    found.sort(key=lambda each: -each[1].strength)
    taken: set[str] = set()
    matches: dict[PlaceKey, PlaceMatch] = {}
    for key, match in found:
        if match.show not in taken:
            taken.add(match.show)
            matches[key] = match
    return matches


def _found(blank: BlankForm, known: KnownPlaces) -> Iterator[tuple[PlaceKey, PlaceMatch]]:
    for key, section, block in places_of(blank):
        match = _of_block(section, block, known)
        if match:
            yield key, match


def _of_block(section: BlankSection, block: BlankBlock, known: KnownPlaces) -> PlaceMatch | None:
    if isinstance(block, BlankTable):
        return None if block.fixed else _of_table(section, block, known)
    return _of_text(section, block, known)


def _of_text(section: BlankSection, text: BlankText, known: KnownPlaces) -> PlaceMatch | None:
    found = known.text(text.label or text.caption or section.heading)
    if found is None:
        return None
    choices = choices_in(section.note, section.note_below, text.hint)
    if choices and choices != known.choice(found.item):
        return None
    return PlaceMatch(found.item, found.strength)


def _of_table(section: BlankSection, table: BlankTable, known: KnownPlaces) -> PlaceMatch | None:
    """Return the rows that a table shows: of those with all its columns, the ones it is named for.

    One column alone says too little.
    """
    named = known.heading(table.caption) if table.caption else None
    named = named or known.heading(section.heading)
    best: PlaceMatch | None = None
    for each in known.tables:
        is_named = named is not None and named.item == each.name
        match = _columns(each, table)
        if match is None or not (is_named or _stands_alone(match)):
            continue
        if is_named:
            return match
        best = best if best and best.strength >= match.strength else match
    return best


def _stands_alone(match: PlaceMatch) -> bool:
    return len(match.columns) > 1 and match.strength >= _COLUMNS_ALONE


def _columns(known: KnownTable, table: BlankTable) -> PlaceMatch | None:
    """Return a known table as a match, if all columns are its own, each another one."""
    if known.is_record and (table.number_heading or table.rows > 1):
        return None
    found = [known.column(head) for head in table.columns]
    shown = [each.item for each in found if each]
    if len(shown) < len(table.columns) or len(set(shown)) < len(shown):
        return None
    strength = min(each.strength for each in found if each)
    return PlaceMatch(known.name, strength, tuple(shown), known.is_record)


def places_of(blank: BlankForm) -> Sequence[tuple[PlaceKey, BlankSection, BlankBlock]]:
    """Return all places of a blank form, in order."""
    return [
        ((at, place), entry, block)
        for at, entry in enumerate(blank.entries)
        if isinstance(entry, BlankSection)
        for place, block in enumerate(entry.blocks)
    ]
