"""A text of a form in the file and in a document, and what becomes of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from passportkit.forms.column_sums import is_same_sum
from passportkit.forms.place_words import label_of
from passportkit.forms.slots import TextSlot
from passportkit.merge.indicators import FIELD, with_indicators
from passportkit.merge.outcome import Cause, Change, ChangeKind, Conflict
from passportkit.merge.shown import hashes
from passportkit.merge.state import MergeState
from passportkit.merge.step import Proposal, Step
from passportkit.merge.wanted_values import asked, can_show

TextFate = Literal["mine", "theirs", "conflict"]


def propose_text(setting: MergeState, slot: TextSlot, theirs: str, first: str) -> Proposal:
    """Return what is to become of a text; `first` is what the file said before the merge."""
    mine = setting.shown[slot.key]
    assert isinstance(mine, str)
    fate = fate_of(mine == theirs, hashes(first), hashes(theirs), setting.hashes(slot.key))
    label = label_of(slot)
    if fate == "mine":
        return Proposal(mine)
    if slot.show.is_computed:  # nobody says it, so nothing is to be changed
        return Proposal(mine if not theirs or is_same_sum(mine, theirs) else theirs)
    ask = with_indicators if FIELD in slot.show.view.given else asked
    wanted = ask(slot.show, theirs, setting.top())
    values = {setting.routes(route): value for route, value in wanted.items()}
    top = setting.routes((str(slot.fields[0][0]),)) if slot.fields else ()
    taken, route = setting.decisions.side(values or [top]), next(iter(values), top)
    is_kept = setting.keeps(slot.key, values or [top])
    cause = cause_of(fate, is_gone=bool(values) and not theirs, is_kept=is_kept)
    is_of_indicators = any(way[0] == FIELD for way in wanted)
    if cause == "both" and not (is_of_indicators or can_show(slot.show, theirs, setting.top())):
        cause, taken = "unsayable", "ours" if taken == "ours" else None
    if cause == "both" and slot.key in setting.followed.lost:
        cause = "another"
    conflict = Conflict(label, mine, theirs, None, taken, route, cause or "both")
    if cause and taken != "theirs":
        return Proposal(mine, notes=[conflict])
    change = Change(label, kind_of(mine, theirs), mine, theirs, route=route)
    return Proposal(theirs, [Step([conflict if fate == "conflict" else change], values)])


def cause_of(fate: TextFate, *, is_gone: bool, is_kept: bool) -> Cause | None:
    """Return why somebody decides about a text that differs; None where nobody has to."""
    if fate == "conflict":
        return "both"
    return "gone" if is_gone else "unknown" if is_kept else None


def fate_of(
    is_same: bool, first: Sequence[str], theirs: Sequence[str], base: Sequence[str] | None
) -> TextFate:
    """Tell by hashes who has changed something since the document was made.

    `first` is what the file said before the merge; without a base, that is what the document was
    made of.
    """
    made_of = first if base is None else base
    if is_same or list(theirs) == list(made_of):
        return "mine"
    return "theirs" if list(first) == list(made_of) else "conflict"


def kind_of(before: str, after: str) -> ChangeKind:
    """Return what happened to a text."""
    return "changed" if before and after else "added" if after else "removed"
