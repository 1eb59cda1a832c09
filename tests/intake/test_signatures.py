"""Lines to sign on: who signs is read, whoever has typed it, and what stands around it is not."""

from __future__ import annotations

import pytest

from passportkit.forms import Form, blank
from passportkit.forms.bind import filled_with
from passportkit.intake import match
from passportkit.layout import lay_out
from passportkit.paper import Cell, Paper, Paragraph, Row, Table
from tests.intake.conftest import Words, found, left, read, table
from tests.word.conftest import form_of

HEAD = "form: signed\nversion: 1\ntitle: Заявка на конкурс\nsource: придумана\n"
SECTIONS = """
  - {number: 1, heading: Название проекта, show: title}
  - {number: 2, heading: Цели проекта, show: goals}
"""
SIGNATURES = """
  - signatures:
      - label: Глава администрации
        show: initiator
        under: ["(подпись)", "(расшифровка подписи)"]
        date: {show: period}
        seal: М.П.
      - {label: Главный бухгалтер, show: team}
"""
APPROVAL = "approval: {heading: УТВЕРЖДАЮ, label: Глава района, show: geography, date: true}\n"
POSITION = "  - signatures: [{position: assessment, show: team}]\n"

SIGNED = form_of(f"{HEAD}sections:{SECTIONS}{SIGNATURES}")
BEFORE: list[Words] = ["1. Название проекта", "Клуб", "2. Цели проекта", "Дружить"]
ANSWERED = {"title": "Клуб", "goals": "Дружить"}
HEADED = {**ANSWERED, "initiator": "Иванова А. П."}
BOTH = {**HEADED, "team": "Петров П. П."}


@pytest.mark.parametrize(
    "said",
    [
        ["Глава администрации ____________ Иванова А. П.", "Главный бухгалтер ____ Петров П. П."],
        ["Глава администрации ______ /Иванова А. П./", "Главный бухгалтер __ / Петров П. П. /"],
        ["Глава администрации", "____________ Иванова А. П.", "Главный бухгалтер Петров П. П."],
        ["ГЛАВА АДМИНИСТРАЦИИ: Иванова А. П.", "Главный бухгалтер – Петров П. П."],
        [
            "Глава администрации ____________ Иванова А. П.",
            "(подпись) (расшифровка подписи)",
            "М.П.",
            "«___» __________ 20__ г.",
            "Главный бухгалтер ____________ Петров П. П.",
            "(подпись) (Ф.И.О.)",
        ],
        [
            table(
                ["Глава администрации", "____________", "Иванова А. П."],
                ["", "(подпись)", "(расшифровка подписи)"],
                ["Главный бухгалтер", "", "Петров П. П."],
            )
        ],
    ],
)
def test_the_name_is_the_answer_and_the_line_is_nothing(said: list[Words]) -> None:
    assert found(SIGNED, *BEFORE, *said) == BOTH


def test_a_line_that_nobody_has_signed_is_empty() -> None:
    blank = "Глава администрации ____________ /____________/", "М. П.", "«__» ______ 20__ года"
    assert found(SIGNED, *BEFORE, *blank) == ANSWERED


def test_the_day_of_a_signature_is_an_answer_where_the_form_asks_for_it() -> None:
    said = "Глава администрации ______ Иванова А. П.", "«12» марта 2026 г."
    assert found(SIGNED, *BEFORE, *said) == {**HEADED, "period": "«12» марта 2026 г."}


def test_a_signature_that_the_form_does_not_have_is_left() -> None:
    said = "Директор школы ____________ Орлов О. О.", "Глава администрации ____ Иванова А. П."
    reading = read(SIGNED, *BEFORE, *said)
    assert left(reading) == [("after the last section", "Директор школы ____________ Орлов О. О.")]
    assert reading.values["initiator"] == "Иванова А. П."


def test_who_signs_in_an_answer_is_of_the_answer() -> None:
    said = found(SIGNED, "1. Название проекта", "Клуб", "2. Цели проекта", "Глава администрации")
    assert said == {"title": "Клуб", "goals": "Глава администрации"}


def test_signatures_stand_between_sections() -> None:
    title, goals = SECTIONS.strip("\n").split("\n")
    form = form_of(f"{HEAD}sections:\n{title}{SIGNATURES}{goals}\n")
    signed = "Глава администрации ____ Иванова А. П."
    assert found(form, *BEFORE[:2], signed, "(подпись)", *BEFORE[2:]) == HEADED


def test_an_approval_stands_above_the_title() -> None:
    form = form_of(f"{HEAD}{APPROVAL}sections:{SECTIONS}{SIGNATURES}")
    above = "УТВЕРЖДАЮ", "Глава района", "____________ Светлов С. С.", "«__» ______ 20__ г."
    said = found(form, *above, "Заявка на конкурс", *BEFORE)
    assert said == {**ANSWERED, "geography": "Светлов С. С."}


def test_the_position_of_who_signs_may_be_a_fact() -> None:
    form = form_of(f"{HEAD}sections:{SECTIONS}{POSITION}")
    said = found(form, *BEFORE, "Директор школы ____________ Петров П. П.")
    assert said == {**ANSWERED, "assessment": "Директор школы", "team": "Петров П. П."}


# --- documents of this program ---


def ours(form: Form, **values: str) -> Paper:
    says = {
        "title": "Клуб",
        "goals": "Дружить",
        "initiator": "",
        "team": "",
        "period": "",
        **values,
    }
    return lay_out(form, filled_with(form, "Клуб", says))


def signatures_in(paper: Paper) -> Table:
    block = paper.blocks[-1]
    assert isinstance(block, Table)
    return block


def test_who_signs_comes_back_with_words_like_those_of_the_form() -> None:
    paper = ours(SIGNED, initiator="М.П.", team="____", period="Главный бухгалтер")
    assert match(paper, SIGNED).values == {
        **ANSWERED,
        "initiator": "М.П.",
        "team": "____",
        "period": "Главный бухгалтер",
    }


def test_they_come_back_without_styles() -> None:
    paper = ours(SIGNED, initiator="Иванова А. П.", team="Петров П. П.", period="12.03.2026")
    bare = Paper([_unstyled(block) for block in paper.blocks], paper.stamp)
    assert match(bare, SIGNED).values == {**BOTH, "period": "12.03.2026"}


def test_what_was_typed_into_the_words_of_the_form_is_left() -> None:
    paper = ours(SIGNED, initiator="Иванова А. П.")
    label = signatures_in(paper).rows[0].cells[0].blocks[0]
    assert isinstance(label, Paragraph)
    label.text = "Глава администрации города Светлоречья"
    reading = match(paper, SIGNED)
    assert reading.values["initiator"] == "Иванова А. П."
    assert [text for _, text in left(reading)] == ["города Светлоречья"]


def test_a_name_that_was_deleted_is_empty_and_not_missing() -> None:
    paper = ours(SIGNED, initiator="Иванова А. П.")
    signatures_in(paper).rows[0].cells[2].blocks.clear()
    assert match(paper, SIGNED).values["initiator"] == ""


def test_an_empty_form_is_signed_over_its_hint() -> None:
    paper = lay_out(SIGNED, blank(SIGNED))
    for row in signatures_in(paper).rows:
        for cell in row.cells:
            kept = [each for each in cell.blocks if isinstance(each, Paragraph)]
            cell.blocks[:] = [each for each in kept if each.character_style != "hint"]
    signatures_in(paper).rows[0].cells[2].blocks.append(Paragraph("Иванова А. П.", "signed name"))
    reading = match(paper, SIGNED)
    assert (reading.values["initiator"], reading.values["team"]) == ("Иванова А. П.", "")
    assert left(reading) == []


def _unstyled(block: Paragraph | Table) -> Paragraph | Table:
    if isinstance(block, Paragraph):
        return Paragraph(block.text, "normal")
    rows = (
        [Cell([*map(_unstyled, each.blocks)], each.column, each.span) for each in row.cells]
        for row in block.rows
    )
    return Table([Row(cells) for cells in rows])
