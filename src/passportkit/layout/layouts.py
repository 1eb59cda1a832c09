"""The layouts: from a form to what stands where in its documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import takewhile
from typing import TypeGuard

from passportkit.forms.model import (
    Block,
    Column,
    Entry,
    FixedWords,
    Form,
    Group,
    Section,
    Signatures,
)
from passportkit.layout.design import (
    Design,
    DesignBlock,
    DesignCell,
    DesignLine,
    DesignRow,
    DesignTable,
    DesignTurn,
)
from passportkit.layout.measures import (
    PADDING,
    column_widths,
    least_number_width,
    page_of,
    shared,
    text_width,
)
from passportkit.layout.signing import approval_table, signatures_table
from passportkit.paper import styles
from passportkit.paper.model import PageSetup


@lru_cache(maxsize=64)
def design_of(form: Form) -> Design:
    """Return what stands where in the documents of a form."""
    page = page_of(form.profile, is_turned=form.sections[0].landscape)
    blocks = (*_above(form, page), *_LAYOUTS[form.layout](form, page))
    return Design(page, blocks)


def _above(form: Form, page: PageSetup) -> Iterator[DesignBlock]:
    if form.annex:
        yield DesignLine(styles.ANNEX, form.annex)
    if form.approval:
        yield approval_table(form.approval, text_width(page), page)
    if form.layout != "card":
        yield DesignLine(styles.TITLE, form.title)


def _sections(form: Form, page: PageSetup) -> Iterator[DesignBlock]:
    """Yield each section, on sheets that lie if it wants them, and what stands between them."""
    before = page
    for entry, sheet in _on_sheets(form, page):
        if sheet != before:
            yield DesignTurn(sheet)
        before, width = sheet, text_width(sheet)
        if isinstance(entry, Section):
            yield from _section(form, entry, width)
        else:
            yield _between(entry, width, sheet)


def _on_sheets(form: Form, sheet: PageSetup) -> Iterator[tuple[Entry, PageSetup]]:
    """Yield each entry with its sheets: a group stands on those of the section that it heads."""
    for number, entry in enumerate(form.entries):
        if isinstance(entry, Section | Group):
            sections = (each for each in form.entries[number:] if isinstance(each, Section))
            if headed := next(sections, None):
                sheet = page_of(form.profile, is_turned=headed.landscape)
        yield entry, sheet


def _section(form: Form, section: Section, width: int) -> Iterator[DesignBlock]:
    """Yield a section as its heading, and a box or a table for each of its blocks."""
    yield DesignLine(styles.HEADING, _numbered(section.number, section.heading or ""))
    yield from _note(section.note)
    for block in section.content:
        yield from _caption(block)
        if block.is_table:
            yield _table(form, block, width)
        else:
            yield DesignTable((width,), (DesignRow((_cell(*_texts(block)),)),))
    yield from _note(section.note_below)


def _grid(form: Form, page: PageSetup) -> Iterator[DesignBlock]:
    """Yield the one table of the form: number, item, answer; signatures at its end stand below."""
    grid = form.grid
    assert grid is not None
    width = text_width(page)
    widths = shared(grid.widths, width)
    end = len(form.entries) - len([*takewhile(_is_signed, reversed(form.entries))])
    above, below = form.entries[: grid.head_after], form.entries[grid.head_after : end]
    rows = (
        # header rows are contiguous from the first: what stands above the head is one too
        *_entries(form, above, page, is_head=True),
        _head(grid.columns),
        *_entries(form, below, page, is_head=False),
    )
    yield DesignTable(widths, rows)
    for entry in filter(_is_signed, form.entries[end:]):
        yield _between(entry, width, page)


def _is_signed(entry: Entry) -> TypeGuard[Signatures]:
    return isinstance(entry, Signatures)


def _card(form: Form, page: PageSetup) -> Iterator[DesignBlock]:
    """Yield labelled lines and headed texts; what has no words is left out with its label."""
    width = text_width(page)
    for entry in form.entries:
        if not isinstance(entry, Section):
            yield _between(entry, width, page)
            continue
        if entry.heading:
            yield DesignLine(styles.HEADING, entry.heading, only_with=_shown(entry))
        text_style = styles.CARD_TEXT if entry.heading else styles.TITLE
        for block in entry.content:
            if block.is_table:
                yield from _caption(block)
                yield _table(form, block, width)
            elif block.show:
                yield DesignLine(text_style, key=block.key, only_with=block.key)
            for part in block.parts or ():
                yield DesignLine(
                    styles.CARD_TEXT, part.label, part.key, is_label=True, only_with=part.key
                )


_LAYOUTS = {"sections": _sections, "grid": _grid, "card": _card}


def _shown(section: Section) -> str:
    return section.key if section.show else ""


def _between(entry: Group | FixedWords | Signatures, width: int, page: PageSetup) -> DesignBlock:
    """Return what stands between sections: a paragraph of its own, or lines to sign on."""
    if isinstance(entry, Signatures):
        return signatures_table(entry.signatures, width, page)
    if isinstance(entry, Group):
        return DesignLine(styles.GROUP, _numbered(entry.number, entry.group))
    style = styles.FIXED_WORDS_IN_BOLD if entry.bold else styles.FIXED_WORDS
    return DesignLine(style, entry.words, align="" if entry.align == "left" else entry.align)


def _note(words: str | None) -> Iterator[DesignLine]:
    if words:
        yield DesignLine(styles.NOTE, words)


def _caption(block: Block) -> Iterator[DesignLine]:
    if block.caption:
        yield DesignLine(styles.CAPTION, block.caption)


def _texts(block: Block) -> Iterator[DesignLine]:
    """Yield the text of a block, or its parts behind their labels."""
    if block.show:
        yield DesignLine(styles.CELL, key=block.key)
    for part in block.parts or ():
        yield DesignLine(styles.CELL, part.label, part.key, is_label=True)


def _numbered(number: str | None, words: str) -> str:
    return f"{number}. {words}" if number else words


def _cell(*blocks: DesignBlock, span: int = 1) -> DesignCell:
    return DesignCell(blocks, span)


def _entries(
    form: Form, entries: Iterable[Entry], page: PageSetup, *, is_head: bool
) -> Iterator[DesignRow]:
    """Yield the rows of a grid; only a group can be a part of its head."""
    assert form.grid is not None
    width = text_width(page)
    widths = shared(form.grid.widths, width)
    for entry in entries:
        if isinstance(entry, Section):
            yield from _item(form, entry, widths[-1] - 2 * PADDING)
        else:
            inner = _between(entry, width - 2 * PADDING, page)
            yield DesignRow((_cell(inner, span=len(widths)),), is_head)


def _item(form: Form, section: Section, width: int) -> Iterator[DesignRow]:
    """Yield the row of a section in a grid, and a row for each of its parts."""
    number = DesignLine(styles.CELL, f"{section.number}." if section.number else "")
    notes = (*_note(section.note), *_note(section.note_below))
    item = _cell(DesignLine(styles.CELL, section.heading or ""), *notes)
    if not section.parts or section.caption:
        yield DesignRow((_cell(number), item, _cell(*_answer(form, section, width))))
        return
    nothing = _cell(DesignLine(styles.CELL))
    yield DesignRow((_cell(number), item, nothing), keeps_with_next=True)
    for part in section.parts:
        label, text = DesignLine(styles.CELL, part.label), DesignLine(styles.CELL, key=part.key)
        is_last = part is section.parts[-1]
        yield DesignRow((nothing, _cell(label), _cell(text)), keeps_with_next=not is_last)


def _answer(form: Form, section: Section, width: int) -> Iterator[DesignBlock]:
    """Yield the blocks of a section in a cell, where only tables need borders of their own."""
    for block in section.content:
        yield from _caption(block)
        if block.is_table:
            yield _table(form, block, width)
        else:
            yield from _texts(block)


def _table(form: Form, block: Block, width: int) -> DesignTable:
    """Return the table of a block: its head, the row that is repeated, and the total."""
    columns = block.columns or ()
    heads = [column.heading for column in columns]
    cells = [_column(column) for column in columns]
    number_width = 0.0
    if block.rows is not None and form.row_style(block) != "none":
        number_width = block.number_width or least_number_width(width)
        heads = [block.number_heading, *heads]
        cells = [_cell(DesignLine(styles.NUMBER, key="number")), *cells]
    widths = column_widths(columns, width, number_width)
    rows = (_head(heads), DesignRow(tuple(cells), repeats=block.key), *_total(block, len(widths)))
    return DesignTable(widths, rows)


def _head(heads: Iterable[str]) -> DesignRow:
    cells = tuple(_cell(DesignLine(styles.TABLE_HEAD, head)) for head in heads)
    return DesignRow(cells, is_head=True)


def _column(column: Column) -> DesignCell:
    align = "" if column.align == "left" else column.align
    line = DesignLine(styles.CELL, key=column.key, align=align)
    return DesignCell((line,), merges=column.merge is not None)


def _total(block: Block, span: int) -> Iterator[DesignRow]:
    if block.total:
        line = DesignLine(styles.TOTAL, block.total.label, block.total.key)
        yield DesignRow((_cell(line, span=span),))
