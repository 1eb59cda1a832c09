"""What a form shows in several places has to come back from each of them."""

from __future__ import annotations

import pytest

from passportkit.forms.facts_return import unreturned
from passportkit.forms.loading import load_form
from passportkit.practice import BUILT_IN
from passportkit.source import read
from tests.test_law import every_layout, form_called

HEAD = "form: prize\nversion: 1\ntitle: Заявка\nsource: придумана\nsections:\n"
COSTS = "rows: costs, columns: [{heading: Что, show: item}, {heading: Сколько, show: amount}]"

INDICATORS = (
    "rows: indicators, columns: [{{heading: А, show: {}}}, {{heading: Б, show: {}}}, "
    "{{heading: В, show: {}}}]"
)


def lost(*sections: str) -> list[str]:
    """Return the keys of the places that would not come back."""
    said = "".join(f"- {{heading: Раздел {n}, {each}}}\n" for n, each in enumerate(sections))
    form = load_form(read((HEAD + said).encode(), "form.yaml"), BUILT_IN).value
    assert form is not None
    return [slot.key for slot in unreturned(form)]


@every_layout
def test_every_place_of_a_usual_form_comes_back(name: str) -> None:
    assert unreturned(form_called(name)) == []


@pytest.mark.parametrize(
    ("sections", "keys"),
    [
        (["show: title", COSTS], []),
        (["show: stages.1", "show: stages.2"], []),
        (["show: applications.last.status"], []),
        ([COSTS, COSTS], []),
        (["show: stages.1", "show: stages.last"], ["stages_last"]),
        ([COSTS, "show: costs.last.source"], ["costs_last_source"]),
        (["show: team", "rows: team, columns: [{heading: Кто, show: name}]"], ["team"]),
        (["rows: tasks, columns: [{heading: А, show: text}, {heading: Б, show: text}]"], ["tasks"]),
        (["show: situation-before", INDICATORS.format("name", "unit", "before")], []),
        (
            ["show: situation-before", INDICATORS.format("name", "after", "before")],
            ["situation_before"],
        ),
        (["show: budget", "show: budget-in-thousands"], ["budget", "budget_in_thousands"]),
        (["rows: acts, columns: [{heading: Что дал, show: adopted.result}]"], ["acts"]),
    ],
)
def test_what_an_import_could_not_put_together_is_found(
    sections: list[str], keys: list[str]
) -> None:
    assert lost(*sections) == keys
