"""Annotations of GitHub Actions, and beside them the log for a person.

A step shows ten annotations of each kind and no more, so the log has everything as well. See
<https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands>.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from passportkit.controls import visible
from passportkit.findings import START, Finding, Severity
from passportkit.language import Translator
from passportkit.report import full
from passportkit.report.result import CheckedFile, CheckRun, Tally, message_and_advice
from passportkit.report.summary import summary
from passportkit.report.waiting import Waiting

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}

_IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = _IN_MESSAGE | str.maketrans({":": "%3A", ",": "%2C"})


def show(
    files: Iterable[CheckedFile], run: CheckRun, translate: Translator, width: int
) -> Iterator[str]:
    """Yield the log and then a workflow command for each finding."""
    tally = Tally()
    with Waiting() as log, Waiting() as commands:
        for file in tally.passing(files):
            for excerpt in full.show([file], run, translate, width):
                log.add(excerpt.plain)
            for finding in file.findings:
                commands.add(_command(file, finding, translate))
        log.add(translate(summary(tally.practices, tally.severities)) + "\n")
        yield from _as_mere_words(log)
        yield from commands


def _as_mere_words(log: Iterable[str]) -> Iterator[str]:
    """Keep the runner from obeying what an author wrote: a line of a file may be a command too.

    The token must not be foreseeable, or a file could end the protection itself.
    """
    digest = hashlib.sha256()
    for piece in log:
        digest.update(piece.encode(errors="backslashreplace"))
    token = digest.hexdigest()
    yield f"::stop-commands::{token}\n"
    yield from log
    yield f"::{token}::\n"


def _command(file: CheckedFile, finding: Finding, translate: Translator) -> str:
    properties = {"file": file.path, **_region(finding), "title": finding.rule}
    listed = ",".join(
        f"{name}={visible(str(value).translate(_IN_PROPERTY))}"
        for name, value in properties.items()
    )
    words = visible(message_and_advice(finding, translate).translate(_IN_MESSAGE))
    return f"::{_COMMANDS[finding.severity]} {listed}::{words}\n"


def _region(finding: Finding) -> dict[str, int]:
    place = finding.place or START
    region = {"line": place.line, "endLine": place.end_line}
    if place != START and place.line == place.end_line:  # GitHub takes columns of one line only
        region |= {"col": place.column, "endColumn": place.end_column}
    return region
