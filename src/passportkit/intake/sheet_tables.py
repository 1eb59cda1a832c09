"""Tables of a workbook, which stand for themselves: their heads alone say what they are.

Each gets the heading of its section above it, and then it is a table of a form like any other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from passportkit.forms import Form
from passportkit.forms.fact_tables import NAME, form_of, tables_form
from passportkit.forms.slots import TableSlot, slots_of
from passportkit.intake.extraction import Extraction
from passportkit.intake.match import match
from passportkit.intake.recognise import Recognised
from passportkit.intake.sheet_groups import TableGroup
from passportkit.intake.sheet_heads import places_in
from passportkit.intake.sheet_walk import SheetWalk
from passportkit.paper import Paper, PaperBlock, Paragraph
from passportkit.paper.styles import SHEET


def is_of_sheets(paper: Paper) -> bool:
    """Return whether a document is a workbook: its sheets have names."""
    return any(_is_name(block) for block in paper.blocks)


def without_sheet_names(paper: Paper) -> Paper:
    """Return a workbook as a document that is all of one piece."""
    return replace(paper, blocks=[block for block in paper.blocks if not _is_name(block)])


def _is_name(block: PaperBlock) -> bool:
    return isinstance(block, Paragraph) and block.style == SHEET


def match_tables(
    paper: Paper, forms: Sequence[Form], name: str = NAME
) -> tuple[Recognised, Extraction] | None:
    """Return what the tables of a workbook say, in a form of their own called `name`.

    It has a section for each block, of `forms` or of all facts, whose heads a table has. What has
    no place is left. None where no table has heads that are known.
    """
    vocabulary = forms[0].vocabulary
    walk = SheetWalk(places_in([*forms, tables_form(vocabulary)]))
    walk.go(paper.blocks)
    groups = [TableGroup(place, tables, vocabulary) for place, tables in walk.groups()]
    if not groups:
        return None
    form = form_of([group.section() for group in groups], vocabulary, name)
    headed = [block for group in groups if not group.is_exact for block in group.blocks()]
    extraction = match(replace(paper, blocks=headed), form)
    for slot in slots_of(form):
        group = next(each for each in groups if each.heading == slot.section.heading)
        if group.is_exact and isinstance(slot, TableSlot):
            _take(extraction, slot, group)
    left = [*(each for group in groups if not group.is_exact for each in group.left()), *walk.left]
    extraction.left += left
    extraction.read += len(left)
    heads = [placed.head for placed in walk.placed]
    found, named = sum(len(head.columns) for head in heads), sum(head.named for head in heads)
    return Recognised(form, found, named, is_stamped=False), extraction


def _take(extraction: Extraction, slot: TableSlot, group: TableGroup) -> None:
    """Take in the rows of a sheet as an export makes it, as they stand."""
    rows, total = group.answers()
    keys = [cell.key for cell in slot.cells]
    values: dict[str, Any] = {slot.key: [dict(zip(keys, row, strict=True)) for row in rows]}
    if total and slot.block.total:
        values[slot.block.total.key] = total
    cells = sum(bool(text) for row in rows for text in row) + bool(total)
    extraction.values = {**extraction.values, **values}
    extraction.read += cells
    extraction.placed += cells
