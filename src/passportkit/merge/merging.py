"""Merging a corrected document into the file that it was made of."""

from __future__ import annotations

from collections.abc import Sequence

from passportkit.errors import CannotGoOn
from passportkit.forms import Form
from passportkit.forms.filled import FormValues
from passportkit.forms.slots import Slot, TableSlot, TextSlot
from passportkit.language import Message, say
from passportkit.merge.cleared_looks import with_cleared_looks
from passportkit.merge.computed_places import overwritten, parted
from passportkit.merge.decisions import UNDECIDED, Decisions
from passportkit.merge.indicators import FIELD
from passportkit.merge.outcome import Change, Conflict, Merge, Unmerged
from passportkit.merge.prose_proposal import propose_prose
from passportkit.merge.shortfall import shortfall
from passportkit.merge.shown import Shown, hashes
from passportkit.merge.state import MergeState, beginning
from passportkit.merge.step import MergeNote, Proposal, Step, together
from passportkit.merge.table_proposal import SHARED, propose_rows
from passportkit.merge.text_proposal import propose_text
from passportkit.source import Source
from passportkit.source.reading import TooManyValues
from passportkit.stamp import Stamp

_SPOILT = say("what the file says here does not fit; correct it first")


def merge(
    source: Source,
    form: Form,
    theirs: FormValues,
    base: Stamp | None,
    decisions: Decisions = UNDECIDED,
) -> Merge:
    """Bring what a document says otherwise into the file that it was made of.

    `theirs` is what the document says; a place that it does not have stays as it is. `base` is its
    stamp. What has changed on both sides stays as it is unless `decisions` say whose words hold,
    and so does a whole field of which the document has nothing left. Lines of what does not change
    stay as they are. Raises `CannotGoOn` where the file cannot be read.
    """
    start = beginning(source, form, base, decisions)
    merging = _Merging(start)
    theirs = with_cleared_looks(start, theirs)
    computed, others = parted(start.slots)
    for slot in sorted(others, key=_depth):
        said = start.said(slot, theirs)
        if said is not None:
            merging.work(slot, said)
    merging.compare(computed, theirs)
    return merging.outcome()


def _depth(slot: Slot) -> tuple[bool, int]:
    """Order the places so that what a view is given has been brought in before it."""
    given = slot.show.view.given if isinstance(slot, TextSlot) else ()
    return isinstance(slot, TextSlot), len(given)


class _Merging:
    """A file on its way: place after place is brought in, and stays where that goes wrong."""

    def __init__(self, start: MergeState) -> None:
        self._start = start
        self._now = start
        self._settled: set[str] = set()
        self._changes: list[Change] = []
        self._conflicts: list[Conflict] = []
        self._left: list[Unmerged] = []

    def outcome(self) -> Merge:
        """Return what was done, in the order of the form."""
        places = {slot.key: place for place, slot in enumerate(self._start.slots)}

        def place(each: Change | Conflict | Unmerged) -> int:
            return places[each.label.key]

        return Merge(
            self._now.source,
            self._now.edit,
            tuple(sorted(self._changes, key=place)),
            tuple(sorted(self._conflicts, key=place)),
            tuple(sorted(self._left, key=place)),
            is_blind=self._start.base is None,
        )

    def work(self, slot: Slot, said: Shown) -> None:
        """Bring what the document says in one place into the file, as far as it goes."""
        if any(self._now.is_spoilt(field) for field in _fields(slot)):
            if hashes(said) != self._now.hashes(slot.key):
                self._leave(slot, said, _SPOILT)
            return
        proposal = _proposal(self._now, slot, said, self._start.shown[slot.key])
        self._note(proposal.notes)
        after = self._after(slot, together(proposal.steps)) if proposal.steps else self._now
        if after and after.shown[slot.key] == proposal.meant:
            self._accept(after, proposal.steps)
        else:
            self._one_by_one(slot, proposal)
        self._leave(slot, proposal.meant)
        self._settled.add(slot.key)

    def compare(self, computed: Sequence[TextSlot], theirs: FormValues) -> None:
        """Report what was written over the figures that follow from what has been brought in."""
        self._left += overwritten(self._now, computed, theirs)

    def _one_by_one(self, slot: Slot, proposal: Proposal) -> None:
        cells = [step for step in proposal.steps if step.aims]
        self._in_halves(slot, cells)
        for step in proposal.steps:
            after = None if step.aims else self._after(slot, step)
            if after and _is_nearer(after.shown[slot.key], proposal.meant):
                self._accept(after, [step])

    def _in_halves(self, slot: Slot, steps: Sequence[Step]) -> None:
        """Make the edits of cells that do what they are meant to, and no others."""
        if not steps:
            return
        step = together(steps)
        after = self._after(slot, step)
        if after and step.is_met(after.shown[slot.key]):
            self._accept(after, steps)
        elif len(steps) > 1:
            middle = len(steps) // 2
            self._in_halves(slot, steps[:middle])
            self._in_halves(slot, steps[middle:])

    def _after(self, slot: Slot, step: Step) -> MergeState | None:
        """Return the file after a step, unless the step fails or does more than is meant."""
        try:
            step_edit = step.edit(self._now.source, self._now.form.vocabulary)
            after = self._now.edited(step_edit)
            return after if self._is_harmless(slot, after) else None
        except TooManyValues:
            raise
        except CannotGoOn:
            return None

    def _is_harmless(self, slot: Slot, after: MergeState) -> bool:
        before = self._now
        changed = {
            name
            for name in before.form.vocabulary.fields
            if getattr(before.seen, name) != getattr(after.seen, name)
        }
        if not changed <= _fields(slot):
            return False
        others = [each for each in before.slots if each.key in self._settled]
        return not any(
            before.shown[each.key] != after.shown[each.key] and changed & _fields(each)
            for each in others
        )

    def _accept(self, after: MergeState, steps: Sequence[Step]) -> None:
        self._now = after
        for step in steps:
            self._note(step.notes)

    def _note(self, notes: Sequence[MergeNote]) -> None:
        for note in notes:
            if isinstance(note, Change):
                self._changes.append(note)
            else:
                self._conflicts.append(note)

    def _leave(self, slot: Slot, meant: Shown, reason: Message | None = None) -> None:
        """Report what a place was meant to show and does not."""
        found = shortfall(slot, self._now.shown[slot.key], meant)
        self._left += [left._replace(reason=reason) if reason else left for left in found]


def _proposal(setting: MergeState, slot: Slot, said: Shown, first: Shown) -> Proposal:
    if isinstance(slot, TextSlot):
        assert isinstance(said, str)
        assert isinstance(first, str)
        return propose_text(setting, slot, said, first)
    assert not isinstance(said, str)
    assert not isinstance(first, str)
    if isinstance(slot.rows.of(setting.seen), str):
        return propose_prose(setting, slot, said, first)
    return propose_rows(setting, slot, said, first)


def _fields(slot: Slot) -> set[str]:
    """Return the fields of the practice that a place may change."""
    if isinstance(slot, TableSlot):
        return {slot.rows.field, *SHARED.get(slot.rows.field, ())[1:]}
    view = slot.show.view
    return {str(slot.show.way[0])} if slot.show.way else {*view.owned, *({FIELD} & {*view.given})}


def _is_nearer(table: Shown, meant: Shown) -> bool:
    return table == meant if isinstance(table, str) else len(table) == len(meant)
