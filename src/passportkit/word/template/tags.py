"""The tags of a template: the few that there are, and how they are told from words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, cast

from passportkit.errors import CannotGoOn
from passportkit.language import say

MOST_TAGS = 10_000
"""How many tags a template may have; those of the official forms have some dozens."""

TagKind = Literal["text", "for", "endfor"]
Filter = Literal["", "merge", "line", "heads"]

_TAG = re.compile(
    r"\{\{\s*(?:(?P<row>row)\.)?(?P<name>\w+)\s*(?:\|\s*(?P<filter>merge|line|heads)\s*)?\}\}"
    r"|\{%\s*for\s+row\s+in\s+(?P<rows>\w+)\s*%\}"
    r"|(?P<end>\{%\s*endfor\s*%\})"
)
_LOOSE = re.compile(r"\{\{|\{%|%\}|\}\}")

_MARK = "\ue07e"
_QUIET = str.maketrans({"{": f"{_MARK}\ue07b", "}": f"{_MARK}\ue07d", _MARK: _MARK * 2})
_LOUD = {quiet: chr(sign) for sign, quiet in _QUIET.items()}
_spelt_out = re.compile(f"{_MARK}[\ue07b\ue07d{_MARK}]").sub
"""What stands for a brace has a sign before it that stands twice where it is meant itself."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag: a text, of the form or of the row of a loop, or an end of a loop over rows.

    A text may have a filter. `merge`: its cell joins equal neighbours. `line`: its paragraph is
    left out where there are no words. `heads`: so is its paragraph, but the words stand elsewhere.
    """

    kind: TagKind
    name: str = ""
    of_row: bool = False
    filter: Filter = ""


@dataclass(slots=True)
class TagCount:
    """How many tags of a template were seen so far."""

    seen: int = 0

    def add(self, words: str) -> None:
        """Count the tags in words; raise `CannotGoOn` where a template has too many."""
        self.seen += words.count("{{") + words.count("{%")
        if self.seen > MOST_TAGS:
            raise CannotGoOn(
                say(
                    "the template has more than {n} tags; take out those that stand there again "
                    "and again",
                    n=MOST_TAGS,
                )
            )


def quiet(words: str) -> str:
    """Return the words of a form so that braces in them are no tags; `loud` undoes it."""
    return words.translate(_QUIET)


def loud(xml: str) -> str:
    """Give the words of a form their braces back."""
    return _spelt_out(lambda found: _LOUD[found[0]], xml) if _MARK in xml else xml


def is_loose(words: str) -> bool:
    """Return whether there is a tag in the words, or a piece of one."""
    return _LOOSE.search(words) is not None


def find_tags(words: str) -> Iterator[tuple[int, int, Tag]]:
    """Yield each tag with where it begins and ends; raise ValueError for a piece of a wrong one."""
    rest = 0
    for found in _TAG.finditer(words):
        _nothing_loose(words[rest : found.start()])
        rest = found.end()
        yield found.start(), rest, _tag(found)
    _nothing_loose(words[rest:])


def _tag(found: re.Match[str]) -> Tag:
    if found["rows"]:
        return Tag("for", found["rows"])
    if found["end"]:
        return Tag("endfor")
    return Tag("text", found["name"], bool(found["row"]), cast("Filter", found["filter"] or ""))


def _nothing_loose(words: str) -> None:
    if is_loose(words):
        raise ValueError(words)
