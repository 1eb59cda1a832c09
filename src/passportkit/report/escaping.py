"""Words that all reports share."""

from __future__ import annotations

import re
from dataclasses import replace

from passportkit.findings import Severity
from passportkit.language import Message, mark

SEVERITIES = {
    Severity.ERROR: mark("error"),
    Severity.WARNING: mark("warning"),
    Severity.INFO: mark("note"),
}

_STEERING = re.compile(
    # what ends a line or steers a terminal, what turns the direction of writing round
    "[\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069"
    # what nobody sees, and no language that is written here needs
    "\\u200b\\u2060-\\u2064\\u206a-\\u206f\\ufeff\\ufff9-\\ufffb\\U000e0000-\\U000e007f]"
    # what a job of GitHub obeys, at the beginning of a line and anywhere
    "|:(?=:[A-Za-z-]+(?: [^\\n]*?)?::)|#(?=#\\[)"
)


def visible(text: str) -> str:
    """Return `text` on one line: what would end it, or steer who shows it, is spelt out."""
    return _STEERING.sub(_spelt, text)


def harmless(text: str) -> str:
    """Return `text` with its lines; only what would steer who shows it is spelt out."""
    return _STEERING.sub(lambda found: "\n" if found[0] == "\n" else _spelt(found), text)


def with_visible_values(message: Message) -> Message:
    """Return a message each value of which stands on one line, whoever has written it."""
    values = {name: _visible_value(value) for name, value in message.values.items()}
    return replace(message, values=values)


def _visible_value(value: object) -> object:
    if isinstance(value, Message):
        return with_visible_values(value)
    return visible(value) if isinstance(value, str) else value


def in_json(text: str) -> str:
    """Return JSON that says the same, in which what would steer who shows it is spelt out."""
    return _STEERING.sub(_spelt_in_json, text)


def _spelt(found: re.Match[str]) -> str:
    sign = found[0]
    return f"\\x{ord(sign):02x}" if sign.isprintable() else sign.encode("unicode_escape").decode()


def _spelt_in_json(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
