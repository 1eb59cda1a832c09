"""People: the team of a practice and those who answer for it."""

import re
from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal, get_args

from pydantic import BeforeValidator, Field

from passportkit.language import mark
from passportkit.practice.contact_details import contact_details_view, has_email, has_number
from passportkit.practice.period import Day
from passportkit.practice.record import Record
from passportkit.practice.view import View, ViewValues
from passportkit.practice.words import BLANKS, Takes, Text, Texts
from passportkit.text.pattern import pattern

_YES_NO = {"да": True, "нет": False}
_YES_NO_IN_ANY_CASE = Annotated[str, Field(pattern="^(?:[дД][аА]|[нН][еЕ][тТ])$")]

Separator = Literal[", ", " – ", " - ", " — ", "\xa0– ", "\xa0- ", "\xa0— ", "\n", ",\n"]
"""What may stand between the name and the position of a person."""

# Of capitals a name is all that stand together, but for one that begins the next name.
_CAPITALS = r"[А-ЯЁ]{2,}+|[А-ЯЁ]{2,}(?=[А-ЯЁ](?![А-ЯЁ]))"
_NAME = rf"(?:[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?|{_CAPITALS}|[А-ЯЁ]\.)"
_NAMES = rf"(?:{_NAME}(?:[{BLANKS}]?{_NAME}){{1,3}}|[А-ЯЁ]{{4,}}+)"
_PERSON = pattern(
    rf"(?P<name>\*{{0,3}}{_NAMES}\*{{0,3}})"
    rf"(?P<separator>{'|'.join(map(re.escape, get_args(Separator)))})"
)
_REACHED = pattern(r"@|\d-\d\d-\d\d|\d{6}|(?i:тел(?:ефон)?[.:]*\s*[+(]?\d)")
"""What no position says but how to reach somebody; numbers of schools, and years, are shorter."""

YesNo = Annotated[
    bool,
    BeforeValidator(
        lambda value: _YES_NO.get(value.lower(), value) if type(value) is str else value
    ),
    Takes(bool | Literal["да", "нет"] | _YES_NO_IN_ANY_CASE),
]
"""Yes or no, in either language."""


def _name_and_position(name: str | None, position: str | None, separator: str | None) -> str:
    return (separator or ", ").join([words for words in (name, position) if words])


def _read_name(text: str) -> ViewValues | None:
    """Take «Светлова Анна Ильинична, директор» apart at the first comma.

    A dash or a line end before it does as well where what it follows is surely a name. What goes
    on with a telephone, an address or another person is no position.
    """
    if found := _PERSON.match(text):
        separator = found["separator"]
        name, position = found["name"], text[found.end() :]
    else:
        name, separator, position = text.partition(", ")
    if not separator or _says_more(position):
        return None
    return name, position, separator if separator != ", " else None


def _says_more(position: str) -> bool:
    if _REACHED.search(position):
        return True
    return any(map(_PERSON.match, position.split("\n")))


Joint = Literal["\n", ",\n", "; ", ";\n", " "]
"""What may stand between a person and how to reach them, where it is not a comma."""

_DETAILS = contact_details_view(", ")
_DETAILS_BEGIN = pattern(
    rf"(?P<joint>,\n|;\n|, |; |\n|[{BLANKS}])"
    r"(?=[^\s@]{1,64}@|\+?\(?\d[\d() \u00a0–-]{4}|(?i:тел|моб|сот|раб|факс|e-?mail|эл)[а-яё.]*[ :])"
)


def _person(*said: Any) -> str:
    name, position, phones, fax, emails, separator, layout, joint = said
    who = _name_and_position(name, position, separator)
    details = _DETAILS.format(phones, fax, emails, layout)
    return (joint or ", ").join([words for words in (who, details) if words])


def _read_person(text: str) -> ViewValues | None:
    """Take who it is and how to reach them apart before the first number or address."""
    found = _DETAILS_BEGIN.search(text)
    who = text[: found.start()] if found else text
    reached = _DETAILS.parse(text[found.end() :]) if found else (None, None, None, None)
    if reached is None:
        return None
    name, position, separator = _read_name(who) or (who, None, None)
    phones, fax, emails, layout = reached
    joint = found["joint"] if found and found["joint"] != ", " else None
    return name, position, phones, fax, emails, separator, layout, joint


class Contact(Record):
    """Somebody who answers for the practice, and how to reach them."""

    main: ClassVar[str] = "name"
    value_fields: ClassVar[frozenset[str]] = frozenset({"name", "phones", "fax", "emails"})
    patterns: ClassVar[Mapping[str, re.Pattern[str]]] = {
        "phones": has_number,
        "fax": has_number,
        "emails": has_email,
    }
    views: ClassVar[dict[str, View]] = {
        "name-and-position": View(
            ("name", "position"),
            _name_and_position,
            _read_name,
            mark("Surname, first name and patronymic, then the position after a comma."),
            manner=("separator",),
            by_first_sign=True,
        ),
        "phones-and-emails": contact_details_view("\n"),
        "phones-and-emails-in-a-line": contact_details_view(", "),
    }
    heads: ClassVar[dict[str, tuple[str, ...]]] = {
        "name": (
            *("ФИО", "Ф. И. О.", "Фамилия, имя, отчество", "Фамилия и инициалы", "Имя"),
            *("Ответственный", "Ответственное лицо", "Контактное лицо", "Контактные лица"),
            *("ФИО контактного лица", "ФИО ответственного", "ФИО ответственного лица"),
        ),
        "position": (
            *("Должность", "Должность, место работы", "Место работы, должность"),
            *("Занимаемая должность", "Место работы и должность", "Должность и место работы"),
        ),
        "phones": (
            *("Телефон", "Телефоны", "Тел.", "Контактный телефон", "Номер телефона"),
            *("Тел./факс", "Телефон/факс", "Телефон, факс", "Телефон (факс)", "Тел. (факс)"),
            *("Контактные телефоны", "Номера телефонов", "Контактный тел.", "Номер тел."),
            *("Рабочий телефон", "Раб. телефон", "Раб. тел.", "Мобильный телефон"),
            *("Моб. телефон", "Моб. тел.", "Сотовый телефон", "Рабочий", "Мобильный", "Сотовый"),
        ),
        "fax": ("Факс", "Номер факса"),
        "emails": (
            *("Электронная почта", "Эл. почта", "E-mail", "Email", "Почта"),
            *("Адрес электронной почты", "Электронный адрес", "Адрес эл. почты", "Эл. адрес"),
            *("E-mail адрес", "Адрес e-mail", "Электронная почта (e-mail)"),
        ),
    }

    name: Text | None = Field(
        None,
        title=mark("Full name"),
        description=mark("Surname, first name and patronymic."),
        examples=["Светлова Анна Ильинична"],
    )
    position: Text | None = Field(
        None,
        title=mark("Position"),
        description=mark("Position and place of work, in full."),
        examples=["директор Центра городских инициатив"],
    )
    separator: Separator | None = Field(
        None,
        title=mark("Sign between name and position"),
        description=mark("What stands between them in a document where it is not a comma."),
        examples=[" – "],
    )
    phones: Texts | None = Field(
        None,
        title=mark("Telephone numbers"),
        description=mark("One number or several, with the area code."),
        examples=[["8 (3919) 00-00-00"]],
    )
    fax: Texts | None = Field(
        None,
        title=mark("Fax numbers"),
        description=mark("The number alone; the word «факс» is put before it."),
        examples=[["8 (3919) 00-00-01"]],
    )
    emails: Texts | None = Field(
        None,
        title=mark("E-mail addresses"),
        description=mark(
            "One address or several; an office address is better than a personal one."
        ),
        examples=[["centr@example.org"]],
    )
    layout: Text | None = Field(
        None,
        title=mark("Layout of the contacts"),
        description=mark(
            "How numbers and addresses stand in a document where it is not the usual way: "
            "`#` for each number, `@` for each address."
        ),
        examples=["тел. #, факс #; @"],
    )
    consent: YesNo | None = Field(
        None,
        title=mark("Consent to publication"),
        description=mark("Whether this person has agreed to the publication of personal contacts."),
        examples=[True],
    )


class Person(Contact):
    """Somebody whom a form asks for in one place, with how to reach them."""

    value_fields: ClassVar[frozenset[str]] = Contact.value_fields | {"born_on"}
    line: ClassVar[View | None] = View(
        ("name", "position", "phones", "fax", "emails"),
        _person,
        _read_person,
        mark("Surname, first name and patronymic, position, telephone and e-mail address."),
        manner=("separator", "layout", "joint"),
        by_first_sign=True,
    )

    joint: Joint | None = Field(
        None,
        title=mark("Sign before telephone and e-mail"),
        description=mark("What stands before them in a document where it is not a comma."),
        examples=["\n"],
    )
    born_on: Day | None = Field(
        None,
        title=mark("Day of birth"),
        description=mark("Day, month and year."),
        examples=["06.11.1979"],
    )
    education: Text | None = Field(
        None,
        title=mark("Education"),
        description=mark("Level, place of study, profession; degrees and titles."),
        examples=["Высшее: Светлореченский педагогический институт, социальный педагог"],
    )
    experience: Text | None = Field(
        None,
        title=mark("Experience"),
        description=mark("Places of work, years and duties; projects that were carried out."),
        examples=["С 2012 года руководит центром, вела шесть городских проектов"],
    )


def _member(name: str | None, position: str | None, contribution: str | None) -> str:
    lead = " – ".join([words for words in (name, position) if words])
    if not contribution:
        return lead
    stop = "" if not lead or lead.endswith((".", "!", "?")) else "."
    return f"{lead}{stop} {contribution}" if lead else contribution


def _read_member(text: str) -> ViewValues | None:
    """Take «Имя – должность. Что сделал» apart at its first dash and the stop after it."""
    name, dash, rest = text.partition(" – ")
    if not dash:
        return None
    position, stop, contribution = rest.partition(". ")
    return (name, position, contribution) if stop else (name, rest, None)


class Member(Record):
    """Somebody of the team, and what they did."""

    main: ClassVar[str] = "name"
    value_fields: ClassVar[frozenset[str]] = frozenset({"name"})
    heads: ClassVar[dict[str, tuple[str, ...]]] = {
        "name": ("ФИО", "Ф. И. О.", "Фамилия, имя, отчество"),
        "position": ("Должность",),
        "role": ("Роль", "Роль в проекте", "Роль в практике", "Должность или роль в проекте"),
        "education": ("Образование",),
        "experience": ("Опыт", "Опыт работы", "Стаж работы"),
    }
    line: ClassVar[View | None] = View(
        ("name", "position", "contribution"), _member, _read_member, by_first_sign=True
    )

    name: Text | None = Field(
        None,
        title=mark("Full name"),
        description=mark("Surname, first name and patronymic."),
        examples=["Светлова Анна Ильинична"],
    )
    position: Text | None = Field(
        None,
        title=mark("Position"),
        description=mark("Position and place of work, in full."),
        examples=["директор Центра городских инициатив"],
    )
    contribution: Text | None = Field(
        None,
        title=mark("Contribution"),
        description=mark("What this person did for the practice, in one or two sentences."),
        examples=["Придумала практику и ведёт её с первого дня."],
    )
    role: Text | None = Field(
        None,
        title=mark("Role in the team"),
        description=mark("What this person answers for in the practice, in a word or two."),
        examples=["Координатор добровольцев"],
    )
    education: Text | None = Field(
        None,
        title=mark("Education"),
        description=mark("Level, place of study, profession; degrees and titles."),
        examples=["Высшее: Светлореченский педагогический институт, социальный педагог"],
    )
    experience: Text | None = Field(
        None,
        title=mark("Experience"),
        description=mark("Places of work, years and duties; projects that were carried out."),
        examples=["С 2012 года руководит центром, вела шесть городских проектов"],
    )
