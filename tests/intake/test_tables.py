"""Rows of answers: heads, merged cells, totals, tables that go on."""

from dataclasses import replace
from typing import Any

import pytest

from passportkit.forms import Catalogue
from tests.intake.conftest import PRACTICE, PROJECT, UP, Words, found, left, read, table

ACTIVITIES = "14. Действия по развертыванию практики"
ACTIVITIES_HEAD = ["№", "Описание мероприятия", "Исполнитель"]
COSTS = "18. Затраты на реализацию практики"
COSTS_HEAD = ["№", "Статья затрат", "Объем затрат", "Источник финансирования"]


def rows(*pairs: tuple[str, str]) -> list[dict[str, str]]:
    return [{"description": what, "executor": who} for what, who in pairs]


@pytest.mark.parametrize(
    "head",
    [
        ACTIVITIES_HEAD,
        ["№ п/п", "Описание мероприятий", "Исполнитель"],
        ["№ п/п", "Мероприятие", "Ответственный"],
        ["N", "**ОПИСАНИЕ МЕРОПРИЯТИЯ**", "Исполнители:"],
        ["№", "Описание\nмероприятия", "Исполнитель (организация)"],
    ],
)
def test_heads_may_be_in_other_words(head):
    values = found(
        PRACTICE, ACTIVITIES, table(head, ["1.", "сбор", "школа"], ["2.", "пуск", "дом"])
    )
    assert values == {"activities": rows(("сбор", "школа"), ("пуск", "дом"))}


def test_columns_may_change_places_and_numbers_may_be_missing_or_repeated():
    swapped = table(["Исполнитель", "Описание мероприятия"], ["школа", "сбор"], ["дом", "пуск"])
    assert found(PRACTICE, ACTIVITIES, swapped) == {
        "activities": rows(("сбор", "школа"), ("пуск", "дом"))
    }
    numbered = table(
        ACTIVITIES_HEAD, ["12", "сбор", "школа"], ["12", "пуск", "дом"], ["", "ещё", ""]
    )
    assert found(PRACTICE, ACTIVITIES, numbered) == {
        "activities": rows(("сбор", "школа"), ("пуск", "дом"), ("ещё", ""))
    }


def test_a_column_that_the_form_lacks_is_left_with_its_head():
    reading = read(
        PRACTICE,
        ACTIVITIES,
        table([*ACTIVITIES_HEAD, "Срок"], ["1", "сбор", "школа", "май"], ["2", "пуск", "дом", ""]),
    )
    assert reading.values["activities"] == rows(("сбор", "школа"), ("пуск", "дом"))
    assert left(reading) == [
        ("section 14 “Действия по развертыванию практики”, row 1, column “Срок”", "май")
    ]
    assert (reading.read, reading.placed) == (5, 4)


class TestHeadsOfAPlanOfWork:
    """«Мероприятие», «Срок», «Ответственный», «Результат»: what no field has is left."""

    @pytest.mark.parametrize("what", ["Мероприятие", "Наименование мероприятия", "Действия"])
    @pytest.mark.parametrize("who", ["Ответственный", "Исполнители", "Ответственный исполнитель"])
    def test_of_activities_two_are_fields(self, what, who):
        head = ["№", what, "Срок", who, "Результат"]
        reading = read(PRACTICE, ACTIVITIES, table(head, ["1", "сбор", "май", "школа", "40 пар"]))
        assert reading.values["activities"] == rows(("сбор", "школа"))
        place = "section 14 “Действия по развертыванию практики”, row 1, column “{}”"
        assert left(reading) == [
            (place.format("Срок"), "май"),
            (place.format("Результат"), "40 пар"),
        ]

    def test_one_known_head_among_them_is_enough(self):
        head = ["Мероприятие", "Срок", "Результат"]
        reading = read(PRACTICE, ACTIVITIES, table(head, ["сбор", "май", "40 пар"]))
        assert reading.values["activities"] == rows(("сбор", ""))
        assert [text for _, text in left(reading)] == ["май", "40 пар"]

    def test_without_one_they_are_still_no_answers(self):
        reading = read(PRACTICE, ACTIVITIES, table(["Срок", "Что сделано"], ["май", "сбор"]))
        assert not reading.values["activities"]
        assert [text for _, text in left(reading)] == ["май", "сбор"]

    def test_of_participants_none_is_a_field(self):
        people = "10. Участники внедрения практики и их роль в процессе внедрения"
        head = ["№", "Участник", "Срок", "Ответственный"]
        reading = read(PRACTICE, people, table(head, ["1", "школа", "май", "дом"]))
        assert reading.values["participants"] == [{"name": "школа", "role": ""}]
        assert [text for _, text in left(reading)] == ["май", "дом"]

    def test_of_acts_the_result_is_that_of_the_act(self):
        acts = "15. Нормативно-правовые акты, принятые для обеспечения реализации практики"
        values = found(
            PRACTICE, acts, table(["№", "Документ", "Результат"], ["1", "приказ", "деньги"])
        )
        assert [*values["acts_adopted"][0].values()] == ["приказ", "деньги"]


def test_a_column_may_be_missing():
    values = found(PRACTICE, ACTIVITIES, table(["№", "Описание мероприятия"], ["1", "сбор"]))
    assert values == {"activities": rows(("сбор", ""))}


@pytest.mark.parametrize("head", ["№", "№ п/п", "№№", "N п/п", "**№ п/п**", "Номер", "П/п"])
def test_a_head_of_numbers_alone_heads_no_column(head):
    costs = table([head, "", "", ""], ["1.", "лыжи", "5", "город"])
    assert found(PRACTICE, COSTS, costs) == {
        "costs": [{"item_with_details": "лыжи", "amount": "5", "source": "город"}]
    }


def test_a_number_that_stands_alone_is_no_head():
    reading = read(PRACTICE, COSTS, table(["№ 12-п", "", "", ""], ["1.", "лыжи", "5", "город"]))
    told = [*(text for _, text in left(reading)), str(reading.values["costs"])]
    assert any("№ 12-п" in text for text in told)


def test_a_table_without_a_head_goes_by_position():
    values = found(PRACTICE, ACTIVITIES, table(["1", "сбор", "школа"], ["2", "пуск", "дом"]))
    assert values == {"activities": rows(("сбор", "школа"), ("пуск", "дом"))}


@pytest.mark.parametrize("between", [[], ["Продолжение таблицы 1"], ["Окончание табл. 2"]])
@pytest.mark.parametrize("head", [[], [ACTIVITIES_HEAD]])
def test_a_table_cut_in_two_is_one(between, head):
    first = table(ACTIVITIES_HEAD, ["1", "сбор", "школа"])
    second = table(*head, ["2", "пуск", "дом"])
    values = found(PRACTICE, ACTIVITIES, first, *between, second)
    assert values == {"activities": rows(("сбор", "школа"), ("пуск", "дом"))}


def test_the_head_may_repeat_within_and_columns_may_be_numbered():
    values = found(
        PRACTICE,
        ACTIVITIES,
        table(
            ACTIVITIES_HEAD,
            ["1", "2", "3"],
            ["1", "сбор", "школа"],
            ACTIVITIES_HEAD,
            ["2", "пуск", "дом"],
        ),
    )
    assert values == {"activities": rows(("сбор", "школа"), ("пуск", "дом"))}


@pytest.mark.parametrize("amount", ["10 руб.", "сколько дадут и сколько останется"])
def test_a_first_row_without_a_name_is_no_head(amount):
    values = found(PRACTICE, COSTS, table(COSTS_HEAD, ["", "", amount, "город"]))
    assert values == {"costs": [{"item_with_details": "", "amount": amount, "source": "город"}]}


@pytest.mark.parametrize("row", [("План", ""), ("План", "2024"), ("", "школа")])
def test_a_first_row_in_few_words_is_no_head(row):
    head = ["Описание мероприятия", "Исполнитель"]
    values = found(PRACTICE, ACTIVITIES, table(head, ["1", "2"], list(row)))
    assert values == {"activities": rows(row)}


@pytest.mark.parametrize(
    ("head", "amount"),
    [
        ("Объем затрат, тыс. руб.", "85,0 тыс. руб."),
        ("Объем затрат (тыс. рублей)", "85,0 тыс. рублей"),
        ("Объем затрат\nмлн руб.", "85,0 млн руб."),
        ("Объем затрат, тыс.", "85,0 тыс. руб."),
        ("Объем затрат в тыс. рублей", "85,0 тыс. рублей"),
        ("Объем затрат, 2023 год, тыс. руб.", "85,0 тыс. руб. (2023 год)"),
        ("Объем затрат (план)", "85,0 (план)"),
        ("Объем затрат (в ценах 2022 года)", "85,0 (в ценах 2022 года)"),
        ("Стоимость (в ценах на 01.01.2024), руб.", "85,0 (в ценах на 01.01.2024)"),
        ("Объем затрат (план 2023 года)", "85,0 (план) (2023 года)"),
        ("Объем затрат, руб.", "85,0"),
        ("Объем затрат", "85,0"),
    ],
)
def test_what_a_head_says_beyond_the_form_belongs_to_its_figures(head, amount):
    heads = ["№", "Статья затрат", head, "Источник финансирования"]
    values = found(
        PRACTICE, COSTS, table(heads, ["1", "лыжи", "85,0", "город"], ["2", "лес", "даром", "мы"])
    )
    assert [row["amount"] for row in values["costs"]] == [amount, "даром"]


def test_the_unit_of_a_section_is_that_of_its_sums_and_of_their_total():
    heads = ["№", "Статья затрат", "Объем затрат", "Источник финансирования"]
    values = found(
        PRACTICE,
        "18. Затраты на реализацию практики (тыс. руб.):",
        table(heads, ["1", "лыжи", "85,0", "город"], ["ИТОГО:", "", "85,0", ""]),
    )
    assert values["costs"][0]["amount"] == "85,0 тыс. руб."
    assert values["costs_total"] == "85,0 тыс. руб."


def test_a_head_of_two_rows_is_one():
    values = found(
        PRACTICE,
        COSTS,
        table(COSTS_HEAD, [UP, UP, "руб.", UP], ["1", "лыжи", "10", "город"]),
    )
    assert values == {"costs": [{"item_with_details": "лыжи", "amount": "10", "source": "город"}]}


def test_a_merged_cell_repeats_its_words():
    values = found(
        PRACTICE,
        COSTS,
        table(
            COSTS_HEAD,
            ["1", "лыжи", "10", "город"],
            ["2", "флаги", "20", UP],
            ["3", "чай", "5", ""],
        ),
    )
    assert [row["source"] for row in values["costs"]] == ["город", "город", ""]


def test_so_it_does_where_the_table_is_cut_in_two_within_the_cell():
    first = table(COSTS_HEAD, ["1", "лыжи", "10", "город"])
    second = table(["2", "флаги", "20", UP])
    values = found(PRACTICE, COSTS, first, second)
    assert [row["source"] for row in values["costs"]] == ["город", "город"]


def test_a_row_whose_first_cell_goes_on_belongs_to_the_one_above():
    values = found(
        PRACTICE,
        ACTIVITIES,
        table(ACTIVITIES_HEAD, ["1", "сбор", "школа"], ["", UP, "клуб"], ["2", "пуск", "дом"]),
    )
    assert values == {"activities": rows(("сбор", "школа\nклуб"), ("пуск", "дом"))}


def test_a_cell_that_is_said_to_go_on_and_has_words_is_one_of_its_own():
    merged = table(ACTIVITIES_HEAD, ["1", "сбор", "школа"], ["2", "пуск", ""])
    merged.rows[2].cells[1].merge = "continue"
    assert found(PRACTICE, ACTIVITIES, merged) == {
        "activities": rows(("сбор", "школа"), ("пуск", ""))
    }


@pytest.mark.parametrize(
    "total",
    [
        ["ИТОГО: 30,00 руб."],
        ["Итого", "", "30,00 руб.", ""],
        ["", "ВСЕГО:", "30,00 руб.", ""],
        ["**Итого по смете: 30,00 руб.**"],
        ["", "Итого", "30,00 руб.", UP],
    ],
)
def test_a_total_is_found_behind_its_label_or_beside_it(total):
    values = found(PRACTICE, COSTS, table(COSTS_HEAD, ["1", "лыжи", "30", "город"], total))
    assert values["costs_total"] == "30,00 руб."
    assert len(values["costs"]) == 1


COSTS_OF_PROJECT = "10. Затраты на реализацию проекта:"
FEWER_HEADS = COSTS_HEAD[:3]


class TestCostsInAFormWithoutSourcesAndTotals:
    """What a practice knows of costs is taken in, though the form has no place for it."""

    def test_a_total_is_that_of_the_costs(self):
        values = found(
            PROJECT, COSTS_OF_PROJECT, table(FEWER_HEADS, ["1", "лыжи", "30"], ["", "Итого", "30"])
        )
        costs = [{"item_with_details": "лыжи", "amount": "30"}]
        assert values == {"costs": costs, "costs_total": "30"}

    def test_so_is_one_below_the_table(self):
        values = found(
            PROJECT, COSTS_OF_PROJECT, table(FEWER_HEADS, ["1", "лыжи", "30"]), "Всего: 30"
        )
        assert values["costs_total"] == "30"

    def test_a_further_total_is_left(self):
        rows = ["1", "лыжи", "30"], ["", "Итого", "30"], ["", "Всего", "30"]
        reading = read(PROJECT, COSTS_OF_PROJECT, table(FEWER_HEADS, *rows))
        assert reading.values["costs_total"] == "30"
        assert [text for _, text in left(reading)] == ["30"]

    def test_bands_are_the_sources_of_those_below_them(self):
        rows = (
            ["1", "лыжи", "10"],
            ["Средства гранта"],
            ["2", "лес", "5"],
            ["Бюджет"],
            ["3", "чай", "1"],
        )
        values = found(PROJECT, COSTS_OF_PROJECT, table(FEWER_HEADS, *rows))
        sources = [row.get("source") for row in values["costs"]]
        assert sources == [None, "Средства гранта", "Бюджет"]

    @pytest.mark.parametrize(
        "band", ["Учреждения культуры", "Разное", "Раздел 1. Материалы", "Материалы"]
    )
    def test_a_band_that_names_no_payer_is_left(self, band):
        reading = read(PROJECT, COSTS_OF_PROJECT, table(FEWER_HEADS, [band], ["1", "лыжи", "10"]))
        assert reading.values["costs"] == [{"item_with_details": "лыжи", "amount": "10"}]
        assert [text for _, text in left(reading)] == [band]


@pytest.mark.parametrize(
    ("head", "unit"),
    [
        ("Объём, млн. руб.", "млн. руб."),
        ("Объем (тыс. рублей)", "тыс. рублей"),
        ("Размер, т.р.", "тыс. руб."),
    ],
)
def test_volumes_in_money_are_sums_and_so_is_their_total(head, unit):
    costs = table([*COSTS_HEAD[:2], head], ["1", "лыжи", "0,5"], ["", "Итого", "0,5"])
    values = found(PRACTICE, COSTS, costs)
    assert [row["amount"] for row in values["costs"]] == [f"0,5 {unit}"]
    assert values["costs_total"] == f"0,5 {unit}"


@pytest.mark.parametrize("head", ["Объём, м³", "Объём", "Размер"])
def test_volumes_of_anything_else_are_no_sums(head):
    costs = table([*COSTS_HEAD[:2], head, "Сумма"], ["1", "лес", "8", "5"])
    values: dict[str, Any] = dict(read(PRACTICE, COSTS, costs).values)
    assert [row["amount"] for row in values["costs"]] == ["5"]


class TestTheUnitOfATotal:
    """A figure has the unit of its column, of the row above, or of the section; or it is told."""

    def total(self, *blocks: Words) -> object:
        return read(PRACTICE, *blocks).values.get("costs_total")

    def test_that_of_a_column_which_nobody_knows(self):
        head = [*COSTS_HEAD[:2], "Лимит, млн руб.", "Источник"]
        rows = ["1", "лыжи", "5", ""], ["", "Итого", "5", ""]
        assert self.total(COSTS, table(head, *rows)) == "5 млн руб."

    def test_that_of_a_row_above(self):
        rows = ["(тыс. руб.)"], ["1", "лыжи", "5", ""], ["", "Итого", "5", ""]
        assert self.total(COSTS, table(COSTS_HEAD, *rows)) == "5 тыс. руб."

    def test_that_of_the_sums_for_one_in_another_column_or_below_the_table(self):
        head = [*COSTS_HEAD[:2], "Сумма, тыс. руб.", "Источник"]
        row = ["1", "лыжи", "5", ""]
        assert self.total(COSTS, table(head, row, ["", "Итого", "", "5"])) == "5 тыс. руб."
        assert self.total(COSTS, table(head, row), "Итого: 5") == "5 тыс. руб."

    def test_one_that_it_names_itself(self):
        head = [*COSTS_HEAD[:2], "Сумма, тыс. руб.", "Источник"]
        rows = ["1", "лыжи", "5", ""], ["", "Итого, млн руб.", "0,005", ""]
        assert self.total(COSTS, table(head, *rows)) == "0,005 млн руб."

    @pytest.mark.parametrize("head", ["Количество", "Сколько", "Срок"])
    def test_figures_that_may_be_no_sums_are_no_total(self, head):
        costs = table([*COSTS_HEAD[:2], head], ["1", "лыжи", "5"], ["", "Итого", "5"])
        reading = read(PRACTICE, COSTS, costs)
        assert "costs_total" not in reading.values
        assert left(reading)[-1][1].startswith("Итого – 5")


def test_words_that_only_begin_like_a_total_are_a_row():
    head = ["№", "Показатель, единица измерения", "Значение показателя"]
    values = found(PRACTICE, "9. Результаты практики", table(head, ["1", "Всего участников", "30"]))
    assert values == {"results": [{"indicator_and_unit": "Всего участников", "value": "30"}]}


def test_a_band_over_rows_of_answers_is_none_of_them():
    reading = read(
        PRACTICE, ACTIVITIES, table(ACTIVITIES_HEAD, ["Подготовка"], ["1", "сбор", "школа"])
    )
    assert reading.values["activities"] == rows(("сбор", "школа"))
    assert [text for _, text in left(reading)] == ["Подготовка"]


@pytest.mark.parametrize("band", [["{}"], ["", "{}", "", ""]], ids=["over all", "a name alone"])
def test_a_band_over_costs_is_the_source_of_those_below_it(band):
    values = found(
        PRACTICE,
        COSTS,
        table(
            COSTS_HEAD,
            [each.format("Средства гранта") for each in band],
            ["1", "лыжи", "10", ""],
            ["2", "лес", "5", "город"],
            [each.format("Свои средства") for each in band],
            ["3", "чай", "1", ""],
        ),
    )
    sources = [row["source"] for row in values["costs"]]
    assert sources == ["Средства гранта", "город", "Свои средства"]


def test_a_table_that_lies_on_its_side_is_set_upright():
    values = found(
        PRACTICE,
        "22. Список контактов, ответственных за реализацию практики",
        table(
            ["ФИО", "Ветрова Анна Ильинична", "Лесной Пётр"],
            ["Должность", "заведующая", "тренер"],
            ["Телефон", "8 (391) 200-00-00", ""],
            ["Электронная почта", "sad@example.org", "les@example.org"],
        ),
    )
    assert [list(row.values()) for row in values["contacts"]] == [
        ["Ветрова Анна Ильинична, заведующая", "8 (391) 200-00-00\nsad@example.org"],
        ["Лесной Пётр, тренер", "les@example.org"],
    ]


CONTACTS = "22. Список контактов, ответственных за реализацию практики"


@pytest.mark.parametrize(
    "heads",
    [
        ["Контактное лицо", "Занимаемая должность", "Тел./факс", "E-mail"],
        ["Ответственное лицо", "Место работы и должность", "Контактные телефоны", "Эл. адрес"],
    ],
)
def test_heads_of_contacts_in_other_words(heads):
    answers = ["Ветрова Анна", "заведующая", "8 (391) 200-00-00", "sad@example.org"]
    lying = table(*([head, answer] for head, answer in zip(heads, answers, strict=True)))
    for each in (lying, table(heads, answers)):
        (contact,) = found(PRACTICE, CONTACTS, each)["contacts"]
        expected = ["Ветрова Анна, заведующая", "8 (391) 200-00-00\nsad@example.org"]
        assert list(contact.values()) == expected


@pytest.mark.parametrize(
    "head", [[], [["Куратор", "Как с ним связаться"]]], ids=["none", "unknown"]
)
def test_what_can_be_no_telephone_says_that_a_table_is_not_understood(head):
    rows = [*head, ["Начальник", "Ветрова Анна"], ["Позвонить", "8 (391) 200-00-00"]]
    reading = read(PRACTICE, CONTACTS, table(*rows))
    assert reading.values["contacts"] == []
    assert [text for _, text in left(reading)] == [" – ".join(row) for row in rows]


def test_a_place_without_a_telephone_says_nothing_of_its_table():
    rows = ["Ветрова Анна", "нет"], ["Лесной Пётр", "8 (391) 200-00-00"]
    assert len(read(PRACTICE, CONTACTS, table(*rows)).values["contacts"]) == 2


def test_a_table_that_ends_in_a_total_does_not_lie():
    standing = table(["Статья затрат", "На год"], ["Чай", "5"], ["Итого", "5"])
    reading = read(PROJECT, COSTS_OF_PROJECT, standing)
    assert reading.values["costs"] == [{"item_with_details": "Чай", "amount": ""}]
    assert [text for _, text in left(reading)] == ["5", "Итого – 5"]


def test_columns_of_single_fields_come_together_in_that_of_the_form():
    values = found(
        PRACTICE,
        "9. Результаты практики",
        table(
            ["№", "Наименование показателя", "Ед. изм.", "Значение показателя"],
            ["1", "Грядки", "шт.", "40"],
        ),
    )
    assert values["results"] == [{"indicator_and_unit": "Грядки, шт.", "value": "40"}]
    values = found(
        PRACTICE,
        COSTS,
        table(
            ["№", "Статья затрат", "Количество", "Цена, руб.", "Объем затрат, руб."],
            ["1", "Доски", "10", "1 500", "15 000"],
        ),
    )
    (cost,) = values["costs"]
    assert cost["item_with_details"] == "Доски\nКоличество: 10\nЦена, руб.: 1 500"
    assert cost["amount"] == "15 000"


@pytest.mark.parametrize(
    "heads",
    [
        [["№", "Показатель", "Значение показателя до", "Значение показателя после"]],
        [["№", "Показатель", "Значение показателя (план)", "Значение показателя (факт)"]],
    ],
)
def test_two_values_are_not_one(heads):
    reading = read(PRACTICE, "9. Результаты практики", table(*heads, ["1", "Грядки", "0", "40"]))
    assert reading.values["results"] == [{"indicator_and_unit": "Грядки", "value": ""}]
    assert [text for _, text in left(reading)] == ["0", "40"]


def test_the_only_head_that_says_no_more_is_that_of_the_column():
    heads = ["№", "Статья расходов", "Сумма, руб.", "Сумма, из них гранты"]
    reading = read(PRACTICE, COSTS, table(heads, ["1", "Чай", "300", "100"]))
    assert reading.values["costs"] == [{"item_with_details": "Чай", "amount": "300", "source": ""}]
    assert [text for _, text in left(reading)] == ["100"]


def test_a_head_of_numbers_may_stand_anywhere_but_another_number_is_left():
    heads = ["Статья затрат", "№", "№ договора", "Объем затрат", "Источник"]
    reading = read(PRACTICE, COSTS, table(heads, ["Чай", "1", "15", "300", "город"]))
    assert [text for _, text in left(reading)] == ["15"]


def test_a_number_beside_the_columns_is_none_of_the_row():
    beside = table(COSTS_HEAD, ["1", "Чай", "300", "город", "7"])
    assert [text for _, text in left(read(PRACTICE, COSTS, beside))] == ["7"]


def test_a_row_of_a_total_is_no_head():
    rows_of_sums = table(COSTS_HEAD, ["1", "Чай", "300", "город"], ["", "Всего", "Сумма", ""])
    values = found(PRACTICE, COSTS, rows_of_sums)
    assert [cost["item_with_details"] for cost in values["costs"]] == ["Чай"]


def test_a_total_at_the_left_is_no_head_of_a_table_on_its_side():
    fits_nothing = table(["Статья расходов", "Вклад школы"], ["Ратрак", "300"], ["Итого", "300"])
    assert read(PRACTICE, COSTS, fits_nothing).values["costs"] == []


@pytest.mark.parametrize("numbers", [("1.1", "1.2"), ("а)", "б)")])
def test_rows_numbered_below_one_are_its_details(numbers):
    land, boards = numbers
    values = found(
        PRACTICE,
        COSTS,
        table(
            COSTS_HEAD,
            ["1", "Материалы, в том числе:", "100 000", "город"],
            [land, "Земля", "85 000", ""],
            [boards, "Доски", "15 000", ""],
        ),
    )
    (cost,) = values["costs"]
    assert cost["item_with_details"] == ("Материалы, в том числе:\nЗемля – 85 000\nДоски – 15 000")


def test_a_band_that_stands_below_a_head_of_details_is_accounted_for():
    heads = ["№", "Статья затрат", "Примечание", "Объем затрат", "Источник"]
    band = ["", "", "Средства гранта", "", ""]
    values = found(PRACTICE, COSTS, table(heads, band, ["1", "Чай", "", "5", ""]))
    assert values["costs"] == [
        {"item_with_details": "Чай", "amount": "5", "source": "Средства гранта"}
    ]


def test_a_row_without_a_sum_heads_those_numbered_below_it_in_place_of_the_band_above():
    parts = table(
        COSTS_HEAD,
        ["Средства гранта"],
        ["1", "Материалы", "", ""],
        ["1.1", "Земля", "85 000", ""],
        ["1.2", "Доски", "15 000", "город"],
    )
    reading = read(PRACTICE, COSTS, parts)
    assert reading.values["costs"] == [
        {"item_with_details": "Земля", "amount": "85 000", "source": ""},
        {"item_with_details": "Доски", "amount": "15 000", "source": "город"},
    ]
    assert [text for _, text in left(reading)] == ["Средства гранта", "Материалы"]


def test_a_row_without_number_and_name_goes_on_with_the_one_above():
    values = found(
        PRACTICE,
        ACTIVITIES,
        table(ACTIVITIES_HEAD, ["1", "сбор", "школа и"], ["", "", "дом"], ["2", "пуск", "двор"]),
    )
    assert values == {"activities": rows(("сбор", "школа и\nдом"), ("пуск", "двор"))}


class TestARowThatGoesOnWithinAPhrase:
    def costs(self, *rows: list[str]) -> list[list[str]]:
        return [
            list(cost.values())
            for cost in found(PRACTICE, COSTS, table(COSTS_HEAD, *rows))["costs"]
        ]

    @pytest.mark.parametrize(
        ("broken", "whole"),
        [
            ("лыжи и", "лыжи и палки"),
            ("лыжи,", "лыжи, палки"),
            ("крепления для", "крепления для палки"),
            ("лыже-", "лыже-палки"),
        ],
    )
    def test_it_has_neither_a_number_nor_a_figure(self, broken, whole):
        rows = ["1", broken, "10", "город"], ["", "палки", "", ""], ["2", "лес", "5", ""]
        assert self.costs(*rows) == [[whole, "10", "город"], ["лес", "5", ""]]

    def test_also_in_other_columns(self):
        rows = ["1", "лыжи и", "10", "бюджет, грант,"], ["", "палки", "", "взносы"]
        assert self.costs(*rows) == [["лыжи и палки", "10", "бюджет, грант, взносы"]]

    @pytest.mark.parametrize(
        ("above", "row"),
        [
            ("лыжи", ["", "палки", "", ""]),
            ("лыжи и", ["2", "палки", "", ""]),
            ("лыжи и", ["", "палки", "5", ""]),
            ("лыжи и", ["", "палки", "", "грант"]),
            ("зал А", ["", "палки", "", ""]),
        ],
        ids=["whole", "numbered", "with a sum", "with a source", "no word"],
    )
    def test_others_are_rows_of_their_own(self, above, row):
        assert self.costs(["1", above, "10", "город"], row) == [[above, "10", "город"], row[1:]]


def test_as_many_numbers_in_a_cell_are_as_many_rows():
    values = found(
        PRACTICE,
        ACTIVITIES,
        table(ACTIVITIES_HEAD, [["1", "2"], ["сбор", "пуск"], ["школа", "дом"]]),
    )
    assert values == {"activities": rows(("сбор", "школа"), ("пуск", "дом"))}


def test_lines_of_which_one_has_no_figure_are_not_so_many_rows():
    values = found(
        PRACTICE,
        COSTS,
        table(COSTS_HEAD, ["1", ["лыжи", "палки"], ["10 000", "и доставка"], "город"]),
    )
    (cost,) = values["costs"]
    assert cost["item_with_details"] == "лыжи\nпалки"
    assert cost["amount"] == "10 000\nи доставка"


@pytest.mark.parametrize("words", ["–", "____", "……", "(заполнить)", "-"])
def test_a_place_to_write_is_no_answer(words):
    values = found(PRACTICE, ACTIVITIES, table(ACTIVITIES_HEAD, ["1", words, words]))
    assert values == {}


NOTHING = [
    *("нет", "Не требуется", "отсутствуют.", "не предусмотрено", "Не планируются", "не было"),
    *("Затраты отсутствуют", "Расходы не предусмотрены", "нет затрат", "Без затрат"),
]


@pytest.mark.parametrize("words", NOTHING)
def test_that_there_is_nothing_is_told_and_no_row(words):
    reading = read(PRACTICE, ACTIVITIES, table(ACTIVITIES_HEAD, ["1", words, "–"]))
    assert reading.values["activities"] == []
    assert [text for _, text in left(reading)] == [words]


@pytest.mark.parametrize("sum_", ["0", "0,00", "0 руб.", "х", "–"])
def test_a_sum_of_nothing_beside_it_changes_nothing(sum_):
    reading = read(PRACTICE, COSTS, table(COSTS_HEAD, ["1", "отсутствуют", sum_, "нет"]))
    assert reading.values["costs"] == []
    assert [text for _, text in left(reading)] == ["отсутствуют"]


def test_nothing_at_all_is_not_even_told():
    assert found(PRACTICE, COSTS, table(COSTS_HEAD, ["1", "–", "0", "–"])) == {}


@pytest.mark.parametrize(
    "row", [["1", "лыжи", "0", ""], ["1", "ставок нет", "0", ""], ["1", "отсутствуют", "5", ""]]
)
def test_a_row_that_says_something_is_one(row):
    (cost,) = found(PRACTICE, COSTS, table(COSTS_HEAD, row))["costs"]
    assert list(cost.values()) == row[1:]


class TestASignThatACellIsAsTheOneAbove:
    @pytest.mark.parametrize("sign", ["-//-", "–//–", "- // -", '-"-', "--//--", "– » –"])
    def test_words_are_those_above(self, sign):
        rows = ["1", "лыжи", "5", "город"], ["2", "лес", "3", sign], ["3", sign, "1", sign]
        values = found(PRACTICE, COSTS, table(COSTS_HEAD, *rows))
        assert [list(cost.values()) for cost in values["costs"]] == [
            ["лыжи", "5", "город"],
            ["лес", "3", "город"],
            ["лес", "1", "город"],
        ]

    def test_below_nothing_it_is_nothing(self):
        values = found(PRACTICE, COSTS, table(COSTS_HEAD, ["1", "лыжи", "5", "-//-"]))
        assert [cost["source"] for cost in values["costs"]] == [""]

    def test_a_figure_is_told(self):
        rows = ["1", "лыжи", "5", "город"], ["2", "лес", "-//-", ""]
        reading = read(PRACTICE, COSTS, table(COSTS_HEAD, *rows))
        assert reading.values["costs"][1] == {
            "item_with_details": "лес",
            "amount": "",
            "source": "",
        }
        assert [text for _, text in left(reading)] == ["-//-"]

    def test_a_row_of_nothing_else_is_told_and_no_row(self):
        rows = ["1", "лыжи", "5", "город"], ["2", "-//-", "", "–"]
        reading = read(PRACTICE, COSTS, table(COSTS_HEAD, *rows))
        assert len(reading.values["costs"]) == 1
        assert [text for _, text in left(reading)] == ["2 – -//- – –"]


def test_that_there_is_nothing_may_reach_down_over_merged_cells():
    rows_of_sums = table(COSTS_HEAD, ["1", "", "", "нет"], ["2", "", "", UP])
    reading = read(PRACTICE, COSTS, rows_of_sums)
    assert reading.values["costs"] == []
    assert [text for _, text in left(reading)] == ["нет"]


def test_blank_rows_are_no_rows():
    reading = read(
        PRACTICE,
        ACTIVITIES,
        table(ACTIVITIES_HEAD, ["1", "сбор", "школа"], ["2", "", ""], ["", "", ""]),
    )
    assert reading.values["activities"] == rows(("сбор", "школа"))
    empty = read(PRACTICE, ACTIVITIES, table(ACTIVITIES_HEAD, ["1", "", ""]))
    assert empty.values["activities"] == []


def test_a_record_is_a_row_without_number():
    head = [
        "Количество граждан, участвующих в реализации практики",
        "Количество граждан, на которых направлен эффект от реализации практики",
    ]
    values = found(
        PRACTICE,
        "11. Заинтересованные лица, на которых рассчитана практика",
        table(head, ["5", "10"]),
    )
    assert values == {"audience": [{"involved": "5", "affected": "10"}]}


def test_a_table_in_a_cell_becomes_lines():
    inner = table(["лыжи", "10 пар"], ["палки", "12 пар"])
    values = found(PRACTICE, ACTIVITIES, table(ACTIVITIES_HEAD, ["1", ["закупка:", inner], "дом"]))
    assert values == {"activities": rows(("закупка:\nлыжи – 10 пар\nпалки – 12 пар", "дом"))}


def test_answers_that_look_like_headings_stay_answers():
    values = found(
        PRACTICE,
        ACTIVITIES,
        table(ACTIVITIES_HEAD, ["1", "Описание мероприятия", "Исполнитель"], ["2", "Итоги", "№ 5"]),
    )
    assert values == {"activities": rows(("Описание мероприятия", "Исполнитель"), ("Итоги", "№ 5"))}


def test_numbers_typed_before_the_words_of_rows_are_dropped_if_they_count_the_rows():
    head = ["Описание мероприятия", "Исполнитель"]
    counted = table(head, ["1. сбор", "школа"], ["2. пуск", "дом"])
    assert found(PRACTICE, ACTIVITIES, counted) == {
        "activities": rows(("сбор", "школа"), ("пуск", "дом"))
    }
    uncounted = table(head, ["1. сбор", "школа"], ["1. пуск", "дом"])
    assert found(PRACTICE, ACTIVITIES, uncounted) == {
        "activities": rows(("1. сбор", "школа"), ("1. пуск", "дом"))
    }


OWN = """
form: smeta
version: 1
source: своя
title: Смета
layout: sections
sections:
  - number: 1
    heading: Смета расходов
    rows: costs
    columns:
      - {heading: Вид расходов, show: item}
      - {heading: "Сумма, тыс. руб.", show: amount}
      - {heading: Кто платит, show: source}
    total: {label: "Итого, тыс. руб.:", show: costs-total}
  - number: 2
    heading: Группы
    rows: target_groups
    columns:
      - {heading: Группа, show: name}
      - {heading: "Численность, чел.", show: size}
"""


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    folder = tmp_path_factory.mktemp("forms")
    (folder / "smeta").mkdir()
    (folder / "smeta" / "form.yaml").write_text(OWN, "utf-8")
    return Catalogue([folder]).form("smeta")


@pytest.mark.parametrize(
    ("head", "label", "amount"),
    [
        ("Сумма, тыс. руб.", "Итого, тыс. руб.:", "412,5 тыс. руб."),
        ("Сумма, млн руб.", "Итого", "412,5 млн руб."),
        ("Сумма, руб.", "Итого, руб.:", "412,5"),
        ("Сумма", "Итого", "412,5"),
    ],
)
def test_a_unit_that_the_form_itself_names_is_that_of_the_document(own, head, label, amount):
    heads = ["Вид расходов", head, "Кто платит"]
    rows_of_sums = table(heads, ["лыжи", "412,5", "город"], [label, "412,5", ""])
    values = found(own, "1. Смета расходов", rows_of_sums)
    assert values["costs"][0]["amount"] == amount
    assert values["costs_total"] == amount


def test_without_a_head_the_form_says_the_unit(own):
    values = found(own, "1. Смета расходов", table(["лыжи", "412,5", "город"]))
    assert values["costs"][0]["amount"] == "412,5 тыс. руб."


def test_a_head_in_another_unit_than_that_of_the_form_is_its_head(own):
    groups = table(["Группа", "Численность, тыс. чел."], ["дети", "1,2"])
    values = found(own, "2. Группы", groups)
    assert values["target_groups"] == [{"name": "дети", "size": "1,2 тыс. чел."}]


CONTACTS = "22. Список контактов, ответственных за реализацию практики"


class TestWordsForNothing:
    """«Нет» is no item of a list, and still an answer where a row says nothing else."""

    @pytest.mark.parametrize("nothing", ["нет", "не имеется", "–"])
    def test_in_a_column_of_a_field(self, nothing):
        head = ["№", "ФИО", "Рабочий телефон", "Мобильный телефон", "Эл. почта"]
        row = ["1", "Иванова А. П.", nothing, "8 913 000-00-00", nothing]
        (contact,) = found(PRACTICE, CONTACTS, table(head, row))["contacts"]
        assert [*contact.values()] == ["Иванова А. П.", "8 913 000-00-00"]

    def test_in_the_column_of_a_list(self):
        head = ["№", "Ответственный (ФИО, должность)", "Телефон, электронная почта"]
        (contact,) = found(PRACTICE, CONTACTS, table(head, ["1", "Иванова А. П.", "нет"]))[
            "contacts"
        ]
        assert [*contact.values()] == ["Иванова А. П.", ""]

    def test_in_a_whole_row_it_is_told(self):
        reading = read(PRACTICE, CONTACTS, table(["№", "ФИО", "Телефон"], ["1", "нет", "нет"]))
        assert [text for _, text in left(reading)] == ["нет"]

    def test_in_a_text_it_stays(self):
        values = found(PRACTICE, ACTIVITIES, table(ACTIVITIES_HEAD, ["1", "сбор", "нет"]))
        assert values == {"activities": rows(("сбор", "нет"))}


@pytest.mark.parametrize(
    "heads", [[["№", "ФИО", "Рабочий", "Мобильный"]], [["№", "ФИО", "Телефон"], [UP, UP]]]
)
def test_kinds_of_telephones_head_telephones(heads):
    first, *second = heads
    contacts = table([*first, ""][:4], *([*each, "рабочий", "сотовый"] for each in second))
    if second:
        contacts.rows[0].cells[2:] = [replace(contacts.rows[0].cells[2], span=2)]
    contacts.rows += table(["1", "Иванова А. П.", "3-00-00", "8 913 000-00-00"]).rows
    (contact,) = found(PRACTICE, CONTACTS, contacts)["contacts"]
    assert [*contact.values()] == ["Иванова А. П.", "3-00-00\n8 913 000-00-00"]


def test_a_row_of_words_goes_on_with_the_one_above_also_without_numbers_and_behind_a_band():
    head = ["Статья затрат", "Объем затрат", "Источник финансирования"]
    costs = table(head, ["лыжи", "5", "город"], ["Разное"], ["", "", "и школа"], ["", "7", ""])
    reading = read(PRACTICE, COSTS, costs)
    keys = ("item_with_details", "amount", "source")
    assert reading.values["costs"] == [
        dict(zip(keys, row, strict=True))
        for row in (["лыжи", "5", "город\nи школа"], ["", "7", ""])
    ]
    assert [text for _, text in left(reading)] == ["Разное"]


@pytest.mark.parametrize("head", [[], [COSTS_HEAD]])
def test_a_band_above_all_rows_is_the_source_of_those_below_it(head):
    costs = table(["Средства гранта"], *head, ["1", "лыжи", "5", ""], ["2", "чай", "1", "город"])
    values = found(PRACTICE, COSTS, costs)
    assert [row["source"] for row in values["costs"]] == ["Средства гранта", "город"]


def test_a_band_above_all_rows_without_a_head_is_the_first_of_them():
    rows = table(["Средства гранта"], ["1", "лыжи", "10", "", "прокат"])
    reading = read(PRACTICE, COSTS, rows)
    assert reading.left[0].origin.values["row"] == 2


@pytest.mark.parametrize(
    ("band", "source", "amount"),
    [
        ("Средства гранта, тыс. руб.", "Средства гранта", "12,5 тыс. руб."),
        ("II. Средства гранта (в тысячах рублей):", "Средства гранта", "12,5 тыс. руб."),
        ("Средства гранта за 2024 год – млн руб.", "Средства гранта за 2024 год", "12,5 млн руб."),
        ("Средства гранта, руб.", "Средства гранта", "12,5 руб."),
        ("Средства гранта – 20 тыс. руб.", "Средства гранта – 20 тыс. руб.", "12,5"),
        ("Средства гранта, тыс. чел.", "Средства гранта, тыс. чел.", "12,5"),
    ],
)
def test_a_band_names_the_unit_of_those_below_it_beside_their_source(band, source, amount):
    values = found(PRACTICE, COSTS, table(COSTS_HEAD, [band], ["1", "лыжи", "12,5", ""]))
    (cost,) = values["costs"]
    assert (cost["source"], cost["amount"]) == (source, amount)


def test_the_unit_of_a_band_lasts_to_the_next_one_but_for_one_within_it():
    bands = table(
        COSTS_HEAD,
        ["тыс. руб."],
        ["Средства гранта, млн руб."],
        ["Инвентарь"],
        ["1", "лыжи", "1,5", ""],
        ["Бюджет города"],
        ["2", "чай", "3", ""],
        ["", "Итого", "1503", ""],
    )
    values: Any = read(PRACTICE, COSTS, bands).values
    assert [row["amount"] for row in values["costs"]] == ["1,5 млн руб.", "3 тыс. руб."]
    assert values["costs_total"] == "1503 тыс. руб."


def test_words_above_no_rows_are_no_band_but_the_answer():
    prose = table(["Лыжи куплены на средства гранта"], ["4. Сроки реализации практики", "2024 год"])
    values = found(PRACTICE, COSTS, prose)
    assert values["period"] == "2024 год"
    assert [row["item_with_details"] for row in values["costs"]] == [
        "Лыжи куплены на средства гранта"
    ]
