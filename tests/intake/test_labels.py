"""Headings are found whatever became of their letters."""

import pytest

from passportkit.intake.folding import fold
from passportkit.intake.labels import Labels
from passportkit.intake.landmarks import landmarks_of
from tests.intake.conftest import PRACTICE, PROJECT, found, table

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
