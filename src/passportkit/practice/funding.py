"""Money: who pays how much, and what it takes to go on."""

from collections.abc import Sequence
from typing import Annotated, ClassVar

from pydantic import Field

from passportkit.language import mark
from passportkit.practice.choice import ChoiceWords, suggested
from passportkit.practice.money import Money
from passportkit.practice.period import Period
from passportkit.practice.record import Record
from passportkit.practice.view import View, ViewValues, joined
from passportkit.practice.words import Takes, Text


class SourceWords(ChoiceWords):
    """The kind of a source of money, in the author's words."""

    choices: ClassVar[Sequence[str]] = (
        "федеральный бюджет",
        "региональный бюджет",
        "местный бюджет",
        "грант",
        "собственные средства",
        "средства граждан",
        "средства организаций и предпринимателей",
        "иной источник",
    )


SourceKind = Annotated[SourceWords, Takes(suggested(SourceWords.choices))]
"""Who pays, as official papers tell sources of money apart."""


def _before_amount(text: str) -> ViewValues | None:
    """Take «Бюджет города – 40 000,00» apart at the last dash, if a sum stands behind it."""
    name, dash, amount = text.rpartition(" – ")
    return (name, amount) if dash and Money(amount).is_read else (text, None)


class Funding(Record):
    """A source of money, and how much it gives."""

    main: ClassVar[str] = "name"
    value_fields: ClassVar[frozenset[str]] = frozenset({"kind", "amount", "year"})
    line: ClassVar[View | None] = joined(
        "name", "amount", by=" – ", split=_before_amount, by_first_sign=False
    )
    heads: ClassVar[dict[str, tuple[str, ...]]] = {
        "name": (
            *("Источник", "Источники", "Источник финансирования", "Источники финансирования"),
            *("Наименование источника", "Наименование организации", "Источник средств"),
        ),
        "kind": ("Вид источника", "Виды источников", "Тип источника"),
        "amount": (
            *("Сумма", "Объем средств", "Объем финансирования", "Размер средств"),
            *("Денежный вклад", "Вклад"),
        ),
        "year": ("Год", "Год реализации"),
    }

    name: Text | None = Field(
        None,
        title=mark("Name of the source"),
        description=mark("Who gives the money: which budget, fund or enterprise."),
        examples=["Бюджет города Светлоречье"],
    )
    kind: SourceKind | None = Field(
        None,
        title=mark("Kind of source"),
        description=mark("What kind of source it is"),
        examples=["местный бюджет"],
    )
    amount: Money | None = Field(
        None,
        title=mark("Amount from the source"),
        description=mark("What this source gives, in roubles."),
        examples=["120 000,00"],
    )
    year: Period | None = Field(
        None,
        title=mark("Year of the money"),
        description=mark("In which year it is given, where there are several."),
        examples=["2020"],
    )


class Upkeep(Record):
    """What it costs in a year to keep what has been made, and who pays for it."""

    main: ClassVar[str] = "description"
    value_fields: ClassVar[frozenset[str]] = frozenset({"municipal", "donated", "earned"})
    heads: ClassVar[dict[str, tuple[str, ...]]] = {
        "description": ("Мероприятие", "Мероприятия", "Вид работ", "Виды работ"),
        "municipal": ("Местный бюджет", "Средства местного бюджета"),
        "donated": ("Средства юридических и физических лиц", "Средства граждан и организаций"),
        "earned": ("Средства от приносящей доход деятельности", "Доходы от деятельности"),
    }

    description: Text | None = Field(
        None,
        title=mark("Work of upkeep"),
        description=mark("What has to be done to keep it in use."),
        examples=["Покос травы и вывоз мусора"],
    )
    municipal: Money | None = Field(
        None,
        title=mark("Upkeep paid by the municipality"),
        description=mark("What the budget of the municipality pays in a year, in roubles."),
        examples=["24 000,00"],
    )
    donated: Money | None = Field(
        None,
        title=mark("Upkeep paid by people and enterprises"),
        description=mark("What people and enterprises give in a year, in roubles."),
        examples=["6 000,00"],
    )
    earned: Money | None = Field(
        None,
        title=mark("Upkeep paid by earnings"),
        description=mark("What is paid by what it earns in a year, in roubles."),
        examples=["3 500,00"],
    )
