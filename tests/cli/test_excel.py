"""Costs and results come from a workbook of Excel, and go out into one."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Passport, Write
from tests.workbook.books import Rows, book, needs_openpyxl

PRACTICE = """\
passport: 1
title: Клуб соседей
summary: Соседи встречаются по средам.
costs:
  - {item: Чай, amount: "100"}  # на год
  - item: Аренда зала
    amount: "2 000"
    source: Грант
  - {item: Мел, amount: "1,5 тыс. руб."}
"""
COSTS: Rows = [
    ("Статья затрат", "Сумма, руб.", "Источник"),
    ("Чай", 120, "Бюджет города"),
    ("Аренда зала", 2000, None),
    ("Вода", 50.5, "Бюджет города"),
]


def klub() -> str:
    return Path("klub.yaml").read_text(encoding="utf-8")


def changed(path: str, change: Callable[[Any], object]) -> None:
    """Change a workbook as somebody does in Excel."""
    from openpyxl import load_workbook

    workbook = load_workbook(path)
    change(workbook)
    workbook.save(path)


@needs_openpyxl
def test_a_sheet_is_brought_into_a_practice_and_removes_nothing(
    passport: Passport, write: Write
) -> None:
    write("klub.yaml", PRACTICE)
    write("smeta.xlsx", book({"Смета": COSTS}))
    ended = passport("import", "smeta.xlsx", "--into", "klub.yaml")
    assert (ended.code, ended.err) == (0, "")
    assert "1 строки практики в документе нет, она остаётся" in ended.lines
    assert ended.lines[-1] == "`klub.yaml`: внесены 3 правки"
    assert klub() == PRACTICE.replace(
        '{item: Чай, amount: "100"}', '{item: Чай, amount: "120", source: "Бюджет города"}'
    ).replace(
        "    source: Грант\n",
        '    source: Грант\n  - item: Вода\n    amount: "50,5"\n    source: Бюджет города\n',
    )
    again = passport("import", "smeta.xlsx", "--into", "klub.yaml")
    assert again.lines[-1] == "в `klub.yaml` менять нечего"


@needs_openpyxl
def test_what_no_column_is_of_stays(passport: Passport, write: Write) -> None:
    detailed = PRACTICE.replace('amount: "100"', 'details: [чёрный, зелёный], amount: "100"')
    write("klub.yaml", detailed)
    write("smeta.xlsx", book({"Лист1": [("Наименование расходов", "Сумма"), ("Чай", 120)]}))
    assert passport("import", "smeta.xlsx", "--into", "klub.yaml").code == 0
    assert klub() == detailed.replace('"100"', '"120"')


@needs_openpyxl
def test_a_sheet_becomes_a_practice_that_lacks_its_title(passport: Passport, write: Write) -> None:
    write("smeta.xlsx", book({"Смета": COSTS}))
    ended = passport("import", "smeta.xlsx", "-o", "-")
    assert ended.code == 1
    assert ended.out.startswith("passport: 1\ntitle:\n\ncosts:\n  - item: Чай\n")
    assert "forms:" not in ended.out


@needs_openpyxl
def test_what_is_not_read_is_told_by_its_cell(passport: Passport, write: Write) -> None:
    write("klub.yaml", PRACTICE)
    rows = [*COSTS[:2], ("Вода", "=C2*2", None)]
    write("smeta.xlsx", book({"Смета": rows}))
    ended = passport("import", "smeta.xlsx", "--into", "klub.yaml")
    assert ended.code == 1
    words = " ".join(ended.out.split())
    place = "строка 2, «Сумма»"
    assert f"{place}: формула, значения которой в файле нет (Смета!B3): «=C2*2»" in words


@needs_openpyxl
def test_words_without_a_place_wait_under_unplaced_once(passport: Passport, write: Write) -> None:
    write("klub.yaml", PRACTICE)
    write("smeta.xlsx", book({"Смета": [("Утверждено советом двора",), (), *COSTS]}))
    for _ in range(2):
        assert passport("import", "smeta.xlsx", "--into", "klub.yaml").code == 1
    assert klub().count("Утверждено советом двора") == 1
    assert "from: smeta.xlsx, лист «Смета»" in klub()


@needs_openpyxl
def test_a_form_that_was_typed_into_a_workbook_is_read_as_one(
    passport: Passport, write: Write
) -> None:
    rows: Rows = [
        ("Паспорт практики",),
        ("1. Наименование практики",),
        ("Клуб соседей",),
        ("4. Сроки реализации практики",),
        ("2023 год",),
        ("13. Краткое описание практики",),
        ("Соседи встречаются по средам.",),
        ("9. Результаты практики (что было достигнуто)",),
        ("№", "Показатель, единица измерения", "Значение показателя"),
        (1, "Участники, чел.", 125),
    ]
    write("passport.xlsx", book({"Лист1": rows}))
    ended = passport("import", "passport.xlsx", "-o", "-")
    assert (ended.code, "forms: [practice-passport]" in ended.out) == (0, True)
    assert "    value: 125\n" in ended.out


@needs_openpyxl
def test_a_workbook_without_a_known_table_is_refused(passport: Passport, write: Write) -> None:
    write("a.xlsx", book({"Лист1": [("Инвентарный номер", "Дата"), (1, 2)]}))
    ended = passport("import", "a.xlsx")
    assert ended.code == 2
    assert "нет знакомых заголовков" in ended.err


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), ".xlsx"),
        (
            "a.xlsx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "пароль",
        ),
        ("a.xlsx", b"PK\x03\x04", "повреждён"),
    ],
)
def test_other_workbooks_get_a_sentence(
    name: str, content: bytes, what: str, passport: Passport, write: Write
) -> None:
    write(name, content)
    ended = passport("import", name)
    assert (ended.code, ended.err.count("\n")) == (2, 1)
    assert what in ended.err


# --- out of a practice ---------------------------------------------------------------------


@needs_openpyxl
def test_the_tables_of_a_practice_go_into_a_workbook(passport: Passport, write: Write) -> None:
    from openpyxl import load_workbook

    write("klub.yaml", PRACTICE)
    ended = passport("export", "klub.yaml", "--to", "xlsx")
    assert (ended.code, ended.out, ended.err) == (0, "out/klub.xlsx\n", "")
    [sheet] = load_workbook("out/klub.xlsx")
    assert sheet.title == "Затраты"
    heads, *rows = [row[:4] for row in sheet.values]
    assert [heads, *rows] == [
        ("Статья затрат", "Расшифровка статьи", "Сумма", "Источник финансирования"),
        ("Чай", None, 100, None),
        ("Аренда зала", None, 2000, "Грант"),
        ("Мел", None, "1,5 тыс. руб.", None),
        ("ИТОГО:", None, 3600, None),
    ]


@needs_openpyxl
def test_a_total_that_nobody_says_is_added_up_by_excel(passport: Passport, write: Write) -> None:
    from openpyxl import load_workbook

    write("klub.yaml", PRACTICE.replace("1,5 тыс. руб.", "1500,50"))
    assert passport("export", "klub.yaml", "--to", "xlsx", "-o", "a.xlsx").code == 0
    assert load_workbook("a.xlsx")["Затраты"]["C5"].value == "=SUM(C2:C4)"
    assert passport("import", "a.xlsx", "--into", "klub.yaml").lines[-1] == (
        "в `klub.yaml` менять нечего"
    )


@needs_openpyxl
def test_what_was_changed_in_excel_comes_back(passport: Passport, write: Write) -> None:
    write("klub.yaml", PRACTICE)
    passport("export", "klub.yaml", "--to", "xlsx", "-o", "a.xlsx")

    def change(workbook: Any) -> None:
        workbook["Затраты"]["C2"] = 150

    changed("a.xlsx", change)
    ended = passport("import", "a.xlsx", "--into", "klub.yaml")
    assert klub() == PRACTICE.replace('"100"', '"150"')
    assert ended.code == 0


@needs_openpyxl
def test_an_existing_file_is_replaced_only_if_asked(passport: Passport, write: Write) -> None:
    write("klub.yaml", PRACTICE)
    write("out/klub.xlsx", b"old")
    ended = passport("export", "klub.yaml", "--to", "xlsx")
    assert ended.code == 2
    assert "`out/klub.xlsx` уже есть" in ended.err
    assert Path("out/klub.xlsx").read_bytes() == b"old"
    assert passport("export", "klub.yaml", "--to", "xlsx", "--force").code == 0
    assert Path("out/klub.xlsx").read_bytes().startswith(b"PK")


@needs_openpyxl
def test_of_several_practices_one_that_has_no_table_stops_nothing(
    passport: Passport, write: Write
) -> None:
    write("a/klub.yaml", PRACTICE)
    write("a/dvor.yaml", "passport: 1\ntitle: Двор\n")
    ended = passport("export", "a", "--to", "xlsx")
    assert (ended.code, ended.out) == (2, "out/klub.xlsx\n")
    assert (
        ended.err == "passport: в `a/dvor.yaml` нет ни одной таблицы: ни затрат, ни результатов\n"
    )


def test_a_practice_that_is_not_there_is_named(passport: Passport) -> None:
    ended = passport("export", "klub.yaml", "--to", "xlsx")
    assert (ended.code, ended.err) == (2, "passport: `klub.yaml`: такого файла или папки нет\n")


def test_without_openpyxl_it_is_said_how_to_get_it(
    passport: Passport, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    write("klub.yaml", PRACTICE)
    ended = passport("export", "klub.yaml", "--to", "xlsx")
    assert ended.code == 2
    assert 'pip install "passportkit[excel]"' in ended.err


@pytest.mark.parametrize("content", [b"passport: 1\n", b"<html><body>1</body></html>"])
def test_what_is_only_called_a_workbook_gets_a_sentence(
    content: bytes, passport: Passport, write: Write
) -> None:
    write("smeta.xlsx", content)
    ended = passport("import", "smeta.xlsx")
    assert ended.code == 2
    assert "имя файла кончается на .xlsx, но это " in ended.err


@pytest.mark.parametrize(
    ("practice", "call", "what"),
    [
        (PRACTICE, ["--to", "ods"], "можно в `xlsx`"),
        ("passport: 1\ntitle: Клуб\n", ["--to", "xlsx"], "нет ни одной таблицы"),
        ("passport: 1\ntitle: Клуб\ncosts: [{price: 1}]\n", ["--to", "xlsx"], "сначала исправьте"),
    ],
)
def test_what_cannot_be_exported_is_refused(
    practice: str, call: list[str], what: str, passport: Passport, write: Write
) -> None:
    write("klub.yaml", practice)
    ended = passport("export", "klub.yaml", *call)
    assert ended.code == 2
    assert what in ended.err
    assert not Path("out").exists()
