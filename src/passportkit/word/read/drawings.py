"""Drawings: the words in them that can be read, and what else they hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from lxml import etree

from passportkit.paper.model import PassedOver, PassedOverKind
from passportkit.word.package.names import R, w
from passportkit.word.package.opening import Package
from passportkit.word.read.wraps import ALTERNATIVES, chosen

BOX = w("txbxContent")

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_A, _C, _DGM, _PIC = (f"{{{_DRAWING}/{name}}}" for name in ("main", "chart", "diagram", "picture"))
_WP = f"{{{_DRAWING}/wordprocessingDrawing}}"
_CX = "{http://schemas.microsoft.com/office/drawing/2014/chartex}"
_V = "{urn:schemas-microsoft-com:vml}"
_O = "{urn:schemas-microsoft-com:office:office}"
_ID, _DATA = f"{{{R}}}id", f"{{{R}}}dm"

_PARAGRAPH, _WORDS = f"{_A}p", f"{_A}t"
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
        if held := [each for tag in _EMBEDDED for each in drawing.iter(tag)]:
            yield from (_embedded(each) for each in held)  # and not the picture of it
            yield from drawing.iter(BOX)
            return
        seen = [
            each for found in _seen_in(drawing) for each in _READERS[found.tag](self, found, part)
        ]
        if not seen and (said := _description(drawing)):
            seen = [PassedOver("drawing", said)]
        yield from seen

    def box(self, element: Any, _part: str | None) -> Iterator[Seen]:
        """Yield a text box."""
        yield element

    def picture(self, element: Any, _part: str | None) -> Iterator[Seen]:
        """Yield that there is a picture, with what it is said to show."""
        yield PassedOver("picture", _description_around(element))

    def chart(self, element: Any, part: str | None) -> Iterator[Seen]:
        """Yield that there is a chart, with its words and its values."""
        for root in self._roots(element.get(_ID, ""), part):
            words = () if root is None else [*_paragraphs(root), *_values(root)]
            yield PassedOver("chart", "\n".join(words))

    def diagram(self, element: Any, part: str | None) -> Iterator[Seen]:
        """Yield a text box with the words of a diagram."""
        for root in self._roots(element.get(_DATA, ""), part):
            yield PassedOver("diagram") if root is None else _boxed(_paragraphs(root))

    def _roots(self, rel_id: str, part: str | None) -> Iterator[Any]:
        """Yield the root of what is referred to, or None; nothing where it was read already."""
        name = self._package.part(rel_id, part)
        if name is None or name not in self._read:
            self._read.add(name or "")
            yield self._package.readable(name)

    def shape(self, element: Any, _part: str | None) -> Iterator[Seen]:
        """Yield a text box with the words of a shape of another program."""
        yield _boxed(_paragraphs(element))

    def drawn_words(self, element: Any, _part: str | None) -> Iterator[Seen]:
        """Yield a text box with words that are drawn along a line."""
        yield _boxed(element.get("string", "").splitlines())

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
}


def _seen_in(drawing: Any) -> Iterator[Any]:
    """Yield what a drawing shows, each as the program would show it."""
    inner = chosen(drawing) if drawing.tag == ALTERNATIVES else drawing
    for child in () if inner is None else inner:
        if child.tag in _READERS:
            yield child
        else:
            yield from _seen_in(child)


def _embedded(element: Any) -> PassedOver:
    program = element.get("ProgID", "")
    kinds = (kind for name, kind in _PROGRAMS if program.startswith(name))
    kind: PassedOverKind = next(kinds, "file")
    part = (program or element.get(w("name"), "")) if kind == "file" else ""
    return PassedOver(kind, part=part)


def _description(drawing: Any) -> str:
    """Return what a whole drawing is said to show."""
    said = (each.get("descr", "").strip() for each in drawing.iter(f"{_WP}docPr"))
    return next(filter(None, said), "")


def _description_around(picture: Any) -> str:
    """Return what a picture is said to show: by itself, by its shape, or by its drawing."""
    own = [each.get("descr", "").strip() for each in picture.iter(f"{_PIC}cNvPr")]
    around = (_description(each) for each in picture.iterancestors(w("drawing")))
    shapes = (each.get("alt", "").strip() for each in picture.iterancestors(f"{_V}shape"))
    return next(filter(None, (*own, *around, *shapes)), "")


def _paragraphs(root: Any) -> list[str]:
    """Return the words of the paragraphs of a drawing, a line for each that has some."""
    lines = ("".join(each.text or "" for each in p.iter(_WORDS)) for p in root.iter(_PARAGRAPH))
    return [line for line in lines if line.strip()]


def _values(root: Any) -> list[str]:
    """Return the names and values of a chart, each once, in their order."""
    said = (each.text or "" for each in root.iter(f"{_C}v", f"{_CX}pt"))
    return list(dict.fromkeys(each for each in said if each.strip()))


def _boxed(lines: Iterable[str]) -> Any:
    """Return a text box with a paragraph for each line."""
    box = etree.Element(BOX)
    for line in lines:
        run = etree.SubElement(etree.SubElement(box, w("p")), w("r"))
        etree.SubElement(run, w("t")).text = line
    return box
