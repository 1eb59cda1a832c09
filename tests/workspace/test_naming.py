import pytest

from passportkit.workspace.naming import LONGEST, name_of


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Соседские клубы", "sosedskie-kluby"),
        ("«Свой двор» – 2020", "svoy-dvor-2020"),
        ("Съезд щук, ёжиков и цапель", "sezd-shchuk-ezhikov-i-tsapel"),
        ("Объём, подъезд, вьюга", "obem-podezd-vyuga"),
        ("Café ЯRU", "cafe-yaru"),
        ("А/Б\\В:Г", "a-b-v-g"),
        ("../etc/passwd", "etc-passwd"),
        ("漢字 !?", ""),
    ],
)
def test_a_name_has_small_latin_letters_digits_and_hyphens(title: str, name: str) -> None:
    assert name_of(title) == name


def test_a_long_title_is_cut_at_a_word() -> None:
    name = name_of("Поддержка добровольцев " * 10)
    assert len(name) <= LONGEST
    assert name.endswith("-podderzhka")


def test_a_word_that_is_too_long_is_cut_itself() -> None:
    assert name_of("а" * 100) == "a" * LONGEST


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("CON", "con-"),
        ("Nul!", "nul-"),
        ("«Аух»", "aukh"),
        ("aux", "aux-"),
        ("Прн", "prn-"),
        ("COM1", "com1-"),
        ("lpt 9", "lpt-9"),
        ("Кон-тики", "kon-tiki"),
        ("Con brio", "con-brio"),
    ],
)
def test_a_name_is_none_that_windows_keeps_for_itself(title: str, name: str) -> None:
    assert name_of(title) == name
