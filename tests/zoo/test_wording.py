"""Headings and labels in other letters and other words, and answers that sound like them."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.zoo.answers import Values, answers
from tests.zoo.checking import PASSPORTS, check
from tests.zoo.manner import Manner, latin

FRAMES = ("apart", "inside", "together", "bare", "wide", "two", "three")


def _without_brackets(text: str) -> str:
    return re.sub(r"\s*\([^)]*\)", "", text)


LABELS: dict[str, Callable[[str], str]] = {
    "capitals": str.upper,
    "small letters": str.lower,
    "ё for е": lambda text: text.replace("е", "ё", 1),
    "Latin letters": latin,
    "double blanks": lambda text: text.replace(" ", "  "),
    "no-break spaces": lambda text: text.replace(" ", "\xa0"),
    "a colon": lambda text: f"{text.rstrip(':. –')}:",
    "a full stop": lambda text: f"{text.rstrip(':. –')}.",
    "no punctuation": lambda text: re.sub(r"[:,.–]", "", text),
    "other dashes": lambda text: text.replace("–", "—").replace("-", "–"),
    "other quotes": lambda text: text.replace("«", '"').replace("»", '"'),
    "no brackets": _without_brackets,
    "soft breaks": lambda text: text.replace(" ", "\n", 1),
    "blanks around": lambda text: f" {text} ",
    "other brackets": lambda text: f"{_without_brackets(text)} (не более 1 страницы)",
}

REWORDED = {
    "practice-passport": {
        "Сроки реализации практики": "Сроки реализации проекта",
        "Наименование территории, на которой данная практика была реализована": (
            "Наименование муниципального образования, на территории которого реализована практика"
        ),
        "Действия по развертыванию практики": "Перечень мероприятий по развертыванию практики",
        "Затраты на реализацию практики": "Затраты по реализации практики",
        "Наименование практики": "Название практики",
        "Краткое описание практики": "Краткое описание реализованной практики",
        "Участники внедрения практики и их роль в процессе внедрения": (
            "Участники реализации практики и их роль"
        ),
        "Исполнитель": "Ответственный исполнитель",
        "Описание мероприятия": "Наименование мероприятия",
        "Показатель, единица измерения": "Наименование показателя, ед. изм.",
        "Значение показателя": "Значение",
        "Участник": "Наименование участника",
        "Описание его роли в реализации практики": "Роль в реализации практики",
        "Описание ресурса": "Ресурс",
        "Для каких целей данный ресурс необходим": "Для чего необходим",
        "Источник финансирования": "Источники",
        "Ссылка": "Адрес ссылки",
        "Ответственный (ФИО, должность)": "Ф.И.О., должность ответственного",
        "Телефон, электронная почта": "Телефон, e-mail",
        "Наименование НПА": "Наименование нормативного правового акта",
        "Статья затрат": "Статьи затрат",
        "Объем затрат": "Объём затрат, руб.",
        "Ссылки на интернет-ресурсы практики": "Ссылки на интернет ресурсы",
        "Список контактов, ответственных за реализацию практики": (
            "Контакты ответственных за реализацию практики"
        ),
    },
    "project-passport": {
        "Наименование практики": "Наименование проекта",
        "Наименование региона, в котором была реализована практика": (
            "Регион, в котором реализована практика"
        ),
        "Выгодополучатели": "Выгодоприобретатели",
    },
    "algorithm": {
        "Наименование лучшей практики": "Название лучшей практики",
        "Инициатор практики": "Инициатор лучшей практики",
        "Решаемая задача": "Решаемые задачи",
        "Оценка реализации практики": "Оценка результатов реализации практики",
    },
}


@pytest.mark.parametrize("frame", ["apart", "wide", "two", "bare"])
@pytest.mark.parametrize("form", PASSPORTS)
@pytest.mark.parametrize("change", LABELS.values(), ids=LABELS)
def test_headings_spelled_otherwise(change, form, frame):
    check(form, Manner(frame=frame, rows="spread", heading=change, note=change))


@pytest.mark.parametrize("form", PASSPORTS)
@pytest.mark.parametrize("change", list(LABELS.values())[:-1], ids=list(LABELS)[:-1])
def test_labels_spelled_otherwise(change, form):
    frame = "three" if form == "algorithm" else "apart"
    check(form, Manner(label=change, frame=frame, parts="own"))


@pytest.mark.parametrize("frame", ["apart", "bare"])
@pytest.mark.parametrize(
    ("form", "official", "other"),
    [
        pytest.param(form, *pair, id=f"{form}: {pair[1]}")
        for form, pairs in REWORDED.items()
        for pair in pairs.items()
    ],
)
def test_headings_in_other_words(form, official, other, frame):
    def reworded(text: str) -> str:
        return other if text == official else text

    check(form, Manner(frame=frame, heading=reworded, label=reworded))


LIKE_LABELS: dict[str, Values] = {
    "practice-passport": {
        "summary": (
            "Сроки реализации практики были сжаты.\nЦель практики – показать лучшее.\n"
            "1. Сформирована команда.\n2. Проведены встречи."
        ),
        "opportunities": [{"text": "1. Наличие помещения\n2. Результаты практики прошлых лет"}],
        "participants": [{"name": "Участник форума", "role": "Исполнитель"}],
        "activities": [
            {"description": "Подведение итогов: ИТОГО 5 номинаций", "executor": "Участники"}
        ],
        "situation_after": "Выгодополучатели довольны\nРесурсы есть",
        "team": "Исполнитель – И. Лесной\nУчастник – А. Полевая",
    },
    "project-passport": {
        "preconditions": (
            "Возможности реализовать практику были.\n1. Наименование и адрес площадки\n"
            "2. Затраты города"
        ),
        "problems": [{"text": "Описание проблемы велико"}],
        "results": [{"indicator_and_unit": "Показатель охвата, чел.", "value": "Значение 5"}],
    },
    "algorithm": {
        "problem_statement": "Цель и задачи ясны.\n2. Описание практики дано ниже.",
        "concept": "Социальный эффект заметен\nОбласть применения широка",
        "risks": "1. Риски\n2. Ограничения",
        "assessment": "1.1. Хорошо",
    },
}


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("form", LIKE_LABELS)
def test_answers_that_look_like_labels(form, frame):
    drawn = answers(form)
    drawn = drawn._replace(values=drawn.values | LIKE_LABELS[form])
    check(drawn, Manner(frame=frame, rows="spread"))


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("form", PASSPORTS)
@pytest.mark.parametrize("empty", [(0, 1), (0, 2), (1, 2)], ids=["all", "odd", "even"])
def test_answers_left_empty(empty, form, frame):
    drawn = answers(form)
    start, step = empty
    blank = {key: _blank(drawn.values[key]) for key in list(drawn.values)[start::step]}
    drawn = drawn._replace(values=drawn.values | blank)
    check(drawn, Manner(frame=frame, rows="spread"))


def _blank(value: str | list[dict[str, str]]) -> str | list[dict[str, str]]:
    return "" if isinstance(value, str) else [dict.fromkeys(value[0], "")]
