"""Quantities: the author's words, and the number that they say."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from passportkit.practice.quantity import Measure, Quantity
from tests.conftest import examples

law = settings(derandomize=True, deadline=None, max_examples=examples(60))

NBSP = "\N{NO-BREAK SPACE}"


def said(words: str) -> str | None:
    measure = Quantity(words).measure
    if measure is None:
        return None
    number = measure.first if measure.first == measure.last else f"{measure.first}→{measure.last}"
    return f"{measure.qualifier}{number} {measure.unit}".strip()


@pytest.mark.parametrize(
    ("words", "measure"),
    [
        ("125", "125"),
        ("1 250", "1250"),
        (f"12{NBSP}500,5", "12500.5"),
        ("1\N{NARROW NO-BREAK SPACE}250", "1250"),
        ("12500", "12500"),
        ("38.5", "38.5"),
        ("−5", "-5"),
        ("-4500 чел", "-4500 чел"),
        ("40,0 %", "40.0 %"),
        ("40%", "40 %"),
        (f"10{NBSP}%", "10 %"),
        ("5 чел.", "5 чел."),
        ("275 чел.", "275 чел."),
        ("100 шт", "100 шт"),
        ("3 раза в неделю", "3 раза в неделю"),
        ("более 100", ">100"),
        ("Более 20", ">20"),
        ("больше 20", ">20"),
        ("свыше 1 000 человек", ">1000 человек"),
        ("не менее 5", "≥5"),
        ("от 5", "≥5"),
        ("менее 5", "<5"),
        ("меньше 5", "<5"),
        ("не более 3 шт.", "≤3 шт."),
        ("до 10", "≤10"),
        (f"около{NBSP}50 чел.", "≈50 чел."),
        ("порядка 27,3%", "≈27.3 %"),
        ("примерно 50", "≈50"),
        ("в среднем 300", "≈300"),
        ("с 17 до 19", "17→19"),
        ("с 7 до 10 %", "7→10 %"),
        ("с 40,0 до 60,0%", "40.0→60.0 %"),
        ("с 40,0 % до 60,0 %", "40.0→60.0 %"),
    ],
)
def test_a_quantity_says_a_number_and_its_unit(words, measure):
    assert said(words) == measure
    assert Quantity(words) == words


@pytest.mark.parametrize(
    "words",
    [
        "",
        "нет",
        "Отлично",
        "8-10",
        "- 170",
        "27,3% (30 единиц)",
        "12 34",
        "1234 567",
        "3/4",
        "№ 5",
        "увеличилось 17.",
        "с 1 до 2 до 3",
        "5\n6",
    ],
)
def test_what_is_no_number_with_a_unit_stays_words(words):
    assert said(words) is None


def test_an_exact_number_begins_and_ends_at_itself():
    assert Quantity("40,0 %").measure == Measure(Decimal("40.0"), Decimal("40.0"), "", "%")


def test_two_hundred_characters_are_a_quantity_and_more_are_prose():
    assert said("5 " + "я" * 198) == "5 " + "я" * 198
    assert said("5 " + "я" * 199) is None


@law
@given(st.text("0123456789 ,.%-−+сдобле" + NBSP + "\n", max_size=25) | st.text(max_size=25))
def test_any_words_are_a_quantity(words):
    measure = Quantity(words).measure
    assert Quantity(words) == words
    assert measure is None or measure.first.is_finite()


@pytest.mark.parametrize("words", ["с 1" + " " * 50_000 + "x", "1 111" + " 111" * 20_000 + "!"])
def test_long_words_take_no_time(words):
    assert said(words) is None
