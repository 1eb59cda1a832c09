"""What a practice shows in a form, and what a document does, in one shape: texts and rows."""

from __future__ import annotations

from collections.abc import Sequence

from passportkit.forms import Form
from passportkit.forms.bind import shown_rows
from passportkit.forms.slots import Slot, TableSlot, TextSlot, slots_of
from passportkit.merge.alignment import RowTexts
from passportkit.practice import Practice
from passportkit.stamp import hash_of, hash_of_row
from passportkit.text import respell

Shown = str | list[RowTexts]
"""A text, or the rows that have a word in any cell."""


def shown(form: Form, practice: Practice) -> dict[str, Shown]:
    """Return what a practice shows in each place of a form."""
    return shown_in(slots_of(form), practice.seen_by(form.name))


def shown_in(slots: Sequence[Slot], seen: Practice) -> dict[str, Shown]:
    """Return what a practice, as a form sees it, shows in each of some places."""
    return {slot.key: _shown(slot, seen) for slot in slots}


def _shown(slot: Slot, seen: Practice) -> Shown:
    if isinstance(slot, TextSlot):
        return respell(slot.show.text(seen))
    return [row for row in all_rows(slot, seen) if any(row)]


def all_rows(slot: TableSlot, seen: Practice) -> list[RowTexts]:
    """Return the rows for a table, also those that have no words."""
    return [tuple(row.values()) for row in shown_rows(slot, seen)]


def hashes(said: Shown) -> list[str]:
    """Return the hashes of what stands in one place, as a stamp has them."""
    return [hash_of(said)] if isinstance(said, str) else list(map(hash_of_row, said))


def in_lines(cells: Sequence[str]) -> str:
    """Return the texts of a row that are not empty, a line each."""
    return "\n".join(filter(None, cells))
