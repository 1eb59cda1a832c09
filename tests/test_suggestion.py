"""Names that are almost right."""

import pytest

from passportkit.language import say
from passportkit.suggestion import did_you_mean, nearest

KNOWN = ["summary", "period", "costs", "costs_total"]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("sumary", "summary"),
        ("cost", "costs"),
        ("costs_totl", "costs_total"),
        ("период", None),
        ("", None),
    ],
)
def test_the_nearest_of_the_known_names_is_meant(name, meant):
    assert nearest(name, KNOWN) == meant


def test_how_near_is_near_enough_is_for_the_caller_to_say():
    assert nearest("perod of", KNOWN, likeness=0.7) == "period"
    assert nearest("perod of", KNOWN, likeness=0.9) is None


def test_the_name_that_was_meant_is_asked_about():
    assert did_you_mean("costs") == say("did you mean “{name}”?", name="costs")


def test_without_one_something_else_is_advised_or_nothing():
    assert did_you_mean(None, say("the names are: a, b")) == say("the names are: a, b")
    assert did_you_mean(None) is None
