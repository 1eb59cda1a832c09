"""Loading `form.yaml`: the model, and whether every name in it means something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from passportkit.facts.declared import contradicted
from passportkit.findings import Finding, Route, Severity
from passportkit.forms.demands import demand_of
from passportkit.forms.extent import excess
from passportkit.forms.figure_formulas import formula_of
from passportkit.forms.formula_faults import faults_in
from passportkit.forms.model import Block, Form, Part, Section, Total
from passportkit.forms.premises import premise_of
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
        found = found or [*_wrong_names(parsed.value), *doubts(parsed.value)]
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


def _wrong_names(form: Form) -> Iterator[Finding]:
    yield from _unknown_names(form)
    yield from _wrong_conditions(form)
    yield from _wrong_premises(form)


def _unknown_names(form: Form) -> Iterator[Finding]:
    vocabulary = form.vocabulary
    for block, route in form.routed():
        for shown, at in _texts(block, route):
            if shown.show and show_of(vocabulary.facts, shown.show) is None:
                yield _unknown(shown.show, names_in(vocabulary), (*at, "show"))
            if shown.compute:
                found = faults_in(formula_of(shown.compute), vocabulary.facts)
                yield from (fault.at((*at, "compute")) for fault in found)
        for name, at in _tables(block, route):
            rows = rows_of(vocabulary, name)
            if rows is None:
                yield _unknown(name, tables_in(vocabulary), at)
            else:
                yield from _unknown_columns(block, rows, route)


def _wrong_conditions(form: Form) -> Iterator[Finding]:
    for index, condition in enumerate(form.conditions or ()):
        for fault in demand_of(condition.that).faults(form.vocabulary.facts):
            yield fault.at(("conditions", index, "that"))


def _wrong_premises(form: Form) -> Iterator[Finding]:
    for index, entry in enumerate(form.entries):
        if isinstance(entry, Section) and (premise := premise_of(entry)):
            inner = () if premise.answer is None else (premise.fact,)
            yield from premise.faults(form.vocabulary.facts, ("sections", index, "only-if", *inner))


def _texts(block: Block, route: Route) -> Iterator[tuple[Block | Part | Total, Route]]:
    """Yield what stands as a text in a block, with its place in the file."""
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
        if column_of(rows, column.show) is None:
            yield _unknown(column.show, columns_of(rows), (*route, "columns", index, "show"))


def _unknown(name: str, known: Sequence[str], route: Route) -> Finding:
    message = say("“{name}” is neither a field nor a view", name=name)
    advice = suggest(name, known, mark("the names here are: {names}"))
    return Finding("unknown-show", Severity.ERROR, message, route, advice)
