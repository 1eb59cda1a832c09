"""Days and hours as a sheet shows them, in Russian."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from decimal import Decimal

_MONTHS = "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь".split()
_OF_MONTHS = (
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()
)
_DAYS = "понедельник вторник среда четверг пятница суббота воскресенье".split()
_SHORT_DAYS = "пн вт ср чт пт сб вс".split()

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|[_*].|\[(?P<total>h+|m+|s+)\]|\[[^\]]*\]'
    r"|(?P<part>AM/PM|A/P|y+|m+|d+|h+|s+)|(?P<sign>.)",
    re.IGNORECASE | re.DOTALL,
)
_SYSTEM = re.compile(r"\[\$-(?:F800|x-sysdate)\]", re.IGNORECASE)
_LONG = "d mmmm yyyy"
"""How a day is shown where the format is that of the system."""

_FIRST = {False: datetime(1899, 12, 30), True: datetime(1904, 1, 1)}  # noqa: DTZ001 - of no zone
_LAST = 2_958_466
_SECONDS = 86_400


def is_of_dates(code: str) -> bool:
    """Return whether a format code shows a number as a day or an hour."""
    return any(each["part"] or each["total"] for each in _TOKEN.finditer(code))


def shown_date(number: Decimal, code: str, *, from_1904: bool = False) -> str | None:
    """Return a number as a day by a format code; None where there is no such day."""
    if not 0 <= number < _LAST:
        return None
    seconds = round(number * _SECONDS)
    moment = _FIRST[from_1904] + timedelta(seconds=seconds)
    tokens = [*_TOKEN.finditer(_LONG if _SYSTEM.search(code) else code)]
    parts = [(each["part"] or each["total"] or "").lower() for each in tokens]
    names = _OF_MONTHS if any("d" in part for part in parts) else _MONTHS
    words = []
    for at, each in enumerate(tokens):
        if each["total"]:
            words.append(_total(parts[at], seconds))
        elif parts[at]:
            words.append(_part(parts, at, moment, names))
        else:
            words.append(each["quoted"] or each["escaped"] or each["sign"] or "")
    return "".join(words).strip()


def _total(part: str, seconds: int) -> str:
    size = {"h": 3600, "m": 60, "s": 1}[part[0]]
    return f"{seconds // size:0{len(part)}d}"


_PARTS: dict[str, Callable[[datetime], str]] = {
    "d": lambda moment: f"{moment.day}",
    "dd": lambda moment: f"{moment.day:02d}",
    "ddd": lambda moment: _SHORT_DAYS[moment.weekday()],
    "h": lambda moment: f"{moment.hour}",
    "hh": lambda moment: f"{moment.hour:02d}",
    "s": lambda moment: f"{moment.second}",
    "ss": lambda moment: f"{moment.second:02d}",
    "y": lambda moment: f"{moment.year % 100:02d}",
    "yy": lambda moment: f"{moment.year % 100:02d}",
}


def _part(parts: Sequence[str], at: int, moment: datetime, names: Sequence[str]) -> str:
    part = parts[at]
    if part[0] == "m":
        return _month(part, moment, names) if not _is_minute(parts, at) else _minute(part, moment)
    if part in _PARTS:
        return _PARTS[part](moment)
    return {"y": f"{moment.year}", "d": _DAYS[moment.weekday()]}.get(part[0], "")


def _minute(part: str, moment: datetime) -> str:
    return f"{moment.minute:0{len(part)}d}"


def _month(part: str, moment: datetime, names: Sequence[str]) -> str:
    if len(part) < 3:
        return f"{moment.month:0{len(part)}d}"
    name = names[moment.month - 1]
    return name[:3] if len(part) == 3 else name


def _is_minute(parts: Sequence[str], at: int) -> bool:
    """Whether `m` stands behind hours or before seconds, and so for minutes."""
    before = next((part for part in reversed(parts[:at]) if part), "")
    after = next((part for part in parts[at + 1 :] if part), "")
    return len(parts[at]) < 3 and (before.startswith("h") or after.startswith("s"))
