"""Words first: values that are what the author typed, and derive their meaning when asked."""

from __future__ import annotations

from typing import Annotated, Any, NamedTuple, Self

from pydantic import BeforeValidator, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from passportkit.text import canonical

BLANKS = " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"
"""What people set words and classes of digits apart with. `\\s` would take line ends, too."""

LONGEST = 200
"""How many characters may say a period or a quantity: what is longer is prose."""


def _canonical(value: object) -> object:
    return canonical(value) if isinstance(value, str) else value


def alone(value: object) -> object:
    """Let one text, or one record, stand for a list of one."""
    return [value] if isinstance(value, str | dict) else value


class Takes(NamedTuple):
    """A note on a type: what authors may write for it. Schemas read it, and Pydantic passes by."""

    taken: Any


class _Canonical:
    """Makes a text canonical, as a `BeforeValidator` would, which Pydantic looks into each time."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_before_validator_function(_canonical, handler(source))


Text = Annotated[str, _Canonical()]
"""Words in the markup of `passportkit.text`, in canonical form."""

Texts = Annotated[list[Text], BeforeValidator(alone), Takes(list[Text] | Text)]
"""A list of texts; one text alone is a list of one."""


class Words(str):
    """A text that something can be derived from: a period, a sum of money, a quantity.

    What was typed is what is printed. What cannot be derived is None, never an error: that is
    for a rule to say.
    """

    def __getstate__(self) -> None:
        """Return that nothing but the words goes to another process; the rest is derived anew."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Take any text, bring it to canonical form, and keep the words."""
        return core_schema.no_info_after_validator_function(
            cls._from_text,
            core_schema.str_schema(),
            serialization=core_schema.plain_serializer_function_ser_schema(str),
        )

    @classmethod
    def _from_text(cls, text: str) -> Self:
        return cls(canonical(text))


class ValueWords(Words):
    """Words that are to say one value and nothing beside it: a sum, a day, a quantity."""

    @property
    def is_read(self) -> bool:
        """Whether they do."""
        raise NotImplementedError
