"""What a file is that is no text in UTF-8, and what to do with it."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from typing import NamedTuple

from passportkit.language import Message, say

_HEAD = 4096
"""How many bytes are looked at."""

_BOMS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class Mistaken(NamedTuple):
    """What a file is, and what to do about it."""

    what: Message
    advice: Message


SAVE_AGAIN = Mistaken(
    say("the file is not in UTF-8"),
    say("save it again with the encoding UTF-8 (in Notepad: Save as, Encoding)"),
)
_DOCUMENT = Mistaken(
    say("this is no text but a document, as Word and Excel have them"),
    say("`passport import` makes a practice of it"),
)
_ZEROS = Mistaken(
    say("nothing but zeros is left of the file"),
    say("it was not written to its end; take an older copy of it"),
)
_NO_TEXT = Mistaken(
    say("the file is no text"),
    say("look whether it is the right one: a practice is written with a text editor"),
)


def no_text(content: bytes) -> Mistaken | None:
    """Return what bytes are that hold no text, or one in another encoding, if they show it."""
    return next((known for known, looks_so in _LOOKS if looks_so(content[:_HEAD])), None)


def _is_wide(head: bytes) -> bool:
    """Whether this is UTF-16, in which every sign of ASCII has a zero on the same side."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    return head.startswith(_BOMS) or (even + odd > _FEW and not (even and odd))


_FEW = 2
"""How many zeros may be in a text by mistake."""

_LOOKS: tuple[tuple[Mistaken, Callable[[bytes], bool]], ...] = (
    (_DOCUMENT, lambda head: head.startswith(b"PK\3\4")),
    (_ZEROS, lambda head: not head.strip(b"\0")),
    (SAVE_AGAIN, _is_wide),
    (_NO_TEXT, lambda head: head.count(0) > _FEW),
)
