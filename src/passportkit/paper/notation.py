"""Powers, indices, fractions, roots: what stands above and below the line, as one line says it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from passportkit.text.grammar import OPENING

_SIGNS = "0123456789+-−–=()"
_POWERS = str.maketrans(_SIGNS, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾")
_INDICES = str.maketrans(_SIGNS, "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎")

_has_own_characters = re.compile(r"(?=[–()]*+[\d+\-−=])[\d+\-−–=()]++", re.ASCII).fullmatch
_is_mark = re.compile(r"\[.*\]|[\W_]+", re.DOTALL).fullmatch
"""What stands above a line of its own accord: the mark of a note, an asterisk."""

_ORDINALS = frozenset("st nd rd th й я е го му ый ой ий ая ое ые ых х ю".split())
_DEGREES = frozenset("oоOО°")
_TRADE_MARKS = {"tm": "™", "тм": "™", "sm": "℠"}

_is_simple = re.compile(r"[\w.,]++[⁰¹²³⁴⁵⁶⁷⁸⁹⁻₀₁₂₃₄₅₆₇₈₉%°]*+|√?\w+").fullmatch
_is_closed = re.compile(r"\([^()]*\)").fullmatch


def raised(words: str, before: str = "") -> str:
    """Return words that stand above the line behind a text, as one line says it.

    Digits and signs have characters of their own. Other words are a power of what they stand
    behind, and only words where they stand alone: people set captions so, too.
    """
    return _set_off(words, before, "^", _POWERS)


def lowered(words: str, before: str = "") -> str:
    """Return words that stand below the line behind a text, likewise."""
    return _set_off(words, before, "_", _INDICES)


def _set_off(words: str, before: str, sign: str, own: dict[int, int]) -> str:
    core = words.strip()
    if not core:
        return words
    start = words.index(core)
    base = words[:start][-1:] or before[-1:]
    return words[:start] + _spelled(core, base, sign, own) + words[start + len(core) :]


def _spelled(core: str, base: str, sign: str, own: dict[int, int]) -> str:
    if _has_own_characters(core):
        return core.translate(own)
    if not base.strip() or base in OPENING or _is_mark(core):
        return core
    return (_as_ending(core, base) if sign == "^" else None) or f"{sign}({core})"


def _as_ending(core: str, base: str) -> str | None:
    """Return what is written above the line for its looks alone, or as a sign of its own."""
    if core.lower() in _TRADE_MARKS:
        return _TRADE_MARKS[core.lower()]
    if base.isdigit():
        return "°" if core in _DEGREES else core if core in _ORDINALS else None
    return None


# --- of the parts of a formula ---------------------------------------------------------------


def scripted(base: str, below: str = "", above: str = "") -> str:
    """Return something with an index, a power, or both."""
    index = lowered(below, ")")
    return f"{grouped(base)}{index}{raised(above, ')')}"


def fraction(above: str, below: str) -> str:
    """Return a fraction."""
    return f"{grouped(above)}/{grouped(below)}"


def root(content: str, degree: str = "") -> str:
    """Return a root."""
    return f"{raised(degree, ')')}√{grouped(content)}"


def listed(rows: Sequence[Sequence[str]]) -> str:
    """Return the rows of a matrix."""
    return f"({'; '.join([', '.join(row) for row in rows])})"


def grouped(words: str) -> str:
    """Return a part of a formula so that it stands together."""
    return words if len(words) < 2 or _is_simple(words) or _is_closed(words) else f"({words})"
