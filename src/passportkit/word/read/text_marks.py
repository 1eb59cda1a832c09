"""How words look: their marks, as bits."""

from __future__ import annotations

from passportkit.text.grammar import BOLD, ITALIC

MARKS = BOLD | ITALIC
IS_LABEL, IS_HIDDEN, IS_DEBRIS = 4, 8, 16
"""Words of a label; hidden words; words in the style of draft marks and hints."""

IS_RAISED, IS_LOWERED, IS_STRUCK = 64, 128, 256
"""Powers, indices, and words that were struck out by hand."""

IS_OFF_LINE = IS_RAISED | IS_LOWERED
IS_GONE = IS_HIDDEN | IS_STRUCK

FONT_AT = 9
IS_FONT = 7 << FONT_AT
"""The bits that hold the number of a symbol font, from 1 on."""

IS_UNDERLINED = 1 << 12
"""Words that are underlined: of several answers, those that are meant."""

Phrase = tuple[str, int, str | None]
"""Words in one look: the words, their marks, and the address that they lead to."""
