"""Tables written into a new workbook, each on a sheet of its own: words, and numbers to count with.

openpyxl writes it, which not everybody has: whoever exports nothing does without.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from passportkit.errors import CannotGoOn
from passportkit.language import say
from passportkit.workbook.number_cells import NumberCell
from passportkit.workbook.number_formats import ROUBLES, shown
from passportkit.workbook.references import Address, cell_name

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_LONGEST_NAME = 31
_LONGEST_TEXT = 32_767
"""How many characters Excel lets the name of a sheet, and a cell, have."""

_NARROWEST, _WIDEST = 12, 60
_WRAPPED = 1.2
"""Columns in characters; how much more than its digits a number needs."""

_MODIFIED = re.compile(rb"(?<=dcterms:W3CDTF\">)[^<]+(?=</dcterms:modified>)")
_UNFIT = re.compile(r"[\[\]:*?/\\]")
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - the same file from the same practice, on any day


CellValue = str | NumberCell


class TableSheet(NamedTuple):
    """A table for a sheet: its name, its heads, and its rows."""

    name: str
    heads: Sequence[str]
    rows: Sequence[Sequence[CellValue]]
    total: TotalRow | None = None


class TotalRow(NamedTuple):
    """The last row of a table: its label, and what stands in one of its columns.

    `value` is None where Excel shall add the column up.
    """

    label: str
    column: int
    value: CellValue | None


def write_workbook(sheets: Sequence[TableSheet]) -> bytes:
    """Return a workbook with these sheets; the same sheets give the same bytes.

    Raises `CannotGoOn` where openpyxl is not installed, or a text is too long for a cell.
    """
    try:
        from openpyxl import Workbook
    except ImportError:
        raise CannotGoOn(_LACKING) from None
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, sheet in zip(_names(sheets), sheets, strict=True):
        _fill(workbook.create_sheet(name), sheet)
    workbook.properties.creator = "passportkit"
    workbook.properties.created = _MADE
    stream = BytesIO()
    workbook.save(stream)
    return _timeless(stream)


def _timeless(stream: BytesIO) -> bytes:
    """Return a package as if all of it had been made at one moment, whenever that was."""
    made = BytesIO()
    with ZipFile(stream) as written, ZipFile(made, "w", ZIP_DEFLATED) as package:
        for name in written.namelist():
            content = written.read(name)
            if name == "docProps/core.xml":
                content = _MODIFIED.sub(_MADE.strftime("%Y-%m-%dT%H:%M:%SZ").encode(), content)
            package.writestr(ZipInfo(name, _MADE.timetuple()[:6]), content, ZIP_DEFLATED)
    return made.getvalue()


_LACKING = say(
    "workbooks are written with `openpyxl`, which is not installed: `pip install "
    '"passportkit[excel]"`'
)


def _names(sheets: Sequence[TableSheet]) -> Iterator[str]:
    """Yield names that Excel takes, each once, whatever their capitals."""
    taken: set[str] = set()
    for sheet in sheets:
        words = _UNFIT.sub(" ", sheet.name).strip(" '")
        name, count = words[:_LONGEST_NAME], 1
        while name.lower() in taken:
            count += 1
            end = f" {count}"
            name = words[: _LONGEST_NAME - len(end)] + end
        taken.add(name.lower())
        yield name


def _fill(worksheet: Worksheet, sheet: TableSheet) -> None:
    for column, head in enumerate(sheet.heads):
        _set_head(worksheet.cell(1, column + 1), head)
    for row, cells in enumerate(sheet.rows, 2):
        for column, words in enumerate(cells):
            _set(worksheet.cell(row, column + 1), words)
    if sheet.total:
        _add_total(worksheet, len(sheet.rows) + 2, sheet.total)
    worksheet.freeze_panes = "A2"
    for column in range(len(sheet.heads)):
        letters = cell_name(Address(1, column + 1)).rstrip("1")
        worksheet.column_dimensions[letters].width = _width(sheet, column)


def _width(sheet: TableSheet, column: int) -> float:
    texts = [sheet.heads[column], *(_words(row[column]) for row in sheet.rows)]
    longest = max(len(line) for text in texts for line in text.split("\n"))
    return min(max(longest * _WRAPPED, _NARROWEST), _WIDEST)


def _words(value: CellValue) -> str:
    return value if isinstance(value, str) else shown(*value).words


def _set_head(cell: Cell, words: str) -> None:
    _set(cell, words)
    _embolden(cell)


def _embolden(cell: Cell) -> None:
    from openpyxl.styles import Font

    cell.font = Font(name=cell.font.name, size=cell.font.size, bold=True)


def _set(cell: Cell, value: CellValue) -> None:
    """Put a number into a cell, or words, which are never a formula."""
    from openpyxl.styles import Alignment

    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if not isinstance(value, str):
        cell.value, cell.number_format = value
    elif value:
        _set_text(cell, value)


def _set_text(cell: Cell, words: str) -> None:
    if len(words) > _LONGEST_TEXT:
        raise CannotGoOn(
            say(
                "a text is too long for a cell of Excel: it has {n} characters, and {most} are "
                "possible: “{words}…”",
                n=len(words),
                most=_LONGEST_TEXT,
                words=words[:40],
            )
        )
    cell.value = _ESCAPE.sub("_x005F_", words)
    cell.data_type = "s"  # openpyxl would take `=` for the beginning of a formula
    cell.quotePrefix = words[:1] in tuple("=+-@")  # and so would Excel, once somebody edits it


def _add_total(worksheet: Worksheet, row: int, total: TotalRow) -> None:
    _set_head(worksheet.cell(row, 1), total.label)
    cell: Any = worksheet.cell(row, total.column + 1)
    if total.value is None:
        ends = (cell_name(Address(at, total.column + 1)) for at in (2, row - 1))
        _set(cell, NumberCell(Decimal(0), ROUBLES))
        cell.value = f"=SUM({':'.join(ends)})"
    else:
        _set(cell, total.value)
    _embolden(cell)
