"""What a document says of its styles: their names, and the lists that they stand in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Generic, NamedTuple, TypeVar

from passportkit.paper.styles import DRAFT_MARK, HINT, LABEL
from passportkit.text.grammar import BOLD, ITALIC
from passportkit.word.package.names import w
from passportkit.word.read.looks import looks_of
from passportkit.word.read.text_marks import IS_DEBRIS, IS_LABEL, MARKS
from passportkit.word.read.wraps import children_of, integer

T = TypeVar("T")

_MARKS = {
    LABEL: IS_LABEL,
    DRAFT_MARK: IS_DEBRIS,
    HINT: IS_DEBRIS,
    "strong": BOLD,
    "emphasis": ITALIC,
}

_STYLE, _NAME, _BASED_ON, _VAL = w("style"), w("name"), w("basedOn"), w("val")
_STYLE_ID, _TYPE, _DEFAULT = w("styleId"), w("type"), w("default")
_P_PR, _R_PR, _NUM_PR, _NUM_ID, _LEVEL = map(w, ("pPr", "rPr", "numPr", "numId", "ilvl"))


HEADINGS = ("heading", "title", "заголовок")
"""How the names of styles begin that make everything bold, or whatever headings are."""


class Listed(NamedTuple):
    """What a paragraph or a style says of its list; None where it is silent. "0" is no list."""

    number: str | None
    level: int | None


def listed_by(properties: Any) -> Listed:
    """Return what `w:numPr` says."""
    number, level = None, None
    for child in children_of(properties):
        if child.tag == _NUM_ID:
            number = child.get(_VAL)
        elif child.tag == _LEVEL:
            level = integer(child.get(_VAL), 0)
    return Listed(number, level)


class StyleSheet:
    """The styles of a document by their identifiers.

    `names` are in lower case, `default` is the name of paragraphs that say none.
    """

    def __init__(self, root: Any) -> None:
        self.names: dict[str, str] = {}
        self.default = ""
        self._marks: dict[str, int] = {}
        self._styles: dict[str, Any] = {}
        self._looks = _Inherited(self._styles, 0, _looks_over)
        self._lists = _Inherited(self._styles, Listed(None, None), _list_over)
        for style in () if root is None else root.iterchildren(_STYLE):
            self._add(style)

    def _add(self, style: Any) -> None:
        identifier, name = style.get(_STYLE_ID, ""), style.find(_NAME)
        said = "" if name is None else name.get(_VAL, "").lower()
        self._styles[identifier] = style
        self.names[identifier] = said
        if said in _MARKS and style.get(_TYPE) == "character":
            self._marks[identifier] = _MARKS[said]
        if style.get(_TYPE) == "paragraph" and style.get(_DEFAULT) in ("1", "true", "on"):
            self.default = said

    def marks_of(self, identifier: str) -> int:
        """Return what a style does to words, as bits."""
        marks = self._marks.get(identifier)
        if marks is None:
            marks = self._marks[identifier] = self._looks.of(identifier)
        return marks

    def marks_of_paragraphs(self, *, is_exact: bool) -> dict[str, int]:
        """Return what the styles of paragraphs do to all their words, those that do something.

        In a document of this program they are how its form looks, and say nothing of words but
        that they are gone.
        """
        found = {}
        for identifier, style in self._styles.items():
            if style.get(_TYPE) == "paragraph" and (marks := self.marks_of(identifier)):
                is_of_form = is_exact or self.names[identifier].startswith(HEADINGS)
                found[identifier] = marks & ~MARKS if is_of_form else marks
        return {identifier: marks for identifier, marks in found.items() if marks}

    def list_of(self, identifier: str) -> Listed:
        """Return what a style, or else what it is based on, says of a list."""
        return self._lists.of(identifier)


class _Inherited(Generic[T]):
    """What styles say of themselves over that which they are based on, worked out once for each."""

    def __init__(self, styles: Mapping[str, Any], nothing: T, over: Callable[[Any, T], T]) -> None:
        self._styles = styles
        self._known: dict[str, T] = {}
        self._nothing = nothing
        self._over = over

    def of(self, identifier: str) -> T:
        """Return what a style says, or else what it is based on."""
        waiting: dict[str, Any] = {}  # styles may stand on each other in a circle
        while identifier in self._styles and not (
            identifier in waiting or identifier in self._known
        ):
            style = waiting[identifier] = self._styles[identifier]
            base = style.find(_BASED_ON)
            identifier = "" if base is None else base.get(_VAL, "")
        said = self._known.get(identifier, self._nothing)
        for each, style in reversed(waiting.items()):
            said = self._known[each] = self._over(style, said)
        return said


def _looks_over(style: Any, base: int) -> int:
    properties = style.find(_R_PR)
    return base if properties is None else looks_of(properties).over(base)


def _list_over(style: Any, base: Listed) -> Listed:
    own = style.find(f"{_P_PR}/{_NUM_PR}")
    if own is None:
        return base
    number, level = listed_by(own)
    return Listed(base.number if number is None else number, base.level if level is None else level)
