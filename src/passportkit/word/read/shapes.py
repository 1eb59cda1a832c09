"""What a paragraph is, apart from its words: its style, its place in a list, its indent."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from passportkit.text.grammar import BOLD, ITALIC
from passportkit.word.package.names import LIST_STEP, w
from passportkit.word.read.style_sheet import StyleSheet, listed_by
from passportkit.word.read.wraps import children_of, integer, is_on

_VAL = w("val")
_STYLE = w("pStyle")
_GONE = frozenset((w("del"), w("moveFrom")))
_MARKS = {w("b"): BOLD, w("i"): ITALIC}
_LEFT = (w("left"), w("start"))
_OF_FIRST_LINE = (w("firstLine"), w("hanging"))
_DEEPEST = 8


class ParagraphShape(NamedTuple):
    """The name of a style; the identifier of a list ("" for none) and the level in it.

    `indent` is the level that this program would have indented so. `marks` are those of the end of
    the paragraph, as bits. `goes_on`: this end was deleted, so that the next one continues it.
    """

    style: str = ""
    list: str = ""
    level: int = 0
    indent: int = 0
    marks: int = 0
    goes_on: bool = False


class Shapes:
    """The shapes of paragraphs of a document; `usual` is that of one that says nothing."""

    def __init__(self, sheet: StyleSheet) -> None:
        self._sheet = sheet
        self._of_styles: dict[str, ParagraphShape] = {}
        self.usual = ParagraphShape(sheet.default)

    def of(self, properties: Any) -> ParagraphShape:
        """Return the shape that `w:pPr` gives a paragraph."""
        shape = self.usual
        for child in children_of(properties):
            tag = child.tag
            if tag == _STYLE:
                style = child.get(_VAL, "")
                shape = self._of_styles.get(style) or self._of_style(style)
            elif change := _CHANGES.get(tag):
                shape = change(shape, child)
        return shape

    def _of_style(self, style: str) -> ParagraphShape:
        number, level = self._sheet.list_of(style)
        shape = _listed(ParagraphShape(self._sheet.names.get(style, "")), number, level)
        self._of_styles[style] = shape
        return shape


def _listed(shape: ParagraphShape, number: str | None, level: int | None) -> ParagraphShape:
    """Return a shape in a list; what is None is as it was."""
    if number is not None:
        shape = shape._replace(list="" if number == "0" else number)
    return shape if level is None else shape._replace(level=level)


def _indented(shape: ParagraphShape, indent: Any) -> ParagraphShape:
    """Return a shape at the level that is indented so."""
    if any(indent.get(name, "0") != "0" for name in _OF_FIRST_LINE):
        return shape
    left = next((said for name in _LEFT if (said := indent.get(name))), "0")
    level, rest = divmod(integer(left, 0), LIST_STEP)
    return shape._replace(indent=level) if not rest and 0 < level <= _DEEPEST else shape


def _ended(shape: ParagraphShape, end: Any) -> ParagraphShape:
    """Return a shape that ends so: with marks, or not at all."""
    for child in end:
        if child.tag in _GONE:
            shape = shape._replace(goes_on=True)
        elif child.tag in _MARKS and is_on(child):
            shape = shape._replace(marks=shape.marks | _MARKS[child.tag])
    return shape


_CHANGES: dict[Any, Callable[[ParagraphShape, Any], ParagraphShape]] = {
    w("numPr"): lambda shape, said: _listed(shape, *listed_by(said)),
    w("ind"): _indented,
    w("rPr"): _ended,
}
