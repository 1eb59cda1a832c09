"""Examining a file: everything that is wrong with it, in one go, each at its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from passportkit.findings import START, Finding, Route, Severity
from passportkit.forms.catalogue import Catalogue
from passportkit.forms.model import Form
from passportkit.practice import NAMELESS, Practice
from passportkit.rules.registry import RULES
from passportkit.rules.rule import Context
from passportkit.rules.selection import ALL, ALWAYS, Selection, findings_that_count
from passportkit.source import Parsed, Source, parse

FORGIVEN_IN_DRAFT = frozenset({"missing-section", "empty-section"})
"""What does not keep a draft from being made."""


class Examined(NamedTuple):
    """A file, the practice in it (None where nothing can be made of it), and what was found.

    Findings are located and stand in the order of the file.
    """

    source: Source
    practice: Practice | None
    findings: tuple[Finding, ...]

    @property
    def is_readable(self) -> bool:
        """Whether the file could be read at all."""
        return self.source.is_readable

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that keep a document from being made."""
        return tuple(found for found in self.findings if found.severity is Severity.ERROR)


def wanted_forms(source: Source) -> list[str] | None:
    """Return the forms that the file says it is meant for, or None if it does not say."""
    forms = (source.data or {}).get("forms")
    if isinstance(forms, str):
        return [forms]
    if not isinstance(forms, list):
        return None
    return [name for name in forms if isinstance(name, str)] or None


def examine(
    source: Source, forms: Sequence[Form], *, catalogue: Catalogue, chosen: Selection = ALL
) -> Examined:
    """Check a file against what every practice must be, and against `forms`."""
    if source.data is None:
        return Examined(source, None, _in_order(source, source.findings))
    model = catalogue.vocabulary.practice
    parsed = parse(model, source.data)
    findings = [*source.findings, *parsed.findings]
    # without its title a practice is none, but all the rest of it can be checked
    checked = parsed if parsed.value else parse(model, {**source.data, **NAMELESS})
    if checked.value is not None:
        context = Context(
            checked.value, tuple(forms), catalogue, text=source.text, is_spoilt=_spoilt(checked)
        )
        findings += _by_rules(checked, context, chosen)
    # what keeps a practice from being made of the file cannot be ignored
    always = ALWAYS if parsed.value else ALWAYS | {each.rule for each in parsed.findings}
    found = findings_that_count(source, _in_order(source, findings), chosen, always=always)
    return Examined(source, parsed.value, found)


def _by_rules(parsed: Parsed[Practice], context: Context, chosen: Selection) -> list[Finding]:
    """Run the rules; what is spoilt has its finding already, and is not missing besides."""
    found = [
        finding._replace(route=parsed.route_of(finding.route))
        for rule in RULES
        if rule.check and (rule.enabled or chosen.wants(rule.name))
        for finding in rule.check(context)
    ]
    return [each for each in found if not parsed.is_spoilt(each.route)]


def _spoilt(parsed: Parsed[Practice]) -> Callable[[Route], bool]:
    return lambda route: parsed.is_spoilt(parsed.route_of(route))


def _in_order(source: Source, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    located = dict.fromkeys(source.locate(finding) for finding in findings)
    return tuple(sorted(located, key=lambda finding: finding.place or START))
