"""The document that a page becomes, composed from top to bottom."""

from __future__ import annotations

from dataclasses import replace

from lxml.etree import _Element

from passportkit.paper.model import Paper, PaperBlock, Paragraph, PassedOver, PassedOverKind, Spot
from passportkit.paper.notation import lowered, raised
from passportkit.paper.page.chrome import words_of
from passportkit.paper.page.css import Sheet
from passportkit.paper.page.element_style import style_of
from passportkit.paper.page.line_writer import LineWriter, Style
from passportkit.paper.page.mathml import formula_words
from passportkit.paper.page.page_lists import OpenLists
from passportkit.paper.page.page_table import TableGrid
from passportkit.paper.symbols import UNKNOWN, in_symbols
from passportkit.paper.typed_lines import read_typed


class Composition:
    """Takes words, and what elements do apart from being paragraphs."""

    def __init__(self, keys: frozenset[str], sheet: Sheet) -> None:
        self.sheet = sheet
        self.styles = [Style(block="body")]
        self.listing = OpenLists()
        self._writer = LineWriter(keys)
        self._blocks: list[list[PaperBlock]] = [[]]
        self._tables: list[TableGrid | None] = []
        self._item: Paragraph | None = None
        self._passed_over: list[PassedOver] = []
        self._before_paragraph = 0

    def paper(self) -> Paper:
        """Return the document."""
        return Paper(self._blocks[0], passed_over=tuple(self._passed_over))

    def write(self, text: str | None) -> None:
        """Add words in the style of the element that they stand in."""
        if text:
            style = self.styles[-1]
            if style.font:
                text = in_symbols(text, style.font)
                for _ in range(text.count(UNKNOWN)):
                    self._pass_over("sign")
            self._writer.add(text, style)

    def begin(self, element: _Element) -> None:
        """Take the style of an element for the words in it."""
        font = self.sheet.font_of(element)
        self.styles.append(style_of(element, self.styles[-1], font))

    def strike(self, element: _Element) -> None:
        """Keep words in mind that are struck out."""
        if words := _words_in(element):
            self._pass_over("struck", words)

    def hide(self, element: _Element) -> None:
        """Keep words in mind that the page hides."""
        if words := words_of(element):
            self._pass_over("hidden", words)

    def fill_in(self, element: _Element, value: str) -> None:
        """Add the value of a field, which stands apart from the words around it."""
        if value:
            self.begin(element)
            self.write(f" {value} ")
            self.styles.pop()

    def gloss(self, element: _Element) -> None:
        """Add what stands above words, in brackets behind them."""
        if words := words_of(element):
            self.write(f" ({words})")

    def set_off(self, element: _Element, position: str) -> None:
        """Add words that stand above or below the line."""
        words = _words_in(element)
        spell = raised if position == "super" else lowered
        self.write(spell(words, self._writer.end))

    def formula(self, element: _Element) -> None:
        """Add a formula as one line says it."""
        is_apart = element.get("display") == "block"
        if is_apart:
            self.end_paragraph()
        if words := formula_words(element):
            self.write(words)
        else:
            self._pass_over("formula")
        if is_apart:
            self.end_paragraph()

    def end_paragraph(self) -> None:
        """End the paragraph, if it has words; an item of an inner list joins the outer item."""
        lines = self._writer.take()
        start, self._before_paragraph = self._before_paragraph, len(self._passed_over)
        if not lines:
            return
        heading = self.styles[-1].heading
        head, self.listing.head = None if heading else self.listing.head, None
        text, blocks = read_typed(lines, head), self._blocks[-1]
        if head and head.level and self._item and blocks and blocks[-1] is self._item:
            self._item.text += f"\n{'  ' * head.level}{text}"
            self._set_behind_words(start)
            return
        if head and head.level and self.listing.is_within_words:
            text = f"{'  ' * head.level}{text}"
        self.listing.take_words()
        paragraph = Paragraph(text, heading)
        blocks.append(paragraph)
        self._item = paragraph if head else None
        self._set_behind_words(start)

    def _set_behind_words(self, start: int) -> None:
        """Say of what was passed over within the last paragraph that it stands behind its words."""
        blocks = self._blocks[-1]
        spot = Spot(blocks, len(blocks) - 1)
        for number, each in enumerate(self._passed_over[start:], start):
            if each.spot and each.spot.blocks is blocks:
                self._passed_over[number] = replace(each, spot=spot)

    def break_line(self, _: _Element) -> None:
        """End a line within the paragraph."""
        self._writer.end_line()

    def pass_over(self, element: _Element) -> None:
        """Keep in mind that there is a picture, and what it is said to show."""
        self._pass_over("picture", element.get("alt", "").strip())

    def pass_over_drawing(self, element: _Element) -> None:
        """Keep in mind that there is a drawing, and the words in it, if it has any."""
        found = (each.text or "" for each in element.iter("text", "tspan", "textpath"))
        if words := " ".join(filter(None, map(str.strip, found))):
            self._pass_over("drawing", words)

    def _pass_over(self, kind: PassedOverKind, words: str = "") -> None:
        blocks = self._blocks[-1]
        spot = Spot(blocks, len(blocks), is_bare=True)
        self._passed_over.append(PassedOver(kind, words, spot=spot))

    def open_list(self, element: _Element) -> None:
        """Open a list within the others."""
        start, style = element.get("start", ""), element.get("style", "")
        self.listing.open(is_numbered=element.tag == "ol", start=start, style=style)

    def close_list(self, _: _Element) -> None:
        """Close the innermost list."""
        self.listing.close()

    def begin_item(self, element: _Element) -> None:
        """Begin an item of the innermost list."""
        self.listing.begin(element.get("value", ""))

    def end_item(self, _: _Element) -> None:
        """End the item; if it had no words, its marker goes."""
        self.listing.head = None

    def open_table(self, element: _Element) -> None:
        """Open a table; of one that only keeps parts of the page apart the cells are parts."""
        is_layout = element.get("role") in ("presentation", "none")
        is_page = is_layout or element.find(".//h1") is not None
        self._tables.append(None if is_page else TableGrid())

    def close_table(self, _: _Element) -> None:
        """Close the innermost table."""
        grid = self._tables.pop()
        if grid and (table := grid.table()).rows:
            self._blocks[-1].append(table)

    def begin_row(self, _: _Element) -> None:
        """Begin a row of the innermost table."""
        if grid := self._grid:
            grid.begin()

    def end_row(self, element: _Element) -> None:
        """End the row."""
        if grid := self._grid:
            parent = element.getparent()
            is_in_head = parent is not None and parent.tag == "thead"
            grid.end(is_head=is_in_head or {cell.tag for cell in element} == {"th"})

    def begin_cell(self, _: _Element) -> None:
        """Begin a cell, which has blocks of its own."""
        if self._grid:
            self._blocks.append([])

    def end_cell(self, element: _Element) -> None:
        """End the cell and place it."""
        if grid := self._grid:
            columns, rows = (_span(element.get(name, "")) for name in ("colspan", "rowspan"))
            grid.add(self._blocks.pop(), columns=columns, rows=rows)

    @property
    def _grid(self) -> TableGrid | None:
        return self._tables[-1] if self._tables else None


def _words_in(element: _Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def _span(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 5 else 1
