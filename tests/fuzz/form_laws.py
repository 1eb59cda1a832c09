"""What holds for every `form.yaml` and every `template.docx`: what the check passes can be used."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from passportkit import Toolkit
from passportkit.engine.workspace_forms import check_form
from passportkit.errors import CannotGoOn
from passportkit.findings import Finding, Severity
from passportkit.forms import Catalogue
from passportkit.language import Message
from passportkit.source import Source, read
from tests.fuzz.messages import misplaced, sentences_of, torn
from tests.fuzz.packages import broken_parts
from tests.fuzz.seeds import ROOT, Seed
from tests.fuzz.trial import Laws

_EXAMPLE = ROOT / "examples" / "practices" / "sosedskie-kluby.yaml"
_is_name = re.compile(r"[a-z][a-z0-9-]*").fullmatch


class Outcome(NamedTuple):
    """What came of a form: what was found in its files, and what was made with it.

    `refused` says why it cannot be used. `new` is the start of a practice.
    """

    checked: Sequence[tuple[Source, Sequence[Finding]]]
    refused: Message | None = None
    documents: Sequence[bytes] = ()
    new: str = ""

    @property
    def is_accepted(self) -> bool:
        """Whether nothing was found for which the form could not be used."""
        return all(each.severity is not Severity.ERROR for each in self.findings)

    @property
    def findings(self) -> list[Finding]:
        """What was found in all its files."""
        return [finding for _, found in self.checked for finding in found]


def outcome_of_form(given: Seed) -> Outcome:
    """Return what comes of a `form.yaml`."""
    return _outcome(given.content, None)


def outcome_of_template(given: Seed) -> Outcome:
    """Return what comes of a Word template beside the `form.yaml` that it was made for."""
    assert given.beside is not None
    return _outcome(given.beside, given.content)


def _outcome(form: bytes, template: bytes | None) -> Outcome:
    with _folder(form, template) as (folder, name):
        catalogue = Catalogue([folder])
        outcome = Outcome(check_form(catalogue, name))
        try:
            return _used(outcome, Toolkit(catalogue), name)
        except CannotGoOn as error:
            return outcome._replace(refused=error.message)


def _used(outcome: Outcome, kit: Toolkit, name: str) -> Outcome:
    """Return what is made with a form, from the first line to the document."""
    new = kit.new("Клуб соседей", name)
    checked = kit.check(_example(), forms=name)
    documents = [kit.blank(name)]
    if not checked.hindrances(draft=True):
        documents.append(kit.render(checked, name, draft=True))
        with suppress(CannotGoOn):  # of a form that shows nothing of what the example says
            kit.correct(_example(), documents[-1])
    return outcome._replace(documents=documents, new=new)


@contextmanager
def _folder(form: bytes, template: bytes | None) -> Iterator[tuple[Path, str]]:
    """Yield a folder of forms with one in it, and how that is called."""
    said = (read(form, "form.yaml").data or {}).get("form")
    name = said if isinstance(said, str) and _is_name(said) else "form"
    with TemporaryDirectory() as folder:
        own = Path(folder) / name
        own.mkdir()
        (own / "form.yaml").write_bytes(form)
        if template is not None:
            (own / "template.docx").write_bytes(template)
        yield Path(folder), name


@cache
def _example() -> bytes:
    return _EXAMPLE.read_bytes()


def whole_sentences(outcome: Outcome) -> Iterator[str]:
    """Yield what is torn of that which was said."""
    yield from torn(sentences_of(outcome.findings))
    yield from torn([outcome.refused] if outcome.refused else [])


def placed(outcome: Outcome) -> Iterator[str]:
    """Yield the findings that stand nowhere in their file."""
    for source, findings in outcome.checked:
        yield from misplaced(source, findings)


def passed_is_usable(outcome: Outcome) -> Iterator[str]:
    """Yield why a form cannot be used although its check finds no error."""
    if outcome.is_accepted and outcome.refused:
        yield str(outcome.refused)[:200]


def well_formed(outcome: Outcome) -> Iterator[str]:
    """Yield what is broken in the documents."""
    for document in outcome.documents:
        yield from broken_parts(document)


def scaffold_is_readable(outcome: Outcome) -> Iterator[str]:
    """Yield what is wrong with the start of a practice, as a text."""
    if outcome.new:
        found = Toolkit().check(outcome.new).findings
        yield from (str(each.message) for each in found if each.rule == "yaml-syntax")


LAWS: Laws[Outcome] = {
    "whole sentences": whole_sentences,
    "placed": placed,
    "passed is usable": passed_is_usable,
    "well-formed": well_formed,
    "scaffold is readable": scaffold_is_readable,
}
