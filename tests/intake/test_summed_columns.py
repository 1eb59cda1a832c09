"""Sums below columns: shown, never read as facts, and told where somebody has corrected them."""

from __future__ import annotations

from typing import Any

import pytest

from passportkit.forms import Form
from passportkit.forms.unbind import unbind
from passportkit.intake import Extraction
from passportkit.paper import Paper, Table
from tests.intake.accounting import accounted
from tests.intake.test_heads_of_tables import COSTS, LAYOUTS, form, looks, printed

SUMS = """
      - {heading: Статья, show: item}
      - {heading: "Всего, руб.", show: amount, total: sum, align: right}
      - {heading: Источник, show: source}
"""


def summed(layout: str = LAYOUTS[0], columns: str = SUMS) -> Form:
    return form(columns, layout, "total: {label: Итого}")


def told(form: Form, found: Extraction) -> list[str]:
    """Return what of a document has no place in a practice."""
    facts, left = unbind(form, found.values)
    assert facts["costs"] == COSTS
    return [each.text for each in found.left] + [text for _, text in left]


def last_row(paper: Paper) -> list[Any]:
    table: Any = paper.blocks[-1]
    for inner in table.rows[-1].cells[-1].blocks:
        table = inner if isinstance(inner, Table) else table
    return [*table.rows[-1].cells]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_sum_stands_below_its_column_and_the_label_before_it(layout: str) -> None:
    cells = last_row(printed(summed(layout)))
    assert [(cell.span, *(each.text for each in cell.blocks[:1])) for cell in cells] == [
        (2, "Итого"),
        (1, "1\N{NO-BREAK SPACE}203,00"),
        (1,),
    ]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_sum_is_no_fact(layout: str) -> None:
    for paper in looks(printed(summed(layout))):
        assert told(summed(layout), accounted(paper, summed(layout))) == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_sum_that_somebody_corrects_is_told(layout: str) -> None:
    for paper in looks(printed(summed(layout))):
        last_row(paper)[1].blocks[0].text = "2 000"
        assert told(summed(layout), accounted(paper, summed(layout))) == ["2 000"]


def test_the_same_sum_in_other_words_is_none_that_is_told() -> None:
    for paper in looks(printed(summed())):
        last_row(paper)[1].blocks[0].text = "1203 руб."
        assert told(summed(), accounted(paper, summed())) == []


def test_what_somebody_adds_beside_the_sums_is_told() -> None:
    paper = printed(summed())
    label, _, source = last_row(paper)
    label.blocks[0].text = "Итого за 2026 год"
    source.blocks = label.blocks
    assert told(summed(), accounted(paper, summed())) == ["за 2026 год", "Итого за 2026 год"]


def test_a_card_has_such_sums_too() -> None:
    card = summed("layout: card")
    paper = printed(card)
    assert told(card, accounted(paper, card)) == []
    last_row(paper)[1].blocks[0].text = "2 000"
    assert told(card, accounted(paper, card)) == ["2 000"]
