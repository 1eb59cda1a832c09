"""Places that show one item of a list by its number: the item may have another number by now.

Numbers say little once the practice has an item more or less, and `last` says nothing then. The
words of an item do, as far as the stamp knows them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from passportkit.findings import Route
from passportkit.forms.shows import Show
from passportkit.forms.slots import Slot, TableSlot, TextSlot
from passportkit.practice import Practice
from passportkit.stamp import NO_WORDS, Stamp, hash_of
from passportkit.text import respell


class FollowedSlots(NamedTuple):
    """The places of a form; `lost` has the keys of those whose item may be another by now."""

    slots: tuple[Slot, ...]
    lost: frozenset[str] = frozenset()


def following(slots: Sequence[Slot], practice: Practice, base: Stamp | None) -> FollowedSlots:
    """Return the places of a form, those of an item of a list at the number that it has now.

    What stands in a table of the form as well is left to that.
    """
    numbers: dict[Route, int] = {}
    lost: list[str] = []
    for field, places in _by_field(slots, base).items() if base else ():
        items = getattr(practice, field)
        if isinstance(items, list):
            numbers |= _numbers(places, items)
            lost += [key for each in places if each.is_lost(items) for key in each.said]
    return FollowedSlots(tuple(_at(slot, numbers) for slot in slots), frozenset(lost))


def _by_field(slots: Sequence[Slot], base: Stamp) -> Mapping[str, Sequence[_ItemPlaces]]:
    """Return the places of items by the field that is their list, those of one item together."""
    in_tables = {slot.rows.field for slot in slots if isinstance(slot, TableSlot)}
    found: dict[str, dict[Route, _ItemPlaces]] = defaultdict(dict)
    for slot in slots:
        if isinstance(slot, TextSlot) and _is_of_item(slot) and slot.key in base.hashes:
            way = slot.show.way[:2]
            if way[0] not in in_tables:
                item = found[str(way[0])].setdefault(way, _ItemPlaces(way, {}))
                said = next(iter(base.hashes[slot.key]), NO_WORDS)
                item.said[slot.key] = slot.show._replace(way=slot.show.way[2:]), said
    return {field: [*items.values()] for field, items in found.items()}


def _is_of_item(slot: TextSlot) -> bool:
    return len(slot.show.way) > 1 and isinstance(slot.show.way[1], int)


def _at(slot: Slot, numbers: Mapping[Route, int]) -> Slot:
    if not isinstance(slot, TextSlot) or slot.show.way[:2] not in numbers:
        return slot
    field, _, *rest = slot.show.way
    way = (field, numbers[slot.show.way[:2]], *rest)
    return slot._replace(show=slot.show._replace(way=way))


class _ItemPlaces(NamedTuple):
    """The places of one item: by key what each shows of it, and the hash of what it said then."""

    way: Route
    said: dict[str, tuple[Show, str]]

    @property
    def size(self) -> int:
        """How many of its places had words."""
        return sum(said != NO_WORDS for _, said in self.said.values())

    def number(self, items: Sequence[Any]) -> int:
        """Return the number that the form gives; that of the last item is -1 there."""
        return max(0, len(items) - 1) if self.way[1] == -1 else int(self.way[1])

    def found(self, items: Sequence[Any]) -> int | None:
        """Return the number of the item that says most of it; of several the one of its number."""
        likenesses, number = list(map(self._likeness, items)), self.number(items)
        best = max(likenesses, default=0)
        if 2 * best <= self.size:
            return None
        if number < len(items) and likenesses[number] == best:
            return number
        return likenesses.index(best) if likenesses.count(best) == 1 else None

    def is_lost(self, items: Sequence[Any]) -> bool:
        """Whether several places of it say what no item does, so that it may be any."""
        return self.size > 1 and self.found(items) is None

    def _likeness(self, item: Any) -> int:
        """Return in how many places another item of the list has the words that stood there."""
        return sum(
            NO_WORDS != said == hash_of(respell(show.text(item)))
            for show, said in self.said.values()
        )


def _numbers(places: Sequence[_ItemPlaces], items: Sequence[Any]) -> dict[Route, int]:
    """Return by the way to an item the number that it has.

    One that is not known keeps its number, unless that is another's by now: then it is none of the
    items, and stands behind them and behind what is still to come.
    """
    before = {each.way: each.number(items) for each in places}
    found = {each.way: each.found(items) for each in places}
    numbers = {way: number for way, number in found.items() if number is not None}
    unknown = {way: number for way, number in before.items() if way not in numbers}
    gone = sorted({*unknown.values()} & {*numbers.values()})
    behind = max(len(items), *(number + 1 for number in before.values()))
    for way, number in unknown.items():
        numbers[way] = behind + gone.index(number) if number in gone else number
    return numbers
