"""Forms by the hundred: `python -m tests.fuzz.forms --seed 1 --count 500`.

What `passport form check` finds nothing wrong with can be used: built, blanked, begun as a
practice, filled in, and read back to the same document. What breaks that law is kept in
`build/fuzz`. The same seed and number make the same form.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
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
from tests.fuzz.form_mutations import mutated_form
from tests.fuzz.laws import patience, told_of
from tests.fuzz.seeds import ROOT

KEPT = ROOT / "build" / "fuzz"
LONGEST = 2.0
"""Seconds of the processor that each step with a form may take."""


class FormTrial(NamedTuple):
    """Whether a form was found fit to be used, and how it breaks the law."""

    is_sound: bool
    broken: list[str]


def form_file(seed: int, number: int) -> bytes:
    """Return a mutated `form.yaml`."""
    return mutated_form(random.Random(f"{seed} {number}"))


def tried_form(content: bytes) -> FormTrial:
    """Return what comes of a form that is checked, and used if nothing is wrong with it."""
    form = None
    try:
        with patience():
            form = _checked(content)
            broken = list(_used(form)) if form else []
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
        broken = [f"no exception: {told_of(error)}"]
    return FormTrial(form is not None, broken)


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
    began = time.process_time()
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
    if (seconds := time.process_time() - began) > LONGEST * 2 * len(_practices()):
        yield f"{seconds:.1f} seconds"


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


def main() -> int:
    """Make forms, hold the law against them, and report; return 1 where it was broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=500)
    options = parser.parse_args()
    began, kinds, sound = time.process_time(), Counter[str](), 0
    for number in range(options.count):
        content = form_file(options.seed, number)
        trial = tried_form(content)
        sound += trial.is_sound
        kinds.update(each[:60] for each in trial.broken)
        if trial.broken:
            print(f"{number}: {trial.broken[0]}", flush=True)
            KEPT.mkdir(parents=True, exist_ok=True)
            (KEPT / f"{options.seed}-{number}.form.yaml").write_bytes(content)
    print(*(f"{count} × {kind}" for kind, count in kinds.most_common()), sep="\n")
    seconds = time.process_time() - began
    print(f"seed {options.seed}: {options.count} forms, {sound} of them sound, {seconds:.0f} s")
    return 1 if kinds else 0


if __name__ == "__main__":
    sys.exit(main())
