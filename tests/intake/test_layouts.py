"""One form, laid out as people do."""

import pytest

from tests.intake.conftest import ALGORITHM, PRACTICE, PROJECT, found, left, read, table

TITLE = "1. Наименование практики"
TERRITORY = "2. Наименование территории, на которой данная практика была реализована"
PRECONDITIONS = "3. Предпосылки реализации"
NOTE = (
    "Описание проблемной ситуации или потребности в развитии, послуживших причиной внедрения "
    "практики (не более 0,5 страницы)"
)
GOALS = "6. Цель (цели) и задачи практики"
RESULTS = "9. Результаты практики (что было достигнуто)"
PARTICIPANTS = "10. Участники внедрения практики и их роль в процессе внедрения"
SUMMARY = "13. Краткое описание практики"
RESULTS_HEAD = ["№", "Показатель, единица измерения", "Значение показателя"]
PARTICIPANTS_HEAD = ["№", "Участник", "Описание его роли в реализации практики"]

WANTED = {
    "title": "Лыжня",
    "preconditions": "Снега много.\nЛыж мало.",
    "results": [
        {"indicator_and_unit": "участники, чел.", "value": "10"},
        {"indicator_and_unit": "километры", "value": "5"},
    ],
    "summary": "Кратко",
}


def test_each_heading_with_its_own_table():
    assert (
        found(
            PRACTICE,
            "Приложение №2",
            "Паспорт практики",
            TITLE,
            table(["Лыжня"]),
            PRECONDITIONS,
            NOTE,
            table([["Снега много.", "Лыж мало."]]),
            RESULTS,
            table(RESULTS_HEAD, ["1", "участники, чел.", "10"], ["2", "километры", "5"]),
            SUMMARY,
            table(["Кратко"]),
            "7",
        )
        == WANTED
    )


def test_a_heading_is_the_first_row_of_its_table():
    assert (
        found(
            PRACTICE,
            table([TITLE], ["Лыжня"]),
            table([PRECONDITIONS], [NOTE], [["Снега много.", "Лыж мало."]]),
            table([RESULTS], RESULTS_HEAD, ["1", "участники, чел.", "10"], ["2", "километры", "5"]),
            table([SUMMARY], ["Кратко"]),
        )
        == WANTED
    )


def test_a_heading_and_its_text_share_a_cell():
    assert (
        found(
            PRACTICE,
            table([[TITLE, "Лыжня"]]),
            table([[PRECONDITIONS, NOTE, "Снега много.", "Лыж мало."]]),
            RESULTS,
            table(RESULTS_HEAD, ["1", "участники, чел.", "10"], ["2", "километры", "5"]),
            table([[SUMMARY, "Кратко"]]),
        )
        == WANTED
    )


def test_several_headings_and_their_texts_share_a_cell():
    lines = ["4. Сроки реализации практики", "2018", SUMMARY, "Кратко"]
    for cell in (lines, "\n".join(lines)):
        assert found(PRACTICE, table([cell])) == {"period": "2018", "summary": "Кратко"}


def test_one_table_of_one_column_with_rows_and_texts():
    opportunities = "7. Возможности, которые позволили реализовать практику"
    column = table([opportunities], ["Описание возможности"], ["снег"], [SUMMARY], ["Кратко"])
    assert found(PRACTICE, column) == {"opportunities": [{"text": "снег"}], "summary": "Кратко"}


def test_what_begins_like_a_label_that_has_its_answer_is_of_the_answer():
    values = found(
        PRACTICE, GOALS, "Цель практики – лыжи", "Задачи практики: бег", "Цель практики: и бег"
    )
    assert values == {"goals": "лыжи", "tasks": "бег\nЦель практики: и бег"}


class TestALabelAndItsAnswerShareACellBesideAnother:
    MODEL = "6. Краткое описание бизнес-модели реализации практики"

    def test_an_empty_one(self):
        rows = table(
            ["Целевой потребитель\nжители", ""],
            ["Проблемы потребителей – скука", ""],
            ["Предложение потребителю", "клуб"],
        )
        assert found(PROJECT, self.MODEL, rows) == {
            "business_model_target_consumer": "жители",
            "business_model_consumer_problem": "скука",
            "business_model_value_proposition": "клуб",
        }

    def test_one_with_more_of_the_answer(self):
        rows = table(["Целевой потребитель: жители", "и гости"], ["Проблема потребителя", "скука"])
        assert found(PROJECT, self.MODEL, rows) == {
            "business_model_target_consumer": "жители\nи гости",
            "business_model_consumer_problem": "скука",
        }


def test_one_table_with_headings_beside_answers():
    assert (
        found(
            PRACTICE,
            table(
                [TITLE, "Лыжня"],
                [[PRECONDITIONS, NOTE], ["Снега много.", "Лыж мало."]],
                [
                    RESULTS,
                    table(RESULTS_HEAD, ["", "участники, чел.", "10"], ["", "километры", "5"]),
                ],
                [SUMMARY, "Кратко"],
            ),
        )
        == WANTED
    )


def test_one_table_with_numbers_headings_and_answers():
    assert (
        found(
            PRACTICE,
            table(
                ["№ п/п", "Раздел", "Содержание"],
                ["1", "Наименование практики", "Лыжня"],
                ["3", f"Предпосылки реализации\n{NOTE}", "Снега много.\nЛыж мало."],
                ["9", "Результаты практики", ""],
                RESULTS_HEAD,
                ["1", "участники, чел.", "10"],
                ["2", "километры", "5"],
                ["13", "Краткое описание практики", "Кратко"],
            ),
        )
        == WANTED
    )


def test_one_table_with_headings_over_answers():
    assert (
        found(
            PRACTICE,
            table(
                [TITLE],
                ["Лыжня"],
                [PRECONDITIONS],
                ["Снега много.\nЛыж мало."],
                [RESULTS],
                RESULTS_HEAD,
                ["1", "участники, чел.", "10"],
                ["2", "километры", "5"],
                [SUMMARY],
                ["Кратко"],
            ),
        )
        == WANTED
    )


def test_paragraphs_under_headings():
    assert (
        found(
            PRACTICE,
            "**1. Наименование практики:**",
            "Лыжня",
            PRECONDITIONS,
            "Снега много.",
            "Лыж мало.",
            RESULTS,
            table(RESULTS_HEAD, ["1", "участники, чел.", "10"], ["2", "километры", "5"]),
            "13. Краткое описание практики: Кратко",
        )
        == WANTED
    )


class TestLinesInPlaceOfATableThatBeginWithItsHeads:
    CONTACTS = "22. Список контактов, ответственных за реализацию практики"
    AUDIENCE = "11. Заинтересованные лица, на которых рассчитана практика"
    INVOLVED = "Количество граждан, участвующих в реализации практики"
    AFFECTED = "Количество граждан, на которых направлен эффект от реализации практики"

    def test_are_the_values_of_its_columns(self):
        lines = [f"{self.AFFECTED}: 500", f"{self.INVOLVED} (тыс. чел.): 1,2"]
        wanted = {"audience": [{"involved": "1,2 тыс. чел.", "affected": "500"}]}
        assert found(PRACTICE, self.AUDIENCE, *lines) == wanted
        assert found(PRACTICE, self.AUDIENCE, table(["\n".join(lines)])) == wanted

    def test_also_one_of_a_record(self):
        values = found(PRACTICE, self.AUDIENCE, table([f"{self.AFFECTED}: 500"]))
        assert values == {"audience": [{"involved": "", "affected": "500"}]}

    def test_of_fields_that_it_shows_in_one_column(self):
        lines = ["ФИО: Ю. О. Лыжина", "Должность –", "тренер", "клуба", "Моб. тел.: 200-00-61"]
        more = ["E-mail yo@example.org", "ФИО: И. И. Снегов", "Факс: 200-00-62"]
        assert found(PRACTICE, self.CONTACTS, *lines, *more) == {
            "contacts": [
                {
                    "name_and_position": "Ю. О. Лыжина, тренер\nклуба",
                    "phones_and_emails": "200-00-61\nyo@example.org",
                },
                {"name_and_position": "И. И. Снегов", "phones_and_emails": "факс 200-00-62"},
            ]
        }

    @pytest.mark.parametrize(
        "lines",
        [
            ["Контакты:", "ФИО: Ю. О. Лыжина", "Телефон: 200-00-61"],
            ["ФИО: Ю. О. Лыжина"],
            ["ФИО тренера: Ю. О. Лыжина", "Телефон: 200-00-61"],
        ],
    )
    def test_without_a_head_before_the_first_or_with_one_alone_they_stay_whole(self, lines):
        values = found(PRACTICE, self.CONTACTS, *lines)
        assert values["contacts"][0]["name_and_position"] == "\n".join(lines)

    def test_so_do_those_with_sums_of_which_no_table_says_the_unit(self):
        lines = ["Статья затрат: лыжи", "Объем затрат: 500"]
        reading = read(PRACTICE, "18. Затраты на реализацию практики, тыс. руб.", *lines)
        blank = {"amount": "", "source": ""}
        assert reading.values["costs"] == [{"item_with_details": "\n".join(lines), **blank}]
        assert [text for _, text in left(reading)] == ["тыс. руб."]

    def test_beside_a_table_they_are_left(self):
        rows = table(["ФИО", "Телефон"], ["Ю. О. Лыжина", "200-00-61"])
        reading = read(PRACTICE, self.CONTACTS, rows, "ФИО: И. И. Снегов", "Телефон: 200-00-62")
        assert [text for _, text in left(reading)] == ["ФИО: И. И. Снегов", "Телефон: 200-00-62"]


def test_a_list_in_place_of_a_table_becomes_rows():
    values = found(PRACTICE, PARTICIPANTS, "- школа", "- клуб\n  - и его друзья")
    assert values == {
        "participants": [
            {"name": "школа", "role": ""},
            {"name": "клуб\n  - и его друзья", "role": ""},
        ]
    }


def test_prose_in_place_of_a_table_stays_whole():
    values = found(PRACTICE, PARTICIPANTS, "Участвовали многие:", "- школа", "- клуб")
    assert values == {
        "participants": [{"name": "Участвовали многие:\n- школа\n- клуб", "role": ""}]
    }


def test_a_list_of_contents_is_passed_over():
    contents = [f"{heading} ..... {page}" for page, heading in enumerate([TITLE, SUMMARY], 3)]
    values = found(
        PRACTICE, "Содержание", *contents, "Паспорт практики", TITLE, "Лыжня", SUMMARY, "Кратко"
    )
    assert values == {"title": "Лыжня", "summary": "Кратко"}


def test_sections_may_stand_in_another_order():
    values = found(PRACTICE, SUMMARY, table(["Кратко"]), TITLE, table(["Лыжня"]))
    assert values == {"title": "Лыжня", "summary": "Кратко"}


def test_a_heading_may_go_over_two_paragraphs():
    values = found(
        PRACTICE,
        "5. Показатели социально-экономического развития города,",
        "характеризующие положение до внедрения практики (не более 0,5 страницы)",
        "было",
    )
    assert values == {"situation_before": "было"}


def test_numbered_lines_of_an_answer_are_no_headings():
    text = "1. Сформирована команда.\n2. Наименование центра выбрано.\n3. Затраты невелики."
    values = found(PRACTICE, PRECONDITIONS, table([text]), SUMMARY, table([text]))
    assert values == {"preconditions": text, "summary": text}


def test_the_end_of_a_heading_in_a_paragraph_of_its_own_is_no_answer():
    values = found(
        PROJECT,
        "4. Результаты проекта (что было достигнуто)",
        "по возможности в измеримых величинах",
        "Всё удалось",
    )
    assert values == {"results": [{"indicator_and_unit": "Всё удалось", "value": ""}]}


STAGES = {"stages_1": "2019", "stages_2": "2020", "stages_3": "2021"}


@pytest.mark.parametrize(
    "answer",
    [
        ["I этап – планирование: 2019", "II этап: 2020", "III этап – оценка результатов\n2021"],
        ["1 этап - 2019", "2 этап - 2020", "3 этап - 2021"],
        [
            "I этап – планирование и определение приоритетов",
            "2019",
            "II этап – реализация лучшей практики 2020",
            "III этап – оценка результатов – 2021",
        ],
    ],
)
def test_parts_of_a_grid_may_stand_in_one_cell(answer):
    grid = table(
        ["№ п/п", "Пункты алгоритма", "Описательная часть"],
        ["2.2.", "Этапы реализации практики", answer],
        ["4.2.", "Социальный эффект", "есть"],
    )
    assert found(ALGORITHM, grid) == {**STAGES, "social_effect": "есть"}


def test_a_grid_may_come_without_its_numbers():
    grid = table(
        ["1. Общие положения"],
        ["Пункты алгоритма", "Описательная часть"],
        ["1.1. Наименование лучшей практики", "Лыжня"],
        ["2.2. Этапы реализации практики", ""],
        ["I этап – планирование и определение приоритетов", "2019"],
        ["II этап – реализация лучшей практики", "2020"],
        ["III этап – оценка результатов", "2021"],
    )
    assert found(ALGORITHM, grid) == {"title": "Лыжня", **STAGES}


def test_a_grid_may_come_as_headings_with_texts():
    values = found(
        ALGORITHM,
        "1. Общие положения",
        "1.1. Наименование лучшей практики",
        "Лыжня",
        "2. Описание практики",
        "2.2. Этапы реализации практики",
        "I этап – планирование и определение приоритетов: 2019",
        "II этап – реализация лучшей практики: 2020",
        "III этап – оценка результатов: 2021",
    )
    assert values == {"title": "Лыжня", **STAGES}


def test_captions_may_be_rows_of_a_table():
    acts = table(
        ["8. Нормативно-правовое обеспечение реализации практики"],
        ["Принятые НПА"],
        ["№", "Наименование НПА", "Результат принятия НПА"],
        ["1", "Положение", "есть порядок"],
        ["Измененные НПА"],
        ["№", "Наименование НПА", "Результат внесения изменений"],
        ["1", "Программа", "есть деньги"],
    )
    values = found(PROJECT, acts)
    assert values["acts_adopted"] == [{"act": "Положение", "adopted_result": "есть порядок"}]
    assert values["acts_amended"] == [
        {"act": "Программа", "amended_changes": "", "amended_result": "есть деньги"}
    ]


def test_business_model_in_one_cell_or_in_rows():
    labels = ["Целевой потребитель:", "**Проблема потребителя** –", "Ключевые процессы:"]
    wanted = {
        "business_model_target_consumer": "жители",
        "business_model_consumer_problem": "скука",
        "business_model_key_processes": "1. Раз.\n2. Два.",
    }
    answers = ["жители", "скука", "1. Раз.\n2. Два."]
    heading = "6. Краткое описание бизнес-модели реализации практики"
    lines = [f"{label} {answer}" for label, answer in zip(labels, answers, strict=True)]
    assert found(PROJECT, heading, table([lines])) == wanted
    rows = zip(labels, answers, strict=True)
    assert found(PROJECT, heading, table(*map(list, rows))) == wanted
