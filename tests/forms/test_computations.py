"""What a form computes: exact figures as official papers print them, or nothing."""

from __future__ import annotations

import pytest

from passportkit.facts.vocabularies import vocabulary_with
from passportkit.forms import Form, bind, blank, missing
from passportkit.forms.computations import agrees
from passportkit.forms.loading import load_form
from passportkit.forms.questions import questions_of
from passportkit.forms.scaffold import scaffold
from passportkit.forms.unbind import unbind
from passportkit.language import translator
from passportkit.practice import Practice
from passportkit.source import parse, read
from tests.facts.vocabularies import declarations

VOCABULARY = vocabulary_with(
    declarations(
        {
            "own_money": {"title": "Свои", "type": "money"},
            "residents": {"title": "Жителей", "type": "number", "unit": "чел."},
            "visitors": {"title": "Гостей", "type": "number", "unit": "чел."},
            "estimate": {
                "title": "Смета",
                "type": "table",
                "columns": {
                    "item": {"title": "Статья"},
                    "own": {"title": "Свои", "type": "money"},
                    "days": {"title": "Дней", "type": "number"},
                },
            },
        }
    )
)
SAID = """\
passport: 1
title: Сквер
budget: 1 000 000
own_money: 125,5 тыс. руб.
residents: 1 240
visitors: 40 чел.
tasks: [Убрать, Посадить]
goals: Чтобы всем было хорошо.
costs:
- {item: Саженцы, amount: "40 000,50"}
- {item: Скамьи, amount: 60 000 руб.}
applications:
- {contest: Первый, requested: 250 000}
- {contest: Второй, requested: 500 000}
estimate:
- {item: Грунт, own: 100, days: "1,5"}
- {item: Доски, own: 200, days: 2}
"""


def form_with(said: str) -> Form:
    text = f"""\
form: own
version: 1
title: Заявка
source: придумана
sections:
- {{heading: Название, show: title}}
- {{heading: Итого, {said}}}
"""
    form = load_form(read(text.encode(), "form.yaml"), VOCABULARY)
    assert form.value is not None, form.findings
    return form.value


def practice(text: str) -> Practice:
    parsed = parse(VOCABULARY.practice, read(text.encode(), "сквер.yaml").data or {})
    assert parsed.value is not None
    return parsed.value


def computed(formula: str, text: str = SAID) -> str:
    """Return what a form prints, no-break blanks as `~`."""
    values = bind(form_with(f'compute: "{formula}"'), practice(text)).values
    words = list(values.values())[1]
    assert isinstance(words, str)
    return words.replace("\N{NO-BREAK SPACE}", "~")


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        ("sum(costs.amount)", "100~000,50"),
        ("sum(estimate.own)", "300,00"),
        ("sum(estimate.days)", "3,5"),
        ("sum(applications.requested)", "750~000,00"),
        ("count(costs)", "2"),
        ("count(tasks)", "2"),
        ("count(costs.details)", ""),
        ("share(own_money, budget)", "12,55"),
        ("share(applications.last.requested, budget)", "50,00"),
        ("share(applications.1.requested, budget)", "25,00"),
        ("share(applications.3.requested, budget)", ""),
        ("share(visitors, residents)", "3,23"),
        ("share(count(tasks), residents)", "0,16"),
        ("share(sum(estimate.own), own_money)", "0,24"),
        ("difference(budget, sum(costs.amount))", "899~999,50"),
        ("difference(own_money, budget)", "−874~500,00"),
        ("difference( residents,visitors )", "1~200"),
    ],
)
def test_a_figure_is_printed_as_official_papers_have_it(formula, words):
    assert computed(formula) == words


@pytest.mark.parametrize(
    ("formula", "before", "after"),
    [
        ("sum(costs.amount)", "60 000 руб.", "около 60 000 руб."),
        ("sum(costs.amount)", ", amount: 60 000 руб.", ""),
        ("sum(costs.amount)", "40 000,50", "40 000,505"),
        ("share(own_money, budget)", "125,5 тыс. руб.", "восьмая часть"),
        ("share(own_money, budget)", "budget: 1 000 000\n", ""),
        ("share(own_money, budget)", "1 000 000", "0"),
        ("share(visitors, residents)", "40 чел.", "более 40 чел."),
        ("share(visitors, residents)", "40 чел.", "40 тыс. чел."),
        ("sum(estimate.days)", "days: 2", "days: 2 недели"),
        ("count(tasks)", "[Убрать, Посадить]", "Убрать и посадить"),
    ],
)
def test_where_a_value_is_missing_or_not_exact_nothing_is_printed(formula, before, after):
    assert computed(formula) != ""
    assert computed(formula, SAID.replace(before, after)) == ""


def test_no_kopeck_is_lost_in_large_sums():
    rows = "".join(f"- {{item: n{n}, amount: '99 999 999 999 999,99'}}\n" for n in range(100))
    text = f"passport: 1\ntitle: Сквер\ncosts:\n{rows}"
    assert computed("sum(costs.amount)", text).replace("~", "") == "9999999999999999,00"


@pytest.mark.parametrize(
    "said",
    [
        'parts: [{label: "Доля:", compute: "share(own_money, budget)"}]',
        "rows: costs, columns: [{heading: А, show: item}, {heading: Б, show: amount}], "
        'total: {label: "Всего:", compute: "sum(costs.amount)"}',
    ],
)
def test_a_figure_stands_behind_a_label_too(said):
    values = bind(form_with(said), practice(SAID)).values
    assert "".join(map(str, values.values())).count(",5") > 0


def test_nobody_is_asked_for_a_figure():
    form = form_with('compute: "share(own_money, budget)"')
    empty = practice("passport: 1\ntitle: Сквер\n")
    assert missing(form, empty) == []
    assert questions_of([form]) == ()
    assert "own_money" not in scaffold("Сквер", [form], translator("ru"))
    assert list(blank(form).values.values())[1] == ""
    assert list(bind(form, empty, draft=True).values.values())[1] == ""


SHARE = form_with(
    'parts: [{label: "А:", show: own_money}, {label: "Б:", show: budget}, '
    '{label: "Доля:", compute: "share(own_money, budget)"}]'
)
KEY = "share_own_money_budget"


@pytest.mark.parametrize(
    ("figure", "left"),
    [
        ("12,55", []),
        ("**12,55**", []),
        ("12,55 %", []),
        ("", []),
        ("12,6", [(KEY, "12,6")]),
        ("около 13", [(KEY, "около 13")]),
    ],
)
def test_a_figure_says_no_fact_and_other_words_over_it_are_left(figure, left):
    says = {"own_money": "125 500", "budget": "1 000 000", KEY: figure}
    assert unbind(SHARE, says) == ({"own_money": "125 500", "budget": "1 000 000"}, left)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("12500", "12\N{NO-BREAK SPACE}500,00"),
        ("12,5 тыс. руб.", "12\N{NO-BREAK SPACE}500,00"),
        ("-5,00", "−5,00"),
        ("−5", "−5,00"),
    ],
)
def test_a_figure_is_known_in_another_spelling(words, shown):
    assert agrees(words, shown)
    assert not agrees(words, "7,00")
