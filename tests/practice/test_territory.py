"""Territories: subject of the Federation and municipality, in either order."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from passportkit.practice.territory import Territory
from tests.conftest import examples

law = settings(derandomize=True, deadline=None, max_examples=examples(50))


@pytest.mark.parametrize(
    ("words", "region", "municipality"),
    [
        ("ЗАТО Зеленогорск, Красноярский край", "Красноярский край", "ЗАТО Зеленогорск"),
        ("Красноярский край, ЗАТО Железногорск", "Красноярский край", "ЗАТО Железногорск"),
        ("Пермский край, г. Пермь, Ленинский район", "Пермский край", "г. Пермь, Ленинский район"),
        ("Московская обл.,\N{NO-BREAK SPACE}Химки", "Московская обл.", "Химки"),
        ("Республика Татарстан, Казань", "Республика Татарстан", "Казань"),
        ("Чувашская Республика", "Чувашская Республика", None),
        (
            "Ханты-Мансийский автономный округ – Югра, город Пыть-Ях",
            "Ханты-Мансийский автономный округ – Югра",
            "город Пыть-Ях",
        ),
        ("Еврейская автономная область, Биробиджан", "Еврейская автономная область", "Биробиджан"),
        ("г. Санкт-Петербург, Невский район", "г. Санкт-Петербург", "Невский район"),
        ("Москва", "Москва", None),
        ("Краснокамск", None, "Краснокамск"),
        ("", None, None),
    ],
)
def test_a_territory_names_region_and_municipality(words, region, municipality):
    territory = Territory(words)
    assert (territory.region, territory.municipality) == (region, municipality)
    assert territory == words


@law
@given(st.text("край, область Москва г.\n", max_size=40) | st.text(max_size=30))
def test_any_words_are_a_territory(words):
    territory = Territory(words)
    assert territory == words
    assert territory.region is None or territory.region in words
