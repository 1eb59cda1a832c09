"""Numbers as lists write them."""

from __future__ import annotations

from collections.abc import Callable

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
"""As Word counts: without ё, й, ъ, ы and ь."""


def roman(number: int) -> str:
    """Return a number in Roman numerals, in lower case."""
    written = ""
    for value, sign in _ROMAN:
        written += sign * (number // value)
        number %= value
    return written


def _letters(alphabet: str) -> Callable[[int], str]:
    """Return what counts by letters; after the last one they are doubled, as Word has it."""

    def letters(number: int) -> str:
        times, place = divmod(number - 1, len(alphabet))
        return alphabet[place] * (times + 1) if number > 0 else ""

    return letters


_LOWER: dict[str, Callable[[int], str]] = {
    "lowerLetter": _letters(_LATIN),
    "russianLower": _letters(_RUSSIAN),
    "lowerRoman": roman,
    "decimalZero": "{:02}".format,
    "none": lambda _number: "",
}
_UPPER = {
    "upperLetter": "lowerLetter",
    "russianUpper": "russianLower",
    "upperRoman": "lowerRoman",
}


_FURTHEST = 32_767
"""How far Word counts. What lies behind would take letters without end."""


def numeral(number: int, kind: str) -> str:
    """Return a number as a list of this kind writes it; in digits where the kind is not known."""
    if number > _FURTHEST:
        return str(number)
    if kind in _UPPER:
        return _LOWER[_UPPER[kind]](number).upper()
    return _LOWER.get(kind, str)(number)
