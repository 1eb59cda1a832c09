"""A Code Quality report of GitLab, which shows it in the merge request.

See <https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format>.
"""

from __future__ import annotations

import json
from typing import Any

from passportkit.findings import START, Finding, Severity
from passportkit.language import Translator
from passportkit.report.result import Checked, Report, message

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def show(report: Report, translate: Translator, _width: int) -> str:
    """Return the report as GitLab reads it."""
    found = [_finding(*each, translate) for each in report.marked()]
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _finding(
    file: Checked, finding: Finding, fingerprint: str, translate: Translator
) -> dict[str, Any]:
    place = finding.place or START
    return {
        "description": message(finding, translate),
        "check_name": finding.rule,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": file.path,
            "lines": {"begin": place.line, "end": place.end_line},
        },
    }
