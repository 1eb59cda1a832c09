"""What reviewers have written beside the text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from passportkit.paper.model import PassedOver
from passportkit.word.package.names import w
from passportkit.word.package.opening import Package
from passportkit.word.package.relations import file_name
from passportkit.word.read.plain_words import lines_in

_ID = w("id")
_DATE = len("2026-05-12")


class Comments:
    """The comments of a document, by what refers to them; those that nothing has referred to."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._met: set[Any] = set()

    @cached_property
    def _all(self) -> list[Any]:
        roots = map(self._package.readable, self._package.related("comments"))
        return [each for root in roots if root is not None for each in root]

    @cached_property
    def _by_id(self) -> dict[str, Any]:
        return {each.get(_ID, ""): each for each in reversed(self._all) if each.tag == _COMMENT}

    def of(self, reference: Any, about: str) -> PassedOver:
        """Return the comment that is referred to; where it is missing, one without words."""
        comment = self._by_id.get(reference.get(_ID, ""))
        self._met.add(comment)
        return PassedOver("comment", about=about) if comment is None else _said(comment, about)

    def others(self) -> Iterator[PassedOver]:
        """Yield the comments whose place in the text is gone, and what is damaged of them."""
        for part in self._package.related("comments"):
            if self._package.readable(part) is None:
                yield PassedOver("stray", part=file_name(part))
        for each in self._all:
            if each.tag == _COMMENT and each not in self._met:
                yield _said(each)
            elif each.tag != _COMMENT and (words := lines_in(each)):
                yield PassedOver("stray", words)


_COMMENT = w("comment")


def _said(comment: Any, about: str = "") -> PassedOver:
    date = comment.get(w("date"), "")[:_DATE]
    return PassedOver(
        "comment", lines_in(comment), "", comment.get(w("author"), "").strip(), date, about
    )
