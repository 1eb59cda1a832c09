"""Heads of two levels: one over several columns, and below it those of the columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from passportkit.intake.cells import CellWords, HeadOver
from passportkit.intake.directions import Leave, PassOver, UnreadRow
from passportkit.intake.folding import fold

_FURTHEST = 3
"""Above a head stand so many rows at most, such as the title of a table."""

Overs = Mapping[str, AbstractSet[str]]
"""The heads of the columns that stand below a head over several, by its words; all are folded."""

Entries = Sequence[CellWords]


def levelled(rows: Sequence[Entries], overs: Overs) -> Sequence[Entries]:
    """Return the rows of a table with all heads of its columns in the lower row of their head.

    In the upper one remain those over several columns, each a `HeadOver`.
    """
    for at in range(min(_FURTHEST, len(rows) - 1) if overs else 0):
        upper, lower = rows[at : at + 2]
        over = [HeadOver(*each) for each in upper if _stands_over(each, lower, overs)]
        if over:
            ends = {each.cell.column for each in over}
            down = {each.cell.column: each for each in upper if each.cell.column not in ends}
            heads = [each if each.text else down.pop(each.cell.column, each) for each in lower]
            return [*rows[:at], [*over, *filter(_has_words, down.values())], heads, *rows[at + 2 :]]
    return rows


def of_overs(entries: Entries, overs: Overs) -> Sequence[PassOver | Leave | UnreadRow]:
    """Return what a row with heads over several columns tells: the form's own are no answers."""
    over = [each for each in entries if isinstance(each, HeadOver)]
    if not over:
        return ()
    rest = [each for each in entries if each not in over]
    return [*(_told(each.text, overs) for each in over), *([UnreadRow(rest)] if rest else [])]


def _told(text: str, overs: Overs) -> PassOver | Leave:
    return PassOver(text, "head") if fold(text) in overs else Leave(text)


def _has_words(entry: CellWords) -> bool:
    return bool(entry.text)


def _stands_over(entry: CellWords, lower: Entries, overs: Overs) -> bool:
    """Whether a cell is a head over others: by its words, or by all that stand below it."""
    start = entry.cell.column
    reach = range(start, start + entry.cell.span)
    below = {fold(each.text) for each in lower if each.cell.column in reach and each.text}
    if not (entry.text and below):
        return False
    own = overs.get(fold(entry.text), frozenset())
    is_known = len(below) > 1 and any(below <= heads for heads in overs.values())
    return is_known or not own.isdisjoint(below)
