"""What is probably a slip in a form: numbers out of order, a label given twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from passportkit.findings import Finding, Route, Severity
from passportkit.forms.model import Block, Form, Section
from passportkit.language import say

_DIGITS = r"\d{1,9}"
"""As many as `int` reads at once: a label may have any number of them."""

_ROUTED = Iterable[tuple[str, Route]]


def doubts(form: Form) -> Iterator[Finding]:
    """Yield warnings; the form can be used all the same."""
    sections = [
        (entry, ("sections", index))
        for index, entry in enumerate(form.entries)
        if isinstance(entry, Section)
    ]
    yield from _disorder(sections)
    headings = [(each.heading, (*at, "heading")) for each, at in sections if each.heading]
    yield from _twice(headings)
    for block, at in form.routed():
        yield from _in_block(block, at)


def _in_block(block: Block, at: Route) -> Iterator[Finding]:
    yield from _twice(
        (part.label, (*at, "parts", n, "label")) for n, part in enumerate(block.parts or ())
    )
    yield from _twice(
        (" ".join(filter(None, (column.over, column.heading))), (*at, *way, "heading"))
        for column, way in block.routed_columns()
    )


def _disorder(sections: Iterable[tuple[Section, Route]]) -> Iterator[Finding]:
    before: tuple[int, ...] = ()
    for section, at in sections:
        number = tuple(map(int, re.findall(_DIGITS, section.number or "")))
        if not number:
            continue
        if number <= before:
            message = say(
                "the number {number} does not follow {before}",
                number=section.number,
                before=".".join(map(str, before)),
            )
            yield Finding("form-number", Severity.WARNING, message, (*at, "number"))
        before = number


def _twice(labels: _ROUTED) -> Iterator[Finding]:
    seen: set[str] = set()
    for label, route in labels:
        plain = " ".join(label.casefold().split()).rstrip(" :–.")
        if plain in seen:
            message = say("the label “{words}” is given twice", words=label)
            advice = say("an import could not tell them apart: give each its own")
            yield Finding("form-label", Severity.WARNING, message, route, advice)
        seen.add(plain)
