"""What the built-in vocabulary knows, and the order of a file."""

from passportkit.practice import BUILT_IN, Facts, new_file

METADATA = ["passport", "forms", "for", "unplaced"]


def test_a_fact_is_known_by_its_name_with_what_it_is_called_and_what_it_is():
    goals = BUILT_IN.fields["goals"]
    assert goals.title == "Goal or goals"
    assert (goals.description or "").startswith("What is to change")
    assert goals.examples == ["развитие соседского общения в каждом дворе города"]


def test_what_a_file_says_of_itself_is_no_fact():
    assert [name for name in METADATA if name in BUILT_IN.fields] == []


def test_the_same_facts_stand_in_a_practice_and_for_one_form():
    both = set(BUILT_IN.practice.model_fields)
    assert set(BUILT_IN.fields) <= both
    assert both - set(BUILT_IN.fields) == {"passport", "forms", "for_", "unplaced"}


def test_keys_stand_in_the_order_of_a_new_file():
    assert BUILT_IN.keys[:3] == ("passport", "title", "forms")
    named = [name for name in Facts.model_fields if name not in BUILT_IN.keys[:3]]
    assert list(BUILT_IN.keys[3:]) == named
    assert sorted(BUILT_IN.keys) == sorted({*Facts.model_fields, "passport", "forms"})


def test_a_new_file_begins_with_its_version_and_ends_with_what_found_no_place():
    facts = {"unplaced": [], "budget": "1", "forms": ["note"], "goals": "лад", "title": "Клуб"}
    assert list(new_file(facts)) == ["passport", "title", "forms", "budget", "goals", "unplaced"]
    assert new_file({})["passport"] == "1"
