"""A form filled with words by which each of its places is known again, whoever reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import count
from typing import Any

from passportkit.forms.bind import filled_with
from passportkit.forms.filled import Filled, FormValues
from passportkit.forms.model import Form
from passportkit.forms.shows import Show
from passportkit.forms.slots import Slot, TableSlot, TextSlot, slots_of

_ROWS = 3
_FIRST = 101
"""The number of the first words: of as many digits as the last, so that none begin as others do."""

MADE_UP = _WORD, _CORRECTED = "Образец", "Правка"
"""What the words of a sample begin with: as it was made, and where somebody has corrected it."""

_SampleRow = Mapping[str, str]


def sample_of(form: Form) -> FormValues:
    """Return words for every place of a form, none of them twice.

    Texts have two paragraphs and a list, tables a few rows; in a column that merges equal
    neighbours, two are equal.
    """
    one = partial(next, (f"{_WORD} {number}" for number in count(_FIRST)))
    return {slot.key: _sample(slot, one) for slot in slots_of(form)}


def _sample(slot: Slot, one: Callable[[], str]) -> str | Sequence[_SampleRow]:
    if isinstance(slot, TextSlot):
        is_line = not slot.is_written or slot.fields == [("title",)]
        if is_line or not _takes_all(slot.show):
            return slot.show.view.sample(one())
        return f"{one()}, начало.\n{one()}, дальше:\n- {one()};\n- {one()}."
    rows = [
        {cell.key: cell.show.view.sample(one()) for cell in slot.cells}
        for _ in range(_ROWS if slot.block.rows else 1)
    ]
    if _takes_all(slot.cells[-1].show):
        rows[-1][slot.cells[-1].key] += f"\n- {one()}\n- {one()}"
    return [*_joined(slot, rows)]


def _takes_all(show: Show) -> bool:
    """Whether a place can show any words there are."""
    return show.view.sample is str


def _joined(slot: TableSlot, rows: Sequence[_SampleRow]) -> Iterator[_SampleRow]:
    """Yield rows of which the first two are equal in the columns that merge."""
    merging = [cell.key for cell in slot.cells if cell.column.merge]
    yield rows[0]
    for number, row in enumerate(rows[1:], 1):
        yield {**row, **{key: rows[0][key] for key in merging if number == 1}}


def corrected(says: FormValues, *, which: int) -> FormValues:
    """Return the words of a sample half of which somebody has corrected: of two halves, one."""
    return {
        key: _corrected_text(said, which + place)
        if isinstance(said, str)
        else [
            {
                column: _corrected_text(words, which + row + at)
                for at, (column, words) in enumerate(cells.items())
            }
            for row, cells in enumerate(said)
        ]
        for place, (key, said) in enumerate(says.items())
    }


def _corrected_text(words: str, turn: int) -> str:
    return words if turn % 2 else words.replace(_WORD, _CORRECTED, 1)


def others(said: Any, number: int) -> Any:
    """Return data of a sample in words that no place of it has."""
    if isinstance(said, Mapping):
        return {key: others(each, number) for key, each in said.items()}
    if isinstance(said, list):
        return [others(each, number) for each in said]
    return said.replace(_WORD, f"{_WORD} {number}") if isinstance(said, str) else said


def filled_sample(form: Form, says: FormValues, *, made_of: FormValues) -> Filled:
    """Return a form filled with words, in a document that was made of others."""
    stamp = filled_with(form, _WORD, made_of).stamp
    return filled_with(form, _WORD, says)._replace(stamp=stamp)
