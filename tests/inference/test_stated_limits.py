import pytest

from passportkit.inference.stated_limits import limit_in


@pytest.mark.parametrize(
    ("words", "limit"),
    [
        ("Команда (не более 0,5 страницы)", {"pages": "0.5"}),
        ("не более 1/2 страницы", {"pages": "0.5"}),
        ("Не более одной страницы", {"pages": "1"}),
        ("не более половины страницы", {"pages": "0.5"}),
        ("до 3 печатных страниц", {"pages": "3"}),
        ("объём: 2 листа", {"pages": "2"}),
        ("не более 1 500 знаков с пробелами", {"characters": "1500"}),
        ("не более 500 символов", {"characters": "500"}),
    ],
)
def test_a_limit_is_read_in_pages_or_characters(words: str, limit: dict[str, str]) -> None:
    assert limit_in("Цель", words) == limit


@pytest.mark.parametrize(
    "words", ["не более 5% от стоимости", "не более 500 тыс. рублей", "до 2024 года", "страница 1"]
)
def test_other_bounds_are_none_of_a_text(words: str) -> None:
    assert limit_in(words) == {}
