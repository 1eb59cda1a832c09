"""What properties of words say of their looks, as far as that is meaning."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from passportkit.paper.symbols import FONTS
from passportkit.text.grammar import BOLD, ITALIC
from passportkit.word.package.names import w
from passportkit.word.read.text_marks import (
    FONT_AT,
    IS_FONT,
    IS_HIDDEN,
    IS_LOWERED,
    IS_OFF_LINE,
    IS_RAISED,
    IS_STRUCK,
    IS_UNDERLINED,
)
from passportkit.word.read.wraps import children_of, is_on

STYLE = w("rStyle")
_VAL, _FONTS = w("val"), (w("ascii"), w("hAnsi"))
_TOGGLES = BOLD | ITALIC | IS_HIDDEN | IS_STRUCK
_POSITIONS = {"superscript": IS_RAISED, "subscript": IS_LOWERED}
_NUMBERS = {name: number << FONT_AT for number, name in enumerate(FONTS, 1)}


class Looks(NamedTuple):
    """The marks that properties turn on and off, as bits; the style that they name, or ""."""

    on: int = 0
    off: int = 0
    style: str = ""

    def over(self, marks: int) -> int:
        """Return the marks of words that have had others before."""
        return marks & ~self.off | self.on


def together(paragraph: int, words: int) -> int:
    """Return the marks that the style of a paragraph and one of words give together.

    What both turn on is off: so words are told apart in a paragraph that is all bold.
    """
    return (paragraph ^ words) & _TOGGLES | (paragraph | words) & ~_TOGGLES


def looks_of(properties: Any) -> Looks:
    """Return what `w:rPr` says."""
    on, off, style = 0, 0, ""
    for child in children_of(properties):
        tag = child.tag
        if bit := _SWITCHES.get(tag):
            if is_on(child):
                on |= bit
            else:
                off |= bit
        elif tag == STYLE:
            style = child.get(_VAL, "")
        elif choose := _CHOICES.get(tag):
            bits, chosen = choose(child)
            on, off = on & ~bits | chosen, off | bits
    return Looks(on, off, style)


def _position(element: Any) -> tuple[int, int]:
    return IS_OFF_LINE, _POSITIONS.get(element.get(_VAL, ""), 0)


def _font(element: Any) -> tuple[int, int]:
    name = next((said for each in _FONTS if (said := element.get(each))), "")
    return IS_FONT, _NUMBERS.get(name.lower(), 0)


def _underline(element: Any) -> tuple[int, int]:
    is_there = element.get(_VAL, "none") != "none"
    return IS_UNDERLINED, IS_UNDERLINED if is_there else 0


_SWITCHES = {
    w("b"): BOLD,
    w("i"): ITALIC,
    w("vanish"): IS_HIDDEN,
    w("strike"): IS_STRUCK,
    w("dstrike"): IS_STRUCK,
}
_CHOICES: dict[Any, Callable[[Any], tuple[int, int]]] = {
    w("vertAlign"): _position,
    w("rFonts"): _font,
    w("u"): _underline,
}
"""Each with the bits that it settles, and those that it chooses."""
