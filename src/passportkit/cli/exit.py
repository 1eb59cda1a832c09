"""Exit codes: what a script may rely on."""

from __future__ import annotations

from collections.abc import Sequence

from passportkit.findings import Finding, Severity
from passportkit.source import Source

FINE = 0
ERRORS = 1
UNREADABLE = 2
"""Something could not be read or written, or the call is wrong."""
NO_FILES = 3


def code_of(source: Source, findings: Sequence[Finding], *, strict: bool = False) -> int:
    """Return the exit code for one file; the greatest one is that of the call.

    With `strict` a warning is as bad as an error.
    """
    if not source.is_readable or any(found.rule == "unusable-form" for found in findings):
        return UNREADABLE
    bad = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    return ERRORS if any(found.severity in bad for found in findings) else FINE
