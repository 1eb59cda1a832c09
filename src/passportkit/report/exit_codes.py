"""Exit codes: what a script may rely on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from passportkit.findings import Severity

if TYPE_CHECKING:
    from passportkit.findings import Finding
    from passportkit.source import Source  # loads what most exits have no use for

FINE = 0
ERRORS = 1
UNREADABLE = 2
"""Something could not be read or written, or the call is wrong."""
NO_FILES = 3
BUG = 70  # EX_SOFTWARE of sysexits.h


def code_of(source: Source, findings: Sequence[Finding], *, strict: bool = False) -> int:
    """Return the exit code for one file; the greatest one is that of the call.

    With `strict` a warning is as bad as an error.
    """
    rules = {found.rule for found in findings}
    if "program-bug" in rules:
        return BUG
    if not source.is_readable or "unusable-form" in rules:
        return UNREADABLE
    bad = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    return ERRORS if any(found.severity in bad for found in findings) else FINE
