"""Binding: the cells of a form filled with the words of a practice, with hints, or with marks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from passportkit.errors import CannotGoOn
from passportkit.forms.filled import (
    DraftMark,
    Filled,
    FilledRow,
    FilledValue,
    FormValues,
    Hint,
)
from passportkit.forms.model import Form
from passportkit.forms.shows import Show
from passportkit.forms.slots import ColumnSlot, Slot, TableSlot, TextSlot, slots_of
from passportkit.language import Message, say, shortened, translator
from passportkit.practice import Facts, Practice
from passportkit.stamp import Stamp, hashes_of, hashes_of_cells
from passportkit.text import respell

MOST_SHOWN = 4_000_000
_EACH_CELL = 20
"""How many characters a form may show of a practice, each time that it does, and a cell as many.

It is what is read of a document.
"""

MISSING = "[не заполнено]"
"""What a draft says where a required text is missing. A document is Russian in any language."""

_NUMBERS: dict[str, Callable[[str, int], str]] = {
    "1": lambda _section, index: f"{index}",
    "1.": lambda _section, index: f"{index}.",
    "1.1.": lambda section, index: f"{section}.{index}.".removeprefix("."),
    "none": lambda _section, _index: "",
}


def bind(form: Form, practice: Practice, *, draft: bool = False) -> Filled:
    """Fill `form` with what it shows of `practice`, each text as a reader would spell it.

    In a draft, each required place that stays empty gets a mark that is seen.
    """
    title = practice.seen_by(form.name).title
    filled = filled_with(form, respell(title), said_by(form, practice))
    if draft:
        marks = {slot.key: _marked(slot) for slot in missing(form, practice)}
        return filled._replace(values={**filled.values, **marks})
    return filled


def said_by(form: Form, practice: Practice) -> dict[str, str | list[dict[str, str]]]:
    """Return what `form` shows of `practice`, by its keys; rows have no numbers there.

    Raises `CannotGoOn` where that is more than a document can say.
    """
    seen = practice.seen_by(form.name)
    says: dict[str, str | list[dict[str, str]]] = {}
    room = MOST_SHOWN
    for slot in slots_of(form):
        room -= _least(slot, seen)
        says[slot.key] = said = _said(slot, seen) if room >= 0 else ""
        room -= _length(said)
        if room < 0:
            raise CannotGoOn(_too_much(form, slot))
    return says


def filled_with(form: Form, title: str, says: FormValues) -> Filled:
    """Fill `form` with words by its keys, each text as a reader would spell it."""
    bound = {slot.key: _bound(form, slot, says[slot.key]) for slot in slots_of(form)}
    values = {key: each.value for key, each in bound.items()}
    hashes = {key: each.hashes for key, each in bound.items()}
    cells = {key: each.cells for key, each in bound.items() if each.cells}
    return Filled(title, values, Stamp(form.name, form.version, hashes, cells))


def blank(form: Form) -> Filled:
    """Return the empty form with a hint in each of its places."""
    russian = translator("ru")
    values: dict[str, FilledValue] = {}
    for slot in slots_of(form):
        if isinstance(slot, TextSlot):
            hint = _asked(slot.show, russian(slot.hint)) if slot.is_written else ""
            values[slot.key] = hint
        else:
            asked: dict[str, str] = {
                cell.key: _asked(cell.show, russian(cell.hint or slot.hint)) for cell in slot.cells
            }
            values[slot.key] = _numbered(form, slot, [asked])
    return Filled(form.title, values, Stamp(form.name, form.version))


def _asked(show: Show, hint: str) -> str:
    """Return what stands in an empty form: boxes to be ticked, or a hint, where nothing is code."""
    return show.boxes.unticked if show.boxes else Hint(hint.replace("`", ""))


def missing(form: Form, practice: Practice) -> list[Slot]:
    """Return the required places of `form` for which the practice has no word."""
    said = Said(practice.seen_by(form.name))
    return [slot for slot in slots_of(form) if slot.required and not said.has_words_for(slot)]


class Said:
    """What facts have words for. Each is asked once: a form may show the same in many places."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._texts: dict[Show, bool] = {}
        self._rows: dict[str, Sequence[Any] | str] = {}
        self._columns: dict[tuple[str, str], bool] = {}

    def has_words_for(self, slot: Slot) -> bool:
        """Whether there is a word for a place, be it in one cell of one row."""
        if isinstance(slot, TextSlot):
            if slot.show not in self._texts:
                self._texts[slot.show] = bool(slot.show.text(self._facts))
            return self._texts[slot.show]
        if slot.rows_name not in self._rows:
            self._rows[slot.rows_name] = slot.rows.of(self._facts)
        rows = self._rows[slot.rows_name]
        if isinstance(rows, str):
            return bool(rows)
        return any(self._is_said(slot.rows_name, cell, rows) for cell in slot.cells)

    def _is_said(self, name: str, cell: ColumnSlot, rows: Sequence[Any]) -> bool:
        column = name, cell.column.show
        if column not in self._columns:
            self._columns[column] = any(map(cell.text, rows))
        return self._columns[column]


def shown_rows(slot: TableSlot, practice: Facts) -> list[dict[str, str]]:
    """Return the rows of a practice for a table, by key of column.

    They have no numbers yet, and each has the words of merged cells.
    """
    rows = slot.rows.of(practice)
    if isinstance(rows, str):  # prose stays whole, in the first cell of one row
        prose = respell(rows)
        return [{cell.key: prose if cell is slot.cells[0] else "" for cell in slot.cells}]
    return [_row(slot, row) for row in rows]


class _Bound(NamedTuple):
    """What stands in a place, and the hashes of the author's words in it."""

    value: FilledValue
    hashes: Sequence[str]
    cells: Sequence[str] = ()


def _said(slot: Slot, practice: Practice) -> str | list[dict[str, str]]:
    if isinstance(slot, TextSlot):
        return respell(slot.show.text(practice))
    return shown_rows(slot, practice)


def _least(slot: Slot, practice: Practice) -> int:
    """Return what the cells of a table take without their words, before there are any."""
    if isinstance(slot, TextSlot) or isinstance(rows := slot.rows.of(practice), str):
        return _EACH_CELL
    return _EACH_CELL * len(rows) * len(slot.cells)


def _length(said: str | list[dict[str, str]]) -> int:
    if isinstance(said, str):
        return len(said)
    return sum([len(text) for row in said for text in row.values()])


def _too_much(form: Form, slot: Slot) -> Message:
    return say(
        "the form “{form}” shows more of the practice than a document can say: there is no room "
        "for its section {number}, “{heading}”; let it show the same in fewer places, or shorten "
        "the practice",
        form=form.name,
        number=slot.section.number or "–",
        heading=shortened(slot.section.name.replace("\n", " "), _LONGEST),
    )


_LONGEST = 80
"""How many characters of a heading are shown."""


def _bound(form: Form, slot: Slot, said: str | Sequence[Mapping[str, str]]) -> _Bound:
    if isinstance(said, str):
        return _Bound(said or _unticked(form, slot), hashes_of(said))
    assert isinstance(slot, TableSlot)
    rows = [dict(row) for row in said]
    # before the words of merged cells go; a cell alone is its row
    hashes, cells = hashes_of(rows), hashes_of_cells(rows) if len(slot.cells) > 1 else ()
    for cell in slot.cells:
        if cell.show.boxes and not cell.column.merge:
            _untick(cell, rows)
    return _Bound(_numbered(form, slot, rows) if rows else [_empty(slot)], hashes, cells)


def _unticked(form: Form, slot: Slot) -> str:
    """Return the boxes of a choice without an answer; a card leaves out what has no words."""
    boxes = slot.show.boxes if isinstance(slot, TextSlot) and form.layout != "card" else None
    return boxes.unticked if boxes else ""


def _untick(cell: ColumnSlot, rows: Sequence[dict[str, str]]) -> None:
    """Put the boxes of a choice into the rows that have no answer."""
    assert cell.show.boxes is not None
    for row in rows:
        row[cell.key] = row[cell.key] or cell.show.boxes.unticked


def _row(slot: TableSlot, row: Any) -> dict[str, str]:
    return {cell.key: respell(cell.text(row)) for cell in slot.cells}


def _empty(slot: TableSlot) -> dict[str, str]:
    """Return a row without words: a table without any row would look torn off."""
    keys = {cell.key: "" for cell in slot.cells}
    return {"number": "", **keys, **{_merge_key(cell): "" for cell in _merging(slot)}}


def _numbered(form: Form, slot: TableSlot, rows: list[dict[str, str]]) -> list[FilledRow]:
    number = _NUMBERS[form.row_style(slot.block)]
    section = slot.section.number or ""
    for index, row in enumerate(rows, 1):
        row["number"] = number(section, index)
    for cell in _merging(slot):
        _merge(cell, rows)
    return list(rows)


def _merging(slot: TableSlot) -> list[ColumnSlot]:
    return [cell for cell in slot.cells if cell.column.merge]


def _merge_key(cell: ColumnSlot) -> str:
    return f"{cell.key}|merge"


def _merge(cell: ColumnSlot, rows: list[dict[str, str]]) -> None:
    """Say of each row how its cell joins its neighbours; empty neighbours are never joined."""
    key, merge = cell.key, _merge_key(cell)
    words = [row[key] for row in rows]
    for index, row in enumerate(rows):
        above = index > 0 and bool(words[index]) and words[index] == words[index - 1]
        below = bool(words[index]) and words[index : index + 1] == words[index + 1 : index + 2]
        row[merge] = "continue" if above else "restart" if below else ""
        if above:
            row[key] = ""


def _marked(slot: Slot) -> FilledValue:
    if isinstance(slot, TextSlot):
        return DraftMark(MISSING)
    return [{**_empty(slot), slot.cells[0].key: DraftMark(MISSING)}]
