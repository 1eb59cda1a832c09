"""What other programs write a little beside the schema, brought back into it.

LibreOffice says `true` where Word knows only a bare element, `start` for `left` in tables, puts
the style of a paragraph behind its other properties, and names character sets of its own. Word
numbers paragraphs and rows, which may not be once there are many of each.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from passportkit.word.package.archive import Archive
from passportkit.word.package.names import P_PR, R_PR, TBL_PR, TC_PR, local, w

_ORDERS = {w("pPr"): P_PR, w("rPr"): R_PR, w("tcPr"): TC_PR, w("tblPr"): TBL_PR}
_NUMBERS = ("paraId", "textId")
_SIDES = {"start": "left", "end": "right"}


def normalize(archive: Archive) -> None:
    """Mend the parts of a template that have words."""
    for name in archive.story_names():
        for element in list(archive.tree(name).iter(*_MENDERS)):
            _MENDERS[element.tag](element)
    for name in archive.related("fontTable"):
        for charset in archive.tree(name).iter(w("charset")):
            charset.attrib.pop(w("characterSet"), None)


def _in_order(properties: Any) -> None:
    order: Sequence[str] = _ORDERS[properties.tag]
    ranks = {w(name): rank for rank, name in enumerate(order)}
    children = list(properties)
    ordered = sorted(children, key=lambda child: ranks.get(child.tag, len(ranks)))
    if ordered != children:
        properties[:] = ordered


def _switch(element: Any) -> None:
    """Let a bare element say yes, and none at all say no."""
    said = element.attrib.pop(w("val"), "true")
    if said in ("false", "0", "off"):
        element.getparent().remove(element)


def _side(element: Any) -> None:
    if local(element.getparent().tag) == "tblPr":
        side = element.get(w("val"))
        element.set(w("val"), _SIDES.get(side, side))


def _numberless(element: Any) -> None:
    for name in element.attrib:
        if local(name) in _NUMBERS:
            del element.attrib[name]


_MENDERS: dict[str, Callable[[Any], None]] = {
    **dict.fromkeys(_ORDERS, _in_order),
    **dict.fromkeys((w("cantSplit"), w("tblHeader")), _switch),
    **dict.fromkeys((w("p"), w("tr")), _numberless),
    w("jc"): _side,
}
