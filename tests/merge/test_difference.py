"""Two texts, word by word: what was kept, what is gone, and what is new."""

import pytest

from passportkit.merge.difference import DifferencePiece, difference


def told(before: str, after: str):
    signs = {"kept": "", "gone": "-", "new": "+"}
    return "".join(
        f"[{signs[fate]}{words}]" if signs[fate] else words
        for fate, words in difference(before, after)
    )


@pytest.mark.parametrize(
    ("before", "after", "pieces"),
    [
        ("раз два три", "раз два три", "раз два три"),
        ("раз два три", "раз 2 три", "раз [-два][+2] три"),
        ("раз два три", "раз три", "раз [-два ]три"),
        ("раз три", "раз два три", "раз [+два ]три"),
        ("раз два три", "раз 2 3", "раз [-два три][+2 3]"),
        ("раз", "раз\nдва", "раз[+\nдва]"),
        ("раз ", "два ", "[-раз][+два] "),
        ("", "раз", "[+раз]"),
        ("раз", "", "[-раз]"),
        ("", "", ""),
    ],
)
def test_a_difference_is_told_in_words(before, after, pieces):
    assert told(before, after) == pieces


def test_both_texts_can_be_put_together_again():
    before, after = "один два, три\nчетыре", "один  две, три пять\n"
    pieces = difference(before, after)
    assert "".join(words for fate, words in pieces if fate != "new") == before
    assert "".join(words for fate, words in pieces if fate != "gone") == after
    assert isinstance(pieces[0], DifferencePiece)
