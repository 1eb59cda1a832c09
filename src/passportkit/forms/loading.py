"""Loading `form.yaml`: the model, and whether every name in it means something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from passportkit.facts.declared import contradicted
from passportkit.findings import Finding, Route, Severity
from passportkit.forms.extent import excess
from passportkit.forms.manners import in_manner
from passportkit.forms.model import Block, Column, Form, Part, Total
from passportkit.forms.shows import (
    Rows,
    Show,
    column_of,
    columns_of,
    names_in,
    rows_of,
    show_of,
    tables_in,
)
from passportkit.forms.slips import doubts
from passportkit.language import mark, say
from passportkit.practice import Vocabulary
from passportkit.source import Parsed, Source, parse
from passportkit.source.reading import PRACTICE_BEGINS
from passportkit.suggestion import suggest


def load_form(source: Source, vocabulary: Vocabulary) -> Parsed[Form]:
    """Make a form of a file, its names being those of `vocabulary`.

    A form with an error is not to be used, and is None.
    """
    if source.data is None:
        return Parsed(None, tuple(map(_of_a_form, source.findings)))
    parsed = parse(Form, source.data, vocabulary)
    findings = [*source.findings, *parsed.findings]
    if parsed.value is not None:
        found = [*excess(parsed.value)]  # where there is too much, nothing else is looked at
        found += contradicted(parsed.value.facts or {}, vocabulary)
        found = found or [*_unknown_names(parsed.value), *doubts(parsed.value)]
        findings += [each._replace(route=parsed.route_of(each.route)) for each in found]
    located = tuple(source.locate(finding) for finding in findings)
    sound = all(finding.severity is not Severity.ERROR for finding in located)
    return Parsed(parsed.value if sound else None, located)


def _of_a_form(finding: Finding) -> Finding:
    """Return what is wrong with any file of YAML, with what to do about a form."""
    if finding.help != PRACTICE_BEGINS:
        return finding
    advice = say("a form begins with `form:` and `version: 1`; `passport form new` writes one")
    return finding._replace(help=advice)


def _unknown_names(form: Form) -> Iterator[Finding]:
    vocabulary = form.vocabulary
    for block, route in form.routed():
        for shown, at in _shown(block, route):
            show = show_of(vocabulary.facts, shown.show or "")
            if show is None:
                yield _unknown(shown.show or "", names_in(vocabulary), (*at, "show"))
            else:
                yield from _misfit(show, shown, at)
        for name, at in _tables(block, route):
            rows = rows_of(vocabulary, name)
            if rows is None:
                yield _unknown(name, tables_in(vocabulary), at)
            else:
                yield from _unknown_columns(block, rows, route)


def _shown(block: Block, route: Route) -> Iterator[tuple[Block | Part | Total, Route]]:
    """Yield what stands as a text in a block, with its place in the file."""
    if block.show:
        yield block, route
    for index, part in enumerate(block.parts or ()):
        yield part, (*route, "parts", index)
    if block.total:
        yield block.total, (*route, "total")


def _tables(block: Block, route: Route) -> Iterator[tuple[str, Route]]:
    if block.rows:
        yield block.rows, (*route, "rows")
    if block.record:
        yield block.record, (*route, "record")


def _unknown_columns(block: Block, rows: Rows, route: Route) -> Iterator[Finding]:
    for index, column in enumerate(block.columns or ()):
        at, show = (*route, "columns", index), column_of(rows, column.show)
        if show is None:
            yield _unknown(column.show, columns_of(rows), (*at, "show"))
        else:
            yield from _misfit(show, column, at)


def _misfit(show: Show, shown: Block | Column | Part | Total, at: Route) -> Iterator[Finding]:
    """Yield that a value cannot be shown as the form wants it."""
    if in_manner(show, shown.as_) is None:
        message = say("“{name}” cannot be shown as `{manner}`", name=shown.show, manner=shown.as_)
        yield Finding("form-block", Severity.ERROR, message, (*at, "as"), _FITTING[shown.as_])


_FITTING = {
    "boxes": say("only a choice has boxes, or yes or no: leave `as` out"),
    "thousands": say("only one sum of money has thousands: leave `as` out"),
}


def _unknown(name: str, known: Sequence[str], route: Route) -> Finding:
    message = say("“{name}” is neither a field nor a view", name=name)
    advice = suggest(name, known, mark("the names here are: {names}"))
    return Finding("unknown-show", Severity.ERROR, message, route, advice)
