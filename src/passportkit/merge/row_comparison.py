"""The rows of a table in a file and in a document: which of both hold, and in which order."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from passportkit.merge.alignment import RowTexts, aligned
from passportkit.merge.order import Origin, Pair, RowFate, ordered
from passportkit.merge.outcome import Side
from passportkit.stamp import hash_of_row


@dataclass(frozen=True, slots=True)
class Sides:
    """The rows of both sides.

    `base` has the hashes of the rows that the document was made of; None where that is not known,
    and then all of `mine` counts as that. `was` has those of `mine` as the file has them, where
    `mine` itself has already been brought nearer to the document. Of a table that has one row by
    its nature, that is the same row on both sides, however unlike.
    """

    mine: Sequence[RowTexts]
    theirs: Sequence[RowTexts]
    base: Sequence[str] | None = None
    was: Sequence[str] = ()
    is_one_row: bool = False


class Merged(NamedTuple):
    """What became of each row of either side, and the rows that stand in the end, in order.

    The order is disputed where both sides have changed it.
    """

    pairs: list[Pair]
    standing: list[Pair]
    is_disputed: bool


def merged(sides: Sides, take: Side | None) -> Merged:
    """Compare the rows of both sides with what the document was made of."""
    partners = {0: 0} if sides.is_one_row else aligned(sides.mine, sides.theirs)
    origin = _origin(sides, partners)
    heirs = _heirs(sides, partners, origin)
    pairs = [Pair(i, j, _fate(sides, origin, heirs, i, j)) for i, j in _every(sides, partners)]
    staying = [pair for pair in pairs if pair.stays(take)]
    return Merged(pairs, *ordered(staying, origin, take))


def _origin(sides: Sides, partners: Mapping[int, int]) -> Origin:
    if sides.base is None:
        return Origin({index: index for index in range(len(sides.mine))}, {})
    mine = sides.was or [hash_of_row(row) for row in sides.mine]
    theirs = [hash_of_row(row) for row in sides.theirs]
    paired = {*partners.values()}
    return Origin(_found(mine, sides.base, partners), _found(theirs, sides.base, paired))


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


def _fate(sides: Sides, origin: Origin, heirs: _Heirs, i: int | None, j: int | None) -> RowFate:
    """Tell who has changed a row: what stands as in the base, its side has not changed."""
    if i is not None and j is not None and sides.mine[i] == sides.theirs[j]:
        return "same"
    if j in origin.theirs:
        return "mine"
    if i in origin.mine:
        return "theirs"
    if i is not None and j is not None:
        return "conflict"
    if i in heirs.mine or j in heirs.theirs:
        return "conflict"
    return "theirs" if i is None else "mine"


# --- rows that one side has changed and the other removed -----------------------------------


class _Heirs(NamedTuple):
    """Rows of one side alone, each where a row of the base was that neither side has any more.

    One side has changed such a row and the other has removed it, as far as hashes can tell.
    """

    mine: Collection[int]
    theirs: Collection[int]


def _heirs(sides: Sides, partners: Mapping[int, int], origin: Origin) -> _Heirs:
    known = {*origin.mine.values(), *origin.theirs.values()}
    lost = [old for old in range(len(sides.base or ())) if old not in known]
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

    def heirs(self, lost: Sequence[int]) -> set[int]:
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
