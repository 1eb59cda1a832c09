"""Lines below a value that can be no part of it are left, with where they stand."""

from pathlib import Path

import pytest

from passportkit.forms import bind
from passportkit.forms.filled import Filled
from passportkit.intake import Extraction, match
from passportkit.paper import Paragraph
from passportkit.word.read.body import read_document
from passportkit.word.template.templates import Templates
from passportkit.word.write.fill import fill
from tests.intake.conftest import CARD, PRACTICE, found, left, read
from tests.word.conftest import form_of
from tests.word.test_examples import practice_of

EXAMPLES = Path(__file__).parents[2] / "examples" / "practices"
CONTACTS = """
form: contacts
version: 1
title: Сведения
source: придумана для проверки
sections:
  - heading: Кто отвечает
    parts:
      - {label: "Телефоны:", show: contacts.1.phones}
      - {label: "Имя:", show: contacts.1.name}
"""
TEMPLATES = Templates()


class TestInAnyDocument:
    @pytest.mark.parametrize(
        ("label", "value", "line"),
        [
            ("ИНН", "2499042171", "Номер в реестре 1162499042177"),
            ("ИНН", "2499042171", "1162499042177"),
            ("ОГРН", "1162499042177", "Руководитель Рощин Пётр Ильич"),
            ("Запрашиваемая сумма", "1 692 772,00", "Из бюджета города 50 000,00"),
            ("Дата подачи", "14.03.2022", "Решение: поддержать"),
            ("Рейтинг заявки", "77,00", "Место в списке 12"),
            ("Сроки реализации", "01.07.2022 – 31.12.2023", "Получатель АНО «Центр»"),
        ],
    )
    def test_words_behind_a_whole_value_are_left(self, label: str, value: str, line: str) -> None:
        reading = read(CARD, "Лыжня", f"{label} {value}", line, "Краткое описание", "Лес")
        assert value in reading.values.values()
        assert left(reading) == [(f"under “{label}”", line)]

    def test_they_are_left_in_the_cell_of_a_value_too(self) -> None:
        reading = read(PRACTICE, "4. Сроки реализации практики", "2018 год", "Рисунок 1. Лыжня")
        assert reading.values["period"] == "2018 год"
        assert left(reading) == [
            ("section 4 “Сроки реализации практики”", "Рисунок 1. Лыжня"),
        ]

    @pytest.mark.parametrize(
        ("label", "lines"),
        [
            ("Организация", ["Автономная некоммерческая организация", "«Центр инициатив»"]),
            ("Контактная информация", ["660000, Красноярский край,", "ул. Речная, д. 1"]),
            ("Сроки реализации", ["01.07.2022", "– 31.12.2023"]),
            ("Сроки реализации", ["с 01.07.2022", "по 31.12.2023"]),
            ("Сроки реализации", ["лето 2022 года", "и зима 2023 года"]),
            ("Запрашиваемая сумма", ["1 692", "772,00", "руб."]),
            ("Запрашиваемая сумма", ["не определена", "см. приложение"]),
        ],
    )
    def test_a_value_may_stand_on_several_lines(self, label: str, lines: list[str]) -> None:
        values = found(CARD, "Лыжня", label, *lines)
        assert "\n".join(lines) in values.values()

    def test_of_several_numbers_each_has_a_line(self) -> None:
        form = form_of(CONTACTS)
        lines = ["+7 (391) 200-00-17", "приёмная, 200-00-18", "Начальник отдела"]
        reading = read(form, "Кто отвечает", f"Телефоны: {lines[0]}", *lines[1:], "Имя: Рощин")
        assert reading.values["contacts_1_phones"] == "\n".join(lines[:2])
        assert [text for _, text in left(reading)] == lines[2:]

    def test_prose_in_place_of_a_value_stays_whole(self) -> None:
        lines = ["1 692 772,00", *[f"на {number}-й год" for number in range(20)]]
        assert found(CARD, "Лыжня", "Запрашиваемая сумма", *lines)[
            "applications_last_requested"
        ] == "\n".join(lines)


def of_an_example(**organization: str) -> Filled:
    """Return the card of an example, in which some facts of the organisation are others."""
    practice = practice_of(EXAMPLES / "sosedskie-kluby.yaml")
    assert practice.organization
    other = practice.organization.model_copy(update=organization)
    return bind(CARD, practice.model_copy(update={"organization": other}))


def retyped(filled: Filled, label: str, line: str) -> Extraction:
    """Return what is read of a document of ours in which one line was typed anew, with its label.

    Without a label nothing was.
    """
    paper = read_document(fill(TEMPLATES.compiled(CARD), filled))
    for each in paper.blocks:
        if label and isinstance(each, Paragraph) and each.label == label:
            each.label, each.text = "", line
    return match(paper, CARD)


class TestInADocumentOfOurs:
    @pytest.mark.parametrize(
        ("label", "line", "key", "place"),
        [
            ("ОГРН", "ОГРНИП 1162499042177", "organization_ogrn", "ИНН"),
            (
                "Размер гранта",
                "Размер гранта, тыс. руб. 1 692,8",
                "applications_last_amount",
                "Запрашиваемая сумма",
            ),
            # names may go on, but not where the name is as it was and what came next is gone
            (
                "Грантовое направление",
                "Направление Культура",
                "applications_last_direction",
                "Конкурс",
            ),
        ],
    )
    def test_a_label_that_was_edited_loses_its_answer_and_no_other_gets_it(
        self, label: str, line: str, key: str, place: str
    ) -> None:
        whole, reading = retyped(of_an_example(), "", ""), retyped(of_an_example(), label, line)
        assert left(reading) == [(f"under “{place}”", line)]
        assert reading.values == {k: v for k, v in whole.values.items() if k != key}

    def test_a_name_may_get_a_second_line(self) -> None:
        paper = read_document(fill(TEMPLATES.compiled(CARD), of_an_example()))
        blocks = list(paper.blocks)
        place = next(n for n, each in enumerate(blocks) if "Автономная" in str(each))
        paper.blocks = [*blocks[: place + 1], Paragraph("(АНО «Центр»)"), *blocks[place + 1 :]]
        reading = match(paper, CARD)
        assert reading.left == []
        assert str(reading.values["organization_name"]).endswith("\n(АНО «Центр»)")

    @pytest.mark.parametrize("words", ["2499042171\nвыдан в 2016 году\n(см. устав)", "12\nа\n13"])
    def test_what_it_was_made_of_is_the_value_whatever_it_looks_like(self, words: str) -> None:
        reading = retyped(of_an_example(inn=words), "", "")
        assert reading.values["organization_inn"] == words
        assert reading.left == []
