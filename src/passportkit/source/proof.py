"""Edits that are read back: a changed file is given out only if it says what was meant."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from passportkit.errors import CannotGoOn
from passportkit.language import say
from passportkit.source.document import Data, Source
from passportkit.source.plain_data import same
from passportkit.source.reading import read


@lru_cache(maxsize=2)  # what one edit has read back, the next one begins with
def source_of(text: str) -> Source:
    """Return the file `text` as it is read. What it gives must not be changed."""
    return read(text.encode("utf-8", "replace"), "")


def data_of(text: str) -> dict[str, Data]:
    """Return what the file `text` says; raises `CannotGoOn` where it cannot be read."""
    data = source_of(text).data
    if data is None:
        raise CannotGoOn(say("the file cannot be read any more"))
    return data


def says(text: str, expected: Data) -> bool:
    """Whether the file `text` can be read and says what is expected."""
    data = source_of(text).data
    return data is not None and same(data, expected)


def proved(expected: Data, make: Callable[[bool], str]) -> str:
    """Return the text that `make` gives, if it says what is expected; else it may use quotes."""
    for plain in (True, False):
        changed = make(plain)
        if says(changed, expected):
            return changed
    raise refusal()


def refusal() -> CannotGoOn:
    """Return that an edit would say something else than was meant."""
    return CannotGoOn(
        say("the answer cannot be put into the file in its place; write it there by hand")
    )
