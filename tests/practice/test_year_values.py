"""Values by year: quantities under years, and nothing else."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from passportkit.forms import Catalogue
from passportkit.forms.shows import show_of
from passportkit.practice import Practice
from passportkit.practice.results import Indicator, Result
from passportkit.practice.year_values import YearValues
from passportkit.rules import examine
from passportkit.source import parse, read

HEAD = "passport: 1\ntitle: Сад\nresults:\n  - indicator: Деревья\n    unit: шт.\n"


def parsed(values: str) -> tuple[Any, list[str]]:
    """Return the values by year of a result, and what is wrong with them."""
    source = read(f"{HEAD}    values: {values}\n".encode(), "сад.yaml")
    found = parse(Practice, source.data or {})
    assert found.value is not None
    results: Any = found.value.results
    located: Any = map(source.locate, found.findings)
    return results[0].values, [
        f"{each.place.line}:{each.place.column} {each.message}" for each in located
    ]


@pytest.mark.parametrize("said", ["{2024: 10, 2025: более 12}", '{"2024": "10", 2025: более 12}'])
def test_a_value_stands_under_its_year(said):
    values, findings = parsed(said)
    assert values == {"2024": "10", "2025": "более 12"}
    assert findings == []
    assert values["2024"].measure.first == 10


@pytest.mark.parametrize("said", ["", "{}", "{2024: }", "{2024: null, 2025: }"])
def test_years_without_values_say_nothing(said):
    assert parsed(said) == (None, [])


@pytest.mark.parametrize("key", ["24", "2024 год", "план", "20245"])
def test_what_is_no_year_is_found_at_its_key(key):
    values, findings = parsed(f"{{2024: 10, {key}: 12}}")
    assert values == {"2024": "10"}
    assert findings == [f"6:24 “{key}” is no year"]


def test_values_go_to_another_process():
    values, _ = parsed("{2024: 10}")
    again = pickle.loads(pickle.dumps(values))
    assert again == values
    assert type(again) is YearValues


@pytest.mark.parametrize("record", [Result, Indicator])
def test_a_form_shows_the_value_of_a_year(record):
    show: Any = show_of(record, "values.2024")
    assert show.text(record.model_validate({"values": {"2024": "10"}})) == "10"
    assert show.text(record.model_validate({"values": {"2025": "10"}})) == ""
    assert show.text(record()) == ""


@pytest.mark.parametrize("name", ["values", "values.24", "values.last", "values.2024.more"])
def test_no_other_name_shows_one(name):
    assert show_of(Result, name) is None


def test_a_value_that_is_no_number_is_found_in_its_year():
    source = read(f"{HEAD}    values: {{2024: 10, 2025: как пойдёт}}\n".encode(), "сад.yaml")
    found = [
        each
        for each in examine(source, [], catalogue=Catalogue()).findings
        if each.rule == "unreadable-value"
    ]
    assert [each.route for each in found] == [("results", 0, "values", "2025")]
