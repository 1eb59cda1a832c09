"""Signs in place of an answer empty its place; an author's own signs remain."""

import pytest

from passportkit.forms import bind
from passportkit.intake import match
from passportkit.layout import lay_out
from passportkit.paper import Paper, Paragraph
from passportkit.paper.model import texts_of
from passportkit.practice import Practice
from tests.intake.conftest import PRACTICE, found, read, table

TERRITORY = "2. Наименование территории, на которой данная практика была реализована"
PERIOD = "4. Сроки реализации практики"
SIGNS = ["____________", "–", "(заполнить)", "х", "…"]


@pytest.mark.parametrize("sign", SIGNS)
def test_a_text_of_others_is_empty_where_a_sign_stands(sign):
    values = found(PRACTICE, TERRITORY, table([sign]), PERIOD, table(["2021–2022 годы"]))
    assert values == {"period": "2021–2022 годы"}


def test_a_sign_is_no_word_of_a_field():
    reading = read(PRACTICE, TERRITORY, table(["____________"]), PERIOD, table(["2021–2022 годы"]))
    assert [each.key for each in reading.placed_words] == ["period"]
    assert reading.left == []
    assert [each.text for each in reading.furniture if each.kind == "blank"] == ["____________"]


@pytest.mark.parametrize("sign", SIGNS)
def test_so_is_one_of_ours_unless_the_author_has_written_it(sign):
    written, typed = of_ours(territory=sign), of_ours(territory="Лесной")
    (answer,) = [each for each in paragraphs(typed) if each.text == "Лесной"]
    answer.text = sign
    assert match(written, PRACTICE).values["territory"] == sign
    assert match(typed, PRACTICE).values["territory"] == ""


def of_ours(**said: str) -> Paper:
    practice = Practice.model_validate({"passport": "1", "title": "Лыжня", **said})
    return lay_out(PRACTICE, bind(PRACTICE, practice))


def paragraphs(paper: Paper) -> list[Paragraph]:
    assert "Лыжня" in texts_of(paper.blocks)
    rows = [row for block in paper.blocks for row in getattr(block, "rows", ())]
    cells = [block for row in rows for cell in row.cells for block in cell.blocks]
    return [each for each in (*paper.blocks, *cells) if isinstance(each, Paragraph)]
