"""A step of a merge: the edits that belong together, and what is reported of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from passportkit.findings import Route
from passportkit.merge.outcome import Change, Conflict
from passportkit.merge.patching import bring, said_anew, without
from passportkit.merge.shown import Shown
from passportkit.source import Data
from passportkit.source.cutting import New, arrange, remove
from passportkit.source.plain_data import find, is_blank
from passportkit.source.proof import data_of

MergeNote = Change | Conflict


@dataclass(frozen=True, slots=True)
class Step:
    """Values that fields get, routes that go, and the items of a list, in order.

    `aims` are the cells of the table that get other words: row, column, and the words.
    """

    notes: Sequence[MergeNote]
    values: Mapping[Route, Data] = field(default_factory=dict)
    gone: Sequence[Route] = ()
    items: tuple[Route, Sequence[int | New]] | None = None
    aims: Sequence[tuple[int, int, str]] = ()

    def apply(self, text: str) -> str:
        """Return the file `text` with its edits; raises `CannotGoOn` where they cannot be made."""
        text = bring(text, self.values) if self.values else text
        for route in self.gone:
            text = remove(text, *route)
        return _itemised(text, *self.items) if self.items else text

    def is_met(self, table: Shown) -> bool:
        """Whether a table has the words in its cells that were aimed at."""
        return all(
            row < len(table) and table[row][column] == words for row, column, words in self.aims
        )


def together(steps: Sequence[Step]) -> Step:
    """Return one step that does what several do; at most one of them has more than values."""
    last = steps[-1]
    values = {route: value for step in steps for route, value in step.values.items()}
    notes = [note for step in steps for note in step.notes]
    aims = [aim for step in steps for aim in step.aims]
    return Step(notes, values, last.gone, last.items, aims)


def _itemised(text: str, route: Route, plan: Sequence[int | New]) -> str:
    said = find(data_of(text), route)
    if is_blank(said):
        return said_anew(text, route, [each.value for each in plan if isinstance(each, New)])
    return arrange(text, route, plan) if plan else without(text, route)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is to become of a place of the form: what it is to show, and the steps to that.

    `notes` are of what stays as it is.
    """

    meant: Shown
    steps: Sequence[Step] = ()
    notes: Sequence[MergeNote] = ()
