"""Results and indicators, row by row: what they count, their values, and in which unit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from passportkit.findings import Route
from passportkit.practice.quantity import Quantity
from passportkit.practice.results import UNITS, Indicator, Result
from passportkit.rules.rule import Context
from passportkit.text.pattern import pattern

_UNITS = UNITS | frozenset(
    "балла баллы ведомств год года год. гектаров дел дня домов ед.изм единица единицы жителей "
    "занятий заявок кв.км килограммов километров кол-во количество комплектов круглогодично лет "
    "мероприятий месяцев метров минут млн млрд недель объектов организации пар площадок проектов "
    "процент процента процентный п.п. публикаций рабочих разы руб/чел рублей рубля секунд случаев "
    "сотрудников суток т тн тыс тысяч участников часа человеко-час человеко-часов чел-час "
    "чел.-ч чел.-час штук штуки экземпляров встреч м2 м² м³ кв.метров".split()
)
_BRACKETS = pattern(r"\(([^()]*)\)")
_WORD = pattern(r"[^\s,;()]+")


class IndicatorRow(NamedTuple):
    """A result or an indicator: the field that has its name, and those that have its values."""

    record: Result | Indicator
    route: Route
    name_field: str
    value_fields: tuple[str, ...]

    @property
    def name(self) -> str:
        """What is counted or measured, or nothing."""
        return getattr(self.record, self.name_field) or ""

    @property
    def values(self) -> dict[str, Quantity]:
        """The values that are said, by their fields."""
        said = {field: getattr(self.record, field) for field in self.value_fields}
        return {field: value for field, value in said.items() if value}


def indicator_rows(context: Context) -> Iterator[IndicatorRow]:
    """Yield each result and each indicator."""
    for result, route in context.records("results"):
        yield IndicatorRow(result, route, "indicator", ("value",))
    for indicator, route in context.records("indicators"):
        yield IndicatorRow(indicator, route, "name", ("before", "after"))


def lacking(context: Context, moment: str, other: str) -> Iterator[Route]:
    """Yield where to say that an indicator has no value at one of its two moments."""
    for indicator, route in context.records("indicators"):
        is_spoilt = context.is_spoilt((*route, moment))
        if not (getattr(indicator, moment) or indicator.is_blank or is_spoilt):
            yield (*route, "name" if indicator.name else other)


def has_unit(name: str) -> bool:
    """Whether the words of an indicator end in a unit, or have one in brackets."""
    if "%" in name or "процент" in name.lower():
        return True
    ends = [name.rpartition(",")[2]] if "," in name else []
    for words in (*ends, *_BRACKETS.findall(name)):
        found = _WORD.findall(words.lower())
        if any(word in _UNITS or word.rstrip(".") in _UNITS for word in found[:2] + found[-1:]):
            return True
    return False
