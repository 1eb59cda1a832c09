"""SARIF, held against the schema that OASIS publishes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from passportkit.language import translator
from passportkit.report.result import CheckedFile
from passportkit.report.sarif import show
from passportkit.source import Source
from tests.report.conftest import EMPTY_ITEM, UNREADABLE, Check, checked, text_of

SCHEMA = Path(__file__).parent / "schemas" / "sarif-schema-2.1.0.json"


@pytest.fixture(scope="module")
def validator() -> Draft4Validator:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return Draft4Validator(schema, format_checker=Draft4Validator.FORMAT_CHECKER)


def run_of(report: Check, language: str = "en") -> Any:
    return json.loads(text_of(show, report, translator(language)))["runs"][0]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_it_is_valid(
    report: Check, clean: Check, validator: Draft4Validator, language: str
) -> None:
    for each in (report, clean, Check(())):
        validator.validate(json.loads(text_of(show, each, translator(language))))


def test_the_schema_would_find_a_mistake(report: Check, validator: Draft4Validator) -> None:
    data = json.loads(text_of(show, report, translator("en")))
    data["runs"][0]["results"][0]["level"] = "major"
    assert not validator.is_valid(data)


def test_a_result_says_what_where_and_what_to_do(report: Check) -> None:
    first, *others = run_of(report)["results"]
    assert first == {
        "ruleId": "empty-section",
        "ruleIndex": 0,
        "level": "error",
        "message": {"text": "an item of the list is empty\nhelp: write it, or delete the dash"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {
                        "uri": "%D0%B4%D0%B2%D0%BE%D1%80%D1%8B/"
                        "%D0%9A%D0%BB%D1%83%D0%B1%20%E2%84%96%201.yaml",
                        "uriBaseId": "%SRCROOT%",
                    },
                    "region": {"startLine": 4, "startColumn": 3, "endLine": 4, "endColumn": 4},
                }
            }
        ],
        "partialFingerprints": first["partialFingerprints"],
    }
    assert [each["level"] for each in others] == ["warning", "note", "error"]
    assert len({json.dumps(each["partialFingerprints"]) for each in [first, *others]}) == 4


def test_what_concerns_the_whole_file_has_its_first_line_and_no_columns(report: Check) -> None:
    regions = [
        each["locations"][0]["physicalLocation"]["region"] for each in run_of(report)["results"]
    ]
    assert regions[2:] == [{"startLine": 1}, {"startLine": 1}]


def test_rules_are_described_as_far_as_they_are_known(report: Check) -> None:
    rules = run_of(report)["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [
        "empty-section",
        "unknown-field",
        "unknown-form",
        "unreadable-file",
    ]
    assert rules[1] == {
        "id": "unknown-field",
        "shortDescription": {"text": "the file is empty"},
        "defaultConfiguration": {"level": "error", "enabled": True},
        "help": {
            "text": "keep one practice in one file",
            "markdown": "keep one practice in one file\n\n"
            "Wrong:\n\n```\nsumary: а\n```\n\n\nRight:\n\n```\nsummary: а\n```\n",
        },
    }


def test_results_point_to_their_rules(report: Check) -> None:
    run = run_of(report)
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_columns_are_characters_and_every_file_is_named(report: Check) -> None:
    run = run_of(report, "ru")
    assert (run["columnKind"], run["language"]) == ("unicodeCodePoints", "ru")
    assert [each["location"]["uri"] for each in run["artifacts"][1:]] == ["b.yaml", "c.yaml"]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("../a b.yaml", "../a%20b.yaml"),
        ("a:b#c?d%.yaml", "a%3Ab%23c%3Fd%25.yaml"),
        ("\udcff.yaml", "%FF.yaml"),
    ],
)
def test_any_name_is_an_address(path: str, uri: str, validator: Draft4Validator) -> None:
    report = Check((checked(EMPTY_ITEM, path=path),))
    artifact = run_of(report)["artifacts"][0]["location"]
    assert artifact["uri"] == uri
    validator.validate(json.loads(text_of(show, report, translator("en"))))


def test_another_drive_has_an_address_too(tmp_path: Path) -> None:
    far = CheckedFile(Source("a", "", None), str(tmp_path / "a.yaml"), (UNREADABLE,), 2)
    artifact = run_of(Check((far,)))["artifacts"][0]["location"]
    assert artifact == {"uri": (tmp_path / "a.yaml").as_uri()}
