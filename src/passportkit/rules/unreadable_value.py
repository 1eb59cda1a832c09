"""A period, an amount or a quantity from which nothing can be read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from passportkit.findings import Finding, Route, Severity
from passportkit.language import mark, say
from passportkit.practice.money import Money
from passportkit.practice.period import Day, Period
from passportkit.practice.quantity import Quantity
from passportkit.practice.words import BLANKS
from passportkit.rules.rule import Context, Rule
from passportkit.text.pattern import pattern

_YEAR = pattern(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DATE = pattern(r"(?<![\d.])\d{1,2}\.\d{1,2}\.\d+(?![\d.]*\d)")
_MISTYPED = pattern(r"\d[OoОо]+(?!\w)|\d[OoОоЗ]+\d|(?<!\w)[OО]\d")
_NUMERAL = pattern(
    r"\b(?:ноль|один|одн[аоу]|дв[аеу]|тр[иё]|четыр|пят|шест|сем[ьи]|восем|девят|десят|сорок"
    r"|сто(?!\w)|сотн|тысяч|полов|трет|четверт|полтор|ни одно|кажд|все(?!\w)|вдвое|втрое)",
    re.IGNORECASE,
)
_NO_MONEY = pattern(r"безвозмездн|бесплатн|добровольн|не треб|без затрат|не предусм|волонт")
_NOTHING = frozenset("-–—")

_Look = Callable[[Any, Route], Iterator[Finding]]


def check(context: Context) -> Iterator[Finding]:
    """Find the values whose words say no time, no sum, no number."""
    for kind, look in _LOOKS.items():
        for value, route in context.values(kind):
            yield from look(value, route)


def _in_period(period: Any, route: Route) -> Iterator[Finding]:
    if _bare(period).dates is not None:
        return
    for found in _DATE.finditer(period):
        if Day(found[0]).date is None:
            message = say("there is no day {date}", date=found[0])
            yield RULE.found(route, message, _PERIOD, span=found.span())
            return
    if not _YEAR.search(period):
        yield RULE.found(route, say("no year can be read from this period"), _PERIOD)


def _in_day(day: Any, route: Route) -> Iterator[Finding]:
    if _bare(day).date is None:
        message = say("no day can be read from “{words}”", words=day)
        yield RULE.found(route, message, say("write day, month and year: 14.03.2019"))


def _in_amount(money: Any, route: Route) -> Iterator[Finding]:
    if _bare(money).amount is not None or money in _NOTHING or _NO_MONEY.search(money.lower()):
        return
    if any(char.isdecimal() for char in money):
        message = say("there are other words beside the sum: nothing can be added up")
        advice = say("write the sum alone, such as 721 400,00; explain it in the item's `details`")
    else:
        message = say("there is no sum here")
        advice = say("write the sum in figures, such as 47 250,00")
    yield RULE.found(route, message, advice)


def _in_quantity(quantity: Any, route: Route) -> Iterator[Finding]:
    if found := _MISTYPED.search(quantity):
        message = say("a letter stands here in place of a figure: “{words}”", words=found[0])
        yield RULE.found(route, message, say("type 0 and 3 as figures"), span=found.span())
    elif _bare(quantity).measure is not None or quantity in _NOTHING:
        return
    elif not any(char.isdecimal() for char in quantity) and not _NUMERAL.search(quantity):
        message = say("there is no number here")
        yield RULE.found(route, message, say("write how many or how much; «более 100» will do"))


def _bare(words: Any) -> Any:
    """Return the value without no-break spaces at its ends, which come along from web pages."""
    stripped = words.strip(BLANKS)
    return words if stripped == words else type(words)(stripped)


_LOOKS: Mapping[type, _Look] = {
    Period: _in_period,
    Day: _in_day,
    Money: _in_amount,
    Quantity: _in_quantity,
}

_PERIOD = say("write years, months or days: 2019-2020 годы, 01.09.2019 – 30.09.2020")

RULE = Rule(
    "unreadable-value",
    Severity.WARNING,
    check,
    finds=mark("a period without a year, a sum beside other words, a quantity without a number"),
    why=mark(
        "The words are printed as they are, but nothing can be compared or added up: the total of "
        "the costs stays empty, the register cannot sort by period. Words such as «более», "
        "«около», «с 17 до 19», units, «тыс.» and «млн» are understood."
    ),
    bad="""\
funding_source: Бюджет города Светлоречье
costs:
  - item: Заработная плата координатора
    amount: 640 тыс. руб. ежегодно, по штатному расписанию
""",
    good="""\
funding_source: Бюджет города Светлоречье
costs:
  - item: Заработная плата координатора
    details: ежегодно, по штатному расписанию
    amount: 640 тыс. руб.
""",
    of_a_value=True,
)
