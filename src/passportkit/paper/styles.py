"""The names of the styles by which documents of this program tell their parts apart.

Styles are told by name, in lower case: office programs change identifiers, and the case of names.
"""

from __future__ import annotations

NORMAL = "normal"
"""The style on which all others stand."""

ANNEX = "annex"
CAPTION = "block caption"
CARD_TEXT = "card text"
CELL = "cell"
FIXED_WORDS = "fixed words"
FIXED_WORDS_IN_BOLD = "fixed words in bold"
GAP = "gap"
GROUP = "group"
HEADING = "heading 1"
NOTE = "section note"
NUMBER = "row number"
SHEET = "sheet name"
SIGNATURE = "signature"
SIGNATURE_LINE = "signature line"
SIGNATURE_NOTE = "signature note"
SIGNED_DATE = "signed date"
SIGNED_NAME = "signed name"
SIGNED_POSITION = "signed position"
TABLE_HEAD = "table head"
TITLE = "title"
TOTAL = "total"

LABEL = "cell label"
LINK = "hyperlink"
DRAFT_MARK = "draft mark"
HINT = "hint"


def display_name(style: str) -> str:
    """Return the name of a style as office programs show it."""
    return style.capitalize()
