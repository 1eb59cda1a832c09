"""JSON, held against its schema, which is a promise to other programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from passportkit.language import translator
from passportkit.report.findings_json import VERSION, show
from passportkit.report.result import Report

SCHEMA = Path(__file__).parents[2] / "schemas" / "findings.schema.json"


@pytest.fixture(scope="module")
def validator() -> Draft7Validator:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_it_is_valid(
    report: Report, clean: Report, validator: Draft7Validator, language: str
) -> None:
    for each in (report, clean, Report((), 3, "1")):
        validator.validate(json.loads(show(each, translator(language), 80)))


def test_it_says_everything(report: Report) -> None:
    data = json.loads(show(report, translator("ru"), 80))
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
    report: Report, validator: Draft7Validator
) -> None:
    data = json.loads(show(report, translator("en"), 80))
    assert set(data) == set(validator.schema["properties"])
    finding = validator.schema["definitions"]["finding"]
    assert all(set(each) == set(finding["properties"]) for each in data["findings"])
    assert validator.schema["properties"]["version"]["const"] == VERSION


def test_letters_are_letters(report: Report) -> None:
    assert "пункт списка пуст" in show(report, translator("ru"), 80)
