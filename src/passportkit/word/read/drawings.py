"""Drawings: the text boxes in them, and the pictures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from passportkit.word.package.names import w
from passportkit.word.read.wraps import ALTERNATIVES, chosen

BOX = w("txbxContent")

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_SEEN = frozenset(
    {
        BOX,
        f"{{{_DRAWING}/picture}}pic",
        f"{{{_DRAWING}/chart}}chart",
        f"{{{_DRAWING}/diagram}}relIds",
        "{urn:schemas-microsoft-com:vml}imagedata",
    }
)


def seen_in(drawing: Any) -> Iterator[Any]:
    """Yield the text boxes and the pictures of a drawing, each as the program would show it."""
    for child in chosen(drawing) if drawing.tag == ALTERNATIVES else drawing:
        if child.tag in _SEEN:
            yield child
        else:
            yield from seen_in(child)
