"""What nobody has written goes, and what is for people stays."""

from __future__ import annotations

import pytest

from passportkit.paper.site_remains import keys_in, without_remains

KEY = "0f3c7c1e-5d1a-4a7e-9f0b-2b6f0c1d9e88"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"map": {"address": "г. Орёл, д. 1", "zoom": [1, 2]}, "apiKey": "KEY"}', "г. Орёл, д. 1"),
        ('{"address": "ул. «Дом \\"Уют\\"»", "apiKey": "KEY"}', 'ул. «Дом "Уют"»'),
        ('{"address": "\\u0433. \\u041e\\u0440\\u0451\\u043b"}', "г. Орёл"),
        ('{"id": 5, "hint": "Мы здесь", "preset": "islands#red"}', "Мы здесь"),
        ('{"preset": "islands#red"}', ""),
        ('{\\"address\\":\\"г. Орёл\\",\\"apiKey\\":\\"KEY\\"}', "г. Орёл"),
        ('до {"a": "б"} между {"a": "в"} после', "до б между в после"),
        ('{"address": "г. Орёл', "г. Орёл"),
        ("access_token=KEY", ""),
        ("API-ключ: KEY", ""),
    ],
)
def test_data_and_keys(text, expected):
    assert without_remains(text.replace("KEY", KEY)).strip() == expected


@pytest.mark.parametrize(
    "text",
    [
        "{{ 7*7 }} и {имя: значение}",
        "Ключ к успеху: терпение",
        "https://example.org/item?id=75bb2a2c-69b3-44cb-9052-6409f903a85b",
        "Цель: {1, 2, 3}",
        "см. w3.org/ и http://www.w3.org/",
    ],
)
def test_words_that_stay(text):
    assert without_remains(text) == text


def test_keys_are_found_wherever_a_page_gives_them():
    source = (
        "<script>init({apikey: 'aaaaaaaa-1'})</script><i data-x='{&quot;yandexApiKey&quot;:"
        "&quot;bbbbbbbb-2&quot;}'><script src='https://maps.example.org/?key=cccccccc-3&lang=ru'>"
    )
    assert keys_in(source) == {"aaaaaaaa-1", "bbbbbbbb-2", "cccccccc-3"}


def test_data_that_nests_too_deep_does_no_harm():
    text = '{"a":' * 990 + '"б"' + "}" * 990
    assert without_remains(text) is not None
