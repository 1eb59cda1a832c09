"""Forms as they are filed, put into YAML with their irregularities: each is found, and no more.

The words are invented; the irregularities are those of real documents. What is to be found in
`filed/NAME.yaml` stands beside it, in `NAME.found`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from passportkit.forms import Catalogue
from passportkit.rules import examine, wanted_forms
from passportkit.source import read

FILED = Path(__file__).parent / "filed"
EXAMPLES = Path(__file__).parents[2] / "examples" / "practices"


def found(catalogue: Catalogue, path: Path) -> str:
    source = read(path.read_bytes(), path.name)
    forms = [catalogue.form(name) for name in wanted_forms(source) or ()]
    findings = examine(source, forms, catalogue=catalogue).findings
    places = [(each.place, each.rule) for each in findings]
    return "".join(f"{at.line}:{at.column} {rule}\n" for at, rule in places if at)


@pytest.mark.parametrize("path", sorted(FILED.glob("*.yaml")), ids=lambda path: path.stem)
def test_each_irregularity_is_found_and_nothing_else(official, path):
    assert found(official, path) == path.with_suffix(".found").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.yaml")), ids=lambda path: path.stem)
def test_nothing_is_found_in_the_examples(official, path):
    assert found(official, path) == ""
