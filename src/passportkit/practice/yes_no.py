"""What may be written for a choice, and «да» or «нет» with what is said besides."""

import re
from collections.abc import Sequence
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from passportkit.language import mark
from passportkit.practice.choice import YesNoWords
from passportkit.practice.record import Record
from passportkit.practice.view import View, ViewValues, joined
from passportkit.practice.words import Takes, Text


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
