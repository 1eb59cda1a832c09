"""What a document that shows only a part leaves as it is: rows, cells and looks that it lacks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from itertools import chain
from typing import NamedTuple

from passportkit.forms import Form
from passportkit.forms.filled import FormValues
from passportkit.forms.slots import TableSlot, TextSlot, slots_of
from passportkit.merge.alignment import RowTexts, aligned
from passportkit.merge.shown import Shown
from passportkit.practice.money import Money
from passportkit.text import plain

_ALIKE = 0.85
"""How like each other the first words of two rows must be for them to be one."""

_BLANKS = str.maketrans(dict.fromkeys("\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}", " "))


class Completed(NamedTuple):
    """What a document says, with what it lacks, and how many rows of the practice it lacks."""

    values: FormValues
    stayed: int


def completed_by(mine: Mapping[str, Shown], form: Form, theirs: FormValues) -> Completed:
    """Return the values of a document that shows a part, with what the practice shows besides.

    So a merge removes nothing, empties nothing, and moves nothing. Words that say the same, or
    amount to the same sum, are those of the practice: a sheet has no looks. A total holds for all
    rows, so it is left out where the document lacks some.
    """
    values: dict[str, str | Sequence[Mapping[str, str]]] = {}
    partial: dict[str, int] = {}
    for slot in sorted(slots_of(form), key=lambda slot: isinstance(slot, TextSlot)):
        said, here = theirs.get(slot.key), mine[slot.key]
        if isinstance(slot, TableSlot) and said is not None:
            rows, partial[slot.key] = _rows(_texts(slot, said), here)
            values[slot.key] = [_by_key(slot, row) for row in rows]
        elif said is not None and not partial.get(slot.block.key):
            values[slot.key] = _kept(str(here), str(said))
    return Completed(values, sum(partial.values()))


def _texts(slot: TableSlot, rows: str | Sequence[Mapping[str, str]]) -> list[RowTexts]:
    assert not isinstance(rows, str)
    return [tuple(row.get(cell.key, "") for cell in slot.cells) for row in rows]


def _by_key(slot: TableSlot, row: RowTexts) -> dict[str, str]:
    return dict(zip((cell.key for cell in slot.cells), row, strict=True))


def _rows(theirs: Sequence[RowTexts], mine: Shown) -> tuple[list[RowTexts], int]:
    """Return the rows of the practice as the document has them, new ones behind their neighbours.

    Also how many rows the document lacks.
    """
    assert not isinstance(mine, str)
    pairs = _pairs(mine, theirs)
    rows = [[row] if here not in pairs else [_merged(row, theirs[pairs[here]])] for here, row in enumerate(mine)]
    before: list[RowTexts] = []
    places = {there: here for here, there in pairs.items()}
    behind = before if pairs else (rows[-1] if rows else before)
    for there, row in enumerate(theirs):
        if there in places:
            behind = rows[places[there]]
        elif any(row):
            behind.append(row)
    return [*before, *chain.from_iterable(rows)], len(mine) - len(pairs)


def _pairs(mine: Sequence[RowTexts], theirs: Sequence[RowTexts]) -> dict[int, int]:
    """Return which row is which: those that are called alike, for others may be two."""
    bare_mine, bare_theirs = ([tuple(map(_bare, row)) for row in rows] for rows in (mine, theirs))
    pairs = aligned(bare_mine, bare_theirs)
    return {
        here: there
        for here, there in pairs.items()
        if _likeness(bare_mine[here][0], bare_theirs[there][0]) >= _ALIKE
    }


def _likeness(one: str, other: str) -> float:
    return 1 if one == other else SequenceMatcher(None, one.lower(), other.lower()).ratio()


def _merged(mine: RowTexts, theirs: RowTexts) -> RowTexts:
    return tuple(map(_kept, mine, theirs))


def _kept(mine: str, theirs: str) -> str:
    return mine if not theirs or _is_same(mine, theirs) else theirs


def _is_same(mine: str, theirs: str) -> bool:
    if _bare(mine) == _bare(theirs):
        return True
    amount = Money(mine).amount
    return amount is not None and amount == Money(theirs).amount


def _bare(text: str) -> str:
    return plain(text).translate(_BLANKS)
