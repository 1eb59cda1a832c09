"""What the letters and codes of symbol fonts show."""

from __future__ import annotations

import pytest

from passportkit.paper.symbols import UNKNOWN, in_symbols, symbol


@pytest.mark.parametrize(
    ("code", "font", "shown"),
    [
        (0xFC, "Wingdings", "✓"),
        (0xF0FC, "wingdings", "✓"),
        (0x50, "Wingdings 2", "✓"),
        (0x7D, "Wingdings 3", "▶"),
        (0x61, "Webdings", "✔"),
        (0xB3, "Symbol", "≥"),
        (0x61, "Symbol", "α"),
        (0xFF, "Wingdings 3", UNKNOWN),
        (0x12345, "Symbol", UNKNOWN),
        (0xF0B7, "", "•"),
        (0xF0E6, "Неизвестный", UNKNOWN),
        (0x41, "Arial", "A"),
    ],
)
def test_a_code_of_a_font(code: int, font: str, shown: str) -> None:
    assert symbol(code, font) == shown


def test_letters_in_a_symbol_font_are_signs_and_others_stay_letters() -> None:
    assert in_symbols("ü\xa0ý да", "wingdings") == "✓\xa0☒ да"
    assert in_symbols("“", "wingdings") == symbol(0x93, "wingdings")  # as the keyboard has it
