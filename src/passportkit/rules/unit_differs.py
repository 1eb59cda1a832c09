"""A number stands in another unit than the fact is declared in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from passportkit.findings import Finding, Route, Severity
from passportkit.language import mark, say
from passportkit.practice.quantity import Quantity
from passportkit.rules.rule import Context, Rule
from passportkit.rules.ways import values_at


def check(context: Context) -> Iterator[Finding]:
    """Find the numbers with another unit; one without any is in that of the fact."""
    for name, declared in type(context.practice).declared.items():
        units = {(): declared.unit} if declared.unit else _units(declared.columns or {})
        for said, route in context.said(name):
            for way, unit in units.items():
                for value, at in values_at(said, way, route):
                    yield from _in_quantity(value, unit, at)


def _units(columns: Mapping[str, Any]) -> Mapping[tuple[str, ...], str]:
    return {(name,): column.unit for name, column in columns.items() if column.unit}


def _in_quantity(value: Quantity, unit: str, route: Route) -> Iterator[Finding]:
    measure = value.measure
    if measure and measure.unit and _same(measure.unit) != _same(unit):
        message = say(
            "this number is asked for in “{unit}”, not in “{given}”", unit=unit, given=measure.unit
        )
        yield RULE.found(route, message, say("convert it, and leave the unit out"))


def _same(unit: str) -> str:
    return unit.rstrip(".").lower().replace(" ", "")


RULE = Rule(
    "unit-differs",
    Severity.WARNING,
    check,
    finds=mark("a number stands in another unit than it is asked for in"),
    why=mark(
        "A form that asks for people and gets thousands of people prints a figure that nobody "
        "reads as it was meant. The unit is said where the fact is declared."
    ),
    bad="""\
village_population: 12,4 тыс. чел.
""",
    good="""\
village_population: 12 400
""",
    of_a_value=True,
)
