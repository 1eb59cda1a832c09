"""What was corrected in a document goes back into the practice that it was made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from passportkit.edits import Edit
from passportkit.engine import unplaced
from passportkit.engine.importing import Received
from passportkit.findings import Route
from passportkit.forms.filled import FormValues
from passportkit.forms.slots import slots_of
from passportkit.intake import Left
from passportkit.language import Translator, say
from passportkit.merge import Conflict, Decisions, Merge, merge
from passportkit.merge.decisions import UNDECIDED
from passportkit.merge.keeping import completed_by
from passportkit.merge.kinship import base_of
from passportkit.merge.shown import shown
from passportkit.merge.state import beginning
from passportkit.merge.step import MergeNote
from passportkit.source import Source, parse
from passportkit.source.proof import applied, data_of
from passportkit.text import plain, respell
from passportkit.workbook.cell_words import in_markup


class Corrected(NamedTuple):
    """What has come of it: the changes, the conflicts, and the words that have found no field.

    `stayed` is how many rows stay although the document, which is only a part, lacks them.
    `decisions` are those that it was done with.
    """

    source: Source
    received: Received
    merged: Merge
    left: tuple[Left, ...]
    stayed: int = 0
    decisions: Decisions = UNDECIDED

    @property
    def notes(self) -> list[MergeNote]:
        """What has changed and what is in conflict, in the order of the form."""
        order = {slot.key: index for index, slot in enumerate(slots_of(self.received.form))}
        notes: list[MergeNote] = [*self.merged.changes, *self.merged.conflicts]
        return sorted(notes, key=lambda note: order[note.label.key])

    @property
    def is_open(self) -> bool:
        """Whether there is something that nobody has decided."""
        return bool(self.open)

    @property
    def open(self) -> list[Conflict]:
        """What nobody has decided, so that the practice stays as it is there."""
        return [each for each in self.merged.conflicts if each.taken is None]

    @property
    def decidable(self) -> list[Conflict]:
        """What is open and is decided by whoever says whose words hold."""
        return [each for each in self.open if each.cause != "unsayable"]

    @property
    def idle(self) -> list[Route]:
        """The fields of which somebody has decided although nothing was open there."""
        open_ones = [each.route for each in self.merged.conflicts]
        touched = [*open_ones, *(each.route for each in self.merged.changes)]
        return [
            field
            for field, side in self.decisions.fields.items()
            if not any(
                route[: len(field)] == field
                for route in (touched if side == "theirs" else open_ones)
            )
        ]

    @property
    def not_in_fields(self) -> list[Left]:
        """What found no field, and the words of the document about which nobody has decided."""
        return [*self.left, *_without_place(self.open)]

    @property
    def declined(self) -> list[Left]:
        """The words of the document in place of which it was decided that the practice holds."""
        return [*_without_place(each for each in self.merged.conflicts if each.taken == "ours")]

    @property
    def is_of_another(self) -> bool:
        """Whether the document was made of another practice, whose hashes say nothing here."""
        return self.merged.is_blind and self.received.base is not None

    @property
    def is_whole(self) -> bool:
        """Whether every word of the document is in the practice, or is the form's own."""
        is_settled = not (self.left or self.merged.left or self.is_open)
        return is_settled and self.received.is_whole

    def edit(self, name: str, translate: Translator) -> Edit:
        """Return what is to be done to the practice; what found no field waits under `unplaced`.

        There it is said in the language of `translate` where the words stood in the document, which
        messages call `name`.
        """
        items = [unplaced.item(each, name, translate) for each in self.left]
        return self.merged.edit.then(unplaced.added(self.merged.source, items))

    def after(self, name: str, translate: Translator) -> Source:
        """Return the practice with that done; raises `CannotGoOn` where it goes wrong."""
        return applied(self.source, self.edit(name, translate))

    def text(self, name: str, translate: Translator) -> str:
        """Return the new text of the practice."""
        return self.after(name, translate).text


def correct(source: Source, received: Received, decisions: Decisions = UNDECIDED) -> Corrected:
    """Bring what a document says otherwise into the practice that it was made of.

    What has changed on both sides, and what has gone from the document altogether, stays as it is,
    unless `decisions` say whose words hold. A document of another practice is compared as one
    without a stamp. Raises `CannotGoOn` where the practice cannot be read.
    """
    values, stayed = _values(source, received)
    base = base_of(beginning(source, received.form, received.base), received.extraction.values)
    merged = merge(source, received.form, values, base, decisions)
    return Corrected(source, received, merged, tuple(_left(received, merged)), stayed, decisions)


def _values(source: Source, received: Received) -> tuple[FormValues, int]:
    """Return what the document says; one that is a part says of the rest what the practice does."""
    form, values = received.form, received.extraction.values
    practice = parse(form.vocabulary.practice, data_of(source)).value
    if not received.is_part or practice is None:
        return values, 0
    return completed_by(shown(form, practice), form, values, _through_a_sheet)


def _through_a_sheet(text: str) -> str:
    """Return what comes back of a text from a cell of a sheet, which knows words only."""
    return respell(in_markup(plain(text)))


def _without_place(conflicts: Iterable[Conflict]) -> Iterator[Left]:
    """Yield what the document says and the practice does not."""
    for each in conflicts:
        known = Counter(each.mine.split())
        words = []
        for word in each.theirs.split():
            known[word] -= 1
            words += [word] if known[word] < 0 else []
        if words:
            yield Left(each.label.place(each.row), " ".join(words))


def _left(received: Received, merged: Merge) -> Iterator[Left]:
    """Yield the words without a field, unless the author has placed them since."""
    yield from unplaced.still(received.extraction.left, merged.source)
    for other in merged.left:
        if other.words:
            place = other.label.place(other.row)
            yield Left(say("{place} ({why})", place=place, why=other.reason), other.words)
