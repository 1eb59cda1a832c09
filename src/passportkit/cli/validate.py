"""`passport validate`: everything that is missing or wrong, in all files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from passportkit.cli.exit import NO_FILES, code_of
from passportkit.cli.practices import Practices
from passportkit.cli.terminal import Terminal
from passportkit.findings import Finding
from passportkit.language import say
from passportkit.report.summary import summary
from passportkit.source import Source


def validate(terminal: Terminal, paths: Sequence[str], forms: Sequence[str]) -> int:
    """Check practices, print what is found, and return the exit code."""
    practices = Practices(paths, forms)
    code = 0
    found: list[Finding] = []
    for source, findings in _checked(practices):
        terminal.report(source, findings)
        code = max(code, code_of(source, findings))
        found += findings
    if not practices.found:
        terminal.complain(say("there are no files to check: practices end in `.yaml` or `.yml`"))
        return NO_FILES
    severities = [finding.severity for finding in found]
    terminal.remark(summary(len(practices.found), severities))
    return code


def _checked(practices: Practices) -> Iterator[tuple[Source, Sequence[Finding]]]:
    """Yield first the settings with something wrong in them, then every practice."""
    for source in practices.settings():
        yield source, source.findings
    for case in practices:
        yield case.examined.source, case.examined.findings
