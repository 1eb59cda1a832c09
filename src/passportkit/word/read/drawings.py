"""Drawings: the words in them that can be read, and what else they hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from lxml import etree

from passportkit.paper.model import PassedOver, PassedOverKind
from passportkit.word.package.names import R, w
from passportkit.word.package.opening import Package
from passportkit.word.package.relations import file_name
from passportkit.word.read.plain_words import (
    TEXTS,
    described,
    lines_in,
    unshown_words,
    values_in,
)
from passportkit.word.read.wraps import ALTERNATIVES, chosen

BOX = w("txbxContent")

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_A, _C, _DGM, _PIC = (f"{{{_DRAWING}/{name}}}" for name in ("main", "chart", "diagram", "picture"))
_WP = f"{{{_DRAWING}/wordprocessingDrawing}}"
_CX = "{http://schemas.microsoft.com/office/drawing/2014/chartex}"
_V = "{urn:schemas-microsoft-com:vml}"
_O = "{urn:schemas-microsoft-com:office:office}"
_ID, _DATA = f"{{{R}}}id", f"{{{R}}}dm"

_DESCRIBED = (f"{_WP}docPr", "{*}cNvPr", f"{_V}shape")
_EMBEDDED = (f"{_O}OLEObject", w("control"))

_PROGRAMS: tuple[tuple[str, PassedOverKind], ...] = (("Excel", "sheet"), ("Equation", "formula"))
"""How the names of programs begin whose objects people call by a name of their own."""

Seen = Any
"""A text box as an element, or what was passed over."""


class Drawings:
    """Reads the drawings of a document."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._read: set[str] = set()

    def of(self, drawing: Any, part: str | None) -> Iterator[Seen]:
        """Yield the text boxes of a drawing, as they are or made of its words, and the rest.

        `part` is the part that it stands in, None for the document.
        """
        held = [_embedded(each) for tag in _EMBEDDED for each in drawing.iter(tag)]
        seen = [
            each for found in _seen_in(drawing) for each in _READERS[found.tag](self, found, part)
        ]
        if held:  # and not the picture of it, that has no words
            seen = [each for each in seen if not isinstance(each, PassedOver) or each.words]
        yield from (*held, *seen)
        known = "\n".join(each.words for each in seen if isinstance(each, PassedOver))
        if said := [each for each in _descriptions(drawing) if each not in known]:
            yield PassedOver("drawing", "\n".join(said))

    def box(self, element: Any, _part: str | None) -> Iterator[Seen]:
        """Yield a text box."""
        yield element

    def picture(self, element: Any, _part: str | None) -> Iterator[Seen]:
        """Yield that there is a picture, with what it is said to show."""
        yield PassedOver("picture", _description_around(element))

    def chart(self, element: Any, part: str | None) -> Iterator[Seen]:
        """Yield that there is a chart, with its words and its values."""
        for name, root in self._roots(element.get(_ID, ""), part):
            if root is None:
                yield PassedOver("chart", part=name)
            else:
                words = filter(None, (lines_in(root), *values_in(root)))
                yield PassedOver("chart", "\n".join(words))

    def diagram(self, element: Any, part: str | None) -> Iterator[Seen]:
        """Yield a text box with the words of a diagram."""
        for name, root in self._roots(element.get(_DATA, ""), part):
            yield PassedOver("diagram", part=name) if root is None else _boxed(root)

    def _roots(self, rel_id: str, part: str | None) -> Iterator[tuple[str, Any]]:
        """Yield the name of a part that is referred to, "" where it is missing, and its root.

        That is None where it cannot be read. Nothing is yielded where it was read already.
        """
        name = self._package.part(rel_id, part)
        if name is None or name not in self._read:
            self._read.add(name or "")
            yield file_name(name or ""), self._package.readable(name)

    def shape(self, element: Any, _part: str | None) -> Iterator[Seen]:
        """Yield a text box with the words of a shape of another program."""
        yield _boxed(element)

    def drawn_words(self, element: Any, _part: str | None) -> Iterator[Seen]:
        """Yield a text box with words that are drawn along a line."""
        yield _boxed(element)

    def stray(self, element: Any, _part: str | None) -> Iterator[Seen]:
        """Yield words that stand where a sound drawing has none."""
        if words := lines_in(element):
            yield PassedOver("stray", words)

    def alternatives(self, element: Any, _part: str | None) -> Iterator[Seen]:
        """Yield the words of several contents of which none is shown."""
        yield PassedOver("alternative", unshown_words(element, None) or "")

    def ink(self, _element: Any, _part: str | None) -> Iterator[Seen]:
        """Yield that something was drawn with a pen."""
        yield PassedOver("drawing")


_READERS: dict[Any, Callable[[Drawings, Any, str | None], Iterator[Seen]]] = {
    BOX: Drawings.box,
    f"{_PIC}pic": Drawings.picture,
    f"{_V}imagedata": Drawings.picture,
    f"{_C}chart": Drawings.chart,
    f"{_CX}chart": Drawings.chart,
    f"{_DGM}relIds": Drawings.diagram,
    f"{_A}txBody": Drawings.shape,
    f"{_V}textpath": Drawings.drawn_words,
    w("contentPart"): Drawings.ink,
    ALTERNATIVES: Drawings.alternatives,
    **dict.fromkeys(TEXTS, Drawings.stray),
}


def _seen_in(drawing: Any) -> Iterator[Any]:
    """Yield what a drawing shows, each as the program would show it."""
    inner = drawing
    if drawing.tag == ALTERNATIVES:
        inner = chosen(drawing)
        if unshown_words(drawing, inner) is not None:
            yield drawing
    for child in () if inner is None else inner:
        if child.tag in _READERS and child.tag != ALTERNATIVES:
            yield child
        else:
            yield from _seen_in(child)


def _embedded(element: Any) -> PassedOver:
    program = element.get("ProgID", "")
    kinds = (kind for name, kind in _PROGRAMS if program.startswith(name))
    kind: PassedOverKind = next(kinds, "file")
    part = (program or element.get(w("name"), "")) if kind == "file" else ""
    return PassedOver(kind, part=part)


def _descriptions(drawing: Any) -> list[str]:
    """Return what a drawing and its parts are said to show, each once."""
    said = [words for each in drawing.iter(*_DESCRIBED) for words in described(each)]
    return list(dict.fromkeys(said))


def _description_around(picture: Any) -> str:
    """Return what a picture is said to show: by itself, by its shape, or by its drawing."""
    own = (words for each in picture.iter(f"{_PIC}cNvPr") for words in described(each))
    around = (words for each in picture.iterancestors(w("drawing")) for words in _of_drawing(each))
    shapes = (words for each in picture.iterancestors(f"{_V}shape") for words in described(each))
    return next(iter((*own, *around, *shapes)), "")


def _of_drawing(drawing: Any) -> Iterator[str]:
    for each in drawing.iter(f"{_WP}docPr"):
        yield from described(each)


def _boxed(element: Any) -> Any:
    """Return a text box with the words of an element, a paragraph for each line."""
    box = etree.Element(BOX)
    for line in lines_in(element).split("\n"):
        run = etree.SubElement(etree.SubElement(box, w("p")), w("r"))
        etree.SubElement(run, w("t")).text = line
    return box
