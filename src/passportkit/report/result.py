"""What a check has come to: the values that every format shows, as they come."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from typing import Any, NamedTuple

from passportkit.findings import START, Finding, Severity
from passportkit.language import Translator, say, say_n
from passportkit.report.sentences import sentence
from passportkit.rules.file_rules import MORE_FINDINGS
from passportkit.rules.rule import Rule
from passportkit.source import Source


class CheckedFile(NamedTuple):
    """A file that was checked: what was found in it, and the exit code that it alone would give.

    `path` is its place below the folder that machines count from, always with `/`; `source.name` is
    how people call it from where they are. Settings are checked along, but are no practice.
    """

    source: Source
    path: str
    findings: tuple[Finding, ...] = ()
    code: int = 0
    is_practice: bool = True


MOST_TOLD = 1_000
"""How many findings of a file are told: nobody reads more, and a log that shows all shows none."""


def told(
    source: Source,
    path: str,
    findings: Sequence[Finding],
    code: int = 0,
    *,
    is_practice: bool = True,
) -> CheckedFile:
    """Return a file as reports may tell of it: without words that are not shown, and not endless.

    What is above the bound is told by one finding more.
    """
    some = tuple(findings[:MOST_TOLD])
    if not source.is_shown:
        some = tuple(each.without_words() for each in some)
    return CheckedFile(source, path, some + _more(findings[MOST_TOLD:]), code, is_practice)


def _more(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return what says that there are more findings, as grave as the worst of these."""
    if not findings:
        return ()
    severities = {each.severity for each in findings}
    worst = next(each for each in Severity if each in severities)
    message = say_n(
        "{n} more finding in this file is not shown",
        "{n} more findings in this file are not shown",
        len(findings),
    )
    advice = say("mend what is shown, and check again")
    return (Finding(MORE_FINDINGS.name, worst, message, help=advice, place=START),)


class CheckRun(NamedTuple):
    """A check of some files: the version that checks, the rules, the exit code without any file."""

    program: str = ""
    rules: tuple[Rule, ...] = ()
    code_of_nothing: int = 0


@dataclass(slots=True)
class Tally:
    """What has passed so far: how many practices, findings by severity, the greatest exit code."""

    practices: int = 0
    severities: Counter[Severity] = field(default_factory=Counter)
    greatest: int = 0

    def passing(self, files: Iterable[CheckedFile]) -> Iterator[CheckedFile]:
        """Yield the files, each counted before it is given on."""
        for file in files:
            self.practices += file.is_practice
            self.severities.update(found.severity for found in file.findings)
            self.greatest = max(self.greatest, file.code)
            yield file

    def code(self, run: CheckRun) -> int:
        """Return the exit code of all that has passed."""
        return self.greatest if self.practices else run.code_of_nothing


def marked(file: CheckedFile) -> Iterator[tuple[Finding, str]]:
    """Yield every finding of a file with its fingerprint.

    The same finding has the same fingerprint in the next check, wherever it has moved within
    its file and whatever the language. It is made of the rule, the path, the keys on the way to
    the value and the words of the line, and of a number where all these are equal.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    line_of = cache(partial(_line, file.source))
    begun = cache(_begun)
    for finding in file.findings:
        what = (finding.rule, file.path, *_keys(finding), line_of(_line_number(finding)))
        digest = begun(what).copy()
        digest.update(f"\0{seen[what]}".encode())
        yield finding, digest.hexdigest()[:32]
        seen[what] += 1


def _keys(finding: Finding) -> tuple[str, ...]:
    # without the indices, which change when an item is put before
    return tuple(step for step in finding.route if isinstance(step, str))


def _line_number(finding: Finding) -> int:
    """Return the number of the line that a finding is about, or 0 for the file as a whole."""
    place = finding.place or START
    return 0 if place == START else place.line


def _line(source: Source, number: int) -> str:
    if not source.is_shown:
        return ""
    return source.lines[number - 1].strip() if 0 < number <= len(source.lines) else ""


def _begun(words: tuple[str, ...]) -> Any:
    """Return the beginning of a fingerprint: many findings may be in one long line."""
    return hashlib.sha256("\0".join(words).encode(errors="backslashreplace"))


def message(finding: Finding, translate: Translator) -> str:
    """Return what a finding says, on one line."""
    return sentence(finding.message, translate)


def advice(finding: Finding, translate: Translator) -> str | None:
    """Return what to do about a finding, on one line, or None."""
    return sentence(finding.help, translate) if finding.help is not None else None


def message_and_advice(finding: Finding, translate: Translator) -> str:
    """Return what a finding says and, on a second line, what to do about it."""
    what = advice(finding, translate)
    title = translate("help:")
    return message(finding, translate) + (f"\n{title} {what}" if what else "")
