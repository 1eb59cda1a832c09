"""A sheet as a reader sees it: the words of its cells, and what is to be told of the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from passportkit.language import Message, mark, say
from passportkit.workbook.cell_words import in_markup
from passportkit.workbook.number_formats import shown
from passportkit.workbook.references import Address, Area, area_of, cell_name, column_name
from passportkit.workbook.sheet_cells import SheetCell

_MOST = 10
"""How many cells, rows or columns are named in one sentence."""

_TALLEST = 1000
"""A cell that is merged over more rows than this is none of a table."""

_NO_VALUE = mark(
    "{cells}: a formula without its value; open the workbook in Excel, save it and import it again"
)
_ROUNDED = mark("{cells}: rounded, as the sheet shows it")
_STRUCK = mark("{cells}: struck out, and so not read")
_ERROR = mark("{cells}: an error in place of a value")


@dataclass(slots=True)
class Sheet:
    """The words of a sheet by their cells, without what is hidden, and its merged cells."""

    name: str
    words: dict[Address, str] = field(default_factory=dict)
    merges: list[Area] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[range] = field(default_factory=list)
    remarks: list[Message] = field(default_factory=list)

    def hides_column(self, column: int) -> bool:
        """Return whether a column is hidden."""
        return any(column in stretch for stretch in self.hidden_columns)


class Raw(NamedTuple):
    """A sheet as its file has it: its tree, its cells, and where those lead to."""

    name: str
    tree: Any
    cells: Mapping[Address, SheetCell]
    links: Mapping[Address, str]


def seen(raw: Raw, *, from_1904: bool) -> Sheet:
    """Return a sheet as it is seen."""
    name, tree, cells, links = raw
    sheet = Sheet(name, merges=_merges(tree))
    sheet.hidden_rows.update(_hidden_rows(tree))
    sheet.hidden_columns += _hidden_columns(tree)
    told: dict[str, list[Address]] = {}
    visible = {at: cell for at, cell in cells.items() if not _is_hidden(at, sheet)}
    for at, cell in visible.items():
        words, reasons = _read(cell, links.get(at), from_1904=from_1904)
        if words:
            sheet.words[at] = words
        for reason in reasons:
            told.setdefault(reason, []).append(at)
    sheet.remarks += _of_hidden(sheet, [at for at in cells if at not in visible])
    sheet.remarks += [say(reason, cells=_named(name, places)) for reason, places in told.items()]
    return sheet


def _is_hidden(at: Address, sheet: Sheet) -> bool:
    return at.row in sheet.hidden_rows or sheet.hides_column(at.column)


# --- words ----------------------------------------------------------------------------------


def _read(cell: SheetCell, link: str | None, *, from_1904: bool) -> tuple[str, Sequence[str]]:
    """Return the words of a cell, which may lead somewhere, and what is to be told of it."""
    if cell.formula or cell.error:
        return "", [_NO_VALUE if cell.formula else _ERROR]
    if cell.style.is_struck:
        return "", [_STRUCK]
    if cell.number is not None:
        number = shown(cell.number, cell.style.code, from_1904=from_1904)
        return in_markup(number.words), [_ROUNDED] if number.is_rounded else []
    return in_markup(cell.text.words, link), [_STRUCK] if cell.text.has_struck else []


# --- what is hidden, and what is merged --------------------------------------------------------


def _hidden_rows(tree: Any) -> Iterator[int]:
    for each in tree.iterfind("{*}sheetData/{*}row"):
        if each.get("hidden") in ("1", "true") and each.get("r", "").isdecimal():
            yield int(each.get("r"))


def _hidden_columns(tree: Any) -> Iterator[range]:
    for each in tree.iterfind("{*}cols/{*}col"):
        ends = each.get("min", ""), each.get("max", "")
        if each.get("hidden") in ("1", "true") and all(map(str.isdecimal, ends)):
            yield range(int(ends[0]), int(ends[1]) + 1)


def _of_hidden(sheet: Sheet, places: Iterable[Address]) -> Iterator[Message]:
    """Yield which rows and columns that have words are hidden."""
    places = list(places)
    rows = sorted({at.row for at in places if at.row in sheet.hidden_rows})
    columns = sorted({at.column for at in places if sheet.hides_column(at.column)})
    if rows:
        yield say(
            "“{sheet}”: hidden rows are not read: {rows}; show them if they belong there",
            sheet=sheet.name,
            rows=_few(list(map(str, rows))),
        )
    if columns:
        yield say(
            "“{sheet}”: hidden columns are not read: {columns}; show them if they belong there",
            sheet=sheet.name,
            columns=_few(list(map(column_name, columns))),
        )


def _named(sheet: str, places: Sequence[Address]) -> str:
    return _few([f"{sheet}!{cell_name(at)}" for at in places])


def _few(names: Sequence[str]) -> str:
    return ", ".join(names[:_MOST]) + ("…" if len(names) > _MOST else "")


def _merges(tree: Any) -> list[Area]:
    areas = (area_of(each.get("ref", "")) for each in tree.iterfind("{*}mergeCells/{*}mergeCell"))
    return [area for area in areas if area and area.last.row - area.first.row < _TALLEST]
