"""Cells and ranges by their names: «C7», «A1:C7»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from passportkit.integers import integer

_CELL = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")

T = TypeVar("T")


class Address(NamedTuple):
    """A row and a column, both from 1."""

    row: int
    column: int


class Area(NamedTuple):
    """A rectangle of cells, its ends among them."""

    first: Address
    last: Address

    def has(self, address: Address) -> bool:
        """Return whether a cell stands in it."""
        rows = self.first.row <= address.row <= self.last.row
        return rows and self.first.column <= address.column <= self.last.column


def count_of(said: str | None) -> int | None:
    """Return the number that a file counts something by, or None where it is none."""
    return integer(said)


def at_count(items: Sequence[T], said: str | None) -> T | None:
    """Return the item that a file names by its number, if there is one."""
    number = count_of(said)
    return items[number] if number is not None and number < len(items) else None


def address_of(name: str) -> Address | None:
    """Return the cell that a name means, or None."""
    found = _CELL.fullmatch(name)
    return Address(int(found[2]), _number(found[1])) if found else None


def area_of(name: str) -> Area | None:
    """Return the range, or the one cell, that a name means, or None."""
    first, _, last = name.partition(":")
    start, end = address_of(first), address_of(last or first)
    return Area(start, end) if start and end else None


def column_name(number: int) -> str:
    """Return the letters of a column."""
    letters = ""
    while number:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def cell_name(address: Address) -> str:
    """Return what a sheet calls a cell."""
    return f"{column_name(address.column)}{address.row}"


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
