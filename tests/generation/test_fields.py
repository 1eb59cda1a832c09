"""The tables of fields: what the model says, in the order and the groups of the page."""

from __future__ import annotations

import pytest

from generation.fields import facts, placed, records
from passportkit.practice import BUILT_IN

KNOWN = ["a", "b", "c", "d"]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([["b", "a"], ["d", "c"]], [["b", "a"], ["d", "c"]]),  # the page orders
        ([["b", "a"], ["d"]], [["b", "c", "a"], ["d"]]),  # a new one: behind the one above it
        ([["b"], ["d", "c"]], [["a", "b"], ["d", "c"]]),  # and the first of all: in front
        ([["a", "b", "x"], ["c", "d"]], [["a", "b"], ["c", "d"]]),  # one that is no more
        ([[], []], [["a", "b", "c", "d"], []]),
    ],
)
def test_facts_stand_where_the_page_has_them(told, expected):
    assert placed(told, KNOWN) == expected


def test_a_row_of_a_fact_is_made_of_the_model():
    page = """\
<!-- begin facts: made by make generate -->
| key | title | what | example |
| --- | --- | --- | --- |
| `team` | old words |
<!-- end facts -->
"""
    [made] = facts(page, "en")
    lines = made.splitlines()
    assert lines[0] == "| key | title | what | example |"
    assert {line.split("`")[1] for line in lines[2:]} == set(BUILT_IN.fields) - {"title"}
    assert (
        "| `team` | Team | *List or text.* The leader and the team: who they are and what they did."
        " | see [below](#team) |"
    ) in lines
    assert (
        "| `costs_total` | Total of the costs | May be left out: it is computed where all amounts "
        "are exact. | `304 736,40` |"
    ) in lines


def test_a_record_has_its_key_its_main_field_and_its_table():
    part = records("en").partition("### `links`")[2].partition("###")[0]
    assert part.splitlines() == [
        "",
        "",
        "One text alone fills `url`.",
        "",
        "| key | title | what | example |",
        "| --- | --- | --- | --- |",
        "| `name` | Name of the page | What the page is: the official site, a group in a social "
        "network. | `Сообщество клубов в социальной сети «ВКонтакте»` |",
        "| `url` | Address of the page | The full address, from https:// on. | "
        "`https://kluby.example.org` |",
        "",
    ]


def test_what_has_no_example_or_no_main_field_does_without():
    assert "| `text` | Text | The words as they stood there. Required. |  |" in records("en")
    assert "| `separator` | Sign between name and position | What stands" in records("en")
    assert '`" – "` |' in records("en")


def test_the_tables_are_russian_in_russian():
    assert "Просто текст вместо записи попадает в `changes`." in records("ru")
    assert "| `unit` | Единица измерения | Единица измерения обоих значений. |" in records("ru")
