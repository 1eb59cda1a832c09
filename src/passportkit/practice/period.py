"""Periods and days: «2018 год», «2019-2020 годы», «01.09.2019 – 30.09.2020», «май 2019 г.»."""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import cached_property
from typing import NamedTuple

from passportkit.practice.words import BLANKS, LONGEST, ValueWords
from passportkit.text.pattern import pattern

_MONTHS = ("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}

_BLANK = f"[{BLANKS}]"
_YEAR = rf"(?P<year>\d{{4}})(?:{_BLANK}*(?:гг?\.?|год(?:а|ы|у|ов)?))?"
_POINTS = (
    pattern(rf"(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.{_YEAR}"),
    pattern(rf"(?P<day>\d{{1,2}}){_BLANK}+(?P<name>[а-я]+){_BLANK}+{_YEAR}"),
    pattern(rf"(?P<name>[а-я]+){_BLANK}+{_YEAR}"),
    pattern(rf"(?P<quarter>iv|i{{1,3}}|[1-4])(?:-?й)?{_BLANK}+квартал[а-я]*{_BLANK}+{_YEAR}"),
    pattern(_YEAR),
)
_BETWEEN = (
    pattern(rf"с{_BLANK}+(.+?){_BLANK}+(?:по|до){_BLANK}+(.+)"),
    pattern(rf"(.+?){_BLANK}*[–—-]{_BLANK}*(.+)"),
)
_WITH_ENDS = pattern(
    rf"(?=(?:с|по){_BLANK})(?:с{_BLANK}++(?P<first>.+?))?"
    rf"(?:(?(first){_BLANK})по{_BLANK}++(?P<last>.+))?",
    re.DOTALL,
)
_LONE_MONTH = pattern(r"[а-я]+|\d{1,2}\.\d{1,2}")


class DateRange(NamedTuple):
    """The first and the last day of a period."""

    start: date
    end: date

    @property
    def is_reversed(self) -> bool:
        """Whether the last day stands before the first."""
        return self.start > self.end


class Period(ValueWords):
    """A period in the author's words. `dates` may run backwards: that is for a rule to say."""

    @property
    def is_read(self) -> bool:
        """Whether the words say a period, and nothing beside it."""
        return self.dates is not None

    @cached_property
    def dates(self) -> DateRange | None:
        """The days that the words name, or None."""
        if len(self) > LONGEST:
            return None
        text = self.lower()
        if single := _point(text):
            return single
        for between in _BETWEEN:
            if found := between.fullmatch(text):
                return _between(*found.groups())
        return None

    @cached_property
    def ends(self) -> tuple[str, str]:
        """The first and the last day, as papers have them: what lacks is "".

        Days, and what stands behind «с» and «по», are as typed; of years, quarters and months it
        is the first day and the last. Words of which neither is known are the beginning.
        """
        if typed := _WITH_ENDS.fullmatch(self):
            return (typed["first"] or "").strip(), (typed["last"] or "").strip()
        if self.dates is None:
            return str(self), ""
        parted = _BETWEEN[1].fullmatch(self)
        days = parted.groups() if parted else (str(self), str(self))
        return _as_typed(days[0], self.dates.start), _as_typed(days[1], self.dates.end)


def period_between(first: str, last: str) -> str | None:
    """Return the words of a period with these ends, either of which may be "", or None."""
    ways = [first] if first == last else [f"{first} – {last}"] if first and last else [first]
    open_ways = [f"с {first}" if first else "", f"по {last}" if last else ""]
    ways.append(" ".join(filter(None, open_ways)))
    return next((words for words in ways if Period(words).ends == (first, last)), None)


def _as_typed(words: str, day: date) -> str:
    """Return the words if they are a day, else that day as papers write it."""
    return words if Day(words).date else f"{day:%d.%m.%Y}"


class Day(ValueWords):
    """One day in the author's words: «14.03.2019», «6 ноября 2013 г.»."""

    @property
    def is_read(self) -> bool:
        """Whether the words say a day, and nothing beside it."""
        return self.date is not None

    @cached_property
    def date(self) -> date | None:
        """The day, or None where the words name none, or a longer time."""
        point = _point(self.lower())
        return point.start if point and point.start == point.end else None


def _between(first: str, last: str) -> DateRange | None:
    end = _point(last)
    if end is None:
        return None
    start = _point(first)
    if start is None and _LONE_MONTH.fullmatch(first):
        # «март – май 2020 года»: the year is said once
        glue = "." if first[0].isdigit() else " "
        start = _point(f"{first}{glue}{end.start.year}")
    return DateRange(start.start, end.end) if start else None


def _point(text: str) -> DateRange | None:
    """Read a day, a month, a quarter or a year as the days from its first to its last."""
    for point in _POINTS:
        found = point.fullmatch(text)
        if found and (days := _days(found.groupdict())):
            return days
    return None


def _days(parts: dict[str, str | None]) -> DateRange | None:
    year = int(parts["year"] or 0)
    months = _months(parts)
    if months is None or year == 0:
        return None
    try:
        if day := parts.get("day"):
            exact = date(year, months[0], int(day))
            return DateRange(exact, exact)
        last = calendar.monthrange(year, months[1])[1]
        return DateRange(date(year, months[0], 1), date(year, months[1], last))
    except ValueError:  # 31.02, month 13
        return None


def _months(parts: dict[str, str | None]) -> tuple[int, int] | None:
    if name := parts.get("name"):
        number = next((i for i, stem in enumerate(_MONTHS, 1) if name.startswith(stem)), None)
        return (number, number) if number else None
    if quarter := parts.get("quarter"):
        last = 3 * _QUARTERS[quarter]
        return last - 2, last
    if month := parts.get("month"):
        return int(month), int(month)
    return 1, 12
