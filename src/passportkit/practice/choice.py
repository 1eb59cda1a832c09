"""Choices: one answer of several that are given, «да» or «нет»."""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from passportkit.language import mark
from passportkit.practice.record import Record
from passportkit.practice.view import View, ViewValues, joined
from passportkit.practice.words import Takes, Text, ValueWords

_AT_THE_END = " \t\N{NO-BREAK SPACE}.;,"


def same_choice(words: str) -> str:
    """Return words as choices are compared: without case, ё, and signs at their end."""
    return " ".join(words.rstrip(_AT_THE_END).lower().replace("ё", "е").split())


class ChoiceWords(ValueWords):
    """One of the `choices` in the author's words. Kinds of it say which there are.

    `is_open`: any other words may stand there, too.
    """

    choices: ClassVar[Sequence[str]] = ()
    is_open: ClassVar[bool] = False

    @cached_property
    def chosen(self) -> str | None:
        """Which of the choices the words are, as it is given, or None."""
        said = same_choice(self)
        return next((each for each in self.choices if same_choice(each) == said), None)

    @property
    def is_read(self) -> bool:
        """Whether the words are one of the choices."""
        return self.chosen is not None


def taken(choices: Sequence[str], *, is_open: bool = False) -> Any:
    """Return what may be written for a choice: one of the answers, be it in other letters."""
    literal = Literal[tuple(choices)]  # type: ignore[valid-type]
    if is_open:
        return literal | str
    anyhow = "|".join(map(_in_any_case, choices))
    return literal | Annotated[str, Field(pattern=f"^(?:{anyhow})[ .;,]*$")]


def _in_any_case(words: str) -> str:
    """Return the pattern of words in large letters and small: draft 7 has no flags."""
    return "".join(
        f"[{sign.lower()}{sign.upper()}]" if sign.lower() != sign.upper() else re.escape(sign)
        for sign in words
    )


class YesNoWords(ChoiceWords):
    """«Да» or «нет», in the author's words."""

    choices: ClassVar[Sequence[str]] = ("да", "нет")

    @property
    def is_yes(self) -> bool | None:
        """Whether it is yes, or None where the words say neither."""
        return None if self.chosen is None else self.chosen == self.choices[0]


Agreed = Annotated[YesNoWords, Takes(taken(YesNoWords.choices, is_open=True))]
"""Yes or no, which schemas suggest and a rule judges."""

YesNo = Annotated[YesNoWords, Takes(taken(YesNoWords.choices))]
"""Yes or no, in Russian."""


def _at_comma(text: str) -> ViewValues | None:
    answer, comma, details = text.partition(", ")
    return (answer, details) if comma else (text, None)


class YesNoDetails(Record):
    """«Да» or «нет», and what is said besides."""

    main: ClassVar[str] = "answer"
    values: ClassVar[frozenset[str]] = frozenset({"answer"})
    line: ClassVar[View | None] = joined("answer", "details", by=", ", split=_at_comma)

    answer: YesNo | None = Field(
        None,
        title=mark("Yes or no"),
        description=mark("«Да» or «нет»."),
        examples=["да", "нет"],
    )
    details: Text | None = Field(
        None,
        title=mark("What is said besides"),
        description=mark("What belongs behind the answer, such as a date or a number."),
        examples=["12.03.2020"],
    )
