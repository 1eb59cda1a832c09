"""Boxes that somebody has ticked by hand, in documents of this program and of others."""

from __future__ import annotations

import pytest

from passportkit.forms import bind, blank
from passportkit.forms.unbind import unbind
from passportkit.intake.ticks import ticks_of
from passportkit.layout import lay_out
from passportkit.paper import Paragraph
from passportkit.practice.boxes import Boxes
from tests.any_forms import form_of
from tests.facts.vocabularies import vocabulary_of
from tests.intake.accounting import accounted
from tests.intake.conftest import found, paper, table

YES_NO = Boxes(("да", "нет"))
WITH_DETAILS = Boxes(("да", "нет"), with_details=True)
THEMES = Boxes(("Благоустройство", "Культура (дома, клубы)", "Спорт"), is_open=True)

VOCABULARY = vocabulary_of(
    {
        "own_theme": {
            "title": "Тема",
            "type": "choice",
            "choices": ["Благоустройство", "Культура", "Спорт"],
            "other": True,
        },
        "legal": {"title": "Юридическое лицо", "type": "yes-no", "details": "Дата"},
        "council": {
            "title": "Совет",
            "type": "table",
            "columns": {
                "member": {"title": "ФИО"},
                "paid": {"title": "Получает ли плату", "type": "yes-no"},
            },
        },
    }
)
FORM = form_of(
    {
        "form": "own",
        "version": 1,
        "source": "придумана",
        "title": "Заявка, которой нет",
        "sections": [
            {"number": 1, "heading": "Название проекта", "show": "title"},
            {"number": 2, "heading": "Направление проекта", "show": "own_theme", "as": "boxes"},
            {"number": 3, "heading": "Юридическое лицо", "show": "legal", "as": "boxes"},
            {
                "number": 4,
                "heading": "Члены совета",
                "rows": "council",
                "columns": [
                    {"heading": "ФИО", "show": "member"},
                    {"heading": "Получает плату", "show": "paid", "as": "boxes"},
                ],
            },
        ],
    },
    VOCABULARY,
)


@pytest.mark.parametrize(
    ("boxes", "text", "meant"),
    [
        (YES_NO, "☑ да\n☐ нет", "☒ да\n☐ нет"),
        (YES_NO, "✓ да\n☐ нет", "☒ да\n☐ нет"),
        (YES_NO, "V да\nнет", "☒ да\n☐ нет"),
        (YES_NO, "да\nх нет", "☐ да\n☒ нет"),
        (YES_NO, "[x] да [ ] нет", "☒ да\n☐ нет"),
        (YES_NO, "(х) да ( ) нет", "☒ да\n☐ нет"),
        (YES_NO, "да ☐  нет ☒", "☐ да\n☒ нет"),
        (YES_NO, "☐ Да, / ☒ **Нет**.", "☐ да\n☒ нет"),
        (YES_NO, "- ☐ да\n- ☒ нет", "☐ да\n☒ нет"),
        (YES_NO, "☒ отчасти\n☐ да\n☐ нет", "☐ да\n☐ нет\n☒ отчасти"),
        (YES_NO, "☒ да, но\n☐ нет", "☐ да\n☐ нет\n☒ да, но"),  # nothing stands behind this box
        (YES_NO, "☐ да\n☐ нет", "☐ да\n☐ нет"),
        # an order of its own, and boxes that are gone
        (THEMES, "☒ Спорт\n☐ Благоустройство", THEMES.text(THEMES.ticked_by(["Спорт"]))),
        (THEMES, "☑ Культура (дома, клубы)", THEMES.text(THEMES.ticked_by([THEMES.choices[1]]))),
        # words behind a box
        (THEMES, "☑ Иное – ярмарка\nв парке", THEMES.text(THEMES.ticked_by(["ярмарка\nв парке"]))),
        (THEMES, "☐ Спорт\n☐ иное: ярмарка", THEMES.text(THEMES.ticked_by(["ярмарка"]))),
        (THEMES, "☑ Спорт\n☐ иное: _____", THEMES.text(THEMES.ticked_by(["Спорт"]))),
        (WITH_DETAILS, "☑ да, 12.03.2020\n☐ нет", "☒ да: 12.03.2020\n☐ нет"),
        (WITH_DETAILS, "☐ да ____ (дата)\n☑ нет", "☐ да: ____ (дата)\n☒ нет"),
    ],
)
def test_any_tick_is_one(boxes, text, meant):
    ticks = ticks_of(text, boxes)
    assert ticks is not None
    assert boxes.text(ticks) == meant


@pytest.mark.parametrize(
    "text",
    [
        "да",
        "да / нет",
        "х",
        "☒",
        "Культура, спорт и отдых",
        "☐ Ярмарка\n☒ да",  # a box that the form has not
        "☒ да\n☐ нет\n☐ да",
    ],
)
def test_what_cannot_be_told_stays_whole(text):
    assert ticks_of(text, YES_NO) is None


def test_a_document_from_elsewhere_is_read_by_its_ticks():
    said = found(
        FORM,
        *("Заявка, которой нет", "1. Название проекта", "Сквер у пруда"),
        *("2. Направление проекта", "☐ Благоустройство", "V Спорт", "☐ Культура", "☐ иное ____"),
        *("3. Юридическое лицо", "[х] да, 12.03.2020 [ ] нет"),
        "4. Члены совета",
        table(
            ["№", "ФИО", "Получает плату"],
            ["1", "Светлова А. И.", ["☐ да", "☑ нет"]],
            ["2", "Лугов П. П.", ["☐ да", "☐ нет"]],
        ),
    )
    assert unbind(FORM, said).facts == {
        "title": "Сквер у пруда",
        "own_theme": "Спорт",
        "legal": {"answer": "да", "details": "12.03.2020"},
        "council": [{"member": "Светлова А. И.", "paid": "нет"}, {"member": "Лугов П. П."}],
    }


def underlined(text: str, words: str) -> Paragraph:
    paragraph = Paragraph(text)
    paragraph.underlined = words
    return paragraph


def test_the_answer_that_is_underlined_is_meant():
    said = found(
        FORM,
        *("Заявка, которой нет", "1. Название проекта", "Сквер у пруда"),
        *("2. Направление проекта", underlined("Благоустройство, культура, спорт", "культура,")),
        *("3. Юридическое лицо", underlined("да / нет", "нет")),
        "4. Члены совета",
        table(
            ["№", "ФИО", "Получает плату"],
            ["1", "Светлова А. И.", underlined("да/нет", "да")],
            ["2", "Лугов П. П.", underlined("да/нет", "нет")],
            ["3", "Полева Л. Н.", ["☐ да", underlined("☐ нет", "нет")]],
        ),
    )
    facts = unbind(FORM, said).facts
    assert (facts["own_theme"], facts["legal"]) == ("Культура", {"answer": "нет"})
    assert [row["paid"] for row in facts["council"]] == ["да", "нет", "нет"]


def test_underlined_words_that_are_all_the_words_choose_nothing():
    said = found(
        FORM,
        *("Заявка, которой нет", "1. Название проекта", "Сквер у пруда"),
        *("3. Юридическое лицо", underlined("да / нет", "да / нет")),
    )
    assert said["legal"] == "да / нет"


def test_boxes_without_a_tick_say_nothing():
    filled = blank(FORM)
    assert filled.values["legal"] == "☐ да\n☐ нет"
    reading = accounted(paper(*lay_out(FORM, filled).blocks), FORM)
    facts = unbind(FORM, reading.values).facts
    assert "own_theme" not in facts
    assert "council" in facts  # its other column has a hint, which looks here like an answer
    assert ("blank", "☐ да") in reading.furniture


def test_rows_of_empty_boxes_are_no_rows():
    said = found(
        FORM,
        *("Заявка, которой нет", "1. Название проекта", "Сквер у пруда", "4. Члены совета"),
        table(
            ["№", "ФИО", "Получает плату"],
            ["1", "Светлова А. И.", "☐ да ☒ нет"],
            ["2", "", "☐ да ☐ нет"],
        ),
    )
    assert said["council"] == [{"member": "Светлова А. И.", "paid": "☐ да\n☒ нет"}]


def test_a_document_of_ours_is_read_by_the_ticks_of_whoever_corrects_it():
    practice = VOCABULARY.practice.model_validate(
        {"passport": "1", "title": "Сквер", "council": [{"member": "Светлова А. И."}]}
    )
    filled = bind(FORM, practice)
    rows = filled.values["council"]
    assert [row["paid"] for row in rows if not isinstance(row, str)] == ["☐ да\n☐ нет"]
    values = {**filled.values, "legal": "☐ да\nV нет"}
    ours = lay_out(FORM, filled._replace(values=values))
    ours.stamp = filled.stamp
    reading = accounted(ours, FORM)
    assert unbind(FORM, reading.values).facts == {
        "title": "Сквер",
        "legal": {"answer": "нет"},
        "council": [{"member": "Светлова А. И."}],
    }
