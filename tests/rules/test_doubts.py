"""What is doubted in an answer is what is found in a file, where one value is enough to see it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from passportkit.forms import Catalogue, Form
from passportkit.forms.answers import Answer, row_of
from passportkit.forms.questions import Question, QuestionField, questions_of
from passportkit.forms.scaffold import scaffold
from passportkit.language import translator
from passportkit.rules import examine
from passportkit.rules.doubts import OF_A_VALUE, doubts
from passportkit.rules.registry import RULES
from passportkit.rules.rule import Rule
from passportkit.source import Source, read
from tests.forms.answered import answered
from tests.rules.conftest import HEAD

CATALOGUE = Catalogue()
FORMS = [
    CATALOGUE.form(name)
    for name in ("algorithm", "grant-card", "practice-passport", "project-passport")
]
"""Forms that together ask for all the fields below, each as it is told there."""

QUESTIONS = questions_of(FORMS)

Found = set[tuple[str, str]]
"""Rules, and what they say."""


# --- one value, asked and written ---------------------------------------------------------

ACT = "Постановление администрации города от 12.03.2021"

VALUES = {
    "period": {
        "2018 год": "",
        "2019-2020 годы": "",
        "01.09.2019 – 30.09.2020": "",
        "с 2018 года по настоящее время": "",
        "с 1 сентября 2019 г.": "",
        "когда-то": "unreadable-value",
        "сентябрь – май": "unreadable-value",
        "30.02.2019": "unreadable-value",
        "01.09.2020 – 31.05.2019": "period-reversed",
        "2020-2018 годы": "period-reversed",
    },
    "stages.0.period": {
        "I квартал 2021 года": "",
        "летом": "unreadable-value",
        "2022 – 2021": "period-reversed",
    },
    "applications.-1.submitted_on": {
        "14.03.2019": "",
        "6 ноября 2013 г.": "",
        "весной": "unreadable-value",
        "март 2019 года": "unreadable-value",
    },
    "costs.amount": {
        "47 250,00": "",
        "1,5 млн руб.": "",
        "бесплатно": "",
        "безвозмездно, помещение библиотеки": "",
        "труд волонтёров": "",
        "–": "",
        "дорого": "unreadable-value",
        "640 тыс. руб. ежегодно": "unreadable-value",
    },
    "budget": {"304 736,40": "", "бесплатно": "", "немного": "unreadable-value"},
    "applications.-1.requested": {"2 990 000,00": "", "около миллиона": "unreadable-value"},
    "audience.involved": {
        "5 чел.": "",
        "более 100": "",
        "все жители города": "",
        "вдвое больше прежнего": "",
        "много": "unreadable-value",
        "1О0 чел.": "unreadable-value",
        "25 шт.": "people-counted-in-pieces",
    },
    "results.value": {"с 17 до 19": "", "40,0 %": "", "значительный рост": "unreadable-value"},
    "results.indicator": {
        "Число участников занятий": "",
        "Количество участников, чел.": "",
        "Количество заявок, шт.": "",
        "Количество участников, шт.": "people-counted-in-pieces",
    },
    "acts.adopted.act": {
        f"{ACT} № 214 «О соседских клубах»": "",
        "Устав города Светлоречье": "",
        "Бюджетный кодекс Российской Федерации": "",
        "Приказ директора от 01.09.2022 б/н": "",
        "Соглашение о сотрудничестве от 12.03.2021": "",
        "Соглашение о сотрудничестве": "act-without-date",
        "Федеральный закон 7-ФЗ": "act-without-date",
        f"{ACT} «О клубах»": "act-without-number",
        "Постановление": "act-without-date act-without-number",
        "Постановление № 285-п от 12.11.2015": "act-number-before-date",
    },
    "contacts.phones": {
        "+7 (391) 200-00-17": "",
        "8 900 000-00-17": "",  # whether the person agrees, another field says
        "приёмная главы": "",
        "+7 (391) 200-00-1": "phone-number",
        "200-00-17": "phone-number",
    },
    "contacts.fax": {"8 (391) 200-00-17": "", "8 (391) 200-00-1": "phone-number"},
    "contacts.emails": {
        "centr@example.org": "",
        "почта@пример.рф": "",
        "centr@example,org": "email-address",
        "нет": "email-address",
    },
    "contacts.name": {"Светлова Анна Ильинична": ""},
    "organization.inn": {"2499042171": "", "2499042172": "inn-checksum", "нет": "inn-checksum"},
    "organization.ogrn": {"1162499042177": "", "1162499042178": "ogrn-checksum"},
    "organization.website": {"https://centr.example.org": "", "centr.example": "link-address"},
    "applications.-1.number": {
        "19-1-029373": "",
        "2019-1-029373": "application-number",
    },
    "territory": {
        "Красноярский край, город Светлоречье": "",
        "Краснаярский край, город Светлоречье": "region-name",
        "Сибирская область": "region-name",
    },
    "links.url": {"https://kluby.example.org": "", "vk.com/kluby": "link-address"},
    "summary": {
        "Что угодно: да": "",
        "См. https://example.org/a, а также соседей.": "",
        "См. https://example.org/a/71325132/.В крае": "link-address",
        "Клуб http://www.w3.org/1999/xlink": "link-address",
    },
    "assessment": {"По опросу, 93 % довольны.": "", "Отлично": "formal-answer"},
    "risks": {"Спад интереса": "", "Риски отсутствуют": "formal-answer"},
    "tasks": {"открыть клубы": "", "нет": "formal-answer"},
    "participants.role": {"Даёт залы": "", "–": "formal-answer"},
}
"""Fields, what may be typed there, and the rules that find something in it."""

CASES = [(name, words, rules) for name, said in VALUES.items() for words, rules in said.items()]


@pytest.mark.parametrize(("name", "words", "rules"), CASES)
def test_an_answer_is_doubted_as_the_file_with_it_is_judged(name, words, rules):
    question, field = question_about(name)
    answer = answer_of(question, field, words)
    found = in_file(question, answer)
    assert sorted(rule for rule, _ in found) == rules.split()
    assert set(map(str, doubts(question, answer, catalogue=CATALOGUE))) == {
        said for _, said in found
    }


@pytest.mark.parametrize("name", CATALOGUE.names())
def test_no_example_is_doubted(name):
    for each in questions_of([CATALOGUE.form(name)]):
        assert doubts(each, example(each), catalogue=CATALOGUE) == ()


def question_about(name: str) -> tuple[Question, QuestionField]:
    return next(
        (question, field)
        for question in QUESTIONS
        for field in question.fields
        if ".".join(filter(None, [question.rows, *map(str, field.route)])) == name
    )


def answer_of(question: Question, field: QuestionField, words: str) -> Answer:
    value = [words] if field.is_list else words
    if not question.rows:
        return value
    return [row_of(question, [value if each is field else None for each in question.fields])]


def example(question: Question) -> Answer:
    values = [
        [field.examples[0]] if field.is_list else (field.examples or ("Слова: так",))[0]
        for field in question.fields
    ]
    return [row_of(question, values)] if question.rows else str(values[0])


def in_file(question: Question, answer: Answer) -> Found:
    """Return what is found, by rules that need one value, where all others are in order."""
    return found_in(answered(answered_but(question), question, answer), question.form)


@cache
def answered_but(question: Question) -> Source:
    """Return a practice in which every question of all forms but this one has its example."""
    source = read(scaffold("Клуб", FORMS, translator("en")).encode(), "клуб.yaml")
    for each in QUESTIONS:
        if each is not question:
            source = answered(source, each, example(each))
    return source


def found_in(source: Source, *forms: Form) -> Found:
    examined = examine(source, forms, catalogue=CATALOGUE)
    return {
        (each.rule, str(each.message)) for each in examined.findings if OF_A_VALUE.wants(each.rule)
    }


# --- what a rule promises that says one value is enough ------------------------------------

EXAMPLES = [
    pytest.param(rule, text, id=f"{rule.name}-{kind}")
    for rule in RULES
    if rule.of_a_value
    for kind, text in (("bad", rule.bad), ("good", rule.good))
]


@pytest.mark.parametrize(("rule", "text"), EXAMPLES)
def test_what_is_found_in_a_value_alone_is_found_beside_others_too(rule: Rule, text: str):
    whole = read((text + HEAD).encode(), "клуб.yaml")
    alone = set().union(*(found_in(Source("", "", each)) for each in single_values(whole.data)))
    assert {each for each in alone if each[0] == rule.name} <= found_in(whole)


def test_beside_others_more_may_be_found():
    """The number alone is in order; the contest says that it is another's."""
    question, field = question_about("applications.-1.number")
    assert doubts(question, answer_of(question, field, "18-2-029373"), catalogue=CATALOGUE) == ()
    text = "applications: [{contest: Первый конкурс 2019, number: 18-2-029373}]\n"
    found = found_in(read((text + HEAD).encode(), "клуб.yaml"))
    assert {rule for rule, _ in found} == {"application-number"}


def single_values(data: Any) -> Iterator[dict[str, Any]]:
    """Yield the data of practices that say one of the values of a practice, and nothing else."""
    for value in _alone(data):
        yield {"passport": "1", "title": "Клуб", **value}


def _alone(data: Any) -> Iterator[Any]:
    if isinstance(data, dict):
        yield from ({key: value} for key, inner in data.items() for value in _alone(inner))
    elif isinstance(data, list):
        yield from ([value] for inner in data for value in _alone(inner))
    else:
        yield data
