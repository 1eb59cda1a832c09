"""Labels of parts that only their looks set off from the words behind them."""

from typing import Any

import pytest

from passportkit.forms import Catalogue, Form
from passportkit.paper import Paragraph
from tests.intake.conftest import Words, found, table

FORM = """
form: dvor
version: 1
source: своя
title: Заявка двора
layout: LAYOUT
sections:
  - {number: 1, heading: Название, show: title}
  - number: 2
    heading: Итоги
    parts:
      - {label: Эффект, show: social_effect}
      - {label: "Оценка (в баллах):", show: assessment}
      - {label: Команда –, show: team}
"""


@pytest.fixture(params=["sections", "card"])
def form(tmp_path, request):
    (tmp_path / "dvor").mkdir()
    text = FORM.replace("LAYOUT", request.param)
    (tmp_path / "dvor" / "form.yaml").write_text(text, "utf-8")
    return Catalogue([tmp_path]).form("dvor")


def _read(form: Form, *blocks: Words) -> dict[str, Any]:
    values = found(form, "Заявка двора", "1. Название", "Клуб", "2. Итоги", *blocks)
    assert values.pop("title") == "Клуб"
    return values


@pytest.mark.parametrize(
    "blocks",
    [
        ["**Эффект** Стало тише.", "**Оценка** 9", "**Команда** Анна Ким"],
        ["***Эффект*** Стало тише.", "**Оценка (в баллах)** 9", "**Команда –** Анна Ким"],
        ["**Эффект**\nСтало тише.", "**Оценка** 9\n**Команда** Анна Ким"],
        ["**Эффект**", "Стало тише.", "**Оценка**", "9", "**Команда**", "Анна Ким"],
        [Paragraph("Стало тише.", label="Эффект"), Paragraph("9", label="Оценка"),
         Paragraph("Анна Ким", label="Команда")],
        [table([["**Эффект** Стало тише.", "**Оценка** 9", "**Команда** Анна Ким"]])],
    ],
)  # fmt: skip
def test_a_label_in_bold_before_its_words_leads_to_its_part(form, blocks):
    assert _read(form, *blocks) == {
        "social_effect": "Стало тише.",
        "assessment": "9",
        "team": "Анна Ким",
    }


def test_a_part_without_words_takes_none_of_the_next(form):
    assert _read(form, "**Эффект**", "**Оценка** 9") == {"assessment": "9"}


def test_other_words_in_bold_are_of_the_answer(form):
    values = _read(form, "**Эффект** Стало тише.", "**Оценка жителей** выросла.")
    assert values == {"social_effect": "Стало тише.\n**Оценка жителей** выросла."}


def test_a_label_in_bold_that_has_its_answer_is_of_the_answer(form):
    values = _read(form, "**Эффект** Стало тише.", "**Эффект** виден ночью.")
    assert values == {"social_effect": "Стало тише.\n**Эффект** виден ночью."}
