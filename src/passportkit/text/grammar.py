r"""The grammar of the markup, as patterns: line heads, signs, addresses.

Every pattern takes time in proportion to the line, whatever the line: repetitions are possessive
or bounded, or give back no more than whole labels, and nothing looks past the next bracket.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import cast

ITALIC, BOLD = 1, 2
"""Marks are bits, and a mark's value is its number of stars: `***`, three, is both."""

OPENING = "([{«„“‘‚‹\"'-‐‑‒–—―"
"""After one of these, as after a blank, a word may begin, and with it a mark."""

_NUMBER = "0|[1-9][0-9]?"

_head = re.compile(
    rf"""
    (?P<indent>[ \t]*+)
    (?:
        (?P<number>{_NUMBER})?
        (?P<escape>\\)?
        (?P<delimiter>(?(number)[.)]|-))
        [ ][ \t]*+(?=[^ \t])
    )?
    """,
    re.VERBOSE,
)
head = cast("Callable[[str], re.Match[str]]", _head.match)
"""The head of a line: always matches; `delimiter` is None where the line is no list item."""

# A bare address ends before any of these ...
_OUTSIDE = r"\s()\\*\[\]{}<>\"«»„“”‘’‚‹›‐‑‒–—―"
# ... and holds these only where more of it follows: at its end they belong to the sentence.
_INSIDE = r".,;:!?…'\-"
_REST = rf"(?:[{_INSIDE}]*+(?:[^{_OUTSIDE}{_INSIDE}]++|\([^{_OUTSIDE}]*+\)))++"
_WEB = rf"(?<!\w)(?:(?:https?|Https?|HTTPS?)://|(?:www|Www|WWW)\.){_REST}"

_LABEL = r"\w++(?:-++\w++)*+"
_MAIL = rf"(?<!\w)\w[\w.+\-]{{0,63}}+@{_LABEL}(?:\.{_LABEL})*\.(?=[^\W\d_]){_LABEL}"

_ADDRESS = rf"{_WEB}|{_MAIL}"
_SIGN = r"[\\*\[\]]"

address = re.compile(_ADDRESS)
"""A bare address."""

target = re.compile(
    r"""
    \(
    (?P<address>
        (?: (?i:https?://|ftp://|mailto:|tel:|www\.) | [^\s()\\:/?\#@]++@ )
        (?: [^\s()\\]++ | \( [^\s()\\]*+ \) )++
    )
    \)
    """,
    re.VERBOSE,
).match
"""What follows the words of a link: an address without blanks, its brackets balanced."""

_sign = re.compile(_SIGN)
_sign_or_address = re.compile(rf"{_SIGN}|{_ADDRESS}")

SIGNS = frozenset("\\*[]()")
"""What a backslash makes ordinary, apart from addresses and the delimiter in a head."""

stars = cast("Callable[[str, int], re.Match[str]]", re.compile(r"\*+").match)
"""The run of stars at a position where one was found: always matches."""

# Literals only: the search then runs on a table of first characters.
_HINTS = r"@|://|www\.|Www\.|WWW\."
_has_hint = re.compile(_HINTS).search
has_sign = re.compile(rf"\\|\*|\[|{_HINTS}").search
has_sign_or_end = re.compile(rf"\n|\\|\*|\[|{_HINTS}").search

HEADS = frozenset({"", " ", "\t", "-", "\\", *"0123456789"})
"""What the first character of a line has to be for a head; an empty line is no paragraph either."""


def markup_in(words: str) -> re.Pattern[str]:
    """Return the pattern of all that can be markup in `words`, a sign or an address at a time.

    Words without a hint of an address get the pattern that looks for none: ten times faster.
    """
    return _sign_or_address if _has_hint(words) else _sign


def may_begin_word(before: str) -> bool:
    """Return whether a word may begin after the character `before`, empty at a line's start."""
    return before in OPENING or before.isspace()  # the empty string is in every other


def destination(address: str) -> str:
    """Return where `address` leads: itself, with the scheme that people leave out."""
    if address[:4].lower() == "www.":
        return f"https://{address}"
    return address if _has_scheme(address) else f"mailto:{address}"


_has_scheme = re.compile(r"(?i:https?|ftp|mailto|tel):").match
