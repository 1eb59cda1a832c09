"""What stands on a sheet beside its cells is passed over with its words and its place."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Any

from passportkit.documents.kinds import identify
from passportkit.paper.model import PassedOver
from passportkit.workbook.read import read_workbook
from tests.workbook.books import Change, book, needs_openpyxl

pytestmark = needs_openpyxl

ROWS = [("Статья", "Сумма"), ("Чай", 1)]
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND = "http://schemas.microsoft.com/office/2017/10/relationships/"
_THREADS = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"


def passed_over(
    change: Change = lambda workbook: None, parts: Mapping[str, str] | None = None
) -> list[PassedOver]:
    """Return what is passed over of a changed workbook, with some parts of its file put there."""
    content = book({"Смета": ROWS}, change)
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            if name not in (parts or {}):
                new.writestr(name, old.read(name))
        for name, text in (parts or {}).items():
            new.writestr(name, text)
    return list(read_workbook(identify(made.getvalue())).passed_over)


def relations(**targets: tuple[str, str]) -> str:
    """Return a part with relations, each with its type and its target."""
    each = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>'
        for name, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{_RELATIONS}">{each}</Relationships>'


def told(found: list[PassedOver]) -> list[tuple[str, str, str]]:
    return [(each.kind, each.words, each.part) for each in found]


def test_a_conversation_at_a_cell_is_told_once_with_who_said_what():
    parts = {
        "xl/worksheets/_rels/sheet1.xml.rels": relations(
            a=(f"{_KIND}threadedComment", "/xl/threadedComments/threadedComment1.xml"),
            b=("http://example.org/relationships/comments", "/xl/comments1.xml"),
        ),
        "xl/threadedComments/threadedComment1.xml": (
            f'<ThreadedComments xmlns="{_THREADS}">'
            '<threadedComment ref="B2" dT="2026-05-12T10:00:00" personId="{1}" id="{A}">'
            "<text>Почему 1?</text></threadedComment></ThreadedComments>"
        ),
        "xl/comments1.xml": (
            '<comments xmlns="http://example.org/main"><authors><author>tc={A}</author></authors>'
            '<commentList><comment ref="B2" authorId="0"><text><t>Почему 1?</t></text></comment>'
            "</commentList></comments>"
        ),
        "xl/persons/person.xml": (
            f'<personList xmlns="{_THREADS}">'
            '<person displayName="Светлова Анна" id="{1}"/></personList>'
        ),
        "xl/_rels/workbook.xml.rels": relations(
            rId1=("http://example.org/relationships/worksheet", "/xl/worksheets/sheet1.xml"),
            p=(f"{_KIND}person", "/xl/persons/person.xml"),
        ),
    }
    [found] = passed_over(parts=parts)
    assert (found.kind, found.words, found.part) == ("comment", "Почему 1?", "Смета!B2")
    assert (found.author, found.date) == ("Светлова Анна", "2026-05-12")
    assert found.spot is not None
    assert found.spot.words == "1"


def test_words_above_and_below_the_pages_are_without_their_codes():
    def margins(workbook: Any) -> None:
        sheet = workbook.active
        sheet.oddHeader.center.text = 'Приложение "А" && Б'
        sheet.oddHeader.right.text = "&D"
        sheet.oddFooter.left.text = "Лист &P из &N"

    assert told(passed_over(margins)) == [
        ("header", 'Приложение "А" & Б', ""),
        ("footer", "Лист  из", ""),
    ]


def test_charts_are_told_on_a_sheet_and_alone():
    from openpyxl.chart import BarChart, Reference

    def draw(workbook: Any) -> None:
        for sheet, title in ((workbook.active, "Рост"), (workbook.create_chartsheet("Одна"), "")):
            chart = BarChart()
            chart.title = title or None
            chart.add_data(Reference(workbook.active, min_col=2, min_row=1, max_row=2))
            sheet.add_chart(chart)

    assert told(passed_over(draw)) == [("chart", "Рост", "Смета"), ("chart", "", "Одна")]


def test_words_in_shapes_are_told_a_line_for_each_paragraph():
    shape = (
        '<xdr:wsDr xmlns:xdr="http://example.org/drawing" xmlns:a="http://example.org/main">'
        "<xdr:sp><xdr:txBody><a:p><a:r><a:t>Внимание: </a:t></a:r><a:r><a:t>без НДС</a:t></a:r>"
        "</a:p><a:p><a:r><a:t>Проверено</a:t></a:r></a:p></xdr:txBody></xdr:sp><xdr:sp/></xdr:wsDr>"
    )
    parts = {
        "xl/worksheets/_rels/sheet1.xml.rels": relations(
            a=("http://example.org/relationships/drawing", "/xl/drawings/drawing1.xml")
        ),
        "xl/drawings/drawing1.xml": shape,
    }
    assert told(passed_over(parts=parts)) == [("drawing", "Внимание: без НДС\nПроверено", "Смета")]


def test_what_is_beside_a_hidden_sheet_is_told_too():
    from openpyxl.comments import Comment

    def hide(workbook: Any) -> None:
        sheet = workbook.create_sheet("Черновик")
        sheet["A1"] = "Не для всех"
        sheet["A1"].comment = Comment("Убрать", "Отдел")
        sheet.sheet_state = "hidden"

    assert told(passed_over(hide)) == [
        ("hidden", "Не для всех", "Черновик"),
        ("comment", "Убрать", "Черновик!A1"),
    ]
