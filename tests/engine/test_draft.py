"""A file that is filled in answer after answer always says all of them, whatever came first."""

from __future__ import annotations

from pathlib import Path

import pytest

from passportkit.engine.draft import Draft
from passportkit.forms import Catalogue
from passportkit.forms.questions import Question, questions_of
from passportkit.source import read

QUESTIONS = {each.route: each for each in questions_of([Catalogue().form("practice-passport")])}
TERRITORY, PERIOD = QUESTIONS["territory",], QUESTIONS["period",]
START = "\ufeffpassport: 1\r\ntitle: Клуб  # имя\r\nterritory:\r\nperiod:\r\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "клуб.yaml"
    path.write_bytes(START.encode())
    return path


@pytest.fixture
def draft(path: Path) -> Draft:
    return Draft(path, lambda: read(path.read_bytes(), "клуб.yaml"))


def said(path: Path) -> str:
    return path.read_bytes().decode()


def keep(draft: Draft, number: int, question: Question, words: str | None) -> None:
    assert draft.keep(number, question, words) is None


def test_each_answer_is_in_the_file_at_once(draft, path):
    keep(draft, 0, TERRITORY, "Двор")
    assert said(path) == START.replace("territory:", "territory: Двор")
    keep(draft, 1, PERIOD, "2019")
    assert said(path) == START.replace("territory:", "territory: Двор").replace(
        "period:", "period: 2019"
    )
    assert draft.left([TERRITORY, PERIOD]) == 0


def test_an_answer_that_is_given_again_leaves_the_others(draft, path):
    keep(draft, 0, TERRITORY, "Двор")
    keep(draft, 1, PERIOD, "2019")
    keep(draft, 0, TERRITORY, "Дом\nи сад")
    assert said(path) == (
        "\ufeffpassport: 1\r\ntitle: Клуб  # имя\r\n"
        "territory: |\r\n  Дом\r\n  и сад\r\nperiod: 2019\r\n"
    )
    keep(draft, 1, PERIOD, None)
    assert draft.answer(0) == "Дом\nи сад"
    assert draft.answer(1) is None
    assert said(path).endswith("и сад\r\nperiod:\r\n")
    keep(draft, 0, TERRITORY, None)
    assert said(path) == START


def test_what_has_no_place_is_refused_and_the_others_stay(draft, path):
    keep(draft, 0, TERRITORY, "Двор")
    before = said(path)
    assert draft.keep(1, TERRITORY, "Дом") is not None
    assert said(path) == before
    keep(draft, 2, PERIOD, "2019")
    assert said(path) == before.replace("period:", "period: 2019")


def test_what_somebody_else_has_written_meanwhile_is_the_beginning(draft, path):
    keep(draft, 0, TERRITORY, "Двор")
    path.write_bytes("title: Сад\nterritory: Луг\nperiod:\n".encode())
    keep(draft, 1, PERIOD, "2019")
    assert said(path) == "title: Сад\nterritory: Луг\nperiod: 2019\n"
    assert draft.answer(0) is None
