"""Places that somebody has emptied by a sign: a dash, a line to write on, «(заполнить)».

The signs that a document of this program was made of are an author's, and remain.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from passportkit.intake.empty_words import is_nothing, repeats_above
from passportkit.intake.extraction import Extraction, Furniture, FurnitureKind, Left, PlacedWords
from passportkit.intake.landmarks import landmarks_of, shaped_of
from passportkit.intake.position import BEFORE, Position
from passportkit.intake.row_place import RowPlace
from passportkit.intake.witness import was_said
from passportkit.language import Message
from passportkit.stamp import Stamp, hash_of_row, hashes_of
from passportkit.text import plain

_LONGEST = 60
"""A sign of an empty place is no longer than this, in characters."""


class _Sign(NamedTuple):
    """A sign in a cell: the key of its column, its words, and its row, counted from 1."""

    key: str
    text: str
    row: int


class _ReadTable(NamedTuple):
    """A table as it was read, and the hashes of what it was made of: of rows, of cells by column.

    `above` holds the words that a sign in the next row may repeat.
    """

    found: Extraction
    key: str
    rows: Collection[str]
    cells: Mapping[str, Collection[str]]
    above: dict[str, str]


def empty_by_signs(found: Extraction, stamp: Stamp | None) -> None:
    """Empty the places of what was found that have a sign of nothing, or the words above it.

    A sign for a figure above it, and a row of nothing else, are left.
    """
    values = dict(found.values)
    for key, value in found.values.items():
        made_of = stamp.hashes.get(key, ()) if stamp else ()
        if isinstance(value, str):
            if value and _is_empty(value) and not was_said(value, made_of):
                values[key] = ""
                here = [each for each in found.placed_words if (each.table, each.key) == ("", key)]
                _pass_over(found, here)
        elif stamp and value and hashes_of(value) != list(made_of):
            cells = _cells_of(value[0], stamp.cells.get(key, ()))
            if cells or not made_of:  # an older document does not say whose signs they are
                table = _ReadTable(found, key, {*made_of}, cells, {})
                values[key] = [_settled(table, row, n) for n, row in enumerate(value, 1)]
    found.values = values


def _is_empty(text: str) -> bool:
    return len(text) < _LONGEST and is_nothing(plain(text))


def _repeats(text: str) -> bool:
    return len(text) < _LONGEST and repeats_above(plain(text))


def _cells_of(row: Mapping[str, str], hashes: Sequence[str]) -> Mapping[str, Collection[str]]:
    return {key: {*hashes[n :: len(row)]} for n, key in enumerate(row)} if hashes else {}


def _settled(table: _ReadTable, row: Mapping[str, str], number: int) -> dict[str, str]:
    """Return a row without the signs that nobody had written there before."""
    settled = dict(row)
    if hash_of_row(row.values()) not in table.rows:
        signs = [*_signs(table, row, number)]
        is_said = len(signs) < sum(map(bool, row.values()))
        for sign in signs:
            settled[sign.key] = _meant(table, sign, is_said=is_said)
    table.above.update(settled)
    return settled


def _signs(table: _ReadTable, row: Mapping[str, str], number: int) -> Iterator[_Sign]:
    for key, text in row.items():
        is_sign = bool(text) and (_is_empty(text) or _repeats(text))
        if is_sign and not was_said(text, table.cells.get(key, ())):
            yield _Sign(key, text, number)


def _meant(table: _ReadTable, sign: _Sign, *, is_said: bool) -> str:
    """Return what a sign in a cell stands for; `is_said`: its row says anything else."""
    found, above = table.found, table.above.get(sign.key, "")
    placed = _placed(table, sign)
    if not _repeats(sign.text):
        _pass_over(found, placed)
    elif is_said and above and sign.key not in shaped_of(found.form):
        _pass_over(found, placed, "repetition")
        return above
    else:
        found.placed_words = [each for each in found.placed_words if each not in placed]
        found.placed -= 1
        found.left.append(Left(RowPlace(_origin(table), sign.row).words, sign.text))
    return ""


def _placed(table: _ReadTable, sign: _Sign) -> Sequence[PlacedWords]:
    same = [
        each
        for each in table.found.placed_words
        if (each.table, each.key) == (table.key, sign.key) and each.text == sign.text
    ]
    return sorted(same, key=lambda each: each.row != sign.row)[:1]


def _pass_over(
    found: Extraction, placed: Sequence[PlacedWords], kind: FurnitureKind = "blank"
) -> None:
    for each in placed:
        found.placed_words.remove(each)
        found.furniture.append(Furniture(kind, each.text))


def _origin(table: _ReadTable) -> Message:
    for heading in landmarks_of(table.found.form).all:
        if any(block.key == table.key for block in heading.blocks):
            return Position(heading).origin
    return BEFORE
