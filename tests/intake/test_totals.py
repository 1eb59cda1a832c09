"""The last row of a table: its label, which may have brackets and signs, and what it says."""

import pytest

from passportkit.forms import Catalogue
from tests.intake.conftest import found, read, table

SECTION = "1. Смета расходов"
HEADS = ["Вид расходов", "Сумма"]

FORM = """
form: smeta
version: 1
source: своя
title: Смета
sections:
  - number: 1
    heading: Смета расходов
    rows: costs
    columns:
      - {heading: Вид расходов, show: item}
      - {heading: Сумма, show: amount}
    total: {label: "LABEL", show: costs-total}
"""


@pytest.fixture
def form(tmp_path, request):
    folder = tmp_path / "smeta"
    folder.mkdir()
    (folder / "form.yaml").write_text(FORM.replace("LABEL", request.param), "utf-8")
    return Catalogue([tmp_path]).form("smeta")


@pytest.mark.parametrize(
    ("form", "row", "total"),
    [
        ("Всего (за весь срок).", ["Всего (за весь срок). 900 руб."], "900 руб."),
        ("Всего (за весь срок).", ["Всего (за весь срок): 900 руб."], "900 руб."),
        ("Всего (за весь срок):", ["**Всего (за весь срок):** 900 руб."], "900 руб."),
        ("Всего (за весь срок):", ["Всего (за весь срок) – 900 руб."], "900 руб."),
        ("Всего (за весь срок):", ["Всего (за весь срок):", "900 руб."], "900 руб."),
        ("Всего [за год]", ["Всего [за год] 900 руб."], "900 руб."),
    ],
    indirect=["form"],
)
def test_a_label_is_known_with_its_brackets_and_signs(form, row, total):
    assert found(form, SECTION, table(HEADS, ["лыжи", "900 руб."], row))["costs_total"] == total


@pytest.mark.parametrize(
    ("form", "row"),
    [
        ("Итого (тыс. руб.):", ["Итого (тыс. руб.): 9,5"]),
        ("Итого (тыс. руб.):", ["Итого (тыс. руб.):", "9,5"]),
        ("Итого (тыс. руб.):", ["Итого (тыс. руб.): 9,5 тыс. руб."]),
        ("Итого", ["Итого (тыс. руб.): 9,5"]),
        ("Итого", ["Итого (тыс. руб.):", "9,5"]),
    ],
    indirect=["form"],
)
def test_a_unit_in_the_label_is_that_of_the_total(form, row):
    values = found(form, SECTION, table(HEADS, ["лыжи", "9 500"], row))
    assert values["costs_total"] == "9,5 тыс. руб."


@pytest.mark.parametrize("form", ["Итого (тыс. руб.):"], indirect=True)
def test_so_is_it_where_the_total_stands_under_the_table(form):
    below = "Итого (тыс. руб.): 9,5"
    values = found(form, SECTION, table(HEADS, ["лыжи", "9 500"]), below)
    assert values["costs_total"] == "9,5 тыс. руб."


@pytest.mark.parametrize(
    ("form", "label"),
    [
        ("Всего (за весь срок).", "Всего (за весь срок)."),
        ("Всего (за весь срок):", "Всего (за весь срок):"),
        ("Итого (тыс. руб.):", "Итого (тыс. руб.):"),
        ("Итого", "Итого (тыс. руб.):"),
    ],
    indirect=["form"],
)
def test_an_empty_total_stays_empty(form, label):
    extraction = read(form, SECTION, table(HEADS, ["лыжи", "900 руб."], [label]))
    assert "costs_total" not in extraction.values
    assert extraction.left == []
