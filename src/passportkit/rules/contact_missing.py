"""Somebody answers for the practice, and cannot be reached."""

from __future__ import annotations

from collections.abc import Iterator

from passportkit.findings import Finding, Severity
from passportkit.language import mark, say
from passportkit.rules.rule import Context, Rule


def check(context: Context) -> Iterator[Finding]:
    """Find contacts that have neither a telephone nor an address."""
    for contact, route in context.records("contacts"):
        ways = [*(contact.phones or ()), *(contact.emails or ()), *(contact.fax or ())]
        spoilt = any(context.is_spoilt((*route, field)) for field in ("phones", "emails", "fax"))
        if not any(ways) and not contact.is_blank and not spoilt:
            field = "name" if contact.name else "position"
            yield RULE.found(
                (*route, field),
                say("there is neither a telephone number nor an e-mail address of this person"),
                say("write `phones:` or `emails:`"),
            )


RULE = Rule(
    "contact-missing",
    Severity.WARNING,
    check,
    finds=mark("somebody who answers for the practice cannot be reached"),
    why=mark(
        "The form asks for a telephone number and an e-mail address of everybody who answers for "
        "the practice; a name alone helps nobody who has a question."
    ),
    bad="""\
contacts:
  - name: Светлова Анна Ильинична
    position: директор Центра городских инициатив
""",
    good="""\
contacts:
  - name: Светлова Анна Ильинична
    position: директор Центра городских инициатив
    emails: centr@example.org
""",
)
