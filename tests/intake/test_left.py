"""Nothing is lost: what has no place is left, with where it stands."""

from passportkit.intake import match
from passportkit.paper import Paragraph
from tests.intake.conftest import PRACTICE, left, paper, read, table

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


def test_words_are_told_as_they_are_read_without_escapes():
    heading, answer = "Раздел 13\\*. Погода\\*", "1\\. снег"
    title = "1. Наименование практики"
    reading = read(PRACTICE, title, "Лыжня", Paragraph(heading, "heading 1"), answer)
    (told,) = [each for each in reading.left if each.text == answer]
    assert told.words == "1. снег"
    assert left(reading)[-1][0] == "under “Раздел 13*. Погода*”"
