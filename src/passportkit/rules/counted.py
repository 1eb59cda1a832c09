"""What an indicator counts and in which unit, as its words tell it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from passportkit.findings import Route
from passportkit.practice.results import UNITS
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


def rows(context: Context) -> Iterator[tuple[Any, Route, str, tuple[Any, ...]]]:
    """Yield each result and each indicator with its route, the field of its name, its values."""
    for result, route in context.records("results"):
        yield result, route, "indicator", (result.value,)
    for indicator, route in context.records("indicators"):
        yield indicator, route, "name", (indicator.before, indicator.after)


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
