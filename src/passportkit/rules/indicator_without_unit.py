"""A result or an indicator is a bare number: of what, it does not say."""

from __future__ import annotations

from collections.abc import Iterator

from passportkit.findings import Finding, Severity
from passportkit.language import mark, say
from passportkit.rules.counted import has_unit, rows
from passportkit.rules.rule import Context, Rule


def check(context: Context) -> Iterator[Finding]:
    """Find the numbers whose unit stands neither in `unit`, nor beside them, nor in the name."""
    for row, route, field, values in rows(context):
        if row.unit or context.is_spoilt((*route, "unit")):
            continue
        measures = [value.measure for value in values if value]
        if not any(measures) or any(each and each.unit for each in measures):
            continue
        name = getattr(row, field)
        if not name or not has_unit(name):
            place = field if name else "value" if field == "indicator" else "before"
            yield RULE.found(
                (*route, place),
                say("this indicator has no unit"),
                say("write `unit:`, such as чел., ед., %"),
            )


RULE = Rule(
    "indicator-without-unit",
    Severity.WARNING,
    check,
    finds=mark("a result or an indicator has a number without a unit"),
    why=mark(
        "The forms ask for «Показатель, единица измерения»: a bare number says neither whether "
        "people or events were counted, nor whether it is a share. The unit may also stand beside "
        "the number, or in the name after a comma or in brackets."
    ),
    bad="""\
results:
  - indicator: Поддержанные инициативы жителей
    value: более 100
""",
    good="""\
results:
  - indicator: Поддержанные инициативы жителей
    unit: ед.
    value: более 100
""",
)
