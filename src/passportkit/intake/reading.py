"""What is found in a document: the values of a form, and the words that have no place in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from passportkit.forms import Form
from passportkit.language import Message

Values = dict[str, str | list[dict[str, str]]]
"""By the keys of the form a text, or rows by the keys of their columns.

It is what `forms.bind` gives, but without the numbers of rows, and with the words of merged cells
in each of them. What a document lacks is absent; what is there without words is empty.
"""


class Left(NamedTuple):
    """Words that could not be placed, and where they stand."""

    origin: Message
    text: str


@dataclass(slots=True)
class Reading:
    """What a document says in the terms of a form.

    `read` counts the cells, and the paragraphs outside tables, with words of an author; `placed`
    those of which nothing is left.
    """

    form: Form
    values: Values = field(default_factory=dict)
    left: list[Left] = field(default_factory=list)
    read: int = 0
    placed: int = 0
