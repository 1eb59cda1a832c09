"""The layout of labelled lines: what has no words is left out with its label or heading."""

import pytest

from passportkit.forms import DraftMark, Form
from passportkit.word.template.build import build
from tests.word.conftest import fill_in, filled_of, form_of, rendered, table, template
from tests.word.document import Document

CARD = """
form: card
version: 1
title: Карточка
source: придумана для проверки
layout: card
sections:
  - parts: [{label: "Статус:", show: applications.last.status}]
  - show: title
  - parts: [{label: ИНН, show: organization.inn}, {label: ОГРН, show: organization.ogrn}]
  - {heading: Цель, show: goals}
  - {heading: Задачи, show: tasks}
  - heading: Затраты
    rows: costs
    columns: [{heading: Статья, show: item}, {heading: Сумма, show: amount}]
"""


@pytest.fixture(scope="module")
def card() -> Form:
    return form_of(CARD)


def said(document: Document) -> list[str]:
    return document.words.split("\n")


def test_a_card_is_labelled_lines_a_title_and_headed_texts(card: Form) -> None:
    document = rendered(card)
    assert said(document)[:8] == [
        "Статус: Слова applications_last_status",
        "Слова title",
        "ИНН Слова organization_inn",
        "ОГРН Слова organization_ogrn",
        "Цель",
        "Слова goals",
        "Задачи",
        "Слова tasks",
    ]
    assert document.said_in("Cell label") == ["Статус: ", "ИНН ", "ОГРН "]
    assert document.style_of("Слова title") == "Title"
    assert document.style_of("Цель") == "heading 1"
    assert document.tables == [
        [["№", "Статья", "Сумма"], ["1.", "item 1", "amount 1"], ["2.", "item 2", "amount 2"]]
    ]
    assert document.faults() == []


@pytest.mark.parametrize(
    ("empty", "gone"),
    [
        ("organization_inn", ["ИНН Слова organization_inn"]),
        ("applications_last_status", ["Статус: Слова applications_last_status"]),
        ("goals", ["Цель", "Слова goals"]),
    ],
)
def test_what_has_no_words_is_left_out_with_its_label(
    card: Form, empty: str, gone: list[str]
) -> None:
    document = rendered(card, **{empty: ""})
    assert said(document) == [each for each in said(rendered(card)) if each not in gone]
    assert document.faults() == []


def test_an_empty_card_is_still_a_document(card: Form) -> None:
    empty = {key: "" for key, value in filled_of(card).values.items() if isinstance(value, str)}
    document = rendered(card, **empty, costs=[])
    assert [each for each in said(document) if each] == ["Затраты", "№", "Статья", "Сумма"]
    assert document.faults() == []


def test_a_heading_does_not_repeat_the_words_below_it(card: Form) -> None:
    document = rendered(card, goals="раз\n- два", tasks=DraftMark("[нет]"))
    at = document.printed.index("Цель")
    assert document.printed[at : at + 5] == ["Цель", "раз", "• два", "Задачи", "[нет]"]


def test_a_template_of_a_card_says_what_may_be_left_out(card: Form) -> None:
    assert said(Document(build(card)))[:6] == [
        "Статус: {{ applications_last_status|line }}",
        "{{ title|line }}",
        "ИНН {{ organization_inn|line }}",
        "ОГРН {{ organization_ogrn|line }}",
        "Цель{{ goals|heads }}",
        "{{ goals|line }}",
    ]


def test_a_line_of_any_template_may_be_left_out() -> None:
    docx = template("Тел.: {{ a | line }}", "{{ b|heads }}О нас", "слова")
    assert fill_in(docx, {"a": "", "b": ""}).words == "слова"
    assert fill_in(docx, {"a": "1", "b": "2"}).words == "Тел.: 1\nО нас\nслова"


def test_a_table_may_stand_beside_lines_that_are_left_out() -> None:
    docx = template("{{ a|line }}", change=table(["{% for row in b %}{{ row.c }}{% endfor %}"]))
    assert fill_in(docx, {"a": "", "b": [{"c": "слово"}]}).tables == [[["слово"]]]
