"""Unbinding: what the words in the cells of a form say of a practice. It undoes `bind`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import repeat, zip_longest
from typing import Any, NamedTuple

from passportkit.findings import Route
from passportkit.forms.bind import shown_rows
from passportkit.forms.computations import agrees
from passportkit.forms.filled import FormValues
from passportkit.forms.model import Form
from passportkit.forms.shows import Show
from passportkit.forms.slots import ColumnSlot, Slot, TableSlot, TextSlot, slots_of
from passportkit.practice import Facts, Record
from passportkit.practice.record import RecordData

Cells = Mapping[str, str]
"""A row as it stands on paper: texts by the keys of the columns."""


class Unbound(NamedTuple):
    """What a form says: facts by field, and the texts that no field could take, by slot."""

    facts: RecordData
    left: list[tuple[str, str]]


def unbind(form: Form, values: FormValues) -> Unbound:
    """Return the facts that `bind` would show in `form` as `values`, as plain data.

    Values are as `bind` gives them, without the numbers of rows and with the words of merged
    cells in every row. A place that is absent or empty says nothing. Where two places show one
    field, the first is believed, and what the other says differently is left; so is what a place
    says that is worked out of others, if these say otherwise.
    """
    facts: RecordData = {}
    texts = [slot for slot in slots_of(form) if isinstance(slot, TextSlot)]
    asked = {slot.fields[0][0] for slot in texts if not slot.is_computed}
    spurned: set[str] = set()
    for slot in sorted(slots_of(form), key=_depth):
        said = values.get(slot.key)
        if said and not _take(slot, said, facts, asked):
            spurned.add(slot.key)
    practice = form.vocabulary.facts.model_validate(facts)
    places = [slot for slot in slots_of(form) if slot.key in spurned]
    left = [pair for slot in places for pair in _left(slot, values[slot.key], practice)]
    return Unbound(practice.model_dump(exclude_unset=True, exclude_none=True), left)


def _depth(slot: Slot) -> tuple[bool, bool, int]:
    """Order the places so that what is given to a view has been read before it."""
    if isinstance(slot, TableSlot):
        return slot.rows.take is not None, False, 0
    given = len(slot.show.view.given)
    return bool(given), True, given


def _take(slot: Slot, said: str | Sequence[Cells], facts: RecordData, asked: Iterable[Any]) -> bool:
    """Add what a place says to the facts; return whether nothing in them speaks against it.

    `asked` are the fields that the form asks for by themselves.
    """
    if isinstance(slot, TextSlot):
        assert isinstance(said, str)
        return not slot.is_computed and _take_text(slot.show, said, facts)
    assert not isinstance(said, str)
    return _take_rows(slot, said, facts, asked)


def _take_text(show: Show, text: str, record: RecordData) -> bool:
    holder = _holder(record, show.way)
    if holder is None:
        return False
    given = _given(show, holder)
    said = show.view.read(text, *given)
    if not show.view.is_partial:
        return bool(said) and _add(holder, said)
    holder.update(said)
    return show.view.shows(text, *said.values(), *given)


def _holder(record: Any, way: Route) -> RecordData | None:
    """Return the record at the end of `way`, None where a text stands in its place.

    The records on the way are made where they lack.
    """
    for step, next_step in zip_longest(way, way[1:]) if way else ():
        if isinstance(record, dict):
            record = record.setdefault(step, [] if isinstance(next_step, int) else {})
        elif isinstance(record, list) and isinstance(step, int):
            while not -len(record) <= step < len(record):
                record.append({})
            record = record[step]
    return record if isinstance(record, dict) else None


def _given(show: Show, record: RecordData) -> list[Any]:
    """Return what is known of the fields that a view is given."""
    given = show.view.given
    if not given or show.owner is None:
        return []
    known = show.owner.model_validate({field: record.get(field) for field in given})
    return [getattr(known, field) for field in given]


def _add(holder: RecordData, said: Mapping[str, Any]) -> bool:
    """Add values to a record, unless it says otherwise; return whether it does not."""
    new = {field: _plain(value) for field, value in said.items() if value or value is False}
    if holder and any(holder.get(field, value) != value for field, value in new.items()):
        return False
    holder.update(new)
    return True


def _plain(value: Any) -> Any:
    if isinstance(value, str):  # most are, and of a class of Pydantic it takes long to ask
        return value
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value.model_dump(exclude_none=True) if isinstance(value, Record) else value


def _take_rows(
    slot: TableSlot, said: Sequence[Cells], facts: RecordData, asked: Iterable[Any]
) -> bool:
    places = sorted(slot.cells, key=_is_partial)
    read = [_read_row(slot, places, cells) for cells in said]
    rows = [row for row, _ in read]
    agreed = all(whole for _, whole in read)
    if not slot.rows.is_list:
        return _add(facts, {slot.rows.field: rows[0]}) and agreed and len(rows) == 1
    if slot.rows.take is None:
        return _add(facts, {slot.rows.field: rows}) and agreed
    facts.update(slot.rows.take(rows, {**dict.fromkeys(asked, ""), **facts}))
    return agreed


def _read_row(slot: TableSlot, places: Sequence[ColumnSlot], cells: Cells) -> tuple[Any, bool]:
    """Return what a row says, and whether each of its cells could say it."""
    if slot.rows.record is None:
        return cells.get(slot.cells[0].key, ""), True
    row: RecordData = {}
    agreed = True
    for cell in places:
        if text := cells.get(cell.key):
            agreed &= _take_text(cell.show, text, row)
    return row, agreed


def _is_partial(cell: ColumnSlot) -> bool:
    """Whether a cell shows a part of a field; the field itself is read first."""
    return cell.show.view.is_partial


def _left(slot: Slot, said: str | Sequence[Cells], practice: Facts) -> Iterator[tuple[str, str]]:
    """Yield the texts of a place that it would not show for this practice."""
    if isinstance(slot, TextSlot) or isinstance(said, str):
        if isinstance(slot, TextSlot) and not _says(slot, str(said), practice):
            yield slot.key, str(said)
        return
    rows: list[Cells] = [*shown_rows(slot, practice), *repeat({}, len(said))]
    for cells, row in zip(said, rows, strict=False):
        for key, text in cells.items():
            if text and text != row.get(key):
                yield slot.key, text


def _says(slot: TextSlot, said: str, practice: Facts) -> bool:
    """Whether a place would show a text for this practice, be a figure spelt otherwise there."""
    shown = slot.show.text(practice)
    return shown == said or (slot.is_computed and agrees(said, shown))
