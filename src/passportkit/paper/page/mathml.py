"""Formulas of a page, as one line says them."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from lxml.etree import _Element

from passportkit.paper.notation import fraction, grouped, listed, root, scripted

_DEEPEST = 40
"""Levels that are taken apart; what stands deeper is words behind one another."""

_INVISIBLE = dict.fromkeys(range(0x2061, 0x2065))
_ACCENTS = {"^": "\u0302", "ˆ": "\u0302", " \u0304": "\u0305", " \u0305": "\u0305", "~": "\u0303"}
"""Accents by the signs above a letter; of «¯» and «‾» NFKC makes a blank with an accent."""

_REPEATED = frozenset("∑∏∫∬∮⋃⋂")


def is_formula(element: _Element) -> bool:
    """Return whether an element is a formula."""
    return _name(element) == "math"


def formula_words(element: _Element, depth: int = 0) -> str:
    """Return the words of a formula, or of a part of one."""
    if depth > _DEEPEST:
        return _text(element, [])
    name = _name(element)
    if name in _SILENT:
        return ""
    parts = [formula_words(child, depth + 1) for child in element]
    return _PARTS.get(name, _row)(element, parts)


def _name(element: _Element) -> str:
    return element.tag.rpartition(":")[2]


def _row(element: _Element, parts: list[str]) -> str:
    return "".join(parts) if parts else _text(element, parts)


def _text(element: _Element, _parts: list[str]) -> str:
    words = " ".join("".join(map(str, element.itertext())).split())
    return unicodedata.normalize("NFKC", words.translate(_INVISIBLE)) if words else ""


def _first(_element: _Element, parts: list[str]) -> str:
    return parts[0] if parts else ""


def _fraction(element: _Element, parts: list[str]) -> str:
    above, below = _padded(parts, 2)
    if element.get("linethickness", "") in ("0", "0px", "0pt", "0em"):
        return listed([[above], [below]])
    return fraction(above, below)


def _power(_element: _Element, parts: list[str]) -> str:
    base, above = _padded(parts, 2)
    return scripted(base, "", above)


def _index(_element: _Element, parts: list[str]) -> str:
    base, below = _padded(parts, 2)
    return _with_bounds(base, below, "")


def _both(_element: _Element, parts: list[str]) -> str:
    return _with_bounds(*_padded(parts, 3))


def _over(_element: _Element, parts: list[str]) -> str:
    base, above = _padded(parts, 2)
    if above in _ACCENTS:
        return grouped(base) + _ACCENTS[above]
    return _with_bounds(base, "", above)


def _with_bounds(base: str, below: str, above: str) -> str:
    words = scripted(base, below, above)
    return f"{words} " if base in _REPEATED else words


def _square_root(_element: _Element, parts: list[str]) -> str:
    return root("".join(parts))


def _root(_element: _Element, parts: list[str]) -> str:
    return root(*_padded(parts, 2))


def _fenced(element: _Element, parts: list[str]) -> str:
    signs = element.get("separators", ",").strip()[:1]
    return f"{element.get('open', '(')}{signs.join(parts)}{element.get('close', ')')}"


def _cells(_element: _Element, parts: list[str]) -> str:
    return ", ".join(parts)


def _table(_element: _Element, parts: list[str]) -> str:
    return f"({'; '.join(parts)})"


def _space(_element: _Element, _parts: list[str]) -> str:
    return " "


def _padded(parts: list[str], count: int) -> list[str]:
    return [*parts, *[""] * count][:count]


_SILENT = frozenset({"annotation", "annotation-xml", "mphantom", "mprescripts", "none"})
"""What is no part of a formula as it is seen, such as its source in TeX."""

_PARTS: dict[str, Callable[[_Element, list[str]], str]] = {
    **dict.fromkeys(("mi", "mn", "mo", "mtext", "ms"), _text),
    **dict.fromkeys(("semantics", "maction"), _first),
    "mfrac": _fraction,
    "msup": _power,
    **dict.fromkeys(("msub", "munder"), _index),
    **dict.fromkeys(("msubsup", "munderover"), _both),
    "mover": _over,
    "msqrt": _square_root,
    "mroot": _root,
    "mfenced": _fenced,
    **dict.fromkeys(("mtr", "mlabeledtr"), _cells),
    "mtable": _table,
    "mspace": _space,
}
