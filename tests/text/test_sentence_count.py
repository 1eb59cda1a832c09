"""Sentences are counted as a reader counts them."""

import pytest

from passportkit.text.sentence_count import sentences_in


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("Клуб соседей", 1),
        ("Раз! Два? Три.", 3),
        ("Соседи… Они пришли.", 2),
        ("«Да.» Нет.", 2),
        ("Сказал он (в шутку). Все смеялись.", 2),
        # a line ends one, unless it goes on
        ("Раз\nДва", 2),
        ("Итак:\n- раз;\n- два.", 1),
        ("1. Первое\n2. Второе", 2),
        # what is shortened
        ("В г. Енисейске на ул. Ленина, д. 5, кв. 7 живут.", 1),
        ("Открылся в 2020 г. Работает.", 2),
        ("В 2019–2020 гг. работал.", 1),
        ("Руководитель А. И. Петрова. Помощник П.П. Лугов.", 2),
        ("Школа им. А. С. Пушкина", 1),
        ("Собрали 1 000 руб. 50 коп. и хватит", 1),
        ("Собрали 1 000 руб. Хватит.", 2),
        ("Игры, чаепития и т. д. Приходят все.", 2),
        ("Игры и т.п. для всех.", 1),
        ("Вечера, т. е. Встречи", 1),
        # no stop of a sentence
        ("12.03.2020 открыли сайт www.example.org с 1.5 млн строк", 1),
    ],
)
def test_sentences_are_counted(text, count):
    assert sentences_in(text) == count


def test_many_stops_are_counted_at_once():
    assert sentences_in("А. " * 20_000) == 1
    assert sentences_in("Да. " * 20_000) == 20_000
