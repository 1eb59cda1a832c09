"""Nothing takes longer than its input is long. How exactly, `benchmarks/growth.py` measures.

What can be counted is counted. For the rest a text of four times the length may take eight times
as long: what goes through a text for each of its characters takes sixteen times.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partialmethod
from typing import Any

import pytest

import passportkit.source.document
import passportkit.source.proof
import passportkit.suggestion
from passportkit.documents.zipped import Spent
from passportkit.forms import Catalogue, Form, extent
from passportkit.forms.loading import load_form
from passportkit.forms.shows import Show
from passportkit.forms.slots import slots_of
from passportkit.intake.head_words import is_figure, is_sum
from passportkit.intake.sheet_heads import places_in
from passportkit.intake.sheet_walk import SheetWalk
from passportkit.intake.totals import total_in_unit
from passportkit.language import translator
from passportkit.merge.patching import bring
from passportkit.paper import Cell, Paragraph, Row, Table
from passportkit.paper.notation import raised
from passportkit.paper.page.css import Sheet
from passportkit.paper.page.encoding import decoded
from passportkit.paper.site_remains import without_remains
from passportkit.practice import BUILT_IN
from passportkit.practice.acts import ActWords
from passportkit.practice.people import Contact
from passportkit.practice.view import View
from passportkit.report.full import show
from passportkit.report.result import MOST_TOLD, CheckRun, told
from passportkit.rules import act_number_before_date, link_address, missing_section, text_too_long
from passportkit.rules.examination import examine
from passportkit.rules.rule import Context
from passportkit.source import read
from passportkit.source.tracing import trace
from passportkit.source.writing import add_rows
from passportkit.suggestion import nearest
from passportkit.workbook.blocks import blocks_of
from passportkit.workbook.references import Address, Area
from passportkit.workbook.sheet import SeenSheet

SIZE = 8_000
SOON = 0.005
"""Seconds: what takes less tells nothing."""


def seconds(work: Callable[[Any], object], given: Any) -> float:
    """Return the least of some times: whatever else the machine does only adds to it."""
    took = []
    for _ in range(3):
        start = time.process_time()
        work(given)
        took.append(time.process_time() - start)
    return min(took)


def practice(**facts: Any) -> Context:
    model = BUILT_IN.practice
    return Context(model.model_validate({"passport": "1", "title": "а", **facts}), (), Catalogue())


def acts(text: str) -> object:
    return list(act_number_before_date.check(practice(acts=[{"act": text}])))


def links(text: str) -> object:
    return list(link_address.check(practice(summary=text, links=[{"url": text}])))


def examined(text: str) -> object:
    source = read(f"passport: 1\ntitle: а  {text}\n".encode(), "a.yaml")
    return examine(source, [], catalogue=Catalogue())


def items(text: str) -> object:
    return read(f"passport: 1\ntitle: а\ntasks:\n{text}".encode(), "a.yaml")


def contact(view: str) -> Callable[[str], object]:
    return Contact.views[view].read


TEXTS: list[tuple[Callable[[str], object], str]] = [
    (links, "https://a.b/"),
    (links, "https://"),
    (links, "http://a/.."),
    (acts, "от 12.12.2012 № 5 "),
    (acts, "№ 5 от 12.12.2012 "),
    (acts, "N-"),
    (acts, "№ 5" + " " * 500),
    (lambda text: ActWords(text).name, "«"),
    (contact("phones-and-emails"), "а"),
    (contact("phones-and-emails"), "5"),
    (contact("name-and-position"), "А"),
    (contact("name-and-position"), "Аб"),
    (lambda text: is_figure(f"1{text}х"), " "),
    (lambda text: is_sum(f"более {text}х"), " "),
    (lambda text: total_in_unit(f"тыс.{text}х", ""), " "),
    (lambda text: total_in_unit(f"тыс.{text}х", ""), "– "),
    (lambda text: raised(f"{text}х", "м"), "1"),
    (Sheet, "<style>"),
    (Sheet, "<style"),
    (lambda text: Sheet(f"<style>{text}</style>"), "а"),
    (lambda text: Sheet(f"<style>{text}</style>"), ".a{font-family:Symbol}"),
    (lambda text: decoded(f"{text}\xff</head>".encode("latin-1")), "<!--"),
    (lambda text: decoded(f"charset={text}\xff</head>".encode("latin-1")), " "),
    (lambda text: decoded(f"{text}\xff</head>".encode("latin-1")), "<meta "),
    (without_remains, "apikey="),
    (examined, "# passport: ignore "),
    (examined, "#\u2028# passport: ignore "),
    (items, "  - а #б\n"),
]


@pytest.mark.parametrize(("work", "piece"), TEXTS)
def test_a_text_takes_no_longer_than_it_is_long(work: Callable[[str], object], piece: str) -> None:
    short, long = (piece * (size // len(piece)) for size in (SIZE, 4 * SIZE))
    assert seconds(work, long) < 8 * max(seconds(work, short), SOON)


def gaps(size: int) -> object:
    """Lay out a column of words with empty rows between them."""
    words = {Address(3 * n, 1): "а" for n in range(1, size)}
    return [*blocks_of(SeenSheet("Лист", words), Spent())]


def gaps_of_merged(size: int) -> object:
    """Lay out words in cells that are merged over all columns."""
    words = {Address(1, 16_000): "а"} | {Address(3 * n, 1): "а" for n in range(1, size)}
    merges = [Area(at, Address(at.row, 16_000)) for at in words]
    return [*blocks_of(SeenSheet("Лист", words, merges), Spent())]


def hidden_between(size: int) -> object:
    """Lay out words on either side of columns that are hidden, with empty rows between them."""
    words = {Address(3 * n, at): "а" for n in range(1, size) for at in (1, 16_000)}
    return [*blocks_of(SeenSheet("Лист", words, hidden_columns=[range(2, 16_000)]), Spent())]


def table(*rows: tuple[str, str]) -> Table:
    cells = ([Cell([Paragraph(text)], n) for n, text in enumerate(row)] for row in rows)
    return Table([*map(Row, cells)])


HEADS = ("Статья затрат", "Сумма")
PLACES = places_in([Catalogue().form("practice-passport")])


def walked(*blocks: Table) -> object:
    walk = SheetWalk(PLACES)
    walk.go(blocks)
    return walk


@pytest.mark.parametrize(
    "work",
    [
        gaps,
        gaps_of_merged,
        hidden_between,
        lambda n: walked(table(HEADS), *[table(("Краска", "5"))] * n),
        lambda n: walked(table(HEADS), *[table(("Всего", "5"))] * n),
        lambda n: walked(table(HEADS, *[("Итого", "5")] * n)),
        lambda n: walked(table(*[HEADS, ("Краска", "5")] * n)),
    ],
    ids=["gaps", "merged", "hidden", "small tables", "totals below", "totals", "heads"],
)
def test_a_sheet_takes_no_longer_than_it_has_rows(work: Callable[[int], object]) -> None:
    assert seconds(work, 4_000) < 8 * max(seconds(work, 1_000), SOON)


class Counted:
    """A function that counts its calls."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self.calls = 0
        self._function = function

    def __call__(self, *arguments: Any, **options: Any) -> Any:
        self.calls += 1
        return self._function(*arguments, **options)


def test_a_text_is_traced_once_for_all_that_is_found_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    traced = Counted(trace)
    monkeypatch.setattr(passportkit.source.document, "trace", traced)
    text = f"passport: 1\ntitle: а\ncontacts:\n  - emails: ['{'a@b.c ' * 50}']\n"
    source = read(text.encode(), "a.yaml")
    findings = examine(source, [], catalogue=Catalogue()).findings
    assert sum(each.rule == "email-address" for each in findings) == 50
    assert traced.calls == 1


@pytest.mark.parametrize(
    "line",
    [
        "klyuch{n}: а\n",
        "# passport: ignore[pravilo-{n}]\n",
    ],
    ids=["unknown keys", "unknown rules"],
)
def test_what_was_meant_is_looked_for_only_of_what_is_told(
    line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = Counted(nearest)
    monkeypatch.setattr(passportkit.suggestion, "nearest", asked)
    lines = "".join(line.format(n=n) for n in range(3 * MOST_TOLD))
    source = read(f"passport: 1\ntitle: а\n{lines}".encode(), "a.yaml")
    findings = examine(source, [], catalogue=Catalogue()).findings
    assert len(findings) >= 3 * MOST_TOLD
    file = told(source, "a.yaml", findings)
    assert len("".join(map(str, show([file], CheckRun(), translator("en"), 80)))) > MOST_TOLD
    assert 0 < asked.calls <= MOST_TOLD


def form_of(sections: int, section: str) -> Form:
    text = "form: a\nversion: 1\nsource: а\ntitle: а\nsections:\n" + section * sections
    loaded = load_form(read(text.encode(), "form.yaml"), BUILT_IN)
    assert loaded.value is not None
    return loaded.value


def test_what_a_form_lacks_takes_no_longer_than_it_has_sections(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(extent, "MOST_PLACES", 10_000)
    forms = [form_of(n, "  - {heading: а, show: summary}\n") for n in (500, 2_000)]
    nothing = practice()

    def lacking(which: str) -> object:
        return list(missing_section.check(nothing._replace(forms=(forms[int(which)],))))

    assert seconds(lacking, "1") < 8 * max(seconds(lacking, "0"), SOON)


def test_a_heading_is_told_with_each_of_its_parts_and_not_all_of_it() -> None:
    parts = "{label: а, show: summary}, " * 50
    section = f"  - {{heading: {'а' * 1_900}, parts: [{{label: а, show: title}}, {parts}]}}\n"
    context = practice()._replace(forms=(form_of(1, section),))
    found = list(missing_section.check(context))
    assert len(found) == 50
    assert len({id(each.message.values["heading"]) for each in found}) == 1
    assert max(len(str(each.message)) for each in found) < 500


@pytest.mark.parametrize(
    ("facts", "shown"),
    [
        ({"goals": ["а", "б"]}, "show: goals, limit: {characters: 1}"),
        ({}, "show: goals, limit: {characters: 1}"),
        (
            {"activities": [{"executor": "а"}]},
            "rows: activities, columns: [{heading: а, show: description}]",
        ),
    ],
    ids=["items", "no items", "rows"],
)
def test_what_a_form_shows_again_and_again_is_looked_at_once(
    facts: dict[str, Any], shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = form_of(50, f"  - {{heading: а, {shown}}}\n")
    asked = Counted(View.show)
    monkeypatch.setattr(View, "show", partialmethod(asked))
    reader = Show.reader
    monkeypatch.setattr(Show, "reader", lambda show: Counted(reader(show)))
    context = practice(**facts)._replace(forms=(form,))
    cells = [cell.text for slot in slots_of(form) for cell in getattr(slot, "cells", ())]
    assert len([*missing_section.check(context), *text_too_long.check(context)]) == 50
    assert asked.calls + sum(each.calls for each in cells) <= 3


def reads(monkeypatch: pytest.MonkeyPatch, rows: int, values: Callable[[int], Any]) -> int:
    """Return how often a file is read while all of its rows get values."""
    items = "".join(f"  - executor: Дом {n}\n" for n in range(rows))
    source = read(f"passport: 1\ntitle: а\nactivities:\n{items}".encode(), "a.yaml")
    passportkit.source.proof._read.cache_clear()
    counted = Counted(read)
    with monkeypatch.context() as during:
        during.setattr(passportkit.source.proof, "read", counted)
        bring(source, dict(values(n) for n in range(rows)), BUILT_IN)
    return counted.calls


@pytest.mark.parametrize(
    "values",
    [
        lambda n: (("activities", n, "executor"), f"Клуб {n}"),
        lambda n: (("activities", n, "description"), f"Встреча {n}"),
        lambda n: (("activities", n), {"executor": f"Клуб {n}", "description": f"Встреча {n}"}),
    ],
    ids=["other words", "a new key", "both"],
)
def test_a_file_is_not_read_again_for_each_row_that_changes(
    monkeypatch: pytest.MonkeyPatch, values: Callable[[int], Any]
) -> None:
    assert reads(monkeypatch, 40, values) == reads(monkeypatch, 5, values)


def test_rows_are_put_into_a_list_at_once() -> None:
    source = read(b"passport: 1\ntitle: a\ngoals:\n", "a.yaml")
    edit = add_rows(source, ("goals",), [f"Цель {n}" for n in range(50)])
    assert len(edit.splices) <= 2


def test_what_is_found_in_a_text_without_measure_is_found_in_all_of_it() -> None:
    text = f"passport: 1\ntitle: а\ncontacts:\n  - emails: [а@б.в {'я' * 200_000}]\n"
    source = read(text.encode(), "a.yaml")
    place = source.place(("contacts", 0, "emails", 0), span=(0, 5))
    assert (place.column, place.end_column) == (14, 14 + 200_006)
