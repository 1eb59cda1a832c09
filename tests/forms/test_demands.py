"""The conditions of a form: what can be said, and what is wrong with one."""

from __future__ import annotations

import pytest

from tests.forms.test_loading import SECTIONS, found, loaded


def demanding(that: str, more: str = "") -> str:
    return f'conditions:\n- {{says: Условие, that: "{that}"{more}}}\n{SECTIONS}'


@pytest.mark.parametrize(
    "that",
    [
        "budget <= 500 000",
        "budget<500000,50",
        "share(costs_total, budget) >= 10 %",
        "share(costs_total, budget) >= 10",
        "share(costs_total, budget) > 0,5%",
        "count(team) = 3",
        "difference(budget, sum(costs.amount)) >= 0",
    ],
)
def test_a_sound_condition_has_no_findings(that):
    assert found(demanding(that)) == []
    assert found(demanding(that, ", severity: warning")) == []


@pytest.mark.parametrize(
    ("that", "message"),
    [
        ("budget", "“budget” is no condition"),
        ("budget >= ", "“budget >=” is no condition"),
        ("budget >= costs_total", "“budget >= costs_total” is no condition"),
        ("budget => 5", "“budget => 5” is no condition"),
        ("budget >= 5 руб.", "“budget >= 5 руб.” is no condition"),
        (">= 5", "“>= 5” is no condition"),
        ("total(budget) >= 5", "there is no “total” to compute with"),
        ("budgte >= 5", "“budgte” is no fact to compute with"),
        ("title >= 5", "`title` is neither a sum of money nor a number"),
        ("costs.amount >= 5", "`costs.amount` has many values"),
        ("budget >= 5 %", "only a share is compared with per cent"),
    ],
)
def test_a_mistake_is_one_finding_at_its_place(that, message):
    assert found(demanding(that)) == [f"2:25 form-compute {message}"]


def test_it_is_said_what_a_condition_is_like():
    (finding,) = loaded(demanding("budget")).findings
    assert str(finding.help) == (
        "a condition is a formula or a fact, one of >= <= > < =, and a number: "
        "`share(budget, costs_total) >= 10 %`"
    )


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("conditions:\n- {that: budget > 5}\n", "2:3 missing-field the field “says” is missing"),
        (
            "conditions:\n- {says: А, that: budget > 5, severity: info}\n",
            "2:41 wrong-type “info” is not known here",
        ),
    ],
)
def test_its_keys_are_checked(text, finding):
    assert found(text + SECTIONS) == [finding]
