"""Words that an import could not place wait under `unplaced`; no document shows them."""

from __future__ import annotations

from collections.abc import Iterator

from passportkit.findings import Finding, Severity
from passportkit.language import say
from passportkit.rules.rule import Context, Rule


def check(context: Context) -> Iterator[Finding]:
    """Find each text that still waits for its field."""
    for index, _text in enumerate(context.practice.unplaced or ()):
        yield Finding(
            "unplaced-text",
            Severity.WARNING,
            say("these words have found no field and will not be printed"),
            ("unplaced", index),
            help=say("move them to the field where they belong, or delete them"),
        )


RULE = Rule("unplaced-text", check)
