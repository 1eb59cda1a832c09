"""Reading a Word document: its paragraphs and tables, as a person sees them.

Changes that were tracked count as accepted, content controls and what else wraps words is seen
through. Each cell is read once, as it stands in the file. What stands beside the text, such as
comments, or cannot be read, is passed over, and said.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from passportkit.documents.kinds import Identified
from passportkit.paper import Cell, Paper, PaperBlock, Row, Table
from passportkit.paper.model import PassedOver, PassedOverKind, Spot, texts_of
from passportkit.text import plain
from passportkit.word.package.names import R, w
from passportkit.word.package.opening import Package, open_package
from passportkit.word.package.relations import file_name
from passportkit.word.package.stamping import stamp_in
from passportkit.word.read.chunks import CHUNK, Chunks
from passportkit.word.read.flow import Flow, Typist
from passportkit.word.read.formulas import DRAWN_FORMULA, FORMULAS
from passportkit.word.read.line_words import words_of
from passportkit.word.read.numbers import PLAIN, Head, Numbers
from passportkit.word.read.phrases import Phrases
from passportkit.word.read.plain_words import described, lines_in, unshown_words
from passportkit.word.read.shapes import ParagraphShape, Shapes
from passportkit.word.read.stray_parts import stray_parts
from passportkit.word.read.style_sheet import StyleSheet
from passportkit.word.read.table_rows import (
    CELL,
    CONTROL,
    ROW,
    CellShape,
    cell_shape,
    members,
    row_shape,
    settle_merges,
)
from passportkit.word.read.wraps import ALTERNATIVES, children_of, chosen, shown, unshown

_TABLE_PROPERTIES = w("tblPr")
_BODY, _CELL_PROPERTIES = w("body"), w("tcPr")


def read_document(
    content: bytes | Identified, placeholders: Collection[str] | None = None
) -> Paper:
    """Return what a DOCX says; raise `CannotGoOn` that says what is wrong with other bytes.

    Words in the style of draft marks and hints are dropped where they are among `placeholders`,
    which holds them with single blanks: people type their own words over a hint, and behind it.
    Without it, all are dropped.
    """
    return _read(content, placeholders)


def _read(
    content: bytes | Identified, placeholders: Collection[str] | None, depth: int = 0
) -> Paper:
    """Return what a DOCX says that lies within so many others."""
    package = open_package(content)
    stamp = stamp_in(package)
    typist = Typist(
        is_exact=bool(stamp and stamp.hashes),
        spent=package.spent,
        was_resaved=package.target(OUR_LINK) is None,
        placeholders=placeholders,
    )
    chunks = Chunks(package, lambda inner, depth: _read(inner, placeholders, depth), depth)
    reader = _BodyReader(package, typist, chunks)
    flow = Flow()
    reader.read_document(package.tree(package.document_name), flow)
    reader.read_beside()
    return Paper(flow.blocks, stamp, _settled(reader.passed_over, flow.blocks))


_CONTENTS = "toc "
"""How the styles of a table of contents begin."""

OUR_LINK = "rIdLink1"
"""The first link of a document of this program, until another one numbers them anew."""


class _BodyReader:
    """Reads the blocks of one document, in order: its lists are counted on the way."""

    def __init__(self, package: Package, typist: Typist, chunks: Chunks) -> None:
        sheet = StyleSheet(_root_of(package, "styles"))
        self._shapes = Shapes(sheet)
        self._numbers = Numbers(_root_of(package, "numbering"), sheet, package.spent)
        self._phrases = Phrases(package, sheet, chunks, is_exact=typist.is_exact)
        self._typist = typist
        self._package = package
        self._chunks = chunks
        self.passed_over: list[PassedOver] = []

    def read_document(self, root: Any, flow: Flow) -> None:
        """Add the blocks of a document to those of a flow; it has one body, or should have."""
        for child in root:
            if child.tag == _BODY:
                self.walk(child, flow)
            elif len(child) or child.text:
                self.stray(child, flow)
        self._end_story(flow)

    def _end_story(self, flow: Flow) -> None:
        self.end(flow)
        self._phrases.end()
        self._take_passed_over(Spot(flow.blocks, len(flow.blocks), is_bare=True))

    def read(self, element: Any, flow: Flow) -> None:
        """Add the blocks of an element to those of a flow, and end it."""
        self.walk(element, flow)
        self.end(flow)

    def walk(self, element: Any, flow: Flow) -> None:
        """Add the blocks of an element to those of a flow."""
        for child in children_of(element):
            if take := _BLOCKS.get(child.tag):
                take(self, child, flow)
            elif len(child) or child.text:
                self.stray(child, flow)

    def end(self, flow: Flow) -> None:
        """Say what was waiting for the end of a flow."""
        if flow.carried:
            self._end_paragraph(flow)
        if flow.waiting:
            self._typist.settle(flow)

    def paragraph(self, element: Any, flow: Flow) -> None:
        """Add a paragraph, and behind it the text boxes that it holds."""
        properties, phrases = self._phrases.of(element)
        at = len(flow.blocks)
        shape = self._shapes.usual if properties is None else self._shapes.of(properties)
        if shape.goes_on or flow.carried:
            flow.carried += phrases  # which many paragraphs may be
        if not shape.goes_on:
            if flow.carried:
                phrases, flow.carried = flow.carried, []
            head = self._head_of(shape) if shape.list or shape.indent else PLAIN
            if shape.style.startswith(_CONTENTS):
                self._phrases.pass_over("furniture", words_of(phrases))
            elif phrases:
                self._typist.add(phrases, shape, head, flow)
        if self._phrases.passed_over:
            self._take_passed_over(Spot(flow.blocks, at, at == len(flow.blocks)))
        if self._phrases.boxes:
            self._read_boxes(flow)

    def formula(self, element: Any, flow: Flow) -> None:
        """Add a formula that stands beside paragraphs as one."""
        if flow.carried:
            self._end_paragraph(flow)
        at = len(flow.blocks)
        if phrases := self._phrases.of_formula(element):
            self._typist.add(phrases, self._shapes.usual, PLAIN, flow)
        if self._phrases.passed_over:
            self._take_passed_over(Spot(flow.blocks, at, at == len(flow.blocks)))

    def _take_passed_over(self, spot: Spot) -> None:
        self._pass_over(self._phrases.take_passed_over(), spot)

    def _pass_over(self, what: Iterable[PassedOver], spot: Spot) -> None:
        part = self._phrases.part
        for each in what:
            self._package.spent.add_words(len(each.words) + len(each.part) + _NAMED)
            if part is None:
                self.passed_over.append(replace(each, spot=spot))
            else:
                names = filter(None, (part, each.part))
                self.passed_over.append(replace(each, part=", ".join(names), spot=None))

    def stray(self, element: Any, flow: Flow) -> None:
        """Keep words in mind that stand where a sound file has none, or no program knows them."""
        kind: PassedOverKind = "alternative" if element.tag == ALTERNATIVES else "stray"
        self._skip_whole(kind, element, flow)

    def deleted(self, element: Any, flow: Flow) -> None:
        """Keep words in mind that were deleted, and the deletion tracked."""
        self._skip_whole("deleted", element, flow)

    def moved(self, element: Any, flow: Flow) -> None:
        """Keep words in mind that were moved away, and the move tracked."""
        self._skip_whole("moved", element, flow)

    def _skip_whole(self, kind: PassedOverKind, element: Any, flow: Flow) -> None:
        """Keep the words of an element in mind, and the data that controls in it are bound to."""
        self._skip(flow, *_words_as(kind, element), *self._phrases.bindings.unsaid_in(element))

    def _skip(self, flow: Flow, *what: PassedOver) -> None:
        """Keep in mind what stands where the next block of a flow would."""
        self._pass_over(what, Spot(flow.blocks, len(flow.blocks), is_bare=True))

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
        for each in element.iterchildren(_TABLE_PROPERTIES):
            self._skip(
                flow, *(PassedOver("table", said) for one in each for said in described(one))
            )
        rows: list[Row] = []
        for each, is_asking in members(children_of(element), ROW):
            if each.tag == CONTROL:
                self._show_data(each, flow)
            elif each.tag != ROW:
                self.stray(each, flow)
            elif not self._add_row(each, rows, flow, is_asking=is_asking):
                self._skip_row(each, rows, flow)
        if any(cell.merge for row in rows for cell in row.cells):
            settle_merges(rows)
        if rows:
            flow.blocks.append(Table(rows))

    def _skip_row(self, element: Any, rows: Sequence[Row], flow: Flow) -> None:
        """Keep the words of a row in mind that was deleted."""
        above = rows[-1].cells if rows else ()
        near = above[-1].blocks if above else flow.blocks
        cells = (
            lines_in(cell) for cell, _is_asking in members(element, CELL) if cell.tag != CONTROL
        )
        if words := " – ".join(filter(None, cells)):
            spot = Spot(near, len(near), is_bare=True, is_below=bool(above))
            self._pass_over([PassedOver("deleted", words)], spot)

    def _add_row(self, element: Any, rows: list[Row], flow: Flow, *, is_asking: bool) -> bool:
        """Add a row; return whether it was not deleted."""
        children = children_of(element)
        shape = row_shape(children)
        if shape.is_deleted:
            return False
        cells: list[Cell] = []
        column = shape.before
        for each, asks in members(children, CELL):
            if each.tag == CELL:
                column += self._add_cell(each, column, cells, is_asking=is_asking or asks)
            elif each.tag == CONTROL:
                self._show_data(each, flow)
            else:
                self.stray(each, flow)
        rows.append(Row(cells, shape.is_head))
        return True

    def _add_cell(self, element: Any, column: int, cells: list[Cell], *, is_asking: bool) -> int:
        """Add a cell to those of its row; return how many columns it takes."""
        shape = _USUAL_CELL
        flow = Flow(is_cell=True)
        if is_asking:
            self._skip(flow, *_words_as("furniture", element))
        for child in element.iterchildren(_CELL_PROPERTIES) if is_asking else children_of(element):
            tag = child.tag
            if tag == _CELL_PROPERTIES:
                shape = cell_shape(child)
                if shape.is_deleted:
                    self.deleted(element, flow)
                    return 0
            elif take := _BLOCKS.get(tag):
                take(self, child, flow)
            elif len(child) or child.text:
                self.stray(child, flow)
        self.end(flow)
        if shape.continues_aside and cells:
            cells[-1].span += shape.span
            cells[-1].blocks += flow.blocks
        else:
            cells.append(Cell(flow.blocks, column, shape.span, shape.merge))
        return shape.span

    def control(self, element: Any, flow: Flow) -> None:
        """Add the blocks in a content control."""
        content = shown(element)
        self.walk(content, flow)
        self._show_data(element, flow)
        prompts, others = unshown(element, content)
        for each in prompts:
            self._skip(flow, *_words_as("furniture", each))
        for each in others:
            self.stray(each, flow)

    def _show_data(self, control: Any, flow: Flow) -> None:
        """Keep in mind what a content control shows of the data of the file and has not kept."""
        if unsaid := self._phrases.bindings.unsaid(control):
            self._skip(flow, unsaid)

    def alternatives(self, element: Any, flow: Flow) -> None:
        """Add the one of several contents that is shown."""
        content = chosen(element)
        if (unshown := unshown_words(element, content)) is not None:
            self._skip(flow, PassedOver("alternative", unshown))
        if content is not None:
            self.walk(content, flow)

    def chunk(self, element: Any, flow: Flow) -> None:
        """Add the blocks of a document that lies within this one."""
        if self._chunks.is_set_in(element):
            self.walk(element, flow)
            return
        if flow.carried:
            self._end_paragraph(flow)
        part = self._phrases.part
        read = self._chunks.of(element, part)
        flow.blocks += read.blocks
        for each in read.passed_over:
            if each.spot and part is None:
                self.passed_over.append(each)
            else:
                self._skip(flow, each)

    def comment_start(self, element: Any, _flow: Flow) -> None:
        """Take in that the words of a comment begin between two blocks."""
        self._phrases.comment_start(element)

    def comment_end(self, element: Any, flow: Flow) -> None:
        """Keep a comment in mind whose words end between two blocks."""
        self._phrases.comment_end(element)
        if self._phrases.passed_over:
            self._take_passed_over(Spot(flow.blocks, len(flow.blocks), is_bare=True))

    def part_of_master(self, element: Any, flow: Flow) -> None:
        """Keep in mind that a part of a master document belongs here, which is another file."""
        target = self._package.target(element.get(_ID, "")) or ""
        self._skip(flow, PassedOver("subdocument", part=target))

    def read_beside(self) -> None:
        """Read what stands outside of the body: headers, footers, what has no place in the text."""
        margins: dict[tuple[PassedOverKind, str], PassedOver] = {}
        for kind in _MARGINS:
            for name in dict.fromkeys(self._package.related(kind)):
                words = self._margin(name)
                if words is None or words:
                    found = PassedOver(kind, words or "", file_name(name))
                    margins.setdefault((kind, words or name), found)
        self.passed_over += margins.values()
        self.passed_over += self._phrases.comments.others()
        self.passed_over += self._phrases.notes.others()
        self.passed_over += stray_parts(self._package)

    def _margin(self, name: str) -> str | None:
        """Return the words of a header or footer, None where it cannot be read."""
        root = self._package.readable(name)
        if root is None:
            return None
        self._phrases.part, flow = name, Flow()
        self.walk(root, flow)
        self._end_story(flow)
        self._phrases.part = None
        return "\n".join(texts_of(flow.blocks))


_MARGINS: tuple[PassedOverKind, ...] = ("header", "footer")
_ID = f"{{{R}}}id"
_NAMED = 20
"""How many characters it takes to name what was passed over and has no words, in an account."""


def _settled(what: list[PassedOver], blocks: list[PaperBlock]) -> tuple[PassedOver, ...]:
    """Return what was passed over; words that were moved to nowhere are deleted."""
    if any(each.kind == "moved" for each in what):
        said = "\n".join(map(plain, texts_of(blocks)))
        for at, each in enumerate(what):
            if each.kind == "moved" and any(line not in said for line in each.words.split("\n")):
                what[at] = replace(each, kind="deleted")
    return tuple(what)


def _words_as(kind: PassedOverKind, element: Any) -> Iterator[PassedOver]:
    """Yield the words of an element, if it has some, as passed over."""
    if words := lines_in(element):
        yield PassedOver(kind, words)


_USUAL_CELL = CellShape()

_BLOCKS: dict[Any, Callable[[_BodyReader, Any, Flow], None]] = {
    w("p"): _BodyReader.paragraph,
    w("tbl"): _BodyReader.table,
    w("sdt"): _BodyReader.control,
    w("customXml"): _BodyReader.walk,
    w("ins"): _BodyReader.walk,
    w("moveTo"): _BodyReader.walk,
    DRAWN_FORMULA: _BodyReader.walk,
    w("del"): _BodyReader.deleted,
    w("moveFrom"): _BodyReader.moved,
    ALTERNATIVES: _BodyReader.alternatives,
    CHUNK: _BodyReader.chunk,
    w("commentRangeStart"): _BodyReader.comment_start,
    w("commentRangeEnd"): _BodyReader.comment_end,
    w("subDoc"): _BodyReader.part_of_master,
    **dict.fromkeys(FORMULAS, _BodyReader.formula),
}
"""What holds paragraphs and tables, or did until it was deleted or moved away."""


def _root_of(package: Package, kind: str) -> Any:
    """Return the root of the first part of a kind that the document refers to."""
    names = package.related(kind)
    return package.tree(names[0]) if names else None
