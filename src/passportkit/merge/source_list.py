"""The list behind the rows of a table: which of its items each row is, and its new order."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from passportkit.findings import Route
from passportkit.forms.slots import TableSlot
from passportkit.merge.alignment import RowTexts
from passportkit.merge.shown import all_rows
from passportkit.merge.state import MergeState
from passportkit.merge.wanted_values import Holder
from passportkit.source import Data
from passportkit.source.cutting import New
from passportkit.text import respell


class RowChanges(NamedTuple):
    """Values that fields get, routes that go, and the items of a list of the file, in order."""

    values: dict[Route, Data]
    gone: list[Route]
    items: tuple[Route, list[int | New]]


@dataclass(frozen=True)
class SourceList:
    """The items of a field that a table shows, and what it shows of each.

    Rows are counted as the table has them, items as the practice does, and neither as the file.
    """

    setting: MergeState
    slot: TableSlot

    @cached_property
    def field(self) -> str:
        """The field that has the rows."""
        return self.slot.rows.field

    @cached_property
    def items(self) -> Sequence[Any]:
        """All records of the field, or texts; one alone is a list of one."""
        found = getattr(self.setting.seen, self.field)
        return found if isinstance(found, list) else () if found is None else (found,)

    @cached_property
    def _shown(self) -> list[tuple[int, RowTexts]]:
        """The rows that have words, each with the number of its item."""
        rows = self.slot.rows.of(self.setting.seen)
        places = list(range(len(self.items)))
        if len(rows) != len(self.items):
            known = {id(item): index for index, item in enumerate(self.items)}
            places = [known[id(row)] for row in rows]
        texts = all_rows(self.slot, self.setting.seen)
        if not self.slot.rows.is_list:
            return [(0, texts[0] if texts else self.empty)]
        return [(place, row) for place, row in zip(places, texts, strict=True) if any(row)]

    @property
    def empty(self) -> RowTexts:
        """A row without words."""
        return ("",) * len(self.slot.cells)

    @cached_property
    def rows(self) -> list[RowTexts]:
        """The rows that have words; of a table of one row that one, even without words."""
        return [row for _, row in self._shown]

    def number(self, row: int) -> int:
        """Return the number of the item that a row is."""
        return self._shown[row][0]

    def holder(self, row: int) -> Holder:
        """Return the item that a row is."""
        if not self.slot.rows.is_list:
            return Holder(self.items[0] if self.items else None, (self.field,))
        number = self.number(row)
        return Holder(self.items[number], (self.field, number))

    def route(self, row: int) -> Route:
        """Return where the file has the item that a row is."""
        return self.setting.routes(self.holder(row).route)

    def changed(self, standing: Sequence[int | New], lost: Collection[int]) -> RowChanges:
        """Return what makes the rows in `standing` those of the table.

        A row is a number, or new. A row that is lost, but that another
        table shows too, loses only what makes it a row of this one.
        """
        gone = [index for index in lost if not self._is_shown_elsewhere(self.number(index))]
        parted = [(*self.route(index), self._key) for index in lost if index not in gone]
        twins = self._twins([each.value for each in standing if isinstance(each, New)])
        rows = [
            each if isinstance(each, New) else self.number(each)
            for each in standing
            if not (isinstance(each, New) and each.value in twins.values())
        ]
        plan = self._reordered(rows, [self.number(index) for index in gone])
        values = {(*route, self._key): row.get(self._key) or {} for route, row in twins.items()}
        return RowChanges(values, parted, (self.setting.routes((self.field,)), plan))

    @cached_property
    def _key(self) -> str:
        """The key that makes an item a row of this table; empty where all items are."""
        return (self.slot.block.rows or "").partition(".")[2]

    def _is_shown_elsewhere(self, number: int) -> bool:
        tables = (name.partition(".") for name in self.setting.form.vocabulary.rows)
        keys = {key for field, _, key in tables if field == self.field} - {self._key}
        return bool(self._key) and any(getattr(self.items[number], key) for key in keys)

    def _twins(self, rows: Sequence[Data]) -> dict[Route, Data]:
        """Return the new rows that are items already, of another table, by their routes."""
        if not self._key or self.slot.rows.record is None:
            return {}
        main = self.slot.rows.record.main
        others = {
            respell(getattr(item, main) or ""): index
            for index, item in enumerate(self.items)
            if not getattr(item, self._key)
        }
        return {
            self.setting.routes((self.field, others[row[main]])): row
            for row in rows
            if row.get(main) in others
        }

    def _reordered(self, standing: Sequence[int | New], gone: Collection[int]) -> list[int | New]:
        """Return the items of the file's list in order; what is no row of the table stays put."""
        count = self.setting.count(self.setting.routes((self.field,)))
        lost = {self._in_file(number) for number in gone}
        kept: list[int | New] = [number for number in range(count) if number not in lost]
        rows = [each if isinstance(each, New) else self._in_file(each) for each in standing]
        order = [each for each in rows if not isinstance(each, New)]
        places = sorted(kept.index(number) for number in order)
        for place, number in zip(places, order, strict=True):
            kept[place] = number
        at = places[0] if places else len(kept)
        for each in rows:
            if isinstance(each, New):
                kept.insert(at, each)
                at += 1
            else:
                at = kept.index(each) + 1
        return kept

    def _in_file(self, number: int) -> int:
        """Return the number of an item in the file, which may have items that do not fit."""
        last = self.setting.routes((self.field, number))[-1]
        assert isinstance(last, int)
        return last
