"""Sections of a document of ours whose heading somebody has renamed, or whose table was moved."""

from __future__ import annotations

from passportkit.forms import bind
from passportkit.intake import match
from passportkit.intake.extraction import Extraction
from passportkit.layout import lay_out
from passportkit.paper import Paper, Paragraph
from passportkit.practice import Practice
from tests.intake.conftest import PRACTICE

WHOLE = Practice.model_validate(
    {
        "passport": "1",
        "title": "Лыжня",
        "results": [{"indicator": "Школы", "value": "5"}],
        "participants": [{"name": "Школа № 3", "role": "дала зал"}],
        "resources": [{"description": "лыжи", "purpose": "бег"}],
        "beneficiaries": [{"group": "Дети", "benefit": "бегают"}],
    }
)


def laid_out() -> tuple[Paper, Extraction]:
    paper = lay_out(PRACTICE, bind(PRACTICE, WHOLE))
    return paper, match(paper, PRACTICE)


def place_of(paper: Paper, words: str) -> int:
    texts = [each.text if isinstance(each, Paragraph) else "" for each in paper.blocks]
    return next(place for place, text in enumerate(texts) if words in text)


def test_a_renamed_heading_is_left_and_its_table_known_by_its_heads():
    paper, whole = laid_out()
    heading = paper.blocks[place_of(paper, "Выгодополучатели")]
    assert isinstance(heading, Paragraph)
    heading.text = "17\\. Кому это выгодно"
    reading = match(paper, PRACTICE)
    assert reading.values == whole.values
    assert [each.text for each in reading.left] == ["17\\. Кому это выгодно"]


def test_a_table_that_was_moved_under_another_heading_is_no_other_s():
    paper, _whole = laid_out()
    results = place_of(paper, "Результаты практики") + 1
    people = place_of(paper, "Участники внедрения") + 1
    blocks = list(paper.blocks)
    blocks[results], blocks[people] = blocks[people], blocks[results]
    paper.blocks = blocks
    reading = match(paper, PRACTICE)
    assert not reading.values["participants"]
    assert not reading.values["results"]
    assert {"Школа № 3 – дала зал", "Школы – 5"} <= {each.text for each in reading.left}
