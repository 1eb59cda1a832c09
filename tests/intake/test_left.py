"""Nothing is lost: what has no place is left, with where it stands."""

from dataclasses import replace

import pytest

from passportkit.intake import match
from passportkit.paper import Paragraph
from tests.intake.conftest import PRACTICE, UP, Words, left, paper, read, table

SECTION_18 = "section 18 “Затраты на реализацию практики”"
COSTS = "18. Затраты на реализацию практики"
COSTS_HEAD = ["№", "Статья затрат", "Объем затрат", "Источник финансирования"]


def test_words_before_the_first_section():
    reading = read(PRACTICE, "УТВЕРЖДАЮ", "Паспорт практики", "1. Наименование практики", "Лыжня")
    assert left(reading) == [("before the first section", "УТВЕРЖДАЮ")]
    assert (reading.read, reading.placed) == (2, 1)


def test_the_title_in_a_box_is_none_of_them():
    reading = read(PRACTICE, table(["Паспорт практики"]), "1. Наименование практики", "Лыжня")
    assert (reading.values, reading.left) == ({"title": "Лыжня"}, [])


def test_another_document_in_the_same_file():
    title, period = "1. Наименование практики", "4. Сроки реализации практики"
    reading = read(PRACTICE, title, "Лыжня", period, "2018", title, "Сад", period, "2019")
    assert reading.values == {"title": "Лыжня", "period": "2018"}
    assert [text for _, text in left(reading)] == [title, "Сад", period, "2019"]


def test_words_around_a_table():
    reading = read(
        PRACTICE, COSTS, "по смете", table(COSTS_HEAD, ["1", "лыжи", "5", "город"]), "Смета верна"
    )
    assert left(reading) == [(SECTION_18, "Смета верна"), (SECTION_18, "по смете")]


def test_signatures_below_a_table():
    reading = read(
        PRACTICE, COSTS, table(COSTS_HEAD, ["1", "лыжи", "5", "город"]), "Директор", "Лесной П. П."
    )
    assert left(reading) == [(SECTION_18, "Директор"), (SECTION_18, "Лесной П. П.")]


def test_a_section_that_the_form_lacks():
    reading = read(
        PRACTICE,
        COSTS,
        table(COSTS_HEAD, ["1", "лыжи", "5", "город"]),
        "18.1. Расходы по годам",
        table(["Год", "Сумма"], ["2018", "5"]),
        "22. Список контактов",
        table(["№", "Ответственный", "Телефон"], ["1", "Лесной П. П.", "8 (3919) 70-00-17"]),
    )
    assert left(reading) == [
        (SECTION_18, "18.1. Расходы по годам"),
        ("under “18.1. Расходы по годам”", "Год – Сумма"),
        ("under “18.1. Расходы по годам”", "2018 – 5"),
    ]
    assert reading.values["contacts"] == [
        {"name_and_position": "Лесной П. П.", "phones_and_emails": "8 (3919) 70-00-17"}
    ]


def test_a_row_that_the_form_lacks_in_a_table_of_headings_and_answers():
    reading = read(
        PRACTICE,
        table(
            ["Наименование практики", "Лыжня"], ["Куратор", "Лесной"], ["Сроки реализации", "2018"]
        ),
    )
    assert left(reading) == [("under “Куратор”", "Лесной")]
    assert reading.values["period"] == "2018"


def test_signatures():
    reading = read(
        PRACTICE,
        "4. Сроки реализации практики",
        "2018 год",
        "Глава города ______ П. П. Лесной",
        "М.П.",
    )
    assert reading.values == {"period": "2018 год"}
    assert left(reading) == [
        ("after the last section", "Глава города ______ П. П. Лесной"),
        ("after the last section", "М.П."),
    ]


def test_debris_is_not_worth_a_word():
    reading = read(
        PRACTICE,
        "http://www.w3.org/1999/xlink",
        "4. Сроки реализации практики",
        "2018 год",
        "- 7 -",
    )
    assert (reading.values, reading.left) == ({"period": "2018 год"}, [])


def test_what_is_there_without_words_is_empty_and_what_is_missing_is_absent():
    reading = read(PRACTICE, "1. Наименование практики", COSTS, table(COSTS_HEAD))
    assert reading.values == {"title": "", "costs": []}
    assert (reading.read, reading.placed) == (0, 0)


def test_a_document_of_anything_else_is_left_as_a_whole():
    texts = [f"Слова {n}" for n in range(3)]
    reading = match(paper(*texts, table(["а", "б"])), PRACTICE)
    assert reading.values == {}
    assert [text for _, text in left(reading)] == [*texts, "а – б"]


def test_a_table_in_place_of_a_text_becomes_lines_without_the_numbers_of_its_rows():
    reading = read(
        PRACTICE,
        "13. Краткое описание практики",
        table(["1", "лыжи", "10 пар"], ["2", "палки", "12 пар"], ["12", "клюшек", ""]),
    )
    assert reading.values["summary"] == "лыжи – 10 пар\nпалки – 12 пар\n12 – клюшек"


SUMS_HEAD = ["№", "Статья затрат", "Объем затрат"]


def left_of(*blocks: Words) -> list[tuple[str, str]]:
    return left(read(PRACTICE, COSTS, *blocks))


class TestFiguresThatAreLeft:
    """They have the unit of their column with them, wherever the document says it."""

    years = ("Объем затрат – 2022 год", "Объем затрат – 2023 год")

    def texts(self, *blocks: Words) -> list[str]:
        return [text for _, text in left_of(*blocks)]

    def test_of_a_head(self):
        head = ["№", "Статья затрат", *(f"{each}, тыс. руб." for each in self.years)]
        assert self.texts(table(head, ["1", "лыжи", "100,0", "20,0"])) == [
            "100,0 тыс. руб.",
            "20,0 тыс. руб.",
        ]

    def test_of_a_head_over_several(self):
        two = [
            ["№", "Статья затрат", "Сумма, тыс. руб.", UP],
            [UP, UP, "город", "школа"],
            ["1", "лыжи", "100,0", "20,0"],
        ]
        rows = table(*two)
        rows.rows[0].cells[2:] = [replace(rows.rows[0].cells[2], span=2)]
        assert self.texts(rows) == ["100,0 тыс. руб.", "20,0 тыс. руб."]

    @pytest.mark.parametrize("head", [years, ("2022", "2023"), ("Бюджет города", "Гранты")])
    def test_of_a_line_above_and_of_a_band(self, head):
        heads, row = ["№", "Статья затрат", *head], ["1", "лыжи", "100,0", "20,0"]
        expected = ["100,0 тыс. руб.", "20,0 тыс. руб."]
        assert self.texts("(тыс. руб.)", table(heads, row)) == expected
        assert self.texts(table(heads, ["в тыс. руб."], row)) == expected

    def test_only_sums_have_that_of_sums(self):
        head = [*SUMS_HEAD, "Пробег", "Взнос школы, руб."]
        row = ["1", "лыжи", "100,0", "20", "300"]
        assert self.texts("(тыс. руб.)", table(head, row)) == ["20", "300"]

    def test_of_a_row_that_is_left_whole(self):
        rows = table(SUMS_HEAD, ["1", "лыжи", "100,0"], ["", "Итого по разделу 1", "100,0"])
        assert self.texts("(тыс. руб.)", rows) == ["Итого по разделу 1 – 100,0 тыс. руб."]

    def test_of_a_table_that_fits_nothing(self):
        rows = table(["**Что**", "**Город**"], ["лыжи", "100,0"])
        assert self.texts("(тыс. руб.)", rows) == [
            "**Что** – **Город**",
            "лыжи – 100,0 (тыс. руб.)",
        ]

    def test_a_figure_is_no_word_of_a_column_whose_head_is_in_other_words(self):
        reading = read(PRACTICE, COSTS, table([*SUMS_HEAD, "Кто даёт"], ["1", "лыжи", "5", "7"]))
        assert left(reading) == [(f"{SECTION_18}, row 1, column “Кто даёт”", "7")]


class TestTheRowsThatAreTold:
    """They are counted as they are seen, without heads."""

    def test_also_those_that_are_parts_of_others(self):
        head = [*SUMS_HEAD, "Срок"]
        rows = (["1", "лыжи", "9", ""], ["1.1", "палки", "4", "май"], ["2", "чай", "1", "июнь"])
        assert left_of(table(head, *rows)) == [
            (f"{SECTION_18}, row 2, column “Срок”", "май"),
            (f"{SECTION_18}, row 3, column “Срок”", "июнь"),
        ]

    def test_also_bands_and_rows_without_words(self):
        rows = (["Разное"], ["", "", "", ""], ["1", "чай", "1", "июнь"])
        assert left_of(table([*SUMS_HEAD, "Срок"], *rows)) == [
            (f"{SECTION_18}, row 1", "Разное"),
            (f"{SECTION_18}, row 3, column “Срок”", "июнь"),
        ]

    def test_but_none_that_belongs_to_the_head(self):
        rows = (["1", "2", "3", "4"], ["(тыс. руб.)"], ["1", "чай", "1", "июнь"])
        assert left_of(table([*SUMS_HEAD, "Срок"], *rows)) == [
            (f"{SECTION_18}, row 1, column “Срок”", "июнь")
        ]

    @pytest.mark.parametrize("head", [[], [[*SUMS_HEAD, "Срок"]]])
    def test_a_table_that_goes_on_in_another_one_is_one(self, head):
        first = table([*SUMS_HEAD, "Срок"], ["1", "лыжи", "9", "май"])
        second = table(*head, ["2", "чай", "1", "июнь"])
        assert left_of(first, second)[1:] == [(f"{SECTION_18}, row 2, column “Срок”", "июнь")]

    def test_all_of_a_table_that_fits_nothing(self):
        rows = table(["**Что**", "**Город**"], ["лыжи", "много"], ["чай", "мало"])
        assert [place for place, _ in left_of(rows)] == [
            f"{SECTION_18}, row {n}" for n in (1, 2, 3)
        ]

    def test_rows_put_into_one_are_the_same(self):
        row = [["1", "2"], ["лыжи", "чай"], ["9", "1"], ["май", "июнь"]]
        assert left_of(table([*SUMS_HEAD, "Срок"], row, ["3", "лес", "1", "июль"])) == [
            (f"{SECTION_18}, row 1, column “Срок”", "май"),
            (f"{SECTION_18}, row 1, column “Срок”", "июнь"),
            (f"{SECTION_18}, row 2, column “Срок”", "июль"),
        ]

    def test_that_of_a_total_and_the_heads_of_its_other_figures(self):
        head = ["№", "Статья затрат", "Сумма гранта, тыс. руб.", "Объем затрат, тыс. руб.", "Срок"]
        rows = (["1", "лыжи", "5", "9", ""], ["", "Итого", "5", "9", "май"])
        assert left_of(table(head, *rows))[1:] == [
            (f"{SECTION_18}, row 2, column “Сумма гранта, тыс. руб.”", "5 тыс. руб."),
            (f"{SECTION_18}, row 2, column “Срок”", "май"),
        ]

    def test_that_of_a_total_without_a_place(self):
        head = ["№", "Показатель, единица измерения", "Значение показателя"]
        results = table(head, ["1", "лыжи", "30"], ["", "Итого", "30"])
        assert left(read(PRACTICE, "9. Результаты практики (что было достигнуто)", results)) == [
            ("section 9 “Результаты практики (что было достигнуто)”, row 2", "Итого – 30"),
        ]


def test_words_are_told_as_they_are_read_without_escapes():
    heading, answer = "Раздел 13\\*. Погода\\*", "1\\. снег"
    title = "1. Наименование практики"
    reading = read(PRACTICE, title, "Лыжня", Paragraph(heading, "heading 1"), answer)
    (told,) = [each for each in reading.left if each.text == answer]
    assert told.words == "1. снег"
    assert left(reading)[-1][0] == "under “Раздел 13*. Погода*”"
