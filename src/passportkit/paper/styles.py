"""The names of the styles by which documents of this program tell their parts apart.

Styles are told by name: office programs change identifiers, and the case of names.
"""

from __future__ import annotations

ANNEX = "Annex"
CAPTION = "Block caption"
CARD_TEXT = "Card text"
CELL = "Cell"
GAP = "Gap"
GROUP = "Group"
HEADING = "Heading 1"
NOTE = "Section note"
NUMBER = "Row number"
TABLE_HEAD = "Table head"
TITLE = "Title"
TOTAL = "Total"

LABEL = "Cell label"
LINK = "Hyperlink"
DRAFT_MARK = "Draft mark"
HINT = "Hint"
