"""How many files were checked, and what was found, in one sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from passportkit.findings import Severity
from passportkit.language import Message, say, say_n


def summary(files: int, severities: Iterable[Severity]) -> Message:
    """Return the sentence for so many files and these severities of findings."""
    checked = say_n("{n} file checked", "{n} files checked", files)
    counts = tuple(severities)
    if not counts:
        return say("{checked}, nothing found", checked=checked)
    return say("{checked}: {found}", checked=checked, found=found(counts))


def found(severities: Iterable[Severity]) -> Message:
    """Return how many errors, warnings and notes there are; there is at least one."""
    counts = Counter(severities)
    return _listed([_COUNTED[each](counts[each]) for each in Severity if counts[each]])


def _listed(messages: list[Message]) -> Message:
    first, *others = messages
    for other in others:
        first = say("{some}, {more}", some=first, more=other)
    return first


_COUNTED = {
    Severity.ERROR: lambda n: say_n("{n} error", "{n} errors", n),
    Severity.WARNING: lambda n: say_n("{n} warning", "{n} warnings", n),
    Severity.INFO: lambda n: say_n("{n} note", "{n} notes", n),
}
