"""Words that are a number, as a number and the format that shows it in the same words."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from passportkit.workbook.number_formats import shown

_BLANKS = " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"
_AS_BLANKS = str.maketrans(dict.fromkeys(_BLANKS, " "))
_NUMBER = re.compile(
    rf"(?P<sign>-?)(?P<whole>\d{{1,3}}(?:[{_BLANKS}]\d{{3}})+|\d{{1,15}})"
    rf"(?:[.,](?P<fraction>\d{{1,6}}))?(?P<unit>(?:[{_BLANKS}]*[^\d\s\"{_BLANKS}][^\d\"]{{0,30}})?)"
)
_KNOWN = 15
"""How many digits of a number Excel keeps."""


class NumberCell(NamedTuple):
    """A number, and the code of the format that shows it."""

    number: Decimal
    code: str


def number_of(words: str) -> NumberCell | None:
    """Return the number that is shown in just these words, with its unit; None where none is."""
    found = _NUMBER.fullmatch(words)
    if found is None:
        return None
    whole, fraction = found["whole"], found["fraction"] or ""
    digits = re.sub(f"[{_BLANKS}]", "", whole)
    if len(digits + fraction) > _KNOWN:
        return None
    number = Decimal(f"{found['sign']}{digits}.{fraction or 0}")
    code = "#,##0" if digits != whole else "0"
    code += f".{'0' * len(fraction)}" if fraction else ""
    unit = found["unit"].translate(_AS_BLANKS)
    is_percent = unit.strip() == "%"
    cell = NumberCell(number / 100 if is_percent else number, code + _literal(unit))
    return cell if shown(*cell).words.translate(_AS_BLANKS) == words.translate(_AS_BLANKS) else None


def _literal(unit: str) -> str:
    if unit.strip() == "%":
        return unit.replace(" ", "\\ ")
    return f'"{unit}"' if unit else ""
