"""Findings as JSON, for programs; `schemas/findings.schema.json` says what it holds."""

from __future__ import annotations

import json
from typing import Any

from passportkit.findings import START, Finding, Severity
from passportkit.language import Translator
from passportkit.report.result import Checked, Report, advice, message

VERSION = 1
"""Raised when something that was there is gone or means something else; additions keep it."""


def show(report: Report, translate: Translator, _width: int) -> str:
    """Return the report as JSON."""
    severities = report.severities
    data = {
        "version": VERSION,
        "program": {"name": "passport", "version": report.program},
        "language": translate.language,
        "exit_code": report.code,
        "counts": {each.value: severities.count(each) for each in Severity},
        "files": [file.path for file in report.files],
        "findings": [_finding(*each, translate) for each in report.marked()],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _finding(
    file: Checked, finding: Finding, fingerprint: str, translate: Translator
) -> dict[str, Any]:
    place = finding.place or START
    return {
        "path": file.path,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": message(finding, translate),
        "help": advice(finding, translate),
        "route": list(finding.route),
        "fingerprint": fingerprint,
    }
