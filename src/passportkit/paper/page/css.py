"""What a page says of its words by style, as far as that is meaning."""

from __future__ import annotations

import re

from lxml.etree import _Element

from passportkit.paper.symbols import FONTS

_sheet = re.compile(r"<style\b[^>]*>(.{0,200000}?)</style", re.IGNORECASE | re.DOTALL).finditer
_rule = re.compile(r"([^{}]{1,500})\{([^{}]{0,2000})\}").finditer
_class = re.compile(r"(?:^|[\s,])[\w]*\.([\w-]{1,80})\s*(?=$|,)").findall
_family = "|".join(sorted(map(re.escape, FONTS), key=len, reverse=True))

_is_struck = re.compile(r"text-decoration(?:-line)?\s*:[^;}]*line-through", re.IGNORECASE).search
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
        self._classes: dict[str, str] = {}
        for sheet in _sheet(source):
            for rule in _rule(sheet[1]):
                if any(find(rule[2]) for find in _MEANING):
                    for name in _class(rule[1]):
                        self._classes[name] = f"{self._classes.get(name, '')};{rule[2]}"

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
        names = element.get("class", "").split()
        return ";".join([own, *[self._classes[name] for name in names if name in self._classes]])
