"""What findings are called by their severity, in all reports."""

from __future__ import annotations

from passportkit.findings import Severity
from passportkit.language import mark

SEVERITIES = {
    Severity.ERROR: mark("error"),
    Severity.WARNING: mark("warning"),
    Severity.INFO: mark("note"),
}
