"""Reports that grow: by findings, in many lines and in one that is long."""

from __future__ import annotations

from collections.abc import Callable

from growing import Kind, Work

from passportkit import translator
from passportkit.findings import Finding, Place, Severity
from passportkit.language import say
from passportkit.report.formats import FORMATS, printer
from passportkit.report.result import CheckedFile, CheckRun
from passportkit.rules.registry import RULES
from passportkit.source import read


def _file(size: int, text: str, place: Callable[[int], Place]) -> CheckedFile:
    findings = tuple(
        Finding("email-address", Severity.WARNING, say("{n}", n=str(n)), place=place(n))
        for n in range(size)
    )
    return CheckedFile(read(text.encode(), "a.yaml"), "a.yaml", findings, 1)


def _in_lines(size: int) -> list[CheckedFile]:
    text = "passport: 1\ntitle: а\ngoals:\n" + "  - а б\n" * size
    return [_file(size, text, lambda n: Place(n + 4, 5, n + 4, 6))]


def _in_one_line(size: int) -> list[CheckedFile]:
    text = "passport: 1\ntitle: " + "а б " * size
    return [_file(size, text, lambda n: Place(2, 8 + 4 * n, 2, 9 + 4 * n))]


def _in_files(size: int) -> list[CheckedFile]:
    return _in_lines(1) * size


def _shown(name: str, made: Callable[[int], list[CheckedFile]]) -> Callable[[int], Work]:
    def work(size: int) -> Work:
        files = made(size)
        run = CheckRun("1.0", RULES)
        show = printer(name)
        return lambda: sum(len(str(each)) for each in show(iter(files), run, translator("ru"), 80))

    return work


_OF_FINDINGS = {"lines": _in_lines, "one line": _in_one_line, "files": _in_files}

REPORTS = tuple(
    Kind(f"{name}, findings in {where}", "finding", _shown(name, made), size=200)
    for name in FORMATS
    for where, made in _OF_FINDINGS.items()
)
