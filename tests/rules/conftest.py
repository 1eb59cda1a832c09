"""What tests of rules share: YAML in, `line:column rule` out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from passportkit.forms import Catalogue
from passportkit.rules import examine, file_rules, wanted_forms
from passportkit.source import read

HEAD = "passport: 1\ntitle: Клуб соседей\n"

Found = Callable[..., list[str]]

BROKEN = {each.name for each in file_rules.RULES} - {"unknown-field", "wrong-type"}
"""What is found in parts of a practice that a test has misspelt; the rest may be found besides."""


@pytest.fixture(scope="session")
def official() -> Catalogue:
    return Catalogue()


@pytest.fixture
def found(official: Catalogue) -> Found:
    """Return `found(text, rule)`: where a rule finds something in a part of a practice.

    The part begins in line 1; it has a title of its own or gets one. What other rules find in it is
    not counted.
    """

    def check(text: str, rule: str | None = None) -> list[str]:
        head = HEAD.partition("title:")[0] if text.startswith("title:") else HEAD
        source = read((text + "\n" + head).encode(), "клуб.yaml")
        forms = [official.form(name) for name in wanted_forms(source) or ()]
        findings = examine(source, forms, catalogue=official).findings
        kept = [each for each in findings if rule is None or each.rule == rule]
        if rule is not None:
            assert not {each.rule for each in findings} & BROKEN - {rule}, findings
        return [f"{each.place.line}:{each.place.column} {each.rule}" for each in kept if each.place]

    return check
