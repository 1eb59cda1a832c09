"""A form of a blank document: lines and tables in, `form.yaml` out."""

from __future__ import annotations

import pytest

from passportkit.facts.declarations import Declaration
from passportkit.facts.declared import declared_by
from passportkit.facts.vocabularies import vocabulary_with
from passportkit.forms import Catalogue, Form
from passportkit.forms.loading import load_form
from passportkit.inference.assembly import blank_form_of
from passportkit.inference.form_text import form_text
from passportkit.inference.inferred_form import InferredForm, infer
from passportkit.inference.known_places import KnownPlaces
from passportkit.language import translator
from passportkit.source import read
from tests.inference.papers import BOX, Rows, paper_of


@pytest.fixture(scope="module")
def known() -> KnownPlaces:
    catalogue = Catalogue()
    forms = [catalogue.form(name) for name in catalogue.names()]
    return KnownPlaces(catalogue.vocabulary, forms)


def made(known: KnownPlaces, *blocks: str | Rows) -> InferredForm:
    blank = blank_form_of(paper_of(*blocks))
    return infer(blank, known, name="dvory", source="Бланк «dvory.docx»")


def loaded(form: InferredForm) -> Form:
    source = read(form_text(form, translator("en")).encode(), "form.yaml")
    found = load_form(source, vocabulary_with(declared_by(source)))
    assert found.findings == ()
    assert found.value is not None
    return found.value


DOCUMENT: tuple[str | Rows, ...] = (
    "Приложение 1",
    "ЗАЯВКА НА КОНКУРС «СВОЙ ДВОР»",
    "1. Общие сведения",
    "1.1. Название проекта:",
    BOX,
    "1.2. Дата собрания жителей:",
    BOX,
    "2. Наименование проекта для печати в сборнике",
    "(не более 200 знаков)",
    BOX,
    "3. Партнёры",
    [["№ п/п", "Участник", "Роль"], ["1.", "", ""], ["2.", "", ""]],
    "4. Инвентарь",
    [["№", "Что", "Цена (руб.)"], ["1", "2", "3"], ["1", "Лопаты", ""], ["", "ВСЕГО", ""]],
    "Глава поселения ____________ (подпись)",
)


def test_a_document_becomes_a_file_with_comments_where_to_look(known: KnownPlaces) -> None:
    form = made(known, *DOCUMENT)
    assert (
        form_text(form, translator("en"))
        == """\
form: dvory
version: 1
title: ЗАЯВКА НА КОНКУРС «СВОЙ ДВОР»
source: Бланк «dvory.docx»
annex: Приложение 1

facts:
  data_sobraniya_zhiteley:
    title: Дата собрания жителей
    type: date
  naimenovanie_proekta_pechati_sbornike:
    title: Наименование проекта для печати в сборнике
    description: не более 200 знаков
  inventar:
    title: Инвентарь
    type: table
    columns:
      chto:
        title: Что
      tsena:
        title: Цена
        type: money

sections:
  - number: 1
    group: Общие сведения
  - number: "1.1"
    heading: "Название проекта:"
    show: title
  - number: "1.2"
    heading: "Дата собрания жителей:"
    show: data_sobraniya_zhiteley
  - number: 2
    heading: Наименование проекта для печати в сборнике
    note: (не более 200 знаков)
    limit:
      characters: 200
    show: naimenovanie_proekta_pechati_sbornike
  - number: 3
    heading: Партнёры
    rows: participants
    number-heading: № п/п
    row-number: "1."
    columns:
      - heading: Участник
        show: name
      - heading: Роль
        show: role
  # in the document these rows stand in the table already: Лопаты
  # in the document the table ends with “ВСЕГО”
  # in the document the columns are numbered below their heads
  - number: 4
    heading: Инвентарь
    rows: inventar
    columns:
      - heading: Что
        show: chto
      - heading: Цена (руб.)
        show: tsena
  - words: Глава поселения ____________ (подпись)
"""
    )
    assert loaded(form).title == "ЗАЯВКА НА КОНКУРС «СВОЙ ДВОР»"


def test_each_place_is_told_with_how_sure_it_is(known: KnownPlaces) -> None:
    form = made(
        known, "1. Название проекта", BOX, "2. Цель проекта в двух словах", BOX, "3. Двор", BOX
    )
    assert [(each.show, each.sureness, each.kind) for each in form.places] == [
        ("title", "sure", ""),
        ("goals", "likely", ""),
        ("dvor", "new", "text"),
    ]
    assert list(form.remarks) == [1]


def test_two_places_never_show_the_same(known: KnownPlaces) -> None:
    form = made(known, "1. Название проекта", BOX, "2. Название проекта", BOX)
    assert [each.show for each in form.places] == ["title", "nazvanie_proekta"]


def test_a_choice_is_taken_for_the_same_choice_only() -> None:
    declared = {
        "directions": Declaration(title="Направление", type="choice", choices=("двор", "сквер")),
        "mood": Declaration(title="Настроение"),
    }
    known = KnownPlaces(vocabulary_with(declared), [])
    first, second, third = (
        infer(blank_form_of(paper_of(f"1. {words}", BOX, note)), known, name="a", source="б")
        for words, note in (
            ("Направление", "(1) двор; (2) сквер"),
            ("Направление", "(1) двор; (2) улица"),
            ("Настроение", "(1) тихое; (2) весёлое"),
        )
    )
    assert [each.show for form in (first, second, third) for each in form.places] == [
        "directions",
        "napravlenie",
        "nastroenie",
    ]


def test_words_of_a_document_end_no_comment(known: KnownPlaces) -> None:
    rows = [["№", "Что", "Цена"], ["1", "Лопаты\u2028- x: 1\x85", ""]]
    form = made(known, "1. Название проекта", BOX, "2. Инвентарь", rows)
    assert "Лопаты - x: 1" in form_text(form, translator("en"))
    assert loaded(form).sections[1].rows == "inventar"


def test_costs_have_their_total(known: KnownPlaces) -> None:
    rows = [["Статья затрат", "Сумма, рублей"], ["", ""], ["", ""], ["ИТОГО:", ""]]
    form = loaded(made(known, "1. Название проекта", BOX, "2. Смета проекта", rows))
    block = form.sections[1]
    assert (block.rows, block.row_number) == ("costs", "none")
    assert block.total is not None
    assert block.total.show == "costs-total"


def test_a_table_with_a_column_that_is_not_known_is_a_new_fact(known: KnownPlaces) -> None:
    rows = [["Статья затрат", "Сумма, рублей", "Этаж"], ["", "", ""], ["", "", ""]]
    form = loaded(made(known, "1. Название проекта", BOX, "2. Смета проекта", rows))
    assert form.sections[1].rows == "smeta_proekta"


def test_a_grid_stays_one(known: KnownPlaces) -> None:
    rows = [
        ["№", "Пункт", "Описание"],
        ["1", "Название проекта", ""],
        ["2", "Этапы", ""],
        ["", "Первый:", ""],
        ["", "Второй:", ""],
    ]
    form = loaded(made(known, "Паспорт", rows))
    assert form.layout == "grid"
    assert form.grid is not None
    assert form.grid.columns == ("№", "Пункт", "Описание")
    assert [part.label for part in form.sections[1].parts or ()] == ["Первый:", "Второй:"]


def test_where_there_is_no_room_it_is_asked_about(known: KnownPlaces) -> None:
    form = made(known, "1. Название проекта", "2. Двор", BOX)
    (remark,) = form.remarks[0]
    assert "no room" in remark.text
