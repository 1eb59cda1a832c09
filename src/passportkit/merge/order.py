"""Rows of a file and of a document as pairs, and the order in which they stand in the end."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from passportkit.merge.outcome import Side

Fate = Literal["same", "mine", "theirs", "conflict"]
"""Which side has changed something: neither, one alone, or both."""


class Pair(NamedTuple):
    """A row by its numbers on both sides, and which side has changed it.

    `mine` is None where the file does not have it, `theirs` where the document does not. Of a row
    that both have, `cells` says which side has changed each; of one in conflict that one side alone
    has, `taken` whose will is done.
    """

    mine: int | None
    theirs: int | None
    fate: Fate = "same"
    cells: tuple[Fate, ...] = ()
    taken: Side | None = None

    @property
    def is_on_both(self) -> bool:
        """Whether both sides have the row."""
        return self.mine is not None and self.theirs is not None

    @property
    def stays(self) -> bool:
        """Whether the row stands in the table in the end."""
        is_theirs = self.fate == "theirs" or (self.fate == "conflict" and self.taken == "theirs")
        return self.is_on_both or (self.theirs if is_theirs else self.mine) is not None


class Origin(NamedTuple):
    """By the numbers of the rows of either side, those that they have in the base, unchanged."""

    mine: Mapping[int, int]
    theirs: Mapping[int, int]

    def are_two(self, mine: int, theirs: int) -> bool:
        """Whether two rows that differ are two, because both sides have left theirs as it was."""
        return mine in self.mine and theirs in self.theirs


UNKNOWN = Origin({}, {})
"""Nobody knows what the rows were made of."""


def ordered(
    staying: Sequence[Pair], origin: Origin, take: Side | None, *, is_kept: bool = False
) -> tuple[list[Pair], bool]:
    """Return the rows in the order of the side that has changed it, and whether that was decided.

    Where both have, it is the order that `take` says, or else that of the file; where `is_kept`, it
    is that of the file whoever has.
    """
    mine = sorted((p for p in staying if p.mine is not None), key=lambda p: _number(p.mine))
    theirs = sorted((p for p in staying if p.theirs is not None), key=lambda p: _number(p.theirs))
    if [p for p in mine if p.theirs is not None] == [p for p in theirs if p.mine is not None]:
        return _woven(mine, theirs), False
    if is_kept:
        return _woven(mine, theirs), True
    if _is_as_before(mine, origin):
        return _woven(theirs, mine), False
    if _is_as_before(theirs, origin):
        return _woven(mine, theirs), False
    lead, other = (theirs, mine) if take == "theirs" else (mine, theirs)
    return _woven(lead, other), True


def _is_as_before(rows: Sequence[Pair], origin: Origin) -> bool:
    """Whether rows stand in the order of the base."""
    found = [origin.mine.get(_number(p.mine), origin.theirs.get(_number(p.theirs))) for p in rows]
    known = [place for place in found if place is not None]
    return known == sorted(known)


def _number(index: int | None) -> int:
    return -1 if index is None else index


def _woven(lead: Sequence[Pair], other: Sequence[Pair]) -> list[Pair]:
    """Return all rows in the order of `lead`; those of `other` alone behind what they follow."""
    leading, last = set(lead), None
    behind: dict[Pair | None, list[Pair]] = defaultdict(list)
    for pair in other:
        if pair in leading:
            last = pair
        else:
            behind[last].append(pair)
    return [*behind[None], *(each for pair in lead for each in (pair, *behind[pair]))]


def moved(standing: Sequence[Pair]) -> list[Pair]:
    """Return as few rows as can have moved so that the order is no longer that of the file."""
    rows = [(pair.mine, pair) for pair in standing if pair.mine is not None]
    ends: list[int] = []  # the least last number of an ascending run, by the length of the run
    lengths: list[int] = []
    for number, _ in rows:
        length = bisect_left(ends, number)
        ends[length : length + 1] = [number]
        lengths.append(length + 1)
    left = len(ends)
    away: list[Pair] = []
    for (_, pair), length in zip(reversed(rows), reversed(lengths), strict=True):
        if length == left:
            left -= 1
        else:
            away.append(pair)
    return away[::-1]
