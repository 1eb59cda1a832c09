"""The practice names a form that there is none of, under `forms` or under `for`."""

from __future__ import annotations

from collections.abc import Iterator

from passportkit.findings import Finding, Route, Severity
from passportkit.forms.catalogue import no_form
from passportkit.language import mark
from passportkit.rules.rule import Context, Rule


def check(context: Context) -> Iterator[Finding]:
    """Find the names that the catalogue does not have."""
    practice = context.practice
    named: list[tuple[str, Route]] = [
        (name, ("forms", index)) for index, name in enumerate(practice.forms or ())
    ]
    named += [(name, ("for", name)) for name in practice.for_ or {}]
    known = context.catalogue.names()
    for name, route in named:
        if name not in known:
            yield RULE.found(
                route,
                no_form(name),
                context.catalogue.suggest(name),
                on_key=route[0] == "for",
            )


RULE = Rule(
    "unknown-form",
    Severity.ERROR,
    check,
    finds=mark("the practice is meant for a form that there is none of"),
    why=mark(
        "Under `forms` and under `for` stand names of forms, as `passport form list` shows them. "
        "For a name that is misspelt nothing is checked and nothing is printed."
    ),
    bad="""\
forms: [algoritm]
""",
    good="""\
forms: [algorithm]
""",
)
