"""What the head of a column says beyond its name: the unit of all its values."""

from __future__ import annotations

import re

from passportkit.intake.folding import words
from passportkit.practice.quantity import NUMBER
from passportkit.practice.results import UNITS

_cut = re.compile(r"[,;:(\n]|\s(?=в\s+(?:тыс|млн|млрд|миллион|миллиард|руб|₽|шт|чел|%))")
_edges = " \t\n\xa0,;:()."
_scale = re.compile(
    r"\b(тыс|млн|млрд|тысяч|миллион|миллиард)\w*\.?\s*(?:руб\w*|р\b|₽)", re.IGNORECASE
)
_roubles = re.compile(r"(?:в\s+)?(?:руб(?:\.|л\w*)?|р\.?|₽)", re.IGNORECASE)
_SCALES = {
    "тыс": "тыс. руб.",
    "тысяч": "тыс. руб.",
    "млн": "млн руб.",
    "миллион": "млн руб.",
    "млрд": "млрд руб.",
    "миллиард": "млрд руб.",
}
_number = re.compile(rf"[-−]?(?:{NUMBER})")
_UNITS = {unit.strip("."): unit for unit in sorted(UNITS)}


def name_in(head: str) -> str:
    """Return a head without what follows its name, such as a unit."""
    return _cut.split(head, maxsplit=1)[0]


def beyond(head: str, heading: str) -> str:
    """Return what a head says that the heading of the form does not."""
    cut = _cut.search(head)
    rest = head[cut.end() :].strip(_edges) if cut else ""
    said = {*words(heading)}
    return rest if any(word not in said for word in words(rest)) else ""


def unit_in(head: str, rest: str, *, of_money: bool) -> str | None:
    """Return the unit that values lack, "" where it goes without saying; None where `rest` is none.

    Thousands count wherever the head says them: nothing else is said so dearly.
    """
    if scale := _scale.search(head):
        return _SCALES[scale[1].lower()]
    if not rest or _roubles.fullmatch(rest):
        return "" if of_money or not rest else "руб."
    return _UNITS.get(rest.strip("."))


def with_unit(words: str, unit: str) -> str:
    """Return a bare number with its unit; other words say themselves what they are."""
    if not unit or not _number.fullmatch(words):
        return words
    return f"{words} {unit}"
