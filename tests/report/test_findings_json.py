"""JSON, held against its schema, which is a promise to other programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from passportkit.language import translator
from passportkit.report.findings_json import VERSION, show
from tests.report.conftest import Check, text_of

SCHEMA = Path(__file__).parents[2] / "schemas" / "findings.schema.json"


@pytest.fixture(scope="module")
def validator() -> Draft7Validator:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_it_is_valid(
    report: Check, clean: Check, validator: Draft7Validator, language: str
) -> None:
    for each in (report, clean, Check(())):
        validator.validate(json.loads(text_of(show, each, translator(language))))


def test_it_says_everything(report: Check) -> None:
    data = json.loads(text_of(show, report, translator("ru")))
    first = data.pop("findings")[0]
    assert data == {
        "version": 1,
        "program": {"name": "passport", "version": "9.8.7"},
        "language": "ru",
        "exit_code": 2,
        "counts": {"error": 2, "warning": 1, "info": 1},
        "files": ["дворы/Клуб № 1.yaml", "b.yaml", "c.yaml"],
    }
    assert first == {
        "path": "дворы/Клуб № 1.yaml",
        "line": 4,
        "column": 3,
        "end_line": 4,
        "end_column": 4,
        "rule": "empty-section",
        "severity": "error",
        "message": "пункт списка пуст",
        "help": "заполните его или удалите дефис",
        "route": ["goals", 0],
        "fingerprint": first["fingerprint"],
    }


def test_the_schema_names_every_property_that_is_printed(
    report: Check, validator: Draft7Validator
) -> None:
    data = json.loads(text_of(show, report, translator("en")))
    assert set(data) == set(validator.schema["properties"])
    finding = validator.schema["definitions"]["finding"]
    assert all(set(each) == set(finding["properties"]) for each in data["findings"])
    assert validator.schema["properties"]["version"]["const"] == VERSION


def test_letters_are_letters(report: Check) -> None:
    assert "пункт списка пуст" in text_of(show, report, translator("ru"))
