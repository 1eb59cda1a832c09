"""Words that an import could not place wait under `unplaced`; no document shows them."""

from __future__ import annotations

from collections.abc import Iterator

from passportkit.findings import Finding, Severity
from passportkit.language import mark, say
from passportkit.rules.rule import Context, Rule


def check(context: Context) -> Iterator[Finding]:
    """Find each text that still waits for its field."""
    for index, _text in enumerate(context.practice.unplaced or ()):
        yield RULE.found(
            ("unplaced", index),
            say("these words have found no field and will not be printed"),
            say("move them to the field where they belong, or delete them"),
        )


RULE = Rule(
    "unplaced-text",
    Severity.WARNING,
    check,
    finds=mark("words that an import could not place wait under `unplaced`"),
    why=mark(
        "An import keeps every word of a document, but what stood outside the places of its form "
        "belongs to no field, and no document shows it. Move the words to where they belong."
    ),
    bad="""\
unplaced:
  - from: паспорт.docx, после раздела 3
    text: Опрос провели 800 волонтёров.
""",
    good="""\
preconditions: Опрос провели 800 волонтёров.
""",
)
