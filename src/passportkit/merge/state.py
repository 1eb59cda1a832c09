"""What a merge works with: a file as it stands, a form, and what the document was made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from passportkit.edits import Edit
from passportkit.errors import CannotGoOn
from passportkit.findings import Route
from passportkit.forms import Form
from passportkit.forms.filled import FormValues
from passportkit.forms.slots import Slot, TextSlot, slots_of
from passportkit.language import say
from passportkit.merge.alignment import completed
from passportkit.merge.base_rows import BaseRows
from passportkit.merge.decisions import UNDECIDED, Decisions
from passportkit.merge.followed_items import FollowedSlots, following
from passportkit.merge.shown import Shown, shown_in
from passportkit.merge.wanted_values import Holder
from passportkit.practice import Practice
from passportkit.source import Source
from passportkit.source.parse import Parsed, parse
from passportkit.source.plain_data import find
from passportkit.source.proof import applied, data_of
from passportkit.stamp import Stamp
from passportkit.text import respell


@dataclass(frozen=True)
class MergeState:
    """A file, and the form of the document that it is merged with.

    `edit` is what has been done to the file so far.
    """

    source: Source
    form: Form
    base: Stamp | None
    decisions: Decisions
    edit: Edit
    known: FollowedSlots | None = None
    """The places of the form, once it is known which items of lists they show."""

    def edited(self, edit: Edit) -> MergeState:
        """Return what there is after one more edit; raises `CannotGoOn` where it goes wrong."""
        source = applied(self.source, edit)
        return replace(self, source=source, edit=self.edit.then(edit), known=self.followed)

    @cached_property
    def followed(self) -> FollowedSlots:
        """The places of the form, each of an item of a list where the item stands in the file."""
        return self.known or following(slots_of(self.form), self.seen, self.base)

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The places of the form."""
        return self.followed.slots

    @cached_property
    def parsed(self) -> Parsed[Practice]:
        """The practice as far as the file fits the model."""
        return parse(self.form.vocabulary.practice, data_of(self.source))

    @cached_property
    def seen(self) -> Practice:
        """The practice as the form sees it."""
        return self._practice.seen_by(self.form.name)

    @cached_property
    def shown(self) -> dict[str, Shown]:
        """What the practice shows in the form."""
        return shown_in(self.slots, self.seen)

    @property
    def _practice(self) -> Practice:
        if self.parsed.value is None:
            raise CannotGoOn(say("the file is no practice yet; `passport validate` says why"))
        return self.parsed.value

    def said(self, slot: Slot, theirs: FormValues) -> Shown | None:
        """Return what a document says in a place; None where it does not have the place."""
        said, mine = theirs.get(slot.key), self.shown[slot.key]
        if said is None:  # a card leaves out what has no words
            is_card = self.form.layout == "card" and self.base
            return "" if is_card and isinstance(slot, TextSlot) else None
        if isinstance(said, str) or isinstance(mine, str) or isinstance(slot, TextSlot):
            return respell(said) if isinstance(said, str) else None
        rows = [tuple(row.get(cell.key) for cell in slot.cells) for row in said]
        return [tuple(map(respell, row)) for row in completed(rows, mine) if any(row)]

    def hashes(self, key: str) -> Sequence[str] | None:
        """Return the hashes of what the document was made of in a place; None if not known."""
        return self.base.hashes.get(key) if self.base else None

    def keeps(self, key: str, routes: Iterable[Route]) -> bool:
        """Whether the file holds at some routes of a place, where nobody knows who changed it."""
        return self.hashes(key) is None and self.decisions.side(routes) == "ours"

    def base_rows(self, key: str) -> BaseRows | None:
        """Return the rows that the document was made of in a table; None if not known."""
        rows = self.hashes(key)
        cells = self.base.cells.get(key, ()) if self.base else ()
        return None if rows is None else BaseRows(rows, cells)

    def top(self) -> Holder:
        """Return the practice as the record that the ways of the form begin at."""
        return Holder(self.seen, ())

    def routes(self, route: Route) -> Route:
        """Return where the file has what stands at a route of the practice that the form sees."""
        field, *rest = route
        above = self._practice.route_of(self.form.name, str(field))
        return self.parsed.route_of((*above, *rest))

    def count(self, route: Route) -> int:
        """Return how many items a list of the file has."""
        items = find(data_of(self.source), route)
        return len(items) if isinstance(items, list) else 0

    def is_spoilt(self, field: str) -> bool:
        """Whether something of a field does not fit, so that its items cannot be counted."""
        return self.parsed.is_spoilt(self._practice.route_of(self.form.name, field))


def beginning(
    source: Source, form: Form, base: Stamp | None, decisions: Decisions = UNDECIDED
) -> MergeState:
    """Return what a merge begins with; a stamp without hashes tells nothing."""
    known = base if base and base.hashes else None
    return MergeState(source, form, known, decisions, Edit(source.text))
