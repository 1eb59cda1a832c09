"""Sums that a form shows in thousands, in documents that name another unit."""

from __future__ import annotations

import pytest

from passportkit.forms.unbind import unbind
from passportkit.practice import BUILT_IN
from tests.any_forms import form_of
from tests.intake.conftest import found, table

FORM = form_of(
    {
        "form": "own",
        "version": 1,
        "source": "придумана",
        "title": "Заявка, которой нет",
        "sections": [
            {"number": 1, "heading": "Название проекта", "show": "title"},
            {
                "number": 2,
                "heading": "Смета проекта",
                "rows": "costs",
                "columns": [
                    {"heading": "Статья", "show": "item"},
                    {"heading": "Сумма, тыс. руб.", "show": "amount", "as": "thousands"},
                ],
            },
        ],
    },
    BUILT_IN,
)


@pytest.mark.parametrize(
    ("head", "amounts"),
    [
        ("Сумма, тыс. руб.", ["85 тыс. руб.", "15 000 руб."]),
        ("Сумма", ["85 тыс. руб.", "15 000 руб."]),
        ("Сумма, руб.", ["85 руб.", "15 000 руб."]),
        ("Сумма (рублей)", ["85 руб.", "15 000 руб."]),
        ("Сумма, млн руб.", ["85 млн руб.", "15 000 руб."]),
    ],
)
def test_figures_are_sums_in_the_unit_of_their_head(head, amounts):
    said = found(
        FORM,
        *("Заявка, которой нет", "1. Название проекта", "Сквер у пруда", "2. Смета проекта"),
        table(["№", "Статья", head], ["1", "Аренда", "85"], ["2", "Клей", "15 000 руб."]),
    )
    assert [row["amount"] for row in unbind(FORM, said).facts["costs"]] == amounts
