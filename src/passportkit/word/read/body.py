"""Reading a Word document: its paragraphs and tables, as a person sees them.

Changes that were tracked count as accepted, comments are left out, content controls and what else
wraps words is seen through. Each cell is read once, as it stands in the file.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from passportkit.documents.kinds import Identified
from passportkit.paper import Cell, Paper, Row, Table
from passportkit.word.package.names import w
from passportkit.word.package.opening import Package, open_package
from passportkit.word.package.stamping import stamp_in
from passportkit.word.read.flow import Flow, Typist
from passportkit.word.read.formulas import FORMULAS
from passportkit.word.read.numbers import PLAIN, Head, Numbers
from passportkit.word.read.phrases import Phrases
from passportkit.word.read.shapes import ParagraphShape, Shapes
from passportkit.word.read.style_sheet import StyleSheet
from passportkit.word.read.table_rows import (
    CELL,
    ROW,
    CellShape,
    RowShape,
    cell_shape,
    members,
    row_shape,
    settle_merges,
)
from passportkit.word.read.wraps import ALTERNATIVES, chosen, shown

_ROW_PROPERTIES, _CELL_PROPERTIES = w("trPr"), w("tcPr")


def read_document(
    content: bytes | Identified, placeholders: Collection[str] | None = None
) -> Paper:
    """Return what a DOCX says; raise `CannotGoOn` that says what is wrong with other bytes.

    Words in the style of draft marks and hints are dropped where they are among `placeholders`,
    which holds them with single blanks: people type their own words over a hint, and behind it.
    Without it, all are dropped.
    """
    package = open_package(content)
    stamp = stamp_in(package)
    typist = Typist(
        is_exact=bool(stamp and stamp.hashes),
        was_resaved=package.target(OUR_LINK) is None,
        placeholders=placeholders,
    )
    reader = _BodyReader(package, typist)
    flow = Flow()
    body = package.tree(package.document_name).find(w("body"))
    reader.read(() if body is None else body, flow)
    return Paper(flow.blocks, stamp, dict(reader.passed_over))


_CONTENTS = "toc "
"""How the styles of a table of contents begin."""

OUR_LINK = "rIdLink1"
"""The first link of a document of this program, until another one numbers them anew."""


class _BodyReader:
    """Reads the blocks of one document, in order: its lists are counted on the way."""

    def __init__(self, package: Package, typist: Typist) -> None:
        sheet = StyleSheet(_root_of(package, "styles"))
        self._shapes = Shapes(sheet)
        self._numbers = Numbers(_root_of(package, "numbering"), sheet)
        self._phrases = Phrases(package, sheet, is_exact=typist.is_exact)
        self._typist = typist
        self.passed_over = self._phrases.passed_over

    def read(self, element: Any, flow: Flow) -> None:
        """Add the blocks of an element to those of a flow, and end it."""
        self.walk(element, flow)
        self.end(flow)

    def walk(self, element: Any, flow: Flow) -> None:
        """Add the blocks of an element to those of a flow."""
        for child in element:
            if take := _BLOCKS.get(child.tag):
                take(self, child, flow)

    def end(self, flow: Flow) -> None:
        """Say what was waiting for the end of a flow."""
        if flow.carried:
            self._end_paragraph(flow)
        if flow.waiting:
            self._typist.settle(flow)

    def paragraph(self, element: Any, flow: Flow) -> None:
        """Add a paragraph, and behind it the text boxes that it holds."""
        properties, phrases = self._phrases.of(element)
        shape = self._shapes.usual if properties is None else self._shapes.of(properties)
        if flow.carried:
            phrases = [*flow.carried, *phrases]
            flow.carried = []
        if shape.goes_on:
            flow.carried = phrases
        else:
            head = self._head_of(shape) if shape.list or shape.indent else PLAIN
            if phrases and not shape.style.startswith(_CONTENTS):
                self._typist.add(phrases, shape, head, flow)
        if self._phrases.boxes:
            self._read_boxes(flow)

    def formula(self, element: Any, flow: Flow) -> None:
        """Add a formula that stands beside paragraphs as one."""
        if flow.carried:
            self._end_paragraph(flow)
        if phrases := self._phrases.of_formula(element):
            self._typist.add(phrases, self._shapes.usual, PLAIN, flow)

    def _head_of(self, shape: ParagraphShape) -> Head:
        if shape.list:
            return self._numbers.head_of(shape.list, shape.level)
        return Head(level=shape.indent) if self._typist.is_exact else PLAIN

    def _read_boxes(self, flow: Flow) -> None:
        boxes, self._phrases.boxes = self._phrases.boxes, []
        for box in boxes:
            inner = Flow()
            self.read(box, inner)
            flow.blocks += inner.blocks

    def _end_paragraph(self, flow: Flow) -> None:
        """Add a paragraph whose end was deleted, but that no other follows."""
        phrases, flow.carried = flow.carried, []
        self._typist.add(phrases, self._shapes.usual, PLAIN, flow)

    def table(self, element: Any, flow: Flow) -> None:
        """Add a table, unless all of it was deleted."""
        if flow.carried:
            self._end_paragraph(flow)
        rows: list[Row] = []
        for each, is_asking in members(element, ROW):
            self._add_row(each, rows, is_asking=is_asking)
        if any(cell.merge for row in rows for cell in row.cells):
            settle_merges(rows)
        if rows:
            flow.blocks.append(Table(rows))

    def _add_row(self, element: Any, rows: list[Row], *, is_asking: bool) -> None:
        properties = next(element.iterchildren(_ROW_PROPERTIES), None)
        shape = _USUAL_ROW if properties is None else row_shape(properties)
        if shape.is_deleted:
            return
        cells: list[Cell] = []
        column = shape.before
        for each, asks in members(element, CELL):
            column += self._add_cell(each, column, cells, is_asking=is_asking or asks)
        rows.append(Row(cells, shape.is_head))

    def _add_cell(self, element: Any, column: int, cells: list[Cell], *, is_asking: bool) -> int:
        """Add a cell to those of its row; return how many columns it takes."""
        shape = _USUAL_CELL
        flow = Flow(is_cell=True)
        for child in element.iterchildren(_CELL_PROPERTIES) if is_asking else element:
            tag = child.tag
            if tag == _CELL_PROPERTIES:
                shape = cell_shape(child)
                if shape.is_deleted:
                    return 0
            elif take := _BLOCKS.get(tag):
                take(self, child, flow)
        self.end(flow)
        if shape.continues_aside and cells:
            cells[-1].span += shape.span
            cells[-1].blocks += flow.blocks
        else:
            cells.append(Cell(flow.blocks, column, shape.span, shape.merge))
        return shape.span

    def control(self, element: Any, flow: Flow) -> None:
        """Add the blocks in a content control."""
        self.walk(shown(element), flow)

    def alternatives(self, element: Any, flow: Flow) -> None:
        """Add the one of several contents that is shown."""
        self.walk(chosen(element), flow)


_USUAL_ROW, _USUAL_CELL = RowShape(), CellShape()

_BLOCKS: dict[Any, Callable[[_BodyReader, Any, Flow], None]] = {
    w("p"): _BodyReader.paragraph,
    w("tbl"): _BodyReader.table,
    w("sdt"): _BodyReader.control,
    w("customXml"): _BodyReader.walk,
    w("ins"): _BodyReader.walk,
    w("moveTo"): _BodyReader.walk,
    ALTERNATIVES: _BodyReader.alternatives,
    **dict.fromkeys(FORMULAS, _BodyReader.formula),
}
"""What holds paragraphs and tables, apart from what was deleted or moved away."""


def _root_of(package: Package, kind: str) -> Any:
    """Return the root of the first part of a kind that the document refers to."""
    names = package.related(kind)
    return package.tree(names[0]) if names else None
