"""Loading `form.yaml`: the model, and whether every name in it means something."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from passportkit.findings import Finding, Route, Severity
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
from passportkit.source import Data, Parsed, Source, parse
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
    if parsed.value is not None and parsed.value.facts:
        findings += _wrong_facts(parsed.value.facts, vocabulary)
    if parsed.value is not None:
        found = [*excess(parsed.value)]  # where there is too much, nothing else is looked at
        found = found or [*_unknown_names(parsed.value), *doubts(parsed.value)]
        findings += [each._replace(route=parsed.route_of(each.route)) for each in found]
    located = tuple(source.locate(finding) for finding in findings)
    sound = all(finding.severity is not Severity.ERROR for finding in located)
    return Parsed(parsed.value if sound else None, located)


def _wrong_facts(facts: Mapping[str, Data], vocabulary: Vocabulary) -> Iterator[Finding]:
    """Yield what is wrong with the facts that a form declares; most forms declare none."""
    from passportkit.facts.declared import contradicted, parsed_facts

    parsed = parsed_facts(facts)
    yield from parsed.findings
    yield from contradicted(parsed.value.facts if parsed.value else {}, vocabulary)


def _of_a_form(finding: Finding) -> Finding:
    """Return what is wrong with any file of YAML, with what to do about a form."""
    if finding.help != PRACTICE_BEGINS:
        return finding
    advice = say("a form begins with `form:` and `version: 1`; `passport form new` writes one")
    return finding._replace(help=advice)


def _unknown_names(form: Form) -> Iterator[Finding]:
    vocabulary = form.vocabulary
    for block, route in form.routed():
        for name, at in block.shown_texts():
            if show_of(vocabulary.facts, name) is None:
                yield _no_text(vocabulary, name, (*route, *at))
        for name, at in _tables(block, route):
            rows = rows_of(vocabulary, name)
            if rows is None:
                yield _no_table(vocabulary, name, at)
            else:
                yield from _unknown_columns(block, rows, route)


def _tables(block: Block, route: Route) -> Iterator[tuple[str, Route]]:
    if block.rows:
        yield block.rows, (*route, "rows")
    if block.record:
        yield block.record, (*route, "record")


def _unknown_columns(block: Block, rows: Rows, route: Route) -> Iterator[Finding]:
    for index, column in enumerate(block.columns or ()):
        if column_of(rows, column.show) is None:
            yield _unknown(column.show, columns_of(rows), (*route, "columns", index, "show"))


def _no_text(vocabulary: Vocabulary, name: str, route: Route) -> Finding:
    """Return what is wrong with a name that shows no text: it may be that of a table."""
    rows = rows_of(vocabulary, name)
    if rows is None:
        return _unknown(name, names_in(vocabulary), route)
    message = say("“{name}” is a table", name=name)
    kind = "rows" if rows.is_list else "record"
    advice = say("show it with `{kind}: {name}` and its `columns`", kind=kind, name=name)
    return Finding("unknown-show", Severity.ERROR, message, route, advice)


def _no_table(vocabulary: Vocabulary, name: str, route: Route) -> Finding:
    """Return what is wrong with a name that shows no rows: it may be that of a text."""
    if show_of(vocabulary.facts, name) is None:
        return _unknown(name, tables_in(vocabulary), route)
    message = say("“{name}” is a text, and no table", name=name)
    advice = say("show it with `show: {name}`", name=name)
    return Finding("unknown-show", Severity.ERROR, message, route, advice)


def _unknown(name: str, known: Sequence[str], route: Route) -> Finding:
    message = say("“{name}” is neither a field nor a view", name=name)
    advice = suggest(name, known, mark("the names here are: {names}"))
    return Finding("unknown-show", Severity.ERROR, message, route, advice)
