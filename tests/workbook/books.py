"""Workbooks for tests, as openpyxl writes them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib.util import find_spec
from io import BytesIO
from typing import Any

import pytest

Rows = Sequence[Sequence[Any]]
Change = Callable[[Any], object]

needs_openpyxl = pytest.mark.skipif(
    find_spec("openpyxl") is None, reason="openpyxl is not installed"
)


def book(sheets: Mapping[str, Rows], change: Change = lambda workbook: None) -> bytes:
    """Return a workbook with these rows, from A1 on; None is an empty cell."""
    from openpyxl import Workbook

    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row, values in enumerate(rows, 1):
            for column, value in enumerate(values, 1):
                if value is not None:
                    sheet.cell(row, column, value)
    change(workbook)
    stream = BytesIO()
    workbook.save(stream)
    return stream.getvalue()
