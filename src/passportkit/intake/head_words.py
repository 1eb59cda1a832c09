"""What a head says beyond the heading of the form: it belongs to the values below it."""

from __future__ import annotations

import re

from passportkit.intake.folding import words
from passportkit.practice.results import is_unit

_parting = re.compile(r"[,;:()\[\]\n]|\s[–—-]\s")
_in_units = re.compile(
    r"\bв\s+((?:тыс\w*|млн|миллион\w*|млрд|миллиард\w*)\.?\s*(?:руб\w*|₽)?\.?)\s*$", re.IGNORECASE
)
_scale = re.compile(
    r"(?:тыс\w*|млн|миллион\w*|млрд|миллиард\w*)\.?(?:\s*(?:руб\w*|₽|чел\w*|шт\w*|ед\w*)\.?)?",
    re.IGNORECASE,
)
_moment = re.compile(
    r"(?:(?:на|за|в|к)\s+)?(?:\d{1,2}\.\d{1,2}\.)?(?:19|20)\d\d(?:\s*(?:г|год\w*)\.?)?"
    r"|план\w*|факт\w*|прогноз\w*|до|после",
    re.IGNORECASE,
)
_tail = re.compile(
    r"[\s,(:–—-]+(?:в\s+)?(?:руб\w*|₽|тыс\w*\.?\s*руб\w*|млн\s*руб\w*"
    rf"|{_moment.pattern})[\s.)]*$",
    re.IGNORECASE,
)
_last = re.compile(r"\s*[,;(]\s*([^,;()]+?)\s*\)?\s*$")
_declined = re.compile(r"(тысяч|миллион|миллиард)ах\b", re.IGNORECASE)
_SHORT = {"тысяч": "тыс.", "миллион": "млн", "миллиард": "млрд"}
_scale_of_money = re.compile(r"(тыс|млн|миллион|млрд|миллиард)", re.IGNORECASE)
_money = re.compile(r"руб|₽", re.IGNORECASE)
_roubles = re.compile(r"(?:в\s+)?(?:руб\w*|р)\.?|₽", re.IGNORECASE)
_figure = re.compile(r"[~≈<>≤≥+−–-]?\s*\d[\d\s\xa0.,]*")


def beyond(head: str, heading: str) -> str:
    """Return the unit, the year or the like that a head has and the form's heading has not.

    Plain roubles say nothing: sums are in roubles.
    """
    known = set(words(heading))
    for part in reversed(_parting.split(head)):
        said = part.strip(" .*") if _moment.fullmatch(part.strip(" *")) else part.strip(" *")
        if not said or known.issuperset(words(said)):
            continue
        if _roubles.fullmatch(said):
            return ""
        if _scale.fullmatch(said) or is_unit(said) or _moment.fullmatch(said):
            return said
    within = _in_units.search(head)
    return within[1] if within and not known.issuperset(words(within[1])) else ""


def named(head: str) -> str:
    """Return a head without what it says beyond a name: «Цена, руб.» is «Цена»."""
    found = _tail.search(head)
    if found is None and (last := _last.search(head)):
        found = last if is_unit(last[1]) or _scale.fullmatch(last[1]) else None
    return head[: found.start()] if found and found.start() else head


def scale_beyond(text: str, heading: str) -> str:
    """Return the unit of all sums of a section that its heading in a document names, if it does."""
    unit = beyond(text, heading)
    return unit if _scale_of_money.match(unit) else ""


def in_unit(value: str, unit: str) -> str:
    """Return a figure with the unit that its head has; other words say theirs themselves."""
    if not unit or not _figure.fullmatch(value):
        return value
    return f"{value} ({unit})" if _moment.fullmatch(unit) else f"{value} {unit}"


def in_money(unit: str) -> str:
    """Return the unit of sums in words that are read as such: «тыс.» alone is of roubles.

    «Тысячах рублей» is said of figures below, and never behind one.
    """
    if declined := _declined.match(unit):
        return f"{_SHORT[declined[1].lower()]} руб."
    is_short = _scale_of_money.match(unit) and not _money.search(unit)
    return f"{unit.rstrip('.')}. руб." if is_short else unit
