"""How words look: their marks, as bits."""

from __future__ import annotations

from passportkit.text.grammar import BOLD, ITALIC

MARKS = BOLD | ITALIC
IS_LABEL, IS_HIDDEN, IS_DEBRIS = 4, 8, 16
"""Words of a label; hidden words; words in the style of draft marks and hints."""

Phrase = tuple[str, int, str | None]
"""Words in one look: the words, their marks, and the address that they lead to."""
