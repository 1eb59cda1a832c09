"""Tables as the forms have them: of fixed widths, most with borders, one paragraph in each cell."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table, _Cell, _Row

from passportkit.layout.measures import PADDING
from passportkit.word.package.names import TBL_PR, TC_PR

Container = Document | _Cell

_BORDERS = ("top", "left", "bottom", "right", "insideH", "insideV")
_MARGINS = (("top", 28), ("left", PADDING), ("bottom", 28), ("right", PADDING))


def add_table(container: Container, widths: Sequence[int], *, is_bare: bool = False) -> Table:
    """Add an empty table whose columns have these widths, in twentieths of a point.

    A bare one has no borders.
    """
    table: Table = container.add_table(0, len(widths))
    properties = table._tbl.tblPr
    properties.clear()
    _set(properties, "tblW", TBL_PR, w=sum(widths), type="dxa")
    if not is_bare:
        borders = _set(properties, "tblBorders", TBL_PR)
        for side in _BORDERS:
            _set(borders, side, _BORDERS, val="single", sz=4, space=0, color="auto")
    _set(properties, "tblLayout", TBL_PR, type="fixed")
    margins = _set(properties, "tblCellMar", TBL_PR)
    for side, width in _MARGINS:
        _set(margins, side, [name for name, _width in _MARGINS], w=width, type="dxa")
    for column, width in zip(table._tbl.tblGrid, widths, strict=True):
        column.set(qn("w:w"), str(width))
    return table


def add_row(
    table: Table, widths: Sequence[int], spans: Sequence[int], *, is_head: bool
) -> list[_Cell]:
    """Add a row, and return its cells, each over as many of the columns as `spans` says.

    A head stands again on each page, and is not split.
    """
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]  # python-docx has no types here
    cells = list(row.cells)[: len(spans)]
    for extra in row._tr.tc_lst[len(spans) :]:
        row._tr.remove(extra)
    rest = iter(widths)
    for cell, span in zip(cells, spans, strict=True):
        _size(cell, sum(islice(rest, span)), span)
    if is_head:
        _head_pages(row)
    return cells


def _size(cell: _Cell, width: int, span: int) -> None:
    properties: Any = cell._tc.get_or_add_tcPr()
    _set(properties, "tcW", TC_PR, w=width, type="dxa")
    if span > 1:
        _set(properties, "gridSpan", TC_PR, val=span)


def _head_pages(row: _Row) -> None:
    properties = row._tr.get_or_add_trPr()
    for name in ("cantSplit", "tblHeader"):
        properties.append(OxmlElement(f"w:{name}"))


def _set(parent: Any, name: str, order: Sequence[str], **attributes: object) -> Any:
    """Put a child at the place that the schema's `order` gives it, in place of one there is."""
    for old in parent.findall(qn(f"w:{name}")):
        parent.remove(old)
    child = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        child.set(qn(f"w:{key}"), str(value))
    later = {qn(f"w:{each}") for each in order[order.index(name) + 1 :]}
    for index, sibling in enumerate(parent):
        if sibling.tag in later:
            parent.insert(index, child)
            return child
    parent.append(child)
    return child
