"""The stamp of a document: of which form it is, and what stood in each field when it was made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple
from zlib import crc32


class Stamp(NamedTuple):
    """The form of a document, its version, and short hashes by the keys of the form.

    A text has one hash, a table one for each row with words. A blank form has none. `cells` has
    those of the cells of these rows, one after the other; older documents do not say them.
    """

    form: str
    version: int
    hashes: Mapping[str, Sequence[str]] = {}
    cells: Mapping[str, Sequence[str]] = {}


_BETWEEN = "\x1f"
"""Stands between the cells of a row; no canonical text has it."""


def hash_of(text: str) -> str:
    """Return the short hash of a text: eight hexadecimal digits."""
    return f"{crc32(text.encode()):08x}"


NO_WORDS = hash_of("")
"""The hash of a place without words."""


def hash_of_row(cells: Iterable[str]) -> str:
    """Return the short hash of a row, of all its cells in order."""
    return hash_of(_BETWEEN.join(cells))


def hashes_of(value: str | Sequence[Mapping[str, str]]) -> list[str]:
    """Return the hashes of what stands in one place: a text, or rows by column in their order.

    Rows without words have none.
    """
    if isinstance(value, str):
        return [hash_of(value)]
    rows = [_BETWEEN.join(row.values()) for row in value]
    return [hash_of(row) for row in rows if row.strip(_BETWEEN)]


def hashes_of_cells(rows: Sequence[Mapping[str, str]]) -> list[str]:
    """Return the hashes of all cells of the rows that have words."""
    return [hash_of(text) for row in rows if any(row.values()) for text in row.values()]
