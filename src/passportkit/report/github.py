"""Annotations of GitHub Actions, and beside them the log for a person.

A step shows ten annotations of each kind and no more, so the log has everything as well. See
<https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands>.
"""

from __future__ import annotations

import hashlib

from passportkit.findings import START, Finding, Severity
from passportkit.language import Translator
from passportkit.report import full
from passportkit.report.result import Checked, Report, message_and_advice
from passportkit.report.summary import summary

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}

_IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = _IN_MESSAGE | str.maketrans({":": "%3A", ",": "%2C"})


def show(report: Report, translate: Translator, width: int) -> str:
    """Return the log and then a workflow command for each finding."""
    log = full.show(report, translate, width).plain
    log += translate(summary(report.practices, report.severities)) + "\n"
    commands = [_command(file, finding, translate) for file, finding in report.each()]
    return _as_mere_words(log) + "".join(commands)


def _as_mere_words(log: str) -> str:
    """Keep the runner from obeying what an author wrote: a line of a file may be a command too.

    The token must not be foreseeable, or a file could end the protection itself.
    """
    token = hashlib.sha256(log.encode(errors="backslashreplace")).hexdigest()
    return f"::stop-commands::{token}\n{log}::{token}::\n"


def _command(file: Checked, finding: Finding, translate: Translator) -> str:
    properties = {"file": file.path, **_region(finding), "title": finding.rule}
    listed = ",".join(
        f"{name}={str(value).translate(_IN_PROPERTY)}" for name, value in properties.items()
    )
    words = message_and_advice(finding, translate).translate(_IN_MESSAGE)
    return f"::{_COMMANDS[finding.severity]} {listed}::{words}\n"


def _region(finding: Finding) -> dict[str, int]:
    place = finding.place or START
    region = {"line": place.line, "endLine": place.end_line}
    if place != START and place.line == place.end_line:  # GitHub takes columns of one line only
        region |= {"col": place.column, "endColumn": place.end_column}
    return region
