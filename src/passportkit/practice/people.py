"""People: the team of a practice and those who answer for it."""

import re
from collections.abc import Callable, Sequence
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field

from passportkit.language import mark
from passportkit.practice.record import Record
from passportkit.practice.view import Values, View, joined
from passportkit.practice.words import BLANKS, Takes, Text, Texts
from passportkit.text.pattern import pattern

_YES_NO = {"да": True, "нет": False}
_YES_NO_IN_ANY_CASE = Annotated[str, Field(pattern="^(?:[дД][аА]|[нН][еЕ][тТ])$")]
_FAX = pattern(rf"факс[.:]?[{BLANKS}]+(.+)", re.IGNORECASE | re.DOTALL)

YesNo = Annotated[
    bool,
    BeforeValidator(
        lambda value: _YES_NO.get(value.lower(), value) if type(value) is str else value
    ),
    Takes(bool | Literal["да", "нет"] | _YES_NO_IN_ANY_CASE),
]
"""Yes or no, in either language."""


def _name_and_position(text: str) -> Values | None:
    """Take «Светлова Анна Ильинична, директор» apart at the first comma."""
    name, comma, position = text.partition(", ")
    return (name, position) if comma else (text, None)


def _show_reach(by: str) -> Callable[..., str]:
    def show(
        phones: Sequence[str] | None, fax: Sequence[str] | None, emails: Sequence[str] | None
    ) -> str:
        marked = [f"факс {number}" for number in fax or ()]
        return by.join([*(phones or ()), *marked, *(emails or ())])

    return show


def _read_reach(by: str) -> Callable[[str], Values | None]:
    def read(text: str) -> Values | None:
        phones: list[str] = []
        fax: list[str] = []
        emails: list[str] = []
        for entry in text.split(by):
            if "@" in entry:
                emails.append(entry)
            elif found := _FAX.fullmatch(entry):
                fax.append(found[1])
            else:
                phones.append(entry)
        return phones or None, fax or None, emails or None

    return read


_REACH = ("phones", "fax", "emails")
_REACH_HINT = mark("Telephone numbers with the area code, and e-mail addresses.")


class Contact(Record):
    """Somebody who answers for the practice, and how to reach them."""

    main: ClassVar[str] = "name"
    views: ClassVar[dict[str, View]] = {
        "name-and-position": joined(
            "name",
            "position",
            by=", ",
            split=_name_and_position,
            hint=mark("Surname, first name and patronymic, then the position after a comma."),
        ),
        "phones-and-emails": View(_REACH, _show_reach("\n"), _read_reach("\n"), _REACH_HINT),
        "phones-and-emails-in-a-line": View(
            _REACH, _show_reach(", "), _read_reach(", "), _REACH_HINT
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
    consent: YesNo | None = Field(
        None,
        title=mark("Consent to publication"),
        description=mark("Whether this person has agreed to the publication of personal contacts."),
        examples=[True],
    )


def _member(name: str | None, position: str | None, contribution: str | None) -> str:
    lead = " – ".join([words for words in (name, position) if words])
    if not contribution:
        return lead
    stop = "" if not lead or lead.endswith((".", "!", "?")) else "."
    return f"{lead}{stop} {contribution}" if lead else contribution


def _read_member(text: str) -> Values | None:
    """Take «Имя – должность. Что сделал» apart at its first dash and the stop after it."""
    name, dash, rest = text.partition(" – ")
    if not dash:
        return None
    position, stop, contribution = rest.partition(". ")
    return (name, position, contribution) if stop else (name, rest, None)


class Member(Record):
    """Somebody of the team, and what they did."""

    main: ClassVar[str] = "name"
    line: ClassVar[View | None] = View(("name", "position", "contribution"), _member, _read_member)

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
