"""How acts are cited: whether a citation has a date and a number, in any of the usual ways."""

from __future__ import annotations

import re

from passportkit.practice.words import BLANKS
from passportkit.text.pattern import pattern

BLANK = f"[{BLANKS}]"
MONTHS = "янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек"
DATE = rf"(?:\d{{1,2}}\.\d{{1,2}}\.\d{{2,4}}|\d{{1,2}}{BLANK}+(?:{MONTHS})[а-я]*{BLANK}+\d{{4}})"
NUMBER = rf"(?:№|\bN(?:o\.?)?){BLANK}*\w[\w/.-]{{0,60}}"
"""Of more characters is no number, and text of such characters costs no more than other text."""

_DATE = pattern(DATE, re.IGNORECASE)
_NUMBER = pattern(rf"№|\bN(?:o\.?)?{BLANK}*\w|\bб/н|\b\d+-[А-Яа-я]{{1,4}}\b")
_WITHOUT_REQUISITES = pattern(r"кодекс|конституци|\bустав|хартия|конвенци", re.IGNORECASE)
_WITHOUT_NUMBER = pattern(
    r"(?:дополнительн\w+ )?(?:соглашени|договор|меморандум|протокол|план\b|плана\b|дорожн|письмо"
    r"|комплекс|лицензи|паспорт|методич|регламент\b)|«?дорожн",
    re.IGNORECASE,
)


def has_date(act: str) -> bool:
    """Whether the words name a day."""
    return _DATE.search(act) is not None


def has_number(act: str) -> bool:
    """Whether the words have a number, be it without its №: «7-ФЗ»."""
    return _NUMBER.search(act) is not None


def goes_without_date(act: str) -> bool:
    """Whether such an act is known by its name alone: a code, the constitution, a charter."""
    return _WITHOUT_REQUISITES.search(act[:80]) is not None


def goes_without_number(act: str) -> bool:
    """Whether a paper of this kind often has no number: an agreement, minutes, a plan."""
    return goes_without_date(act) or _WITHOUT_NUMBER.match(act) is not None
