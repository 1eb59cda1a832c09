"""The project card, as a page, a pasted text or a Word file has it."""

import pytest

from passportkit.paper import Paragraph
from tests.intake.conftest import CARD, found, left, read, table

LINES = [
    ("Статус проекта:", "победитель конкурса", "applications_last_status"),
    ("Конкурс", "Первый конкурс 2017", "applications_last_contest"),
    ("Номер заявки", "17-1-010190", "applications_last_number"),
    ("Cофинансирование", "3 173 482,00", "applications_last_cofinancing"),
    ("Сроки реализации", "02.10.2017 - 30.11.2018", "period"),
    ("Организация", "ФОНД «ЛЫЖНЯ»", "organization_name"),
    ("ИНН", "2422004134", "organization_inn"),
]
VALUES = {key: words for _, words, key in LINES} | {"title": "Лыжня", "summary": "Проект о лыжах."}
END = ["Краткое описание", "Проект о лыжах."]


def test_labels_before_their_words():
    lines = [f"{label} {words}" for label, words, _ in LINES]
    assert found(CARD, lines[0], "Лыжня", *lines[1:], *END) == VALUES


def test_labels_before_their_words_in_a_list():
    lines = [f"- {label} {words}" for label, words, _ in LINES]
    assert found(CARD, lines[0], "Лыжня", *lines[1:], *END) == VALUES


def test_labels_above_their_words():
    lines = [line for label, words, _ in LINES for line in (label, words)]
    assert found(CARD, *lines[:2], "Лыжня", *lines[2:], *END) == VALUES


def test_labels_beside_their_words():
    rows = [[label, words] for label, words, _ in LINES]
    assert found(CARD, "Лыжня", table(*rows), *END) == VALUES


def test_the_letter_that_is_latin_on_the_site_does_not_matter():
    assert found(CARD, "Лыжня", "Софинансирование 5,00")["applications_last_cofinancing"] == "5,00"


@pytest.mark.parametrize("style", ["heading 1", "title"])
def test_the_title_is_what_stands_out(style):
    title = Paragraph("Организация лыжни", style)
    values = found(CARD, "Статус проекта: победитель", title, "Конкурс Первый")
    assert values["title"] == "Организация лыжни"


def test_words_before_the_title_are_left():
    reading = read(CARD, "Главная", "Проекты", "Лыжня", "Конкурс Первый", *END)
    assert reading.values["title"] == "Лыжня"
    assert left(reading) == [
        ("before the first section", "Главная"),
        ("before the first section", "Проекты"),
    ]


def test_a_heading_glued_to_the_words_before_it_is_found():
    values = found(
        CARD, "География проекта", "районы края (и г. Озёрный)Целевые группы", "- дети, 5 чел."
    )
    assert values == {"geography": "районы края (и г. Озёрный)", "target_groups": "дети, 5 чел."}


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Название проекта: Лыжня", "Лыжня"),
        ("**Наименование:** Лыжня", "Лыжня"),
        ("Названия улиц: Лыжня", "Названия улиц: Лыжня"),
    ],
)
def test_a_label_before_the_title_is_none_of_its_words(line, title):
    assert found(CARD, line, "Цель", "лыжня для всех")["title"] == title


def test_words_of_a_text_that_begin_like_a_label_are_of_the_text():
    text = ["Цель проекта: лыжня для всех.", "Организация гонок.", "Задачи решены"]
    values = found(CARD, "Краткое описание", *text, "Цель", "- лыжня", "Задачи", "- гонки")
    assert values == {"summary": "\n".join(text), "goals": "- лыжня", "tasks": "- гонки"}


def test_of_the_data_of_a_map_only_the_address_comes_along():
    data = '{"apikey": "0f1e2d3c", "address": "г Озёрный, ул Лесная, д 1", "zoom": 9}'
    reading = read(CARD, "Контактная информация", data)
    assert reading.values == {"organization_address": "г Озёрный, ул Лесная, д 1"}
    assert reading.left == []


@pytest.mark.parametrize(
    "text",
    ["- а\n  - б", "1. а\n  - б\n    - в\n2. г", "Вот что:\n- а\n  1) б\n- в"],
)
def test_items_within_items_stay_there(text):
    assert found(CARD, "Лыжня", *END[:1], text)["summary"] == text
    assert found(CARD, "Лыжня", *END, text)["summary"] == f"{END[1]}\n{text}"
