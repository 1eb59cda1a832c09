"""Where something stands in a form, in the words of the form."""

import pytest

from passportkit.forms import Catalogue
from passportkit.forms.place_words import (
    PlaceLabel,
    heading_words,
    label_of,
    label_words,
    numbered,
    on_one_line,
)
from passportkit.forms.slots import slots_of

FORM = Catalogue().form("practice-passport")


def labels(key: str, column: int | None = None) -> list[PlaceLabel]:
    return [label_of(slot, column) for slot in slots_of(FORM) if slot.key == key]


def test_a_text_is_named_by_its_section():
    (label,) = labels("preconditions")
    assert label[1:] == (label.number, label.heading, "", "")
    assert str(label.section).startswith(f"section {label.number} “")


def test_a_column_of_a_table_is_named_besides():
    table, column = labels("costs")[0], labels("costs", 0)[0]
    assert table.column == ""
    assert column.column
    assert column[:4] == table[:4]


def test_a_total_is_named_by_its_own_label():
    (total,) = labels("costs_total")
    assert total.part
    assert total.part != labels("costs")[0].part


@pytest.mark.parametrize(
    ("number", "words"), [("4", "section 4 “Цели и задачи”"), ("", "“Цели и задачи”")]
)
def test_a_section_is_named_with_its_number_if_it_has_one(number, words):
    assert str(PlaceLabel("goals", number, "Цели\nи задачи:").section) == words


def test_a_place_in_a_sentence_is_all_that_the_form_calls_it_cut_short():
    label = PlaceLabel("costs", "18", "Затраты " * 20, "Таблица 1:", "Сумма, руб.")
    assert str(label.place(3)) == f"18. {('Затраты ' * 20)[:69]}…, “Таблица 1”, row 3, “Сумма, руб”"
    assert str(PlaceLabel("goals", "", "Цели").place()) == "“Цели”"


def test_the_number_stands_before_the_heading():
    assert numbered("4.1", "Цели") == "4.1. Цели"
    assert numbered(None, "Цели") == "Цели"


def test_words_of_a_form_lose_what_only_sets_them_apart():
    assert on_one_line("Цели\nи задачи:") == "Цели и задачи:"
    assert heading_words("Цели\nи задачи.:") == "Цели и задачи"
    assert label_words("Ф. И. О. –") == "Ф. И. О."


def test_a_place_without_any_words_of_the_form_is_called_by_its_key():
    assert str(PlaceLabel("goals", "", "").place()) == "`goals`"
    assert str(PlaceLabel("goals", "", "").place(2)) == "row 2"
