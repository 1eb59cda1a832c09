"""What the cells of a form say of a practice: every word finds its field, or is left."""

from __future__ import annotations

from textwrap import dedent
from typing import Any

import pytest

from passportkit.forms import Catalogue, Form, bind
from passportkit.forms.loading import load_form
from passportkit.forms.unbind import Unbound, unbind
from passportkit.practice import BUILT_IN, Practice
from passportkit.source import read
from tests.practices import on_paper

CATALOGUE = Catalogue()


def facts_of(name: str, **values: Any) -> dict[str, Any]:
    """Return the facts that an official form with these values says."""
    facts, left = unbind(CATALOGUE.form(name), values)
    assert left == []
    return facts


@pytest.fixture
def own_form():
    """Return what makes a form of our own of the YAML of its sections."""

    def make(sections: str) -> Form:
        head = "form: own\nversion: 1\nsource: придумана\ntitle: Своя\nsections:\n"
        form = load_form(read((head + dedent(sections)).encode(), "form.yaml"), BUILT_IN).value
        assert form is not None
        return form

    return make


# --- texts --------------------------------------------------------------------------------


def test_what_is_empty_or_absent_says_nothing():
    assert facts_of("practice-passport", title="", results=[], goals="") == {}


def test_facts_stand_in_the_order_of_the_practice():
    facts = facts_of("algorithm", goals="клубы", budget_in_thousands="5", title="Клуб")
    assert list(facts) == ["title", "goals", "budget"]


def test_parts_of_a_cell_become_one_record():
    facts = facts_of(
        "project-passport",
        business_model_key_processes="отбор",
        business_model_target_consumer="жители",
    )
    assert facts == {"business_model": {"target_consumer": "жители", "key_processes": "отбор"}}


def test_a_stage_that_lacks_leaves_its_place():
    facts = facts_of("algorithm", stages_1="2019 год\nОпрос", stages_3="2023 год")
    assert facts["stages"] == [
        {"period": "2019 год", "description": "Опрос"},
        {},
        {"period": "2023 год"},
    ]


def test_the_card_shows_the_last_application_and_the_organisation():
    facts = facts_of(
        "grant-card",
        applications_last_contest="Первый конкурс 2019",
        applications_last_amount="9 484 487,00",
        organization_inn="5902212468",
    )
    assert facts == {
        "organization": {"inn": "5902212468"},
        "applications": [{"contest": "Первый конкурс 2019", "amount": "9 484 487,00"}],
    }


def test_a_list_is_taken_apart_and_prose_is_not():
    facts = facts_of(
        "algorithm",
        tasks="- обучить;\n- открыть.",
        risks="Рисков нет",
        resources="- Зал\n- Команда – для встреч",
    )
    assert facts == {
        "tasks": ["обучить;", "открыть."],
        "resources": [{"description": "Зал"}, {"description": "Команда", "purpose": "для встреч"}],
        "risks": "Рисков нет",
    }


def test_what_takes_no_prose_is_one_record_with_all_the_words():
    facts = facts_of("grant-card", target_groups="жители, -90 чел\nпредприниматели")
    assert facts == {"target_groups": [{"name": "жители, -90 чел\nпредприниматели"}]}


def test_a_budget_gets_the_unit_of_the_form():
    assert facts_of("algorithm", budget_in_thousands="1 021,4") == {"budget": "1 021,4 тыс. руб."}
    assert facts_of("algorithm", budget_in_thousands="1021,4 тыс. руб.") == {
        "budget": "1021,4 тыс. руб."
    }
    assert facts_of("algorithm", budget_in_thousands="-") == {"budget": "-"}


# --- rows ---------------------------------------------------------------------------------


def test_rows_are_records_or_texts():
    facts = facts_of(
        "practice-passport",
        opportunities=[{"text": "люди"}, {"text": ""}, {"text": "залы"}],
        results=[{"indicator_and_unit": "Клубы, ед.", "value": "14"}, {"value": "5"}],
    )
    assert facts == {
        "opportunities": ["люди", "", "залы"],
        "results": [{"indicator": "Клубы", "unit": "ед.", "value": "14"}, {"value": "5"}],
    }


def test_a_row_without_words_keeps_its_place():
    rows = [{"name": "", "role": ""}, {"name": "Клуб", "role": ""}]
    assert facts_of("practice-passport", participants=rows) == {
        "participants": [{}, {"name": "Клуб"}]
    }


def test_a_record_is_one_row_and_the_others_are_left():
    form = CATALOGUE.form("practice-passport")
    rows = [{"involved": "5", "affected": ""}, {"involved": "7", "affected": "8"}]
    assert unbind(form, {"audience": rows}) == Unbound(
        {"audience": {"involved": "5"}}, [("audience", "7"), ("audience", "8")]
    )


ADOPTED = [{"act": "А", "adopted_result": "право"}, {"act": "Б", "adopted_result": ""}]


def test_two_tables_of_acts_are_one_list():
    amended = [
        {"act": "Б", "amended_changes": "раздел", "amended_result": ""},
        {"act": "В", "amended_changes": "", "amended_result": ""},
    ]
    facts = facts_of("project-passport", acts_adopted=ADOPTED, acts_amended=amended)
    assert facts == {
        "acts": [
            {"act": "А", "adopted": {"result": "право"}},
            {"act": "Б", "adopted": {}, "amended": {"changes": "раздел"}},
            {"act": "В", "amended": {}},
        ]
    }


def test_acts_whose_order_differs_are_two_entries():
    amended = [{"act": "Б"}, {"act": "А"}]
    acts = facts_of("project-passport", acts_adopted=ADOPTED, acts_amended=amended)["acts"]
    assert [act["act"] for act in acts if "adopted" in act] == ["А", "Б"]
    assert [act["act"] for act in acts if "amended" in act] == ["Б", "А"]
    assert len(acts) == 3


@pytest.mark.parametrize(
    ("sources", "common", "own"),
    [
        (["город", "город"], "город", [None, None]),
        (["город", "край"], None, ["город", "край"]),
        (["город", ""], None, ["город", None]),
        (["", ""], None, [None, None]),
        (["город"], None, ["город"]),
    ],
)
def test_a_source_of_all_lines_is_that_of_the_practice(sources, common, own):
    rows = [{"item_with_details": "Зал", "source": source} for source in sources]
    facts = facts_of("practice-passport", costs=rows)
    assert facts.get("funding_source") == common
    assert [cost.get("source") for cost in facts["costs"]] == own


@pytest.mark.parametrize(
    ("total", "declared"),
    [("150,00", None), ("150", "150"), ("200,00", "200,00")],
)
def test_a_total_is_declared_only_where_it_is_not_what_the_lines_add_up_to(total, declared):
    rows = [{"item_with_details": "Зал", "amount": amount} for amount in ("100", "50")]
    facts = facts_of("practice-passport", costs=rows, costs_total=total)
    assert facts.get("costs_total") == declared


# --- forms of one's own -------------------------------------------------------------------


def test_what_is_given_is_read_first_wherever_it_stands(own_form):
    form = own_form("""\
        - {heading: До, show: situation-before}
        - {heading: Бюджет, show: budget-in-thousands}
        - heading: Показатели
          rows: indicators
          columns: [{heading: Имя, show: name}, {heading: До, show: before}]
        - heading: Затраты
          rows: costs
          columns: [{heading: Сколько, show: amount}]
          total: {label: Итого, show: costs-total}
        """)
    practice = {
        "situation_before": "По опросу:",
        "indicators": [{"name": "Клубы", "before": "7"}, {"name": "Встречи", "before": "9"}],
        "costs": [{"amount": "100"}, {"amount": "400"}],
    }
    seen = on_paper(form, bind(form, made(practice)).values)
    assert unbind(form, seen) == Unbound(practice, [])


def test_a_source_that_the_form_asks_for_by_itself_is_not_guessed_from_the_lines(own_form):
    form = own_form("""\
        - heading: Затраты
          rows: costs
          columns: [{heading: Статья, show: item}, {heading: Кто платит, show: source}]
        - {heading: Источник, show: funding_source}
        """)
    rows = [{"item": "Зал", "source": "город"}, {"item": "Кружки", "source": "город"}]
    assert unbind(form, {"costs": rows, "funding_source": ""}).facts == {"costs": rows}
    assert unbind(form, {"costs": rows, "funding_source": "город"}).facts == {
        "costs": [{"item": "Зал"}, {"item": "Кружки"}],
        "funding_source": "город",
    }


def test_of_two_places_for_one_field_the_first_is_believed(own_form):
    form = own_form("""\
        - {heading: Цель, show: goals}
        - {heading: Ещё раз цель, show: goals}
        - heading: Люди
          rows: contacts
          columns: [{heading: Имя, show: name}, {heading: Кто, show: name-and-position}]
        """)
    people = [{"name": "Анна", "name_and_position": "Анна, врач"}]
    values: dict[str, Any] = {"goals": "клубы", "goals_2": "клубы", "contacts": people}
    person = {"name": "Анна", "position": "врач"}
    assert unbind(form, values) == Unbound({"goals": "клубы", "contacts": [person]}, [])
    people = [{"name": "Анна", "name_and_position": "Яна, врач"}]
    values = {"goals": "клубы", "goals_2": "залы", "contacts": people}
    assert unbind(form, values) == Unbound(
        {"goals": "клубы", "contacts": [{"name": "Анна"}]},
        [("goals_2", "залы"), ("contacts", "Яна, врач")],
    )


def test_prose_has_no_first_item(own_form):
    form = own_form("""\
        - {heading: Риски, show: risks}
        - {heading: Ответ на первый риск, show: risks.1.mitigation}
        """)
    values = {"risks": "Рисков нет", "risks_1_mitigation": "ответ"}
    assert unbind(form, values) == Unbound(
        {"risks": "Рисков нет"}, [("risks_1_mitigation", "ответ")]
    )


def made(facts: dict[str, Any]) -> Practice:
    return Practice.model_validate({"passport": "1", "title": "Клуб", **facts})
