"""An act that was neither adopted nor amended stands in no table of any form."""

from __future__ import annotations

from collections.abc import Iterator

from passportkit.findings import Finding, Severity
from passportkit.language import mark, say
from passportkit.rules.rule import Context, Rule


def check(context: Context) -> Iterator[Finding]:
    """Find the acts of which nothing is said but their words."""
    for act, route in context.records("acts"):
        if act.act and not act.adopted and not act.amended:
            yield RULE.found(
                (*route, "act"),
                say("this act is neither adopted nor amended, so no form will show it"),
                say("add `adopted:` or `amended:` to it, with what that brought"),
            )


RULE = Rule(
    "act-in-no-table",
    Severity.WARNING,
    check,
    finds=mark("a legal act is neither adopted nor amended"),
    why=mark(
        "Forms list the acts that were adopted for a practice and those that were amended. An act "
        "of which neither is said stands in no table, and its words would be lost without a sound. "
        "An act that only gave the occasion belongs among the opportunities."
    ),
    bad="""\
acts:
  - act: Постановление администрации города Светлоречье от 12.08.2022 № 614 «О клубах»
""",
    good="""\
acts:
  - act: Постановление администрации города Светлоречье от 12.08.2022 № 614 «О клубах»
    adopted: Клубы бесплатно занимают читальные залы до 21 часа
""",
)
