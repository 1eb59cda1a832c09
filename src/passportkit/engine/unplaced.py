"""Words of documents that have found no field, as they wait under `unplaced` of a practice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath

from passportkit.edits import Edit
from passportkit.intake import Left
from passportkit.intake.head_words import is_sum
from passportkit.language import Translator, say
from passportkit.source import Data, Source
from passportkit.source.writing import add_rows
from passportkit.text import canonical, respell
from passportkit.workspace.find import STDIN

KEY = "unplaced"

Item = dict[str, str]
"""An entry of the list: where the words come from, and the words."""

_BETWEEN = "\0"
"""Stands between texts that are searched together; no canonical text has it."""

_TELLING = 20
"""Words of so many characters stand hardly by chance in another text."""


def item(left: Left, document: str, translate: Translator) -> Item:
    """Return the entry for words that were left of a document."""
    file = say("standard input") if document == STDIN else PurePath(document).name
    place = say("{file}, {place}", file=file, place=left.origin)
    return {"from": canonical(translate(place)), "text": left.text}


def still(left: Iterable[Left], source: Source) -> Iterator[Left]:
    """Yield those of the words that a practice says in no field."""
    texts = set(_texts({**(source.data or {}), KEY: None}))
    joined = _BETWEEN.join(texts)
    for each in left:
        words = _plainly(each.text)
        known = joined if len(words) >= _TELLING else texts
        if _is_figure(words) or words not in known:
            yield each


def added(source: Source, items: Sequence[Item]) -> Edit:
    """Return the edit that adds the entries to a practice, but for those that wait already."""
    known = set(_waiting(source))
    fresh = [each for each in items if _sign(each["text"], each["from"]) not in known]
    return add_rows(source, (KEY,), fresh)


def _waiting(source: Source) -> Iterator[tuple[str, str]]:
    waiting = (source.data or {}).get(KEY)
    for each in waiting if isinstance(waiting, list) else [waiting]:
        entry = each if isinstance(each, dict) else {"text": each}
        text, origin = entry.get("text"), entry.get("from")
        if isinstance(text, str):
            yield _sign(text, origin if isinstance(origin, str) else "")


def _sign(text: str, origin: str) -> tuple[str, str]:
    """Return what entries for the same words have in common: for a figure, also its place."""
    words = _plainly(text)
    return words, _plainly(origin) if _is_figure(words) else ""


def _is_figure(words: str) -> bool:
    """Whether the words are a figure or a sum: the same elsewhere may be of something else."""
    return not any(letter.isalpha() for letter in words) or is_sum(words)


def _plainly(text: str) -> str:
    """Return a text as it can be compared: YAML has line ends behind it that nobody typed."""
    return respell(canonical(text))


def _texts(data: Data) -> Iterator[str]:
    if isinstance(data, str):
        yield _plainly(data)
    inner = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    for each in inner:
        yield from _texts(each)
