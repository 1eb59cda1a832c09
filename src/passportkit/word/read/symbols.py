"""Characters of symbol fonts, which have no words of their own, as characters of Unicode."""

from __future__ import annotations

_COMMON = {
    0xA7: "▪", 0xA8: "☐", 0xB7: "•", 0xD8: "➢", 0xE0: "→", 0xFB: "☒", 0xFC: "✓", 0xFD: "☒",
    0xFE: "☑", 0x6C: "●", 0x6E: "■", 0x6F: "☐", 0x71: "☐", 0x76: "❖", 0x77: "◆",
    0x28: "☎", 0x2A: "✉",
}  # fmt: skip
_FONTS: dict[str, dict[int, str]] = {
    "wingdings": _COMMON,
    "wingdings 2": {0x50: "✓", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "☐", 0x97: "●"},
    "symbol": {
        0xA3: "≤", 0xA5: "∞", 0xA8: "♦", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥",
        0xB4: "×", 0xB7: "•", 0xB9: "≠", 0xBB: "≈", 0xBC: "…", 0xD7: "·", 0xDE: "⇒", 0x2D: "−",
        **dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True)),
    },
}  # fmt: skip


def symbol(code: int, font: str = "") -> str:
    """Return the character of a symbol font by its code, "" if it is not known.

    Word adds F000 to the codes of these fonts, or does not. Where the font is not known, or is
    none of these, a character in that area is taken for what it mostly is.
    """
    table = _FONTS.get(font.lower())
    place = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    if table is None:
        return _COMMON.get(place, "") if place != code else chr(code)
    return table.get(place, "" if place != code or place < 0x20 else chr(place))
