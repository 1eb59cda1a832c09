"""Loading `form.yaml`: the model, and whether every name in it means something."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches

from passportkit.findings import Finding, Route, Severity
from passportkit.forms.model import Block, Form, Section
from passportkit.forms.shows import Rows, column_of, names_for, rows_of, show_of
from passportkit.forms.slips import doubts
from passportkit.language import say
from passportkit.practice import Facts
from passportkit.source import Parsed, Source, parse


def load_form(source: Source) -> Parsed[Form]:
    """Make a form of a file; a form with an error is not to be used, and is None."""
    if source.data is None:
        return Parsed(None, source.findings)
    parsed = parse(Form, source.data)
    findings = [*source.findings, *parsed.findings]
    if parsed.value is not None:
        found = (*_unknown_names(parsed.value), *doubts(parsed.value))
        findings += [replace(each, route=parsed.route_of(each.route)) for each in found]
    located = tuple(source.locate(finding) for finding in findings)
    sound = all(finding.severity is not Severity.ERROR for finding in located)
    return Parsed(parsed.value if sound else None, located)


def _unknown_names(form: Form) -> Iterator[Finding]:
    for index, entry in enumerate(form.entries):
        if not isinstance(entry, Section):
            continue
        for place, block in enumerate(entry.content):
            inner: Route = ("blocks", place) if entry.blocks else ()
            yield from _in_block(block, ("sections", index, *inner))


def _in_block(block: Block, route: Route) -> Iterator[Finding]:
    if block.show:
        yield from _check_show(block.show, (*route, "show"))
    for index, part in enumerate(block.parts or ()):
        yield from _check_show(part.show, (*route, "parts", index, "show"))
    if block.total:
        yield from _check_show(block.total.show, (*route, "total", "show"))
    for kind in ("rows", "record"):
        if name := getattr(block, kind):
            yield from _in_table(block, name, (*route, kind), route)


def _in_table(block: Block, name: str, at: Route, route: Route) -> Iterator[Finding]:
    rows = rows_of(name)
    if rows is None:
        known = [*Facts.rows, *Facts.model_fields]
        yield _unknown(name, [known for known in known if rows_of(known)], at)
        return
    for index, column in enumerate(block.columns or ()):
        if column_of(rows, column.show) is None:
            yield _unknown(column.show, names_for(rows), (*route, "columns", index, "show"))


def _check_show(name: str, route: Route, rows: Rows | None = None) -> Iterator[Finding]:
    if show_of(Facts, name) is None:
        yield _unknown(name, names_for(rows), route)


def _unknown(name: str, known: list[str], route: Route) -> Finding:
    close = get_close_matches(name, known, 1, 0.6)
    advice = (
        say("did you mean “{name}”?", name=close[0])
        if close
        else say("the names here are: {names}", names=", ".join(known))
    )
    message = say("“{name}” is neither a field nor a view", name=name)
    return Finding("unknown-show", Severity.ERROR, message, route, advice)
