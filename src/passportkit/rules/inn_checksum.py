"""The INN of the organisation has a digit wrong."""

from __future__ import annotations

from collections.abc import Iterator

from passportkit.findings import Finding, Severity
from passportkit.language import mark, say
from passportkit.practice.grants import Organization
from passportkit.rules.rule import Context, Rule


def check(context: Context) -> Iterator[Finding]:
    """Find an INN that cannot be one."""
    for organization, route in context.values(Organization):
        inn = organization.inn
        if not inn:
            continue
        digits = inn.replace(" ", "")
        if not (digits.isascii() and digits.isdecimal()) or len(digits) not in (10, 12):
            message = say("“{number}” is no INN: it has 10 digits, or 12 of a person", number=inn)
        elif not _is_valid(digits):
            message = say("the check digit of the INN {number} does not fit", number=inn)
        else:
            continue
        advice = say("compare it digit by digit with the certificate of registration")
        yield RULE.found((*route, "inn"), message, advice)


_WEIGHTS = (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8)
"""Those of the last digit of twelve; each digit before it has the same without the first."""


def _is_valid(digits: str) -> bool:
    ends = (10, 11) if len(digits) == 12 else (9,)
    if digits.isascii() and all(_check_digit(digits[:end]) == digits[end] for end in ends):
        return True  # almost every one is, and stdnum loads what it needs for the net
    from stdnum.ru import inn

    return bool(inn.is_valid(digits))


def _check_digit(digits: str) -> str:
    weights = _WEIGHTS[-len(digits) :]
    return str(sum(w * int(d) for w, d in zip(weights, digits, strict=True)) % 11 % 10)


RULE = Rule(
    "inn-checksum",
    Severity.ERROR,
    check,
    finds=mark("the INN of the organisation has a digit wrong"),
    why=mark(
        "The last digit of an INN (the last two of a person's) follows from the others, so a slip "
        "shows at once. With a wrong INN the contest does not find the organisation in the state "
        "register, and the application comes back."
    ),
    bad="""\
organization:
  name: АНО «Центр городских инициатив»
  inn: 2499042172
""",
    good="""\
organization:
  name: АНО «Центр городских инициатив»
  inn: 2499042171
""",
    of_a_value=True,
)
