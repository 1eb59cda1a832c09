"""What `passport form check` finds nothing wrong with can be used.

That is: built, blanked, begun as a practice, filled in, and read back to the same document.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from passportkit.engine.importing import Choice, import_document
from passportkit.engine.round_trip import RoundTrip
from passportkit.findings import Finding, Severity
from passportkit.forms import Form, bind, blank
from passportkit.forms.loading import load_form
from passportkit.forms.scaffold import scaffold
from passportkit.language import translator
from passportkit.practice import BUILT_IN, Practice
from passportkit.source import parse, read
from passportkit.word.read.body import read_document
from passportkit.word.template.build import build
from passportkit.word.template.compile import compile_template
from passportkit.word.template.inspect import inspect
from passportkit.word.write.fill import fill
from tests.fuzz.seeds import ROOT, Seed
from tests.fuzz.trial import Laws


class FormTrial(NamedTuple):
    """Whether a form was found fit to be used, and how it breaks the law."""

    is_accepted: bool
    broken: list[str]


def tried_form(content: bytes) -> FormTrial:
    """Return what comes of a form that is checked, and used if nothing is wrong with it."""
    form = _checked(content)
    return FormTrial(form is not None, list(_used(form)) if form else [])


def outcome_of(given: Seed) -> FormTrial:
    """Return what comes of a form, as `tried_form` does."""
    return tried_form(given.content)


def usable(outcome: FormTrial) -> Iterator[str]:
    """Yield what cannot be done with a form that was found sound."""
    yield from outcome.broken


LAWS: Laws[FormTrial] = {"usable": usable}


def _checked(content: bytes) -> Form | None:
    """Return a form with which nothing is wrong, as `passport form check` has it."""
    source = read(content, "form.yaml")
    loaded = load_form(source, BUILT_IN)
    _said(loaded.findings)
    if loaded.value is None:
        assert any(each.place for each in loaded.findings)
        return None
    lost = list(RoundTrip(loaded.value, None).findings())
    _said(lost)
    return None if any(each.severity is Severity.ERROR for each in lost) else loaded.value


def _said(findings: list[Finding] | tuple[Finding, ...]) -> None:
    """Say what was found in both languages, as it is printed."""
    for finding in findings:
        for language in ("en", "ru"):
            translator(language)(finding.message)


def _used(form: Form) -> Iterator[str]:
    """Yield what cannot be done with a form, or does not come back."""
    template = build(form)
    if wrong := inspect(template, form):
        yield f"its own template: {wrong[0].message}"
    compiled = compile_template(template)
    read_document(fill(compiled, blank(form)))
    yield from _begun(form)
    for practice in _practices():
        document = fill(compiled, bind(form, practice, draft=True))
        imported = import_document(document, "", Choice([form]))
        if imported.left:
            yield f"left: {imported.left[0].text[:80]}"
        again = Practice.model_validate(
            {"title": practice.title, **imported.facts, "passport": "1"}
        )
        if fill(compiled, bind(form, again, draft=True)) != document:
            yield "another document"


def _begun(form: Form) -> Iterator[str]:
    for language in ("ru", "en"):
        source = read(scaffold("Клуб", [form], translator(language)).encode(), "klub.yaml")
        parsed = parse(Practice, source.data or {})
        for finding in (*source.findings, *parsed.findings):
            if finding.severity is Severity.ERROR:
                yield f"a practice that begins with it: {finding.message}"


@cache
def _practices() -> list[Practice]:
    paths = sorted((ROOT / "examples" / "practices").glob("*.yaml"))
    parsed = [parse(Practice, read(path.read_bytes(), path.name).data or {}) for path in paths]
    return [each.value for each in parsed if each.value]
