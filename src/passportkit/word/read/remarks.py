"""What reviewers have written beside the text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from passportkit.paper.model import PassedOver
from passportkit.word.package.names import w
from passportkit.word.package.opening import Package
from passportkit.word.package.relations import file_name
from passportkit.word.read.chunks import Chunks
from passportkit.word.read.plain_words import lines_in

_ID = w("id")
_DATE = len("2026-05-12")


class Comments:
    """The comments of a document, by what refers to them; those that nothing has referred to."""

    def __init__(self, package: Package, chunks: Chunks) -> None:
        self._package = package
        self._chunks = chunks
        self._met: set[Any] = set()

    @cached_property
    def _all(self) -> list[Any]:
        parts = self._package.related("comments")
        roots = {part: self._package.readable(part) for part in parts}
        for part, root in roots.items():
            self._chunks.set_into(root, part)
        return [each for root in roots.values() if root is not None for each in root]

    @cached_property
    def _by_id(self) -> dict[str, Any]:
        return {each.get(_ID, ""): each for each in reversed(self._all) if each.tag == _COMMENT}

    def has(self, mark: Any) -> bool:
        """Return whether there is the comment that a mark in the text names."""
        return mark.get(_ID, "") in self._by_id

    def of(self, reference: Any, about: str) -> Iterator[PassedOver]:
        """Yield the comment that is referred to; where it is missing, one without words."""
        comment = self._by_id.get(reference.get(_ID, ""))
        if comment is not None and comment in self._met:
            self._package.count_again(comment)
        self._met.add(comment)
        if comment is None:
            yield PassedOver("comment", about=about)
        else:
            yield from self._said(comment, about)

    def others(self) -> Iterator[PassedOver]:
        """Yield the comments whose place in the text is gone, and what is damaged of them."""
        for part in self._package.related("comments"):
            if self._package.readable(part) is None:
                yield PassedOver("stray", part=file_name(part))
        for each in self._all:
            if each.tag == _COMMENT and each not in self._met:
                yield from self._said(each)
            elif each.tag != _COMMENT and (words := lines_in(each)):
                yield PassedOver("stray", words)

    def _said(self, comment: Any, about: str = "") -> Iterator[PassedOver]:
        date = comment.get(w("date"), "")[:_DATE]
        author = comment.get(w("author"), "").strip()
        yield PassedOver("comment", lines_in(comment), "", author, date, about)
        yield from self._chunks.passed_over_in(comment)


_COMMENT = w("comment")
