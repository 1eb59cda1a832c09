"""What words begin with, set off by its looks alone: in bold, or in the style of labels."""

from __future__ import annotations

import re
from typing import NamedTuple

from passportkit.paper import Paragraph

_bold = re.compile(r"(\*{2,3})(?=\S)[^*\n]+\1(?=\s+[^\s:.–—-])").match
"""Words in bold before others, where no sign parts the two: that would tell more than looks."""


class Lead(NamedTuple):
    """The words that are set off at the beginning, and those behind them."""

    words: str
    rest: str


def lead_of(paragraph: Paragraph) -> Lead | None:
    """Return what leads a paragraph by its style, if there is a label."""
    return Lead(paragraph.label, paragraph.text) if paragraph.label else None


def in_bold(line: str) -> Lead | None:
    """Return what leads a line in bold; None where nothing does, or all is bold."""
    bold = _bold(line)
    return Lead(bold[0], line[bold.end() :].lstrip()) if bold else None
