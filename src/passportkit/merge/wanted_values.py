"""From the texts of a form to the fields of a practice: which values a changed text asks for."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

from pydantic import BaseModel

from passportkit.findings import Route
from passportkit.forms.shows import Show
from passportkit.forms.slots import TableSlot
from passportkit.merge.cuts import read_beside
from passportkit.source import Data
from passportkit.text import respell


class Holder(NamedTuple):
    """A record, or a text that is a row, or nothing yet; and where the file has it."""

    record: Any
    route: Route

    def step(self, step: str | int) -> Holder:
        """Return what stands at the next step of a way; -1 is the last item of a list."""
        if isinstance(step, str):
            return Holder(getattr(self.record, step, None), (*self.route, step))
        items: Sequence[Any] = self.record if isinstance(self.record, list) else ()
        index = max(0, len(items) - 1) if step < 0 else step
        return Holder(items[index] if index < len(items) else None, (*self.route, index))


def asked(show: Show, text: str, holder: Holder) -> dict[Route, Data]:
    """Return the values that have to change for `show` to say `text`; a value of None goes."""
    for step in show.way:
        holder = holder.step(step)
    if not show.view.fields:
        return {holder.route: text or None}
    read = read_beside(show.view, text, holder.record)
    wanted = {field: plain(value) for field, value in read.items()}
    return {
        (*holder.route, field): value
        for field, value in wanted.items()
        if value != plain(getattr(holder.record, field, None))
    }


def can_show(show: Show, text: str, holder: Holder) -> bool:
    """Whether `show` says a text once its fields have the values that the text asks for."""
    for step in show.way:
        holder = holder.step(step)
    given = [getattr(holder.record, field, None) for field in show.view.given]
    values = read_beside(show.view, text, holder.record).values()
    return respell(show.view.format(*values, *given)) == text


def partly(show: Show, text: str, holder: Holder, fields: Collection[str]) -> str | None:
    """Return what `show` says where of all that `text` asks for only some fields get it.

    Return None where fields cannot be told apart: the text is that of one field as a whole, or what
    is said would not ask for these fields and no others.
    """
    inner = holder
    for step in show.way:
        inner = inner.step(step)
    given = [getattr(inner.record, field, None) for field in show.view.given]
    wanted = read_beside(show.view, text, inner.record)
    if text in wanted.values():
        return None
    values = [
        wanted[field] if field in fields else getattr(inner.record, field, None)
        for field in show.view.owned
    ]
    words = respell(show.view.format(*values, *given))
    return words if {route[-1] for route in asked(show, words, holder)} == fields else None


def row_of(slot: TableSlot, cells: Sequence[str], known: Mapping[str, Any]) -> Data:
    """Return the plain data of a new row; `known` has what the practice says for all its rows."""
    if slot.rows.record is None:
        return cells[0]
    row: dict[str, Any] = {}
    parts = []
    for cell, text in zip(slot.cells, cells, strict=True):
        if cell.show.view.is_partial:
            parts.append((cell.show, text))
            continue
        for route, value in asked(cell.show, text, Holder(None, ())).items():
            inner = row
            for step in route[:-1]:
                inner = inner.setdefault(str(step), {})
            inner.setdefault(str(route[-1]), value)
    for show, text in parts:
        said = asked(show, text, Holder(slot.rows.record.model_validate(row), ()))
        row.update({str(route[-1]): value for route, value in said.items()})
    if slot.rows.take is not None:
        row = slot.rows.take([row], known)[slot.rows.field][0]
    return {key: value or None for key, value in row.items()}


def plain(value: Any) -> Data:
    """Return the plain data of a value of a practice; None where it says nothing.

    Texts are spelt as a document brings them back.
    """
    if isinstance(value, str):
        return respell(str(value)) or None
    if isinstance(value, BaseModel):
        value = {key: plain(value) for key, value in value if value is not None}
    elif isinstance(value, dict):
        value = {key: plain(item) for key, item in value.items()}
    elif isinstance(value, list | tuple):
        value = [plain(item) for item in value]
    return value or None
