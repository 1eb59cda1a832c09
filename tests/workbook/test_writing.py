"""Tables become sheets with numbers to count with, and words that are never formulas."""

from __future__ import annotations

import sys
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest

from passportkit.errors import CannotGoOn
from passportkit.workbook.number_cells import NumberCell
from passportkit.workbook.write import TableSheet, TotalRow, write_workbook
from tests.workbook.books import needs_openpyxl

pytestmark = needs_openpyxl

HEADS = ("Статья", "Сумма")
HUNDRED = NumberCell(Decimal("100.50"), "#,##0.00")


def written(*sheets: TableSheet) -> Any:
    from openpyxl import load_workbook

    return load_workbook(BytesIO(write_workbook(sheets)))


def test_a_table_has_a_sheet_with_its_head_frozen():
    [sheet] = written(TableSheet("Затраты", HEADS, [("Чай", HUNDRED), ("Зал", "даром")]))
    assert sheet.title == "Затраты"
    assert [*sheet.values] == [("Статья", "Сумма"), ("Чай", 100.5), ("Зал", "даром")]
    assert sheet.freeze_panes == "A2"
    assert sheet["B2"].number_format == "#,##0.00"
    assert sheet["A1"].font.bold
    assert not sheet["A2"].font.bold


@pytest.mark.parametrize(
    "words", ['=HYPERLINK("http://x.example.org")', "+7 (000)", "-1+2", "@SUM"]
)
def test_words_are_never_a_formula(words):
    [sheet] = written(TableSheet("Затраты", HEADS, [(words, "")]))
    cell = sheet["A2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (words, "s", True)


def test_words_that_look_like_an_escape_are_words():
    [sheet] = written(TableSheet("Затраты", HEADS, [("_x0041_", "")]))
    assert sheet["A2"].value == "_x005F_x0041_"


def test_a_total_is_worked_out_or_said():
    rows = [("Чай", HUNDRED), ("Зал", HUNDRED)]
    summed, said = written(
        TableSheet("А", HEADS, rows, TotalRow("ИТОГО:", 1, None)),
        TableSheet("Б", HEADS, rows, TotalRow("ИТОГО:", 1, "около 200")),
    )
    assert [cell.value for cell in summed[4]] == ["ИТОГО:", "=SUM(B2:B3)"]
    assert [cell.value for cell in said[4]] == ["ИТОГО:", "около 200"]


def test_columns_are_as_wide_as_their_words_within_bounds():
    [sheet] = written(TableSheet("А", ("№", "б" * 20, "в"), [("1", "", "г" * 500)]))
    widths = [sheet.column_dimensions[letter].width for letter in "ABC"]
    assert widths == sorted(widths)
    assert widths[0] >= 10
    assert widths[2] <= 80


def test_names_are_such_as_excel_takes_each_once():
    names = ["Затраты: [план]/факт?", "затраты", "Затраты", "я" * 40, "я" * 40]
    made = written(*[TableSheet(name, HEADS, []) for name in names])
    assert made.sheetnames == [
        "Затраты   план  факт",
        "затраты",
        "Затраты 2",
        "я" * 31,
        f"{'я' * 29} 2",
    ]


def test_the_same_tables_give_the_same_bytes():
    sheets = [TableSheet("Затраты", HEADS, [("Чай", HUNDRED)])]
    assert write_workbook(sheets) == write_workbook(sheets)


def test_a_text_that_no_cell_can_hold_is_refused():
    with pytest.raises(CannotGoOn, match="32768 characters"):
        write_workbook([TableSheet("Затраты", HEADS, [("я" * 32_768, "")])])


def test_without_openpyxl_it_is_said_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(CannotGoOn, match=r'pip install "passportkit\[excel\]"'):
        write_workbook([])
