"""Checking a practice: what is wrong with it, and for which forms it was looked at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from passportkit.errors import CannotGoOn
from passportkit.findings import START, Finding, Severity
from passportkit.forms import Catalogue, Form
from passportkit.practice import Practice
from passportkit.rules import FORGIVEN_IN_DRAFT, examine
from passportkit.rules.selection import ALL, Selection
from passportkit.source import Source


class Checked(NamedTuple):
    """A practice that was checked, and the forms that it is meant for, which may be none.

    `practice` is None where nothing can be made of the file. Findings are located and stand in the
    order of the file.
    """

    source: Source
    practice: Practice | None
    findings: tuple[Finding, ...]
    forms: tuple[Form, ...]

    @property
    def errors(self) -> list[Finding]:
        """The findings that are errors."""
        return [each for each in self.findings if each.severity is Severity.ERROR]

    def hindrances(self, *, draft: bool = False) -> list[Finding]:
        """Return the findings for which no document is made, or not even a draft."""
        forgiven = FORGIVEN_IN_DRAFT if draft else frozenset()
        return [each for each in self.errors if each.rule not in forgiven]

    @property
    def is_unfinished(self) -> bool:
        """Whether a draft could be made of the practice, but no document."""
        return bool(self.hindrances()) and not self.hindrances(draft=True)


def check(
    source: Source, names: Iterable[str], catalogue: Catalogue, chosen: Selection = ALL
) -> Checked:
    """Check a practice for the forms of these names, as far as there are such forms.

    A form that is broken is a finding; of a name that means none, a rule speaks.
    """
    forms, unusable = _forms(names, catalogue)
    examined = examine(source, forms, catalogue=catalogue, chosen=chosen)
    kept = replace(examined.source, root=None)  # places are known by now, and a tree is large
    return Checked(kept, examined.practice, (*unusable, *examined.findings), tuple(forms))


def _forms(names: Iterable[str], catalogue: Catalogue) -> tuple[Sequence[Form], list[Finding]]:
    known = catalogue.names()
    forms: list[Form] = []
    unusable: list[Finding] = []
    for name in dict.fromkeys(names):
        if name in known:
            try:
                forms.append(catalogue.form(name))
            except CannotGoOn as error:
                found = Finding("unusable-form", Severity.ERROR, error.message, place=START)
                unusable.append(found)
    return forms, unusable
