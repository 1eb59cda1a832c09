"""The organisation, and its applications to contests."""

import re
from collections.abc import Mapping
from typing import ClassVar

from pydantic import Field

from passportkit.language import mark
from passportkit.practice.money import Money
from passportkit.practice.period import Day
from passportkit.practice.quantity import NUMBER
from passportkit.practice.record import Record
from passportkit.practice.view import View, whole
from passportkit.practice.words import Text
from passportkit.text.pattern import pattern


class Organization(Record):
    """The organisation that carries the practice."""

    main: ClassVar[str] = "name"
    line: ClassVar[View | None] = whole("name")
    value_fields: ClassVar[frozenset[str]] = frozenset(
        {"name", "short_name", "inn", "ogrn", "kpp", "address", "website"}
    )
    patterns: ClassVar[Mapping[str, re.Pattern[str]]] = {
        "inn": pattern(r"(?:\d ?){10}|(?:\d ?){12}"),
        "ogrn": pattern(r"(?:\d ?){13}|(?:\d ?){15}"),
        "kpp": pattern(r"\d{4}[\dA-Z]{2}\d{3}"),
    }

    name: Text | None = Field(
        None,
        title=mark("Full name of the organisation"),
        description=mark("As in the charter."),
        examples=["АНО «Центр городских инициатив»"],
    )
    short_name: Text | None = Field(
        None,
        title=mark("Short name of the organisation"),
        description=mark("As in the charter."),
        examples=["ЦГИ"],
    )
    inn: Text | None = Field(
        None,
        title=mark("INN"),
        description=mark("Taxpayer number: 10 digits of an organisation, 12 of a person."),
        examples=["5902212468"],
    )
    ogrn: Text | None = Field(
        None,
        title=mark("OGRN"),
        description=mark("State registration number: 13 digits, 15 of an entrepreneur."),
        examples=["1075900006600"],
    )
    kpp: Text | None = Field(
        None,
        title=mark("KPP"),
        description=mark("Code of the reason for registration: 9 characters."),
        examples=["590201001"],
    )
    address: Text | None = Field(
        None,
        title=mark("Address"),
        description=mark("With the postal code."),
        examples=["660000, Красноярский край, г. Светлоречье, ул. Речная, д. 1"],
    )
    website: Text | None = Field(
        None,
        title=mark("Website"),
        description=mark("The full address of the organisation's site."),
        examples=["https://centr.example.org"],
    )


class Application(Record):
    """An application to a contest, and what became of it."""

    main: ClassVar[str] = "contest"
    value_fields: ClassVar[frozenset[str]] = frozenset(
        "number submitted_on rating amount cofinancing transferred requested total_expenses".split()
    )
    patterns: ClassVar[Mapping[str, re.Pattern[str]]] = {
        "number": pattern(r"[\d/–-]+"),
        "rating": pattern(NUMBER),
    }

    contest: Text | None = Field(
        None,
        title=mark("Contest"),
        description=mark("The contest, with its year."),
        examples=["Первый конкурс 2019"],
    )
    direction: Text | None = Field(
        None,
        title=mark("Direction of the grant"),
        description=mark("The direction as the contest names it."),
        examples=["Развитие институтов гражданского общества"],
    )
    number: Text | None = Field(
        None,
        title=mark("Number of the application"),
        description=mark("Year, contest and number, joined by hyphens."),
        examples=["19-1-029373"],
    )
    submitted_on: Day | None = Field(
        None,
        title=mark("Day of submission"),
        description=mark("Day, month and year."),
        examples=["14.03.2019"],
    )
    status: Text | None = Field(
        None,
        title=mark("Status of the project"),
        description=mark("What the contest decided."),
        examples=["победитель конкурса"],
    )
    rating: Text | None = Field(
        None,
        title=mark("Rating of the application"),
        description=mark("The points that the experts gave."),
        examples=["77,00"],
    )
    amount: Money | None = Field(
        None,
        title=mark("Amount of the grant"),
        description=mark("In roubles."),
        examples=["9 484 487,00"],
    )
    cofinancing: Money | None = Field(
        None,
        title=mark("Own contribution"),
        description=mark("Co-financing, in roubles."),
        examples=["3 173 482,00"],
    )
    transferred: Money | None = Field(
        None,
        title=mark("Amount transferred"),
        description=mark("What the fund has transferred, in roubles."),
        examples=["9 484 487,00"],
    )
    requested: Money | None = Field(
        None,
        title=mark("Amount requested"),
        description=mark("In roubles."),
        examples=["2 990 000,00"],
    )
    total_expenses: Money | None = Field(
        None,
        title=mark("Total expenses of the project"),
        description=mark("With the own contribution, in roubles."),
        examples=["3 990 000,00"],
    )
