"""The sums below columns: which values are added up, and what the form must say for it."""

from __future__ import annotations

from typing import Any

import pytest

from passportkit.forms import bind
from passportkit.forms.loading import load_form
from passportkit.practice import BUILT_IN, Practice
from passportkit.source import read
from tests.word.conftest import form_of

HEAD = "form: small\nversion: 1\ntitle: Заявка\nsource: придумана для проверки\n"


def text_of(table: str) -> str:
    return f"""{HEAD}sections:
  - number: 1
    heading: Таблица
    {table}"""


def summed(table: str, **says: Any) -> list[str]:
    """Return the sums below the columns of a table that have one."""
    practice = Practice.model_validate({"passport": "1", "title": "Сад", **says})
    values = bind(form_of(text_of(table)), practice).values
    return [str(value) for key, value in values.items() if key.endswith("_total")]


COSTS = """rows: costs
    columns:
      - {heading: Статья, show: item}
      - {heading: "Сумма, руб.", show: amount, total: sum}
    total: {label: Итого}"""

RESULTS = """rows: results
    columns:
      - {heading: Показатель, show: indicator}
      - {heading: Значение, show: value, total: sum}
    total: {label: Итого}"""


@pytest.mark.parametrize(
    ("amounts", "total"),
    [
        (["1 000", "500,50"], "1 500,50"),
        (["1,5 млн руб.", "200 тыс. руб."], "1 700 000,00"),
        (["1 000", "около 500"], ""),
        (["1 000", None, "–"], "1 000,00"),
        ([None], ""),
        ([], ""),
    ],
)
def test_sums_of_money_are_added_up_where_all_are_exact(amounts, total):
    costs = [{"item": "Саженцы", "amount": amount} for amount in amounts]
    assert summed(COSTS, costs=costs) == [total.replace(" ", "\N{NO-BREAK SPACE}")]


@pytest.mark.parametrize(
    ("values", "total"),
    [
        (["1000", "0,5"], "1 000,5"),
        (["5 чел.", "7 чел."], "12 чел."),
        (["5 чел.", "7 мест"], ""),
        (["5", "более 7"], ""),
        (["5", "с 3 до 7"], ""),
        (["5", "много"], ""),
    ],
)
def test_numbers_are_added_up_where_all_are_exact_and_of_one_unit(values, total):
    results = [{"indicator": "Занятия", "value": value} for value in values]
    assert summed(RESULTS, results=results) == [total.replace(" ", "\N{NO-BREAK SPACE}")]


def test_each_column_has_a_sum_of_its_own():
    table = """rows: indicators
    columns:
      - {heading: Показатель, show: name}
      - {heading: До, show: before, total: sum}
      - {heading: Единица, show: unit}
      - {heading: После, show: after, total: sum}
    total: {label: Итого}"""
    rows = [{"name": "Мест", "before": "1", "after": "3"}, {"before": "2", "after": "много"}]
    assert summed(table, indicators=rows) == ["3", ""]


def found(table: str) -> list[str]:
    loaded = load_form(read(text_of(table).encode(), "form.yaml"), BUILT_IN)
    assert loaded.value is None
    return [f"{each.place.line if each.place else 0} {each.message}" for each in loaded.findings]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("    total: {label: Итого}", ""), "`total: sum` of a column needs a `total`"),
        (("label: Итого", "label: Итого, show: costs-total"), "one of `show`, `compute`"),
        ((", total: sum", ""), "one of `show`, `compute`, and columns"),
        (("rows: costs", "record: audience"), "`total: sum` belongs to columns of `rows`"),
        (("show: item", "show: item, total: sum"), "“item” is neither a sum of money nor a number"),
        (("rows: costs", "rows: costs\n    row-number: none"), None),
    ],
)
def test_what_a_form_says_of_sums_must_fit(change, message):
    table = COSTS.replace(*change)
    if message is None:
        form_of(text_of(table))
    else:
        assert message in found(table)[-1]


def test_the_label_of_a_total_needs_a_column_before_the_sums():
    table = COSTS.replace("rows: costs", "rows: costs\n    row-number: none")
    table = table.replace("      - {heading: Статья, show: item}\n", "")
    assert found(table) == [
        "11 the first column has a sum, and the label of the total has no place"
    ]
