"""A telephone number cannot be dialled as it stands."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from passportkit.findings import Finding, Route, Severity
from passportkit.language import mark, say
from passportkit.practice.grants import REACHED
from passportkit.rules.rule import Context, Rule
from passportkit.text.pattern import pattern

FEWEST = 5
"""How many digits make a number: what has fewer is an extension, or an hour."""

_ENTRY = pattern(r"[^\n,;]+")
_NUMBER = pattern(r"\+?\(?\d[\d ()\u00a0\u202f./–‑-]*\d")

_CERTAIN = pattern(
    r"9\d{9}|800\d{7}|(?:3(?:0[12]|4[1-35-79]|5[1-3]|65|8[1-58]|9[0145])|4(?:01|1[1356]|2[13467]"
    r"|7[1-5]|8[1-7]|9[1-689])|8(?:1[1-8]|2[01]|3[13-6]|4[0-8]|5[15-7]|6[0-35-79]|7[1-37-9]))\d{7}"
)
"""National numbers that are certainly right: `phonenumbers` is asked only about the others."""


def check(context: Context) -> Iterator[Finding]:
    """Find the numbers that no telephone has."""
    for reached, route in chain.from_iterable(map(context.values, REACHED)):
        for field in ("phones", "fax"):
            for index, text in enumerate(getattr(reached, field, None) or ()):
                yield from _in_entry(text, (*route, field, index))


def numbers_of(text: str) -> Iterator[tuple[str, int]]:
    """Yield the numbers that a text names, each with its offset; words around them are left out."""
    for entry in _ENTRY.finditer(text):
        if "@" not in entry[0] and (found := _NUMBER.search(entry[0])):
            number = found[0].rstrip(" \u00a0\u202f./–‑-(")
            if number.endswith(")") and number.count("(") < number.count(")"):
                number = number[:-1]
            if len(digits_of(number)) >= FEWEST:
                yield number, entry.start() + found.start()


def digits_of(number: str) -> str:
    """Return the digits of a number without the `8` or `+7` of Russia before it."""
    digits = "".join([char for char in number if char.isdecimal()])
    if len(digits) == 11 and digits[0] in "78":
        return digits[1:]
    return digits


def _in_entry(text: str, route: Route) -> Iterator[Finding]:
    for number, start in numbers_of(text):
        if not is_valid(number):
            yield RULE.found(
                route,
                say("there is no telephone number {number}", number=number),
                say("write the area code and the number, 10 digits in all: +7 (391) 200-00-17"),
                span=(start, start + len(number)),
            )


def is_valid(number: str) -> bool:
    """Return whether a telephone may have this number."""
    is_foreign = number.startswith("+") and not number.startswith("+7")
    if not is_foreign and _CERTAIN.fullmatch(digits_of(number)):
        return True
    import phonenumbers

    try:
        parsed = phonenumbers.parse(number, "RU")
    except phonenumbers.NumberParseException:
        return False
    return bool(phonenumbers.is_valid_number(parsed))


RULE = Rule(
    "phone-number",
    Severity.WARNING,
    check,
    finds=mark("a telephone number has a digit too many or too few, or no area code"),
    why=mark(
        "The organisers call the people who answer for the practice. Any way of writing a number "
        "will do, with brackets, hyphens or blanks, with `8` or `+7`, with an extension behind it; "
        "but it needs its area code and all of its digits."
    ),
    bad="""\
contacts:
  - name: Светлова Анна Ильинична
    phones: +7 (391) 200-00-1
""",
    good="""\
contacts:
  - name: Светлова Анна Ильинична
    phones:
      - +7 (391) 200-00-17
      - 8(391)200-00-17 доб. 3
""",
    of_a_value=True,
)
