"""What tests of rules share: YAML in, `line:column rule` out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from passportkit.forms import Catalogue
from passportkit.rules import examine, wanted_forms
from passportkit.source import read

HEAD = "passport: 1\ntitle: Клуб соседей\n"

Found = Callable[..., list[str]]


@pytest.fixture(scope="session")
def official() -> Catalogue:
    return Catalogue()


@pytest.fixture
def found(official: Catalogue) -> Found:
    """Return `found(text, rule)`: where a rule finds something in a part of a practice.

    The part begins in line 1. What sections its forms miss besides is not counted.
    """

    def check(text: str, rule: str | None = None) -> list[str]:
        source = read((text + "\n" + HEAD).encode(), "клуб.yaml")
        forms = [official.form(name) for name in wanted_forms(source) or ()]
        findings = examine(source, forms, catalogue=official).findings
        kept = [each for each in findings if rule is None or each.rule == rule]
        if rule is not None:
            others = {each.rule for each in findings} - {
                rule,
                "missing-section",
                "empty-section",
                "unknown-field",
            }
            assert others <= EXPECTED, others
        return [f"{each.place.line}:{each.place.column} {each.rule}" for each in kept if each.place]

    return check


EXPECTED = frozenset(
    [
        "act-without-date",
        "act-without-number",
        "contact-missing",
        "cost-without-source",
        "indicator-without-unit",
        "unreadable-value",
        "personal-contact",
        "phone-number",
        "wrong-type",
        "period-reversed",
        "people-counted-in-pieces",
        "indicator-without-after",
        "indicator-without-before",
    ]
)
"""What may be found besides, in parts that a test keeps short."""
