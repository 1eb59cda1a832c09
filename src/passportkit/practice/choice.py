"""Choices: one answer of several that are given, «да» or «нет»."""

from collections.abc import Sequence
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal

from passportkit.practice.words import Takes, ValueWords

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


def suggested(choices: Sequence[str]) -> Any:
    """Return what schemas offer for a choice without keeping other words out: a rule judges."""
    return Literal[tuple(choices)] | str


class YesNoWords(ChoiceWords):
    """«Да» or «нет», in the author's words."""

    choices: ClassVar[Sequence[str]] = ("да", "нет")

    @property
    def is_yes(self) -> bool | None:
        """Whether it is yes, or None where the words say neither."""
        return None if self.chosen is None else self.chosen == self.choices[0]


Agreed = Annotated[YesNoWords, Takes(suggested(YesNoWords.choices))]
"""Yes or no, in Russian, of which a rule is the judge."""
