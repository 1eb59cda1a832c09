"""The numbers that Word prints before paragraphs, counted as Word counts them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from passportkit.documents.zipped import Spent
from passportkit.text import Delimiter, LineKind
from passportkit.word.package.names import w
from passportkit.word.read.numerals import numeral
from passportkit.word.read.style_sheet import StyleSheet
from passportkit.word.read.wraps import integer

_VAL, _LEVEL, _NUM_ID, _ABSTRACT_ID = w("val"), w("ilvl"), w("numId"), w("abstractNumId")

_DEEPEST = 8
_LARGEST = 99
"""The largest number that the markup can say in the head of an item."""

_place = re.compile("%([1-9])")
_SIGNS: dict[str, Delimiter] = {".": ".", ")": ")"}


class Head(NamedTuple):
    """What stands before the words of a paragraph: the head of an item, or words."""

    kind: LineKind = "paragraph"
    level: int = 0
    number: int = 0
    delimiter: Delimiter = ""
    words: str = ""


PLAIN = Head()


class _Level(NamedTuple):
    """A level of a list. `restart`: the count of higher levels that begin it anew; 0 is none."""

    kind: str
    text: str
    start: int
    restart: int
    is_legal: bool


class _CountedList(NamedTuple):
    """A list: the definition that it counts with, its levels, and what it begins anew with."""

    definition: str
    levels: dict[int, _Level]
    starts: dict[int, int]


class Numbers:
    """Counts the items of the lists of a document, in the order in which they are asked for."""

    def __init__(self, root: Any, sheet: StyleSheet, spent: Spent) -> None:
        self._sheet = sheet
        self._spent = spent
        self._nums = _by(root, "num", _NUM_ID)
        self._definitions = _by(root, "abstractNum", _ABSTRACT_ID)
        self._lists: dict[str, _CountedList | None] = {}
        self._levels: dict[str, dict[int, _Level]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def head_of(self, number: str, level: int) -> Head:
        """Return the head of the next paragraph of a list at a level."""
        if number not in self._lists:
            self._lists[number] = self._read(number)
        found = self._lists[number]
        level = min(level, _DEEPEST)
        if found is None or level not in found.levels:
            return PLAIN
        shape = found.levels[level]
        if shape.kind == "bullet":
            return Head("bullet", level)
        counts = self._count(number, found, level)
        return self._head(found.levels, counts, level)

    def _count(self, number: str, found: _CountedList, level: int) -> dict[int, int]:
        """Count one paragraph; lists of one definition go on from each other."""
        counts = self._counts.setdefault(found.definition, {})
        if level in found.starts and (number, level) not in self._begun:
            counts.pop(level, None)
        self._begun.add((number, level))
        start = found.starts.get(level, found.levels[level].start)
        counts[level] = counts[level] + 1 if level in counts else start
        for deeper in [each for each in counts if each > level]:
            restart = found.levels[deeper].restart if deeper in found.levels else deeper
            if restart > level:
                del counts[deeper]
        return counts

    def _head(self, levels: dict[int, _Level], counts: dict[int, int], level: int) -> Head:
        shape, count = levels[level], counts[level]
        sign = _SIGNS.get(shape.text.removeprefix(f"%{level + 1}"))
        if sign and shape.kind == "decimal" and count <= _LARGEST and len(shape.text) == 3:
            return Head("number", level, count, sign)

        def printed(found: re.Match[str]) -> str:
            place = int(found[1]) - 1
            if place not in levels:
                return ""
            kind = "decimal" if shape.is_legal else levels[place].kind
            words = numeral(counts.get(place, levels[place].start), kind)
            self._spent.add_words(len(words))  # a level may say one number again and again
            return words

        return Head(words=_place.sub(printed, shape.text))

    def _read(self, number: str) -> _CountedList | None:
        own = self._nums.get(number)
        definition = _definition_of(own)
        if own is None or definition is None:
            return None
        levels = self._levels_of(definition)
        starts: dict[int, int] = {}
        for change in own.iterchildren(w("lvlOverride")):
            level = integer(change.get(_LEVEL), 0)
            for each in change.iterchildren(w("lvl")) if level <= _DEEPEST else ():
                levels = {**levels, level: _level(each, level)}
            for each in change.iterchildren(w("startOverride")):
                starts[level] = integer(each.get(_VAL), 1)
        return _CountedList(definition, levels, starts)

    def _levels_of(self, definition: str) -> dict[int, _Level]:
        """Return the levels of a definition, which any number of lists may have."""
        if definition not in self._levels:
            self._levels[definition] = dict(self._defined(definition))
        return self._levels[definition]

    def _defined(self, definition: str, *, may_follow: bool = True) -> Iterator[tuple[int, _Level]]:
        element = self._definitions.get(definition)
        if element is None:
            return
        link = element.find(w("numStyleLink"))
        if link is not None and may_follow:
            listed = self._sheet.list_of(link.get(_VAL, "")).number
            linked = _definition_of(self._nums.get(listed or ""))
            yield from self._defined(linked or "", may_follow=False)
        for each in element.iterchildren(w("lvl")):
            level = integer(each.get(_LEVEL), 0)
            if level <= _DEEPEST:
                yield level, _level(each, level)


def _by(root: Any, kind: str, key: str) -> dict[str, Any]:
    children = () if root is None else root.iterchildren(w(kind))
    return {each.get(key, ""): each for each in children}


def _definition_of(number: Any) -> str | None:
    reference = None if number is None else number.find(_ABSTRACT_ID)
    return None if reference is None else reference.get(_VAL, "")


def _level(element: Any, level: int) -> _Level:
    said = {each.tag: each.get(_VAL, "") for each in element}
    return _Level(
        said.get(w("numFmt"), "decimal"),
        said.get(w("lvlText"), ""),
        integer(said.get(w("start")), 0),
        integer(said.get(w("lvlRestart")), level),
        said.get(w("isLgl"), "0") not in ("0", "false", "off"),
    )
