"""The declared budget is not what the costs come to."""

from __future__ import annotations

from collections.abc import Iterator

from passportkit.findings import Finding, Severity
from passportkit.language import mark, say
from passportkit.practice.money import roubles
from passportkit.rules.costs_total import agrees, sums_of
from passportkit.rules.rule import Context, Rule


def check(context: Context) -> Iterator[Finding]:
    """Compare the budget with the lines of the costs and with their declared total."""
    for sight in context.sights("budget", "costs", "costs_total"):
        budget, declared = sight.practice.budget, sight.practice.costs_total
        if not budget or budget.amount is None or context.is_spoilt(sight.route("costs")):
            continue
        sums = sums_of(sight.practice.costs)
        if declared and declared.amount is not None:
            sums.append(declared.amount)
        if sums and not any(agrees(budget, each) for each in sums):
            yield RULE.found(
                sight.route("budget"),
                say("the costs come to {sum}, not to this budget", sum=roubles(sums[-1])),
                say("correct one of both; without `budget` the total of the costs holds"),
            )


RULE = Rule(
    "budget-mismatch",
    Severity.WARNING,
    check,
    finds=mark("the budget is not what the costs come to"),
    why=mark(
        "One form shows the budget, another the costs line by line, and the experts have both "
        "before them. A budget in thousands or millions may be rounded."
    ),
    bad="""\
funding_source: Бюджет города Светлоречье
costs:
  - item: Обучение инструкторов
    amount: 180 400,00
  - item: Карта дворов
    amount: 96 000,00
budget: 300 000,00
""",
    good="""\
funding_source: Бюджет города Светлоречье
costs:
  - item: Обучение инструкторов
    amount: 180 400,00
  - item: Карта дворов
    amount: 96 000,00
budget: 276,4 тыс. руб.
""",
)
