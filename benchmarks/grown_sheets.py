"""Workbooks that grow: as programs write them, part by part."""

from __future__ import annotations

from collections.abc import Callable

from growing import Kind, Work
from inputs import KIT, OFFICE, many, package, relation, relations

from passportkit.documents.kinds import identify
from passportkit.engine.exporting import export
from passportkit.practice import BUILT_IN
from passportkit.source import read
from passportkit.workbook.read import read_workbook

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def book(sheet: str, *, strings: str = "", styles: str = "", sheets: int = 1) -> bytes:
    """Return a workbook with the same XML in each of its sheets."""
    named = [(n, f"worksheets/sheet{n}.xml") for n in range(1, sheets + 1)]
    related = [relation(f"rId{n}", "worksheet", name) for n, name in named]
    related += [
        relation("rIdS", "sharedStrings", "sharedStrings.xml"),
        relation("rIdT", "styles", "styles.xml"),
    ]
    listed = "".join(f'<sheet name="Лист {n}" sheetId="{n}" r:id="rId{n}"/>' for n, _ in named)
    return package(
        "xl/workbook.xml",
        "spreadsheetml.sheet",
        {
            "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{OFFICE}/relationships">'
            f"<sheets>{listed}</sheets></workbook>",
            "xl/_rels/workbook.xml.rels": relations(*related),
            "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}">{strings}</sst>',
            "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}">{styles}</styleSheet>',
            **{
                f"xl/{name}": f'<worksheet xmlns="{_MAIN}">{sheet}</worksheet>' for _, name in named
            },
        },
    )


def _reading(content: bytes) -> Work:
    return lambda: read_workbook(identify(content))


def _cell(column: str, row: int, words: str) -> str:
    return f'<c r="{column}{row}" t="inlineStr"><is><t>{words}</t></is></c>'


def _row(number: int, cells: str) -> str:
    return f'<row r="{number}">{cells}</row>'


def _rows(size: int) -> str:
    rows = (_row(n, _cell("A", n, "Краска") + _cell("B", n, "5")) for n in range(2, size + 2))
    heads = _cell("A", 1, "Статья затрат") + _cell("B", 1, "Сумма")
    return f"<sheetData>{_row(1, heads)}{''.join(rows)}</sheetData>"


def _column(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _columns(size: int) -> Work:
    cells = "".join(_cell(_column(n), 1, "а") for n in range(1, size + 1))
    return _reading(book(f"<sheetData>{_row(1, cells)}</sheetData>"))


def _of_rows(cell: Callable[[int], str], **more: Callable[[int], str]) -> Callable[[int], Work]:
    def made(size: int) -> Work:
        rows = "".join(_row(n, cell(n)) for n in range(1, size + 1))
        parts = {name: each(size) for name, each in more.items() if name != "behind"}
        behind = more["behind"](size) if "behind" in more else ""
        sheet = f"<sheetData>{rows}</sheetData>{behind}"
        return _reading(
            book(sheet, strings=parts.get("strings", ""), styles=parts.get("styles", ""))
        )

    return made


def _strings(size: int) -> str:
    return many("<si><t>Соседи {n}</t></si>", size)


def _formats(size: int) -> str:
    codes = "".join(
        f'<numFmt numFmtId="{200 + n}" formatCode="0.0&quot;{n}&quot;"/>' for n in range(size)
    )
    cells = "".join(f'<xf numFmtId="{200 + n}"/>' for n in range(size))
    return f"<numFmts>{codes}</numFmts><cellXfs>{cells}</cellXfs>"


def _long_format(size: int) -> str:
    code = f'<numFmt numFmtId="200" formatCode="0.0{"[" * size}"/>'
    return f'<numFmts>{code}</numFmts><cellXfs><xf/><xf numFmtId="200"/></cellXfs>'


def _hidden_rows(size: int) -> Work:
    """Return what reads a sheet of which every other row is hidden."""
    rows = "".join(
        f'<row r="{n}" hidden="{n % 2}">{_cell("A", n, "а")}</row>' for n in range(1, size + 1)
    )
    return _reading(book(f"<sheetData>{rows}</sheetData>"))


def _hidden_columns(size: int) -> Work:
    """Return what reads a sheet of which every other column is hidden."""
    columns = "".join(f'<col min="{n}" max="{n}" hidden="1"/>' for n in range(1, size, 2))
    cells = "".join(_cell(_column(n), 1, "а") for n in range(1, size + 1))
    return _reading(book(f"<cols>{columns}</cols><sheetData>{_row(1, cells)}</sheetData>"))


def _merged(size: int) -> str:
    cells = "".join(f'<mergeCell ref="A{n}:B{n}"/>' for n in range(1, size + 1))
    return f"<mergeCells>{cells}</mergeCells>"


def _small(size: int) -> Work:
    """Return what reads a sheet of many small blocks: two of three rows are empty."""
    rows = (_row(n, _cell("A", n, "Краска")) for n in range(1, 3 * size, 3))
    return _reading(book(f"<sheetData>{''.join(rows)}</sheetData>"))


def _goes_on(size: int) -> str:
    """Return a sheet of which every other row is empty, below the heads."""
    rows = (_row(n, _cell("A", n, "Краска") + _cell("B", n, "5")) for n in range(3, 2 * size, 2))
    heads = _cell("A", 1, "Статья затрат") + _cell("B", 1, "Сумма")
    return f"<sheetData>{_row(1, heads)}{''.join(rows)}</sheetData>"


def _heads_again(size: int) -> str:
    """Return a sheet of which every other row is one of heads."""
    words = [("Статья затрат", "Сумма"), ("Краска", "5")]
    rows = (
        _row(n, _cell("A", n, a) + _cell("B", n, b)) for n, (a, b) in enumerate(words * size, 1)
    )
    return f"<sheetData>{''.join(rows)}</sheetData>"


def _importing(sheet: Callable[[int], str]) -> Callable[[int], Work]:
    def made(size: int) -> Work:
        content = book(sheet(size))
        return lambda: KIT.import_document(content, name="a.xlsx")

    return made


def _writing(size: int) -> Work:
    rows = many("  - {item: Краска {n}, amount: 1 000}\n", size)
    source = read(f"passport: 1\ntitle: К\ncosts:\n{rows}".encode(), "a.yaml")
    return lambda: export(source, BUILT_IN)


SHEETS = (
    Kind("rows of a sheet", "row", lambda n: _reading(book(_rows(n)))),
    Kind("columns of a sheet", "column", _columns, most=4_000),
    Kind(
        "strings",
        "string",
        _of_rows(lambda n: f'<c r="A{n}" t="s"><v>{n - 1}</v></c>', strings=_strings),
    ),
    Kind(
        "formats",
        "format",
        _of_rows(lambda n: f'<c r="A{n}" s="{n - 1}"><v>1.5</v></c>', styles=_formats),
    ),
    Kind(
        "a long format",
        "sign",
        _of_rows(
            lambda n: f'<c r="A{n}" s="1"><v>1.5</v></c>' if n < 500 else "", styles=_long_format
        ),
    ),
    Kind("merged cells", "cell", _of_rows(lambda n: _cell("A", n, "а"), behind=_merged)),
    Kind("hidden rows", "row", _hidden_rows),
    Kind("hidden columns", "column", _hidden_columns, most=4_000),
    Kind("sheets of a workbook", "sheet", lambda n: _reading(book(_rows(2), sheets=n)), 100, 100),
    Kind("small blocks of a sheet", "block", _small, most=8_000),
    Kind("rows of a sheet imported", "row", _importing(_rows)),
    Kind("rows apart imported", "row", _importing(_goes_on)),
    Kind("heads of a sheet imported", "head", _importing(_heads_again), size=200),
    Kind("rows of a sheet written", "row", _writing),
)
