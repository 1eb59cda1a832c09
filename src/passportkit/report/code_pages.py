"""Signs that the code page of a console lacks, by others that it has."""

from __future__ import annotations

import codecs
import unicodedata
from itertools import pairwise

READABLE = "passportkit-readable"
"""The name by which streams are told to write what their encoding lacks by something like it."""

_ALIKE = {
    **dict.fromkeys("«»“”„", '"'),
    **dict.fromkeys("‘’", "'"),
    **dict.fromkeys("–—−‑", "-"),
    "…": "...",
    "→": "->",
    "•": "*",
    "×": "x",
    "№": "No.",
}

_HARMLESS = frozenset(" .-+()")
"""Signs that may stand in for others besides letters and digits: no command has one of them at its
beginning or end, whereas `：` would become one that was not there when the words were looked at."""


def _readable(error: UnicodeError) -> tuple[str, int]:
    """Return what stands in for the signs that cannot be written, and where to go on."""
    assert isinstance(error, UnicodeEncodeError)
    before = error.object[error.start - 1 : error.start] or " "
    signs = before + error.object[error.start : error.end]
    return "".join(_alike(sign, last) for last, sign in pairwise(signs)), error.end


def _alike(sign: str, before: str) -> str:
    if sign in _ALIKE:
        return _ALIKE[sign]
    if unicodedata.combining(sign):  # what stands on a letter goes; on nothing, it parted two signs
        return "" if before.isalpha() or unicodedata.combining(before) else "?"
    letters = unicodedata.normalize("NFKD", sign)  # é is an e with something above it
    return "".join(_plain(each) for each in letters if not unicodedata.combining(each)) or "?"


def _plain(sign: str) -> str:
    return sign if sign.isascii() and (sign.isalnum() or sign in _HARMLESS) else "?"


codecs.register_error(READABLE, _readable)
