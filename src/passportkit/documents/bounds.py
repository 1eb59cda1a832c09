"""How much there may be in a document: what is read of one, and what is made."""

PART_LIMIT = 32 * 2**20
TOTAL_LIMIT = 64 * 2**20
"""How many bytes a part, and all that are asked for, may unpack to. A passport has half a MB."""

SIGNS = 2_000_000
"""How many elements and attributes all trees may have: each costs libxml2 a hundred bytes.

The worst that has as many takes a few hundred MB and some seconds. A passport with five thousand
results and as many costs, which the program itself may have made, has a third of it.
"""

WORDS = 4_000_000
"""How many characters may be read of one document, what stands in it again and again each time.

So many a page may have, too; "War and Peace" has three million. A file has each of its words once,
but one that it refers to (a note, an address, a text that cells share) may be read without end.
"""


def signs_in(xml: bytes) -> int:
    """Return about how many elements and attributes a part has: what closes one counts too."""
    return xml.count(b"<") + xml.count(b"=")
