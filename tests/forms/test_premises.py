"""A section that a form asks for only if a fact says so."""

from __future__ import annotations

import pytest

from passportkit.facts.vocabularies import vocabulary_with
from passportkit.forms import DraftMark, Form, bind, missing
from passportkit.forms.loading import load_form
from passportkit.forms.questions import questions_of
from passportkit.forms.scaffold import scaffold
from passportkit.language import translator
from passportkit.practice import Practice
from passportkit.source import parse, read
from tests.facts.vocabularies import declarations

VOCABULARY = vocabulary_with(
    declarations(
        {
            "legal_entity": {"title": "Юридическое лицо?", "type": "yes-no"},
            "registered": {"title": "Есть ли регистрация?", "type": "yes-no", "details": "Когда"},
            "kind": {"title": "Вид", "type": "choice", "choices": ["Фонд", "Клуб", "Иной вид"]},
            "fields": {
                "title": "Направления",
                "type": "choice",
                "several": True,
                "other": True,
                "choices": ["Спорт", "Культура"],
            },
        }
    )
)


def loaded(only_if: str) -> tuple[Form | None, list[str]]:
    """Return a form with a section that is asked for only so, and what is found in it."""
    text = f"""\
form: own
version: 1
title: Заявка
source: придумана
sections:
- {{heading: Название, show: title}}
- {{number: 2, heading: Бюджет, show: budget, only-if: {only_if}}}
"""
    form = load_form(read(text.encode(), "form.yaml"), VOCABULARY)
    places = [(each.place.column if each.place else 0, each) for each in form.findings]
    return form.value, [f"{column} {each.rule} {each.message}" for column, each in places]


def form_with(only_if: str) -> Form:
    form, found = loaded(only_if)
    assert form is not None, found
    return form


def practice(said: str) -> Practice:
    text = f"passport: 1\ntitle: Сквер\n{said}"
    parsed = parse(VOCABULARY.practice, read(text.encode(), "сквер.yaml").data or {})
    assert parsed.value is not None
    return parsed.value


@pytest.mark.parametrize(
    ("only_if", "said", "is_asked"),
    [
        ("legal_entity", "", False),
        ("legal_entity", "legal_entity: Да.", True),
        ("legal_entity", "legal_entity: нет", False),
        ("legal_entity", "legal_entity: наверное", False),
        ("{legal_entity: нет}", "legal_entity: Нет", True),
        ("{legal_entity: нет}", "", False),
        ("registered", "registered: да", True),
        ("registered", "registered: {answer: да, details: в мае}", True),
        ("registered", "registered: {answer: нет, details: в мае}", False),
        ("{registered: нет}", "registered: {answer: нет}", True),
        ("{kind: Фонд}", "kind: фонд", True),
        ("{kind: Фонд}", "kind: Клуб", False),
        ("kind", "kind: Клуб", True),
        ("{fields: Культура}", "fields: [Спорт, культура]", True),
        ("{fields: Танцы}", "fields: [Спорт, Танцы]", True),
        ("{fields: Культура}", "fields: Спорт", False),
        ("costs_total", "costs_total: 5", True),
        ("costs_total", 'costs_total: ""', False),
        ("costs", "costs: [{item: Доски}]", True),
        ("costs", "costs: [{item: }]", False),
        ("organization.inn", 'organization: {inn: "5902212468"}', True),
        ("organization.inn", "organization: {name: Фонд}", False),
    ],
)
def test_it_is_asked_for_where_the_fact_says_so(only_if, said, is_asked):
    form, says = form_with(only_if), practice(said)
    assert [slot.key for slot in missing(form, says)] == (["budget"] if is_asked else [])
    filled = bind(form, says, draft=True).values["budget"]
    assert isinstance(filled, DraftMark) == is_asked
    (question,) = questions_of([form])
    data = read(said.encode(), "сквер.yaml").data or {}
    assert question.is_wanted(data) == is_asked


def test_what_one_form_gets_in_other_words_decides_for_it():
    form = form_with("legal_entity")
    assert missing(form, practice("legal_entity: нет\nfor: {own: {legal_entity: да}}")) != []


def test_what_is_said_all_the_same_is_printed():
    values = bind(form_with("legal_entity"), practice("legal_entity: нет\nbudget: 5")).values
    assert values["budget"] == "5"


@pytest.mark.parametrize(
    ("only_if", "found"),
    [
        ("legal_entty", ["55 unknown-show there is no fact “legal_entty”"]),
        ("{legal_entty: да}", ["69 unknown-show there is no fact “legal_entty”"]),
        (
            "{legal_entity: конечно}",
            ["70 unknown-choice “конечно” is none of the answers there are"],
        ),
        ("{kind: Завод}", ["62 unknown-choice “Завод” is none of the answers there are"]),
        ("{fields: Завод}", []),
        ("{title: Сквер}", []),
        ("{}", ["55 form-block `only-if` names one fact with its answer"]),
        ("[kind]", ["55 wrong-type a list stands here instead of a text"]),
    ],
)
def test_what_is_wrong_with_it_is_found_at_its_place(only_if, found):
    assert loaded(only_if)[1] == found


@pytest.mark.parametrize(
    ("only_if", "words"),
    [
        ("legal_entity", "only if `legal_entity` is “да”"),
        ("registered", "only if `registered` is “да”"),
        ("{kind: Фонд}", "only if `kind` is “Фонд”"),
        ("costs", "only if something is said in `costs`"),
    ],
)
def test_a_new_file_says_when_it_is_asked_for(only_if, words):
    text = scaffold("Сквер", [form_with(only_if)], translator("en"))
    assert f"# 2. Бюджет\n#    {words}\n" in text
