"""The rows that a document was made of, as far as its stamp tells of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from functools import cached_property
from itertools import product

from passportkit.merge.alignment import RowTexts
from passportkit.merge.order import Fate
from passportkit.stamp import hash_of, hash_of_row

_EMPTY = hash_of("")

_RARE = 20
"""A cell that no more rows have tells one from another."""

_FEW = 6
"""Of so many cells it is tried out which side has changed each."""


class BaseRows:
    """The hashes of rows, and of their cells where those are known."""

    def __init__(self, rows: Sequence[str], cells: Sequence[str] = ()) -> None:
        self.rows = rows
        width = len(cells) // len(rows) if rows else 0
        is_known = width and len(cells) == width * len(rows)
        starts = range(0, len(cells), width) if is_known else ()
        self._cells = [cells[start : start + width] for start in starts]

    def origin_of(self, row: RowTexts, among: Container[int]) -> int | None:
        """Return the one of some rows that this has come of: half of its cells are the same."""
        hashes = list(map(hash_of, row))
        told = (self._having.get((column, each), ()) for column, each in enumerate(hashes))
        found = {each for rows in told if len(rows) <= _RARE for each in rows if each in among}
        likely = sorted((self._likeness(number, hashes), number) for number in found)
        if not likely or (likely[-2:-1] and likely[-2][0] == likely[-1][0]):
            return None
        likeness, number = likely[-1]
        words = sum(each != _EMPTY for each in self._cells[number])
        return number if 2 * likeness >= words else None

    def fates(self, mine: RowTexts, theirs: RowTexts, among: Container[int]) -> Sequence[Fate]:
        """Return who has changed each cell of a row that both have, and that was one of some."""
        origins = (self.origin_of(row, among) for row in (mine, theirs))
        origin = next((each for each in origins if each is not None), None)
        if origin is None:
            return self._tried(mine, theirs, among) or ["conflict"] * len(mine)
        return self.fates_of(origin, mine, theirs)

    def fates_of(self, number: int, mine: RowTexts, theirs: RowTexts) -> Sequence[Fate]:
        """Return who has changed each cell of the row of this number."""
        cells = self._cells[number] if self._cells else ()
        if len(cells) != len(mine):
            return self._tried(mine, theirs, [number]) or ["conflict"] * len(mine)
        return [_fate(*each) for each in zip(cells, mine, theirs, strict=True)]

    def _likeness(self, number: int, hashes: Sequence[str]) -> int:
        both = zip(self._cells[number], hashes, strict=False)
        return sum(one == other != _EMPTY for one, other in both)

    @cached_property
    def _having(self) -> Mapping[tuple[int, str], Sequence[int]]:
        """The rows that have a cell, by its column and hash."""
        rows: dict[tuple[int, str], list[int]] = defaultdict(list)
        for number, cells in enumerate(self._cells):
            for column, each in enumerate(cells):
                if each != _EMPTY:
                    rows[column, each].append(number)
        return rows

    @cached_property
    def _numbers(self) -> Mapping[str, Sequence[int]]:
        numbers: dict[str, list[int]] = defaultdict(list)
        for number, each in enumerate(self.rows):
            numbers[each].append(number)
        return numbers

    def _tried(self, mine: RowTexts, theirs: RowTexts, among: Container[int]) -> Sequence[Fate]:
        """Return who has changed each cell, where no cell has changed on both sides.

        Then the row was what each side has left of it, put together; its hash tells.
        """
        differing = [column for column in range(len(mine)) if mine[column] != theirs[column]]
        if len(differing) > _FEW:
            return []
        for fates in product(_ONE_SIDE, repeat=len(differing)):
            told = dict(zip(differing, fates, strict=True))
            row = [(theirs if told.get(n) == "mine" else mine)[n] for n in range(len(mine))]
            if any(number in among for number in self._numbers.get(hash_of_row(row), ())):
                return [told.get(column, "same") for column in range(len(mine))]
        return []


_ONE_SIDE: tuple[Fate, Fate] = ("mine", "theirs")


def _fate(base: str, mine: str, theirs: str) -> Fate:
    if hash_of(theirs) == base:
        return "mine"
    return "theirs" if hash_of(mine) == base else "conflict"
