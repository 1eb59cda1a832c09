"""A step of a merge: the edits that belong together, and what is reported of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from passportkit.edits import Edit
from passportkit.findings import Route
from passportkit.merge.outcome import Change, Conflict
from passportkit.merge.patching import bring, said_anew, without
from passportkit.merge.shown import Shown
from passportkit.practice import Vocabulary
from passportkit.source import Data, Source
from passportkit.source.cutting import New, arrange, remove
from passportkit.source.plain_data import find, is_blank
from passportkit.source.proof import Maker, data_of, in_turn

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

    def edit(self, source: Source, vocabulary: Vocabulary) -> Edit:
        """Return its edit of a file; raises `CannotGoOn` where it cannot be made."""
        parts: list[Maker] = [partial(bring, values=self.values, vocabulary=vocabulary)]
        parts += [partial(remove, route=route) for route in self.gone]
        if self.items:
            route, plan = self.items
            parts.append(partial(_itemised, route=route, plan=plan, vocabulary=vocabulary))
        return in_turn(source, parts)

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


def _itemised(
    source: Source, route: Route, plan: Sequence[int | New], vocabulary: Vocabulary
) -> Edit:
    if is_blank(find(data_of(source), route)):
        rows = [each.value for each in plan if isinstance(each, New)]
        return said_anew(source, route, rows, vocabulary)
    return arrange(source, route, plan) if plan else without(source, route)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is to become of a place of the form: what it is to show, and the steps to that.

    `notes` are of what stays as it is.
    """

    meant: Shown
    steps: Sequence[Step] = ()
    notes: Sequence[MergeNote] = ()
