"""A column for each of several years: one in the form, several in its documents."""

from __future__ import annotations

from typing import Any

import pytest

from passportkit.forms import Form
from passportkit.forms.answers import row_of
from passportkit.forms.loading import load_form
from passportkit.forms.questions import questions_of
from passportkit.forms.scaffold import scaffold
from passportkit.forms.unbind import unbind
from passportkit.language import translator
from passportkit.practice import BUILT_IN
from passportkit.source import read
from tests.merge.papers import paper
from tests.word.conftest import form_of

TEXT = """form: small
version: 1
title: Заявка
source: придумана для проверки
sections:
  - number: 1
    heading: Показатели
    rows: results
    columns:
      - {heading: Показатель, show: indicator}
      - {heading: "{each} год", over: "План", show: values, each: [2025, 2026], total: sum}
    total: {label: Итого}
"""
FILE = """passport: 1
title: Сад
results:
  - indicator: Деревья
    values:
      2024: 7   # считали сами
      2025: "10"
  - {indicator: Кусты, values: {2025: 5, 2026: 6}}
"""


@pytest.fixture(scope="module")
def form() -> Form:
    return form_of(TEXT)


def test_there_is_a_column_for_each_year(form: Form) -> None:
    columns = form.sections[0].columns or ()
    assert [(each.heading, each.over, each.show, each.key) for each in columns[1:]] == [
        ("2025 год", "План", "values.2025", "values_2025"),
        ("2026 год", "План", "values.2026", "values_2026"),
    ]


def test_each_shows_the_values_of_its_year_and_their_sum(form: Form) -> None:
    says = paper(FILE, form).says
    assert [[*row.values()] for row in says["results"]] == [
        ["Деревья", "10", ""],
        ["Кусты", "5", "6"],
    ]
    assert [text for key, text in says.items() if key.endswith("total")] == ["15", "6"]


def test_what_stands_there_is_a_value_of_the_year(form: Form) -> None:
    facts, left = unbind(form, paper(FILE, form).says)
    assert left == []
    assert facts["results"] == [
        {"indicator": "Деревья", "values": {"2025": "10"}},
        {"indicator": "Кусты", "values": {"2025": "5", "2026": "6"}},
    ]


def test_a_correction_changes_the_value_of_its_year_alone(form: Form) -> None:
    document = paper(FILE, form)
    document.says["results"][0]["values_2025"] = "11"
    document.says["results"][0]["values_2026"] = "14"
    document.says["results"][1]["values_2026"] = ""
    merged = document.into(FILE)
    assert merged.text == FILE.replace('2025: "10"\n', '2025: "11"\n      "2026": 14\n').replace(
        ", 2026: 6", ""
    )
    assert merged.left == ()


def test_a_sum_that_somebody_corrects_is_told_and_changes_nothing(form: Form) -> None:
    document = paper(FILE, form)
    document.says["results_values_2025_total"] = "16"
    merged = document.into(FILE)
    assert merged.text == FILE
    [told] = merged.left
    assert (told.label.part, told.label.column, told.words) == ("Итого", "2025 год", "16")
    assert "this is computed" in str(told.reason)


def test_a_sum_that_goes_with_its_corrected_rows_is_not_told(form: Form) -> None:
    document = paper(FILE, form)
    document.says["results"][0]["values_2025"] = "11"
    document.says["results_values_2025_total"] = "16"
    merged = document.into(FILE)
    assert merged.text == FILE.replace('"10"', '"11"')
    assert merged.left == ()
    assert document.into(FILE.replace('"10"', '"11"')).left == ()


def test_a_new_file_has_the_years(form: Form) -> None:
    text = scaffold("Сад", [form], translator("en"))
    assert text.endswith('results:\n  - indicator:\n    values:\n      "2025":\n      "2026":\n')


def test_each_year_is_asked_for(form: Form) -> None:
    [question] = questions_of([form])
    assert [(each.label, each.route) for each in question.fields] == [
        ("Показатель", ("indicator",)),
        ("2025 год", ("values", "2025")),
        ("2026 год", ("values", "2026")),
    ]
    assert row_of(question, ["Деревья", "10", None]) == {
        "indicator": "Деревья",
        "values": {"2025": "10", "2026": None},
    }


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (('"{each} год"', "По годам"), "11:9 the `heading` of a column with `each` lacks `{each}`"),
        (("show: values", "show: value"), "11:53 “value.2025” is neither a field nor a view"),
        (("[2025, 2026]", "[]"), "11:67 this list"),
        (("[2025, 2026]", "[25]"), "11:68 “25”"),
        (("[2025, 2026]", "[2025, 2025]"), "11:19 the label “План 2025 год” is given twice"),
    ],
)
def test_what_is_wrong_with_such_a_column_is_found_there(
    change: tuple[str, str], said: str
) -> None:
    loaded = load_form(read(TEXT.replace(*change).encode(), "form.yaml"), BUILT_IN)
    findings: Any = loaded.findings
    found = [f"{each.place.line}:{each.place.column} {each.message}" for each in findings]
    assert found[0].startswith(said)
