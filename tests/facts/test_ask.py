"""Facts of one's own are asked for as a form asks, with their answers and in their shape."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.session import Session
from tests.conftest import Write

FORM = """\
form: tos
version: 1
source: придумана
title: Заявка ТОС
facts:
  contest_nomination:
    title: Номинация
    type: choice
    choices: [Благоустройство, Культура]
  legal: {title: Юридическое лицо, type: yes-no, details: Дата регистрации}
  council:
    title: Совет
    type: table
    columns: {member: {title: ФИО}, since: {title: С, type: date}}
sections:
  - {number: 1, heading: Название, show: title}
  - {number: 2, heading: Номинация, show: contest_nomination}
  - {number: 3, heading: Юридическое лицо, show: legal}
  - {number: 4, heading: Совет, rows: council, columns: [
      {heading: ФИО, show: member}, {heading: С какого дня, show: since}]}
"""


@pytest.fixture
def folder(write: Write, tmp_path: Path) -> Path:
    write("passport.toml", 'forms = ["tos"]\n')
    write("forms/tos/form.yaml", FORM)
    return tmp_path


def test_answers_are_shown_and_one_that_nobody_can_tick_is_asked_about(folder: Path):
    with Session(folder, "Сквер", "--ask") as session:
        shown = session.type()
        assert "Номинация (один из вариантов: Благоустройство; Культура)" in shown
        shown = session.type("Благоустройства")
        assert "ответа «Благоустройства» нет среди вариантов" in shown
        session.type("n")
        session.type("Благоустройство")
    assert "contest_nomination: Благоустройство\n" in (folder / "skver.yaml").read_text("utf-8")


def test_what_is_said_besides_is_asked_in_the_words_of_the_fact(folder: Path):
    with Session(folder, "Сквер", "--ask") as session:
        assert "Дата регистрации" in session.type("Культура", "да", "12.03.2020")
        session.type("")
        session.type("Светлова Анна", "12.03.2024", "")
    text = (folder / "skver.yaml").read_text("utf-8")
    assert '  answer: да\n  details: "12.03.2020"\n' in text
    assert 'council:\n  - member: Светлова Анна\n    since: "12.03.2024"\n' in text
