import pytest

from passportkit.latin import joined, latin_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("«Свой двор» – 2020", ["svoy", "dvor", "2020"]),
        ("Съезд щук, ёжиков", ["sezd", "shchuk", "ezhikov"]),
        ("Café", ["cafe"]),
        ("漢字 !?", []),
    ],
)
def test_words_are_spelt_in_small_latin_letters_and_digits(text: str, words: list[str]) -> None:
    assert latin_words(text) == words


def test_only_so_many_words_are_joined_as_fit() -> None:
    assert joined(["svoy", "dvor"], "_", 9) == "svoy_dvor"
    assert joined(["svoy", "dvor"], "_", 8) == "svoy"
    assert joined(["svoy"], "_", 2) == "sv"
