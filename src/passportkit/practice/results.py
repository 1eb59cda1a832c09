"""What a practice has brought: results, and indicators before and after."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from pydantic import Field

from passportkit.language import mark
from passportkit.practice.money import NO_BREAK
from passportkit.practice.quantity import Quantity
from passportkit.practice.record import Record
from passportkit.practice.view import Values, View, joined
from passportkit.practice.words import Text

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


def _indicator_and_unit(text: str) -> Values | None:
    """Take «Число участников, чел.» apart where a unit stands behind the last comma."""
    indicator, comma, unit = text.rpartition(", ")
    known = unit.lower().replace("\N{NO-BREAK SPACE}", " ") in UNITS
    return (indicator, unit) if comma and known else (text, None)


class Result(Record):
    """One result, as far as possible in figures."""

    main: ClassVar[str] = "indicator"
    views: ClassVar[dict[str, View]] = {
        "indicator-and-unit": joined(
            "indicator",
            "unit",
            by=", ",
            split=_indicator_and_unit,
            hint=mark("What was counted or measured, and its unit after a comma."),
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


class Indicator(Record):
    """An indicator of the territory, before the practice and after it."""

    main: ClassVar[str] = "name"

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


def _situation(moment: str) -> Callable[..., str]:
    def show(situation: str | None, indicators: Sequence[Indicator] | None) -> str:
        lines = [situation] if situation else []
        for entry in indicators or ():
            if value := getattr(entry, moment):
                name = ", ".join([words for words in (entry.name, entry.unit) if words])
                lines.append(f"- {name} –{NO_BREAK}{value}" if name else f"- {value}")
        return "\n".join(lines)

    return show


SITUATION_VIEWS = {
    "situation-before": View(
        ("situation_before", "indicators"), _situation("before"), lambda text: (text, None)
    ),
    "situation-after": View(
        ("situation_after", "indicators"), _situation("after"), lambda text: (text, None)
    ),
}
"""Texts about the territory, with the values of its indicators behind them."""
