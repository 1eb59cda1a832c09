"""How many files were checked, and what was found, in one sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from passportkit.findings import Severity
from passportkit.language import Message, listed, say, say_n


def summary(files: int, severities: Mapping[Severity, int]) -> Message:
    """Return the sentence for so many files, and so many findings of each severity."""
    checked = say_n("{n} file checked", "{n} files checked", files)
    if not any(severities.values()):
        return say("{checked}, nothing found", checked=checked)
    return say("{checked}: {found}", checked=checked, found=found(severities))


def found(severities: Mapping[Severity, int] | Iterable[Severity]) -> Message:
    """Return how many errors, warnings and notes there are; there is at least one."""
    counts = Counter(severities)
    return listed([_COUNTED[each](counts[each]) for each in Severity if counts[each]])


_COUNTED = {
    Severity.ERROR: lambda n: say_n("{n} error", "{n} errors", n),
    Severity.WARNING: lambda n: say_n("{n} warning", "{n} warnings", n),
    Severity.INFO: lambda n: say_n("{n} note", "{n} notes", n),
}
