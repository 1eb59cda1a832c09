"""What bears a number or a name that nothing else in a document may have.

A row that is repeated repeats them: shapes are given others when a document is written, and what
nothing refers to goes when a template is compiled.
"""

from __future__ import annotations

from typing import Any

from passportkit.word.package.names import local, w

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_VML = "urn:schemas-microsoft-com:vml"

_ANCHORS = (f"{{{_DRAWING}}}anchor", f"{{{_DRAWING}}}inline")
_UNIQUE = (f"{{{_DRAWING}}}docPr", f"{{{_VML}}}*")
_NUMBERED = ("anchorId", "editId")


def without_idle_numbers(root: Any) -> None:
    """Remove the numbers that Word gives to drawings and controls and that nothing refers to."""
    for element in root.iter(*_ANCHORS, f"{{{_VML}}}*"):
        for name in element.attrib:
            if local(name) in _NUMBERED:
                del element.attrib[name]
    for properties in root.iter(w("sdtPr")):
        for number in properties.findall(w("id")):
            properties.remove(number)


def unique_names(root: Any) -> tuple[str, ...]:
    """Return the elements of a part that have an identity, as its XML calls them."""
    found = (f"{each.prefix}:{local(each.tag)}" for each in root.iter(*_UNIQUE) if each.prefix)
    return tuple(dict.fromkeys(found))
