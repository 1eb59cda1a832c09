"""Sums of money: «99 000,00», «55 486,4», «1,5 млн руб.», «721,4 тыс. руб. ежегодно»."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cached_property

from passportkit.practice.quantity import NUMBER, decimal
from passportkit.practice.view import View
from passportkit.practice.words import BLANKS, ValueWords
from passportkit.text.pattern import pattern

NO_BREAK = "\N{NO-BREAK SPACE}"

_SCALES = {"тыс": 1_000, "млн": 1_000_000, "миллион": 1_000_000, "млрд": 1_000_000_000}
"""How many roubles the words stand for that begin so."""

_AMOUNT = pattern(
    rf"(?P<number>{NUMBER})"
    rf"(?:[{BLANKS}]*(?P<scale>тыс(?:яч[аи]?)?|млн|миллион(?:а|ов)?|млрд)\.?)?"
    rf"(?:[{BLANKS}]*(?:руб(?:л(?:ей|я|ь))?|р|₽)\.?)?",
    re.IGNORECASE,
)
_IN_THOUSANDS = pattern(rf"({NUMBER})[{BLANKS}]*тыс\.?[{BLANKS}]*(?:руб\.?|рублей)")


def roubles(amount: Decimal) -> str:
    """Write an amount as official papers do: «304 736,40», its classes kept together."""
    return f"{amount:,.2f}".replace(",", NO_BREAK).replace(".", ",")


def thousands(amount: Decimal) -> str:
    """Write an amount of roubles in thousands, exactly, without idle zeros: «304,7364»."""
    digits = f"{amount / 1000:,.5f}".rstrip("0").rstrip(".")
    return digits.replace(",", NO_BREAK).replace(".", ",")


class Money(ValueWords):
    """A sum of money in the author's words."""

    @cached_property
    def amount(self) -> Decimal | None:
        """The exact sum in roubles; None where the words say more, or less, than a sum."""
        found = self._sum
        return None if found is None else decimal(found["number"]) * _factor(found)

    @property
    def is_read(self) -> bool:
        """Whether the words say a sum, and nothing beside it."""
        return self.amount is not None

    @property
    def rounding(self) -> Decimal:
        """By how much a sum in thousands or millions may be rounded; roubles are exact."""
        found = self._sum
        if found is None or (factor := _factor(found)) == 1:
            return Decimal(0)
        decimals = re.search(r"[.,](\d+)", found["number"])
        return Decimal(factor).scaleb(-len(decimals[1]) if decimals else 0) / 2

    @cached_property
    def _sum(self) -> re.Match[str] | None:
        return _AMOUNT.fullmatch(str(self))  # a match of the value itself would hold it for ever


def _factor(found: re.Match[str]) -> int:
    scale = (found["scale"] or "").lower()
    return next((factor for name, factor in _SCALES.items() if scale.startswith(name)), 1)


def total(amounts: Iterable[Money | None]) -> Decimal | None:
    """Add sums up; None unless there is one at least and every one is exact."""
    exact = [money.amount if money else None for money in amounts]
    known = [amount for amount in exact if amount is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(exact) else None


def in_thousands(money: str | None) -> str:
    """Show a sum where the form fixes the unit «тыс. рублей»; other words stay words."""
    if found := _IN_THOUSANDS.fullmatch(money or ""):
        return found[1]
    amount = Money(money or "").amount
    return (money or "") if amount is None else thousands(amount)


def from_thousands(text: str) -> tuple[str] | None:
    """Take the number of a cell whose unit is «тыс. рублей» back to a sum of money."""
    return (f"{text} тыс. руб.",) if re.fullmatch(NUMBER, text) else None


def view_in_thousands(view: View) -> View:
    """Return the view that shows in thousands of roubles the sum that another shows."""
    return view._replace(
        format=lambda *values: in_thousands(view.format(*values)),
        parse=lambda text, *_given: from_thousands(text),
    )
