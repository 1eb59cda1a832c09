import pytest

from passportkit.inference.line_shapes import (
    around_places,
    is_note,
    is_place,
    is_signed,
    numbered_words,
    said_by,
)


@pytest.mark.parametrize(
    ("words", "number", "heading"),
    [
        ("1. Название проекта", "1", "Название проекта"),
        ("2.10. Результаты:", "2.10", "Результаты:"),
        ("3.Цель", "3", "Цель"),
        ("IV. Итоги", "IV", "Итоги"),
        ("Раздел 2. О проекте", "Раздел 2", "О проекте"),
        ("4 «Свой двор»", "4", "«Свой двор»"),
    ],
)
def test_a_heading_has_a_number_before_it(words: str, number: str, heading: str) -> None:
    assert numbered_words(words) == (number, heading)


@pytest.mark.parametrize(
    "words", ["2020 год", "5 человек", "12.03.2024 Принят", "(1) двор; (2) сквер", "Название"]
)
def test_other_numbers_are_none_of_a_heading(words: str) -> None:
    assert numbered_words(words) is None


@pytest.mark.parametrize(
    "text", ["(село, улица)", "*Коротко*", "(1) двор; (2) сквер", "* если их несколько"]
)
def test_a_note_stands_in_brackets_in_italics_or_at_a_star(text: str) -> None:
    assert is_note(text)


@pytest.mark.parametrize("text", ["Цель (одна)", "**Цель**", "Цель *(одна)*:"])
def test_words_with_a_note_in_them_are_none(text: str) -> None:
    assert not is_note(text)


@pytest.mark.parametrize(
    "words", ["____", "${name}", "{{ name }}", "[ ]", "……", "«__» ________ 20__ г.", "<указать>"]
)
def test_lines_and_marks_are_places(words: str) -> None:
    assert is_place(words)


@pytest.mark.parametrize("words", ["", "№", "1", "Название ____", "нет"])
def test_words_and_numbers_are_none(words: str) -> None:
    assert not is_place(words)


def test_a_line_to_write_on_has_words_around_it() -> None:
    assert around_places("Сумма ______ рублей") == ["Сумма", "рублей"]
    assert around_places("Дата: «__» ______ 20__ г.") == ["Дата:", ""]
    assert around_places("Название") == ["Название"]


def test_a_line_is_signed_where_it_says_so() -> None:
    assert is_signed("Глава ______ (подпись) М.П.")
    assert is_signed("Руководитель ________ / Светлова А. И. /")
    assert not is_signed("Сумма ______ рублей")


def test_a_line_says_its_words_without_looks() -> None:
    assert said_by("**1\\. Название**  проекта") == "1. Название проекта"
