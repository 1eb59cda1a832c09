"""A finding as one line, for other programs, editors and logs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from passportkit.controls import visible
from passportkit.findings import START, Finding
from passportkit.language import Translator
from passportkit.report.result import CheckedFile, CheckRun
from passportkit.report.sentences import sentence
from passportkit.report.severities import SEVERITIES


def show(
    files: Iterable[CheckedFile], _run: CheckRun, translate: Translator, _width: int
) -> Iterator[str]:
    """Yield a line for each finding."""
    for file in files:
        for finding in file.findings:
            yield line(file.source.name, finding, translate) + "\n"


def line(name: str, finding: Finding, translate: Translator) -> str:
    """Return `path:line:column: severity rule: message`."""
    place = finding.place or START
    severity = translate(SEVERITIES[finding.severity])
    message = sentence(finding.message, translate)
    return f"{visible(name)}:{place.line}:{place.column}: {severity} {finding.rule}: {message}"
