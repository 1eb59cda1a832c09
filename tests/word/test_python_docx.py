"""What templates are built with below what python-docx documents; what a version lacks is named."""

from __future__ import annotations

from typing import Any

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.table import _Cell, _Row

DOCUMENT = docx.Document()
TABLE = DOCUMENT.add_table(1, 1)
CELL = TABLE.cell(0, 0)
FONTS = DOCUMENT.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)

RELIED_ON: dict[str, tuple[Any, str, str]] = {
    "a cell": (CELL, "_tc", "tc"),
    "a paragraph": (CELL.paragraphs[0], "_p", "p"),
    "a row": (TABLE.rows[0], "_tr", "tr"),
    "a run": (CELL.paragraphs[0].add_run("слова"), "_r", "r"),
    "a table": (TABLE, "_tbl", "tbl"),
}
"""What python-docx makes, the name by which its element is reached, and the element's tag."""


@pytest.mark.parametrize("thing", RELIED_ON)
def test_an_element_is_reached_by_its_name(thing):
    made, name, tag = RELIED_ON[thing]
    element = getattr(made, name, None)
    assert element is not None, f"in python-docx {docx.__version__}, {thing} has no `{name}`"
    assert element.tag.endswith("}" + tag)


def test_rows_and_cells_have_classes_that_can_be_named():
    assert (type(TABLE.rows[0]), type(CELL)) == (_Row, _Cell)


def test_properties_and_cells_are_made_where_there_are_none():
    row = TABLE.rows[0]._tr
    assert row.get_or_add_trPr().tag.endswith("}trPr")
    assert CELL._tc.get_or_add_tcPr().tag.endswith("}tcPr")
    assert row.tc_lst == [CELL._tc]
    assert TABLE._tbl.tblPr.tag.endswith("}tblPr")
    assert [column.tag.rpartition("}")[2] for column in TABLE._tbl.tblGrid] == ["gridCol"]


def test_the_table_of_fonts_is_carried_as_bytes():
    assert FONTS._blob == FONTS.blob
