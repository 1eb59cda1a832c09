"""What a plain text says: copied out of Word or off a page, or made by a converter."""

from __future__ import annotations

from textwrap import dedent

import pytest

from passportkit.errors import CannotGoOn
from passportkit.paper.pasted.pasted import read_pasted
from tests.paper.shown import shown


def read(text: str) -> list[str]:
    return shown(read_pasted(text).blocks)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\ufeffПаспорт\r\n\r\n  Дом  \r\n", ["Паспорт", "Дом"]),
        (
            "  • Конкурс Первый\n  1. Раз\n2) Два\n- Три",
            ["- Конкурс Первый", "1. Раз", "2) Два", "- Три"],
        ),
        ("·\xa0\xa0\xa0Пункт", ["- Пункт"]),
        ("-без пробела\n1)без пробела\n2018. Год", ["-без пробела", "1)без пробела", "2018. Год"]),
        ("*важно* и [1](https://example.org)", [r"\*важно\* и \[1\](https://example.org)"]),
        ("см. https://example.org/a.", ["см. https://example.org/a."]),
        ("[bookmark: _GoBack]Дом", ["Дом"]),
        ("http://www.w3.org/1999/xlink http://www.w3.org/1999/xlink\nДом", ["Дом"]),
    ],
)
def test_paragraphs(text, expected):
    assert read(text) == expected


def test_json_over_several_lines():
    text = 'Контакты\n{\n  "address": "г. Орёл",\n  "yandexApiKey": "0f3c7c1e-5d1a"\n}\nСайт'
    assert read(text) == ["Контакты", "г. Орёл", "Сайт"]


def test_tables_copied_from_word():
    text = """\
        18. Затраты
        №\tСтатья\tОбъём\tИсточник
        1\tСувениры:
        Статуэтка
        Конверты\t47 250,00\tБюджет
        2\tЧай\t5 000,00
        руб.\t
        3\tАфиша\t7\tкрай
        и город
        4\tПечать\t8\t
        ИТОГО:\t60 000
        19. Показатели
        Стало лучше
        №\tПоказатель\tЗначение
        1\tОхват\t5"""
    assert read(dedent(text)) == [
        "18. Затраты",
        "№ | Статья | Объём | Источник",
        "1 | Сувениры: / Статуэтка / Конверты | 47 250,00 | Бюджет",
        "2 | Чай | 5 000,00 / руб. | ",
        "3 | Афиша | 7 | край / и город",
        "4 | Печать | 8 | ",
        "ИТОГО: | 60 000",
        "19. Показатели",
        "Стало лучше",
        "№ | Показатель | Значение",
        "1 | Охват | 5",
    ]


def test_headings_of_groups_between_numbered_rows():
    text = "№\tПункты\tОписание\n1.1.\tИмя\tДом\n2. Описание практики\n2.1.\tСуть\tТак\nи так"
    assert read(text) == [
        "№ | Пункты | Описание",
        "1.1. | Имя | Дом",
        "2. Описание практики",
        "2.1. | Суть | Так",
        "и так",
    ]


def test_a_numbered_line_of_which_the_next_row_is_no_part_goes_on_with_the_cell():
    text = "№\tПункты\tОписание\n1\tИмя\tДом:\n5. кирпич\n2\tСуть\tТак"
    assert read(text) == ["№ | Пункты | Описание", "1 | Имя | Дом: / 5. кирпич", "2 | Суть | Так"]


CONVERTED = (
    "18. Затраты\n\t№\n\tСтатья\n\tОбъём\n\n"
    "\t1\n\tФорум «Люди»\n\n\t99 000,00\n\n"
    "\t2\n\tСувениры:\nСтатуэтка\nКонверты\t\n\t\n\n"
    "\tИТОГО: 99 000,00\n\n\n\n"
    "19. Показатели\n\tСтало лучше\nНамного\n"
)


def test_tables_of_converters():
    assert read(CONVERTED) == [
        "18. Затраты",
        "№ | Статья | Объём",
        "1 | Форум «Люди» | 99 000,00",
        "2 | Сувениры: / Статуэтка / Конверты | ",
        "ИТОГО: 99 000,00",
        "19. Показатели",
        "Стало лучше",
        "Намного",
    ]


def test_a_table_of_two_columns():
    assert read("\tСтатья\n\tОбъём\n\n\tЧай\n\t5\n") == ["Статья | Объём", "Чай | 5"]


def test_indented_first_lines_make_no_table():
    first, second = "Первый абзац. " * 10, "Второй абзац."
    assert read(f"\t{first}\n\t{second}") == [first.strip(), second]


def test_a_text_beyond_all_bounds_is_refused():
    with pytest.raises(CannotGoOn):
        read_pasted("слово " * 1_000_000)
