"""What is found in a document: the values of a form, and the words that have no place in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from passportkit.forms import Form
from passportkit.forms.filled import FormValues
from passportkit.language import Message


class Left(NamedTuple):
    """Words that could not be placed, and where they stand."""

    origin: Message
    text: str


@dataclass(slots=True)
class Extraction:
    """What a document says in the terms of a form.

    `read` counts the cells, and the paragraphs outside tables, with words of an author; `placed`
    those of which nothing is left.
    """

    form: Form
    values: FormValues = field(default_factory=dict)
    left: list[Left] = field(default_factory=list)
    read: int = 0
    placed: int = 0
