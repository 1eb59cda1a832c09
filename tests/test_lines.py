"""Lines are those that an editor shows, whatever YAML thinks of them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from passportkit.lines import LineNumbers, line_end_of, lines_of
from tests.conftest import examples

law = settings(derandomize=True, deadline=None, max_examples=examples(200))

texts = st.text(st.sampled_from("аб \t\n\r\v\f\x85\u2028\u2029"), max_size=30)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_an_editor_ends_a_line_here(end):
    assert lines_of(f"а{end}б{end}") == ["а", "б", ""]
    assert line_end_of(f"а{end}б\n") == end


@pytest.mark.parametrize("sign", ["\v", "\f", "\x85", "\u2028", "\u2029"])
def test_but_not_at_signs_that_only_look_like_an_end(sign):
    assert lines_of(f"а{sign}б") == [f"а{sign}б"]
    assert line_end_of(f"а{sign}б\r\n") == "\r\n"


def test_a_text_of_one_line_would_end_it_as_most_files_do():
    assert line_end_of("а") == "\n"


@law
@given(texts)
def test_every_character_stands_in_its_line_at_its_column(text):
    numbers, lines = LineNumbers(text), lines_of(text)
    for offset, char in enumerate(text):
        line, column = numbers.position(offset)
        if char not in "\n\r":
            assert lines[line - 1][column - 1] == char
    assert numbers.position(len(text)) == (len(lines), len(lines[-1]) + 1)


@given(st.text("ab\n"), st.integers(0, 9))
def test_lines_that_all_end_in_the_usual_way_are_counted_alike(text: str, offset: int) -> None:
    usual, odd = LineNumbers(text), LineNumbers(text + "\r")
    assert usual.position(min(offset, len(text))) == odd.position(min(offset, len(text)))
