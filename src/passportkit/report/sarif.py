"""SARIF 2.1.0, which code scanning of GitHub and many editors read.

See <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from passportkit.findings import START, Finding, Severity
from passportkit.language import Translator, mark
from passportkit.report.result import About, Checked, Report, message_and_advice

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_FINGERPRINT = "passportFinding/v1"


def show(report: Report, translate: Translator, _width: int) -> str:
    """Return the report as SARIF."""
    rules = _rules(report)
    indices = {name: index for index, name in enumerate(rules)}
    run = {
        "tool": {
            "driver": {
                "name": "passport",
                "version": report.program,
                "rules": [_rule(rule, translate) for rule in rules.values()],
            }
        },
        "language": translate.language,
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": _location(file.path)} for file in report.files],
        "results": [_result(*each, indices, translate) for each in report.marked()],
        "invocations": [{"executionSuccessful": True, "exitCode": report.code}],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rules(report: Report) -> dict[str, About]:
    """Return the rules that something was found of, by name: what is known of them, or the name."""
    known = {rule.name: rule for rule in report.about}
    found = {each.rule: each for _file, each in report.each()}
    return {
        name: known.get(name) or About(name, found[name].severity, name) for name in sorted(found)
    }


def _rule(rule: About, translate: Translator) -> dict[str, Any]:
    described: dict[str, Any] = {
        "id": rule.name,
        "shortDescription": {"text": translate(rule.finds)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity], "enabled": rule.enabled},
    }
    if rule.why:
        why = translate(rule.why)
        described["help"] = {"text": why, "markdown": why + _examples(rule, translate)}
    return described


def _examples(rule: About, translate: Translator) -> str:
    shown = ((mark("Wrong:"), rule.bad), (mark("Right:"), rule.good))
    return "".join(
        f"\n\n{translate(title)}\n\n```\n{example}```\n" for title, example in shown if example
    )


def _result(
    file: Checked,
    finding: Finding,
    fingerprint: str,
    indices: Mapping[str, int],
    translate: Translator,
) -> dict[str, Any]:
    return {
        "ruleId": finding.rule,
        "ruleIndex": indices[finding.rule],
        "level": _LEVELS[finding.severity],
        "message": {"text": message_and_advice(finding, translate)},
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
