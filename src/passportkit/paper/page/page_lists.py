"""The lists that are open at a place of a page, and the item that begins there."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from passportkit.text import Line

_level = re.compile(r"(?<![^;])(?>[^;]*?mso-list\s*:)[^;]*?level([1-9])", re.IGNORECASE).search
_number = re.compile(r"\W*([0-9]{1,2})\s*([.)])\s*").fullmatch
_is_bare = re.compile(r"list-style(?:-type)?\s*:\s*none", re.IGNORECASE).search


@dataclass(slots=True)
class _OpenList:
    is_numbered: bool
    is_bare: bool
    next_number: int
    has_words: bool = False


@dataclass(slots=True)
class OpenLists:
    """Knows the item that comes next: `head` is its beginning, without words."""

    head: Line | None = None
    _lists: list[_OpenList] = field(default_factory=list)

    def open(self, *, is_numbered: bool, start: str, style: str) -> None:
        """Open a list within the others."""
        self._lists.append(_OpenList(is_numbered, bool(_is_bare(style)), _int(start, 1)))

    def close(self) -> None:
        """Close the innermost list; a page may close more than it has opened."""
        del self._lists[-1:]

    @property
    def is_within_words(self) -> bool:
        """Whether the list is within an item that has words itself."""
        return len(self._lists) > 1 and self._lists[-2].has_words

    def take_words(self) -> None:
        """Take in that the item of the innermost list has words."""
        for each in self._lists[-1:]:
            each.has_words = True

    def begin(self, value: str) -> None:
        """Begin the next item, which may say its number itself."""
        if not self._lists:
            self._lists.append(_OpenList(is_numbered=False, is_bare=False, next_number=1))
        inner, level = self._lists[-1], len(self._lists) - 1
        number = _int(value, inner.next_number)
        inner.next_number = number + 1
        inner.has_words = False
        if inner.is_bare:
            self.head = None
        elif inner.is_numbered:
            self.head = Line("number", level, number, ".", ())
        else:
            self.head = Line("bullet", level, 0, "", ())

    def begin_as_word(self, marker: str, style: str) -> None:
        """Begin an item as Word saves one: a paragraph with the marker in it, as it is seen."""
        found = _level(style)
        level = int(found[1]) - 1 if found else 0
        number = _number(marker)
        if number:
            self.head = Line("number", level, int(number[1]), ")" if number[2] == ")" else ".", ())
        else:
            self.head = Line("bullet", level, 0, "", ())


def _int(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else otherwise
