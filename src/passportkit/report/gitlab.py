"""A Code Quality report of GitLab, which shows it in the merge request.

See <https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format>.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from passportkit.findings import START, Finding, Severity
from passportkit.language import Translator
from passportkit.report.result import CheckedFile, CheckRun, marked, message
from passportkit.report.waiting import Waiting, dumped, with_lists

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def show(
    files: Iterable[CheckedFile], _run: CheckRun, translate: Translator, _width: int
) -> Iterator[str]:
    """Yield the report as GitLab reads it."""
    with Waiting() as findings:  # half a list is no JSON, should the run be interrupted
        for file in files:
            for finding, fingerprint in marked(file):
                findings.add(dumped(_finding(file, finding, fingerprint, translate)))
        yield from with_lists("\0findings", findings=findings)


def _finding(
    file: CheckedFile, finding: Finding, fingerprint: str, translate: Translator
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
