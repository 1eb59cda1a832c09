"""Looks are not meaning: a document of which no word was changed says what it said."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from passportkit.forms import bind
from passportkit.intake import match
from passportkit.layout import lay_out
from passportkit.paper import styles
from passportkit.practice import Practice
from tests.intake.accounting import accounted
from tests.intake.looks import STYLES, cleared
from tests.intake.test_own import PRACTICES
from tests.practices import practices
from tests.test_law import BEGINS_LIKE_A_LIST, every_form, form_called, law
from tests.word.test_examples import practice_of

EACH = [{name} for name in STYLES]
TOGETHER = [{styles.HEADING, styles.LABEL}, {styles.TABLE_HEAD, styles.TOTAL}, set(STYLES)]


@every_form
@pytest.mark.parametrize("path", PRACTICES, ids=lambda path: path.stem)
def test_an_example_says_the_same_whatever_was_cleared(name: str, path: Path) -> None:
    form = form_called(name)
    paper = lay_out(form, bind(form, practice_of(path)))
    whole = match(paper, form)
    for names in [*EACH, *TOGETHER]:
        assert match(cleared(paper, names), form) == whole, names


NOTHING = Practice.model_validate({"passport": "1", "title": "Без слов"})

LIKE_A_LABEL = NOTHING.model_copy(update={"preconditions": "Описание проблемы"})
BEGINS_WITH_A_LABEL = NOTHING.model_copy(update={"title": "Конкурс соседей"})
TITLED_LIKE_A_LABEL = Practice.model_validate(
    {"passport": "1", "title": "Статус проекта:\nКлуб соседей"}
)
ONLY_A_SIGN = Practice.model_validate({"passport": "1", "title": "§", "period": "2024"})
LIST = "Итак:\n- первое;\n- второе.\nВсё."
OF_MANY_LINES = Practice.model_validate(
    {
        "passport": "1",
        "title": LIST,
        "geography": "Роща",
        "applications": [{"contest": "Клуб", "requested": "100", "status": LIST}],
    }
)


@every_form
@law
@given(practice=practices, names=st.sets(st.sampled_from(STYLES), min_size=1))
@example(practice=NOTHING, names={styles.TOTAL})
@example(practice=LIKE_A_LABEL, names={styles.CAPTION})
@example(practice=BEGINS_WITH_A_LABEL, names=set(STYLES))
@example(practice=BEGINS_LIKE_A_LIST, names=set(STYLES))
@example(practice=ONLY_A_SIGN, names={styles.TITLE, styles.LABEL})
@example(practice=TITLED_LIKE_A_LABEL, names={styles.TITLE, styles.ANNEX})
@example(practice=OF_MANY_LINES, names={styles.HEADING})
@example(practice=OF_MANY_LINES, names={styles.TITLE, styles.HEADING})
def test_any_practice_says_the_same_whatever_was_cleared(name, practice, names):
    form = form_called(name)
    paper = lay_out(form, bind(form, practice))
    again = accounted(cleared(paper, names), form)
    assert (again.values, again.left) == (match(paper, form).values, [])
