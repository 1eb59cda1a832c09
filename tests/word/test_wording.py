"""The quick way from words to text says the same as the thorough one."""

import pytest

from passportkit.text.grammar import BOLD
from passportkit.word.read.line_words import exact, exact_words, meant, meant_words
from passportkit.word.read.numbers import PLAIN

CODES = [*range(1, 0x2100), *range(0xE000, 0xE002), *range(0xF000, 0xF100)]


@pytest.mark.parametrize("words", ["а{}б", "{}", "{} а", "а{}", "а {}б"])
def test_every_character(words: str) -> None:
    for each in (words.format(chr(code)) for code in CODES):
        thoroughly = [(each, 0, None), ("", BOLD, None)]
        if each.strip(" \t\n"):
            assert exact_words(each, PLAIN) in (None, exact(thoroughly, PLAIN))
        if each.strip():
            assert meant_words(each, PLAIN) in (None, meant(thoroughly, PLAIN))
