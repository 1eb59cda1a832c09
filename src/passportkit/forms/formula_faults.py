"""What is wrong with a formula in the vocabulary of its form: names, and what they are of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from pydantic import BaseModel

from passportkit.findings import Finding, Route, Severity
from passportkit.forms.computations import kind_of
from passportkit.forms.fact_ways import FactWay, figures_in, lists_in, way_to
from passportkit.forms.figure_formulas import Call, Formula
from passportkit.language import AnyMessage, Message, mark, say
from passportkit.suggestion import suggest

_NAMES = mark("the facts that go here are: {names}")


class FormulaFault(NamedTuple):
    """What is wrong with a formula, and what may stand there."""

    message: Message
    advice: AnyMessage | None = None

    def at(self, route: Route) -> Finding:
        """Return what is found at a place of a form."""
        return Finding("form-compute", Severity.ERROR, self.message, route, self.advice)


def faults_in(formula: Formula, owner: type[BaseModel]) -> Iterator[FormulaFault]:
    """Yield what keeps a formula from being worked out for a record of type `owner`."""
    if isinstance(formula, str):
        yield from _in_value(formula, owner)
    elif formula.name in _OF_LISTS:
        yield from _OF_LISTS[formula.name](str(formula.arguments[0]), owner)
    else:
        found = [fault for each in formula.arguments for fault in faults_in(each, owner)]
        yield from found or _unlike(formula, owner)


def _in_value(name: str, owner: type[BaseModel]) -> Iterator[FormulaFault]:
    known = tuple(figures_in(owner, of_lists=False))
    way = way_to(owner, name)
    if way is None or way.kind is None:
        yield _no_figure(name, way, known)
    elif way.is_list:
        message = say("`{name}` has many values", name=name)
        yield FormulaFault(message, say("write `sum({name})`", name=name))


def _in_sum(name: str, owner: type[BaseModel]) -> Iterator[FormulaFault]:
    known = tuple(figures_in(owner, of_lists=True))
    way = way_to(owner, name)
    if way is None or way.kind is None:
        yield _no_figure(name, way, known)
    elif not way.is_list:
        message = say("`{name}` has one value, and there is nothing to add up", name=name)
        yield FormulaFault(message, suggest(name, known, _NAMES))


def _in_count(name: str, owner: type[BaseModel]) -> Iterator[FormulaFault]:
    way = way_to(owner, name)
    if way is None or not way.is_list:
        message = say("there is no list “{name}” to count", name=name)
        yield FormulaFault(message, suggest(name, tuple(lists_in(owner)), _NAMES))


_OF_LISTS: Mapping[str, Callable[[str, type[BaseModel]], Iterator[FormulaFault]]] = {
    "sum": _in_sum,
    "count": _in_count,
}


def _no_figure(name: str, way: FactWay | None, known: tuple[str, ...]) -> FormulaFault:
    message = (
        say("“{name}” is no fact to compute with", name=name)
        if way is None
        else say("`{name}` is neither a sum of money nor a number", name=name)
    )
    return FormulaFault(message, suggest(name, known, _NAMES))


def _unlike(call: Call, owner: type[BaseModel]) -> Iterator[FormulaFault]:
    one, other = (kind_of(each, owner) for each in call.arguments)
    if one is not other:
        yield FormulaFault(
            say("`{call}` is of two figures that do not go together", call=call.name),
            say("both have to be sums of money, or both numbers, or both shares"),
        )
