"""A table of a form in a file and in a document, and what becomes of its rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from passportkit.findings import Route
from passportkit.forms.place_words import label_of
from passportkit.forms.slots import TableSlot
from passportkit.merge.alignment import RowTexts
from passportkit.merge.base_rows import BaseRows
from passportkit.merge.order import Fate, Pair, moved, ordered
from passportkit.merge.outcome import Cause, Change, ChangeKind, Conflict, Side
from passportkit.merge.row_comparison import Compared, Sides, compared
from passportkit.merge.settled_cell import CellPart, DifferingCell, SettledCell
from passportkit.merge.shown import in_lines
from passportkit.merge.source_list import SourceList
from passportkit.merge.state import MergeState
from passportkit.merge.step import MergeNote, Proposal, Step
from passportkit.merge.text_proposal import kind_of
from passportkit.merge.wanted_values import Holder, row_of
from passportkit.source.cutting import New
from passportkit.stamp import hash_of, hash_of_row

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
        if self._is_gone and self._decided([self._field]) != "theirs":
            return Proposal(self.setting.shown[self.slot.key], notes=[self._gone_note()])
        taken = [cell for cell, settled in self._settled.items() if settled.taken]
        shared = self._shared(taken)
        steps = [shared[1]] if shared else []
        steps += [self._cell(cell) for cell in taken if not shared or cell not in shared[0]]
        steps += self._listed()
        kept = [
            self._note(cell, part) for cell, each in self._settled.items() for part in each.kept
        ]
        standing = [self._standing(pair) for pair in self._standing_pairs]
        meant = [row for row in standing if any(row)]
        return Proposal(meant, steps, [*kept, *self._undecided()])

    @cached_property
    def listing(self) -> SourceList:
        return SourceList(self.setting, self.slot)

    @cached_property
    def _compared(self) -> Compared:
        mine, base = self.listing.rows, self.setting.base_rows(self.slot.key)
        was = self.first if len(self.first) == len(mine) else ()
        is_one_row = not self.slot.rows.is_list
        if is_one_row and base and not base.rows:
            empty = self.listing.empty
            base = BaseRows([hash_of_row(empty)], list(map(hash_of, empty)))
        return compared(Sides(mine, self._rows, base, was, is_one_row))

    @cached_property
    def _pairs(self) -> list[Pair]:
        """The rows of both sides; of each in conflict that one side alone has, what is decided."""
        return [*map(self._with_decision, self._compared.pairs)]

    def _with_decision(self, pair: Pair) -> Pair:
        if pair.is_on_both or pair.fate not in ("conflict", "theirs"):
            return pair
        route = self._row_route(pair)
        if pair.fate == "theirs" and not self.setting.keeps(self.slot.key, [route]):
            return pair
        return pair._replace(fate="conflict", taken=self._decided([route]))

    @cached_property
    def _order(self) -> tuple[list[Pair], bool]:
        staying = [pair for pair in self._pairs if pair.stays]
        is_kept = self.setting.keeps(self.slot.key, [self._field])
        take = self._decided([self._field])
        return ordered(staying, self._compared.origin, take, is_kept=is_kept)

    @property
    def _standing_pairs(self) -> list[Pair]:
        return self._order[0]

    @property
    def _field(self) -> Route:
        return self.setting.routes((self.listing.field,))

    def _row_route(self, pair: Pair) -> Route:
        """Return where the file has a row; of one that it lacks, its number in the document."""
        if pair.mine is None:
            return (*self._field, f"+{(pair.theirs or 0) + 1}")
        return self.listing.route(pair.mine)

    def _decided(self, routes: Iterable[Route]) -> Side | None:
        return self.setting.decisions.side(routes)

    @cached_property
    def _rows(self) -> Sequence[RowTexts]:
        """The rows of the document; of a table of one row that one, even without words."""
        return self.theirs or ([] if self.slot.rows.is_list else [self.listing.empty])

    def _mine(self, pair: Pair) -> RowTexts:
        return () if pair.mine is None else self.listing.rows[pair.mine]

    def _theirs(self, pair: Pair) -> RowTexts:
        return () if pair.theirs is None else self._rows[pair.theirs]

    def _standing(self, pair: Pair) -> RowTexts:
        """Return the words of a row in the end."""
        if not pair.is_on_both:
            return self._mine(pair) or self._theirs(pair)
        settled = self._settled
        return tuple(
            settled[pair, column].words if (pair, column) in settled else words
            for column, words in enumerate(self._mine(pair))
        )

    # --- a whole field that has gone ---

    @cached_property
    def _is_gone(self) -> bool:
        """Whether the document has no row left of those that it was made with."""
        if any(map(any, self.theirs)) or not any(map(any, self.listing.rows)):
            return False
        if not self.slot.rows.is_list:
            return any(_fate(cell) == "theirs" for cell in self._differing())
        return any(pair.fate == "theirs" for pair in self._compared.pairs)

    def _gone_note(self) -> Conflict:
        mine = in_lines([in_lines(row) for row in self.listing.rows])
        taken = self._decided([self._field])
        return Conflict(label_of(self.slot), mine, "", None, taken, self._field, "gone")

    # --- cells ---

    def _differing(self) -> Iterator[tuple[Pair, int]]:
        """Yield the cells that both sides have and that differ."""
        for pair in self._pairs:
            if pair.is_on_both:
                both = zip(self._mine(pair), self._theirs(pair), strict=True)
                yield from ((pair, index) for index, (a, b) in enumerate(both) if a != b)

    @cached_property
    def _settled(self) -> dict[ChangedCell, SettledCell]:
        """The cells that both sides have and that differ, each with what becomes of it."""
        settled: dict[ChangedCell, SettledCell] = {}
        for cell in self._differing():
            settled[cell] = self._cell_of(cell, settled).settled()
        return settled

    def _cell_of(
        self, cell: ChangedCell, settled: Mapping[ChangedCell, SettledCell]
    ) -> DifferingCell:
        pair, column = cell
        assert pair.mine is not None
        return DifferingCell(
            self.setting,
            self.slot.key,
            self.slot.cells[column].show,
            self._mine(pair)[column],
            self._theirs(pair)[column],
            _fate(cell),
            self._holder(cell, settled),
            self._row_route(pair),
        )

    def _holder(self, cell: ChangedCell, settled: Mapping[ChangedCell, SettledCell]) -> Holder:
        """Return what has a cell: where it is a part of a field, with the other parts in it."""
        pair, column = cell
        assert pair.mine is not None
        holder, view = self.listing.holder(pair.mine), self.slot.cells[column].show.view
        if not view.is_partial or holder.record is None:
            return holder
        known = [each.values for (of, _), each in settled.items() if of is pair]
        said = {route[-1]: value for values in known for route, value in values.items()}
        parts = {field: said[field] for field in view.fields if field in said}
        return holder._replace(record=holder.record.model_copy(update=parts))

    def _cell(self, cell: ChangedCell) -> Step:
        """Return what brings a cell to its words in the end."""
        settled = self._settled[cell]
        notes = [self._note(cell, part) for part in settled.taken]
        return Step(notes, settled.values, aims=[self._aim(cell)])

    def _aim(self, cell: ChangedCell) -> tuple[int, int, str]:
        pair, column = cell
        assert pair.mine is not None
        return pair.mine, column, self._settled[cell].words

    def _note(self, cell: ChangedCell, part: CellPart, route: Route = ()) -> MergeNote:
        pair, column = cell
        label, row = label_of(self.slot, column), (pair.theirs or 0) + 1
        mine, theirs, route = part.mine, part.theirs, route or part.route
        if part.cause:
            return Conflict(label, mine, theirs, row, part.taken, route, part.cause)
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
        notes = [
            self._note(cell, part, route) for cell in cells for part in self._settled[cell].taken
        ]
        return cells, Step(notes, {route: texts.pop()}, aims=list(map(self._aim, cells)))

    # --- rows ---

    def _listed(self) -> list[Step]:
        """Return what adds, removes and moves rows."""
        order = self._standing_pairs
        standing = set(order)
        lost = [p for p in self._pairs if p.mine is not None and p not in standing]
        added = [p for p in order if p.mine is None]
        away = moved(order)
        if not (lost or added or away) or not self.slot.rows.is_list:
            return []
        notes = [
            *(self._row_note(pair, "removed") for pair in lost),
            *(self._row_note(pair, "added") for pair in added),
            *(self._row_note(pair, "moved") for pair in away),
        ]
        rows = [p.mine if p.mine is not None else self._new(p) for p in order]
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
            route, cause = self._row_route(pair), self._cause
            return Conflict(label, mine, theirs, number, pair.taken, route, cause)
        route = self._field if pair.mine is None else self.listing.route(pair.mine)
        return Change(label, kind, mine, theirs, number, route)

    def _undecided(self) -> Iterator[MergeNote]:
        """Yield the rows that one side has changed and the other removed, and stay as they are."""
        for pair in self._pairs:
            if pair.fate == "conflict" and pair.taken != "theirs":
                yield self._row_note(pair, "changed")
        if self._order[1]:
            yield self._order_note()

    def _order_note(self) -> MergeNote:
        both = [pair for pair in self._standing_pairs if pair.is_on_both]
        mine = sorted(both, key=lambda pair: pair.mine or 0)
        theirs = sorted(both, key=lambda pair: pair.theirs or 0)
        # on one line, of which none goes that both sides have
        one, other = ("; ".join(self._mine(p)[0] for p in order) for order in (mine, theirs))
        taken = self._decided([self._field])
        cause: Cause = "order" if self._cause == "both" else self._cause
        return Conflict(label_of(self.slot), one, other, None, taken, self._field, cause)

    @property
    def _cause(self) -> Cause:
        """Why somebody decides about rows; where no base is known, because of what was said."""
        return "unknown" if self.setting.hashes(self.slot.key) is None else "both"


def _fate(cell: ChangedCell) -> Fate:
    pair, column = cell
    return pair.cells[column]
