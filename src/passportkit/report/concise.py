"""A finding as one line, for other programs, editors and logs."""

from __future__ import annotations

from passportkit.findings import START, Finding
from passportkit.language import Translator
from passportkit.report.escaping import SEVERITIES, visible
from passportkit.report.result import Report


def show(report: Report, translate: Translator, _width: int) -> str:
    """Return a line for each finding."""
    return "".join(
        line(file.source.name, finding, translate) + "\n" for file, finding in report.each()
    )


def line(name: str, finding: Finding, translate: Translator) -> str:
    """Return `path:line:column: severity rule: message`."""
    place = finding.place or START
    severity = translate(SEVERITIES[finding.severity])
    message = visible(translate(finding.message))
    return f"{visible(name)}:{place.line}:{place.column}: {severity} {finding.rule}: {message}"
