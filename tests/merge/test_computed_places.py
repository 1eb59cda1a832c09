"""A figure follows from facts: a merge brings these in, and tells what was written over it."""

from __future__ import annotations

import pytest

from passportkit.forms import Form, bind
from passportkit.forms.bind import said_by
from passportkit.forms.loading import load_form
from passportkit.merge import Merge, merge
from passportkit.practice import BUILT_IN, Practice
from passportkit.source import parse, read

FORM = """\
form: own
version: 1
title: Заявка
source: придумана
sections:
- {heading: Название, show: title}
- heading: Смета
  rows: costs
  columns: [{heading: Статья, show: item}, {heading: Сумма, show: amount}]
  total: {label: "Всего:", compute: "sum(costs.amount)"}
"""
FILE = """\
passport: 1
title: Сквер
costs:
- item: Скамьи
  amount: 100,00
- item: Саженцы
  amount: 200,00
"""


def form() -> Form:
    loaded = load_form(read(FORM.encode(), "form.yaml"), BUILT_IN).value
    assert loaded is not None
    return loaded


def practice(text: str) -> Practice:
    parsed = parse(Practice, read(text.encode(), "сквер.yaml").data or {}).value
    assert parsed is not None
    return parsed


def merged(file: str, document: str, figure: str | None = None, *, stamped: bool = True) -> Merge:
    """Return the merge of a document that was made of `FILE` and says by now what `document` does.

    The figure in it is the old one if nothing is said.
    """
    stamp = bind(form(), practice(FILE)).stamp
    says = dict(said_by(form(), practice(document)))
    says["sum_costs_amount"] = said_by(form(), practice(FILE))["sum_costs_amount"]
    if figure is not None:
        says["sum_costs_amount"] = figure
    return merge(read(file.encode(), "сквер.yaml"), form(), says, stamp if stamped else None)


OTHER = FILE.replace("200,00", "250,00")


@pytest.mark.parametrize(
    ("file", "document", "figure"),
    [
        (FILE, FILE, None),
        (OTHER, FILE, None),
        (FILE, OTHER, None),
        (FILE, OTHER, "350,00"),
        (FILE, OTHER, "350 руб."),
        (FILE, OTHER, ""),
        (OTHER, FILE.replace("100,00", "150,00"), "350,00"),
        (OTHER, FILE.replace("100,00", "150,00"), "400,00"),
    ],
)
def test_a_figure_that_follows_is_neither_changed_nor_in_conflict(file, document, figure):
    done = merged(file, document, figure)
    assert {each.label.key for each in done.changes} <= {"costs"}
    assert (done.conflicts, done.left) == ((), ())


@pytest.mark.parametrize("stamped", [True, False])
def test_what_was_written_over_a_figure_is_told(stamped):
    done = merged(FILE, FILE, "500,00", stamped=stamped)
    assert done.text == FILE
    assert [(each.words, str(each.reason)) for each in done.left] == [
        ("500,00", "this is computed: correct what it is computed of")
    ]
