"""What somebody declares, and what is wrong with it."""

from __future__ import annotations

import pytest

from passportkit.facts.declarations import MOST_CHOICES, MOST_COLUMNS, MOST_FACTS
from passportkit.facts.declared import checked, declared_by
from passportkit.practice import BUILT_IN
from passportkit.source import read


def found(text: str) -> list[str]:
    """Return what is wrong with a file of facts, a line each."""
    loaded = checked(read(text.encode(), "facts.yaml"), BUILT_IN)
    return [
        f"{each.place.line}:{each.place.column} {each.message}"
        for each in loaded.findings
        if each.place
    ]


def advice(text: str) -> list[str]:
    loaded = checked(read(text.encode(), "facts.yaml"), BUILT_IN)
    return [str(each.help) for each in loaded.findings]


SOUND = """\
facts:
  village_population:
    {title: Население, description: Сколько, example: "1 240", type: number, unit: чел.}
  themes: {title: Темы, type: choice, choices: [спорт, культура], several: true, other: true}
  legal: {title: Юридическое лицо, type: yes-no, details: Дата}
  remarks: {title: Замечания}
  council:
    title: Совет
    type: table
    columns: {member: {title: ФИО, type: person}, since: {title: С какого дня, type: date}}
"""


def test_a_sound_file_has_nothing_wrong():
    assert found(SOUND) == []
    assert [*declared_by(read(SOUND.encode(), "facts.yaml"))] == [
        *("village_population", "themes", "legal", "remarks", "council")
    ]


@pytest.mark.parametrize(
    ("declared", "said"),
    [
        ("{type: text}", "2:11 the field “title” is missing"),
        ("{title: А, type: color}", "2:28 “color” is not known here"),
        ("{title: А, kind: text}", "2:22 there is no field “kind” here"),
        ("{title: А, unit: чел.}", "2:11 `unit` is not said of the type `text`"),
        (
            "{title: А, type: number, choices: [а, б]}",
            "2:11 `choices` is not said of the type `number`",
        ),
        ("{title: А, type: choice}", "2:11 the type `choice` needs `choices`"),
        ("{title: А, type: table}", "2:11 the type `table` needs `columns`"),
        ("{title: А, type: choice, choices: [а]}", "2:45 this list has too many items, or too few"),
        (
            "{title: А, type: table, columns: {b: {title: Б, type: table, columns: {c: {title: В"
            "}}}}}",
            "2:11 a column cannot be a table",
        ),
        ("{title: \u200b}", "2:19 there are no words here"),
    ],
)
def test_what_is_wrong_with_a_declaration_is_said_at_its_place(declared, said):
    assert found(f"facts:\n  fact_1: {declared}\n") == [said]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("title", "practices have a field “title” already"),
        ("costs", "practices have a field “costs” already"),
        ("unplaced", "practices have a field “unplaced” already"),
        ("class", "no fact can be called “class”: the program keeps this word for itself"),
        ("copy", "no fact can be called “copy”: the program keeps this word for itself"),
        (
            "model_config",
            "no fact can be called “model_config”: the program keeps this word for itself",
        ),
        ("Population", "no fact can be called “Population”"),
        ("население", "no fact can be called “население”"),
        ("a__b", "no fact can be called “a__b”"),
    ],
)
def test_a_name_that_cannot_be_is_refused(name, said):
    assert found(f"facts:\n  {name}: {{title: А}}\n") == [f"2:3 {said}"]


@pytest.mark.parametrize("name", ["value_fields", "main", "line"])
def test_a_column_has_no_name_that_records_keep(name):
    text = f"facts:\n  a: {{title: А, type: table, columns: {{{name}: {{title: Б}}}}}}\n"
    assert len(found(text)) == 1
    assert "keeps this word for itself" in found(text)[0]


def test_what_is_wrong_with_one_fact_stops_no_other():
    text = "facts:\n  title: {title: А}\n  a: {type: text}\n  b: {title: Б}\n"
    assert [*declared_by(read(text.encode(), "facts.yaml"))] == ["b"]


@pytest.mark.parametrize(
    "text",
    [
        "facts:\n" + "".join(f"  f{n}: {{title: А}}\n" for n in range(MOST_FACTS + 1)),
        "facts:\n  a:\n    title: А\n    type: table\n    columns:\n"
        + "".join(f"      f{n}: {{title: А}}\n" for n in range(MOST_COLUMNS + 1)),
        "facts:\n  a:\n    title: А\n    type: choice\n    choices:\n"
        + "".join(f"      - {n}\n" for n in range(MOST_CHOICES + 1)),
    ],
    ids=["facts", "columns", "choices"],
)
def test_there_may_not_be_too_many(text):
    assert len(found(text)) == 1


@pytest.mark.parametrize("text", ["", "passport: 1\n", "- a\n", "facts: да\n"])
def test_a_file_that_declares_nothing_is_told(text):
    assert len(found(text)) >= 1


def test_an_empty_file_is_told_how_one_begins():
    assert advice("") == ["a file of facts begins with `facts:`"]
