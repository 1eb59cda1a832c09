"""What a page says of its words by style, as far as that is meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from lxml.etree import _Element

from passportkit.paper.symbols import FONTS

_opening = re.compile(r"<style\b", re.IGNORECASE).finditer
_closing = re.compile(r"</style", re.IGNORECASE).search
_LONGEST_SHEET = 200_000
_rule = re.compile(r"(?<![^{}])([^{}]++)\{([^{}]{0,2000}+)\}").finditer
_LONGEST_SELECTOR = 500
"""Characters before the brace that are looked through."""
_class = re.compile(r"(?:^|[\s,])[\w]*\.([\w-]{1,80})\s*(?=$|,)").findall
_family = "|".join(sorted(map(re.escape, FONTS), key=len, reverse=True))

_is_struck = re.compile(
    r"(?<![^;}])(?>[^;}]*?text-decoration(?:-line)?\s*:)[^;}]*line-through", re.IGNORECASE
).search
_position = re.compile(r"vertical-align\s*:\s*(super|sub)\b", re.IGNORECASE).search
_font = re.compile(
    rf"(?<![\w-])(?:mso-symbol-)?font-family\s*:\s*[\"']?(?:({_family})\b|[^;]*)", re.IGNORECASE
).search
_MEANING = (_is_struck, _position, _font)

_STRUCK = frozenset({"s", "strike", "del"})
_POSITIONS = {"sup": "super", "sub": "sub"}


class Sheet:
    """What the sheets of a page say of classes."""

    def __init__(self, source: str) -> None:
        found: dict[str, dict[int, str]] = {}
        for rule in chain.from_iterable(map(_rule, _sheets(source))):
            if said := _meaning(rule[2]):
                for name in _class(rule[1][-_LONGEST_SELECTOR:]):
                    found[name] = said | found.get(name, {})
        self._classes = {name: ";".join(said.values()) for name, said in found.items()}

    def is_struck(self, element: _Element) -> bool:
        """Return whether the words in an element are struck out."""
        return element.tag in _STRUCK or bool(_is_struck(self._said_of(element)))

    def position_of(self, element: _Element) -> str:
        """Return where words stand beside the line: "super", "sub", or "" for in it."""
        if position := _POSITIONS.get(element.tag):
            return position
        found = _position(self._said_of(element))
        return found[1].lower() if found else ""

    def font_of(self, element: _Element) -> str | None:
        """Return the symbol font of an element, "" for another font, None where it says none."""
        if element.tag == "font" and (face := element.get("face")):
            return face.lower() if face.lower() in FONTS else ""
        found = _font(self._said_of(element))
        return (found[1] or "").lower() if found else None

    def _said_of(self, element: _Element) -> str:
        own = element.get("style", "")
        if not self._classes:
            return own
        names = dict.fromkeys(element.get("class", "").split())
        return ";".join([own, *[self._classes[name] for name in names if name in self._classes]])


def _sheets(source: str) -> Iterator[str]:
    """Yield the sheets of a page. What has no end, or is too long, is none."""
    start = head = end = 0
    for opening in _opening(source):
        if opening.start() < start:
            continue
        head = source.find(">", opening.end()) + 1 if head <= opening.end() else head
        if not head:
            return
        if end < head:
            closing = _closing(source, head)
            if closing is None:
                return
            end = closing.start()
        if end - head <= _LONGEST_SHEET:
            yield source[head:end]
            start = end


def _meaning(style: str) -> dict[int, str]:
    """Return what a style says that is meaning, in the shortest words that say it."""
    found = {number: find(style) for number, find in enumerate(_MEANING)}
    return {number: said[0] for number, said in found.items() if said}
