"""A place that shows one item of a list by its number follows the item, wherever it stands now."""

import pytest

from passportkit.merge.outcome import Side
from tests.merge.papers import Paper, paper

FIRST, SECOND, THIRD = (
    f"  - period: {year} год\n    description: {words}\n"
    for year, words in ((2021, "Опрос"), (2022, "Обучение"), (2023, "Клубы"))
)
STAGES = f"passport: 1\ntitle: Клуб\nstages:\n{FIRST}{SECOND}"
NEW = "  - period: 2020 год\n    description: Поиск залов\n"


def corrected(text: str, key: str, old: str, new: str, form: str = "algorithm") -> Paper:
    document = paper(text, form)
    assert old in document.says[key]
    document.says[key] = document.says[key].replace(old, new)
    return document


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (FIRST, NEW + FIRST),  # one more before all
        (SECOND, NEW + SECOND),  # one more between
        (FIRST, ""),  # one less
        (FIRST + SECOND, SECOND + FIRST),  # another order
        (SECOND, SECOND + NEW),  # nothing has another number
    ],
)
def test_an_item_is_corrected_under_another_number(old, new):
    text = STAGES.replace(old, new)
    merged = corrected(STAGES, "stages_2", "2022", "2024").into(text)
    assert merged.text == text.replace("2022", "2024")
    assert not merged.conflicts
    assert not merged.left


def test_all_items_are_corrected_under_other_numbers():
    document = corrected(STAGES, "stages_2", "2022", "2024")
    document.says["stages_1"] = "2021 год\nОпрос соседей"
    document.says["stages_3"] = "2025 год\nКлубы"
    text = STAGES.replace(FIRST, NEW + FIRST)
    merged = document.into(text)
    assert merged.text == text.replace("2022", "2024").replace("Опрос", "Опрос соседей") + (
        "  - period: 2025 год\n    description: Клубы\n"
    )


def test_an_item_that_has_gone_is_no_other():
    document = corrected(STAGES, "stages_1", "2021", "2024")
    text = STAGES.replace(FIRST, "")
    [conflict] = document.into(text).conflicts
    assert (conflict.mine, conflict.theirs) == ("", "2024 год\nОпрос")
    assert document.into(text, "theirs").text.startswith(text)


@pytest.mark.parametrize("take", [None, "theirs", "ours"])
def test_a_document_that_is_as_it_was_changes_nothing(take: Side | None):
    for text in (STAGES.replace(FIRST, ""), STAGES.replace(FIRST, NEW + FIRST), STAGES + THIRD):
        merged = paper(STAGES, "algorithm").into(text, take)
        assert merged.text == text
        assert not merged.conflicts


APPLICATIONS = """\
passport: 1
title: Клуб
applications:
  - contest: Первый конкурс 2021
    status: победитель конкурса
    rating: "58,25"
  - contest: Второй конкурс 2022
    number: 22-2-009131
    status: победитель конкурса
    rating: "81,25"
"""
LATER = """\
  - contest: Первый конкурс 2024
    status: победитель конкурса
    rating: "10,00"
"""


def rated(text: str = APPLICATIONS) -> Paper:
    return corrected(text, "applications_last_rating", "81,25", "82,25", "grant-card")


@pytest.mark.parametrize("take", [None, "theirs"])
def test_the_last_item_is_the_one_that_was_the_last(take: Side | None):
    merged = rated().into(APPLICATIONS + LATER, take)
    assert merged.text == APPLICATIONS.replace("81,25", "82,25") + LATER
    assert [change.route for change in merged.changes] == [("applications", 1, "rating")]


def test_it_is_known_by_most_of_its_words():
    here = APPLICATIONS.replace("22-2-009131", "22-2-009132") + LATER
    merged = rated().into(here)
    assert merged.text == here.replace("81,25", "82,25")


def test_what_both_have_changed_is_in_conflict_there():
    here = APPLICATIONS.replace("81,25", "80,00") + LATER
    [conflict] = rated().into(here).conflicts
    assert (conflict.mine, conflict.route) == ("80,00", ("applications", 1, "rating"))


def test_of_items_that_say_the_same_none_is_followed():
    """Nobody knows which of them the document shows: the one with its number is asked about."""
    twin = APPLICATIONS[APPLICATIONS.index("  - contest: Второй") :]
    merged = rated().into(APPLICATIONS + twin + LATER)
    assert merged.text == APPLICATIONS + twin + LATER
    assert [(each.mine, each.cause) for each in merged.conflicts] == [("10,00", "another")]


def test_an_item_of_which_few_words_are_left_may_be_another():
    here = APPLICATIONS.replace("Второй конкурс 2022", "Третий").replace("22-2-009131", "7")
    here = here.replace("81,25", "83,00")
    [conflict] = rated().into(here).conflicts
    assert (conflict.mine, conflict.cause, conflict.taken) == ("83,00", "another", None)
    assert rated().into(here, "theirs").text == here.replace("83,00", "82,25")
