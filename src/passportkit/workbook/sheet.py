"""A sheet as a reader sees it: the words of its cells, and what is passed over."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, NamedTuple

from passportkit.documents.zipped import Spent
from passportkit.paper.model import PassedOver, PassedOverKind, Spot
from passportkit.text import plain
from passportkit.workbook.cell_words import in_markup
from passportkit.workbook.number_formats import GENERAL, shown
from passportkit.workbook.references import Address, Area, area_of, cell_name, column_name, count_of
from passportkit.workbook.sheet_cells import SheetCell

_TALLEST = 1000
"""A cell that is merged over more rows than this is none of a table."""


class PassedCell(NamedTuple):
    """What of a cell is not read, and why."""

    at: Address
    kind: PassedOverKind
    words: str


@dataclass(slots=True)
class SeenSheet:
    """The words of a sheet by their cells, without what is hidden, and its merged cells.

    `spots` is where cells stand in the document, once it is laid out; `hidden` what is passed over
    with rows and columns.
    """

    name: str
    words: dict[Address, str] = field(default_factory=dict)
    merges: list[Area] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[range] = field(default_factory=list)  # in order, with gaps between them
    passed: list[PassedCell] = field(default_factory=list)
    hidden: list[PassedOver] = field(default_factory=list)
    spots: dict[Address, Spot] = field(default_factory=dict)

    def hides(self, at: Address) -> bool:
        """Return whether a cell is hidden."""
        return at.row in self.hidden_rows or self.hides_column(at.column)

    def hides_column(self, column: int) -> bool:
        """Return whether a column is hidden."""
        return self.hides_columns(range(column, column + 1))

    def hides_columns(self, columns: range) -> bool:
        """Return whether all of these columns are hidden."""
        at = bisect_right(self.hidden_columns, columns.start, key=lambda stretch: stretch.start)
        return not columns or (at > 0 and columns.stop <= self.hidden_columns[at - 1].stop)

    def passed_over(self) -> Iterator[PassedOver]:
        """Yield what of its cells is not read, each with its place."""
        for at, kind, words in self.passed:
            yield PassedOver(kind, words, self.called(cell_name(at)), spot=self.spots.get(at))
        yield from self.hidden

    def called(self, place: str) -> str:
        """Return what a formula of another sheet calls a place of this one."""
        return f"{self.name}!{place}"


class Raw(NamedTuple):
    """A sheet as its file has it: its tree, its cells, and where those lead to.

    What they say is counted in `spent`: they refer to texts, which many may have in common.
    """

    name: str
    tree: Any
    cells: Mapping[Address, SheetCell]
    links: Mapping[Address, str]
    spent: Spent


def seen(raw: Raw, *, from_1904: bool) -> SeenSheet:
    """Return a sheet as it is seen."""
    name, tree, cells, links, spent = raw
    sheet = SeenSheet(name, merges=_merges(tree))
    sheet.hidden_rows.update(_hidden_rows(tree))
    sheet.hidden_columns += _hidden_columns(tree)
    hidden: dict[Address, str] = {}
    for at, cell in cells.items():
        link = links.get(at)
        spent.add_words(cell.length + len(link or ""))
        words, others = _read(at, cell, link, from_1904=from_1904)
        if others:
            spent.add_words(len(others) * len(name))
        if sheet.hides(at):
            hidden[at] = words
            continue
        if words:
            sheet.words[at] = words
        sheet.passed += others
    sheet.hidden += _of_hidden(sheet, hidden)
    return sheet


def unseen(raw: Raw, *, from_1904: bool) -> SeenSheet:
    """Return a sheet that is hidden: all its words are passed over."""
    raw.spent.add_words(sum(cell.length for cell in raw.cells.values()))
    cells = {at: _read(at, cell, None, from_1904=from_1904)[0] for at, cell in raw.cells.items()}
    hidden = [PassedOver("hidden", _in_lines(cells), raw.name)] if cells else []
    return SeenSheet(raw.name, hidden=hidden)


# --- words ----------------------------------------------------------------------------------


def _read(
    at: Address, cell: SheetCell, link: str | None, *, from_1904: bool
) -> tuple[str, list[PassedCell]]:
    """Return the words of a cell, which may lead somewhere, and what of it is passed over."""
    if cell.formula:
        return "", [PassedCell(at, "uncomputed", f"={cell.formula}")]
    if cell.error:
        return "", [PassedCell(at, "error", cell.error)]
    words, exact = cell.text.words, ""
    if cell.number is not None:
        number = shown(cell.number, cell.style.code, from_1904=from_1904)
        words, exact = number.words, number.is_rounded * shown(cell.number, GENERAL).words
    if cell.style.is_struck:
        return "", [PassedCell(at, "struck", words)]
    others = [PassedCell(at, "rounded", exact)] if exact else []
    if cell.text.struck:
        others.append(PassedCell(at, "struck", cell.text.struck))
    return in_markup(words, link), others


# --- what is hidden, and what is merged --------------------------------------------------------


def _hidden_rows(tree: Any) -> Iterator[int]:
    for each in tree.iterfind("{*}sheetData/{*}row"):
        number = count_of(each.get("r"))
        if each.get("hidden") in ("1", "true") and number is not None:
            yield number


def _hidden_columns(tree: Any) -> list[range]:
    """Return the stretches of hidden columns, in order and with gaps between them."""
    found: list[range] = []
    for first, behind in sorted(_hidden_stretches(tree)):
        if found and first <= found[-1].stop:
            found[-1] = range(found[-1].start, max(found[-1].stop, behind))
        else:
            found.append(range(first, behind))
    return found


def _hidden_stretches(tree: Any) -> Iterator[tuple[int, int]]:
    for each in tree.iterfind("{*}cols/{*}col"):
        first, last = count_of(each.get("min")), count_of(each.get("max"))
        if each.get("hidden") in ("1", "true") and first is not None and last is not None:
            yield first, last + 1


def _of_hidden(sheet: SeenSheet, cells: Mapping[Address, str]) -> Iterator[PassedOver]:
    """Yield the words of hidden rows and columns, each stretch of them in one."""
    in_rows = {at: text for at, text in cells.items() if at.row in sheet.hidden_rows}
    in_columns = {at: text for at, text in cells.items() if at.row not in sheet.hidden_rows}
    for stretch, words in _stretches(in_rows, lambda at: at.row):
        yield PassedOver("hidden", _in_lines(words), sheet.called(_between(stretch, str)))
    for stretch, words in _stretches(in_columns, lambda at: at.column):
        yield PassedOver("hidden", _in_lines(words), sheet.called(_between(stretch, column_name)))


def _stretches(
    cells: Mapping[Address, str], number: Callable[[Address], int]
) -> Iterator[tuple[range, Mapping[Address, str]]]:
    """Yield the stretches of numbers that follow one another, each with its cells."""
    last, inner = None, dict[Address, str]()
    for at in sorted(cells, key=number):
        if last is not None and number(at) > last + 1:
            yield _stretch(inner, number), inner
            inner = {}
        last = number(at)
        inner[at] = cells[at]
    if inner:
        yield _stretch(inner, number), inner


def _stretch(cells: Iterable[Address], number: Callable[[Address], int]) -> range:
    numbers = [number(at) for at in cells]
    return range(numbers[0], numbers[-1] + 1)


def _between(stretch: range, name: Callable[[int], str]) -> str:
    return f"{name(stretch[0])}:{name(stretch[-1])}"


def _in_lines(cells: Mapping[Address, str]) -> str:
    """Return the words of cells in plain words, a line for each row."""
    filled = sorted((at, plain(words)) for at, words in cells.items() if words)
    rows = groupby(filled, key=lambda each: each[0].row)
    return "\n".join(" – ".join(words for _, words in row) for _, row in rows)


def _merges(tree: Any) -> list[Area]:
    areas = (area_of(each.get("ref", "")) for each in tree.iterfind("{*}mergeCells/{*}mergeCell"))
    return [area for area in areas if area and area.last.row - area.first.row < _TALLEST]
