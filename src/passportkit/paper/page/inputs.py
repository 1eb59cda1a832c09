"""Fields of a form on a page, and the values that a reader sees in them."""

from __future__ import annotations

from lxml.etree import _Element

_TYPED = frozenset("date datetime-local email month number search tel text time url week".split())
"""Types of inputs that show their value. Others are buttons, keep it secret, or show a sign."""


def value_of(element: _Element) -> str | None:
    """Return the words that a reader sees in a field, None where an element is no field."""
    if element.tag == "input":
        is_typed = element.get("type", "text").strip().lower() in _TYPED
        return element.get("value", "").strip() if is_typed else ""
    if element.tag == "textarea":
        return "".join(map(str, element.itertext())).strip()
    return _chosen(element) if element.tag == "select" else None


def _chosen(select: _Element) -> str:
    """Return the choices that are shown: the first one, where none was made.

    What has no value only asks to choose.
    """
    options = [each for each in select.iter("option") if each.get("value") != ""]
    made = [each for each in options if "selected" in each.attrib]
    shown = made or ([] if "multiple" in select.attrib else options[:1])
    return ", ".join(" ".join("".join(map(str, each.itertext())).split()) for each in shown)
