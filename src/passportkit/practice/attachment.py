"""Attachments: papers and files that go along with an application."""

from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from passportkit.language import mark
from passportkit.practice.quantity import Quantity
from passportkit.practice.record import Record
from passportkit.practice.view import View, ViewValues, joined
from passportkit.practice.words import Takes, Text, alone


def _at_pages(text: str) -> ViewValues | None:
    """Take «Смета на 3 л.» apart at the last « на »."""
    title, on, pages = text.rpartition(" на ")
    return (title, pages) if on and pages[:1].isdecimal() else (text, None)


class Attachment(Record):
    """A paper or a file that is handed in with a document."""

    main: ClassVar[str] = "name"
    value_fields: ClassVar[frozenset[str]] = frozenset({"pages"})
    line: ClassVar[View | None] = joined(
        "name", "pages", by=" на ", split=_at_pages, by_first_sign=False
    )
    heads: ClassVar[dict[str, tuple[str, ...]]] = {
        "name": ("Наименование документа", "Документ", "Приложение", "Приложения"),
        "pages": (
            *("Количество листов", "Кол-во листов", "Листов", "Количество страниц"),
            *("Кол-во страниц", "Страниц", "Число листов"),
        ),
    }

    name: Text | None = Field(
        None,
        title=mark("Attachment"),
        description=mark("What the paper is, as a list of attachments names it."),
        examples=["Смета практики"],
    )
    pages: Quantity | None = Field(
        None,
        title=mark("Pages of the attachment"),
        description=mark("How many sheets or pages it has."),
        examples=["3 л."],
    )
    file: Text | None = Field(
        None,
        title=mark("File of the attachment"),
        description=mark("Where the file lies, from the file of the practice on."),
        examples=["prilozheniya/smeta.pdf"],
    )


Attachments = Annotated[
    list[Attachment], BeforeValidator(alone), Takes(list[Attachment] | Attachment)
]
"""A list of attachments; one alone, be it a text, is a list of one."""
