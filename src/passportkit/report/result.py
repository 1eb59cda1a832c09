"""What a check has come to: the one value that every format shows."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from passportkit.findings import START, Finding, Severity
from passportkit.language import Translator
from passportkit.report.escaping import visible
from passportkit.source import Source


@dataclass(frozen=True, slots=True)
class About:
    """What a format may tell of a rule: its usual weight, what it finds, why, and examples.

    `finds` and `why` are marked words, to be translated.
    """

    name: str
    severity: Severity
    finds: str
    why: str = ""
    bad: str = ""
    good: str = ""
    enabled: bool = True


class Checked(NamedTuple):
    """A file that was checked: what was found in it, and the exit code that it alone would give.

    `path` is its place below the folder that machines count from, always with `/`; `source.name` is
    how people call it from where they are. Settings are checked along, but are no practice.
    """

    source: Source
    path: str
    findings: tuple[Finding, ...] = ()
    code: int = 0
    is_practice: bool = True


class Report(NamedTuple):
    """A check of some files. `code` is the exit code, `program` the version that has checked."""

    files: tuple[Checked, ...]
    code: int
    program: str
    about: tuple[About, ...] = ()

    @property
    def practices(self) -> int:
        """How many practices were checked."""
        return sum(file.is_practice for file in self.files)

    @property
    def severities(self) -> list[Severity]:
        """The severities of all findings."""
        return [found.severity for file in self.files for found in file.findings]

    def each(self) -> Iterator[tuple[Checked, Finding]]:
        """Yield every finding with its file."""
        return ((file, finding) for file in self.files for finding in file.findings)

    def marked(self) -> Iterator[tuple[Checked, Finding, str]]:
        """Yield every finding with its file and its fingerprint.

        The same finding has the same fingerprint in the next check, wherever it has moved within
        its file and whatever the language. It is made of the rule, the path, the keys on the way to
        the value and the words of the line, and of a number where all these are equal.
        """
        seen: Counter[tuple[str, ...]] = Counter()
        for file, finding in self.each():
            what = (finding.rule, file.path, *_keys(finding), _line(file.source, finding))
            yield file, finding, _digest(*what, str(seen[what]))
            seen[what] += 1


def _keys(finding: Finding) -> tuple[str, ...]:
    # without the indices, which change when an item is put before
    return tuple(step for step in finding.route if isinstance(step, str))


def _line(source: Source, finding: Finding) -> str:
    place = finding.place or START
    if place == START or place.line > len(source.lines):  # it is about the file as a whole
        return ""
    return source.lines[place.line - 1].strip()


def _digest(*words: str) -> str:
    text = "\0".join(words)
    return hashlib.sha256(text.encode(errors="backslashreplace")).hexdigest()[:32]


def message(finding: Finding, translate: Translator) -> str:
    """Return what a finding says, on one line."""
    return visible(translate(finding.message))


def advice(finding: Finding, translate: Translator) -> str | None:
    """Return what to do about a finding, on one line, or None."""
    return visible(translate(finding.help)) if finding.help is not None else None


def message_and_advice(finding: Finding, translate: Translator) -> str:
    """Return what a finding says and, on a second line, what to do about it."""
    what = advice(finding, translate)
    title = translate("help:")
    return message(finding, translate) + (f"\n{title} {what}" if what else "")
