"""A result or an indicator is a bare number: of what, it does not say."""

from __future__ import annotations

from collections.abc import Iterator

from passportkit.findings import Finding, Severity
from passportkit.language import mark, say
from passportkit.rules.indicator_rows import has_unit, indicator_rows
from passportkit.rules.rule import Context, Rule


def check(context: Context) -> Iterator[Finding]:
    """Find the numbers whose unit stands neither in `unit`, nor beside them, nor in the name."""
    for row in indicator_rows(context):
        if row.record.unit or context.is_spoilt((*row.route, "unit")):
            continue
        measures = [value.measure for value in row.values.values()]
        if not any(measures) or any(each and each.unit for each in measures):
            continue
        if not has_unit(row.name):
            yield RULE.found(
                (*row.route, row.name_field if row.name else row.value_fields[0]),
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
