"""Edits that are read back: a file is changed only if it says then what was meant."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from passportkit.edits import GONE, Edit, Meaning
from passportkit.errors import CannotGoOn
from passportkit.language import say
from passportkit.source.document import Data, Source
from passportkit.source.plain_data import AlteredData, find, same
from passportkit.source.reading import read, refuse_too_many
from passportkit.text import canonical

Maker = Callable[[Source], Edit]
"""Makes an edit of a source."""


def data_of(source: Source) -> dict[str, Data]:
    """Return what a file says; raises `CannotGoOn` where it cannot be read."""
    if source.data is None:
        raise CannotGoOn(say("the file cannot be read any more"))
    return source.data


def applied(source: Source, edit: Edit) -> Source:
    """Return the file with an edit made, as it is read again.

    Raises `CannotGoOn` where it would say anything else than was meant and what it said before.
    """
    if edit.text != source.text:
        raise CannotGoOn(say("the file has changed since; look at it once more"))
    after = _read(edit.after, source.mark, source.name) if edit.splices else source
    if after.data is None:
        refuse_too_many(edit.after)
    if after.data is None or not same(after.data, _expected(source, after, edit.meant)):
        raise refusal()
    return after


def in_turn(source: Source, makers: Iterable[Maker]) -> Edit:
    """Return one edit for several, each of them made of what the one before has left."""
    whole = last = Edit(source.text)
    for make in makers:
        source = applied(source, last) if last.splices else source
        last = make(source)
        whole = whole.then(last) if whole.splices else last
    return whole


@lru_cache(maxsize=2)  # what one edit has been read back as, the next one begins with
def _read(text: str, mark: str, name: str) -> Source:
    return read((mark + text).encode("utf-8", "replace"), name)


def _expected(source: Source, after: Source, meant: Sequence[Meaning]) -> Data:
    """Return what a file is to say: of a text, other words that are the same in canonical form."""
    expected = AlteredData(data_of(source))
    for route, value in meant:
        if value is GONE:
            expected.drop(route)
            continue
        said = find(after.data, route)
        both = isinstance(said, str) and isinstance(value, str)
        expected.put(route, said if both and canonical(said) == value else value)
    return expected.data


def refusal() -> CannotGoOn:
    """Return that an edit would say something else than was meant."""
    return CannotGoOn(
        say("the answer cannot be put into the file in its place; write it there by hand")
    )
