"""What is found in a document: the values of a form, and what has become of every word."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from passportkit.forms import Form
from passportkit.forms.filled import FormValues
from passportkit.forms.further_places import widened
from passportkit.language import Message
from passportkit.text import plain

FurnitureKind = Literal[
    "title", "heading", "unknown heading", "label", "caption", "head", "note", "total", "number",
    "blank", "contents", "continuation", "remains", "page number", "placeholder",
    "repetition",
]  # fmt: skip
"""What words of a document are that nobody has written as an answer.

Those of an unknown heading are somebody's, and are told with what stands under it.
"""


class Left(NamedTuple):
    """Words that could not be placed, and where they stand."""

    origin: Message
    text: str

    @property
    def words(self) -> str:
        """The words as people read them, without signs of markup."""
        return plain(self.text)


class PlacedWords(NamedTuple):
    """Words as they stand in the document, and the key of the form that they answer.

    That of a column is its own only in its `table`, which has a key, too; `row` is the number of
    the row there, as the document has it.
    """

    key: str
    text: str
    table: str = ""
    row: int | None = None


class Furniture(NamedTuple):
    """Words that nobody has written as an answer."""

    kind: FurnitureKind
    text: str


@dataclass(slots=True)
class Extraction:
    """What a document says in the terms of the form that it was read as.

    Every word of it is once in `placed_words`, `left` or `furniture`; figures that are left may
    have a unit with them that stands in a head, too. `read` counts the cells, and
    the paragraphs outside tables, with words of an author; `placed` those of which nothing is left.
    """

    form: Form
    values: FormValues = field(default_factory=dict)
    left: list[Left] = field(default_factory=list)
    read: int = 0
    placed: int = 0
    placed_words: list[PlacedWords] = field(default_factory=list)
    furniture: list[Furniture] = field(default_factory=list)

    @property
    def widened(self) -> Form:
        """The form with the places that it lacks and the document has words for."""
        return widened(self.form, self.values)
