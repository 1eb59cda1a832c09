"""The rows and cells of a table as Word keeps them, apart from what stands in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from passportkit.paper import Cell, Row
from passportkit.word.package.names import w
from passportkit.word.read.plain_words import unshown_words
from passportkit.word.read.wraps import (
    ALTERNATIVES,
    children_of,
    chosen,
    integer,
    is_on,
    shown,
    unshown,
)

ROW, CELL = w("tr"), w("tc")

_VAL, _ROW_PROPERTIES = w("val"), w("trPr")
CONTROL, _TAGGED = w("sdt"), w("customXml")
_HEAD, _DELETED, _BEFORE = w("tblHeader"), w("del"), w("gridBefore")
_SPAN, _MERGE, _MERGE_ASIDE, _CELL_DELETED = map(w, ("gridSpan", "vMerge", "hMerge", "cellDel"))
_PROPERTIES = frozenset(map(w, ("tblPr", "tblGrid", "tblPrEx", "trPr", "tcPr")))
_WIDEST = 63
"""Word has no more columns; who says more has other things in mind."""


class RowShape(NamedTuple):
    """What a row is: whether it heads pages, whether it was deleted, the columns before it."""

    is_head: bool = False
    is_deleted: bool = False
    before: int = 0


class CellShape(NamedTuple):
    """What a cell is: its width in columns, and how it joins the cells above and before it."""

    span: int = 1
    merge: str = ""
    continues_aside: bool = False
    is_deleted: bool = False


def members(children: Iterable[Any], tag: str) -> Iterator[tuple[Any, bool]]:
    """Yield the rows among the children of a table, or the cells of a row, out of what wraps them.

    With each, whether it holds only the words by which a content control asks for others. The
    controls around them are yielded, too, and what stands among them by mistake.
    """
    for child in children:
        if child.tag == tag:
            yield child, False
        elif child.tag == _TAGGED:
            yield from members(child, tag)
        elif child.tag == CONTROL:
            yield from _members_of_control(child, tag)
        elif child.tag == ALTERNATIVES and (content := chosen(child)) is not None:
            yield from members(content, tag)
            if unshown_words(child, content):
                yield child, False
        elif (len(child) or child.text) and child.tag not in _PROPERTIES:
            yield child, False


def _members_of_control(control: Any, tag: str) -> Iterator[tuple[Any, bool]]:
    yield control, False
    content = shown(control)
    prompts, others = unshown(control, content)
    for holder in (content, *prompts):
        for each, is_asking in members(holder, tag):
            yield each, is_asking or holder is not content
    for each in others:
        yield each, False


_USUAL_ROW = RowShape()


def row_shape(children: Sequence[Any]) -> RowShape:
    """Return what the properties of a row say, which stand among its children."""
    properties = next((each for each in children if each.tag == _ROW_PROPERTIES), None)
    if properties is None:
        return _USUAL_ROW
    is_head, is_deleted, before = False, False, 0
    for child in children_of(properties):
        tag = child.tag
        if tag == _HEAD:
            is_head = is_on(child)
        elif tag == _DELETED:
            is_deleted = True
        elif tag == _BEFORE:
            before = _count(child, 0)
    return RowShape(is_head, is_deleted, before)


def cell_shape(properties: Any) -> CellShape:
    """Return what the properties of a cell say."""
    span, merge, aside, deleted = 1, "", False, False
    for child in children_of(properties):
        tag = child.tag
        if tag == _SPAN:
            span = _count(child, 1)
        elif tag == _MERGE:
            merge = "restart" if child.get(_VAL) == "restart" else "continue"
        elif tag == _MERGE_ASIDE:
            aside = child.get(_VAL) != "restart"
        elif tag == _CELL_DELETED:
            deleted = True
    return CellShape(span, merge, aside, deleted)


def _count(element: Any, otherwise: int) -> int:
    return min(integer(element.get(_VAL), 0), _WIDEST) or otherwise


def settle_merges(rows: Sequence[Row]) -> None:
    """Let each stretch of merged cells begin with its first, and hold more than one.

    Word writes the beginning of a merge where none follows; deleted rows leave others without.
    """
    above: set[int] = set()
    for row in rows:
        for cell in row.cells:
            if cell.merge == "continue" and cell.column not in above:
                cell.merge = "restart"
        above = _columns(row.cells, "restart") | _columns(row.cells, "continue")
    below: set[int] = set()
    for row in reversed(rows):
        for cell in row.cells:
            if cell.merge == "restart" and cell.column not in below:
                cell.merge = ""
        below = _columns(row.cells, "continue")


def _columns(cells: Sequence[Cell], merge: str) -> set[int]:
    return {cell.column for cell in cells if cell.merge == merge}
