"""Signs that steer a terminal or end a line, spelt out where a stranger's words are shown."""

from __future__ import annotations

import re
from itertools import pairwise

_STEERING = re.compile(
    # what ends a line or steers a terminal, what turns the direction of writing round
    "[\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069"
    # what nobody sees, and no language that is written here needs
    "\\u200b\\u2060-\\u2064\\u206a-\\u206f\\ufeff\\ufff9-\\ufffb\\U000e0000-\\U000e007f]"
    # what a job of GitHub obeys at the beginning of a line, and one of GitHub, Azure or TeamCity
    # anywhere; in letters that a code page lacks, too, for which it shows plain ones
    "|:(?=:(?![ :])[A-Za-z-]*+(?:[ \\x80-\\U0010ffff][^\\n]*?)?::)"
    "|#(?=#[A-Za-z\\x80-\\U0010ffff]*+\\[)"
)


def visible(text: str) -> str:
    """Return `text` on one line: what would end it, or steer who shows it, is spelt out."""
    return _STEERING.sub(_spelt, text)


def visible_parts(text: str, *cuts: int, keep: str = "") -> list[str]:
    """Return the parts of `visible(text)` that were cut from the text at these characters.

    What steers is known by the whole: half of it may stand on either side of a cut. The signs in
    `keep` stay as they are.
    """
    found = (each for each in _STEERING.finditer(text) if each[0] not in keep)
    spelt = {each.start(): _spelt(each) for each in found}
    signs = [spelt.get(at, sign) for at, sign in enumerate(text)]
    return ["".join(signs[start:end]) for start, end in pairwise((0, *cuts, len(text)))]


def harmless(text: str) -> str:
    """Return `text` with its lines; only what would steer who shows it is spelt out."""
    return _STEERING.sub(lambda found: "\n" if found[0] == "\n" else _spelt(found), text)


def in_json(text: str) -> str:
    """Return JSON that says the same, in which what would steer who shows it is spelt out."""
    return _STEERING.sub(_spelt_in_json, text)


def _spelt(found: re.Match[str]) -> str:
    sign = found[0]
    return f"\\x{ord(sign):02x}" if sign.isprintable() else sign.encode("unicode_escape").decode()


def _spelt_in_json(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
