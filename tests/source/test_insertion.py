"""A new key stands among the others where it belongs, and is set apart as they are."""

import pytest

from tests.source.files import insert

ORDER = ("passport", "title", "goals", "summary", "tasks", "team")
CLOSE = """\
passport: 1
title: Клуб   # имя
goals: встречи
  # - чай
# задачи
tasks: зал
for: {}
"""
AIRY = """\
title: Клуб
goals: встречи

# задачи
tasks:
  - зал

for: {}
"""


def test_it_stands_behind_what_comes_before_it():
    assert insert(CLOSE, "summary", "Кратко", ORDER) == CLOSE.replace(
        "# задачи", "summary: Кратко\n# задачи"
    )
    assert insert(CLOSE, "team", ["Анна"], ORDER) == CLOSE.replace("for:", "team:\n  - Анна\nfor:")


def test_several_lines_are_set_apart_where_others_are():
    assert insert(AIRY, "summary", "раз\nдва", ORDER) == AIRY.replace(
        "встречи\n\n", "встречи\n\nsummary: |\n  раз\n  два\n\n"
    )
    assert insert(AIRY, "team", "Анна", ORDER) == AIRY.replace("зал\n\n", "зал\n\nteam: Анна\n\n")


def test_one_line_follows_one_line():
    assert insert(AIRY, "summary", "Кратко", ORDER) == AIRY.replace(
        "встречи\n", "встречи\nsummary: Кратко\n"
    )


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("for: {}\n", "for: {}\nteam: Анна\n"),
        ("{title: Клуб, for: {}}", '{title: Клуб, for: {}, team: "Анна"}'),
        ("title: Клуб", "title: Клуб\nteam: Анна"),
        ("title: Клуб\r\nfor: {}\r\n", "title: Клуб\r\nteam: Анна\r\nfor: {}\r\n"),
        ("title: |+\n  Клуб\n\nfor: {}\n", "title: |+\n  Клуб\n\nteam: Анна\nfor: {}\n"),
        ("title: Клуб\nteam:   # кто\n", "title: Клуб\nteam: Анна   # кто\n"),
    ],
)
def test_it_finds_its_place_in_any_file(text, after):
    assert insert(text, "team", "Анна", ORDER) == after
