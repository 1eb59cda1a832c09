"""Rows that others contain, 1.1 under 1, «в том числе»: their sums are in the one above."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from enum import Enum

from passportkit.intake.cells import CellWords
from passportkit.intake.gathered import RowWords
from passportkit.practice.money import Money

_part = re.compile(r"(\d{1,3}(?:\.\d{1,3})*)\.\d{1,3}[.)]?")
_numbered = re.compile(r"(\d{1,3}(?:\.\d{1,3})+|\d{1,3}(?=\\?[.)]))\\?[.)]?\s+")
_letter = re.compile(r"[а-яa-z]\\?[.)]")
_WITHIN = r"(?:в\s+том\s+числе|в\s*т\.?\s*ч\.?|из\s+(?:них|которых))"
_opens = re.compile(rf"(?:.*\W)?{_WITHIN}\W*", re.IGNORECASE | re.DOTALL)
_begins = re.compile(rf"{_WITHIN}\b|[–—•-]\s", re.IGNORECASE)


class Standing(Enum):
    """What a row is beside the one above it."""

    OF_ITS_OWN = 1
    PART = 2
    DOUBTFUL = 3
    """It is said to be a part, but the sum above is too small for it."""


class ContainedRows:
    """Which rows the last row that stands for itself contains.

    `sums` are the keys of sums that the table has; a row without a sum contains nothing but heads
    the rows below it. `number` is that of the row.
    """

    def __init__(self, first: str, sums: AbstractSet[str]) -> None:
        self._first = first
        self._sums = sums
        self.number = ""
        self._rest: Decimal | None = None
        self._is_open = False
        self.row: RowWords | None = None

    def begin(self, number: str, row: RowWords) -> None:
        """Take a row for one that may contain others."""
        self.number, self.row = number, row
        self._rest = self._amount(row)
        self._is_open = _opens.fullmatch(row[self._first].split("\n")[0]) is not None

    @property
    def is_headless(self) -> bool:
        """Whether the row has no sum of its own, though the table has sums."""
        return self.row is not None and bool(self._sums) and not self._has_sum(self.row)

    def standing(self, number: str, fields: RowWords) -> Standing:
        """Return what a row is beside this one; a part is counted."""
        if self.row is None:
            return Standing.OF_ITS_OWN
        if is_below(number, self.number):
            return Standing.PART
        words = fields[self._first]
        begins = _begins.match(words) and not _begins.match(self.row[self._first])
        if number or not (self._is_open or begins):
            return Standing.OF_ITS_OWN
        self._is_open = True
        return Standing.PART if self._counts(fields) else Standing.DOUBTFUL

    def _counts(self, fields: RowWords) -> bool:
        """Count a part; whatever is above the sum of the row is no part of it."""
        amount = self._amount(fields)
        if amount is None or self._rest is None:
            return True
        if amount > self._rest:
            return False
        self._rest -= amount
        self._is_open = self._rest > 0
        return True

    def _has_sum(self, row: RowWords) -> bool:
        return any(row.get(key) for key in self._sums)

    def _amount(self, row: RowWords) -> Decimal | None:
        amounts = [Money(row[key]).amount for key in self._sums if row.get(key)]
        return amounts[0] if len(amounts) == 1 else None


def is_below(number: str, above: str) -> bool:
    """Return whether a number is one below that of the row above: 1.1 below 1, or a letter."""
    if not above:
        return False
    part = _part.fullmatch(number)
    is_part = part is not None and f"{part[1]}.".startswith(f"{above}.")
    return is_part or _letter.fullmatch(number) is not None


def number_of(entries: Sequence[CellWords], item: str, *, has_column: bool) -> str:
    """Return the number of a row, in a cell of its own or before its words."""
    if not has_column:
        found = _numbered.match(item)
        return found[1] if found else ""
    number = entries[0].text.strip()
    return number if _letter.fullmatch(number) else number.rstrip(".)\\")


def is_letter(text: str) -> bool:
    """Whether words are a letter that numbers a row: «а)»."""
    return _letter.fullmatch(text) is not None
