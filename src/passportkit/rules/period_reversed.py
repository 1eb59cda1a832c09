"""A period ends before it begins."""

from __future__ import annotations

import re
from collections.abc import Iterator

from passportkit.findings import Finding, Route, Severity
from passportkit.language import mark, say
from passportkit.practice.period import Period
from passportkit.rules.rule import Context, Rule
from passportkit.text.pattern import pattern

_YEARS = pattern(r"\d{4}.*?\d{4}", re.DOTALL)


def check(context: Context) -> Iterator[Finding]:
    """Find the periods that run backwards: of the practice, its stages, facts of one's own."""
    for period, route in context.values(Period):
        yield from _in_period(period, route)


def _in_period(period: Period, route: Route) -> Iterator[Finding]:
    # «декабрь – февраль 2020 года» begins in the year before: with one year nothing is reversed
    if period.dates and period.dates.is_reversed and _has_two_years(period):
        message = say(
            "the period ends on {end}, before it begins on {start}",
            start=f"{period.dates.start:%d.%m.%Y}",
            end=f"{period.dates.end:%d.%m.%Y}",
        )
        yield RULE.found(route, message, say("put the earlier date first"))


def _has_two_years(period: str) -> bool:
    return _YEARS.search(period) is not None


RULE = Rule(
    "period-reversed",
    Severity.ERROR,
    check,
    finds=mark("a period ends before it begins"),
    why=mark(
        "Two dates or years have changed places, or a year has a slip in it. Such an application "
        "is returned without being read further."
    ),
    bad="""\
period: 01.09.2020 – 31.05.2019
""",
    good="""\
period: 01.09.2019 – 31.05.2020
""",
    of_a_value=True,
)
