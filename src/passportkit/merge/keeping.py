"""What a document that shows only a part leaves as it is: rows, cells and looks that it lacks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from passportkit.forms import Form
from passportkit.forms.filled import FormValues
from passportkit.forms.slots import TableSlot, TextSlot, slots_of
from passportkit.merge.alignment import RowTexts, aligned, are_called_alike
from passportkit.merge.shown import Shown
from passportkit.practice.money import Money

_BLANKS = str.maketrans(dict.fromkeys("\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}", " "))


class Completed(NamedTuple):
    """What a document says, with what it lacks, and how many rows of the practice it lacks."""

    values: FormValues
    stayed: int


def completed_by(
    mine: Mapping[str, Shown], form: Form, theirs: FormValues, brought: Callable[[str], str]
) -> Completed:
    """Return the values of a document that shows a part, with what the practice shows besides.

    So a merge removes nothing, empties nothing, and moves nothing. `brought` gives what such a
    document brings back of a text; where it has that, or the same sum, the words are those of the
    practice. A total holds for all rows, so it is left out where the document lacks some.
    """
    keeping = _Keeping(brought)
    values: dict[str, str | Sequence[Mapping[str, str]]] = {}
    partial: dict[str, int] = {}
    for slot in sorted(slots_of(form), key=lambda slot: isinstance(slot, TextSlot)):
        said, here = theirs.get(slot.key), mine[slot.key]
        if isinstance(slot, TableSlot) and said is not None:
            rows, partial[slot.key] = keeping.rows(_texts(slot, said), here)
            values[slot.key] = [_by_key(slot, row) for row in rows]
        elif said is not None and not partial.get(slot.block.key):
            values[slot.key] = keeping.text(str(here), str(said))
    return Completed(values, sum(partial.values()))


def _texts(slot: TableSlot, rows: str | Sequence[Mapping[str, str]]) -> list[RowTexts]:
    assert not isinstance(rows, str)
    return [tuple(row.get(cell.key, "") for cell in slot.cells) for row in rows]


def _by_key(slot: TableSlot, row: RowTexts) -> dict[str, str]:
    return dict(zip((cell.key for cell in slot.cells), row, strict=True))


class _Keeping:
    """Compares what a practice says with what a document has brought back of it."""

    def __init__(self, brought: Callable[[str], str]) -> None:
        self._brought = brought

    def rows(self, theirs: Sequence[RowTexts], mine: Shown) -> tuple[list[RowTexts], int]:
        """Return the rows of the practice as the document has them, and how many it lacks.

        New ones stand behind those that they follow in the document.
        """
        assert not isinstance(mine, str)
        pairs = self._pairs(mine, theirs)
        before: list[RowTexts] = []
        groups = [[self._row(row, theirs, pairs.get(here))] for here, row in enumerate(mine)]
        places = {there: here for here, there in pairs.items()}
        behind = before if pairs or not groups else groups[-1]
        for there, row in enumerate(theirs):
            if there in places:
                behind = groups[places[there]]
            elif any(row):
                behind.append(row)
        return [*before, *chain.from_iterable(groups)], len(mine) - len(pairs)

    def text(self, mine: str, theirs: str) -> str:
        """Return the words of the practice where the document says nothing else."""
        return mine if not theirs or self._is_same(mine, theirs) else theirs

    def _row(self, mine: RowTexts, theirs: Sequence[RowTexts], there: int | None) -> RowTexts:
        return mine if there is None else tuple(map(self.text, mine, theirs[there]))

    def _pairs(self, mine: Sequence[RowTexts], theirs: Sequence[RowTexts]) -> dict[int, int]:
        """Return which row is which: those that are called alike, for others may be two."""
        ours = [tuple(_bare(self._brought(text)) for text in row) for row in mine]
        others = [tuple(map(_bare, row)) for row in theirs]
        return {
            here: there
            for here, there in aligned(ours, others).items()
            if are_called_alike(ours[here], others[there])
        }

    def _is_same(self, mine: str, theirs: str) -> bool:
        if _bare(self._brought(mine)) == _bare(theirs):
            return True
        amount = Money(mine).amount
        return amount is not None and amount == Money(theirs).amount


def _bare(text: str) -> str:
    return text.translate(_BLANKS)
