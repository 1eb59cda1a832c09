r"""Characters that JSON spells in two halves: `"\ud83d\ude42"` is one, which libyaml refuses.

What is read instead has as many characters, so that all places stay where they are: each sign of a
pair is moved to where nobody has letters, and once it is known which texts stand in double quotes,
the pairs in these become their character, and all others the signs that they were.
"""

from __future__ import annotations

import re

from yaml.nodes import Node

from passportkit.source.nodes import scalars
from passportkit.text.pattern import pattern

_AWAY = 0x10F000
_MOVED = pattern(f"[{chr(_AWAY)}-{chr(_AWAY + 0x7F)}]{{12}}")
_HALVES = r"\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})"
_PAIR = pattern(rf"(?<!\\)((?:\\\\)*)({_HALVES})")
PAIR = pattern(_HALVES)


def veiled(text: str) -> str:
    """Return the text with its pairs out of the way; it has the same length."""
    if "\\u" not in text or any(_AWAY <= ord(sign) <= _AWAY + 0x7F for sign in text):
        return text
    return _PAIR.sub(lambda found: found[1] + _moved(found[2], _AWAY), text)


def unveil(root: Node | None) -> None:
    """Give the texts below a node back what they say."""
    for node in scalars(root):
        whole = _character if node.style == '"' else _signs
        node.value = _MOVED.sub(whole, node.value)


def character_of(found: re.Match[str]) -> str:
    """Return the character that a pair spells."""
    high, low = (int(half, 16) for half in found.groups())
    return chr(0x10000 + (high - 0xD800 << 10) + low - 0xDC00)


def _character(found: re.Match[str]) -> str:
    return PAIR.sub(character_of, _signs(found))


def _signs(found: re.Match[str]) -> str:
    return _moved(found[0], -_AWAY)


def _moved(signs: str, by: int) -> str:
    return "".join(chr(ord(sign) + by) for sign in signs)
