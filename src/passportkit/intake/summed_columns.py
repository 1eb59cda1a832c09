"""The last row of a table whose columns have sums of their own: a label, and the sums."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from passportkit.intake.cells import CellWords
from passportkit.intake.directions import BeginUnit, Leave, LeaveCells, PassOver, TakeTotal
from passportkit.intake.folding import fold, without
from passportkit.intake.grid import ColumnMap
from passportkit.intake.totals import reworded_total

SumStep = PassOver | BeginUnit | Leave | LeaveCells | TakeTotal


def taken_sums(entries: Sequence[CellWords], grid: ColumnMap, label: str) -> Iterator[SumStep]:
    """Yield what a row of sums tells: each goes to its column, and what has none is left.

    The first cell has the label, and behind it the sum of a column where only one has any.
    """
    first, *beside = entries
    filled = [each for each in beside if each.text]
    said = _behind(first.text, label)
    yield PassOver(without(first.text, said), "total")
    sums = grid.block.sums
    if said and len(sums) == 1 and not filled:
        [only] = sums.values()
        yield from (BeginUnit(), TakeTotal(only, said, cells=[first.cell]))
    elif said:
        yield from (BeginUnit(), Leave(said))
    for each in filled:
        key = sums.get(grid.key_of(each.cell) or "")
        taken = TakeTotal(key, each.text, cells=[each.cell]) if key else LeaveCells([each])
        yield from (BeginUnit(), taken)


def _behind(text: str, label: str) -> str:
    """Return what somebody has written behind a label, or in place of it."""
    if fold(text) == fold(label):
        return ""
    found = reworded_total(text, label)
    return " ".join(filter(None, (found.beyond, found.said)))
