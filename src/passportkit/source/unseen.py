"""Signs that nobody sees, or that look like others: what to call one where it is in the way."""

from __future__ import annotations

from passportkit.language import Message, mark, say

NO_BREAK = "\xa0\u2007\u202f"
WIDE = "\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"
HIDDEN = "\xad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
TURNS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
LINE_ENDS = "\x85\u2028\u2029"

UNSEEN = NO_BREAK + WIDE + HIDDEN + TURNS
"""What an editor shows as a blank, or not at all, and YAML takes for a letter."""

_NAMES = {
    "\t": mark("a tab ({code})"),
    **dict.fromkeys(NO_BREAK, mark("a no-break blank ({code})")),
    **dict.fromkeys(WIDE, mark("an unusual blank ({code})")),
    **dict.fromkeys(HIDDEN, mark("an invisible sign ({code})")),
    **dict.fromkeys(TURNS, mark("a sign that turns the direction of writing ({code})")),
    **dict.fromkeys(LINE_ENDS, mark("an unusual line end ({code})")),
}


def name_of(sign: str) -> Message | str:
    """Return what to call a sign: if it is one of these, in words, with its number in Unicode."""
    return say(_NAMES[sign], code=f"U+{ord(sign):04X}") if sign in _NAMES else sign
