"""The first and the last day of a period, each in a cell of its own."""

from passportkit.language import mark
from passportkit.practice.period import Period, period_between
from passportkit.practice.view import partial_view


def _first(period: str) -> str:
    return Period(period).ends[0]


def _last(period: str) -> str:
    return Period(period).ends[1]


PERIOD_VIEWS = {
    "started": partial_view(
        "period",
        _first,
        lambda text, known: period_between(text, _last(known or "")),
        mark("The first day of the period."),
    ),
    "finished": partial_view(
        "period",
        _last,
        lambda text, known: period_between(_first(known or ""), text),
        mark("The last day of the period."),
    ),
}
"""Cells that show one end of the `period` of a record, or of the practice."""
