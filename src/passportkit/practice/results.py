"""What a practice has brought: results, and indicators before and after."""

from collections.abc import Sequence
from typing import ClassVar

from pydantic import Field

from passportkit.language import mark
from passportkit.practice.money import NO_BREAK
from passportkit.practice.quantity import Quantity
from passportkit.practice.record import Record
from passportkit.practice.view import View, ViewValues, joined
from passportkit.practice.words import Text
from passportkit.practice.year_values import ByYear
from passportkit.text import respell

UNITS = frozenset(
    [
        "%",
        "балл",
        "баллов",
        "га",
        "дней",
        "ед",
        "ед.",
        "единиц",
        "кв.м",
        "кг",
        "км",
        "кол-во",
        "литров",
        "м",
        "мест",
        "мин",
        "организаций",
        "процентов",
        "раз",
        "руб",
        "руб.",
        "семей",
        "тонн",
        "тыс.",
        "часов",
        "чел",
        "чел.",
        "человек",
        "шт",
        "шт.",
        "экз.",
    ]
) | {"кв. м", "млн руб.", "тыс. руб.", "тыс. чел."}
"""Words that stand behind the last comma of an indicator only as its unit."""

_OTHER_UNITS = frozenset(
    "гектаров километров килограммов кв.км км² м2 м² мес. месяцев метров минут п.п. процент рублей "
    "секунд суток тонна час чел-час чел.-час человек/час штук экземпляров".split()
) | {"кв. км", "млн рублей", "млн. руб.", "п. п.", "тыс. единиц", "тыс. рублей", "тыс. человек"}
"""More of them, which are not the usual way to write it."""


def is_unit(words: str) -> bool:
    """Whether words are a unit of measurement as people write it."""
    words = words.lower().replace("\N{NO-BREAK SPACE}", " ")
    return words in UNITS or words in _OTHER_UNITS


def _indicator_and_unit(text: str) -> ViewValues | None:
    """Take «Число участников, чел.» apart where a unit stands behind the last comma."""
    indicator, comma, unit = text.rpartition(", ")
    return (indicator, unit) if comma and is_unit(unit) else (text, None)


_UNIT_HEADS = ("Единица измерения", "Единицы измерения", "Ед. изм.", "Ед. измерения", "Ед.")


class Result(Record):
    """One result, as far as possible in figures."""

    main: ClassVar[str] = "indicator"
    value_fields: ClassVar[frozenset[str]] = frozenset({"unit", "value"})
    views: ClassVar[dict[str, View]] = {
        "indicator-and-unit": joined(
            "indicator",
            "unit",
            by=", ",
            split=_indicator_and_unit,
            hint=mark("What was counted or measured, and its unit after a comma."),
            by_first_sign=False,
        ),
    }

    heads: ClassVar[dict[str, tuple[str, ...]]] = {
        "indicator": (
            *("Показатель", "Показатели", "Наименование показателя", "Название показателя"),
            *("Результат", "Наименование результата"),
        ),
        "unit": _UNIT_HEADS,
        "value": (
            *("Значение", "Значение показателя", "Достигнутое значение", "Достигнутый результат"),
            *("Факт", "Количество"),
        ),
    }

    indicator: Text | None = Field(
        None,
        title=mark("Indicator"),
        description=mark("What was counted or measured."),
        examples=["Число участников занятий"],
    )
    unit: Text | None = Field(
        None,
        title=mark("Unit"),
        description=mark("The unit of the value, as it is usually abbreviated."),
        examples=["чел.", "шт.", "%"],
    )
    value: Quantity | None = Field(
        None,
        title=mark("Value"),
        description=mark("The value that was reached; «более 100» is a value too."),
        examples=["125", "более 100", "40,0 %", "с 17 до 19"],
    )
    values: ByYear | None = Field(
        None,
        title=mark("Values by year"),
        description=mark("The value of each year, where a form asks for several: `2024: 10`."),
    )


class Indicator(Record):
    """An indicator of the territory, before the practice and after it."""

    main: ClassVar[str] = "name"
    value_fields: ClassVar[frozenset[str]] = frozenset({"unit", "before", "after"})
    heads: ClassVar[dict[str, tuple[str, ...]]] = {
        "name": ("Наименование показателя",),
        "unit": _UNIT_HEADS,
        "before": ("До", "До внедрения", "До реализации", "До начала практики"),
        "after": ("После", "После внедрения", "После реализации", "После окончания практики"),
    }

    name: Text | None = Field(
        None,
        title=mark("Indicator"),
        description=mark("What describes the state of the territory."),
        examples=["Доля жителей, участвующих в делах двора"],
    )
    unit: Text | None = Field(
        None,
        title=mark("Unit"),
        description=mark("The unit of both values."),
        examples=["%"],
    )
    before: Quantity | None = Field(
        None,
        title=mark("Value before"),
        description=mark("The value before the practice began."),
        examples=["7"],
    )
    after: Quantity | None = Field(
        None,
        title=mark("Value after"),
        description=mark("The value after the practice."),
        examples=["10"],
    )
    values: ByYear | None = Field(
        None,
        title=mark("Values by year"),
        description=mark("The value of each year, where a form asks for several: `2024: 10`."),
    )


def _lines(indicators: Sequence[Indicator] | None, moment: str) -> str:
    """Return a line for each indicator with a value, spelt as a table of them would show it."""
    lines = []
    for entry in indicators or ():
        if value := respell(getattr(entry, moment) or ""):
            name = ", ".join([respell(words) for words in (entry.name, entry.unit) if words])
            lines.append(f"- {name} –{NO_BREAK}{value}" if name else f"- {value}")
    return "\n".join(lines)


def _situation(moment: str) -> View:
    """Return the view of the situation at a moment: words, and under them the indicators."""

    def show(situation: str | None, indicators: Sequence[Indicator] | None) -> str:
        lines = _lines(indicators, moment)
        return "\n".join([words for words in (situation, lines) if words])

    def read(text: str, indicators: Sequence[Indicator] | None) -> ViewValues:
        lines = respell(_lines(indicators, moment))
        return (text.removesuffix(f"\n{lines}") if lines else text,)

    return View((f"situation_{moment}",), show, read, given=("indicators",))


SITUATION_VIEWS = {f"situation-{moment}": _situation(moment) for moment in ("before", "after")}
"""Texts about the territory, with the values of its indicators behind them."""
