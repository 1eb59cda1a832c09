"""Markers of lists that were typed by hand."""

import pytest

from passportkit.paper.markers import marker_of


@pytest.mark.parametrize(
    ("line", "spelling", "words"),
    [
        ("- раз", "-", "раз"),
        ("•раз", "-", "раз"),
        ("\uf0b7\u00a0раз", "-", "раз"),
        ("\u00a0\t12) раз", "12)", "раз"),
        ("0. раз", "0.", "раз"),
    ],
)
def test_a_marker_is_told_by_the_blank_behind_it(line: str, spelling: str, words: str) -> None:
    marker = marker_of(line)
    assert marker is not None
    assert (marker.spelling, line[marker.end :]) == (spelling, words)


@pytest.mark.parametrize("line", ["", "раз", "-раз", "1.5 раза", "100. сто", "01. раз", "- ", "•"])
def test_other_words_begin_with_none(line: str) -> None:
    assert marker_of(line) is None
