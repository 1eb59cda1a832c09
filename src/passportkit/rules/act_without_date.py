"""A legal act is cited without its date."""

from __future__ import annotations

from collections.abc import Iterator

from passportkit.findings import Finding, Severity
from passportkit.language import mark, say
from passportkit.rules.act_citation import goes_without_date, has_date
from passportkit.rules.rule import Context, Rule


def check(context: Context) -> Iterator[Finding]:
    """Find acts whose words name no day."""
    for act, route in context.records("acts"):
        if act.act and not has_date(act.act) and not goes_without_date(act.act):
            yield RULE.found(
                (*route, "act"),
                say("this act has no date"),
                say("write the day when it was signed: от 12.03.2021"),
            )


RULE = Rule(
    "act-without-date",
    Severity.WARNING,
    check,
    finds=mark("a legal act is cited without its date"),
    why=mark(
        "An act is found by its date and number; its name alone fits many. A provision («Положение "
        "о …») has those of the act that approved it. Codes, the constitution and charters may go "
        "without."
    ),
    bad="""\
acts:
  - act: Постановление администрации города Светлоречье № 214 «О соседских клубах»
    adopted: Клубам предоставлены помещения
""",
    good="""\
acts:
  - act: Постановление администрации города Светлоречье от 12.03.2021 № 214 «О соседских клубах»
    adopted: Клубам предоставлены помещения
""",
    of_a_value=True,
)
