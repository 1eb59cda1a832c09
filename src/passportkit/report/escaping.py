"""Words that all reports share."""

from __future__ import annotations

import re
from dataclasses import replace

from passportkit.findings import Severity
from passportkit.language import Message, Translator, mark, shortened

SEVERITIES = {
    Severity.ERROR: mark("error"),
    Severity.WARNING: mark("warning"),
    Severity.INFO: mark("note"),
}

# besides the control characters those that end a line, or turn the direction of writing round
_INVISIBLE = re.compile("[\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]")


_LONGEST = 300
"""How many characters of a text are shown within a sentence: a name of anything has fewer."""

_quoted = re.compile(r"“\{(\w+)\}”|`\{(\w+)\}`").finditer


def sentence(message: Message, translate: Translator) -> str:
    """Return what a message says, on one line, and of what it quotes no more than one reads."""
    names = [found[1] or found[2] for found in _quoted(message.text)]
    quoted = {name: text for name in names if isinstance(text := message.values[name], str)}
    short = {
        name: shortened(text, _LONGEST) for name, text in quoted.items() if len(text) > _LONGEST
    }
    return visible(translate(replace(message, values={**message.values, **short})))


def visible(text: str) -> str:
    """Return `text` on one line: what would end it or steer the terminal is spelt out."""
    return _INVISIBLE.sub(_spelt, text)


def harmless(text: str) -> str:
    """Return `text` with its lines; only what would steer the terminal is spelt out."""
    return _INVISIBLE.sub(lambda found: "\n" if found[0] == "\n" else _spelt(found), text)


def _spelt(found: re.Match[str]) -> str:
    return found[0].encode("unicode_escape").decode()
