"""An indicator has no value before the practice."""

from __future__ import annotations

from collections.abc import Iterator

from passportkit.findings import Finding, Severity
from passportkit.language import mark, say
from passportkit.rules.indicator_rows import lacking
from passportkit.rules.rule import Context, Rule


def check(context: Context) -> Iterator[Finding]:
    """Find the indicators that say nothing of the time before the practice."""
    for route in lacking(context, "before", "after"):
        yield RULE.found(
            route,
            say("this indicator has no value before the practice"),
            say("write `before:`; where it is not known, leave the indicator out"),
        )


RULE = Rule(
    "indicator-without-before",
    Severity.WARNING,
    check,
    finds=mark("an indicator has no value before the practice"),
    why=mark(
        "An indicator shows what has changed only with both of its values. The form has a section "
        "for the time before and one for the time after, and the same indicators belong in both."
    ),
    bad="""\
indicators:
  - name: Доля жителей, участвующих в делах двора
    unit: "%"
    after: 10
""",
    good="""\
indicators:
  - name: Доля жителей, участвующих в делах двора
    unit: "%"
    before: 7
    after: 10
""",
)
