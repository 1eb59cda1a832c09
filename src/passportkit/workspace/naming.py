"""Names of files made of titles."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 60
"""How many characters a name may have before its suffix."""

_LETTERS = dict(
    zip("абвгдезийклмнопрстуфыэ", "abvgdeziyklmnoprstufye", strict=True),
    ё="e",
    ж="zh",
    х="kh",
    ц="ts",
    ч="ch",
    ш="sh",
    щ="shch",
    ъ="",
    ь="",
    ю="yu",
    я="ya",
)
"""Latin letters for Russian ones, much as passports for travel have them."""


_TAKEN = frozenset(
    [
        "con",
        "prn",
        "aux",
        "nul",
        *(f"{port}{digit}" for port in ("com", "lpt") for digit in range(10)),
    ]
)
"""Names that Windows keeps for devices, whatever suffix a file has."""


def name_of(title: str) -> str:
    """Return a short name in Latin letters for a title: «Соседские клубы» → `sosedskie-kluby`.

    It is empty where the title has neither Russian nor Latin letters nor digits. A name that
    Windows keeps for itself gets a hyphen behind it.
    """
    latin = "".join(_LETTERS.get(letter, letter) for letter in title.lower())
    plain = unicodedata.normalize("NFKD", latin).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain)
    name = ""
    for word in words:
        longer = f"{name}-{word}" if name else word[:LONGEST]
        if len(longer) > LONGEST:
            break
        name = longer
    return f"{name}-" if name in _TAKEN else name
