"""Sums of money: the author's words, and the roubles that they say."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from passportkit.practice.money import (
    Money,
    from_thousands,
    in_thousands,
    roubles,
    thousands,
    total,
)
from tests.conftest import examples

law = settings(derandomize=True, deadline=None, max_examples=examples(60))

NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("words", "amount"),
    [
        ("99 000,00", "99000"),
        (f"99{NBSP}000,00", "99000"),
        ("55 486,4", "55486.40"),
        ("30000", "30000"),
        ("30000.50", "30000.50"),
        ("9 484 487,00", "9484487"),
        ("5 000 руб.", "5000"),
        ("5 000 рублей", "5000"),
        ("5000 р.", "5000"),
        ("5 000 ₽", "5000"),
        ("1 рубль", "1"),
        ("721,4 тыс. руб.", "721400"),
        (f"721,4{NBSP}тыс.{NBSP}руб.", "721400"),
        ("300 тыс.рублей", "300000"),
        ("10 тысяч", "10000"),
        ("1,5 млн руб.", "1500000"),
        ("1,5 Млн. рублей", "1500000"),
        ("1,5 миллиона рублей", "1500000"),
        ("2 млрд", "2000000000"),
        ("0", "0"),
    ],
)
def test_a_sum_is_so_many_roubles(words, amount):
    assert Money(words).amount == Decimal(amount)
    assert Money(words) == words


@pytest.mark.parametrize(
    "words",
    [
        "",
        "нет",
        "721,4 тыс. руб. ежегодно, согласно штатному расписанию",
        "В среднем 300 тыс.рублей",
        "более 100 руб.",
        "100 000 руб. 50 коп.",
        "5 – 10 тыс. руб.",
        "1.500.000",
        "12 34",
        "-5",
        "570 тыс. долларов",
    ],
)
def test_what_says_more_or_less_than_a_sum_stays_words(words):
    assert Money(words).amount is None


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("304736.4", f"304{NBSP}736,40"),
        ("1000000", f"1{NBSP}000{NBSP}000,00"),
        ("0", "0,00"),
        ("999.99", "999,99"),
    ],
)
def test_roubles_are_written_with_kopecks_and_kept_together(amount, text):
    assert roubles(Decimal(amount)) == text
    assert Money(text).amount == Decimal(amount)


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("304736.4", "304,7364"),
        ("304736.41", "304,73641"),
        ("500000", "500"),
        ("1500000", f"1{NBSP}500"),
        ("1", "0,001"),
        ("0", "0"),
    ],
)
def test_thousands_are_exact_and_without_idle_zeros(amount, text):
    assert thousands(Decimal(amount)) == text


@pytest.mark.parametrize(
    ("amounts", "sum_"),
    [
        (
            [
                "99 000,00",
                "47 250,00",
                "55 486,4",
                "30 000,00",
                "8 000,00",
                "33 000,00",
                "32 000,00",
            ],
            "304736.40",
        ),
        (["1,5 млн руб.", "500 тыс. руб."], "2000000"),
        (["5000"], "5000"),
        ([], "None"),
        (["5000", None], "None"),
        (["5000", ""], "None"),
        (["721,4 тыс. руб. ежегодно", "5000"], "None"),
    ],
)
def test_a_total_is_of_exact_sums_only(amounts, sum_):
    found = total([None if words is None else Money(words) for words in amounts])
    assert found == (None if sum_ == "None" else Decimal(sum_))


@pytest.mark.parametrize(
    ("words", "cell"),
    [
        ("304 736,40", "304,7364"),
        ("1,5 млн руб.", f"1{NBSP}500"),
        ("500 000 рублей", "500"),
        # thousands are as typed
        ("304,70 тыс. руб.", "304,70"),
        ("5 000 тыс. руб.", "5 000"),
        ("300 тыс.рублей", "300"),
        # words stay words
        ("721,4 тыс. руб. ежегодно", "721,4 тыс. руб. ежегодно"),
        ("не предусмотрен", "не предусмотрен"),
        ("", ""),
        (None, ""),
    ],
)
def test_where_a_form_asks_for_thousands_it_gets_thousands(words, cell):
    assert in_thousands(words) == cell


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("304,7364", ("304,7364 тыс. руб.",)),
        ("5 000", ("5 000 тыс. руб.",)),
        ("304,70", ("304,70 тыс. руб.",)),
        ("5 000 руб.", None),
        ("нет", None),
    ],
)
def test_a_number_in_a_cell_of_thousands_means_thousands(cell, words):
    assert from_thousands(cell) == words


@pytest.mark.parametrize(
    ("words", "rounding"),
    [
        ("276 400,00", 0),
        ("276 тыс. руб.", 500),
        ("276,4 тыс. руб.", 50),
        ("2 млн руб.", 500_000),
        ("1,25 млрд", 5_000_000),
        ("около 2 млн", 0),
    ],
)
def test_a_sum_in_thousands_or_millions_may_be_rounded_to_its_last_figure(words, rounding):
    assert Money(words).rounding == rounding


@law
@given(st.decimals(0, 10**12, places=2))
def test_every_amount_of_kopecks_comes_back_from_either_spelling(amount):
    assert Money(roubles(amount)).amount == amount
    assert Money(thousands(amount) + " тыс. руб.").amount == amount


@law
@given(st.text("0123456789 ,.тысруб." + NBSP + "\n", max_size=25) | st.text(max_size=25))
def test_any_words_are_a_sum_of_money(words):
    money = Money(words)
    assert money == words
    assert money.amount is None or money.amount >= 0
    assert isinstance(in_thousands(words), str)
