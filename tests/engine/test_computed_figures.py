"""Figures on their way into Word and back: they say no fact; what is written over one is told."""

from __future__ import annotations

import pytest

from passportkit.engine.importing import Choice, Imported, import_document
from passportkit.engine.round_trip import RoundTrip
from passportkit.forms import Form, bind
from passportkit.forms.filled import Filled
from passportkit.forms.loading import load_form
from passportkit.language import translator
from passportkit.practice import BUILT_IN, Practice
from passportkit.report.form_page import page
from passportkit.source import parse, read
from passportkit.word.template.build import build
from passportkit.word.template.compile import compile_template
from passportkit.word.write.fill import fill

FORM = """\
form: own
version: 1
title: Заявка
source: придумана
sections:
- {number: 1, heading: Название, show: title}
- number: 2
  heading: Смета
  rows: costs
  columns: [{heading: Статья, show: item}, {heading: Сумма, show: amount}]
  total: {label: "Всего:", compute: sum(costs.amount)}
- number: 3
  heading: Деньги
  parts:
  - {label: "Грант:", show: applications.last.requested}
  - {label: "Доля, %:", compute: "share(applications.last.requested, sum(costs.amount))"}
- {number: 4, heading: Остаток, compute: "difference(budget, sum(costs.amount))"}
"""
TEXT = """\
passport: 1
title: Сквер
budget: 1 000
costs: [{item: Скамьи, amount: 100}, {item: Саженцы, amount: "200,50"}]
applications: [{requested: 150}]
"""
SHARE = "share_applications_last_requested_sum_costs_amount"


@pytest.fixture(scope="module")
def form() -> Form:
    loaded = load_form(read(FORM.encode(), "form.yaml"), BUILT_IN)
    assert loaded.value is not None, loaded.findings
    return loaded.value


def filled(form: Form) -> Filled:
    practice = parse(Practice, read(TEXT.encode(), "сквер.yaml").data or {}).value
    assert practice is not None
    return bind(form, practice)


def imported(form: Form, written: Filled) -> Imported:
    document = fill(compile_template(build(form)), written)
    return import_document(document, "заявка.docx", Choice([form]))


def test_a_form_with_figures_comes_back(form):
    assert [*RoundTrip(form, None).findings()] == []


def test_figures_say_no_fact(form):
    received = imported(form, filled(form))
    assert received.left == ()
    assert received.facts == {
        "title": "Сквер",
        "costs": [
            {"item": "Скамьи", "amount": "100"},
            {"item": "Саженцы", "amount": "200,50"},
        ],
        "applications": [{"requested": "150"}],
    }
    account = received.account()
    assert (account.missing, account.words("left")) == ([], 0)


def test_what_was_written_over_a_figure_is_told(form):
    written = filled(form)
    said = {**written.values, SHARE: "60", "sum_costs_amount": "примерно 300"}
    received = imported(form, written._replace(values=said))
    assert [each.text for each in received.left] == ["примерно 300", "60"]
    assert "costs_total" not in received.facts


def test_the_form_is_told_with_what_it_computes(form):
    lines = [line.strip() for line in page(form, translator("en"), 200)]
    assert "Всего: computed as `sum(costs.amount)`" in lines
    assert "computed as `difference(budget, sum(costs.amount))`" in lines
