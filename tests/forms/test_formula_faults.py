"""What is wrong with a formula is found where it stands, with what is allowed there."""

from __future__ import annotations

import pytest

from tests.forms.test_loading import found, loaded, section

FOUR = (
    "there is `sum(…)` and `count(…)` of a list, `share(…, …)` and `difference(…, …)` of two "
    "facts, as in `share(budget, sum(costs.amount))`"
)


def computed(formula: str) -> str:
    return section(f'compute: "{formula}"')


@pytest.mark.parametrize(
    "formula",
    [
        "sum(costs.amount)",
        " sum( costs.amount ) ",
        "count(team)",
        "count(acts.adopted)",
        "share(budget, costs_total)",
        "share(difference(budget, costs_total), budget)",
        "share(count(tasks), count(team))",
        "difference(applications.last.amount, applications.1.amount)",
    ],
)
def test_a_sound_formula_has_no_findings(formula):
    assert found(computed(formula)) == []


@pytest.mark.parametrize(
    ("formula", "message", "advice"),
    [
        # the grammar
        ("budget", "`budget` alone is nothing to compute", "show it with `show`, or compute "
         "something of it"),
        ("budget + costs_total", "“budget + costs_total” is no formula", FOUR),
        ("sum(costs.amount", "“sum(costs.amount” is no formula", FOUR),
        ("average(costs.amount)", "there is no “average” to compute with", FOUR),
        ("sum()", "a fact is missing in a formula", FOUR),
        ("share(budget,)", "a fact is missing in a formula", FOUR),
        ("sum(budget, costs_total)", "`sum` is of one list", FOUR),
        ("share(budget)", "`share` is of two facts, with a comma between them", FOUR),
        ("count(sum(costs.amount))", "`count` is of a list of facts, and not of a call", FOUR),
        (
            "share(share(share(budget, budget), budget), budget)",
            "within a call may stand another one, and within that only facts",
            FOUR,
        ),
        ("share(Budget, budget)", "“Budget” is no formula", FOUR),
        (f"sum({'a' * 200})", "a formula has at most 200 characters", FOUR),
        # its names
        ("sum(costs.amuont)", "“costs.amuont” is no fact to compute with", "did you mean "
         "“costs.amount”?"),
        ("share(budgte, budget)", "“budgte” is no fact to compute with", "did you mean “budget”?"),
        ("share(title, budget)", "`title` is neither a sum of money nor a number", None),
        ("sum(costs.item)", "`costs.item` is neither a sum of money nor a number", None),
        ("share(costs.amount, budget)", "`costs.amount` has many values", "write "
         "`sum(costs.amount)`"),
        ("sum(budget)", "`budget` has one value, and there is nothing to add up", None),
        ("count(budget)", "there is no list “budget” to count", None),
        (
            "share(count(tasks), budget)",
            "`share` is of two figures that do not go together",
            "both have to be sums of money, or both numbers, or both shares",
        ),
    ],
)  # fmt: skip
def test_a_mistake_is_one_finding_at_its_place(formula, message, advice):
    (finding,) = loaded(computed(formula)).findings
    assert finding.rule == "form-compute"
    assert finding.place is not None
    assert (finding.place.line, finding.place.column) == (6, 25)
    assert str(finding.message) == message
    if advice:
        assert str(finding.help) == advice


ONE_TEXT = "form-block behind a label stands exactly one of `show` and `compute`"


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        (section("parts: [{label: 'А:'}]"), f"2:24 {ONE_TEXT}"),
        (
            section("parts: [{label: 'А:', show: goals, compute: count(team)}]"),
            f"2:24 {ONE_TEXT}",
        ),
        (
            section("rows: costs, columns: [{heading: б, show: item}], total: {label: в}"),
            f"2:73 {ONE_TEXT}",
        ),
    ],
)
def test_behind_a_label_stands_one_of_both(text, finding):
    assert found(text) == [finding]
