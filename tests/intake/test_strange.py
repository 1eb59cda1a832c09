"""What a document has and the form has not: it ends the section before it, and is left."""

import pytest

from passportkit.paper import Table
from tests.intake.conftest import PRACTICE, PROJECT, Words, found, left, read, table

PERIOD = "4. Сроки реализации практики"
SUMMARY = "13. Краткое описание практики"
RESULTS = "9. Результаты практики (что было достигнуто)"
RESULTS_HEAD = ["№", "Показатель, единица измерения", "Значение показателя"]


class TestNumbers:
    """The number of a section that the form lacks, in a document that numbers its headings."""

    def test_a_number_that_the_form_lacks_ends_the_section(self):
        reading = read(PRACTICE, PERIOD, "2018 год", "6. Погода", "солнце", "и ветер")
        assert reading.values["period"] == "2018 год"
        assert left(reading) == [
            ("section 4 “Сроки реализации практики”", "6. Погода"),
            ("under “6. Погода”", "солнце"),
            ("under “6. Погода”", "и ветер"),
        ]

    def test_also_right_below_a_heading_without_an_answer(self):
        reading = read(PRACTICE, PERIOD, "5. Погода", "солнце")
        assert reading.values["period"] == ""
        assert [text for _, text in left(reading)] == ["5. Погода", "солнце"]

    @pytest.mark.parametrize(
        "lines",
        [
            ["1. весна", "2. осень"],
            ["3. весна", "4. лето", "5. осень", "6. зима"],
            ["4.1. весна", "4.2. осень"],
            ["2024. год детства"],
            ["6. весна;", "7. осень."],
            ["25. 10 дней"],
        ],
        ids=["list", "on and on", "deeper", "year", "goes on", "no word"],
    )
    def test_what_an_author_has_numbered_is_an_answer(self, lines):
        values = found(PRACTICE, PERIOD, *lines)
        assert values["period"].split("\n") == lines

    def test_the_next_section_is_found_behind_it(self):
        reading = read(PRACTICE, PERIOD, "2018", "6. Погода", "солнце", SUMMARY, "Лыжи в лесу")
        assert reading.values["summary"] == "Лыжи в лесу"
        assert [text for _, text in left(reading)] == ["6. Погода", "солнце"]

    def test_a_document_that_does_not_number_its_headings_says_nothing_by_numbers(self):
        values = found(PRACTICE, PERIOD.removeprefix("4. "), "лето 2018", "6. зима")
        assert values["period"] == "лето 2018\n6. зима"

    def test_rows_of_headings_that_the_form_lacks(self):
        reading = read(
            PRACTICE, table([PERIOD, "2018"], ["4.5. Масштаб", "город"], ["4.6. Охват", "100"])
        )
        assert left(reading) == [("under “4.5. Масштаб”", "город"), ("under “4.6. Охват”", "100")]


RESULTS_OF_ALL = {
    "results": [
        {"indicator_and_unit": "школы, ед.", "value": "5"},
        {"indicator_and_unit": "клубы, ед.", "value": "7"},
    ]
}


class TestATableInTheCellOfItsHeading:
    """A heading and its table stand together in a cell, beside an empty one or alone."""

    results = table(RESULTS_HEAD, ["1", "школы, ед.", "5"], ["2", "клубы, ед.", "7"])

    def around(self, heading: str) -> list[Table]:
        cell: list[Words] = [heading, self.results]
        return [table([cell, ""]), table(["", cell]), table([cell]), table([heading, self.results])]

    def test_after_a_section_with_several_parts(self):
        goal = ["6. Цель (цели) и задачи практики", "Цель практики – лыжи", "Задачи практики: бег"]
        for rows in self.around(RESULTS):
            values = found(PRACTICE, *goal, rows)
            assert values == {"goals": "лыжи", "tasks": "бег", **RESULTS_OF_ALL}

    def test_after_a_section_with_several_tables(self):
        before: list[Words] = [
            "3. Предпосылки реализации",
            "Скучно",
            "Проблемы, которые должны были быть решены реализацией практики:",
            table(["№", "Описание проблемы"], ["1", "нет парка"]),
        ]
        known = {"preconditions": "Скучно", "problems": [{"text": "нет парка"}]}
        for rows in self.around("4. Результаты проекта (что было достигнуто)"):
            assert found(PROJECT, *before, rows) == {**known, **RESULTS_OF_ALL}

    def test_two_of_them_below_one_another(self):
        people = table(["№", "Участник", "Описание его роли"], ["1", "школа", "дала зал"])
        rows = table(
            [["4. Результаты проекта", self.results], ""],
            [["5. Участники проекта внедрения практики", people], ""],
        )
        participants = {"participants": [{"name": "школа", "role": "дала зал"}]}
        assert found(PROJECT, rows) == {**RESULTS_OF_ALL, **participants}


def test_a_note_below_an_answer_is_the_form_s():
    note = PRACTICE.sections[2].note or ""
    values = found(PRACTICE, "3. Предпосылки реализации", "Не было лыжни", note, PERIOD, "2018")
    assert values == {"preconditions": "Не было лыжни", "period": "2018"}


def test_a_last_table_of_two_columns_whose_rows_have_links():
    people = "22. Список контактов, ответственных за реализацию практики"
    mail = "[l@example.org](mailto:l@example.org)"
    for head in ([], [["Ответственный (ФИО, должность)", "Телефон, электронная почта"]]):
        values = found(PRACTICE, people, table(*head, ["Лесной П. П.", mail]))
        assert values["contacts"] == [
            {"name_and_position": "Лесной П. П.", "phones_and_emails": mail}
        ]


def test_a_heading_out_of_order_is_known_by_its_number():
    resources = "16. Ресурсы, необходимые для внедрения практики"
    rows = table(["№", "Описание ресурса", "Для каких целей"], ["1", "лыжи", "бег"])
    values = found(PRACTICE, resources, rows, "3. Предпосылки реализации практики", "Нет лыжни")
    assert values["preconditions"] == "Нет лыжни"
    assert values["resources"] == [{"description": "лыжи", "purpose": "бег"}]


@pytest.mark.parametrize("number", [[], [""]])
def test_a_table_with_heads_that_fit_nothing_is_left_whole(number):
    people = "10. Участники внедрения практики и их роль в процессе внедрения"
    head = [*number, "**Дата**", "**Погода**"]
    reading = read(PRACTICE, people, table(head, [*number, "вчера", "солнце"]))
    assert reading.values["participants"] == []
    assert [text for _, text in left(reading)] == ["**Дата** – **Погода**", "вчера – солнце"]


def test_of_rows_put_into_one_that_fit_nothing_each_word_is_left_once():
    results = "9. Результаты практики (что было достигнуто)"
    row = [["1", "2"], ["Лыжи", "Гости"], ["много", "мало"], "75"]
    reading = read(PRACTICE, results, table(row))
    assert [text for _, text in left(reading)] == ["1 – Лыжи – много – 75", "2 – Гости – мало"]


class TestAUnitAboveATable:
    """A line between the heading and its table says in which unit the sums are."""

    costs = "18. Затраты на реализацию практики"
    head = ("№", "Статья затрат", "Объем затрат", "Источник финансирования")
    rows = (("1", "лыжи", "85,0", "город"), ("", "Итого", "85,0", ""))

    @pytest.mark.parametrize("unit", ["(тыс. руб.)", "тыс. руб.", "*(тыс. руб.)*", "в тыс. руб."])
    def test_in_a_line(self, unit):
        values = found(PRACTICE, self.costs, unit, table(self.head, *self.rows))
        assert values["costs"][0]["amount"] == "85,0 тыс. руб."
        assert values["costs_total"] == "85,0 тыс. руб."

    def test_in_a_row_over_the_heads(self):
        values = found(PRACTICE, self.costs, table(["(тыс. руб.)"], self.head, *self.rows))
        assert values["costs"][0]["amount"] == "85,0 тыс. руб."

    def test_also_that_of_a_price_but_not_of_a_quantity(self):
        head = ("№", "Статья затрат", "Кол-во", "Цена", "Цена за ед., руб.", "Сумма")
        values = found(
            PRACTICE, self.costs, "(тыс. руб.)", table(head, ["1", "лыжи", "3", "4", "5", "6"])
        )
        assert values["costs"][0]["amount"] == "6 тыс. руб."
        details = ["лыжи", "Кол-во: 3", "Цена: 4 тыс. руб.", "Цена за ед., руб.: 5"]
        assert values["costs"][0]["item_with_details"].split("\n") == details

    def test_roubles_say_nothing(self):
        values = found(PRACTICE, self.costs, "в рублях", table(self.head, *self.rows))
        assert values["costs"][0]["amount"] == "85,0"

    def test_of_words_in_place_of_a_table_none_is_a_sum_and_the_unit_is_left(self):
        reading = read(PRACTICE, f"{self.costs} (тыс. руб.):", "85,0")
        assert reading.values["costs"] == [
            {"item_with_details": "85,0", "amount": "", "source": ""}
        ]
        assert [text for _, text in left(reading)] == ["тыс. руб."]
