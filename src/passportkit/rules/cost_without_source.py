"""A line of the costs says not who pays."""

from __future__ import annotations

from collections.abc import Iterator

from passportkit.findings import Finding, Severity
from passportkit.forms.model import Form
from passportkit.forms.slots import TableSlot, slots_of
from passportkit.language import mark, say
from passportkit.rules.rule import Context, Rule


def check(context: Context) -> Iterator[Finding]:
    """Find lines without a source, where a form shows sources and the practice has none."""
    if context.forms and not any(map(_shows_sources, context.forms)):
        return
    for sight in context.sights("costs", "funding_source"):
        costs, route = sight.practice.costs or (), sight.route("costs")
        if sight.practice.funding_source or context.is_spoilt(sight.route("funding_source")):
            continue
        lacking = [(index, each) for index, each in enumerate(costs) if not each.is_blank]
        lacking = [(index, each) for index, each in lacking if not each.source]
        if len(lacking) > 1 and len(lacking) == len(costs):
            message = say("no line of the costs says who pays")
            yield RULE.found(route, message, _ADVICE, on_key=True)
            continue
        for index, cost in lacking:
            if not context.is_spoilt((*route, index, "source")):
                field = "item" if cost.item else "amount"
                message = say("this line of the costs says not who pays")
                yield RULE.found((*route, index, field), message, _ADVICE)


def _shows_sources(form: Form) -> bool:
    """Whether the form has a column for the source of each line."""
    return any(
        isinstance(slot, TableSlot)
        and slot.rows.field == "costs"
        and any(("source",) in cell.show.routes for cell in slot.cells)
        for slot in slots_of(form)
    )


_ADVICE = say("write `source:` in the line, or `funding_source:` for all lines at once")

RULE = Rule(
    "cost-without-source",
    Severity.WARNING,
    check,
    finds=mark("a line of the costs says not who pays"),
    why=mark(
        "The experts look at who pays for what. A line without a source of its own takes that of "
        "the practice, `funding_source`; where there is none either, its cell stays empty. Forms "
        "without such a column ask for nothing."
    ),
    bad="""\
costs:
  - item: Аренда зала
    amount: 30 000,00
    source: Бюджет города Светлоречье
  - item: Оказание услуг фотобудки
    amount: 8 000,00
""",
    good="""\
costs:
  - item: Аренда зала
    amount: 30 000,00
    source: Бюджет города Светлоречье
  - item: Оказание услуг фотобудки
    amount: 8 000,00
funding_source: Средства участников
""",
)
