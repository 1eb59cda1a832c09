"""An indicator has no value after the practice."""

from __future__ import annotations

from collections.abc import Iterator

from passportkit.findings import Finding, Severity
from passportkit.language import mark, say
from passportkit.rules.indicator_rows import lacking
from passportkit.rules.rule import Context, Rule


def check(context: Context) -> Iterator[Finding]:
    """Find the indicators that say nothing of the time after the practice."""
    for route in lacking(context, "after", "before"):
        yield RULE.found(
            route,
            say("this indicator has no value after the practice"),
            say("write `after:`; where it is not known, leave the indicator out"),
        )


RULE = Rule(
    "indicator-without-after",
    Severity.WARNING,
    check,
    finds=mark("an indicator has no value after the practice"),
    why=mark(
        "An indicator shows what has changed only with both of its values. What is described "
        "before the practice and not after it looks as if nothing had come of it."
    ),
    bad="""\
indicators:
  - name: Доля жителей, участвующих в делах двора
    unit: "%"
    before: 7
""",
    good="""\
indicators:
  - name: Доля жителей, участвующих в делах двора
    unit: "%"
    before: 7
    after: 10
""",
)
