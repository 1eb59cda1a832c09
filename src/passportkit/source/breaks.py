"""Where libyaml breaks lines: an editor does not break them at the last three of its signs.

They matter for what stands where in YAML, which texts continue and which comments end; places are
told in lines as an editor counts them.
"""

from __future__ import annotations

import re

BLANKS = " \t"
BREAKS = "\n\r\x85\u2028\u2029"
ALL_BLANKS = BLANKS + BREAKS

BREAK = re.compile(f"\r\n|[{BREAKS}]")
_TO_BREAK = re.compile(f"[^{BREAKS}]*")

KEPT_BREAKS = "\u2028\u2029"
"""Those that libyaml leaves in a text as they are."""


def line_end(text: str, index: int) -> int:
    """Return where the line ends in which `index` is, before its line end."""
    found = _TO_BREAK.match(text, index)
    assert found is not None
    return found.end()


def line_start(text: str, index: int) -> int:
    """Return where the line begins in which `index` is."""
    return max(text.rfind(end, 0, index) for end in BREAKS) + 1


def break_at(text: str, index: int) -> str:
    """Return the break that stands at `index`, or nothing."""
    found = BREAK.match(text, index)
    return found[0] if found else ""


def break_before(text: str, index: int) -> str:
    """Return the break that stands right before `index`, or nothing."""
    ends = text[max(0, index - 2) : index]
    return ends if ends == "\r\n" else ends[-1:] if BREAK.fullmatch(ends[-1:]) else ""
