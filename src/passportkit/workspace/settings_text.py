"""The text of settings, which come with a folder from anywhere: read within bounds."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from passportkit.files.contents import SizeLimit
from passportkit.language import say

SETTINGS = SizeLimit(
    64 * 2**10, say("settings are a few lines; what is said of practices belongs into these")
)
"""How many bytes settings may have."""

DEEPEST = 32
"""How many dots a key may have, and how deep brackets may nest: tomllib takes time and memory in
the square of the first, and recurses for the second."""

_TOKEN = re.compile(
    r"""
    \"{3}(?s:.*?)(?:\"{3}|\Z) | '{3}(?s:.*?)(?:'{3}|\Z)
    | "(?:[^"\\\n]|\\.)*+"? | '[^'\n]*+'?
    | \#[^\n]*+
    | [][{}=,.\n]
    """,
    re.VERBOSE,
)


class TooDeepError(ValueError):
    """That settings nest too deep, and at which character."""

    def __init__(self, at: int) -> None:
        super().__init__(at)
        self.at = at


def data_of(text: str) -> dict[str, Any]:
    """Return what settings say.

    Raises `tomllib.TOMLDecodeError` where they are no TOML, `TooDeepError`, `RecursionError`, and
    another `ValueError` for a number that Python does not read.
    """
    if (at := _too_deep_at(text)) is not None:
        raise TooDeepError(at)
    return tomllib.loads(text)


def _too_deep_at(text: str) -> int | None:
    """Return where a key or brackets go too deep, outside of texts and comments."""
    dots = brackets = 0
    for found in _TOKEN.finditer(text):
        sign = found[0]
        if sign == ".":
            dots += 1
        elif sign in _ENDS_OF_KEYS:
            dots = 0
            brackets = max(0, brackets + _ENDS_OF_KEYS[sign])
        if max(dots, brackets) > DEEPEST:
            return found.start()
    return None


_ENDS_OF_KEYS = {"[": 1, "{": 1, "]": -1, "}": -1, "=": 0, ",": 0, "\n": 0}
"""Signs behind which another key may begin, and what they do to the depth."""
