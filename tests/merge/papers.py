"""Documents as they were made of a file, for tests that correct them."""

from __future__ import annotations

from copy import deepcopy
from typing import Any, NamedTuple

from passportkit.forms import Form
from passportkit.forms.bind import bind, shown_rows
from passportkit.forms.catalogue import Catalogue
from passportkit.forms.slots import Slot, TextSlot, slots_of
from passportkit.merge import Decisions, Merge, merge
from passportkit.merge.outcome import Side
from passportkit.practice import Practice
from passportkit.source import parse, read
from passportkit.stamp import Stamp
from passportkit.text import respell


class Paper(NamedTuple):
    """What a document says, to be corrected, and its stamp."""

    form: Form
    says: dict[str, Any]
    stamp: Stamp

    def into(
        self, text: str, take: Side | None = None, *, stamped: bool = True, **fields: Side
    ) -> Merge:
        """Merge the document into a file; `fields` decides of some of them."""
        source = read(text.encode(), "")
        decisions = Decisions(take, {(name,): side for name, side in fields.items()})
        return merge(source, self.form, self.says, self.stamp if stamped else None, decisions)


def paper(text: str, form: str | Form = "practice-passport") -> Paper:
    """Return the document that is made of a file."""
    form = Catalogue().form(form) if isinstance(form, str) else form
    practice = parse(form.vocabulary.practice, read(text.encode(), "").data or {}).value
    assert practice is not None
    seen = practice.seen_by(form.name)
    says = {slot.key: _said(slot, seen) for slot in slots_of(form)}
    stamp = bind(form, practice).stamp
    assert stamp is not None
    return Paper(form, deepcopy(says), stamp)


def _said(slot: Slot, seen: Practice) -> Any:
    if isinstance(slot, TextSlot):
        return respell(slot.show.text(seen))
    return shown_rows(slot, seen)
