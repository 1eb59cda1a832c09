"""A test report as JUnit writes it, which every CI system shows: a test for each file.

A test is one that a merge request can name as newly failed or mended, so it is the file, whose name
stays, and not the finding. Of a file that passes, the warnings stand in its output.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from passportkit.controls import visible
from passportkit.language import Translator
from passportkit.report.concise import line
from passportkit.report.result import CheckedFile, CheckRun, advice
from passportkit.report.summary import found
from passportkit.report.waiting import Waiting

_SUITE = "passport validate"
_NO_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FAILED, _BROKEN = 1, 2


def show(
    files: Iterable[CheckedFile], _run: CheckRun, translate: Translator, _width: int
) -> Iterator[str]:
    """Yield JUnit's XML."""
    codes = Counter[int]()
    with Waiting() as cases:
        for file in files:
            cases.add(_case(file, translate))
            codes[min(file.code, _BROKEN)] += 1
        failed, broken = codes[_FAILED], codes[_BROKEN]
        counts = _attributes(tests=codes.total(), failures=failed, errors=broken, time="0")
        yield f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites{counts}>\n'
        yield f"  <testsuite{_attributes(name=_SUITE)}{counts}>\n"
        yield from cases
        yield "  </testsuite>\n</testsuites>\n"


def _case(file: CheckedFile, translate: Translator) -> str:
    opened = f"    <testcase{_attributes(name=visible(file.path), classname=_SUITE, time='0')}"
    if not file.findings:
        return f"{opened}/>\n"
    return f"{opened}>\n      {_outcome(file, translate)}\n    </testcase>\n"


def _outcome(file: CheckedFile, translate: Translator) -> str:
    words = "\n".join(_lines(file, translate))
    if not file.code:
        return f"<system-out>{_text(words)}</system-out>"
    element = "failure" if file.code == _FAILED else "error"
    summary = translate(found(each.severity for each in file.findings))
    rules = ", ".join(dict.fromkeys(each.rule for each in file.findings))
    return f"<{element}{_attributes(message=summary, type=rules)}>{_text(words)}</{element}>"


def _lines(file: CheckedFile, translate: Translator) -> list[str]:
    lines: list[str] = []
    for finding in file.findings:
        lines.append(line(file.path, finding, translate))
        if what := advice(finding, translate):
            lines.append(f"    {translate('help:')} {what}")
    return lines


def _attributes(**values: object) -> str:
    return "".join(f" {name}={quoteattr(_clean(str(each)))}" for name, each in values.items())


def _text(words: str) -> str:
    return escape(_clean(words))


def _clean(words: str) -> str:
    """Return words without what XML cannot hold in any spelling."""
    return _NO_XML.sub("\ufffd", words)
