"""What in a part leads to a relation of it, and of which kind that has to be.

To a program that opens a document an identifier is all the same: a picture takes the relation of a
link, and fetches what stands there. So each has to lead to a relation that is there, and that is
of the kind which its element needs.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from passportkit.word.package.names import R, local, w

_VML = "{urn:schemas-microsoft-com:vml}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_ID, _EMBED = f"{{{R}}}id", f"{{{R}}}embed"
_OLD_ID = "{urn:schemas-microsoft-com:office:office}relid"

_CLICKED = ("hlinkClick", "hlinkHover", "hlinkMouseOver")

_KINDS: Mapping[tuple[str, str], str] = {
    (w("hyperlink"), _ID): "hyperlink",
    **{(f"{_DRAWING}{name}", _ID): "hyperlink" for name in _CLICKED},
    (w("headerReference"), _ID): "header",
    (w("footerReference"), _ID): "footer",
    (f"{_DRAWING}blip", _EMBED): "image",
    **{
        (f"{_VML}{name}", attribute): "image"
        for name in ("imagedata", "fill", "stroke")
        for attribute in (_ID, _OLD_ID)
    },
}
"""Of which kind the relation is that an attribute of an element leads to."""

_FETCHING = frozenset(("link", "href", "pict"))
"""Attributes of pictures that are not in the file."""


def is_reference(attribute: str) -> bool:
    """Return whether an attribute leads to a relation."""
    return attribute == _OLD_ID or attribute.rpartition("}")[0].endswith("/relationships")


def fetches(attribute: str) -> bool:
    """Return whether an attribute leads to a picture outside, whatever its relation says."""
    return local(attribute) in _FETCHING


def is_led_astray(element: Any, attribute: str, kinds: Mapping[str, str]) -> bool:
    """Return whether a reference is none that its element has, or leads to something else.

    `kinds` are those of the relations of the part, by their identifiers. A link may lead nowhere.
    """
    said = element.get(attribute)
    wanted = _KINDS.get((element.tag, attribute))
    is_idle = not said and wanted == "hyperlink"
    return wanted is None or not (is_idle or kinds.get(said) == wanted)
