"""The cells of a sheet as the file has them: a number, a text, or a formula with its last value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any, NamedTuple

from passportkit.workbook.cell_styles import CellStyle
from passportkit.workbook.references import Address, Area, address_of, area_of, at_count, count_of
from passportkit.workbook.strings import CellText, text_in, words_of

_TRUTHS = {"0": "ЛОЖЬ", "1": "ИСТИНА"}
_POWERS = 308
"""By how many powers of ten the numbers of a sheet are greater or less than one, at most."""

_MOST = 400
"""How many cells a plain sum may be over to be worked out here."""

_SUM = re.compile(r"SUM\((\$?[A-Z]+\$?\d+:\$?[A-Z]+\$?\d+)\)", re.IGNORECASE)


class SheetCell(NamedTuple):
    """What a cell says: `number`, else `text`; `error` is the sign of a value that is none.

    `formula` is there where no value of it was kept.
    """

    style: CellStyle
    text: CellText = CellText("")
    number: Decimal | None = None
    formula: str = ""
    error: str = ""

    @property
    def length(self) -> int:
        """How many characters its texts have."""
        return len(self.text.words) + len(self.text.struck)

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing at all."""
        nothing = self.number is None and not (self.formula or self.error)
        return nothing and not (self.text.words.strip() or self.text.struck)


class CellReader:
    """Reads the cells of sheets, which refer to texts and styles of the workbook."""

    def __init__(self, strings: list[CellText], styles: list[CellStyle]) -> None:
        self._strings = strings
        self._styles = styles

    def cells(self, sheet: Any) -> dict[Address, SheetCell]:
        """Return the cells of a sheet that say something, or should."""
        found = {address: self._cell(element) for address, element in _elements(sheet)}
        filled = {address: cell for address, cell in found.items() if not cell.is_empty}
        return {address: _summed(cell, filled) for address, cell in filled.items()}

    def _cell(self, element: Any) -> SheetCell:
        style = at_count(self._styles, element.get("s", "")) or CellStyle()
        value, kind = element.findtext("{*}v"), element.get("t", "n")
        formula = element.findtext("{*}f")
        # a formula that gives no words has a value, which is an empty text
        if element.find("{*}f") is not None and not value and kind != "str":
            return SheetCell(style, formula=formula or "…")
        if kind == "e":
            return SheetCell(style, error=value or "#N/A")
        if kind == "n" and value:
            return _numeric(style, value)
        return SheetCell(style, self._text(element, kind, value or ""))

    def _text(self, element: Any, kind: str, value: str) -> CellText:
        if kind == "s":
            return at_count(self._strings, value) or CellText("")
        if kind == "inlineStr":
            inline = element.find("{*}is")
            return CellText("") if inline is None else text_in(inline)
        if kind == "d":
            return CellText(_day(value))
        return CellText(words_of(_TRUTHS.get(value, value) if kind == "b" else value))


def _elements(sheet: Any) -> Iterator[tuple[Address, Any]]:
    """Yield the elements of cells with their addresses, which may follow from the ones before."""
    row = 0
    for line in sheet.iterfind("{*}sheetData/{*}row"):
        number = count_of(line.get("r"))
        row = row + 1 if number is None else number
        column = 0
        for element in line.iterfind("{*}c"):
            named = address_of(element.get("r", ""))
            column = named.column if named else column + 1
            yield Address(row, column), element


def _numeric(style: CellStyle, value: str) -> SheetCell:
    try:
        number = Decimal(value)
    except InvalidOperation:
        return SheetCell(style, CellText(words_of(value)))
    is_one = number.is_finite() and abs(number.adjusted()) <= _POWERS
    return SheetCell(style, number=number) if is_one else SheetCell(style, error=value)


def _day(value: str) -> str:
    try:
        return f"{datetime.fromisoformat(value):%d.%m.%Y}"
    except ValueError:
        return value


def _summed(cell: SheetCell, cells: Mapping[Address, SheetCell]) -> SheetCell:
    """Return a formula that is a plain sum with its value: programs write it without one."""
    found = _SUM.fullmatch(cell.formula.strip())
    area = area_of(found[1].upper()) if found else None
    numbers = None if area is None else _numbers(area, cells)
    return cell if numbers is None else cell._replace(number=sum(numbers, Decimal(0)), formula="")


def _numbers(area: Area, cells: Mapping[Address, SheetCell]) -> list[Decimal] | None:
    """Return the numbers of a stretch of cells; None where there is anything else among them."""
    size = (area.last.row - area.first.row + 1) * (area.last.column - area.first.column + 1)
    if not 0 < size <= _MOST:
        return None
    places = (
        Address(row, column)
        for row in range(area.first.row, area.last.row + 1)
        for column in range(area.first.column, area.last.column + 1)
    )
    within = [cells[place] for place in places if place in cells]
    numbers = [cell.number for cell in within if cell.number is not None]
    return numbers if len(numbers) == len(within) else None
