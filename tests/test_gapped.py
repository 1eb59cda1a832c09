"""What a text has where words leave gaps: as a pattern would say, and in time that grows alike."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passportkit.gapped import filled_in

texts = st.text("аб ", max_size=8)


@pytest.mark.parametrize(
    ("words", "text", "gaps"),
    [
        (["", " – ", ""], "Клуб – 5 – чел.", ["Клуб", "5 – чел."]),
        (["", " – ", " чел."], "Клуб – 5 чел.", ["Клуб", "5"]),
        (["Клуб"], "Клуб", []),
        (["Клуб"], "Клубы", None),
        (["", " – ", ""], "Клуб – ", None),
        (["а", "а"], "а", None),
    ],
)
def test_each_gap_is_as_short_as_may_be(
    words: list[str], text: str, gaps: list[str] | None
) -> None:
    assert filled_in(words, text) == gaps


@given(st.lists(st.text("аб ", max_size=2), min_size=1, max_size=4), texts, st.integers(0, 1))
def test_a_pattern_says_the_same(words: list[str], text: str, least: int) -> None:
    pattern = ("(.*?)", "(.+?)")[least].join(map(re.escape, words))
    found = re.fullmatch(pattern, text)
    assert filled_in(words, text, least=least) == (list(found.groups()) if found else None)
