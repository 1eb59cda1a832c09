"""Formulas: what a form computes of facts, in a grammar of four calls.

`sum(costs.amount)` and `count(team)` are of a list, `share(a, b)` and `difference(a, b)` of two
values, each of which is a fact or again a call.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Annotated, NamedTuple

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from passportkit.language import Message, mark, say, shortened
from passportkit.source.model_shape import misfit
from passportkit.text.pattern import pattern

RULE = "form-compute"
"""The rule of all that is wrong with a formula."""

ALLOWED = say(
    "there is `sum(…)` and `count(…)` of a list, `share(…, …)` and `difference(…, …)` of two "
    "facts, as in `share(budget, sum(costs.amount))`"
)

OF_A_LIST = ("sum", "count")
"""The calls that are of one list; the others are of two values."""

_CALLS = (*OF_A_LIST, "share", "difference")
_DEEPEST = 2
"""How many calls may stand within one another."""

_LONGEST = 200
_SHOWN = 40
"""How many characters a formula may have, and how many of a wrong one are told."""

_CALL = pattern(r"([a-z]+)\((.*)\)")
_NAME = pattern(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)*")
_COMMA = re.compile(r",(?![^()]*\))")
"""A comma between arguments, and not within one that is a call."""


class Call(NamedTuple):
    """A call of one of the four, and what it is of: facts by their names, or again calls."""

    name: str
    arguments: tuple[Formula, ...]


Formula = Call | str
"""A call, or the name of a fact alone."""


@lru_cache(maxsize=256)
def formula_of(text: str) -> Formula:
    """Return the formula that a text says; raise the misfit of a model where it says none."""
    if len(text) > _LONGEST:
        raise _wrong(say("a formula has at most {most} characters", most=_LONGEST))
    return _read(text, 1)


def names_of(formula: Formula) -> Iterator[str]:
    """Yield the facts that a formula names, in order."""
    if isinstance(formula, str):
        yield formula
        return
    for each in formula.arguments:
        yield from names_of(each)


def _read(text: str, depth: int) -> Formula:
    words = text.strip()
    found = _CALL.fullmatch(words)
    if found is None:
        return _named(words)
    name, arguments = found[1], _COMMA.split(found[2])
    if name not in _CALLS:
        raise _wrong(say("there is no “{name}” to compute with", name=shortened(name, _SHOWN)))
    if depth > _DEEPEST:
        raise _wrong(say("within a call may stand another one, and within that only facts"))
    _check_count(name, arguments)
    return Call(name, tuple(_read(each, depth + 1) for each in arguments))


def _named(words: str) -> str:
    if not _NAME.fullmatch(words):
        message = say("“{words}” is no formula", words=shortened(words, _SHOWN))
        raise _wrong(message if words else say("a fact is missing in a formula"))
    return words


def _check_count(name: str, arguments: Sequence[str]) -> None:
    count = 1 if name in OF_A_LIST else 2
    if len(arguments) != count:
        raise _wrong(say(_COUNTS[count], name=name))
    if count == 1 and "(" in arguments[0]:
        raise _wrong(say("`{name}` is of a list of facts, and not of a call", name=name))


_COUNTS: Mapping[int, str] = {
    1: mark("`{name}` is of one list"),
    2: mark("`{name}` is of two facts, with a comma between them"),
}


def _wrong(message: Message) -> PydanticCustomError:
    return misfit(RULE, message, ALLOWED)


def _computed(text: str) -> str:
    if isinstance(formula_of(text), str):
        raise misfit(
            RULE,
            say("`{name}` alone is nothing to compute", name=text.strip()),
            say("show it with `show`, or compute something of it"),
        )
    return text


FormulaText = Annotated[str, AfterValidator(_computed)]
"""A formula in words, as an author of forms writes it."""
