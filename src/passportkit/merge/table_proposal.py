"""A table of a form in a file and in a document, and what becomes of its rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from passportkit.findings import Route
from passportkit.forms.place_words import label_of
from passportkit.forms.slots import TableSlot
from passportkit.merge.alignment import RowTexts
from passportkit.merge.order import Pair, moved
from passportkit.merge.outcome import Change, ChangeKind, Conflict
from passportkit.merge.row_comparison import Merged, Sides, merged
from passportkit.merge.shown import in_lines
from passportkit.merge.source_list import SourceList
from passportkit.merge.state import MergeState
from passportkit.merge.step import MergeNote, Proposal, Step
from passportkit.merge.text_proposal import kind_of
from passportkit.merge.wanted_values import asked, row_of
from passportkit.source.cutting import New
from passportkit.stamp import hash_of_row

SHARED = {"costs": ("source", "funding_source")}
"""Fields of rows, and those of the practice that hold where a row says nothing itself."""

ChangedCell = tuple[Pair, int]
"""A cell by its row and the number of its column."""


def propose_rows(
    setting: MergeState, slot: TableSlot, theirs: Sequence[RowTexts], first: Sequence[RowTexts]
) -> Proposal:
    """Return what is to become of a table; `first` is what the file showed before the merge."""
    return _TableProposer(setting, slot, theirs, first).proposal()


@dataclass(frozen=True)
class _TableProposer:
    setting: MergeState
    slot: TableSlot
    theirs: Sequence[RowTexts]
    first: Sequence[RowTexts]

    def proposal(self) -> Proposal:
        cells = [*self._differing()]
        taken = [cell for cell in cells if self._takes(cell[0])]
        shared = self._shared(taken)
        steps = [shared[1]] if shared else []
        steps += [self._cell(*cell) for cell in taken if not shared or cell not in shared[0]]
        steps += self._listed()
        conflicts = [self._note(*each) for each in cells if each[0].fate == "conflict"]
        standing = [self._standing(pair) for pair in self.result.standing]
        meant = [row for row in standing if any(row)]
        notes = [] if self.setting.take == "theirs" else conflicts
        return Proposal(meant, steps, [*notes, *self._undecided()])

    @cached_property
    def listing(self) -> SourceList:
        return SourceList(self.setting, self.slot)

    @cached_property
    def result(self) -> Merged:
        mine, base = self.listing.rows, self.setting.hashes(self.slot.key)
        was = [hash_of_row(row) for row in self.first] if len(self.first) == len(mine) else ()
        is_one_row = not self.slot.rows.is_list
        if is_one_row and base == []:
            base = [hash_of_row(self.listing.empty)]
        return merged(Sides(mine, self._rows, base, was, is_one_row), self.setting.take)

    @cached_property
    def _rows(self) -> Sequence[RowTexts]:
        """The rows of the document; of a table of one row that one, even without words."""
        return self.theirs or ([] if self.slot.rows.is_list else [self.listing.empty])

    def _mine(self, pair: Pair) -> RowTexts:
        return () if pair.mine is None else self.listing.rows[pair.mine]

    def _theirs(self, pair: Pair) -> RowTexts:
        return () if pair.theirs is None else self._rows[pair.theirs]

    def _takes(self, pair: Pair) -> bool:
        """Whether the document's row holds."""
        decided = pair.fate == "conflict" and self.setting.take == "theirs"
        return pair.fate == "theirs" or decided

    def _standing(self, pair: Pair) -> RowTexts:
        return self._theirs(pair) if self._takes(pair) else self._mine(pair) or self._theirs(pair)

    # --- cells ---

    def _differing(self) -> Iterator[tuple[Pair, int]]:
        """Yield the cells that both sides have and that differ."""
        for pair in self.result.pairs:
            if pair.mine is not None and pair.theirs is not None:
                both = zip(self._mine(pair), self._theirs(pair), strict=True)
                yield from ((pair, index) for index, (a, b) in enumerate(both) if a != b)

    def _cell(self, pair: Pair, column: int) -> Step:
        """Return what brings a cell to the document's text."""
        assert pair.mine is not None
        holder = self.listing.holder(pair.mine)
        values = asked(self.slot.cells[column].show, self._theirs(pair)[column], holder)
        routes = {self.setting.routes(route): value for route, value in values.items()}
        note = self._note(pair, column, next(iter(routes), ()))
        return Step([note], routes, aims=[self._aim((pair, column))])

    def _aim(self, cell: ChangedCell) -> tuple[int, int, str]:
        pair, column = cell
        assert pair.mine is not None
        return pair.mine, column, self._theirs(pair)[column]

    def _note(self, pair: Pair, column: int, route: Route = ()) -> MergeNote:
        label = label_of(self.slot, column)
        mine, theirs = self._mine(pair)[column], self._theirs(pair)[column]
        row = None if pair.theirs is None else pair.theirs + 1
        if pair.fate == "conflict":
            return Conflict(label, mine, theirs, row, self.setting.take)
        return Change(label, kind_of(mine, theirs), mine, theirs, row, route)

    def _shared(self, taken: Sequence[ChangedCell]) -> tuple[list[ChangedCell], Step] | None:
        """Return the cells of rows that have a text from the practice, where all get a new one."""
        field, source = SHARED.get(self.listing.field, ("", ""))
        columns = [i for i, cell in enumerate(self.slot.cells) if cell.show.view.fields == (field,)]
        if not columns:
            return None
        heirs = {
            index
            for index, row in enumerate(self.listing.rows)
            if row[columns[0]] and not getattr(self.listing.holder(index).record, field)
        }
        cells = [cell for cell in taken if cell[1] == columns[0] and cell[0].mine in heirs]
        texts = {self._theirs(pair)[column] for pair, column in cells}
        if not heirs or len(cells) < len(heirs) or len(texts) != 1 or texts == {""}:
            return None
        route = self.setting.routes((source,))
        notes = [self._note(pair, column, route) for pair, column in cells]
        return cells, Step(notes, {route: texts.pop()}, aims=list(map(self._aim, cells)))

    # --- rows ---

    def _listed(self) -> list[Step]:
        """Return what adds, removes and moves rows."""
        result = self.result
        standing = set(result.standing)
        lost = [p for p in result.pairs if p.mine is not None and p not in standing]
        added = [p for p in result.standing if p.mine is None]
        away = moved(result.standing)
        if not (lost or added or away) or not self.slot.rows.is_list:
            return []
        notes = [
            *(self._row_note(pair, "removed") for pair in lost),
            *(self._row_note(pair, "added") for pair in added),
            *(self._row_note(pair, "moved") for pair in away),
        ]
        rows = [p.mine if p.mine is not None else self._new(p) for p in result.standing]
        edits = self.listing.changed(rows, [p.mine for p in lost if p.mine is not None])
        return [Step(notes, *edits)]

    def _new(self, pair: Pair) -> New:
        known = {name: getattr(self.setting.seen, name) for _, name in SHARED.values()}
        return New(row_of(self.slot, self._theirs(pair), known))

    def _row_note(self, pair: Pair, kind: ChangeKind) -> MergeNote:
        label = label_of(self.slot)
        mine, theirs = in_lines(self._mine(pair)), in_lines(self._theirs(pair))
        row = pair.mine if pair.theirs is None else pair.theirs
        number = None if row is None else row + 1
        if pair.fate == "conflict":
            return Conflict(label, mine, theirs, number, self.setting.take)
        field = self.setting.routes((self.listing.field,))
        route = field if pair.mine is None else self.listing.route(pair.mine)
        return Change(label, kind, mine, theirs, number, route)

    def _undecided(self) -> Iterator[MergeNote]:
        """Yield the rows that one side has changed and the other removed, and stay as they are."""
        for pair in self.result.pairs:
            alone = pair.mine is None or pair.theirs is None
            if pair.fate == "conflict" and alone and self.setting.take != "theirs":
                yield self._row_note(pair, "changed")
        if self.result.is_disputed:
            yield self._order_note()

    def _order_note(self) -> MergeNote:
        both = [p for p in self.result.standing if p.mine is not None and p.theirs is not None]
        mine = sorted(both, key=lambda pair: pair.mine or 0)
        theirs = sorted(both, key=lambda pair: pair.theirs or 0)
        one, other = (in_lines([self._mine(p)[0] for p in order]) for order in (mine, theirs))
        return Conflict(label_of(self.slot), one, other, taken=self.setting.take)
