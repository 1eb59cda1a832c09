"""The OGRN of the organisation has a digit wrong."""

from __future__ import annotations

from collections.abc import Iterator

from passportkit.findings import Finding, Severity
from passportkit.language import mark, say
from passportkit.practice.grants import Organization
from passportkit.rules.rule import Context, Rule


def check(context: Context) -> Iterator[Finding]:
    """Find an OGRN that cannot be one."""
    for organization, route in context.values(Organization):
        ogrn = organization.ogrn
        if not ogrn:
            continue
        digits = ogrn.replace(" ", "")
        if not (digits.isascii() and digits.isdecimal()) or len(digits) not in (13, 15):
            message = say(
                "“{number}” is no OGRN: it has 13 digits, or 15 of an entrepreneur", number=ogrn
            )
        elif not _is_valid(digits):
            message = say("the check digit of the OGRN {number} does not fit", number=ogrn)
        else:
            continue
        advice = say("compare it digit by digit with the extract from the state register")
        yield RULE.found((*route, "ogrn"), message, advice)


def _is_valid(digits: str) -> bool:
    if len(digits) == 15:
        # stdnum compares the remainder, which may have two digits, without its last mod 10
        return digits[0] in "34" and int(digits[:-1]) % 13 % 10 == int(digits[-1])
    if digits[0] in "15" and digits.isascii() and int(digits[:-1]) % 11 % 10 == int(digits[-1]):
        return True  # almost every one is, and stdnum loads what it needs for the net
    from stdnum.ru import ogrn

    return bool(ogrn.is_valid(digits))


RULE = Rule(
    "ogrn-checksum",
    Severity.ERROR,
    check,
    finds=mark("the OGRN of the organisation has a digit wrong"),
    why=mark(
        "The last digit of an OGRN follows from the others, so a slip shows at once. With a wrong "
        "OGRN the contest does not find the organisation in the state register, and the "
        "application comes back."
    ),
    bad="""\
organization:
  name: АНО «Центр городских инициатив»
  ogrn: 1162499042178
""",
    good="""\
organization:
  name: АНО «Центр городских инициатив»
  ogrn: 1162499042177
""",
    of_a_value=True,
)
