"""A field is there and holds nothing: reported with missing sections, and by parsing."""

from __future__ import annotations

from passportkit.findings import Severity
from passportkit.language import mark
from passportkit.rules.rule import Rule

RULE = Rule(
    "empty-section",
    Severity.ERROR,
    None,
    finds=mark("a section that a form asks for holds an empty list or an empty text"),
    why=mark(
        "The field was begun and left, or lost its words in editing; in the document its cell "
        "would stay blank. A dash of a list with nothing behind it is found, too. A draft, "
        "`passport render --draft`, is made all the same."
    ),
    bad="""\
forms: [algorithm]
initiator: ""
""",
    good="""\
forms: [algorithm]
initiator: Ресурсный центр поддержки НКО города Светлоречье
""",
)
