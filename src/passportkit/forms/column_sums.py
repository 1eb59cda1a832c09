"""The sums below the columns of a table: worked out of its rows, and facts of nobody."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from passportkit.forms.shows import Rows, Show
from passportkit.practice import Facts, View
from passportkit.practice.money import NO_BREAK, Money, roubles, total
from passportkit.practice.quantity import Quantity

SUMMED = (Money, Quantity)
"""The kinds of values that can be added up."""


_DASHES = "-–—"


def sum_of(rows: Rows, column: Show, facts: type[Facts]) -> Show:
    """Return what shows the sum of a column of these rows.

    It shows nothing unless there is a value and all of them are exact. Cells without one, which may
    have a dash, count as nothing.
    """
    add_up = _money if column.is_of(Money) else _quantities

    def show(practice: Facts) -> str:
        found = rows.of(practice)
        texts = [] if isinstance(found, str) else [column.text(row) for row in found]
        return add_up([text for text in texts if text.strip(_DASHES)])

    return Show((), View((), show, lambda _text, *_given: None, given=(rows.field,)), facts)


def _money(texts: Sequence[str]) -> str:
    amount = total([Money(text) for text in texts])
    return "" if amount is None else roubles(amount)


def _quantities(texts: Sequence[str]) -> str:
    """Add up quantities of one unit, or of none."""
    exact = [_exact(text) for text in texts]
    known = [each for each in exact if each is not None]
    units = {unit for _number, unit in known}
    if len(known) < len(exact) or len(units) != 1:
        return ""
    number = sum((number for number, _unit in known), Decimal(0))
    digits = f"{number:,f}".replace(",", NO_BREAK).replace(".", ",")
    return NO_BREAK.join(filter(None, (digits, *units)))


def _exact(text: str) -> tuple[Decimal, str] | None:
    """Return the number that a text says exactly, and its unit."""
    measure = Quantity(text).measure
    if measure is None or measure.qualifier or measure.first != measure.last:
        return None
    return measure.first, measure.unit
