"""A legal act is cited without its number."""

from __future__ import annotations

from collections.abc import Iterator

from passportkit.findings import Finding, Severity
from passportkit.language import mark, say
from passportkit.rules.act_citation import goes_without_number, has_number
from passportkit.rules.rule import Context, Rule


def check(context: Context) -> Iterator[Finding]:
    """Find acts whose words have no number."""
    for act, route in context.records("acts"):
        if act.act and not has_number(act.act) and not goes_without_number(act.act):
            yield RULE.found(
                (*route, "act"),
                say("this act has no number"),
                say("write its registration number behind the date: от 12.03.2021 № 214"),
            )


RULE = Rule(
    "act-without-number",
    Severity.WARNING,
    check,
    finds=mark("a legal act is cited without its number"),
    why=mark(
        "An act is found by its date and number; on one day many are signed. A provision "
        "(«Положение о …») has those of the act that approved it. Codes, agreements, minutes and "
        "plans may go without; of an act that has none write «б/н»."
    ),
    bad="""\
acts:
  - act: Постановление администрации города Светлоречье от 12.03.2021 «О соседских клубах»
    adopted: Клубам предоставлены помещения
""",
    good="""\
acts:
  - act: Постановление администрации города Светлоречье от 12.03.2021 № 214 «О соседских клубах»
    adopted: Клубам предоставлены помещения
""",
    of_a_value=True,
)
