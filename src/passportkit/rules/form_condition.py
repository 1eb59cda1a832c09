"""A practice does not meet a condition of its form."""

from __future__ import annotations

from collections.abc import Iterator

from passportkit.findings import Finding, Route, Severity
from passportkit.forms.demands import demand_of
from passportkit.forms.fact_ways import way_to
from passportkit.forms.figure_formulas import names_of
from passportkit.forms.model import Condition, Form
from passportkit.language import mark, say
from passportkit.practice import Practice
from passportkit.rules.rule import Context, Rule


def check(context: Context) -> Iterator[Finding]:
    """Find the conditions that are not met; where a value is missing or not exact, none is."""
    for form in context.forms:
        seen = context.practice.seen_by(form.name)
        for condition in form.conditions or ():
            demand = demand_of(condition.that)
            names = [*names_of(demand.formula)]
            if any(context.is_spoilt(_field(context.practice, form, name)) for name in names):
                continue
            if figure := demand.broken_by(seen):
                yield _finding(form, condition, figure, _place(context.practice, form, names[0]))


def _finding(form: Form, condition: Condition, figure: str, route: Route) -> Finding:
    found = RULE.found(
        route,
        say("{words} (condition of the form “{form}”)", words=condition.says, form=form.name),
        say("here it is {figure}: `{condition}`", figure=figure, condition=condition.that),
    )
    return found._replace(severity=Severity(condition.severity))


def _field(practice: Practice, form: Form, name: str) -> Route:
    return practice.route_of(form.name, name.partition(".")[0])


def _place(practice: Practice, form: Form, name: str) -> Route:
    """Return where the file says a fact, of many values where it says their list."""
    way = way_to(type(practice), name)
    assert way is not None
    field = _field(practice, form, name)
    if way.is_list:
        return field
    items = getattr(practice.seen_by(form.name), str(way.steps[0]))
    return (*field, *(len(items) - 1 if step == -1 else step for step in way.steps[1:]))


RULE = Rule(
    "form-condition",
    Severity.ERROR,
    check,
    finds=mark("a condition of the form is not met"),
    why=mark(
        "A contest demands own funds of a tenth at least, or a sum of half a million at most, and "
        "sends back what does not meet it. The form says its conditions and how much each weighs; "
        "`passport form show` names them. In the example it demands 500,000 roubles at most."
    ),
    bad="""\
forms: [short-story]
budget: 620 000,00
""",
    good="""\
forms: [short-story]
budget: 480 000,00
""",
)
