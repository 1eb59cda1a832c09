"""A cheap question before dear ones: never no where they say yes."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passportkit.intake.labels import Labels
from passportkit.intake.landmarks import Landmarks, landmarks_of
from passportkit.intake.totals import behind_total
from tests.intake.conftest import PRACTICE, PROJECT

_BEFORE = st.sampled_from(["", "1. ", "4) ", "IV. ", "Раздел 2. ", "**", "«", "(прим.) ", "- "])
_BEHIND = st.sampled_from(["", ":", " (год, месяц)", ", тыс. руб.", " …… 12", " 2023 г."])


def _spelt(word: str) -> st.SearchStrategy[str]:
    """Return a word as other hands spell it: louder, with look-alikes, with signs in it."""
    accented = f"{word[0]}\u0301{word[1:]}"
    return st.sampled_from([word, word.upper(), word.replace("о", "o"), accented])


def _rows(labels: Sequence[str]) -> st.SearchStrategy[str]:
    """Return labels as rows begin with them: numbered, spelt otherwise, with words behind."""
    words = st.sampled_from(labels).map(str.split)
    spelt = words.flatmap(lambda each: _spelt(each[0]).map(lambda first: [first, *each[1:]]))
    return st.tuples(_BEFORE, spelt.map(" ".join), _BEHIND).map("".join)


def _labels(marks: Landmarks) -> list[Labels[Any]]:
    tables = [block for _, block in marks.form.blocks() if block.is_table]
    return [
        marks.headings,
        *(each.inner for each in marks.all),
        *(marks.columns(block) for block in tables),
    ]


@pytest.mark.parametrize("form", [PRACTICE, PROJECT])
@given(data=st.data())
def test_what_is_a_heading_a_label_or_a_head_may_begin_so(form, data):
    marks = landmarks_of(form)
    columns = (column for _, block in form.blocks() for column in block.columns or ())
    own = [text for _, texts in marks.labelled() for text in texts]
    text = data.draw(_rows([*own, *(column.heading for column in columns)]))
    if any(labels.whole(text) for labels in _labels(marks)):
        assert marks.may_begin(text)


@given(text=_rows(["Итого", "Всего", "Общий итог", "ИТОГО по смете", "Всего затрат"]))
def test_what_is_a_total_may_begin_so(text):
    if behind_total(text, "") is not None:
        assert landmarks_of(PRACTICE).may_begin(text)


@pytest.mark.parametrize("text", ["Столы и стулья", "Опрос жителей, чел.", "Ремонт"])
def test_most_answers_do_not(text):
    assert not landmarks_of(PRACTICE).may_begin(text)
