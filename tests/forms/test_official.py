"""The official forms have their official words, as files in `labels/` have them from the paper.

A line is one thing that the paper shows: `⏎` stands for a line break, `[3]` for the number of a
section, `[3]*` for a row that begins a part of a grid; lines that begin with `#` are remarks.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from passportkit.forms import Catalogue, Form
from passportkit.forms.model import Block, Group, Section

CATALOGUE = Catalogue()
LABELS = Path(__file__).parent / "labels"


def printed(form: Form) -> Iterator[str]:
    """Yield what an empty form shows, from top to bottom, and what is demanded of an author."""
    yield f"layout: {form.layout}"
    if form.annex:
        yield f"annex: {form.annex}"
    yield f"title: {form.title}"
    if form.grid:
        yield f"columns: {' | '.join(form.grid.columns)}"
        yield f"rows above them: {form.grid.head_after}"
    for entry in form.entries:
        if isinstance(entry, Group):
            yield f"[{entry.number}]* {entry.group}"
        elif isinstance(entry, Section):
            yield from _section(form, entry)


def _section(form: Form, section: Section) -> Iterator[str]:
    yield f"[{section.number or ''}] {section.heading or ''}".rstrip()
    if section.note:
        yield f"  note: {section.note}"
    for block in section.content:
        yield from _block(form, section, block)


def _block(form: Form, section: Section, block: Block) -> Iterator[str]:
    if block.caption:
        yield f"  caption: {block.caption}"
    if block.show:
        yield "  text"
    yield from (f"  label: {part.label}" for part in block.parts or ())
    if block.is_table:
        yield f"  rows numbered: {form.row_style(block)}" if block.rows else "  one row, no number"
    for column in block.columns or ():
        yield f"  column{', equal cells merged' if column.merge else ''}: {column.heading}"
    if block.total:
        yield f"  total: {block.total.label}"
    limit = section.limit_of(block)
    if limit and limit.pages:
        yield f"  pages at most: {limit.pages:g}"
    if limit and limit.characters:
        yield f"  characters at most: {limit.characters}"
    if not (section.required and block.required):
        yield "  may be left empty"


def paper(name: str) -> list[str]:
    """Return what the paper of a form shows."""
    labels = LABELS / f"{name}.txt"
    assert labels.is_file(), f"write into {labels} what the paper of the form shows"
    lines = labels.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


@pytest.mark.parametrize("name", CATALOGUE.names())
def test_a_form_prints_its_official_words_to_the_letter(name):
    form = CATALOGUE.form(name)
    assert [line.replace("\n", "⏎") for line in printed(form)] == paper(name)


def test_there_are_labels_of_official_forms_only():
    assert {path.stem for path in LABELS.iterdir()} <= set(CATALOGUE.names())


@pytest.mark.parametrize("name", CATALOGUE.names())
def test_a_form_says_where_it_comes_from(name):
    assert CATALOGUE.form(name).source
