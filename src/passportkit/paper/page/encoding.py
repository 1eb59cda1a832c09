"""From bytes to words, for files that say what they are written in, and for those that do not."""

from __future__ import annotations

import codecs
import re

_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}

_NAME = rb"(?:charset|encoding)\s*+=\s*+(?:[\"']\s*+)?([\w.:-]{3,40})"
_DECLARING = rb"<(?:meta|\?xml)\b"
_declared = re.compile(_NAME, re.IGNORECASE).findall
_declared_of_page = re.compile(
    _DECLARING + rb"(?:(?!" + _DECLARING + rb")[^>]){0,400}?" + _NAME, re.IGNORECASE
).findall
_end_of_head = re.compile(rb"</head\b|<body\b", re.IGNORECASE).search
_comments = re.compile(rb"<!--.*?(?:-->|(?P<rest>\Z))", re.DOTALL).sub

_HEAD = 4096
"""How many bytes are the head of what has none."""


def decoded(content: bytes, declared: str = "") -> str:
    """Return the words of a file, without the mark of its encoding. Never fails.

    `declared` is what stands outside the file, as in the head of a message. A file that reads as
    UTF-8 is UTF-8 whatever it says: saving changes the bytes more often than the declaration.
    """
    for mark, encoding in _MARKS.items():
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace")
    for encoding in ("utf-8", *_without_mark(content), declared, *_of_head(content), "cp1251"):
        words = _read(content, encoding)
        if words is not None:
            return words
    return content.decode("cp1251", "replace")


def _read(content: bytes, encoding: str) -> str | None:
    """Return the words if they can stand in this encoding, which may be one nobody knows."""
    try:
        words = content.decode(encoding) if encoding else None
    except (LookupError, UnicodeError):
        return None
    return words if isinstance(words, str) and "\0" not in words else None


def _without_mark(content: bytes) -> list[str]:
    """Return the UTF-16 of a file that has no mark: every sign and blank of it holds a zero."""
    zeros = content[:2000].count(b"\0")
    if zeros * 20 < len(content[:2000]):
        return []
    return ["utf-16-be", "utf-16-le"] if content[:1] == b"\0" else ["utf-16-le", "utf-16-be"]


def _of_head(content: bytes) -> list[str]:
    """Return what the head says that the file is written in: of scripts it says something, too."""
    end = _end_of_head(content)
    head = _comments(_unclosed, content[: end.start() if end else _HEAD])
    return [name.decode("ascii", "ignore") for name in (*_declared_of_page(head), *_declared(head))]


def _unclosed(comment: re.Match[bytes]) -> bytes:
    """Return nothing of a comment, and all of what has no end and so is none."""
    return b"" if comment["rest"] is None else comment[0]
