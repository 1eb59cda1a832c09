"""`passport schema`, and the line by which an editor finds what it prints."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Passport, Write

LINE = "# yaml-language-server: $schema="


def test_it_prints_the_schema_of_a_practice(passport: Passport) -> None:
    ended = passport("schema")
    assert (ended.code, ended.err) == (0, "")
    schema = json.loads(ended.out)
    assert schema["required"] == ["title", "passport"]
    assert passport("schema", "practice", "-o", "-").out == ended.out


def test_it_prints_the_schema_of_a_form(passport: Passport) -> None:
    assert "sections" in json.loads(passport("schema", "form").out)["required"]


def test_its_words_are_in_the_language_of_the_call(passport: Passport) -> None:
    summary = [
        json.loads(passport("schema", "--lang", language).out)["definitions"]["Facts"][
            "properties"
        ]["summary"]["title"]
        for language in ("ru", "en")
    ]
    assert summary == ["Краткое описание", "Summary"]


def test_it_suggests_the_forms_of_the_workspace_too(passport: Passport, workspace: Write) -> None:
    suggested = json.loads(passport("schema").out)["properties"]["forms"]["anyOf"][0]["enum"]
    assert {"note", "algorithm"} <= set(suggested)


def test_it_writes_a_file_and_makes_it_new(passport: Passport) -> None:
    assert passport("schema", "-o", "practice.schema.json").lines == [
        "создан файл `practice.schema.json`"
    ]
    made = Path("practice.schema.json").read_text("utf-8")
    Path("practice.schema.json").write_text(made.replace("Краткое", "Старое"), encoding="utf-8")
    assert passport("schema", "-o", ".").code == 0
    assert Path("practice.schema.json").read_text("utf-8") == made


def test_what_is_no_schema_stays_as_it_is(passport: Passport, write: Write) -> None:
    write("klub.yaml", "моё")
    ended = passport("schema", "-o", "klub.yaml")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("passport: `klub.yaml` – не схема")
    assert Path("klub.yaml").read_text("utf-8") == "моё"


def test_an_unknown_schema_is_refused_with_those_there_are(passport: Passport) -> None:
    ended = passport("schema", "klub")
    assert ended.code == 2
    assert ended.err == "passport: схемы «klub» нет; есть: practice, form, facts\n"


# --- the line in a new practice -----------------------------------------------------------


@pytest.mark.parametrize("path", ["klub.yaml", "дворы/klub.yaml"])
def test_the_first_line_of_a_new_practice_leads_to_its_schema(
    passport: Passport, path: str
) -> None:
    passport("new", "Клуб", "-o", path)
    first = Path(path).read_text("utf-8").splitlines()[0]
    assert first.startswith(LINE)
    schema = Path(path).parent / first.removeprefix(LINE)
    assert schema.read_text("utf-8") == passport("schema").out


def test_a_practice_that_is_printed_has_no_such_line(passport: Passport, tmp_path: Path) -> None:
    assert LINE not in passport("new", "Клуб", "-o", "-").out
    assert list(tmp_path.iterdir()) == []


def test_what_is_in_the_way_of_the_schema_stays_and_nothing_leads_to_it(
    passport: Passport, write: Write
) -> None:
    write("practice.schema.json", "{}")
    assert passport("new", "Клуб").code == 0
    assert LINE not in Path("klub.yaml").read_text("utf-8")
    assert Path("practice.schema.json").read_text("utf-8") == "{}"


def test_where_no_practice_is_written_no_schema_is(passport: Passport, write: Write) -> None:
    write("klub.yaml", "моё")
    assert passport("new", "Клуб").code == 2
    assert not Path("practice.schema.json").exists()
