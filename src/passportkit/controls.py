"""Signs that steer a terminal or end a line, spelt out where a stranger's words are shown."""

from __future__ import annotations

import re

# besides the control characters those that end a line, or turn the direction of writing round
_INVISIBLE = re.compile("[\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]")


def visible(text: str) -> str:
    """Return `text` on one line: what would end it or steer the terminal is spelt out."""
    return _INVISIBLE.sub(_spelt, text)


def harmless(text: str) -> str:
    """Return `text` with its lines; only what would steer the terminal is spelt out."""
    return _INVISIBLE.sub(lambda found: "\n" if found[0] == "\n" else _spelt(found), text)


def _spelt(found: re.Match[str]) -> str:
    return found[0].encode("unicode_escape").decode()
