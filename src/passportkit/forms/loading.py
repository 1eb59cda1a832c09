"""Loading `form.yaml`: the model, and whether every name in it means something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from passportkit.facts.declared import contradicted
from passportkit.findings import Finding, Route, Severity
from passportkit.forms.column_sums import SUMMED
from passportkit.forms.extent import excess
from passportkit.forms.model import Block, Form
from passportkit.forms.shows import (
    Rows,
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
        for name, at in _shown(block, route):
            if show_of(vocabulary.facts, name) is None:
                yield _unknown(name, names_in(vocabulary), at)
        for name, at in _tables(block, route):
            rows = rows_of(vocabulary, name)
            if rows is None:
                yield _unknown(name, tables_in(vocabulary), at)
            else:
                yield from _unknown_columns(block, rows, route)
                yield from _wrong_sums(block, rows, form, route)


def _shown(block: Block, route: Route) -> Iterator[tuple[str, Route]]:
    """Yield what stands as a text in a block, with its place in the file."""
    if block.show:
        yield block.show, (*route, "show")
    for index, part in enumerate(block.parts or ()):
        yield part.show, (*route, "parts", index, "show")
    if block.total and block.total.show:
        yield block.total.show, (*route, "total", "show")


def _tables(block: Block, route: Route) -> Iterator[tuple[str, Route]]:
    if block.rows:
        yield block.rows, (*route, "rows")
    if block.record:
        yield block.record, (*route, "record")


def _unknown_columns(block: Block, rows: Rows, route: Route) -> Iterator[Finding]:
    for column, way in block.routed_columns():
        if column_of(rows, column.show) is None:
            yield _unknown(column.show, columns_of(rows), (*route, *way, "show"))


def _wrong_sums(block: Block, rows: Rows, form: Form, route: Route) -> Iterator[Finding]:
    for index, (column, way) in enumerate(block.routed_columns()):
        show = column_of(rows, column.show) if column.total else None
        at = (*route, *way, "total")
        if show and index == 0 and not form.numbers_rows(block):
            message = say("the first column has a sum, and the label of the total has no place")
            advice = say("it stands below the columns before the sums: put one before this column")
            yield Finding("form-block", Severity.ERROR, message, at, advice)
        if show and not any(map(show.is_of, SUMMED)):
            message = say("“{name}” is neither a sum of money nor a number", name=column.show)
            advice = say("only such columns can be added up")
            yield Finding("form-block", Severity.ERROR, message, at, advice)


def _unknown(name: str, known: Sequence[str], route: Route) -> Finding:
    message = say("“{name}” is neither a field nor a view", name=name)
    advice = suggest(name, known, mark("the names here are: {names}"))
    return Finding("unknown-show", Severity.ERROR, message, route, advice)
