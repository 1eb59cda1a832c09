"""Values without their looks: bold digits and half a link in a number are accidents of typing."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from passportkit.forms.filled import FormValues
from passportkit.forms.model import Form
from passportkit.forms.shows import Show
from passportkit.forms.slots import TableSlot, TextSlot, slots_of
from passportkit.stamp import hash_of, hash_of_row
from passportkit.text.bare import bare

_Cells = Mapping[str, str]


def with_bare_values(
    form: Form, values: FormValues, made_with: Mapping[str, Sequence[str]]
) -> FormValues:
    """Return what a document says with the looks of values dropped, as their owners name them.

    What stood so when the document was made is the author's, looks and all: `made_with` are the
    hashes of its stamp.
    """
    return {**values, **dict(_bared(form, values, made_with))}


def _bared(
    form: Form, values: FormValues, made_with: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, str | Sequence[_Cells]]]:
    for slot in slots_of(form):
        said, hashes = values.get(slot.key), made_with.get(slot.key, ())
        if isinstance(slot, TextSlot) and isinstance(said, str):
            if _has_looks(said) and hash_of(said) not in hashes:
                yield slot.key, _of_cell(slot.show, said)
        elif isinstance(slot, TableSlot) and said and not isinstance(said, str):
            yield slot.key, [_of_row(slot, row, hashes) for row in said]


def _of_row(slot: TableSlot, row: _Cells, hashes: Collection[str]) -> _Cells:
    if not any(map(_has_looks, row.values())):
        return row
    if hash_of_row([row.get(cell.key, "") for cell in slot.cells]) in hashes:
        return row
    shows = {cell.key: cell.show for cell in slot.cells}
    return {key: _of_cell(shows[key], text) if key in shows else text for key, text in row.items()}


def _has_looks(text: str) -> bool:
    return "*" in text or "](" in text


def _of_cell(show: Show, text: str) -> str:
    """Return the text of a cell: of one that combines fields, with those bare that are values."""
    values: Collection[str] = getattr(show.owner, "value_fields", ())
    view = show.view
    if not any(field in values for field in view.fields):
        return text
    if all(field in values for field in view.fields):
        return bare(text)
    parts, without = view.read(text), view.read(bare(text))
    if _said(parts) != _said(without):  # only without its looks it can be taken apart
        return bare(text)
    return view.format(*[_bare_if(field in values, parts[field]) for field in view.owned])


def _said(parts: Mapping[str, Any]) -> list[str]:
    return [field for field, value in parts.items() if value]


def _bare_if(is_value: bool, part: Any) -> Any:
    return bare(part) if is_value and isinstance(part, str) else part
