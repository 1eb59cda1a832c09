"""The examples are what we would hand in ourselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from passportkit.forms import Catalogue
from passportkit.rules import examine, wanted_forms
from passportkit.source import read

PRACTICES = sorted((Path(__file__).parents[1] / "examples" / "practices").glob("*.yaml"))
CATALOGUE = Catalogue()


def ids(path: Path) -> str:
    return path.stem


def test_there_are_several_of_different_kinds():
    assert len(PRACTICES) >= 4


@pytest.mark.parametrize("path", PRACTICES, ids=ids)
def test_an_example_has_no_finding_in_any_of_its_forms(path):
    source = read(path.read_bytes(), path.name)
    forms = [CATALOGUE.form(name) for name in wanted_forms(source) or ()]
    assert forms
    examined = examine(source, forms, catalogue=CATALOGUE)
    assert [str(finding.message) for finding in examined.findings] == []


def test_one_example_is_complete_for_several_forms_and_says_something_otherwise_for_some():
    source = read((PRACTICES[0].parent / "sosedskie-kluby.yaml").read_bytes(), "example")
    forms = set(wanted_forms(source) or ())
    examined = examine(source, [], catalogue=CATALOGUE)
    assert examined.practice
    otherwise = set(examined.practice.for_ or {})
    assert otherwise
    assert otherwise < forms <= set(CATALOGUE.names())


@pytest.mark.parametrize("path", PRACTICES, ids=ids)
def test_addresses_in_an_example_lead_nowhere(path):
    text = path.read_text(encoding="utf-8")
    for line in text.splitlines():
        if "@" in line or "://" in line:
            assert "example.org" in line
