"""What a reader sees of a workbook, and what is told of the rest."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from passportkit.documents import zipped
from passportkit.documents.kinds import identify
from passportkit.errors import CannotGoOn
from passportkit.paper.model import Paper, Paragraph, Table
from passportkit.workbook.read import read_workbook
from tests.workbook.books import Rows, book, needs_openpyxl

pytestmark = needs_openpyxl


def paper(*rows: Any, change: Callable[[Any], object] = lambda sheet: None) -> Paper:
    content = book({"Смета": rows}, lambda workbook: change(workbook.active))
    return read_workbook(identify(content))


def lines(read: Paper) -> list[Any]:
    """Return paragraphs as texts, and tables as lists of rows, a text for each cell."""
    return [
        each.text
        if isinstance(each, Paragraph)
        else [list(map(words, row.cells)) for row in each.rows]
        for each in read.blocks
    ]


def words(cell: Any) -> str:
    return "\n".join(block.text for block in cell.blocks)


def told(read: Paper) -> list[tuple[str, str, str]]:
    """Return what is passed over: of which kind it is, its words, and where it stands."""
    return [(each.kind, each.words, each.part) for each in read.passed_over]


HEADS = ("Статья", "Сумма")


def test_a_sheet_is_its_name_the_lines_above_and_the_table():
    read = paper(("Смета на год",), (), HEADS, ("Чай", 100), ("Зал", "даром"))
    table = [["Статья", "Сумма"], ["Чай", "100"], ["Зал", "даром"]]
    assert lines(read) == ["Смета", "Смета на год", table]
    assert told(read) == []


def test_an_empty_row_parts_tables():
    assert lines(paper(HEADS, ("Чай", 1), (), (), ("Вода", 2), HEADS))[1:] == [
        [["Статья", "Сумма"], ["Чай", "1"]],
        [["Вода", "2"], ["Статья", "Сумма"]],
    ]


def test_an_empty_column_parts_tables_that_have_several_columns_each():
    read = paper((*HEADS, None, "Имя", "Роль"), ("Чай", 1, None, "Анна", "ведёт"))
    assert [len(block.rows[0].cells) for block in read.blocks if isinstance(block, Table)] == [2, 2]


def test_an_empty_column_before_one_more_is_none():
    assert lines(paper(("Статья", None, "Сумма"), ("Чай", None, 1)))[1] == [
        ["Статья", "Сумма"],
        ["Чай", "1"],
    ]


def test_numbers_are_as_they_are_shown():
    def form(sheet: Any) -> None:
        for cell, code in (("B1", "#,##0.00"), ("B2", "0%"), ("B3", "dd.mm.yyyy")):
            sheet[cell].number_format = code

    read = paper(("а", 721400), ("б", 0.5), ("в", date(2024, 3, 12)), change=form)
    assert lines(read)[1] == [["а", "721\xa0400,00"], ["б", "50%"], ["в", "12.03.2024"]]


def test_a_number_that_is_shown_rounded_is_told():
    def form(sheet: Any) -> None:
        sheet["B1"].number_format = "0"

    read = paper(("а", 1.5), change=form)
    assert lines(read)[1] == [["а", "2"]]
    assert told(read) == [("rounded", "1,5", "Смета!B1")]


def test_merged_cells_are_merged():
    def merge(sheet: Any) -> None:
        sheet.merge_cells("B1:C1")
        sheet.merge_cells("A2:A3")

    read = paper(("а", "б", None), ("в", 1, 2), (None, 3, 4), change=merge)
    [table] = [block for block in read.blocks if isinstance(block, Table)]
    assert [(cell.column, cell.span, cell.merge) for row in table.rows for cell in row.cells] == [
        (0, 1, ""),
        (1, 2, ""),
        *((0, 1, "restart"), (1, 1, ""), (2, 1, "")),
        *((0, 1, "continue"), (1, 1, ""), (2, 1, "")),
    ]


def test_a_formula_without_a_value_is_told():
    read = paper(HEADS, ("Чай", "=10*2"), ("Зал", "=B2+1"))
    assert lines(read)[1] == [["Статья", "Сумма"], ["Чай", ""], ["Зал", ""]]
    assert told(read) == [
        ("uncomputed", "=10*2", "Смета!B2"),
        ("uncomputed", "=B2+1", "Смета!B3"),
    ]


def test_a_plain_sum_without_a_value_is_worked_out():
    read = paper(HEADS, ("Чай", 0.1), ("Зал", 0.2), ("Итого", "=SUM(B2:B3)"))
    assert lines(read)[1][-1] == ["Итого", "0,3"]
    assert told(read) == []


@pytest.mark.parametrize("other", ["даром", "=10*2"])
def test_a_sum_over_anything_else_is_not(other):
    read = paper(HEADS, ("Чай", 1), ("Зал", other), ("Итого", "=SUM(B2:B3)"))
    assert lines(read)[1][-1] == ["Итого", ""]
    assert ("uncomputed", "=SUM(B2:B3)", "Смета!B4") in told(read)


def with_part(content: bytes, part: str, edit: Callable[[bytes], bytes]) -> bytes:
    """Return a workbook of which a part was edited."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            found = old.read(name)
            new.writestr(name, edit(found) if name == part else found)
    return made.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


def test_a_formula_is_its_last_value():
    content = book({"Смета": [HEADS, ("Чай", "=10*2")]})
    content = with_part(
        content, SHEET, lambda xml: re.sub(rb"</f><v ?(/>|></v>)", b"</f><v>20</v>", xml)
    )
    assert lines(read_workbook(identify(content)))[1][-1] == ["Чай", "20"]


def test_a_formula_may_give_no_words():
    content = book({"Смета": [HEADS, ("Чай", '=IF(1,"","")')]})
    content = with_part(
        content, SHEET, lambda xml: xml.replace(b'<c r="B2">', b'<c r="B2" t="str">')
    )
    read = read_workbook(identify(content))
    assert lines(read)[1][-1] == ["Чай", ""]
    assert told(read) == []


def test_an_error_is_told():
    content = book({"Смета": [HEADS, ("Чай", "#DIV/0!")]})
    read = read_workbook(identify(content))
    assert lines(read)[1][-1] == ["Чай", ""]
    assert told(read) == [("error", "#DIV/0!", "Смета!B2")]


def test_what_is_hidden_is_told_and_not_read():
    def hide(workbook: Any) -> None:
        workbook["Смета"].row_dimensions[2].hidden = True
        workbook["Смета"].column_dimensions["C"].hidden = True
        workbook["Списки"].sheet_state = "veryHidden"

    rows: Rows = [(*HEADS, "Цена"), ("Чай", 1, 5), ("Зал", 2, 6)]
    read = read_workbook(identify(book({"Смета": rows, "Списки": [("шт.",)]}, hide)))
    assert lines(read) == ["Смета", [["Статья", "Сумма"], ["Зал", "2"]]]
    assert told(read) == [
        ("hidden", "Чай – 1 – 5", "Смета!2:2"),
        ("hidden", "Цена\n6", "Смета!C:C"),
        ("hidden", "шт.", "Списки"),
    ]


def test_what_is_hidden_is_told_in_stretches():
    def hide(workbook: Any) -> None:
        for row in (1, 2, 5):
            workbook["Смета"].row_dimensions[row].hidden = True
        workbook["Смета"].column_dimensions.group("A", "C", hidden=True)

    rows: Rows = [(f"а{n}", f"б{n}", f"в{n}", f"г{n}") for n in range(1, 6)]
    read = read_workbook(identify(book({"Смета": rows}, hide)))
    assert told(read) == [
        ("hidden", "а1 – б1 – в1 – г1\nа2 – б2 – в2 – г2", "Смета!1:2"),
        ("hidden", "а5 – б5 – в5 – г5", "Смета!5:5"),
        ("hidden", "а3 – б3 – в3\nа4 – б4 – в4", "Смета!A:C"),
    ]


def test_comments_are_told():
    from openpyxl.comments import Comment

    def note(sheet: Any) -> None:
        sheet["B2"].comment = Comment("Сверить с договором", "Проверяющий")

    read = paper(HEADS, ("Чай", 1), change=note)
    assert told(read) == [("comment", "Сверить с договором", "Смета!B2")]
    assert [(each.author, each.spot and each.spot.words) for each in read.passed_over] == [
        ("Проверяющий", "1")
    ]


def test_words_that_are_struck_out_are_told_and_not_read():
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont
    from openpyxl.styles import Font

    def strike(sheet: Any) -> None:
        sheet["A2"].font = Font(strike=True)
        sheet["A3"] = CellRichText("Зал", TextBlock(InlineFont(strike=True), " большой"))

    read = paper(HEADS, ("Чай", 1), ("Зал", 2), change=strike)
    assert lines(read)[1] == [["Статья", "Сумма"], ["", "1"], ["Зал", "2"]]
    assert told(read) == [("struck", "Чай", "Смета!A2"), ("struck", "большой", "Смета!A3")]


def test_powers_and_indices_keep_their_meaning():
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont

    def raise_(sheet: Any) -> None:
        sheet["A2"] = CellRichText(
            "Площадь, м", TextBlock(InlineFont(vertAlign="superscript"), "2")
        )

    assert lines(paper(HEADS, (None, 1), change=raise_))[1][-1] == ["Площадь, м²", "1"]


def test_words_may_lead_to_a_page():
    def link(sheet: Any) -> None:
        sheet["A2"].hyperlink = "https://kluby.example.org"
        sheet["B2"].hyperlink = "mailto:centr@example.org"

    read = paper(("Страница", "Почта"), ("Клубы", "centr@example.org"), change=link)
    assert lines(read)[1][-1] == ["[Клубы](https://kluby.example.org)", "centr@example.org"]


def test_lines_of_a_cell_stay_lines():
    assert lines(paper(HEADS, ("Чай\n- чёрный\n- зелёный", 1)))[1][-1][0] == (
        "Чай\n- чёрный\n- зелёный"
    )


def test_signs_of_words_are_words():
    assert lines(paper(HEADS, ("**Чай**", 1)))[1][-1][0] == "\\*\\*Чай\\*\\*"


def test_the_texts_may_stand_in_a_part_of_another_case():
    """As 1C writes it."""
    content = book({"Смета": [HEADS, ("Чай", 1)]})
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name.replace("sharedStrings", "SharedStrings"), old.read(name))
    assert lines(read_workbook(identify(made.getvalue())))[1][-1] == ["Чай", "1"]


def test_a_workbook_without_words_is_refused():
    with pytest.raises(CannotGoOn, match="no cell with words"):
        read_workbook(identify(book({"Смета": []})))


# --- files that may do harm ----------------------------------------------------------------


def test_a_cell_in_the_last_corner_costs_nothing():
    read = paper(HEADS, ("Чай", 1), change=lambda sheet: sheet.cell(1_048_576, 16_384, "конец"))
    assert lines(read)[-1] == "конец"


HARMFUL = {
    "a bomb": lambda xml: xml.replace(b"</sheetData>", b"</sheetData>" + b" " * 2**26),
    "rows without end": lambda xml: xml.replace(
        b"</sheetData>", b"<row/>" * 2_000_000 + b"</sheetData>"
    ),
    "entities": lambda xml: b'<!DOCTYPE a [<!ENTITY b "c">]>' + xml,
    "merged cells all over": lambda xml: xml.replace(
        b"</sheetData>",
        b"</sheetData><mergeCells>" + b'<mergeCell ref="A1:B900"/>' * 900 + b"</mergeCells>",
    ),
}


@pytest.mark.parametrize("edit", HARMFUL.values(), ids=HARMFUL)
def test_what_would_do_harm_is_refused(edit):
    content = with_part(book({"Смета": [HEADS, ("Чай", 1)]}), SHEET, edit)
    with pytest.raises(CannotGoOn):
        read_workbook(identify(content))


def test_a_text_that_cells_share_counts_for_each_of_them(monkeypatch):
    monkeypatch.setattr(zipped, "WORDS", 1000)
    read_workbook(identify(book({"Смета": [HEADS, ("Чай" * 100, 1)]})))
    with pytest.raises(CannotGoOn):
        read_workbook(identify(book({"Смета": [HEADS, *[("Чай" * 100, 1)] * 4]})))


@pytest.mark.parametrize(
    "edit",
    [
        lambda xml: xml.replace(b'r="B2"', b'r="?"'),
        lambda xml: xml.replace(b'<c r="A1" t="s"><v>0</v>', b'<c r="A1" t="s"><v>99</v>'),
        lambda xml: xml.replace(
            b"<v>1</v></c></row></sheetData>", b"<v>NaN</v></c></row></sheetData>"
        ),
        lambda xml: xml.replace(
            b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="?"/></mergeCells>'
        ),
    ],
)
def test_what_does_not_fit_stops_nothing(edit):
    content = with_part(book({"Смета": [HEADS, ("Чай", 1)]}), SHEET, edit)
    assert lines(read_workbook(identify(content)))[0] == "Смета"
