"""Words of a form's own Word template in a document that was made of it: nobody's answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from passportkit.errors import CannotGoOn
from passportkit.forms import Form
from passportkit.intake.folding import fold, number_of
from passportkit.intake.landmarks import landmarks_of
from passportkit.matching import matches
from passportkit.paper.model import Paper, PaperBlock, Paragraph, PassedOver, Row, Table, texts_of
from passportkit.paper.styles import HEADING

_has_tag = re.compile(r"\{\{.{0,200}?\}\}|\{%.{0,200}?%\}").search


def without_template_words(paper: Paper, form: Form, template: bytes) -> Paper:
    """Return a paper without what stands in the template of its form besides the form.

    That is passed over. Words are the template's where they stand between the same words as there,
    so an answer in such words stays.
    """
    there = list(map(_compared, _paragraphs_of(template)))
    marks = landmarks_of(form)
    paragraphs = list(_paragraphs(paper.blocks))
    texts = list(map(_compared, paragraphs))
    dropped = {
        id(paragraphs[place])
        for found in matches(there, texts)
        for place in range(found.second, found.second + found.size)
        if not _may_head(paragraphs[place]) and not marks.has(_said(paragraphs[place]))
    }
    if not dropped:
        return paper
    words = (PassedOver("template", _said(each)) for each in paragraphs if id(each) in dropped)
    passed_over = (*paper.passed_over, *words)
    return replace(paper, blocks=_without(paper.blocks, dropped), passed_over=passed_over)


def texts_of_template(template: bytes) -> list[str]:
    """Return the texts of a template, with its tags; none where it cannot be read."""
    return list(map(_said, _paragraphs_of(template)))


def _paragraphs_of(template: bytes) -> list[Paragraph]:
    from passportkit.word.read.body import read_document

    try:
        return [*_paragraphs(read_document(template).blocks)]
    except CannotGoOn:
        return []


def _paragraphs(blocks: Sequence[PaperBlock]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from _paragraphs(cell.blocks)


def _compared(paragraph: Paragraph) -> str:
    """Return the words of a paragraph for comparison; what has a tag, or no word, as it is."""
    said = _said(paragraph)
    return said if _has_tag(said) else fold(said) or said


def _may_head(paragraph: Paragraph) -> bool:
    """Whether a paragraph looks like a heading, so that what follows is not of the one before."""
    said = _said(paragraph)
    return fold(said) != "" and (paragraph.style == HEADING or number_of(said) != ())


def _said(paragraph: Paragraph) -> str:
    return next(texts_of([paragraph]))


def _without(blocks: Sequence[PaperBlock], dropped: AbstractSet[int]) -> list[PaperBlock]:
    """Return blocks without some paragraphs, and without the rows that had no others."""
    kept: list[PaperBlock] = []
    for block in blocks:
        if isinstance(block, Table):
            rows = [_row_without(row, dropped) for row in block.rows if not _is_gone(row, dropped)]
            kept.append(Table(rows, block.widths))
        elif id(block) not in dropped:
            kept.append(block)
    return kept


def _row_without(row: Row, dropped: AbstractSet[int]) -> Row:
    cells = [replace(cell, blocks=_without(cell.blocks, dropped)) for cell in row.cells]
    return replace(row, cells=cells)


def _is_gone(row: Row, dropped: AbstractSet[int]) -> bool:
    """Whether all words of a row, one at least, are dropped."""
    gone = [id(each) in dropped for cell in row.cells for each in _paragraphs(cell.blocks)]
    return any(gone) and all(gone)
