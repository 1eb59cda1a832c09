"""How cells look, as far as it says what they mean: formats of numbers, and words struck out."""

from __future__ import annotations

from typing import Any, NamedTuple

from passportkit.workbook.number_formats import CODES, GENERAL
from passportkit.workbook.package import Book
from passportkit.workbook.references import at_count
from passportkit.workbook.strings import is_on

_LONGEST_CODE = 255
"""Characters of a format code, at most: Excel knows no more, and each cell goes through it."""


class CellStyle(NamedTuple):
    """The format code of a cell's number, and whether its words are struck out."""

    code: str = GENERAL
    is_struck: bool = False


def styles_of(package: Book) -> list[CellStyle]:
    """Return the styles that cells refer to by their number."""
    part = package.one(package.main, "styles")
    if part is None:
        return []
    tree = package.tree(part)
    custom = {each.get("numFmtId"): each.get("formatCode", "") for each in tree.iter("{*}numFmt")}
    codes = {**CODES, **custom}
    struck = [is_on(font.find("{*}strike")) for font in tree.iterfind("{*}fonts/{*}font")]
    return [_style(each, codes, struck) for each in tree.iterfind("{*}cellXfs/{*}xf")]


def _style(element: Any, codes: dict[str | None, str], struck: list[bool]) -> CellStyle:
    is_struck = at_count(struck, element.get("fontId")) or False
    code = codes.get(element.get("numFmtId"), GENERAL)
    return CellStyle(code if 0 < len(code) <= _LONGEST_CODE else GENERAL, is_struck)
