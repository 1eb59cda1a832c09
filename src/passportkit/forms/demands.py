"""Demands: what a form demands of a figure, as in `share(own_money, budget) >= 10 %`."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Any, NamedTuple

from pydantic import AfterValidator, BaseModel

from passportkit.forms.computations import beside, figure_of, kind_of, printed
from passportkit.forms.fact_ways import FigureKind
from passportkit.forms.figure_formulas import RULE, Formula, formula_of
from passportkit.forms.formula_faults import FormulaFault, faults_in
from passportkit.language import say, shortened
from passportkit.practice.quantity import NUMBER, decimal
from passportkit.source.model_shape import misfit
from passportkit.text.pattern import pattern

_OPERATORS: Mapping[str, Callable[[Decimal, Decimal], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
    "=": operator.eq,
}

_DEMAND = pattern(
    r"(?P<formula>[^<>=]{1,200})(?P<operator>[<>]=?|=)"
    rf" *(?P<limit>{NUMBER}) *(?P<unit>%?) *"
)

_SHOWN = 60
"""How many characters of a wrong one are told."""


class Demand(NamedTuple):
    """A figure, how it is to compare with a limit, and whether that is said to be per cent."""

    formula: Formula
    operator: str
    limit: Decimal
    is_percent: bool

    def broken_by(self, record: Any) -> str:
        """Return the figure of a record that does not compare so, as it is printed, or ""."""
        figure, kind = figure_of(self.formula, record), kind_of(self.formula, type(record))
        if figure is None or kind is None or _OPERATORS[self.operator](figure.amount, self.limit):
            return ""
        if kind is FigureKind.PERCENT:
            return f"{printed(beside(figure, self.limit), kind)} %"
        return printed(figure, kind)

    def faults(self, owner: type[BaseModel]) -> Iterator[FormulaFault]:
        """Yield what keeps it from being worked out for a record of type `owner`."""
        found = [*faults_in(self.formula, owner)]
        yield from found
        if self.is_percent and not found and kind_of(self.formula, owner) is not FigureKind.PERCENT:
            yield FormulaFault(
                say("only a share is compared with per cent"),
                say("leave the sign out, or write `share(…, …)`"),
            )


@lru_cache(maxsize=256)
def demand_of(text: str) -> Demand:
    """Return the demand that a text says; raise the misfit of a model where it says none."""
    found = _DEMAND.fullmatch(text.strip())
    if found is None:
        raise misfit(
            RULE,
            say("“{words}” is no condition", words=shortened(text, _SHOWN)),
            say(
                "a condition is a formula or a fact, one of {signs}, and a number: "
                "`share(budget, costs_total) >= 10 %`",
                signs=" ".join(_OPERATORS),
            ),
        )
    limit = decimal(found["limit"])
    return Demand(formula_of(found["formula"]), found["operator"], limit, bool(found["unit"]))


def _said(text: str) -> str:
    demand_of(text)
    return text


DemandText = Annotated[str, AfterValidator(_said)]
"""A demand in words, as an author of forms writes it."""
