"""Choices in boxes: what is printed, how it is taken apart, and that no word is lost."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from passportkit.practice import View
from passportkit.practice.boxes import Boxes, boxed, boxed_details, boxed_list
from passportkit.practice.view import listed, whole
from passportkit.practice.yes_no import YesNoDetails
from passportkit.text import canonical, respell
from tests.conftest import examples
from tests.practices import texts

THEMES = ("Благоустройство", "Культура (дома, клубы)", "Спорт")


def one(*choices: str, is_open: bool = False) -> View:
    return boxed(whole("theme"), Boxes(choices, is_open=is_open))


def several(*choices: str, is_open: bool = False) -> View:
    return boxed_list(listed("themes"), Boxes(choices, is_open=is_open))


def details() -> View:
    assert YesNoDetails.line is not None
    return boxed_details(YesNoDetails.line, Boxes(("да", "нет"), with_details=True))


CLOSED, OPEN = one(*THEMES), one(*THEMES, is_open=True)
OWN_OTHER = one("Спорт", "Другое (указать):", is_open=True)


@pytest.mark.parametrize(
    ("view", "said", "text"),
    [
        (CLOSED, "Спорт", "☐ Благоустройство\n☐ Культура (дома, клубы)\n☒ Спорт"),
        (CLOSED, None, ""),
        # an answer that there is not
        (CLOSED, "Ярмарка", "☐ Благоустройство\n☐ Культура (дома, клубы)\n☐ Спорт\n☒ Ярмарка"),
        (OPEN, "Спорт", "☐ Благоустройство\n☐ Культура (дома, клубы)\n☒ Спорт\n☐ иное"),
        (
            OPEN,
            "Ярмарка\nв парке",
            "☐ Благоустройство\n☐ Культура (дома, клубы)\n☐ Спорт\n☒ иное: Ярмарка\nв парке",
        ),
        (OWN_OTHER, "Ярмарка", "☐ Спорт\n☒ Другое (указать): Ярмарка"),
        (OWN_OTHER, "Другое (указать):", "☐ Спорт\n☒ Другое (указать):"),
        # what looks like boxes stands alone
        (CLOSED, "☒ Спорт и другое", "☒ Спорт и другое"),
        (one("а*б", "1. Да"), "1. Да", "☐ а*б\n☒ 1. Да"),
    ],
)
def test_an_answer_is_ticked_and_found_again(view, said, text):
    assert view.format(said) == text
    if text:
        assert view.read(respell(text)) == {"theme": said}


def test_the_letters_of_the_form_are_printed():
    assert CLOSED.format("спорт.") == CLOSED.format("Спорт")


def test_a_repeated_label_is_printed_once():
    assert OPEN.format("Иное: ярмарка") == OPEN.format("ярмарка")


@pytest.mark.parametrize(
    ("said", "text"),
    [
        (["Спорт", "Благоустройство"], "☒ Благоустройство\n☐ Культура\n☒ Спорт\n☐ иное"),
        (["Ярмарка"], "☐ Благоустройство\n☐ Культура\n☐ Спорт\n☒ иное: Ярмарка"),
        (["Ряды", "Торг"], "☐ Благоустройство\n☐ Культура\n☐ Спорт\n☒ иное: Ряды\n☒ Торг"),
    ],
)
def test_several_answers_are_ticked_and_found_again(said, text):
    view = several("Благоустройство", "Культура", "Спорт", is_open=True)
    assert view.format(said) == text
    assert sorted(view.read(text)["themes"]) == sorted(said)


@pytest.mark.parametrize(
    ("answer", "said", "text"),
    [
        ("да", "12.03.2020", "☒ да: 12.03.2020\n☐ нет"),
        ("нет", None, "☐ да\n☒ нет"),
        (None, "12.03.2020", "☐ да: 12.03.2020\n☐ нет"),
        ("отчасти", None, "☐ да\n☐ нет\n☒ отчасти"),
    ],
)
def test_details_stand_behind_the_answer(answer, said, text):
    assert details().format(answer, said) == text
    assert details().read(text) == {"answer": answer, "details": said}


def test_two_ticks_are_no_one_answer():
    text = "☒ Благоустройство\n☐ Культура (дома, клубы)\n☒ Спорт"
    assert CLOSED.read(text) == {"theme": text}
    assert CLOSED.format(text) == text


VIEWS = (
    *(CLOSED, OPEN, OWN_OTHER, one("а*б", "Иное: что именно", "да"), details()),
    *(several(*THEMES), several(*THEMES, is_open=True)),
)
_words = (
    texts
    | st.sampled_from(THEMES)
    | st.tuples(st.sampled_from(["☒ ", "☐ ", "да\n", "нет", "- ☒ да"]), texts).map("".join)
).map(canonical)


@settings(derandomize=True, deadline=None, max_examples=examples(60))
@given(view=st.sampled_from(VIEWS), data=st.data())
def test_whatever_is_said_comes_back(view: View, data: st.DataObject):
    said: Any = [data.draw(_words) for _ in view.fields]
    if view.fields == ("themes",):
        said = [data.draw(st.lists(_words, max_size=3))]
    text = respell(view.format(*said))
    if text:
        assert respell(view.format(*view.read(text).values())) == text
