"""The rows of a table in a file and in a document: which of both hold, and in which order."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from passportkit.merge.alignment import RowTexts, aligned, are_called_alike
from passportkit.merge.base_rows import BaseRows
from passportkit.merge.order import UNKNOWN, Fate, Origin, Pair
from passportkit.stamp import hash_of_row


@dataclass(frozen=True, slots=True)
class Sides:
    """The rows of both sides.

    `base` has the rows that the document was made of; None where they are not known, and then all
    of `mine` count as that. `was` has `mine` as it was in the file, where it has already been
    brought nearer to the document. Of a table that has one row by its nature, that is the same row
    on both sides, however unlike.
    """

    mine: Sequence[RowTexts]
    theirs: Sequence[RowTexts]
    base: BaseRows | None = None
    was: Sequence[RowTexts] = ()
    is_one_row: bool = False

    @property
    def made_of(self) -> Sequence[RowTexts]:
        """The rows of the file as the document was compared with them when it was made."""
        return self.was or self.mine


class Compared(NamedTuple):
    """The rows of either side, who has changed them, and where they were in the base."""

    pairs: list[Pair]
    origin: Origin


def compared(sides: Sides) -> Compared:
    """Compare the rows of both sides with what the document was made of."""
    hashes = _hashes(sides)
    unpaired = _origin(sides, hashes, {}) if sides.base else UNKNOWN
    partners = {0: 0} if sides.is_one_row else aligned(sides.mine, sides.theirs, unpaired)
    origin = _origin(sides, hashes, partners)
    lost = _lost(sides, origin)
    if sides.base and not sides.is_one_row:
        new = [*_two_new(sides, sides.base, partners, origin, lost)]
        partners = {i: j for i, j in partners.items() if i not in new}
        partners.update(_of_one_origin(sides, sides.base, partners, origin))
    heirs = _heirs(sides, partners, origin, lost)
    pairs = [
        _pair(origin, heirs, i, j)
        if i is None or j is None
        else Pair(i, j, cells=tuple(_cells(sides, origin, (i, j), lost)))
        for i, j in _every(sides, partners)
    ]
    return Compared(pairs, origin)


def _hashes(sides: Sides) -> tuple[list[str], list[str]]:
    """Return the hashes of the rows of both sides, where there are others to compare them with."""
    if sides.base is None:
        return [], []
    return list(map(hash_of_row, sides.made_of)), list(map(hash_of_row, sides.theirs))


def _origin(
    sides: Sides, hashes: tuple[list[str], list[str]], partners: Mapping[int, int]
) -> Origin:
    if sides.base is None:
        return Origin({index: index for index in range(len(sides.mine))}, {})
    (mine, theirs), base = hashes, sides.base.rows
    return Origin(_found(mine, base, partners), _found(theirs, base, {*partners.values()}))


def _two_new(
    sides: Sides, base: BaseRows, partners: Mapping[int, int], origin: Origin, lost: Collection[int]
) -> Iterator[int]:
    """Yield the rows of the file that are new, where their partners are others, new as well."""
    for i, j in partners.items():
        if i in origin.mine or j in origin.theirs:
            continue
        mine, theirs = sides.made_of[i], sides.theirs[j]
        if not are_called_alike(mine, theirs) and not _may_be_one(base, mine, theirs, lost):
            yield i


def _may_be_one(base: BaseRows, mine: RowTexts, theirs: RowTexts, lost: Collection[int]) -> bool:
    """Whether two rows may have come of one of the base that neither side has any more."""
    return bool(lost) and (not base.has_cells or {*base.fates(mine, theirs, lost)} != {"conflict"})


def _of_one_origin(
    sides: Sides, base: BaseRows, partners: Mapping[int, int], origin: Origin
) -> Iterator[tuple[int, int]]:
    """Yield rows that are not alike any more, but of which each has come of the same row."""
    mine = _origins(sides.made_of, partners, origin.mine, base)
    theirs = _origins(sides.theirs, {*partners.values()}, origin.theirs, base)
    yield from ((mine[row], theirs[row]) for row in sorted(mine.keys() & theirs.keys()))


def _origins(
    rows: Sequence[RowTexts], paired: Container[int], known: Mapping[int, int], base: BaseRows
) -> dict[int, int]:
    """Return the rows that have no partner by the numbers of those of the base they come of."""
    missing = {*range(len(base.rows))} - {*known.values()}
    alone = [index for index in range(len(rows)) if index not in paired]
    found = {
        index: known[index] if index in known else base.origin_of([rows[index]], missing)
        for index in alone
    }
    return {number: index for index, number in found.items() if number is not None}


def _lost(sides: Sides, origin: Origin) -> set[int]:
    """Return the rows of the base that neither side has any more."""
    known = {*origin.mine.values(), *origin.theirs.values()}
    return {*range(len(sides.base.rows if sides.base else ()))} - known


def _found(hashes: Sequence[str], base: Sequence[str], paired: Collection[int]) -> dict[int, int]:
    """Find rows in the base; of several that are equal, the copy is what the other side lacks."""
    waiting: dict[str, list[int]] = defaultdict(list)
    for index in reversed(range(len(base))):
        waiting[base[index]].append(index)
    order = sorted(range(len(hashes)), key=lambda index: index not in paired)
    return {i: waiting[hashes[i]].pop() for i in order if waiting[hashes[i]]}


def _every(sides: Sides, partners: Mapping[int, int]) -> Iterator[tuple[int | None, int | None]]:
    for i in range(len(sides.mine)):
        yield i, partners.get(i)
    taken = set(partners.values())
    yield from ((None, j) for j in range(len(sides.theirs)) if j not in taken)


def _pair(origin: Origin, heirs: _Heirs, i: int | None, j: int | None) -> Pair:
    """Tell who has changed a row of one side: one that stands in the base, has gone there."""
    if j in origin.theirs:
        return Pair(i, j, "mine")
    if i in origin.mine:
        return Pair(i, j, "theirs")
    if i in heirs.mine or j in heirs.theirs:
        return Pair(i, j, "conflict")
    return Pair(i, j, "theirs" if i is None else "mine")


def _cells(sides: Sides, origin: Origin, pair: tuple[int, int], lost: set[int]) -> list[Fate]:
    """Tell who has changed each cell of a row that both sides have."""
    i, j = pair
    mine, theirs, was = sides.mine[i], sides.theirs[j], sides.made_of[i]
    fates: Sequence[Fate] = ["mine" if j in origin.theirs else "theirs"] * len(mine)
    if i not in origin.mine and j not in origin.theirs and sides.base:
        base = sides.base
        one_row = sides.is_one_row and bool(base.rows)
        fates = base.fates_of(0, was, theirs) if one_row else base.fates(was, theirs, lost)
    return ["same" if a == b else each for a, b, each in zip(mine, theirs, fates, strict=True)]


# --- rows that one side has changed and the other removed -----------------------------------


class _Heirs(NamedTuple):
    """Rows of one side alone, each where a row of the base was that neither side has any more.

    One side has changed such a row and the other has removed it, as far as hashes can tell.
    """

    mine: Collection[int]
    theirs: Collection[int]


def _heirs(
    sides: Sides, partners: Mapping[int, int], origin: Origin, lost: Collection[int]
) -> _Heirs:
    if not lost:
        return _Heirs((), ())
    both = [(i, j) for i, j in partners.items() if i not in origin.mine and j not in origin.theirs]
    mine = _Side(origin.mine, len(sides.mine), partners.keys(), [i for i, _ in both])
    paired = set(partners.values())
    theirs = _Side(origin.theirs, len(sides.theirs), paired, [j for _, j in both])
    return _Heirs(mine.heirs(lost), theirs.heirs(lost))


class _Side(NamedTuple):
    origin: Mapping[int, int]
    size: int
    paired: Collection[int]
    changed_by_both: Collection[int]

    def heirs(self, lost: Collection[int]) -> set[int]:
        """Return as many unknown rows of each gap as rows were lost there."""
        place = {old: index for index, old in self.origin.items()}
        known = sorted(place)
        above = [-1, *accumulate((place[old] for old in known), max)]
        below = [self.size, *accumulate((place[old] for old in reversed(known)), min)][::-1]
        gaps: dict[tuple[int, int], int] = defaultdict(int)
        for old in lost:
            at = bisect_left(known, old)
            gaps[above[at], below[at]] += 1
        found, both = set[int](), set(self.changed_by_both)
        for (start, end), count in gaps.items():
            rows = [index for index in range(start + 1, end) if index not in self.origin]
            changed = len([index for index in rows if index in both])
            alone = [index for index in rows if index not in self.paired]
            found.update(alone[: max(0, count - changed)])
        return found
