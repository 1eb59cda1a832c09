"""The number of an application is not one of the Presidential Grants Fund."""

from __future__ import annotations

import re
from collections.abc import Iterator

from passportkit.findings import Finding, Severity
from passportkit.language import mark, say
from passportkit.rules.rule import Context, Rule
from passportkit.text.pattern import pattern

_NUMBER = pattern(r"\d\d-\d-\d{6}")
_ALIKE = pattern(r"(?:№ ?)?\d\d(?:\d\d)? ?[-–—/] ?\d ?[-–—/] ?\d{4,8}")
_CONTEST = pattern(
    r"(?:(перв|втор|специальн)\w+ )?конкурс\w*[^\d]*(20\d\d)(?: год\w*| г\.)?", re.IGNORECASE
)
_ORDINALS = {"перв": "1", "втор": "2"}


def check(context: Context) -> Iterator[Finding]:
    """Find numbers that are no numbers of the Fund, or belong to another of its contests."""
    for application, route in context.records("applications"):
        number = application.number
        if not number:
            continue
        at = (*route, "number")
        contest = _CONTEST.fullmatch(application.contest or "")
        if not _NUMBER.fullmatch(number):
            if _ALIKE.fullmatch(number) or (contest and contest[1]):
                yield RULE.found(
                    at,
                    say("“{number}” is no number of an application", number=number),
                    say("the Fund's numbers have year, contest and six digits: 19-1-029373"),
                )
        elif contest:
            yield from _of_another(number, contest, at)


def _of_another(
    number: str, contest: re.Match[str], at: tuple[str | int, ...]
) -> Iterator[Finding]:
    ordinal = _ORDINALS.get((contest[1] or "").lower())
    if number[:2] != contest[2][2:] or (ordinal and number[3] != ordinal):
        message = say(
            "the number begins with {given}, but the contest is “{contest}”",
            given=number[:4],
            contest=contest[0],
        )
        yield RULE.found(at, message, say("compare both with the card of the project"), span=(0, 4))


RULE = Rule(
    "application-number",
    Severity.WARNING,
    check,
    finds=mark("the number of an application has the wrong shape, or is of another contest"),
    why=mark(
        "The number of an application to the Presidential Grants Fund has the year, the contest of "
        "that year and six digits, joined by hyphens. By it the experts find the project; a slip "
        "leads to somebody else's. Numbers of other contests are left alone."
    ),
    bad="""\
applications:
  - contest: Первый конкурс 2019
    number: 18-1-029373
""",
    good="""\
applications:
  - contest: Первый конкурс 2019
    number: 19-1-029373
""",
    of_a_value=True,
)
