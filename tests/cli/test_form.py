from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

from passportkit.forms import Catalogue
from tests.conftest import FORM, Passport, Write


def test_the_forms_are_listed(passport: Passport, workspace: Write) -> None:
    ended = passport("form", "list")
    assert ended.code == 0
    assert "  note               Записка (версия 1, 2 раздела)" in ended.lines
    assert "  practice-passport  Паспорт практики (версия 1, 21 раздел)" in ended.lines


def test_a_broken_form_does_not_hide_the_others(passport: Passport, workspace: Write) -> None:
    workspace("forms/odd/form.yaml", "form: odd\n")
    ended = passport("form", "list")
    assert ended.code == 2
    assert "  note               Записка (версия 1, 2 раздела)" in ended.lines
    assert ended.err.startswith("passport: форму «odd» нельзя использовать: ")


def test_a_form_says_what_it_asks_for(passport: Passport, workspace: Write) -> None:
    sections = """\
  - number: 3
    heading: "Затраты\\nпо статьям"
    rows: costs
    required: false
    limit: {characters: 900}
    columns:
      - {heading: Статья, show: item}
      - {heading: Сумма, show: amount}
    total: {label: "ИТОГО:", show: costs_total}
  - number: 4
    heading: Цель и задачи
    limit: {pages: 0.5}
    parts:
      - {label: "Цель –", show: goals}
      - {label: "Задачи:", show: tasks}
"""
    workspace("forms/note/form.yaml", FORM + sections)
    assert passport("form", "show", "note").out == (
        "Записка (версия 1, 4 раздела)\n"
        "придумана для проверки\n"
        "\n"
        "1. Наименование\n"
        "    `title`\n"
        "\n"
        "2. Суть практики\n"
        "    Коротко\n"
        "    `summary`\n"
        "\n"
        "3. Затраты по статьям\n"
        "    можно не заполнять\n"
        "    объём в знаках: не более 900\n"
        "    Статья: `costs.item`\n"
        "    Сумма: `costs.amount`\n"
        "    ИТОГО: `costs_total`\n"
        "\n"
        "4. Цель и задачи\n"
        "    объём в страницах: не более 0.5\n"
        "    Цель: `goals`\n"
        "    Задачи: `tasks`\n"
    )


def test_a_form_says_who_signs_it(passport: Passport, workspace: Write) -> None:
    signed = """\
  - signatures:
      - {position: contacts.1.position, show: contacts.1.name, date: {show: period}}
      - {label: Главный бухгалтер, required: false, show: team}
"""
    workspace("forms/note/form.yaml", FORM + signed)
    assert passport("form", "show", "note").out.partition("Подпись")[2] == (
        "\n"
        "    Должность: `contacts.1.position`\n"
        "    Дата: `period`\n"
        "    Ф. И. О.: `contacts.1.name`\n"
        "Главный бухгалтер\n"
        "    можно не заполнять\n"
        "    Ф. И. О.: `team`\n"
    )


def test_every_form_can_be_shown_in_a_narrow_terminal(passport: Passport) -> None:
    for form in Catalogue().names():
        ended = passport("form", "show", form, COLUMNS="40")
        assert ended.code == 0
        assert max(len(line) for line in ended.lines if "`" not in line) <= 40


def test_an_unknown_form_is_a_wrong_call(passport: Passport) -> None:
    ended = passport("form", "show", "practice-pasport")
    assert ended.code == 2
    assert "возможно, имелось в виду «practice-passport»?" in ended.err


def test_an_empty_form_has_hints(passport: Passport) -> None:
    ended = passport("form", "blank", "practice-passport", "-o", "x/пустая.docx", "--lang", "en")
    assert (ended.code, ended.out) == (0, "x/пустая.docx\n")
    text = ZipFile("x/пустая.docx").read("word/document.xml").decode()
    assert "Когда реализована практика: годы, месяцы или даты." in text


def test_an_empty_form_is_named_after_the_form(passport: Passport, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    assert passport("form", "blank", "algorithm").lines == ["algorithm.docx"]
    assert passport("form", "blank", "algorithm", "-o", "out").lines == ["out/algorithm.docx"]


def test_a_form_that_someone_may_have_filled_in_is_never_overwritten(
    passport: Passport, write: Write
) -> None:
    write("algorithm.docx", "заполнено")
    ended = passport("form", "blank", "algorithm")
    assert ended.code == 2
    assert "`algorithm.docx` уже есть и останется как был" in ended.err
    assert Path("algorithm.docx").read_text("utf-8") == "заполнено"
