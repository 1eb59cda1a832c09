"""From a form to its Word template, with tags in its cells that a person can read."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from passportkit.forms.model import Block, Column, Form, Group, Profile, Section
from passportkit.paper import styles
from passportkit.word.template.form_styles import define_styles
from passportkit.word.template.parts import strip_parts
from passportkit.word.template.tables import Container, add_row, add_table, add_wide_row
from passportkit.word.template.tags import quiet

_A4 = Mm(210), Mm(297)
_TWIP = 635
"""A twentieth of a point in the units of python-docx."""

_NUMBER_WIDTH = 6.0
"""Percent of a table that the column of row numbers takes."""

_NUMBER_LEAST = 600
"""Twentieths of a point below which a number of three digits would be broken."""

_ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}


def build(form: Form) -> bytes:
    """Return the template of `form` as a DOCX file."""
    document = docx.Document()
    strip_parts(document, form.profile.font)
    define_styles(document, form.profile)
    width = _lay_out_page(document, form.profile)
    if form.annex:
        _paragraph(document, form.annex, styles.ANNEX)
    if form.layout != "card":
        _paragraph(document, form.title, styles.TITLE)
    _LAYOUTS[form.layout](document, form, width)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _lay_out_page(document: Document, profile: Profile) -> int:
    """Set paper, margins, page numbers; return the width of the text in twentieths of a point."""
    page = document.sections[0]
    short, long = _A4
    landscape = profile.orientation == "landscape"
    page.page_width, page.page_height = (long, short) if landscape else (short, long)
    page.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    top, right, bottom, left = (Mm(margin) for margin in profile.margins)
    page.top_margin, page.right_margin, page.bottom_margin, page.left_margin = (
        top, right, bottom, left,
    )  # fmt: skip
    page.header_distance = page.footer_distance = Mm(10)
    if profile.page_numbers != "none":
        page.different_first_page_header_footer = True
        _number_pages(getattr(page, profile.page_numbers).paragraphs[0])
    return (page.page_width - left - right) // _TWIP


def _number_pages(paragraph: Paragraph) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.style = "Normal"
    for kind in ("begin", None, "end"):
        run = paragraph.add_run()._r
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = "PAGE"
        run.append(mark)


def _sections(document: Document, form: Form, width: int) -> None:
    for section in form.sections:
        number = f"{section.number}. " if section.number else ""
        _paragraph(document, number + (section.heading or ""), styles.HEADING)
        if section.note:
            _paragraph(document, section.note, styles.NOTE)
        for block in section.content:
            _block(document, form, block, width)


def _grid(document: Document, form: Form, width: int) -> None:
    grid = form.grid
    assert grid is not None
    widths = _shares(grid.widths, width)
    table = add_table(document, widths)
    # header rows are contiguous from the first: what stands above the head is one too
    for entry in form.entries[: grid.head_after]:
        _grid_entry(table, form, entry, widths, repeated=True)
    _head(table, widths, grid.columns)
    for entry in form.entries[grid.head_after :]:
        _grid_entry(table, form, entry, widths, repeated=False)
    _gap(document)


def _grid_entry(
    table: Table, form: Form, entry: Section | Group, widths: Sequence[int], *, repeated: bool
) -> None:
    if isinstance(entry, Section):
        _grid_row(table, form, entry, widths)
        return
    number = f"{entry.number}. " if entry.number else ""
    cell = add_wide_row(table, widths, repeated=repeated)
    _write(cell.paragraphs[0], number + entry.group, styles.GROUP)


def _grid_row(table: Table, form: Form, section: Section, widths: Sequence[int]) -> None:
    cells = add_row(table, widths)
    number = f"{section.number}." if section.number else ""
    _write(cells[0].paragraphs[0], number, styles.CELL)
    _write(cells[1].paragraphs[0], section.heading or "", styles.CELL)
    if section.note:
        _write(cells[1].add_paragraph(), section.note, styles.NOTE)
    answer = cells[2]
    answer.paragraphs[0].style = styles.CELL
    if section.parts and not section.caption:
        _keep_with_next(cells[:2])
        for part in section.parts:
            cells = add_row(table, widths)
            cells[0].paragraphs[0].style = styles.CELL
            _write(cells[1].paragraphs[0], part.label, styles.CELL)
            _tag(cells[2].paragraphs[0], part.key)
            _keep_with_next(cells[:2] if part is not section.parts[-1] else ())
    else:
        for block in section.content:
            _block(answer, form, block, widths[2] - 170)
        _drop_first(answer)


def _keep_with_next(cells: Iterable[_Cell]) -> None:
    """Keep a row on the page of the one below. The answers may be long: they stay out of it."""
    for cell in cells:
        cell.paragraphs[0].paragraph_format.keep_with_next = True


def _drop_first(cell: _Cell) -> None:
    """Remove the paragraph that a new cell has, once others stand behind it."""
    first = cell.paragraphs[0]._p
    if first.getnext() is not None:
        first.getparent().remove(first)


def _card(document: Document, form: Form, width: int) -> None:
    """Lay out labelled lines and headed texts; what has no words is left out with its label."""
    for section in form.sections:
        if section.heading:
            heading = _paragraph(document, section.heading, styles.HEADING)
            if section.show:
                heading.add_run(f"{{{{ {section.key}|heads }}}}")
        for block in section.content:
            if block.is_table:
                _block(document, form, block, width)
            elif block.show:
                style = styles.CARD_TEXT if section.heading else styles.TITLE
                _tag(document.add_paragraph(), f"{block.key}|line", style)
            for part in block.parts or ():
                line = document.add_paragraph()
                _write(line, part.label + " ", styles.CARD_TEXT, styles.LABEL)
                _tag(line, f"{part.key}|line", styles.CARD_TEXT)


_LAYOUTS = {"sections": _sections, "grid": _grid, "card": _card}


def _block(container: Container, form: Form, block: Block, width: int) -> None:
    if block.caption:
        _paragraph(container, block.caption, styles.CAPTION)
    if isinstance(container, _Cell) and not block.is_table:
        _text(container, block)  # stands in a box already
        return
    if block.is_table:
        _rows(container, form, block, width)
    else:
        cell = add_row(add_table(container, [width]), [width])[0]
        _text(cell, block)
        _drop_first(cell)
    _gap(container)


def _text(cell: _Cell, block: Block) -> None:
    if block.show:
        _tag(cell.add_paragraph(), block.key)
    for part in block.parts or ():
        paragraph = cell.add_paragraph()
        _write(paragraph, part.label + " ", styles.CELL, styles.LABEL)
        _tag(paragraph, part.key)


def _rows(container: Container, form: Form, block: Block, width: int) -> None:
    columns = block.columns or ()
    numbered = block.rows is not None and form.row_style(block) != "none"
    widths = _widths(block, columns, width, numbered=numbered)
    table = add_table(container, widths)
    heads = [column.heading for column in columns]
    _head(table, widths, [block.number_heading, *heads] if numbered else heads)
    cells = add_row(table, widths)
    cells[0].paragraphs[0].add_run(f"{{% for row in {block.key} %}}")
    if numbered:
        _tag(cells[0].paragraphs[0], "row.number", styles.NUMBER)
    for cell, column in zip(cells[numbered:], columns, strict=True):
        merge = "|merge" if column.merge else ""
        paragraph = cell.paragraphs[0]
        _tag(paragraph, f"row.{column.key}{merge}")
        if column.align != "left":
            paragraph.alignment = _ALIGN[column.align]
    cells[-1].paragraphs[0].add_run("{% endfor %}")
    if block.total:
        paragraph = add_wide_row(table, widths).paragraphs[0]
        _write(paragraph, block.total.label + " ", styles.TOTAL)
        _tag(paragraph, block.total.key, styles.TOTAL)


def _head(table: Table, widths: Sequence[int], heads: Iterable[str]) -> None:
    cells = add_row(table, widths, repeated=True)
    for cell, head in zip(cells, heads, strict=True):
        _write(cell.paragraphs[0], head, styles.TABLE_HEAD)


def _widths(block: Block, columns: Sequence[Column], width: int, *, numbered: bool) -> list[int]:
    """Share the width out: what the columns ask for, and the rest among those that don't."""
    asked = [column.width for column in columns]
    least = max(_NUMBER_WIDTH, 100 * _NUMBER_LEAST / width)
    whole = 100 - (block.number_width or least if numbered else 0)
    rest = whole - sum(share for share in asked if share)
    free = asked.count(None)
    shares = [share or max(rest, 5.0 * free) / free for share in asked]
    return _shares([100 - whole, *shares] if numbered else shares, width)


def _shares(shares: Sequence[float], width: int) -> list[int]:
    """Turn shares into widths whose sum is exactly `width`."""
    ends = [round(width * sum(shares[: n + 1]) / sum(shares)) for n in range(len(shares))]
    return [end - start for start, end in zip([0, *ends], ends, strict=False)]


def _paragraph(container: Container, words: str, style: str) -> Paragraph:
    return _write(container.add_paragraph(), words, style)


def _write(paragraph: Paragraph, words: str, style: str, character: str | None = None) -> Paragraph:
    paragraph.style = style
    run = paragraph.add_run(quiet(words))  # a line end in it becomes a line break
    if character:
        run.style = character
    return paragraph


def _tag(paragraph: Paragraph, name: str, style: str = styles.CELL) -> None:
    paragraph.style = style
    paragraph.add_run(f"{{{{ {name} }}}}")


def _gap(container: Container) -> None:
    """Part two tables, or end a cell, which must end with a paragraph."""
    last: Any = container.paragraphs[-1] if isinstance(container, _Cell) else None
    if last is not None and last._p.getnext() is None and not last.text:
        last.style = styles.GAP  # python-docx adds one behind a table in a cell
    else:
        container.add_paragraph(style=styles.GAP)
