"""One text in the place of rows, in a file, and what becomes of it."""

from __future__ import annotations

from collections.abc import Sequence

from passportkit.forms.place_words import label_of
from passportkit.forms.slots import TableSlot
from passportkit.merge.alignment import RowTexts
from passportkit.merge.outcome import Change, Conflict
from passportkit.merge.shown import hashes, in_lines
from passportkit.merge.state import MergeState
from passportkit.merge.step import Proposal, Step
from passportkit.merge.text_proposal import cause_of, fate_of, kind_of
from passportkit.merge.wanted_values import row_of
from passportkit.source import Data


def propose_prose(
    setting: MergeState, slot: TableSlot, theirs: Sequence[RowTexts], first: Sequence[RowTexts]
) -> Proposal:
    """Return what is to become of a text that stands in the place of rows.

    It stays a text as long as the document has one row with words in the first cell alone.
    """
    mine = setting.shown[slot.key]
    assert not isinstance(mine, str)
    label = label_of(slot, 0)
    before, after = (in_lines([in_lines(row) for row in rows]) for rows in (mine, theirs))
    made_of = setting.hashes(slot.key)
    fate = fate_of(mine == theirs, hashes(list(first)), hashes(list(theirs)), made_of)
    if fate == "mine":
        return Proposal(mine)
    route = setting.routes((slot.rows.field,))
    taken, is_kept = setting.decisions.side([route]), setting.keeps(slot.key, [route])
    cause = cause_of(fate, is_gone=not after, is_kept=is_kept)
    conflict = Conflict(label, before, after, None, taken, route, cause or "both")
    if cause and taken != "theirs":
        return Proposal(mine, notes=[conflict])
    change = Change(label, kind_of(before, after), before, after, route=route)
    note = conflict if fate == "conflict" else change
    return Proposal(list(theirs), [Step([note], {route: _value(slot, theirs)})])


def _value(slot: TableSlot, rows: Sequence[RowTexts]) -> Data:
    if len(rows) == 1 and not any(rows[0][1:]):
        return rows[0][0]
    return [row_of(slot, row, {}) for row in rows] or None
