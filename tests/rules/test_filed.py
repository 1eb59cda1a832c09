"""Forms as they are filed, put into YAML with their irregularities: each is found, and no more.

The words are invented; the irregularities are those of real documents.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from passportkit.forms import Catalogue
from passportkit.rules import examine, wanted_forms
from passportkit.source import read

FILED = Path(__file__).parent / "filed"
EXAMPLES = Path(__file__).parents[2] / "examples" / "practices"

FOUND = {
    "algorithm": """\
18:1 missing-section
25:8 formal-answer
26:13 formal-answer
""",
    "grant-card-declined": """\
12:71 link-address
""",
    "grant-card-won": """\
5:3 link-address
""",
    "practice-passport": """\
32:54 people-counted-in-pieces
33:72 people-counted-in-pieces
101:42 personal-contact
103:13 personal-contact
107:7 personal-contact
110:42 personal-contact
111:13 personal-contact
113:41 personal-contact
114:13 personal-contact
""",
    "project-passport": """\
20:17 indicator-without-unit
22:99 people-counted-in-pieces
24:17 indicator-without-unit
25:17 indicator-without-unit
44:55 act-number-before-date
47:10 act-without-date
47:10 act-without-number
49:59 act-number-before-date
60:13 unreadable-value
62:13 unreadable-value
""",
}


def found(catalogue: Catalogue, path: Path) -> str:
    source = read(path.read_bytes(), path.name)
    forms = [catalogue.form(name) for name in wanted_forms(source) or ()]
    findings = examine(source, forms, catalogue=catalogue).findings
    places = [(each.place, each.rule) for each in findings]
    return "".join(f"{at.line}:{at.column} {rule}\n" for at, rule in places if at)


@pytest.mark.parametrize("name", FOUND)
def test_each_irregularity_is_found_and_nothing_else(official, name):
    assert found(official, FILED / f"{name}.yaml") == FOUND[name]


def test_every_filed_form_is_here():
    assert sorted(path.stem for path in FILED.glob("*.yaml")) == sorted(FOUND)


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.yaml")), ids=lambda path: path.stem)
def test_nothing_is_found_in_the_examples(official, path):
    assert found(official, path) == ""
