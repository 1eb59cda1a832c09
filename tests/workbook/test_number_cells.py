"""Words that are a number become one, with the format that shows just these words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passportkit.workbook.number_cells import number_of
from passportkit.workbook.number_formats import shown


@pytest.mark.parametrize(
    ("words", "number", "code"),
    [
        ("47250", "47250", "0"),
        ("99 000,00", "99000", "#,##0.00"),
        ("55\xa0486,4", "55486.4", "#,##0.0"),
        ("2 000 руб.", "2000", '#,##0" руб."'),
        ("40,0 %", "0.4", "0.0\\ %"),
        ("7%", "0.07", "0%"),
        ("5 чел.", "5", '0" чел."'),
        ("-3", "-3", "0"),
    ],
)
def test_a_number_is_one(words, number, code):
    assert number_of(words) == (Decimal(number), code)


@pytest.mark.parametrize(
    "words",
    ["", "нет", "более 100", "с 17 до 19", "007", "2019-2020", "=1+1", "1234567890123456", "5\n6"],
)
def test_what_says_more_or_less_stays_words(words):
    assert number_of(words) is None


@given(
    st.from_regex(r"\A-?\d{1,9}(?:[.,]\d{1,3})?(?: ?(?:%|руб\.|чел\.|₽))?\Z")
    | st.from_regex(r"\A\d{1,3}(?:[ \xa0]\d{3}){1,3}(?:,\d\d)?\Z")
)
def test_a_number_is_shown_in_the_words_that_it_was_made_of(words):
    if found := number_of(words):
        assert shown(*found).words.replace("\xa0", " ") == words.replace("\xa0", " ")
