"""What reviewers have written beside the text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from passportkit.paper.model import PassedOver
from passportkit.word.package.names import w
from passportkit.word.package.opening import Package

_ID = w("id")
_DATE = len("2026-05-12")
_CHARACTERS = {w("tab"): "\t", w("br"): " ", w("cr"): " ", w("noBreakHyphen"): "‑"}
_TEXTS = (w("t"), w("delText"), *_CHARACTERS)


class Comments:
    """The comments of a document, by what refers to them; those that nothing has referred to."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._met: set[str] = set()

    @cached_property
    def _all(self) -> dict[str, Any]:
        roots = map(self._package.readable, self._package.related("comments"))
        return {
            each.get(_ID, ""): each
            for root in roots
            for each in (() if root is None else root.iterchildren(_COMMENT))
        }

    def of(self, reference: Any, about: str) -> PassedOver:
        """Return the comment that is referred to; where it is missing, one without words."""
        identifier = reference.get(_ID, "")
        self._met.add(identifier)
        comment = self._all.get(identifier)
        return PassedOver("comment", about=about) if comment is None else _said(comment, about)

    def others(self) -> Iterator[PassedOver]:
        """Yield the comments whose place in the text is gone."""
        if self._package.related("comments"):
            for identifier, comment in self._all.items():
                if identifier not in self._met:
                    yield _said(comment)


_COMMENT = w("comment")


def _said(comment: Any, about: str = "") -> PassedOver:
    lines = (words_in(paragraph).strip() for paragraph in comment.iter(w("p")))
    words = "\n".join(filter(None, lines))
    date = comment.get(w("date"), "")[:_DATE]
    return PassedOver("comment", words, "", comment.get(w("author"), "").strip(), date, about)


def words_in(element: Any) -> str:
    """Return the words of an element in plain, whatever they look like."""
    return "".join(_CHARACTERS.get(each.tag) or each.text or "" for each in element.iter(*_TEXTS))
