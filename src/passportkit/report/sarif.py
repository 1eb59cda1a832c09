"""SARIF 2.1.0, which code scanning of GitHub and many editors read.

See <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from passportkit.findings import START, Finding, Severity
from passportkit.language import Translator, mark
from passportkit.report.result import (
    CheckedFile,
    CheckRun,
    Tally,
    marked,
    message_and_advice,
)
from passportkit.report.waiting import Waiting, dumped, with_lists
from passportkit.rules.rule import Rule

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_FINGERPRINT = "passportFinding/v1"


def show(
    files: Iterable[CheckedFile], run: CheckRun, translate: Translator, _width: int
) -> Iterator[str]:
    """Yield SARIF."""
    tally, found = Tally(), dict[str, Severity]()
    with Waiting() as artifacts, Waiting() as results:
        for file in tally.passing(files):
            artifacts.add(dumped({"location": _location(file.path)}))
            for finding, fingerprint in marked(file):
                found[finding.rule] = finding.severity
                results.add(dumped(_result(file, finding, fingerprint, translate)))
        rules = _rules(found, run)
        log = _log(rules, tally.code(run), run, translate)
        indices = {rule.name: str(index) for index, rule in enumerate(rules)}
        yield from with_lists(log, artifacts=artifacts, results=_indexed(results, indices))


def _log(rules: Iterable[Rule], code: int, run: CheckRun, translate: Translator) -> dict[str, Any]:
    driver = {
        "name": "passport",
        "version": run.program,
        "rules": [_rule(rule, translate) for rule in rules],
    }
    described = {
        "tool": {"driver": driver},
        "language": translate.language,
        "columnKind": "unicodeCodePoints",
        "artifacts": "\0artifacts",
        "results": "\0results",
        "invocations": [{"executionSuccessful": True, "exitCode": code}],
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [described]}


def _rules(found: Mapping[str, Severity], run: CheckRun) -> list[Rule]:
    """Return the rules that something was found of, by name: what is known of them, or the name."""
    known = {rule.name: rule for rule in run.rules}
    return [known.get(name) or Rule(name, found[name], None, name, "") for name in sorted(found)]


_RULE = re.compile(r'"\\u0000([^"]*)"')
"""Where the number of a rule goes, which is known only when all findings are."""


def _indexed(results: Iterable[str], indices: Mapping[str, str]) -> Iterator[str]:
    return (_RULE.sub(lambda rule: indices[rule[1]], each) for each in results)


def _rule(rule: Rule, translate: Translator) -> dict[str, Any]:
    described: dict[str, Any] = {
        "id": rule.name,
        "shortDescription": {"text": translate(rule.finds)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity], "enabled": rule.enabled},
    }
    if rule.why:
        why = translate(rule.why)
        described["help"] = {"text": why, "markdown": why + _examples(rule, translate)}
    return described


def _examples(rule: Rule, translate: Translator) -> str:
    shown = ((mark("Wrong:"), rule.bad), (mark("Right:"), rule.good))
    return "".join(
        f"\n\n{translate(title)}\n\n```\n{example}```\n" for title, example in shown if example
    )


def _result(
    file: CheckedFile, finding: Finding, fingerprint: str, translate: Translator
) -> dict[str, Any]:
    return {
        "ruleId": finding.rule,
        "ruleIndex": f"\0{finding.rule}",
        "level": _LEVELS[finding.severity],
        "message": {"text": _without_links(message_and_advice(finding, translate))},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": _location(file.path),
                    "region": _region(finding),
                }
            }
        ],
        "partialFingerprints": {_FINGERPRINT: fingerprint},
    }


_SIGNS_OF_LINKS = re.compile(r"[][\\]")


def _without_links(text: str) -> str:
    """Return a message in which words of an author are no link: viewers would make it one.

    Links are the only markup of a plain message, and each of their signs stands for itself behind
    a backslash. A backslash of the author is one of these signs: it could undo ours.
    """
    return _SIGNS_OF_LINKS.sub(r"\\\g<0>", text)


def _region(finding: Finding) -> dict[str, int]:
    place = finding.place or START
    if place == START:
        return {"startLine": 1}
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _location(path: str) -> dict[str, str]:
    pure = PurePath(path)
    if pure.is_absolute():  # on another drive than the folder that is counted from
        return {"uri": pure.as_uri()}
    # a name is bytes where it is no text; a relative address may begin with `-`
    return {"uri": quote(os.fsencode(path)), "uriBaseId": "%SRCROOT%"}
