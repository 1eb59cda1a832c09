"""From a form to its Word template, with tags in its cells that a person can read."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any

import docx
from docx.enum.table import WD_ALIGN_VERTICAL
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from passportkit.forms.model import Form
from passportkit.layout.design import (
    DesignBlock,
    DesignCell,
    DesignLine,
    DesignRow,
    DesignTable,
    DesignTurn,
    styles_in,
)
from passportkit.layout.layouts import design_of
from passportkit.paper.styles import GAP, LABEL, display_name
from passportkit.word.template.form_styles import define_styles
from passportkit.word.template.page_setup import set_up_page, turn_page
from passportkit.word.template.parts import strip_parts
from passportkit.word.template.tables import Container, add_row, add_table
from passportkit.word.template.tags import Filter, quiet

_ALIGN = {"center": WD_ALIGN_PARAGRAPH.CENTER, "right": WD_ALIGN_PARAGRAPH.RIGHT}


def build(form: Form) -> bytes:
    """Return the template of `form` as a DOCX file."""
    design = design_of(form)
    document = docx.Document()
    strip_parts(document, design.page.font)
    define_styles(document, design.page, set(styles_in(design.blocks)))
    set_up_page(document, design.page)
    for block in design.blocks:
        if isinstance(block, DesignTurn):
            turn_page(document, block.page)
        else:
            _write(document, [block])
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _write(container: Container, blocks: Iterable[DesignBlock]) -> None:
    for block in blocks:
        if isinstance(block, DesignTable):
            _table(container, block)
            _gap(container)
        elif isinstance(block, DesignLine):
            _line(container.add_paragraph(), block, _tag(block))


def _table(container: Container, design: DesignTable) -> None:
    table = add_table(container, design.widths, is_bare=design.is_bare)
    for row in design.rows:
        cells = _row(table, row, design.widths)
        if design.is_bare:  # a position of several lines ends beside its line to sign on
            for cell in cells:
                cell.vertical_alignment = WD_ALIGN_VERTICAL.BOTTOM


def _row(table: Table, row: DesignRow, widths: Sequence[int]) -> list[_Cell]:
    """Add a row, and return its cells."""
    cells = add_row(table, widths, [cell.span for cell in row.cells], is_head=row.is_head)
    for cell, design in zip(cells, row.cells, strict=True):
        if row.repeats:
            _column(cell, design)
        else:
            _write(cell, design.blocks)
        _drop_first(cell)
    if row.repeats:
        _repeat(cells, row.repeats)
    if row.keeps_with_next:
        for cell in cells[:-1]:  # the answers may be long: they stay out of it
            cell.paragraphs[0].paragraph_format.keep_with_next = True
    return cells


def _column(cell: _Cell, design: DesignCell) -> None:
    """Write a cell of a row that is repeated, where the places are those of the row."""
    for line in design.blocks:
        assert isinstance(line, DesignLine)
        tag = _spelled(f"row.{line.key}", "merge" if design.merges else "")
        _line(cell.add_paragraph(), line, tag)


def _repeat(cells: Sequence[_Cell], key: str) -> None:
    """Set the tags of a loop before the first words of a row and behind the last."""
    first, last = cells[0].paragraphs[0], cells[-1].paragraphs[-1]
    before = first.runs[0]._r
    before.addprevious(first.add_run(f"{{% for row in {key} %}}")._r)
    last.add_run("{% endfor %}")


def _drop_first(cell: _Cell) -> None:
    """Remove the paragraph that a new cell has, now that others stand behind it."""
    first = cell.paragraphs[0]._p
    first.getparent().remove(first)


def _line(paragraph: Paragraph, line: DesignLine, tag: str) -> None:
    paragraph.style = display_name(line.style)
    if line.align:
        paragraph.alignment = _ALIGN[line.align]
    if line.words is not None:
        words = f"{line.words} " if line.key else line.words
        run = paragraph.add_run(quiet(words))  # a line end in it becomes a line break
        if line.is_label:
            run.style = display_name(LABEL)
    if tag:
        paragraph.add_run(tag)


def _tag(line: DesignLine) -> str:
    """Return the tag of a line of the form; of one that only stands with others, theirs."""
    if not line.only_with:
        return _spelled(line.key) if line.key else ""
    return _spelled(line.only_with, "line" if line.key else "heads")


def _spelled(name: str, filter_: Filter = "") -> str:
    return f"{{{{ {name}|{filter_} }}}}" if filter_ else f"{{{{ {name} }}}}"


def _gap(container: Container) -> None:
    """Part two tables, or end a cell, which must end with a paragraph."""
    last: Any = container.paragraphs[-1] if isinstance(container, _Cell) else None
    if last is not None and last._p.getnext() is None and not last.text:
        last.style = display_name(GAP)  # python-docx adds one behind a table in a cell
    else:
        container.add_paragraph(style=display_name(GAP))
