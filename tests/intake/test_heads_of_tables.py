"""Heads of tables of more than one row: they are no answers, whatever became of their looks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from passportkit.forms import Form, bind
from passportkit.intake import Extraction
from passportkit.layout import lay_out
from passportkit.paper import Paper, Table, styles
from passportkit.practice import Practice
from tests.intake.accounting import accounted
from tests.intake.looks import STYLES, cleared
from tests.paper.shown import shown
from tests.word.conftest import form_of

HEAD = "form: small\nversion: 1\ntitle: Заявка\nsource: придумана для проверки\n"
LAYOUTS = ["layout: sections", "layout: grid\ngrid: {columns: [№ п/п, О чём, Ответ]}"]
COSTS: list[Any] = [
    {"item": "Саженцы", "amount": "1 200", "source": "город"},
    {"item": "2", "amount": "3", "source": "4"},
]


def form(columns: str, layout: str = LAYOUTS[0], table: str = "") -> Form:
    return form_of(f"""{HEAD}{layout}
sections:
  - {{number: 1, heading: Название, show: title}}
  - number: 2
    heading: Смета
    rows: costs
    {table}
    columns:
{columns}""")


def printed(form: Form, costs: Any = COSTS) -> Paper:
    practice = {"passport": "1", "title": "Сад", "costs": costs}
    return lay_out(form, bind(form, Practice.model_validate(practice)))


def looks(paper: Paper) -> Iterator[Paper]:
    """Yield a document as it was made, without some of its styles or all, and as a stranger's."""
    yield paper
    yield cleared(paper, [styles.TABLE_HEAD])
    yield cleared(paper, STYLES)
    yield replace(cleared(paper, STYLES), stamp=None)


def rows(found: Extraction) -> list[list[str]]:
    assert found.left == []
    costs: Any = found.values["costs"]
    return [[*row.values()] for row in costs]


def rows_of(paper: Paper) -> Any:
    """Return the rows of the table at the end of a document."""
    table: Any = paper.blocks[-1]
    return table.rows


THREE = """
      - {heading: Статья, show: item}
      - {heading: "Сумма, руб.", show: amount}
      - {heading: Источник, show: source}
"""


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("number", ['"1"', "none"])
def test_a_row_that_counts_the_columns_is_no_answer(layout: str, number: str) -> None:
    counted = form(THREE, layout, f"column-numbers: true\n    row-number: {number}")
    for paper in looks(printed(counted)):
        assert rows(accounted(paper, counted)) == [["Саженцы", "1 200", "город"], ["2", "3", "4"]]


def test_a_row_that_counts_the_columns_stands_below_the_head_on_every_page() -> None:
    paper = printed(form(THREE, table="column-numbers: true"))
    counted = rows_of(paper)[1]
    assert [[each.text for each in cell.blocks] for cell in counted.cells] == [
        ["1"],
        ["2"],
        ["3"],
        ["4"],
    ]
    assert counted.is_head


TWO_LEVELS = """
      - {heading: Статья, show: item}
      - {heading: "Сумма, руб.", show: amount, over: Деньги}
      - {heading: Источник, show: source, over: Деньги}
"""


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("number", ['"1"', "none"])
@pytest.mark.parametrize("counted", ["true", "false"])
def test_heads_over_others_are_no_answers(layout: str, number: str, counted: str) -> None:
    levels = form(TWO_LEVELS, layout, f"column-numbers: {counted}\n    row-number: {number}")
    for paper in looks(printed(levels)):
        assert rows(accounted(paper, levels)) == [["Саженцы", "1 200", "город"], ["2", "3", "4"]]


def test_a_head_over_others_reaches_over_them_and_the_others_over_both_rows() -> None:
    upper, lower, _, _ = rows_of(printed(form(TWO_LEVELS)))
    assert shown([Table([upper, lower])]) == [
        "table head| № | table head| Статья | table head| Деньги",
        " |  | table head| Сумма, руб. | table head| Источник",
    ]
    assert [(cell.span, cell.merge) for cell in upper.cells] == [
        (1, "restart"),
        (1, "restart"),
        (2, ""),
    ]
    assert [cell.merge for cell in lower.cells] == ["continue", "continue", "", ""]
    assert upper.is_head
    assert lower.is_head


EQUAL = """
      - {heading: Мест, show: item, over: План}
      - {heading: "Рублей", show: amount, over: План}
      - {heading: Мест, show: source, over: Факт}
"""


def test_the_same_heads_below_others_are_told_apart_in_documents_of_ours() -> None:
    levels = form(EQUAL)
    *own, _stranger = looks(printed(levels))
    for paper in own:
        assert rows(accounted(paper, levels)) == [["Саженцы", "1 200", "город"], ["2", "3", "4"]]


def test_what_somebody_writes_into_a_head_over_others_is_told() -> None:
    levels = form(TWO_LEVELS)
    paper = printed(levels)
    rows_of(paper)[0].cells[2].blocks[0].text = "Деньги на 2027 год"
    found = accounted(paper, levels)
    assert [each.text for each in found.left] == ["Деньги на 2027 год"]
    assert found.values["costs"][0] == {"item": "Саженцы", "amount": "1 200", "source": "город"}


def test_a_card_has_such_tables_too() -> None:
    card = form(TWO_LEVELS, "layout: card", "column-numbers: true")
    assert rows(accounted(printed(card), card)) == [["Саженцы", "1 200", "город"], ["2", "3", "4"]]
