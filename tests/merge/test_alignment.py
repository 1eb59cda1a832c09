"""Rows of two tables are matched: those that are equal, then those most alike."""

import pytest

from passportkit.merge.alignment import aligned, completed

CLUB = ("Клубы соседей", "14")
SCHOOL = ("Школа ведущих", "22 человека")
MEETING = ("Встречи по средам", "514")


@pytest.mark.parametrize(
    ("mine", "theirs", "pairs"),
    [
        ([], [], {}),
        ([CLUB, SCHOOL], [CLUB, SCHOOL], {0: 0, 1: 1}),
        ([CLUB, SCHOOL, MEETING], [MEETING, CLUB, SCHOOL], {0: 1, 1: 2, 2: 0}),
        ([CLUB, CLUB, SCHOOL], [CLUB, SCHOOL], {1: 0, 2: 1}),
        ([CLUB, CLUB], [CLUB, CLUB, CLUB], {0: 0, 1: 1}),
        # the first column says what a row is about
        ([CLUB, SCHOOL], [("Школа ведущих", "14"), ("Клубы соседей", "22")], {0: 1, 1: 0}),
        ([CLUB], [("Клуб соседей", "15")], {0: 0}),
        ([CLUB], [("КЛУБЫ СОСЕДЕЙ.", "14")], {0: 0}),
        ([CLUB], [("Клубы\N{NO-BREAK SPACE}соседей", "14")], {0: 0}),
        ([SCHOOL], [("Школы для ведущих", "22 человека")], {0: 0}),
        # a word of the first column counts as much as three others
        ([("Клубы", "раз два три")], [("Клубы соседей", "пять шесть семь")], {0: 0}),
        ([("Клубы", "раз два три")], [("Клубы соседей", "пять шесть семь сто")], {}),
        # nothing in common, or next to nothing
        ([CLUB], [MEETING], {}),
        ([("", "")], [("", "5")], {}),
        ([("Обучение ведущих клубов", "5")], [("Оборудование зала клубов", "9")], {}),
    ],
)
def test_rows_are_matched(mine, theirs, pairs):
    assert aligned(mine, theirs) == pairs


def test_the_most_alike_are_matched_first():
    mine = [("Покупка столов", "5"), ("Покупка столов и стульев", "9")]
    theirs = [("Покупка столов и стульев для залов", "9"), ("Покупка стола", "5")]
    assert aligned(mine, theirs) == {0: 1, 1: 0}


def test_a_column_that_is_not_there_is_filled_in():
    rows = [("Школа ведущих", None), ("Новое", None)]
    assert completed(rows, [CLUB, SCHOOL]) == [SCHOOL, ("Новое", "")]
    assert completed([("Новое", None), ("Школа", "")], [CLUB]) == [("Новое", ""), ("Школа", "")]
