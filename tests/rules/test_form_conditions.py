"""A condition of a form is found where the practice says what breaks it, in the form's words."""

from __future__ import annotations

import pytest

from passportkit.findings import Finding
from passportkit.forms import Form
from passportkit.forms.loading import load_form
from passportkit.rules import examine
from passportkit.rules.form_condition import RULE
from passportkit.rules.selection import Selection
from passportkit.source import read
from tests.rules.test_registry import CATALOGUE

SAYS = "Собственные средства – не менее 10 % стоимости"


def form_with(that: str, severity: str = "") -> Form:
    text = f"""\
form: own
version: 1
title: Заявка
source: придумана
conditions:
- that: "{that}"
  says: {SAYS}
{severity}
sections:
- {{heading: Название, show: title}}
"""
    loaded = load_form(read(text.encode(), "form.yaml"), CATALOGUE.vocabulary)
    assert loaded.value is not None, loaded.findings
    return loaded.value


def found(that: str, said: str, severity: str = "") -> list[Finding]:
    source = read(f"passport: 1\ntitle: Сквер\nforms: [own]\n{said}".encode(), "сквер.yaml")
    only = Selection(only=frozenset({RULE.name}))
    form = form_with(that, severity)
    return [*examine(source, [form], catalogue=CATALOGUE, chosen=only).findings]


SHARE = "share(own_money, budget) >= 10 %"
FEW = "own_money: 90 000\nbudget: 1 000 000\n"


def test_it_is_told_in_the_words_of_the_form_with_the_figure():
    (finding,) = found(SHARE, FEW)
    assert str(finding.message) == f"{SAYS} (condition of the form “own”)"
    assert str(finding.help) == f"here it is 9,00 %: `{SHARE}`"
    assert finding.place is not None
    assert (finding.severity, finding.place.line, finding.place.column) == ("error", 4, 12)


def test_a_share_is_never_told_as_the_limit_that_it_misses():
    (finding,) = found(SHARE, "own_money: 99 999,99\nbudget: 1 000 000\n")
    assert str(finding.help).startswith("here it is 9,99 %")


def test_it_weighs_what_the_form_says():
    assert [each.severity for each in found(SHARE, FEW, "  severity: warning")] == ["warning"]


@pytest.mark.parametrize(
    ("that", "said", "count"),
    [
        (SHARE, "own_money: 100 000\nbudget: 1 000 000\n", 0),
        (SHARE, "own_money: 99 999,99\nbudget: 1 000 000\n", 1),
        ("budget <= 500 000", "budget: 500 000\n", 0),
        ("budget <= 500000", "budget: 500,1 тыс. руб.\n", 1),
        ("budget < 500000", "budget: 500 000\n", 1),
        ("budget > 500000", "budget: 500 000\n", 1),
        ("count(tasks) = 2", "tasks: [Убрать, Посадить]\n", 0),
        ("count(tasks) = 2", "tasks: [Убрать, Посадить, Полить]\n", 1),
        ("difference(budget, sum(costs.amount)) = 0", "budget: 5\ncosts: [{amount: 5}]\n", 0),
        # what is missing, or not exact, breaks nothing
        (SHARE, "own_money: 90 000\n", 0),
        (SHARE, "own_money: около 90 000\nbudget: 1 000 000\n", 0),
        ("count(tasks) >= 2", "tasks: Убрать\n", 0),
        ("sum(costs.amount) <= 5", "costs: [{amount: 9}, {item: Доски}]\n", 0),
        # and where something has been left out, nobody knows
        ("sum(costs.amount) <= 5", "costs: [{amount: 9}, {amount: [1]}]\n", 0),
        # one form may get other words
        ("budget <= 5", "budget: 9\nfor: {own: {budget: 4}}\n", 0),
    ],
)
def test_it_is_broken_by_exact_figures_alone(that, said, count):
    assert len(found(that, said)) == count


@pytest.mark.parametrize(
    ("that", "said", "place"),
    [
        ("sum(costs.amount) <= 5", "costs:\n- {item: Доски, amount: 9}\n", (5, 1)),
        (
            "applications.last.requested <= 5",
            "applications:\n- {requested: 1}\n- {requested: 9}\n",
            (6, 15),
        ),
        ("budget <= 5", "budget: 4\nfor:\n  own:\n    budget: 9\n", (7, 13)),
    ],
)
def test_it_is_found_at_the_first_fact_that_it_names(that, said, place):
    (finding,) = found(that, said)
    assert finding.place is not None
    assert (finding.place.line, finding.place.column) == place
