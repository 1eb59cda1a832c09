"""Names that are almost right."""

import pytest

from passportkit.language import say
from passportkit.suggestion import did_you_mean, nearest, suggest

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


OTHERS = "the names are: {names}"


def test_what_was_meant_is_looked_for_where_somebody_reads_it():
    assert str(suggest("cost", KNOWN, OTHERS)) == "did you mean “costs”?"
    assert str(suggest("период", KNOWN, OTHERS)) == f"the names are: {', '.join(KNOWN)}"


def test_two_questions_about_the_same_are_one():
    assert suggest("cost", KNOWN, OTHERS) == suggest("cost", KNOWN, OTHERS)
    assert suggest("cost", KNOWN, OTHERS) != suggest("coast", KNOWN, OTHERS)


def test_of_a_file_that_is_not_shown_no_name_is_asked_about():
    assert str(suggest("cost", KNOWN, OTHERS).without_words()) == "did you mean “…”?"
