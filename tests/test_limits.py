"""Each limit at its edge: what has so much is read, what has one more is refused in words."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import NamedTuple
from zipfile import ZIP_STORED, ZipFile

import pytest

from passportkit import Toolkit, translator
from passportkit.documents import bounds, zipped
from passportkit.documents.kinds import identify
from passportkit.documents.zipped import Zipped
from passportkit.errors import CannotGoOn
from passportkit.facts import form_words
from passportkit.files.contents import DOCUMENT, LARGEST
from passportkit.findings import Severity
from passportkit.forms import Catalogue, Filled, bind, extent
from passportkit.forms.loading import load_form
from passportkit.paper.page import page
from passportkit.paper.page.page import read_page
from passportkit.paper.pasted import pasted
from passportkit.paper.pasted.pasted import read_pasted
from passportkit.practice import BUILT_IN
from passportkit.report.result import MOST_TOLD
from passportkit.source import reading
from passportkit.source.reading import DEEPEST, MOST_VALUES, read
from passportkit.word.package import admission
from passportkit.word.read.bindings import MOST_STORES
from passportkit.word.read.body import read_document
from passportkit.word.template import tags
from passportkit.word.template.compile import compile_template
from passportkit.word.write import size_left
from passportkit.word.write.fill import fill
from passportkit.workbook import blocks, package
from passportkit.workbook.read import read_workbook
from passportkit.workspace import settings_text
from passportkit.workspace.settings_text import SETTINGS
from tests.word.conftest import form_of, template
from tests.word.foreign import document, p
from tests.workbook.books import book

KIT = Toolkit()
PASSPORT = "practice-passport"
bind_of = sys.modules["passportkit.forms.bind"]
ROOT = Path(__file__).parents[1]


def archive(*parts: str) -> bytes:
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_STORED) as made:
        for number, part in enumerate(parts):
            made.writestr(f"{number}.xml", part)
    return file.getvalue()


def all_of(*parts: str, signs: int = bounds.SIGNS) -> None:
    found = Zipped(archive(*parts), signs=signs)
    for name in found.names:
        zipped.parse(found.read_xml(name))


def nested(levels: int) -> str:
    return "<a>" * levels + "</a>" * levels


def sheet_of(cells: int) -> None:
    """Read a sheet with so many cells, or a few more where they make no even rows."""
    columns = 4 + cells % 4
    rows = [[f"{row} {column}" for column in range(columns)] for row in range(cells // 4)]
    read_workbook(identify(book({"Смета": rows})))


def sheets_of(sheets: int) -> None:
    read_workbook(identify(book({f"Лист {n}": [["а"]] for n in range(sheets)})))


def document_of(words: str) -> None:
    read_document(document(p(words)))


TEMPLATE = compile_template(template("{{ text }}"))


def made_of(words: str) -> bytes:
    return fill(TEMPLATE, Filled("", {"text": words}))


def said_around() -> int:
    """Return how many characters a document has outside of tags, and in addresses, beside text."""
    with ZipFile(io.BytesIO(made_of(""))) as file:
        parts = [part.decode() for name in file.namelist() if (part := file.read(name))[:1] == b"<"]
    return sum(len("".join(re.findall('(?:>| Target=")([^<"]+)', xml))) for xml in parts)


FORM = """\
form: own
version: 1
source: а
title: б
sections: [{number: 1, heading: в, show: summary}]
"""


def shown_of(words: str) -> None:
    bind(
        form_of(FORM),
        BUILT_IN.practice.model_validate({"passport": "1", "title": "а", "summary": words}),
    )


def page_of(words: str) -> None:
    read_page(f"<html><body>{words}</body></html>".encode())


def text_of(words: str) -> None:
    read_pasted(words)


def load(form: str) -> None:
    for finding in load_form(read(form.encode(), "form.yaml"), BUILT_IN).findings:
        if finding.severity is Severity.ERROR:
            raise CannotGoOn(finding.message)


def labelled(characters: int) -> None:
    load(FORM.replace("heading: в", f"heading: {'в' * characters}"))


def columned(columns: int) -> None:
    heads = ", ".join(f"{{heading: г{n}, show: text}}" for n in range(columns))
    load(FORM.replace("show: summary", f"rows: tasks, columns: [{heads}]"))


def placed(places: int) -> None:
    """Load a form with so many places: a section, a group, a text, parts and a table."""
    parts = ", ".join(f"{{label: г{n}, show: summary}}" for n in range(places - 7))
    table = "{rows: costs, columns: [{heading: д, show: item}], total: {label: е, show: budget}}"
    blocks = f"blocks: [{{show: title}}, {{parts: [{parts}]}}, {table}]"
    load(FORM.replace("show: summary}", f"{blocks}}}, {{group: ж}}"))


class Edge(NamedTuple):
    """A limit, a small number in its place, and what reads something of a size.

    Where libxml2 has the limit, or the call, it has no name.
    """

    where: ModuleType
    limit: str
    small: int
    read: Callable[[int], object]


EDGES = {
    "entries": Edge(zipped, "ENTRIES", 3, lambda n: all_of(*["<a/>"] * n)),
    "a part": Edge(zipped, "PART_LIMIT", 20, lambda n: all_of(f"<a>{'b' * (n - 7)}</a>")),
    "parts": Edge(zipped, "TOTAL_LIMIT", 20, lambda n: all_of("<a/>", f"<a>{'b' * (n - 11)}</a>")),
    "signs": Edge(zipped, "", 10, lambda n: all_of(f"<a>{'<b/>' * (n - 2)}</a>", signs=10)),
    "words": Edge(zipped, "WORDS", 400, lambda n: document_of("x" * n)),
    "a document that is made": Edge(
        size_left, "WORDS", 200_000, lambda n: made_of("x" * (n - said_around()))
    ),
    "a form": Edge(bind_of, "MOST_SHOWN", 400, lambda n: shown_of("x" * (n - 20))),
    "labels": Edge(form_words, "LONGEST_LABEL", 40, labelled),
    "columns": Edge(extent, "MOST_COLUMNS", 5, columned),
    "places": Edge(extent, "MOST_PLACES", 12, placed),
    "levels": Edge(zipped, "", 256, lambda n: all_of(nested(n))),
    "a page": Edge(page, "LARGEST", 40, lambda n: page_of("x" * (n - 26))),
    "tags": Edge(page, "MOST_TAGS", 40, lambda n: page_of("<b>" * (n - 5) + "x</b>")),
    "separators": Edge(page, "MOST_SEPARATORS", 40, lambda n: page_of(f"<b{' ' * n}>x</b>")),
    "a pasted text": Edge(pasted, "LARGEST", 40, lambda n: text_of("x" * n)),
    "lines": Edge(pasted, "MOST_LINES", 40, lambda n: text_of("x" + "\n" * n)),
    "tags of a template": Edge(
        tags,
        "MOST_TAGS",
        6,
        lambda n: compile_template(template("{{ a }} {{ b }}", "{{ c }}" * (n - 2))),
    ),
    "sheets": Edge(package, "MOST_SHEETS", 4, sheets_of),
    "cells": Edge(blocks, "MOST_CELLS", 40, sheet_of),
}


@pytest.mark.parametrize("name", EDGES)
def test_what_is_at_the_limit_is_read_and_what_is_above_is_refused(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    where, limit, small, read = EDGES[name]
    if limit:
        monkeypatch.setattr(where, limit, small)
    read(small)
    with pytest.raises(CannotGoOn) as refused:
        read(small + 1)
    assert len(str(refused.value)) > 20


def test_the_page_of_limits_says_what_holds() -> None:
    english = (ROOT / "docs/security.md").read_text("utf-8")
    said = [
        (LARGEST // 2**20, "| {} MB |"),
        (DOCUMENT.largest // 2**20, "| a document | {} MB;"),
        (admission.SIGNS, "{:,} elements and attributes"),
        (SETTINGS.largest // 2**10, "| settings | {} KB,"),
        (settings_text.DEEPEST, "| settings | 64 KB, {} levels"),
        (DEEPEST, "| YAML | {} levels"),
        (MOST_VALUES, "{:,} keys and values"),
        (zipped.ENTRIES, "{:,} entries"),
        (bounds.PART_LIMIT // 2**20, "unpacks to {} MB"),
        (bounds.TOTAL_LIMIT // 2**20, "read to {} MB"),
        (bounds.SIGNS, "{:,} elements and attributes"),
        (bounds.WORDS // 10**6, "{} million characters, what it refers to"),
        (page.MOST_TAGS, "{:,} tags"),
        (pasted.MOST_LINES, "{:,} lines"),
        (blocks.MOST_CELLS, "{:,} cells"),
        (package.MOST_SHEETS, "| a workbook | {} sheets"),
        (bind_of.MOST_SHOWN // 10**6, "shows of a practice, each time | {} million characters"),
        (form_words.LONGEST_LABEL, "a heading, a label, a note of a form | {:,} characters"),
        (extent.MOST_PLACES, "places of a form | {} in all"),
        (extent.MOST_COLUMNS, "{} columns in a table"),
        (tags.MOST_TAGS, "and {:,} tags"),
        (MOST_STORES, "names none | {}"),
        (MOST_TOLD, "told of a file | {:,}"),
    ]
    assert [words for n, words in said if words.format(n) not in english] == []


def test_what_a_workbook_may_have_a_practice_may_hold() -> None:
    assert 3 * blocks.MOST_CELLS < MOST_VALUES  # a row, a key and a value for each


def practice_of(goals: int) -> str:
    listed = "".join(f"  - Цель {n}\n" for n in range(goals))
    return f"passport: 1\ntitle: Клуб\nforms: [{PASSPORT}]\nsummary: Соседи\ngoals:\n{listed}"


def written(document: bytes) -> str:
    return KIT.import_document(document, name="a.docx").text("a.docx", translator("en"))


def converted(document: bytes) -> bytes:
    return KIT.convert(document, "algorithm", name="a.docx").content


def brought(document: bytes) -> str:
    of_another = "passport: 1\ntitle: Сад\n"
    corrected = KIT.correct(of_another, document, take="theirs")
    return corrected.text("a.docx", translator("en"))


@pytest.mark.parametrize("made", [written, converted, brought])
def test_no_practice_is_made_that_has_more_values_than_one_may_have(
    made: Callable[[bytes], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    few, many = (
        KIT.render(KIT.check(practice_of(n), forms=PASSPORT), PASSPORT, draft=True)
        for n in (40, 60)
    )
    KIT.catalogue.form("algorithm")  # which has more values than what follows may have
    monkeypatch.setattr(reading, "MOST_VALUES", 60)
    made(few)
    with pytest.raises(CannotGoOn, match="would have more than 60 keys and values"):
        made(many)


def test_all_sheets_together_have_no_more_cells_than_one_may_have(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(blocks, "MOST_CELLS", 40)
    rows = [[f"{row} {column}" for column in range(4)] for row in range(5)]
    read_workbook(identify(book({"Смета": rows, "План": rows})))
    with pytest.raises(CannotGoOn, match="more than 40 cells"):
        read_workbook(identify(book({"Смета": rows, "План": rows, "Итоги": rows})))


def test_the_built_in_forms_are_far_below_the_limits() -> None:
    catalogue = Catalogue()
    sizes = [len(catalogue.content(name)) for name in catalogue.names()]
    assert max(sizes) < LARGEST / 100
