"""Parts of a field, each in a cell of its own, become one field again, which has all of them."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from passportkit.engine.round_trip import RoundTrip
from passportkit.forms import Form, bind
from passportkit.forms.bind import said_by
from passportkit.forms.fact_tables import form_of
from passportkit.forms.loading import load_form
from passportkit.forms.questions import questions_of
from passportkit.forms.scaffold import scaffold
from passportkit.forms.unbind import unbind
from passportkit.language import translator
from passportkit.practice import BUILT_IN, NAMELESS
from passportkit.source import read
from tests.conftest import examples
from tests.merge.papers import paper

PLAN = """\
form: plan
version: 1
source: придумана
title: План
sections:
  - {number: 1, heading: Название проекта, show: title}
  - number: 2
    heading: Срок реализации проекта
    parts:
      - {label: "Дата начала:", show: started}
      - {label: "Дата завершения:", show: finished}
  - number: 3
    heading: Календарный план
    rows: activities
    columns:
      - {heading: Что делаем, show: description}
      - {heading: Начало работы, show: started}
      - {heading: Конец работы, show: finished}
  - number: 4
    heading: Документы практики
    rows: acts
    columns:
      - {heading: Дата документа, show: date}
      - {heading: № документа, show: number}
      - {heading: Наименование документа, show: kind-and-title}
"""

FILE = """\
passport: 1
title: Клуб
period: 2024 год
activities:
  - description: Опрос
    period: 01.02.2024 – 15.02.2024  # два будних вечера
  - description: Открытие
    period: 14.03.2024
acts:
  - Постановление администрации города от 12.03.2021 № 214 «О клубах» (с изменениями)
"""


@pytest.fixture(scope="module")
def plan() -> Form:
    loaded = load_form(read(PLAN.encode(), "form.yaml"), BUILT_IN)
    assert loaded.findings == ()
    assert loaded.value is not None
    return loaded.value


def said(**values: Any) -> dict[str, Any]:
    return {"started": "", "finished": "", "activities": [], "acts": [], **values}


def test_a_form_with_parts_comes_back(plan):
    assert [*RoundTrip(plan, None).findings()] == []


def test_both_ends_are_shown_and_become_one_period(plan):
    document = paper(FILE, plan)
    assert (document.says["started"], document.says["finished"]) == ("01.01.2024", "31.12.2024")
    assert document.says["activities"][0] == {
        "description": "Опрос",
        "started": "01.02.2024",
        "finished": "15.02.2024",
    }
    facts, left = unbind(plan, document.says)
    assert left == []
    assert facts["period"] == "01.01.2024 – 31.12.2024"
    periods = [each["period"] for each in facts["activities"]]
    assert periods == ["01.02.2024 – 15.02.2024", "14.03.2024"]
    again = BUILT_IN.practice.model_validate({"passport": "1", "title": "Клуб", **facts})
    assert bind(plan, again).values == bind(plan, paper_practice()).values


def paper_practice() -> Any:
    return BUILT_IN.practice.model_validate(read(FILE.encode(), "").data)


def test_what_no_part_can_say_is_left(plan):
    rows = [{"date": "весной", "number": "б/н", "kind_and_title": "Приказ «О клубах»"}]
    facts, left = unbind(plan, said(acts=rows))
    kept = [facts["acts"][0]["act"], *(text for _, text in left)]
    assert all(any(text in each for each in kept) for text in rows[0].values())


@pytest.mark.parametrize(
    "changed", [*permutations(["started", "finished"], 1), ["started", "finished"]]
)
def test_an_end_that_a_document_says_otherwise_leaves_the_other(plan, changed):
    document = paper(FILE, plan)
    new = {"started": "05.02.2024", "finished": "20.02.2024"}
    was = {"started": "01.02.2024", "finished": "15.02.2024"}
    row = document.says["activities"][0]
    row.update({name: new[name] for name in changed})
    merged = document.into(FILE)
    period = "period: 01.02.2024 – 15.02.2024"
    for name in changed:
        period = period.replace(was[name], new[name])
    assert merged.text == FILE.replace("period: 01.02.2024 – 15.02.2024", period)
    assert merged.left == ()


def test_both_ends_of_the_practice_change(plan):
    document = paper(FILE, plan)
    document.says.update(started="01.03.2024", finished="30.11.2024")
    merged = document.into(FILE)
    assert merged.text == FILE.replace("2024 год", "01.03.2024 – 30.11.2024")
    assert (merged.left, merged.conflicts) == ((), ())


def test_a_new_row_has_both_ends(plan):
    document = paper(FILE, plan)
    document.says["activities"].append(
        {"description": "Итоги", "started": "01.12.2024", "finished": "05.12.2024"}
    )
    assert "period: 01.12.2024 – 05.12.2024" in document.into(FILE).text


def test_a_date_changes_within_the_words_of_an_act(plan):
    document = paper(FILE, plan)
    document.says["acts"][0]["date"] = "15.04.2022"
    assert document.into(FILE).text == FILE.replace("12.03.2021", "15.04.2022")


def test_all_of_a_field_is_asked_for_once(plan):
    asked = {question.route: question for question in questions_of([plan])}
    assert sorted(asked) == [("activities",), ("acts",), ("period",)]
    period = asked["period",].fields
    assert [(each.title, each.label) for each in period] == [("Period", "")]
    routes = [each.route for each in asked["activities",].fields]
    assert routes == [("description",), ("period",)]
    text = scaffold("Клуб", [plan], translator("en"))
    assert (text.count("\nperiod:"), text.count("\n    period:")) == (1, 1)


_periods = st.lists(
    st.sampled_from(["2024", "с ", " по ", " – ", "01.02.2024", "май 2024", "весна"])
)
_acts = st.lists(
    st.sampled_from(
        ["Приказ", " от 12.03.2021", " № 5-п", " «О клубах»", "\n- раз", " 1 мая 2019 г."]
    )
)


@settings(derandomize=True, deadline=None, max_examples=examples(40))
@given(
    periods=st.lists(_periods.map("".join), max_size=3),
    acts=st.lists(_acts.map("".join), max_size=3),
    order=st.permutations(["date", "number", "kind", "title"]),
)
def test_what_is_shown_in_parts_is_shown_again(periods, acts, order):
    columns = [{"heading": f"О {name}", "show": name} for name in order]
    form = form_of(
        [
            {"heading": "План", "rows": "activities", "columns": _ENDS},
            {"heading": "Акты", "rows": "acts", "columns": columns},
        ],
        BUILT_IN,
    )
    facts = {"activities": [{"period": each} for each in periods], "acts": [*acts]}
    says = said_by(form, BUILT_IN.practice.model_validate({**NAMELESS, **facts}))
    again, left = unbind(form, says)
    assert left == []
    assert said_by(form, BUILT_IN.practice.model_validate({**NAMELESS, **again})) == says


_ENDS = [{"heading": "С", "show": "started"}, {"heading": "По", "show": "finished"}]
