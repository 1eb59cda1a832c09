"""How much a form may have: what is far above any that a contest hands out is none."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from passportkit.findings import Finding, Route, Severity
from passportkit.forms.model import Block, Form, SignedSection
from passportkit.language import Message, say

MOST_COLUMNS = 62
"""How many columns a table may have: Word has 63, one of which is that of the row numbers."""

MOST_PLACES = 150
"""How many sections, groups, blocks, parts, columns and totals there may be in all.

The largest official form has a third of it. What finds the way in a document by its words compares
each of them with many others.
"""


def excess(form: Form) -> Iterator[Finding]:
    """Yield what is too much in a form, at the first that is."""
    for block, route in form.routed():
        if len(block.columns or ()) > MOST_COLUMNS:
            message = say("a table has at most {most} columns", most=MOST_COLUMNS)
            advice = say("divide it into several tables, each under a heading of its own")
            yield _too_much(message, advice, (*route, "columns", MOST_COLUMNS))
    for route in islice(_places(form), MOST_PLACES, MOST_PLACES + 1):
        message = say(
            "a form has at most {most} sections, blocks, parts and columns in all",
            most=MOST_PLACES,
        )
        yield _too_much(message, say("divide it into several forms"), route)


def _places(form: Form) -> Iterator[Route]:
    """Yield the way to each place of a form."""
    yield from (("sections", index) for index, _ in enumerate(form.entries))
    for block, route in form.routed():
        yield from (route,) if "blocks" in route or isinstance(block, SignedSection) else ()
        yield from _within(block, route)


def _within(block: Block, route: Route) -> Iterator[Route]:
    for _, way in block.shown_texts():
        yield from ((*route, *way[:-1]),) if len(way) > 1 else ()
    yield from ((*route, "columns", number) for number, _ in enumerate(block.columns or ()))


def _too_much(message: Message, advice: Message, route: Route) -> Finding:
    return Finding("form-block", Severity.ERROR, message, route, advice)
