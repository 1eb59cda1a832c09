"""Places that show one item of a list by its number: the item may have another number by now.

Numbers say little once the practice has an item more or less, and `last` says nothing then. The
words of an item do, as far as the stamp knows them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from passportkit.findings import Route
from passportkit.forms.slots import Slot, TableSlot, TextSlot
from passportkit.practice import Practice
from passportkit.stamp import Stamp, hash_of
from passportkit.text import respell

_NO_WORDS = hash_of("")


def following(slots: Sequence[Slot], practice: Practice, base: Stamp | None) -> tuple[Slot, ...]:
    """Return the places of a form, those of an item of a list at the number that it has now.

    What stands in a table of the form as well is left to that.
    """
    if base is None:
        return tuple(slots)
    in_tables = {slot.rows.field for slot in slots if isinstance(slot, TableSlot)}
    groups: dict[str, dict[Route, list[TextSlot]]] = defaultdict(lambda: defaultdict(list))
    for slot in slots:
        if isinstance(slot, TextSlot) and _is_of_item(slot) and slot.key in base.hashes:
            field = str(slot.show.way[0])
            if field not in in_tables:
                groups[field][slot.show.way[:2]].append(slot)
    numbers: dict[Route, int] = {}
    for field, places in groups.items():
        items = getattr(practice, field)
        if isinstance(items, list):
            numbers |= _numbers(places, items, base)
    return tuple(_at(slot, numbers) for slot in slots)


def _is_of_item(slot: TextSlot) -> bool:
    return len(slot.show.way) > 1 and isinstance(slot.show.way[1], int)


def _at(slot: Slot, numbers: Mapping[Route, int]) -> Slot:
    if not isinstance(slot, TextSlot) or slot.show.way[:2] not in numbers:
        return slot
    field, _, *rest = slot.show.way
    way = (field, numbers[slot.show.way[:2]], *rest)
    return slot._replace(show=slot.show._replace(way=way))


class _ItemPlaces(NamedTuple):
    """The places of one item, and what they said when the document was made."""

    slots: Sequence[TextSlot]
    base: Stamp

    @property
    def size(self) -> int:
        """How many of its places had words."""
        return sum(self._hash(slot) != _NO_WORDS for slot in self.slots)

    def likeness(self, item: Any) -> int:
        """Return in how many places another item of the list has the words that stood there."""
        return sum(
            _NO_WORDS != self._hash(slot) == hash_of(respell(_text(slot, item)))
            for slot in self.slots
        )

    def found(self, items: Sequence[Any], number: int) -> int | None:
        """Return the number of the item that says half of it at least; the nearest is `number`."""
        likenesses = list(map(self.likeness, items))
        best = max(likenesses, default=0)
        if not best or 2 * best < self.size:
            return None
        if number < len(items) and likenesses[number] == best:
            return number
        return likenesses.index(best) if likenesses.count(best) == 1 else None

    def _hash(self, slot: TextSlot) -> str:
        return next(iter(self.base.hashes[slot.key]), _NO_WORDS)


def _text(slot: TextSlot, item: Any) -> str:
    return slot.show._replace(way=slot.show.way[2:]).text(item)


def _numbers(
    places: Mapping[Route, Sequence[TextSlot]], items: Sequence[Any], base: Stamp
) -> dict[Route, int]:
    """Return by the way to an item the number that it has.

    One that is not known keeps its number, unless that is another's by now: then it is none of the
    items, and stands behind them and behind what is still to come.
    """
    before = {way: _number(way, items) for way in places}
    found = {
        way: _ItemPlaces(slots, base).found(items, before[way]) for way, slots in places.items()
    }
    numbers = {way: number for way, number in found.items() if number is not None}
    unknown = {way: number for way, number in before.items() if way not in numbers}
    gone = sorted({*unknown.values()} & {*numbers.values()})
    behind = max(len(items), *(number + 1 for number in before.values()))
    for way, number in unknown.items():
        numbers[way] = behind + gone.index(number) if number in gone else number
    return numbers


def _number(way: Route, items: Sequence[Any]) -> int:
    """Return the number in a way to an item; -1 is the last one."""
    return max(0, len(items) - 1) if way[1] == -1 else int(way[1])
