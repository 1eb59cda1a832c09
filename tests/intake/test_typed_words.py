"""Words typed into a label, or behind it, are told apart from a label in other words."""

import pytest

from passportkit.intake.typed_words import TypedWords, added_words, typed_words


@pytest.mark.parametrize(
    "said",
    [
        "Цель практики –",
        "цель практики",
        "Цель практики:",
        "Цель проекта –",
        "Цель",
        "Цели практик –",
    ],
)
def test_a_label_in_other_words_says_nothing_new(said):
    assert typed_words(said, "Цель практики –") == TypedWords()


@pytest.mark.parametrize(
    ("said", "label", "behind"),
    [
        ("Цель практики – дать прогулки", "Цель практики –", "дать прогулки"),
        ("Цель практики: дать прогулки", "Цель практики –", "дать прогулки"),
        ("Цель практики дать прогулки", "Цель практики –", "дать прогулки"),
        ("Рейтинг заявки 82,25", "Рейтинг заявки", "82,25"),
        ("Рейтинг заявки -5", "Рейтинг заявки", "-5"),
        ("Задачи практики: сделать так:", "Задачи практики:", "сделать так:"),
        ("Задачи практики: *так*", "Задачи практики:", r"\*так\*"),
    ],
)
def test_words_behind_a_label_are_an_answer(said, label, behind):
    assert typed_words(said, label) == TypedWords(behind=behind)


@pytest.mark.parametrize(
    ("said", "label", "within"),
    [
        ("Цель практики до 2025 года –", "Цель практики –", "до 2025 года"),
        ("Прежний рейтинг заявки", "Рейтинг заявки", "Прежний"),
    ],
)
def test_words_before_the_end_of_a_label_are_typed_into_it(said, label, within):
    assert typed_words(said, label) == TypedWords(within=within)


@pytest.mark.parametrize(
    ("said", "added"),
    [
        ("10. Участники практики (7 школ)", "(7 школ)"),
        ("10. Участники и партнёры практики", "и партнёры"),
        ("9. Состав участников", ""),
        ("Партнёры практики", ""),
        ("7 партнёров практики", "7"),
        ("Участники практики (не более 2 страниц)", ""),
    ],
)
def test_of_a_heading_figures_and_more_words_are_kept(said, added):
    assert added_words(said, "Участники практики") == added
