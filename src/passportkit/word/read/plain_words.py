"""The words of an element in plain, whatever they look like and wherever in it they stand.

So are told what people have written beside the text, and what a reader has not come to.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from passportkit.word.package.names import M, local, w
from passportkit.word.read.wraps import ALTERNATIVES, FALLBACK, chosen

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
DELETED = w("delText")
TEXTS = frozenset((w("t"), DELETED, f"{{{M}}}t", f"{{{_A}}}t"))
"""Elements whose text is words."""

_VALUES = (
    "{http://schemas.openxmlformats.org/drawingml/2006/chart}v",
    "{http://schemas.microsoft.com/office/drawing/2014/chartex}pt",
)
_DRAWN = (w("drawing"), w("pict"), w("object"))
_PARAGRAPHS = frozenset((w("p"), f"{{{_A}}}p"))
_CHARACTERS = {w("tab"): "\t", w("br"): " ", w("cr"): " ", w("noBreakHyphen"): "‑"}
_SAID = {
    "docPr": ("title", "descr"),
    "cNvPr": ("title", "descr"),
    "shape": ("alt",),
    "textpath": ("string",),
    "tblCaption": (w("val"),),
    "tblDescription": (w("val"),),
}
"""Attributes that are words, by the name of the element."""


def words_in(element: Any) -> str:
    """Return the words of an element, those of its paragraphs and drawings in lines."""
    return "".join(_pieces(element)).strip("\n")


def lines_in(element: Any) -> str:
    """Return the words of an element, a line for each paragraph that has some."""
    return "\n".join(filter(None, map(str.strip, words_in(element).split("\n"))))


def unshown_words(alternatives: Any, content: Any) -> str | None:
    """Return the words of several contents where the one that is shown says nothing, else None.

    Nothing is missing where none of them has words, and one says so for programs that
    understand no other.
    """
    if content is not None and _shows(content):
        return None
    words = "\n".join(dict.fromkeys(filter(None, map(lines_in, alternatives))))
    is_understood = content is not None and content.tag != FALLBACK
    is_said = is_understood or alternatives.find(FALLBACK) is not None
    return words or (None if is_said else "")


def _shows(content: Any) -> bool:
    """Whether a content has words, or is drawn for programs that understand it."""
    is_drawn = content.tag != FALLBACK and next(content.iter(*_DRAWN), None) is not None
    return is_drawn or bool(words_in(content))


def values_in(chart: Any) -> list[str]:
    """Return the names and values of a chart, each once, in their order."""
    said = (each.text or "" for each in chart.iter(*_VALUES))
    return list(dict.fromkeys(each for each in said if each.strip()))


def described(element: Any) -> Iterator[str]:
    """Yield what an element itself is said to show."""
    for name in _SAID.get(local(element.tag), ()):
        if said := element.get(name, "").strip():
            yield said


def _pieces(element: Any) -> Iterator[str]:
    tag = element.tag
    if tag in TEXTS:
        yield (element.text or "").replace("\n", " ")
    elif tag in _CHARACTERS:
        yield _CHARACTERS[tag]
    elif tag == ALTERNATIVES and (content := chosen(element)) is not None:
        said = "".join(_inside(content))
        yield said if said.strip() or content.tag != FALLBACK else "".join(_inside(element))
    elif tag in _PARAGRAPHS:
        yield "\n"
        yield from _inside(element)
        yield "\n"
    else:
        for said in described(element):
            yield f"\n{said}\n"
        yield from _inside(element)


def _inside(element: Any) -> Iterator[str]:
    for child in element:
        yield from _pieces(child)
