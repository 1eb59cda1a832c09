"""JUnit's report, held against the schema by which Jenkins reads it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from passportkit.findings import Finding, Severity
from passportkit.language import say, translator
from passportkit.report.junit import show
from tests.report.conftest import UNKNOWN, Check, checked, text_of

SCHEMA = Path(__file__).parent / "schemas" / "junit-10.xsd"


@pytest.fixture(scope="module")
def schema() -> Any:
    return etree.XMLSchema(file=str(SCHEMA))


def tree(report: Check, language: str = "en") -> Any:
    return etree.fromstring(text_of(show, report, translator(language)).encode())


@pytest.mark.parametrize("language", ["ru", "en"])
def test_it_is_valid(report: Check, clean: Check, schema: Any, language: str) -> None:
    for each in (report, clean, Check(())):
        schema.assertValid(tree(each, language))


def test_a_file_is_a_test_that_passes_fails_or_cannot_be_run(report: Check) -> None:
    suite = tree(report)[0]
    assert {name: suite.get(name) for name in ("tests", "failures", "errors")} == {
        "tests": "3",
        "failures": "1",
        "errors": "1",
    }
    assert [(case.get("name"), [each.tag for each in case]) for case in suite] == [
        ("дворы/Клуб № 1.yaml", ["failure"]),
        ("b.yaml", []),
        ("c.yaml", ["error"]),
    ]


def test_a_failure_says_how_much_and_all_of_it(report: Check) -> None:
    failure = tree(report)[0][0][0]
    assert failure.get("message") == "1 error, 1 warning, 1 note"
    assert failure.get("type") == "empty-section, unknown-field, unknown-form"
    assert failure.text.splitlines() == [
        "дворы/Клуб № 1.yaml:4:3: error empty-section: an item of the list is empty",
        "    help: write it, or delete the dash",
        "дворы/Клуб № 1.yaml:5:1: warning unknown-field: "
        "there is no field “50%,\\n: <b>&\\x00\\u202e” here",
        "дворы/Клуб № 1.yaml:1:1: note unknown-form: it is a folder",
    ]


def test_what_does_not_fail_is_said_beside_the_test(schema: Any) -> None:
    root = tree(Check((checked(UNKNOWN, code=0),)))
    schema.assertValid(root)
    assert [each.tag for each in root[0][0]] == ["system-out"]
    assert root[0].get("failures") == "0"


def test_what_xml_cannot_hold_breaks_nothing(schema: Any) -> None:
    words = say("there is no field “{name}” here", name="\ufffe]]>\udcff\r")
    finding = Finding("unknown-field", Severity.ERROR, words)
    root = tree(Check((checked(finding, path='"<\udcff\t>.yaml'),)))
    schema.assertValid(root)
    assert "“\ufffd]]>\ufffd\\r”" in root[0][0][0].text
    assert root[0][0].get("name") == '"<\ufffd\\t>.yaml'
