"""The organisation, what it has carried out, and its applications to contests."""

import re
from collections.abc import Mapping
from typing import ClassVar

from pydantic import Field

from passportkit.language import mark
from passportkit.practice.money import Money
from passportkit.practice.people import Contact, Person
from passportkit.practice.period import Day, Period
from passportkit.practice.period_ends import PERIOD_VIEWS
from passportkit.practice.quantity import NUMBER, Quantity
from passportkit.practice.record import Record
from passportkit.practice.view import View, ViewValues, whole
from passportkit.practice.words import Text, Texts
from passportkit.text.pattern import pattern

_ACCOUNT = r"(?:\d ?){20}"
_BIC = r"04\d{7}"
_DETAILS = pattern(
    rf"р/с (?P<account>{_ACCOUNT})(?: в (?P<bank>.+?))?"
    rf"(?:, к/с (?P<correspondent>{_ACCOUNT}))?(?:, БИК (?P<bic>{_BIC}))?"
)


def _bank_details(
    bank: str | None, account: str | None, correspondent: str | None, bic: str | None
) -> str:
    """Return the details as a contract has them; without an account the bank leads alone."""
    lead = f"р/с {account} в {bank}" if account and bank else f"р/с {account}" if account else bank
    further = [f"к/с {correspondent}" if correspondent else None, f"БИК {bic}" if bic else None]
    return ", ".join(filter(None, [lead, *further]))


def _read_bank_details(text: str) -> ViewValues | None:
    found = _DETAILS.fullmatch(text)
    return found and (found["bank"], found["account"], found["correspondent"], found["bic"])


class Organization(Record):
    """The organisation that carries the practice."""

    main: ClassVar[str] = "name"
    line: ClassVar[View | None] = whole("name")
    value_fields: ClassVar[frozenset[str]] = frozenset(
        "name short_name inn ogrn kpp address website postal_address phones emails registered_on "
        "bank account correspondent_account bic staff members volunteers income".split()
    )
    views: ClassVar[dict[str, View]] = {
        "bank-details": View(
            ("bank", "account", "correspondent_account", "bic"),
            _bank_details,
            _read_bank_details,
            mark("The account, the bank, its correspondent account and BIC, with commas between."),
        ),
    }
    patterns: ClassVar[Mapping[str, re.Pattern[str]]] = {
        "inn": pattern(r"(?:\d ?){10}|(?:\d ?){12}"),
        "ogrn": pattern(r"(?:\d ?){13}|(?:\d ?){15}"),
        "kpp": pattern(r"\d{4}[\dA-Z]{2}\d{3}"),
        "account": pattern(_ACCOUNT),
        "correspondent_account": pattern(_ACCOUNT),
        "bic": pattern(_BIC),
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
    registered_on: Day | None = Field(
        None,
        title=mark("Day of registration"),
        description=mark("When it was registered: day, month and year."),
        examples=["14.03.2011"],
    )
    postal_address: Text | None = Field(
        None,
        title=mark("Postal address"),
        description=mark("Where letters go, with the postal code, if that is another address."),
        examples=["660000, Красноярский край, г. Светлоречье, а/я 17"],
    )
    phones: Texts | None = Field(
        None,
        title=mark("Telephone numbers of the organisation"),
        description=mark("One number or several, with the area code."),
        examples=[["8 (3919) 00-00-00"]],
    )
    emails: Texts | None = Field(
        None,
        title=mark("E-mail addresses of the organisation"),
        description=mark("One address or several."),
        examples=[["centr@example.org"]],
    )
    head: Person | None = Field(
        None,
        title=mark("Head of the organisation"),
        description=mark("Who acts for it without a power of attorney, by full name."),
    )
    accountant: Person | None = Field(
        None,
        title=mark("Chief accountant of the organisation"),
        description=mark("Who keeps the accounts of the organisation, by full name."),
    )
    founders: Texts | None = Field(
        None,
        title=mark("Founders"),
        description=mark("The people and organisations that have founded it, one in each item."),
        examples=[["Администрация города Светлоречье"]],
    )
    staff: Quantity | None = Field(
        None,
        title=mark("Employees"),
        description=mark("How many people it employs."),
        examples=["6"],
    )
    members: Quantity | None = Field(
        None,
        title=mark("Members"),
        description=mark("How many members or participants it has."),
        examples=["42"],
    )
    volunteers: Quantity | None = Field(
        None,
        title=mark("Volunteers"),
        description=mark("How many volunteers help it."),
        examples=["35"],
    )
    activities: Text | None = Field(
        None,
        title=mark("Activities of the organisation"),
        description=mark("What the organisation does by its charter."),
        examples=["Поддержка соседских сообществ, обучение добровольцев"],
    )
    experience: Text | None = Field(
        None,
        title=mark("Experience of the organisation"),
        description=mark("What it has carried out before: projects, years, results."),
        examples=["Четыре городских проекта с 2015 года"],
    )
    assets: Text | None = Field(
        None,
        title=mark("Rooms and equipment"),
        description=mark("What the organisation owns or uses: rooms, equipment, transport."),
        examples=["Помещение 84 кв. м, два проектора"],
    )
    income: Money | None = Field(
        None,
        title=mark("Income of the last year"),
        description=mark("What the organisation has received in the last year, in roubles."),
        examples=["1 240 000,00"],
    )
    bank: Text | None = Field(
        None,
        title=mark("Bank"),
        description=mark("The bank that keeps the account, by its full name."),
        examples=["Отделение № 17 Светлореченского банка"],
    )
    account: Text | None = Field(
        None,
        title=mark("Account"),
        description=mark("The number of the account: 20 digits."),
        examples=["40703810000000000017"],
    )
    correspondent_account: Text | None = Field(
        None,
        title=mark("Correspondent account"),
        description=mark("The correspondent account of the bank: 20 digits."),
        examples=["30101810000000000017"],
    )
    bic: Text | None = Field(
        None,
        title=mark("BIC"),
        description=mark("The code of the bank: 9 digits."),
        examples=["040000017"],
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


class PastProject(Record):
    """A project that the organisation has carried out before."""

    main: ClassVar[str] = "name"
    value_fields: ClassVar[frozenset[str]] = frozenset({"period", "amount"})
    views: ClassVar[dict[str, View]] = PERIOD_VIEWS
    heads: ClassVar[dict[str, tuple[str, ...]]] = {
        "name": ("Название проекта", "Наименование проекта", "Проект"),
        "period": ("Срок", "Сроки", "Срок реализации", "Сроки реализации", "Период реализации"),
        "amount": ("Сумма", "Объем финансирования", "Сумма финансирования", "Бюджет проекта"),
        "source": ("Источник", "Источник финансирования", "Источники финансирования"),
        "results": ("Результаты", "Результат", "Основные результаты"),
    }

    name: Text | None = Field(
        None,
        title=mark("Past project"),
        description=mark("The name of the project."),
        examples=["Добрососедство"],
    )
    period: Period | None = Field(
        None,
        title=mark("Time of the past project"),
        description=mark("When it was carried out: years, months or days."),
        examples=["2017-2018 годы"],
    )
    amount: Money | None = Field(
        None,
        title=mark("Amount of the past project"),
        description=mark("What it has cost, in roubles."),
        examples=["480 000,00"],
    )
    source: Text | None = Field(
        None,
        title=mark("Source of the past project"),
        description=mark("Who paid for it."),
        examples=["Субсидия из бюджета Красноярского края"],
    )
    results: Text | None = Field(
        None,
        title=mark("Results of the past project"),
        description=mark("What it has brought, in a sentence or two."),
        examples=["Обучены 40 ведущих, открыты четыре клуба"],
    )


REACHED: tuple[type[Record], ...] = (Contact, Organization)
"""The records that say telephone numbers and e-mail addresses."""
