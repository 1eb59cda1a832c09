"""Headings are found whatever became of their letters."""

import pytest

from passportkit.intake.folding import fold
from passportkit.intake.labels import Labels
from passportkit.intake.landmarks import landmarks_of, spellings
from tests.intake.conftest import CARD, PRACTICE, PROJECT, found, left, read, table

PERIOD = "Сроки реализации практики"


@pytest.mark.parametrize(
    "heading",
    [
        "4. Сроки реализации практики",
        "4) Сроки реализации практики:",
        "4.Сроки реализации практики.",
        "Раздел 4. Сроки реализации практики",
        "IV. Сроки реализации практики",
        "4 Сроки реализации практики",
        "1. Сроки реализации практики",
        "СРОКИ РЕАЛИЗАЦИИ ПРАКТИКИ",
        "Сроки\xa0реализации\u202fпрактики",
        "Сроки реали\xadзации прак\u200bтики",
        "Cpoки peaлизaции пpaктики",  # латинские двойники
        "**Сроки** реализации *практики*",
        "Сроки реализации практики (год, месяц)",
        "Сроки реализации",
        "Срок реализации практики",
        "Срок реализации проекта",
    ],
)
def test_a_heading_is_the_same(heading):
    values = found(PRACTICE, heading, table(["2018 год"]))
    assert values == {"period": "2018 год"}


@pytest.mark.parametrize("letter", ["е", "ё"])
def test_io_is_e(letter):
    labels = Labels([("x", ["Объём затрат"])])
    assert labels.whole(f"Объ{letter}м затрат")


def test_before_and_after_are_never_confused():
    before = "Показатели развития муниципального округа, характеризующие положение до внедрения"
    after = before.replace("до внедрения", "после внедрения")
    values = found(PRACTICE, before, table(["было"]), after, table(["стало"]))
    assert values == {"situation_before": "было", "situation_after": "стало"}


def test_words_that_fit_two_headings_are_neither():
    labels = Labels([(n, [f"Положение {n} внедрения практики"]) for n in ("до", "после")])
    assert labels.like("Положение и внедрение практики") is None


@pytest.mark.parametrize(
    "heading",
    [
        "Название практики",
        "Наименование муниципального образования, на территории которого реализована практика",
        "Перечень мероприятий по развертыванию практики",
        "Список контактов",
        "Затраты на реализацию проекта",
        "Участники внедрения практики",
    ],
)
def test_small_changes_of_wording_do_not_matter(heading):
    labels = Labels(
        (each.heading, [each.heading or "", each.note or ""]) for each in PRACTICE.sections
    )
    assert labels.like(heading)


@pytest.mark.parametrize(
    "words",
    [
        "Ресурсный центр поддержки инициатив",
        "Возможности реализовать практику были.",
        "Участники проекта обошли 14 дворов",
        "Сроки реализации 2018",
        "Краткое",
    ],
)
def test_words_that_say_more_than_a_heading_are_none(words):
    labels = Labels((each.heading, [each.heading or ""]) for each in PRACTICE.sections)
    assert labels.like(words) is None


def test_figures_in_brackets_behind_a_heading_are_not_lost():
    values = found(
        PROJECT, "2. Наименование региона, в котором была реализована практика (край 24)"
    )
    assert values == {"territory": "(край 24)"}


def label_and_rest(text: str, *labels: str) -> tuple[str, str] | None:
    match = Labels((each, spellings(each)) for each in labels).first(text)
    return (match.item, match.rest) if match else None


class TestOfWordsBehindACutNoneIsOfTheLabel:
    STAGE = "II этап – реализация лучшей практики"

    @pytest.mark.parametrize(
        ("text", "rest"),
        [
            ("II этап – реализация лучшей практики: встречи", "встречи"),
            ("II этап – реализация лучшей практики\nвстречи: вечера", "встречи: вечера"),
            ("II этап – реализация практики – встречи", "встречи"),
            (
                "II этап – реализация практики – встречи по плану практики",
                "встречи по плану практики",
            ),
            ("II этап – реализация практик", ""),
            ("II этап – внедрение лучшей практики", ""),
            ("II этап – реализация лучшей практики, весна", "весна"),
        ],
    )
    def test_of_a_label_with_a_cut(self, text, rest):
        assert label_and_rest(text, self.STAGE, "III этап – оценка результатов") == (
            self.STAGE,
            rest,
        )

    @pytest.mark.parametrize(
        ("text", "rest"),
        [
            ("Сроки реализации проекта – весна", "весна"),
            ("Срок реализации практики. Весна", "Весна"),
            ("Срок реализации практики: весна, лето", "весна, лето"),
            (
                "Сроки реализации практики\nРеализация практики весной: год",
                "Реализация практики весной: год",
            ),
        ],
    )
    def test_of_one_without(self, text, rest):
        assert label_and_rest(text, PERIOD, "Цель практики") == (PERIOD, rest)

    def test_a_sentence_that_only_begins_a_little_like_a_label_has_none(self):
        assert (
            label_and_rest("Сроки практики – не главное, важнее люди", PERIOD, "Сроки и цены")
            is None
        )

    def test_nor_of_a_note(self):
        note = "Описание проблемной ситуации или потребности в развитии – снег"
        values = found(PRACTICE, "3. Предпосылки реализации", note)
        assert values == {"preconditions": note}


class TestFiguresInBracketsAreKept:
    @pytest.mark.parametrize(
        ("text", "rest"),
        [
            ("Сроки реализации практики (2 года)", "(2 года)"),
            ("Сроки реализации практики (2 – 3 года): весна", "(2 – 3 года)\nвесна"),
            ("Сроки реализации практики (план 2023 г.) – весна", "(план 2023 г.)\nвесна"),
            ("Срок реализации проекта (2 года): весна", "(2 года)\nвесна"),
            ("Срок реализации (2 года)", "(2 года)"),
            ("Сроки реализации практики (не более 2 страниц): весна", "весна"),
            ("Сроки реализации практики (год, месяц): весна", "весна"),
        ],
    )
    def test_as_what_follows_the_label(self, text, rest):
        assert label_and_rest(text, PERIOD, "Цель практики") == (PERIOD, rest)

    @pytest.mark.parametrize("behind", ["", ": дружба"])
    def test_but_not_those_of_the_form(self, behind):
        label = "Цели практики (до 3 целей)"
        rest = behind.strip(": ")
        assert label_and_rest(f"{label}{behind}", label, PERIOD) == (label, rest)

    def test_a_figure_behind_them_is_still_one_of_its_own(self):
        values = found(CARD, "Двор", "Номер заявки 1", "Размер гранта (транш 1), тыс. руб.: 85,0")
        assert values["applications_last_amount"] == "(транш 1)\n85,0 тыс. руб."

    @pytest.mark.parametrize(
        "heading",
        [
            "18. Затраты на реализацию практики (за 2023 год, тыс. руб.)",
            "18. Затраты практики (за 2023 год, тыс. руб.)",
            "**18. Затраты на реализацию практики (за 2023 год, тыс. руб.)**",
        ],
    )
    def test_and_may_name_the_unit_of_the_sums_below(self, heading):
        costs = table(["Статья затрат", "Объем затрат"], ["лыжи", "5"])
        reading = read(PRACTICE, heading, costs)
        wanted = {"item_with_details": "лыжи", "amount": "5 тыс. руб.", "source": ""}
        assert reading.values["costs"] == [wanted]
        assert [text for _, text in left(reading)] == ["(за 2023 год, тыс. руб.)"]

    def test_and_that_of_the_sum_behind_them(self):
        values = found(CARD, "Двор", "Номер заявки 1", "Размер гранта (транш 1, тыс. руб.): 85,0")
        assert values["applications_last_amount"] == "(транш 1, тыс. руб.)\n85,0 тыс. руб."

    def test_where_a_label_stands_out_by_its_looks(self):
        goals = "6. Цель (цели) и задачи практики"
        assert found(PRACTICE, goals, "**Цель практики (1 из 2)** дружить") == {
            "goals": "(1 из 2)\nдружить"
        }

    def test_and_are_no_answer_to_a_label_that_has_its_answer(self):
        goals = "6. Цель (цели) и задачи практики (2 цели)"
        values = found(PRACTICE, goals, table(["Цель практики (до 2024 г.)"], ["дружить"]))
        assert values == {"goals": "(2 цели)\n(до 2024 г.)\nдружить"}


@pytest.mark.parametrize(
    ("words", "is_of_form"),
    [
        ("Результаты проекта", True),
        ("Проблемы потребителей: скука", True),
        ("Статьи затрат", True),
        ("Погода", False),
    ],
)
def test_a_form_knows_its_words_from_others(words, is_of_form):
    assert landmarks_of(PROJECT).has(words) is is_of_form


def test_numbers_of_stages_may_be_roman():
    assert fold("II этап – реализация") == fold("2 этап - реализация")
