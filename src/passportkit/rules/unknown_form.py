"""The practice names a form that there is none of, under `forms` or under `for`."""

from __future__ import annotations

from collections.abc import Iterator

from passportkit.findings import Finding, Route, Severity
from passportkit.language import say
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
            meant = context.catalogue.suggestion(name)
            yield Finding(
                "unknown-form",
                Severity.ERROR,
                say("there is no form “{name}”", name=name),
                route,
                help=say("did you mean “{name}”?", name=meant)
                if meant
                else say("the forms are: {names}", names=", ".join(known)),
                on_key=route[0] == "for",
            )


RULE = Rule("unknown-form", check)
