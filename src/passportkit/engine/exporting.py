"""The tables of a practice as a workbook, for those who calculate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from passportkit.errors import CannotGoOn
from passportkit.forms.bind import shown_rows
from passportkit.forms.slots import TableSlot, TextSlot, slots_of
from passportkit.forms.tables import tables_form
from passportkit.language import say
from passportkit.practice import Practice, Vocabulary
from passportkit.practice.money import Money
from passportkit.practice.quantity import Quantity
from passportkit.source import Source, parse
from passportkit.source.proof import data_of
from passportkit.text import plain
from passportkit.workbook.numbers import number_of
from passportkit.workbook.write import SUM, TableSheet, write_workbook


def export(source: Source, vocabulary: Vocabulary) -> bytes:
    """Return the tables of a practice as a workbook, in the words of the facts themselves.

    Raises `CannotGoOn` where the practice has no table, and where no workbook can be written.
    """
    practice = parse(vocabulary.practice, data_of(source)).value
    sheets = [] if practice is None else [*_sheets(practice, vocabulary)]
    if not sheets:
        raise CannotGoOn(say("`{path}` has no table: no costs, no results", path=source.name))
    return write_workbook(sheets)


def _sheets(practice: Practice, vocabulary: Vocabulary) -> Iterator[TableSheet]:
    slots = slots_of(tables_form(vocabulary))
    totals = {slot.block.key: slot for slot in slots if isinstance(slot, TextSlot)}
    for slot in slots:
        if isinstance(slot, TableSlot) and not slot.is_empty(practice):
            yield _sheet(slot, practice, totals.get(slot.key))


def _sheet(slot: TableSlot, practice: Practice, total: TextSlot | None) -> TableSheet:
    rows = [[plain(text) for text in row.values()] for row in shown_rows(slot, practice)]
    rows = [row for row in rows if any(row)]
    kinds = [cell.show.is_of(Money, Quantity) for cell in slot.cells]
    numeric = frozenset(at for at, is_number in enumerate(kinds) if is_number)
    sheet = TableSheet(
        slot.section.heading or slot.key, [cell.column.heading for cell in slot.cells], rows, numeric
    )
    return sheet._replace(total=_total(total, practice, slot, rows)) if total else sheet


def _total(
    total: TextSlot, practice: Practice, slot: TableSlot, rows: list[list[str]]
) -> tuple[str, Mapping[int, str]] | None:
    """Return the row below a table; it is worked out by Excel where the practice says no total."""
    words = plain(total.show.text(practice))
    at = next(number for number, cell in enumerate(slot.cells) if cell.show.is_of(Money))
    if not words or total.block.total is None:
        return None
    declared = any(getattr(practice, field) for field in total.show.view.fields)
    exact = all(number_of(row[at]) for row in rows)
    return total.block.total.label, {at: words if declared or not exact else SUM}
