"""The rows that a document was made of, as far as its stamp tells of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from functools import cached_property
from heapq import nlargest
from itertools import product

from passportkit.merge.alignment import RowTexts
from passportkit.merge.order import Fate
from passportkit.stamp import NO_WORDS, hash_of, hash_of_row

_RARE = 20
"""A cell that no more rows have tells one from another."""

_FIRST = 2
"""How much more the first cell weighs."""

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

    @property
    def has_cells(self) -> bool:
        """Whether the hashes of cells are known."""
        return bool(self._cells)

    def origin_of(self, rows: Sequence[RowTexts], among: Container[int]) -> int | None:
        """Return the one of some rows that all of `rows` have come of, changed.

        It is most like them, and one of them has its first cell, or half of its cells at least.
        """
        hashed = [list(map(hash_of, row)) for row in rows]
        told = (self._having.get(cell, ()) for row in hashed for cell in enumerate(row))
        found = {each for having in told if len(having) <= _RARE for each in having}
        likely = [
            (weight, number)
            for number in found
            if number in among and (weight := self._weight(number, hashed))
        ]
        best, second, *_ = *nlargest(2, likely), (0, -1), (0, -1)
        return best[1] if best[0] > second[0] else None

    def fates(self, mine: RowTexts, theirs: RowTexts, among: Container[int]) -> Sequence[Fate]:
        """Return who has changed each cell of a row that both have, and that was one of some."""
        if told := self._tried(mine, theirs, among):
            return told
        origin = self.origin_of((mine, theirs), among)
        return ["conflict"] * len(mine) if origin is None else self.fates_of(origin, mine, theirs)

    def fates_of(self, number: int, mine: RowTexts, theirs: RowTexts) -> Sequence[Fate]:
        """Return who has changed each cell of the row of this number."""
        cells = self._cells[number] if self._cells else ()
        if len(cells) != len(mine):
            return self._tried(mine, theirs, [number]) or ["conflict"] * len(mine)
        return [_fate(*each) for each in zip(cells, mine, theirs, strict=True)]

    def _weight(self, number: int, hashed: Sequence[Sequence[str]]) -> int:
        """Return how much speaks for rows to have come of one; nothing where it is not sure."""
        cells = self._cells[number]
        words = sum(each != NO_WORDS for each in cells)
        same = [[a == b != NO_WORDS for a, b in zip(cells, row, strict=False)] for row in hashed]
        is_sure = any(row[0] or 2 * sum(row) >= words for row in same)
        return sum(sum(row) + _FIRST * row[0] for row in same) if is_sure else 0

    @cached_property
    def _having(self) -> Mapping[tuple[int, str], Sequence[int]]:
        """The rows that have a cell, by its column and hash."""
        rows: dict[tuple[int, str], list[int]] = defaultdict(list)
        for number, cells in enumerate(self._cells):
            for column, each in enumerate(cells):
                if each != NO_WORDS:
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
