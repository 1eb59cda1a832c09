"""Messages that know their words in every language, and the catalogues they are looked up in.

A message is a value: the code that finds something builds it in English, and only the place
that prints it decides in which language a person reads it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from passportkit.controls import visible

if TYPE_CHECKING:
    from gettext import NullTranslations

LANGUAGES = ("ru", "en")
DOMAIN = "passportkit"
CATALOGUES = Path(__file__).parent / "locale"


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence in English with `{named}` places, and the values that go there.

    A value may be a message itself. `plural` is the sentence for every other number than one;
    which one is meant then follows from the value named `n`.
    """

    text: str
    values: Mapping[str, object] = field(default_factory=dict)
    plural: str | None = None

    def __str__(self) -> str:
        return translator("en")(self)

    def __hash__(self) -> int:
        named = [(name, _hashed(value)) for name, value in self.values.items()]
        return hash((self.text, self.plural, frozenset(named)))

    def made(self) -> Message:
        """Return the message itself: it is made already."""
        return self

    def without_words(self) -> Message:
        """Return the message with `…` for all that it names; a number that it counts stays."""
        kept = {name: _without_words(name, value) for name, value in self.values.items()}
        return replace(self, values=kept)


@dataclass(frozen=True, slots=True)
class LazyMessage:
    """A message that is made only where somebody reads it: most advice nobody does.

    `make` makes it of `arguments`, and two are the same that make it of the same ones.
    """

    make: Callable[..., Message]
    arguments: tuple[object, ...]

    def __str__(self) -> str:
        return str(self.made())

    def __hash__(self) -> int:
        return hash((self.make, *map(_hashed, self.arguments)))

    def made(self) -> Message:
        """Return the message."""
        return self.make(*self.arguments)

    def without_words(self) -> Message:
        """Return the message without all that it names."""
        return self.made().without_words()


AnyMessage = Message | LazyMessage


def _hashed(value: object) -> object:
    """Return what stands for a value in a hash; some have none, and those are told apart by `==`.

    A file may have thousands of findings that differ in nothing else.
    """
    return value if isinstance(value, str | int | float | Message | LazyMessage) else None


def _without_words(name: str, value: object) -> object:
    if isinstance(value, AnyMessage):
        return value.without_words()
    return value if name == "n" and isinstance(value, int) else "…"


def say(text: str, **values: object) -> Message:
    """Return the message `text` with its values. Catalogues are made from these calls."""
    return Message(text, values)


def say_n(one: str, many: str, n: int, **values: object) -> Message:
    """Return a message that depends on the number `n`, which is also the value `{n}`."""
    return Message(one, {"n": n, **values}, many)


def mark(text: str) -> str:
    """Return `text` itself: marks words for the catalogues that are translated later."""
    return text


def listed(messages: Sequence[Message]) -> Message:
    """Return messages behind one another, with commas; there is at least one."""
    first, *others = messages
    for other in others:
        first = say("{some}, {more}", some=first, more=other)
    return first


def shortened(text: str, longest: int | None = None) -> str:
    """Return words on one line, their end cut off where they are longer than `longest`."""
    line = " ".join(text.split())
    if longest is None or len(line) <= longest:
        return line
    return line[: longest - 1].rstrip() + "…"


class Translator:
    """Turns messages and marked words into sentences of one language.

    Its catalogue is loaded with the first of them: of a file without findings nothing is said.
    """

    def __init__(self, language: str) -> None:
        self.language = language

    def __reduce__(self) -> tuple[Callable[[str], Translator], tuple[str]]:
        """Return how another process gets one: catalogues do not travel."""
        return translator, (self.language,)

    @cached_property
    def _catalogue(self) -> NullTranslations:
        import gettext

        return gettext.translation(DOMAIN, CATALOGUES, [self.language], fallback=True)

    def __call__(self, message: AnyMessage | str) -> str:
        """Return the sentence; of a message with its values in place."""
        if isinstance(message, str):
            return self._catalogue.gettext(message) if message else ""
        message = message.made()
        if message.plural is None:
            text = self._catalogue.gettext(message.text)
        else:
            count = message.values["n"]
            assert isinstance(count, int)
            text = self._catalogue.ngettext(message.text, message.plural, count)
        if not message.values:
            return text
        return text.format_map({name: self._word(value) for name, value in message.values.items()})

    def _word(self, value: object) -> object:
        """Return a value as it is shown: nothing that a stranger wrote begins a line of ours."""
        if isinstance(value, AnyMessage):
            return self(value)
        return visible(value) if isinstance(value, str) else value


@lru_cache
def translator(language: str) -> Translator:
    """Return the translator of `language`; an unknown language reads English."""
    return Translator(language)
