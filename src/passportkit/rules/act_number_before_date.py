"""The number of a legal act stands before its date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from passportkit.findings import Finding, Severity
from passportkit.language import mark, say
from passportkit.rules.act_citation import BLANK, DATE, NUMBER
from passportkit.rules.rule import Context, Rule
from passportkit.text.pattern import pattern

_REVERSED = pattern(
    rf"(?:\bот{BLANK}++)?(?P<number>{NUMBER}){BLANK}*+(?:,{BLANK}*+)?от{BLANK}++(?P<date>{DATE})",
    re.IGNORECASE,
)
_DATED = pattern(rf"\bот{BLANK}+{DATE}{BLANK}*(?:г(?:\.|ода))?,?{BLANK}*$", re.IGNORECASE)
_LONGEST = 80
"""Characters that a date takes before the number, at most."""


def check(context: Context) -> Iterator[Finding]:
    """Find citations such as «№ 214 от 12.03.2021», also with «от» twice."""
    for act, route in context.records("acts"):
        for found in _REVERSED.finditer(act.act or ""):
            number = found.start("number")
            if not _DATED.search(act.act, max(0, number - _LONGEST), number):
                yield RULE.found(
                    (*route, "act"),
                    say("the number of the act stands before its date"),
                    say("write: от {date} {number}", date=found["date"], number=found["number"]),
                    span=found.span(),
                )


RULE = Rule(
    "act-number-before-date",
    Severity.WARNING,
    check,
    finds=mark("the number of a legal act stands before its date"),
    why=mark(
        "Rules of office work have one order: kind of act, who issued it, date, number, name. "
        "Moving them about also leaves an «от» too many."
    ),
    bad="""\
acts:
  - act: Постановление администрации города Светлоречье от № 214 от 12.03.2021 «О соседских клубах»
    adopted: Клубам предоставлены помещения
""",
    good="""\
acts:
  - act: Постановление администрации города Светлоречье от 12.03.2021 № 214 «О соседских клубах»
    adopted: Клубам предоставлены помещения
""",
    of_a_value=True,
)
