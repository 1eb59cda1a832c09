"""Of which type an answer is, guessed from the words that ask for it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_item = re.compile(r"\(\d{1,2}\)\s*|[☐□▢]\s*")
_other = re.compile(r"(?:ин(?:ое|ые|ая)|друг(?:ое|ие|ая)|проч(?:ее|ие))\b.*", re.IGNORECASE)
_yes_no = re.compile(
    r"\b(?:да\s*/\s*нет|нет\s*/\s*да)\b[\s,;–—-]*(?P<details>[^()]*)", re.IGNORECASE
)
_FEWEST, _LONGEST = 2, 300

_TYPES: Mapping[str, str] = {
    "period": r"(?:\w+\s+)?(?:срок|период)\w*\b|продолжительность|дата начала",
    "date": r"дата\b",
    "number": r"(?:общ\w+\s+)?(?:количество|численность|число|площадь|охват)\b|доля\b|процент",
    "money": (
        r"(?:\w+\s+)?(?:сумма|стоимость|бюджет)\b|объ[её]м\s+(?:затрат|финанс|средств)"
        r"|.*[(,]\s*(?:в\s+)?(?:тыс\w*\.?\s+)?руб"
    ),
    "list": r"(?:список|перечень)\b",
    "person": (
        r"руководитель|председатель|глава\b|исполнитель|бухгалтер|куратор|лицо,?\s+ответственн"
        r"|ответственное\s+лицо|.*\((?:ф\.?\s?и\.?\s?о|фамилия,?\s+имя)"
    ),
    "attachment": r"копи[ия]\b|выписка\b|гарантийное письмо|иные документы|фотоматериалы",
}
"""By type, how words begin that ask for it: the first one that fits counts."""

_types = {kind: re.compile(said, re.IGNORECASE) for kind, said in _TYPES.items()}
_share = re.compile(r"доля|процент|.*%", re.IGNORECASE)

_IN_ROWS = frozenset({"period", "date", "number", "money"})
"""The types that a column is guessed to be of; anything else is words there."""

Guess = dict[str, Any]
"""What a declaration says of its type, as it is spelt."""


def guessed(words: str, *notes: str) -> Guess:
    """Return the type of what some words ask for; `notes` stand beside the place."""
    choices = choices_in(*notes)
    if choices:
        return choices
    if found := next((each for text in (words, *notes) if (each := _yes_no.search(text))), None):
        details = found["details"].strip(" .;:")
        said = f"{details[:1].upper()}{details[1:]}"
        return {"type": "yes-no", **({"details": said} if said else {})}
    return _by_words(words)


def guessed_of_column(words: str) -> Guess:
    """Return the type of what stands below a head."""
    found = _by_words(words)
    return found if found.get("type") in _IN_ROWS else {}


def choices_in(*texts: str) -> Guess:
    """Return the choice that a text lists, «(1) …; (2) …», or nothing; «иное» is other words."""
    for text in texts:
        _, *said = _item.split(text)
        items = [each for each in (item.strip(" ;,.\n") for item in said) if each]
        choices = [each for each in items if not _other.fullmatch(each)]
        if len(choices) >= _FEWEST and all(len(each) <= _LONGEST for each in choices):
            is_open = {"other": True} if len(choices) < len(items) else {}
            return {"type": "choice", "choices": [*dict.fromkeys(choices)], **is_open}
    return {}


def _by_words(words: str) -> Guess:
    kind = next((kind for kind, said in _types.items() if said.match(words)), None)
    if kind is None:
        return {}
    return {"type": kind, **({"unit": "%"} if kind == "number" and _share.match(words) else {})}
