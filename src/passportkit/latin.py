"""Latin letters for Russian ones, for names that have to do with those alone."""

from __future__ import annotations

import re
import unicodedata

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

_word = re.compile(r"[a-z0-9]+")


def latin_words(text: str) -> list[str]:
    """Return the words of a text in small Latin letters and digits: «Свой двор» → svoy, dvor."""
    latin = "".join(_LETTERS.get(letter, letter) for letter in text.lower())
    plain = unicodedata.normalize("NFKD", latin).encode("ascii", "ignore").decode()
    return _word.findall(plain)


def joined(words: list[str], by: str, longest: int) -> str:
    """Return as many words as fit into so many characters; of the first one as much as does."""
    name = ""
    for word in words:
        longer = f"{name}{by}{word}" if name else word[:longest]
        if len(longer) > longest:
            break
        name = longer
    return name
