"""Tables of workbooks are found by their heads; what has no place is left, and told."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from passportkit.engine.account import LeftWords, account_of
from passportkit.forms import Catalogue
from passportkit.forms.unbind import unbind
from passportkit.intake.landmarks import landmarks_of
from passportkit.intake.sheet_heads import places_in
from passportkit.intake.sheet_tables import match_tables
from passportkit.paper import Cell, Paper, PaperBlock, Paragraph, Row, Table
from passportkit.paper.model import texts_of
from passportkit.paper.styles import SHEET
from tests.conftest import examples
from tests.intake.accounting import assert_accounted, words_of

FORMS = [Catalogue().form(name) for name in Catalogue().names()]

Lines = list[Any]
"""What stands on a sheet: a text is a line, a list a table of rows of texts."""


def paper(**sheets: Lines) -> Paper:
    blocks: list[PaperBlock] = []
    for name, lines in sheets.items():
        blocks.append(Paragraph(name, SHEET))
        blocks += [table(line) if isinstance(line, list) else Paragraph(line) for line in lines]
    return Paper(blocks)


def table(rows: list[Any]) -> Table:
    return Table([Row([*map(cell, row, range(len(row)))]) for row in rows])


def cell(words: str | Cell, column: int) -> Cell:
    if isinstance(words, Cell):
        return words
    return Cell([Paragraph(words)] if words else [], column)


def said(**sheets: Lines) -> tuple[dict[str, Any], list[str]]:
    """Return the facts that sheets say, and the words that are left."""
    workbook = paper(**sheets)
    found = match_tables(workbook, FORMS)
    assert found is not None
    _, extraction = found
    assert_accounted(workbook, extraction)
    assert extraction.read - extraction.placed == len(extraction.left)
    unbound = unbind(extraction.form, extraction.values)
    left = [f"{each.origin}: {each.text}" for each in extraction.left]
    return unbound.facts, [*left, *(text for _, text in unbound.left)]


def costs(*rows: list[Any]) -> Any:
    facts, left = said(Смета=[[*rows]])
    assert left == []
    return facts["costs"]


@pytest.mark.parametrize(
    "heads",
    [
        ["Статья затрат", "Объем затрат"],
        ["Статья затрат", "Сумма"],
        ["СТАТЬЯ РАСХОДОВ", "Сумма, руб."],
        ["Наименование расходов", "Сумма (рублей)"],
        ["Вид расходов", "Стоимость, ₽"],
        ["Наименование статьи", "Объём финансирования"],
    ],
)
def test_costs_are_known_by_their_heads(heads):
    assert costs(heads, ["Чай", "100"]) == [{"item": "Чай", "amount": "100"}]


@pytest.mark.parametrize(
    ("head", "amount"),
    [
        ("Сумма, тыс. руб.", "85,0 тыс. руб."),
        ("Сумма (тыс. рублей)", "85,0 тыс. рублей"),
        ("Объем затрат, млн руб.", "85,0 млн руб."),
        ("Сумма в тысячах рублей", "85,0 тыс. руб."),
    ],
)
def test_a_unit_in_a_head_belongs_to_each_value(head, amount):
    assert costs(["Статья затрат", head], ["Чай", "85,0"], ["Зал", "1,5 млн руб."]) == [
        {"item": "Чай", "amount": amount},
        {"item": "Зал", "amount": "1,5 млн руб."},
    ]


def test_other_units_do_too():
    facts, left = said(Итоги=[[["Показатель", "Значение, чел."], ["Участники", "125"]]])
    assert facts == {"results": [{"indicator": "Участники", "value": "125 чел."}]}
    assert left == []


def test_a_head_that_is_usual_says_nothing_beyond_its_name():
    facts, left = said(Итоги=[[["Показатель", "План", "Факт"], ["Участники", "100", "125"]]])
    assert facts == {"results": [{"indicator": "Участники", "value": "125"}]}
    assert left == ["sheet “Итоги”, row 1, column “План”: 100"]


def test_columns_stand_in_any_order():
    assert costs(["Источник", "Сумма", "№", "Статья затрат"], ["Грант", "5", "1", "Чай"]) == [
        {"item": "Чай", "amount": "5", "source": "Грант"}
    ]


def test_the_unit_above_a_table_is_that_of_its_sums():
    for above in ("тыс. руб.", "(тыс. руб.)", "Единица измерения: тыс. руб.", "в тысячах рублей"):
        facts, left = said(Смета=[above, [["Статья затрат", "Сумма"], ["Чай", "85,0"]]])
        assert facts["costs"] == [{"item": "Чай", "amount": "85,0 тыс. руб."}]
        assert left == []
    facts, left = said(Смета=["Смета, млн руб.", [["Статья затрат", "Сумма"], ["Чай", "8"]]])
    assert facts["costs"] == [{"item": "Чай", "amount": "8 млн руб."}]
    assert left == ["sheet “Смета”: Смета, млн руб."]


def test_columns_of_what_an_item_consists_of_are_its_details():
    assert costs(
        ["№", "Наименование расходов", "Ед. изм.", "Кол-во", "Цена", "Сумма"],
        ["1", "Кружки", "шт.", "50", "120", "6 000"],
    ) == [
        {
            "item": "Кружки",
            "details": ["Ед. изм.: шт.", "Кол-во: 50", "Цена: 120"],
            "amount": "6 000",
        }
    ]


def test_columns_that_no_field_has_are_left_with_their_heads():
    facts, left = said(
        Смета=[
            [
                ["Статья затрат", "Сумма", "Поставщик", "", "КБК"],
                ["Чай", "100", "ООО «Чай»", "7", ""],
                ["Зал", "200", "", "", "05 03"],
            ]
        ]
    )
    assert facts["costs"] == [{"item": "Чай", "amount": "100"}, {"item": "Зал", "amount": "200"}]
    assert left == [
        "sheet “Смета”, row 1, column “Поставщик”: ООО «Чай»",
        "sheet “Смета”, row 1: 7",
        "sheet “Смета”, row 2, column “КБК”: 05 03",
    ]


def test_a_year_in_a_head_belongs_to_each_value():
    assert costs(["Статья затрат", "Сумма, 2023 год"], ["Чай", "100"]) == [
        {"item": "Чай", "amount": "100 (2023 год)"}
    ]


@pytest.mark.parametrize("sum_head", ["Сумма", "Объем затрат"])
def test_a_band_names_the_source_of_the_money_below_it(sum_head):
    town, grant = (Cell([Paragraph(words)], 0, 2) for words in ("Бюджет города", "Грант"))
    heads = ["Статья затрат", sum_head]
    assert costs(heads, [town], ["Чай", "100"], [grant], ["Зал", "200"]) == [
        {"item": "Чай", "amount": "100", "source": "Бюджет города"},
        {"item": "Зал", "amount": "200", "source": "Грант"},
    ]


def test_a_table_may_lie_on_its_side():
    assert costs(["Статья затрат", "Чай", "Зал"], ["Сумма, руб.", "100", "200"]) == [
        {"item": "Чай", "amount": "100"},
        {"item": "Зал", "amount": "200"},
    ]


def test_heads_may_be_of_two_rows():
    both = Cell([Paragraph("Сумма, тыс. руб.")], 1, 2)
    over, under = Cell([Paragraph("Статья затрат")], 0, 1, "restart"), Cell([], 0, 1, "continue")
    facts, left = said(
        Смета=[[[over, both], [under, "всего", "из них грант"], ["Чай", "10,5", "5"]]]
    )
    assert facts["costs"] == [{"item": "Чай", "amount": "10,5 тыс. руб."}]
    assert left == ["sheet “Смета”, row 1, column “Сумма, тыс. руб., из них грант”: 5 тыс. руб."]


def test_a_row_wider_than_heads_over_several_columns_is_no_second_row_of_them():
    both = Cell([Paragraph("Сумма")], 1, 2)
    facts, left = said(Смета=[[["Статья затрат", both], ["", "10,5", "", "проверено"]]])
    assert facts["costs"] == [{"amount": "10,5"}]
    assert left == ["sheet “Смета”, row 1: проверено"]


def test_a_row_that_numbers_the_columns_is_none():
    assert costs(["№", "Статья затрат", "Сумма"], ["1", "2", "3"], ["1", "Чай", "5"]) == [
        {"item": "Чай", "amount": "5"}
    ]


def test_a_total_is_that_of_the_costs():
    facts, left = said(Смета=[[["Статья затрат", "Сумма"], ["Чай", "100"], ["ВСЕГО", "около 100"]]])
    assert facts == {"costs": [{"item": "Чай", "amount": "100"}], "costs_total": "около 100"}
    assert left == []


def test_rows_go_on_below_an_empty_one():
    facts, left = said(
        Смета=[
            [["Статья затрат", "Сумма"], ["Чай", "100"]],
            [["Зал", "200"], ["Итого", "300"]],
        ]
    )
    assert [cost["item"] for cost in facts["costs"]] == ["Чай", "Зал"]
    assert left == []


def test_signatures_below_are_no_rows():
    facts, left = said(
        Смета=[
            [["Статья затрат", "Сумма"], ["Чай", "100"], ["Итого", "100"], ["Принял", "Петров"]],
            [["Директор", "Иванова"]],
        ]
    )
    assert facts["costs"] == [{"item": "Чай", "amount": "100"}]
    assert left == ["sheet “Смета”: Принял – Петров", "sheet “Смета”: Директор – Иванова"]


def test_words_above_are_left_but_for_those_that_name_the_table():
    _, left = said(
        Смета=["Утверждаю", "Затраты", [["Статья затрат", "Сумма"], ["Чай", "100"]], "Май"]
    )
    assert left == ["sheet “Смета”: Утверждаю", "sheet “Смета”: Май"]


def test_each_sheet_has_its_table():
    facts, left = said(
        Смета=[[["Статья затрат", "Сумма"], ["Чай", "100"]]],
        Итоги=[[["Показатель", "Ед. изм.", "Значение"], ["Участники", "чел.", "125"]]],
        Люди=[[["ФИО", "Должность", "Телефон"], ["Светлова Анна", "директор", "8 (000) 0-00"]]],
    )
    assert facts == {
        "costs": [{"item": "Чай", "amount": "100"}],
        "results": [{"indicator": "Участники", "unit": "чел.", "value": "125"}],
        "contacts": [{"name": "Светлова Анна", "position": "директор", "phones": ["8 (000) 0-00"]}],
    }
    assert left == []


def test_tables_of_one_kind_are_one():
    facts, left = said(
        А=[[["Статья затрат", "Сумма", "Источник"], ["Чай", "100", "Грант"]]],
        Б=[[["Статья затрат", "Поставщик", "Сумма"], ["Зал", "Дом культуры", "200"]]],
    )
    assert facts["costs"] == [
        {"item": "Чай", "amount": "100", "source": "Грант"},
        {"item": "Зал", "amount": "200"},
    ]
    assert left == ["sheet “Б”, row 1, column “Поставщик”: Дом культуры"]


def test_tables_may_stand_right_below_one_another():
    facts, left = said(
        Всё=[
            [
                ["Статья затрат", "Сумма"],
                ["Чай", "100"],
                ["Результаты", ""],
                ["Показатель", "Значение"],
                ["Участники", "125"],
            ]
        ]
    )
    assert facts == {
        "costs": [{"item": "Чай", "amount": "100"}],
        "results": [{"indicator": "Участники", "value": "125"}],
    }
    assert left == []


def test_the_name_above_decides_where_heads_do_not():
    rows = [["ФИО", "Должность"], ["Светлова Анна", "директор"]]
    assert [*said(Команда=[rows])[0]] == ["team"]
    assert [*said(Лист1=["Контакты", rows])[0]] == ["contacts"]


def test_a_form_that_was_loaded_twice_is_one():
    form = Catalogue().form("practice-passport")
    blocks = {id(block) for _, block in landmarks_of(form).form.blocks()}
    again = places_in([form.model_copy(deep=True)])
    assert again
    assert {id(place.block) for place in again} <= blocks


@pytest.mark.parametrize(
    "rows",
    [
        [["Инвентарный номер", "Ответственный"], ["001", "Петров"]],
        [["Наименование", "Количество", "Цена"], ["Стол", "2", "100"]],
        [["Чай", "100"]],
        [["Сумма", "Дата"], ["100", "01.01.2024"]],
    ],
)
def test_other_tables_are_none(rows):
    assert match_tables(paper(Лист1=[rows]), FORMS) is None


HEADS = (
    "№|Статья затрат|Сумма, тыс. руб.|Объем затрат|Источник|Показатель|Значение|Ед. изм.|Кол-во"
    "|Цена|Поставщик|ФИО|Всего|Примечание|План|из них гранты|№ договора|"
).split("|")
ANSWERS = (
    "Чай|100|1|2|1.1|а)|Итого|ВСЕГО: 100|Итого по разделу 1|в том числе:|тыс. руб.|Бюджет города"
    "|нет|–|85,0||"
).split("|")
LINES = ["Смета", "Затраты (тыс. руб.)", "тыс. руб.", "Утверждаю", "1"]


@st.composite
def tables(draw: st.DrawFn) -> list[list[Any]]:
    """A head, and rows of answers, some of which are heads or cells over several columns."""
    width = draw(st.integers(1, 6))
    heads, answers = (
        st.lists(st.sampled_from(words), min_size=width, max_size=width)
        for words in (HEADS, ANSWERS)
    )
    bands = st.sampled_from(ANSWERS).map(lambda text: [Cell([Paragraph(text)], 0, width)])
    rows = draw(st.lists(answers | answers | bands | heads, max_size=6))
    return [draw(heads), *rows]


SHEETS = st.dictionaries(
    st.sampled_from(["Лист1", "Затраты", "Итоги"]),
    st.lists(st.sampled_from(LINES) | tables(), min_size=1, max_size=4),
    min_size=1,
)


@given(SHEETS)
@settings(max_examples=examples(40), deadline=None)
def test_whatever_stands_on_sheets_no_word_is_lost_or_there_twice(sheets: dict[str, Lines]) -> None:
    workbook = paper(**sheets)
    if found := match_tables(workbook, FORMS):
        account = account_of(workbook, found[1], LeftWords(found[1].left))
        assert account.missing == []
        assert account.words() == words_of(texts_of(workbook.blocks)).total()
