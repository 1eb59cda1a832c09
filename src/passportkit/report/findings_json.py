"""Findings as JSON, for programs; `schemas/findings.schema.json` says what it holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from passportkit.findings import START, Finding, Severity
from passportkit.language import Translator
from passportkit.report.result import CheckedFile, CheckRun, Tally, advice, marked, message
from passportkit.report.waiting import Waiting, dumped, with_lists

VERSION = 1
"""Raised when something that was there is gone or means something else; additions keep it."""


def show(
    files: Iterable[CheckedFile], run: CheckRun, translate: Translator, _width: int
) -> Iterator[str]:
    """Yield the JSON of all findings."""
    tally = Tally()
    with Waiting() as paths, Waiting() as findings:
        for file in tally.passing(files):
            paths.add(dumped(file.path))
            for finding, fingerprint in marked(file):
                findings.add(dumped(_finding(file, finding, fingerprint, translate)))
        frame = {
            "version": VERSION,
            "program": {"name": "passport", "version": run.program},
            "language": translate.language,
            "exit_code": tally.code(run),
            "counts": {each.value: tally.severities[each] for each in Severity},
            "files": "\0files",
            "findings": "\0findings",
        }
        yield from with_lists(frame, files=paths, findings=findings)


def _finding(
    file: CheckedFile, finding: Finding, fingerprint: str, translate: Translator
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
