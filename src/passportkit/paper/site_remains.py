"""What a site leaves in its pages and nobody has written: JSON, keys of its map, namespaces."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache, partial
from html import unescape
from string import ascii_letters

_QUOTE = r"\\?[\"'“”„«»]"

_SHORTEST_KEY, _LONGEST_KEY = 8, 200

_key = re.compile(
    r"(?:(?i:api|access|secret|auth|client)[-_ ]?(?i:key|token|secret|ключ)[\w-]{0,20}|[?&]key)"
    rf"(?:{_QUOTE})?\s*[:=]\s*(?:{_QUOTE})?"
    rf"(?P<key>[\w.~+/-]{{{_SHORTEST_KEY},{_LONGEST_KEY}}})(?:{_QUOTE})?"
)
_run = re.compile(rf"[\w.~+/-]{{{_SHORTEST_KEY},}}+")
_NAMES = f"{ascii_letters}_\\\"'“«"
"""What may stand before the name of a key and belongs to it, as in `"yandexApiKey"`."""

_namespace = re.compile(r"https?://www\.w3\.org/(?:19|20)\d\d/\S+[ \t]*")

_object = re.compile(rf"\{{\s*(?={_QUOTE}[\w.-]{{1,60}}{_QUOTE}\s*:)")
_pair = re.compile(
    rf"[\s,{{]*{_QUOTE}(?P<name>[\w.-]{{1,60}}){_QUOTE}\s*:\s*"
    rf"(?:{_QUOTE}(?P<words>.{{0,2000}}?){_QUOTE}(?=\s*(?:[,}}\]]|$))|(?P<rest>[^,}}\n]{{0,2000}}))\s*"
)
_closing = re.compile(r"[\s}\]]*[}\]]")
_is_russian = re.compile("[А-Яа-яЁё]").search

_ADDRESSES = ("address", "fulladdress", "full_address", "адрес")
_LONGEST = 20_000
"""Characters of JSON that are looked through at once, and the bound of what it can cost."""


def keys_in(source: str) -> frozenset[str]:
    """Return the keys that a page's source gives to programs, wherever in it they stand."""
    return frozenset(found["key"] for found in _key.finditer(unescape(source)))


def without_remains(text: str, keys: frozenset[str] = frozenset()) -> str:
    """Return the words of `text` that are for people.

    Of JSON the address is kept, and where it has none, what is Russian in it.
    """
    if "w3.org/" in text:
        text = _namespace.sub("", text)
    if "{" in text:
        text = "".join(_without_objects(text))
    if ":" in text or "=" in text:
        text = "".join(_without_names(text))
    return _run.sub(partial(_without_keys, keys), text) if keys else text


def has_key(text: str, keys: frozenset[str]) -> bool:
    """Return whether one of the keys stands in a text."""
    return any(map(partial(_first_key, keys), _run.findall(text))) if keys else False


def _without_keys(keys: frozenset[str], found: re.Match[str]) -> str:
    """Return signs that stand together without the keys among them."""
    signs, kept, at = found[0], "", 0
    while key := _first_key(keys, signs, at):
        kept, at = kept + signs[at : key.start], key.stop
    return kept + signs[at:]


def _first_key(keys: frozenset[str], signs: str, at: int = 0) -> range | None:
    """Return where the first of the keys stands in signs from a place on: the longest there."""
    starts, sizes = _shape_of(keys)
    for start in range(at, len(signs) - _SHORTEST_KEY + 1):
        if signs[start : start + _SHORTEST_KEY] in starts:
            ends = (start + size for size in sizes if signs[start : start + size] in keys)
            if end := next(ends, 0):
                return range(start, end)
    return None


@lru_cache(maxsize=4)
def _shape_of(keys: frozenset[str]) -> tuple[frozenset[str], list[int]]:
    """Return how keys begin, and their lengths, the greatest first."""
    sizes = sorted({len(key) for key in keys}, reverse=True)
    return frozenset(key[:_SHORTEST_KEY] for key in keys), sizes


def _without_names(text: str) -> Iterator[str]:
    """Yield what stands before, between and after the keys that are given with their names."""
    end = 0
    for found in _key.finditer(text):
        yield text[end : found.start()].rstrip(_NAMES)
        end = found.end()
    yield text[end:]


def _without_objects(text: str) -> Iterator[str]:
    end = 0
    while found := _object.search(text, end):
        yield text[end : found.start()]
        words, end = _object_at(text, found.start())
        yield "\n".join(words)
    yield text[end:]


def _object_at(text: str, start: int) -> tuple[list[str], int]:
    """Return the words of the object that begins there, and where it ends."""
    try:
        value, length = json.JSONDecoder().raw_decode(text[start : start + _LONGEST])
        return _words(list(_pairs("", value))), start + length
    except (ValueError, RecursionError):
        return _torn_object_at(text, start)


def _torn_object_at(text: str, start: int) -> tuple[list[str], int]:
    """Return the same of what only looks like JSON: cut off, or with the quotes of a typist."""
    pairs = []
    end = start + 1
    while found := _pair.match(text, end):
        pairs.append((found["name"], found["words"] or (found["rest"] or "").strip("\\\"'“„« ")))
        end = found.end()
    closing = _closing.match(text, end)
    return _words(pairs), closing.end() if closing else end


def _pairs(name: str, value: object) -> Iterator[tuple[str, str]]:
    """Yield the strings of a JSON value with the names that they stand under."""
    match value:
        case str():
            yield name, value
        case dict():
            for inner, held in value.items():
                yield from _pairs(inner, held)
        case list():
            for held in value:
                yield from _pairs(name, held)


def _words(pairs: list[tuple[str, str]]) -> list[str]:
    addresses = [words for name, words in pairs if name.lower() in _ADDRESSES and words]
    return addresses or [words for _, words in pairs if _is_russian(words)]
