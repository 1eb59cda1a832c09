"""The declared total of the costs is not what their lines add up to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from passportkit.findings import Finding, Severity
from passportkit.language import Message, mark, say
from passportkit.practice.costs import Cost
from passportkit.practice.money import Money, roubles, total
from passportkit.rules.rule import Context, Rule

_PART_OF = ("в том числе", "в т. ч.", "в т.ч.", "из них")


def check(context: Context) -> Iterator[Finding]:
    """Compare the total with the sum of the lines, where all of them are exact."""
    for sight in context.sights("costs", "costs_total"):
        declared, costs = sight.practice.costs_total, sight.practice.costs
        if not declared or declared.amount is None or context.is_spoilt(sight.route("costs")):
            continue
        sums = sums_of(costs)
        if sums and not any(agrees(declared, each) for each in sums):
            yield RULE.found(
                sight.route("costs_total"),
                say("the lines of the costs add up to {sum}", sum=roubles(sums[0])),
                _advice(sums[0] - declared.amount),
            )


def _advice(lacking: Decimal) -> Message:
    difference = roubles(abs(lacking))
    if lacking > 0:
        return say(
            "the total is too low by {difference}: correct it or a line", difference=difference
        )
    return say("the total is too high by {difference}: correct it or a line", difference=difference)


def sums_of(costs: Sequence[Cost] | None) -> list[Decimal]:
    """Return what the lines add up to, with and without those that are parts of others."""
    lines = costs or ()
    whole = [cost for cost in lines if not (cost.item or "").lower().startswith(_PART_OF)]
    sums = [total([cost.amount for cost in some]) for some in (lines, whole)]
    return [each for each in sums if each is not None]


def agrees(declared: Money, amount: Decimal) -> bool:
    """Whether a sum is the amount; in thousands or millions, as far as its last figure says."""
    return declared.amount is not None and abs(declared.amount - amount) <= declared.rounding


RULE = Rule(
    "costs-total",
    Severity.ERROR,
    check,
    finds=mark("the total of the costs is not the sum of their lines"),
    why=mark(
        "Sums that do not agree are the first thing an expert sees, and the commonest reason for "
        "an application to come back. The comparison is exact to the kopeck; a total in thousands "
        "or millions may be rounded. Leave `costs_total` out, and it is computed."
    ),
    bad="""\
funding_source: Бюджет города Светлоречье
costs:
  - item: Сувенирная продукция
    amount: 47 250,00
  - item: Аренда зала
    amount: 30 000,00
costs_total: 77 520,00
""",
    good="""\
funding_source: Бюджет города Светлоречье
costs:
  - item: Сувенирная продукция
    amount: 47 250,00
  - item: Аренда зала
    amount: 30 000,00
costs_total: 77 250,00
""",
)
