"""The tables of a practice as a workbook, for those who calculate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from passportkit.errors import CannotGoOn
from passportkit.forms.bind import Said, shown_rows
from passportkit.forms.fact_tables import tables_form
from passportkit.forms.slots import ColumnSlot, TableSlot, TextSlot, slots_of
from passportkit.language import say
from passportkit.practice import Practice, Vocabulary
from passportkit.practice.money import Money
from passportkit.practice.quantity import Quantity
from passportkit.source import Source, parse
from passportkit.source.proof import data_of
from passportkit.text import plain
from passportkit.workbook.number_cells import number_of
from passportkit.workbook.write import CellValue, TableSheet, TotalRow, write_workbook

KINDS = ("xlsx",)
"""What tables can be written as."""


def known_kind(name: str) -> str:
    """Return the kind of a file that is called so; raise `CannotGoOn` where nobody can write it."""
    if name not in KINDS:
        raise CannotGoOn(say("there is no export to `{kind}`; there is: `xlsx`", kind=name))
    return name


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
    said = Said(practice)
    for slot in slots:
        if isinstance(slot, TableSlot) and said.has_words_for(slot):
            yield _sheet(slot, practice, totals.get(slot.key))


def _sheet(slot: TableSlot, practice: Practice, total: TextSlot | None) -> TableSheet:
    texts = [[plain(text) for text in row.values()] for row in shown_rows(slot, practice)]
    rows = [list(map(_value, slot.cells, row)) for row in texts if any(row)]
    heads = [cell.column.heading for cell in slot.cells]
    sheet = TableSheet(slot.section.heading or slot.key, heads, rows)
    return sheet._replace(total=_total(total, practice, slot, rows)) if total else sheet


def _value(cell: ColumnSlot, words: str) -> CellValue:
    """Return what stands in a cell: a number where its words say just that."""
    found = number_of(words) if cell.show.is_of(Money) or cell.show.is_of(Quantity) else None
    if found is None or (cell.show.is_of(Money) and Money(words).amount != found.number):
        return words
    return found


def _total(
    total: TextSlot, practice: Practice, slot: TableSlot, rows: Sequence[Sequence[CellValue]]
) -> TotalRow | None:
    """Return the row below a table; Excel adds up where the practice itself says no total."""
    words, described = plain(total.show.text(practice)), slot.block.total
    if not words or described is None:
        return None
    at = next(number for number, cell in enumerate(slot.cells) if cell.show.is_of(Money))
    is_declared = any(getattr(practice, field) for field in total.show.view.fields)
    adds_up = not is_declared and all(_is_exact(row[at]) for row in rows)
    return TotalRow(described.label, at, None if adds_up else number_of(words) or words)


def _is_exact(value: CellValue) -> bool:
    """Whether a sum has no more decimals than the total is shown with."""
    return not isinstance(value, str) and value.number == round(value.number, 2)
