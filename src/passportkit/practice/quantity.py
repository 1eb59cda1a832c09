"""Quantities: «125», «40,0 %», «более 100», «с 17 до 19», «5 чел.»."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from passportkit.practice.words import BLANKS, LONGEST, ValueWords
from passportkit.text.pattern import pattern

NUMBER = rf"\d{{1,3}}(?:[{BLANKS}]\d{{3}})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
"""A number as people type it: digits, classes of three set off by a blank, a decimal comma."""

_QUALIFIERS = {
    "более": ">",
    "больше": ">",
    "свыше": ">",
    "не менее": "≥",
    "от": "≥",
    "менее": "<",
    "меньше": "<",
    "не более": "≤",
    "до": "≤",
    "около": "≈",
    "порядка": "≈",
    "примерно": "≈",
    "в среднем": "≈",
}
_QUALIFIER = "|".join(sorted(_QUALIFIERS, key=len, reverse=True))
_QUANTITY = pattern(
    rf"(?:(?P<qualifier>{_QUALIFIER})[{BLANKS}]+)?(?P<number>[-+−]?(?:{NUMBER}))"
    rf"(?:[{BLANKS}]*(?P<unit>[^\d\s–—-][^\d;:]*))?",
    re.IGNORECASE,
)
_CHANGE = pattern(
    rf"с[{BLANKS}]+(?P<first>{NUMBER})[{BLANKS}]*%?[{BLANKS}]*до[{BLANKS}]+(?P<last>{NUMBER})"
    rf"(?:[{BLANKS}]*(?P<unit>[^\d\s–—-][^\d;:]*))?",
    re.IGNORECASE,
)


def decimal(text: str) -> Decimal:
    """Return the number that `text`, which matches `NUMBER`, says."""
    for blank in BLANKS:
        text = text.replace(blank, "")
    return Decimal(text.replace(",", ".").replace("−", "-"))


class Measure(NamedTuple):
    """What a quantity says: from `first` to `last` (the same where it is one number).

    `qualifier` is one of `> ≥ < ≤ ≈`, or "" for an exact number. `unit` is as typed.
    """

    first: Decimal
    last: Decimal
    qualifier: str = ""
    unit: str = ""


class Quantity(ValueWords):
    """A quantity in the author's words."""

    @property
    def is_read(self) -> bool:
        """Whether the words say a number, with its unit at most."""
        return self.measure is not None

    @cached_property
    def measure(self) -> Measure | None:
        """What the words say, or None where they are no number with a unit."""
        if self.isdecimal() and self.isascii():  # most quantities are bare numbers
            number = Decimal(self)
            return Measure(number, number)
        if len(self) > LONGEST:
            return None
        if self[:1] in ("с", "С") and (change := _CHANGE.fullmatch(self)):
            ends = decimal(change["first"]), decimal(change["last"])
            return Measure(*ends, unit=(change["unit"] or "").strip())
        if found := _QUANTITY.fullmatch(self):
            number = decimal(found["number"])
            qualifier = _QUALIFIERS.get((found["qualifier"] or "").lower(), "")
            return Measure(number, number, qualifier, (found["unit"] or "").strip())
        return None
