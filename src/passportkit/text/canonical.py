r"""The canonical form of a text, which everything else may rely on.

Characters are named one by one throughout: `\s`, `strip()` and `splitlines()` would eat the
no-break spaces that Russian typography lives on.
"""

from __future__ import annotations

import re

BLANKS = " \t"

_ENDS = "\r\v\f\x85\u2028\u2029"
_DROPPED = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff"

_end_lines = re.compile(f"[{_ENDS}]").sub
_drop = re.compile(f"[{_DROPPED}]+").sub

# A line end is in order where it follows a character that is not blank; all else in the class
# is odd wherever it stands. To begin with one class keeps the search in C's fastest loop.
_is_odd = re.compile(f"[\n{_ENDS}{_DROPPED}](?<![^ \t\n]\n)").search


def canonical(text: str) -> str:
    r"""Return the one form of `text`: lines that end in `\n`, none empty, no blanks at the ends.

    Every line end of Unicode counts as `\n`. Control characters, lone surrogates and whatever
    else XML 1.0 cannot hold are dropped; tabs stay, and so do no-break spaces, at the ends too.
    Blanks (space, tab) that begin a line stay because they nest lists, but not on the first line.
    """
    if not text or not (_is_odd(text) or text[0] in BLANKS or text[-1] in " \t\n"):
        return text
    lines = (line.rstrip(BLANKS) for line in fit_for_xml(text).split("\n"))
    return "\n".join(line for line in lines if line).lstrip(BLANKS)


def fit_for_xml(text: str) -> str:
    r"""Return `text` with every line end as `\n` and without the characters XML cannot hold."""
    return _drop("", _end_lines("\n", text)) if _is_odd(text) else text
