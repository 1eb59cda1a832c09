"""Files that would do harm, or are no documents: one line says so, soon, and nothing is written."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from passportkit.word.package.names import W
from tests.conftest import Passport, Write

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TYPES = f'<Types xmlns="{PACKAGE}/content-types"><Override PartName="/d.xml" ContentType="{{}}"/></Types>'  # noqa: E501

HEADINGS = ("Название лучшей практики", "Инициатор лучшей практики", "Решаемые задачи")


def package(document: bytes, main: str = MAIN) -> bytes:
    """Return a package whose document, or what else it is by `main`, is these bytes."""
    relation = f'<Relationship Id="a" Type="{OFFICE}/officeDocument" Target="d.xml"/>'
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as parts:
        parts.writestr("[Content_Types].xml", TYPES.format(main))
        parts.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{PACKAGE}/relationships">{relation}</Relationships>',
        )
        parts.writestr("d.xml", document)
    return file.getvalue()


def document(body: str, before: str = "") -> bytes:
    """Return a document with this body, and `before` its root."""
    return package(
        f'{before}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'.encode()
    )


def words(text: str, properties: str = "") -> str:
    """Return a paragraph."""
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def nested(opening: str, closing: str, times: int) -> str:
    return opening * times + words("слово") + closing * times


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

DAMAGED = "файл повреждён или скопирован не до конца"
UNSAFE = "есть объявления, каких не пишет ни одна офисная программа"
TOO_LARGE = "файл при распаковке намного больше, чем бывает документ"

REFUSED: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "bomb": ("a.docx", lambda: package(bytes(40 * 2**20)), TOO_LARGE),
    "paragraphs": ("a.docx", lambda: document(words("слово") * 400_000), TOO_LARGE),
    "laughs": (
        "a.docx",
        lambda: document(words("&l9;"), f'<!DOCTYPE a [<!ENTITY l0 "а">{LAUGHS}]>'),
        UNSAFE,
    ),
    "entity": (
        "a.docx",
        lambda: document(words("&x;"), '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
        UNSAFE,
    ),
    "controls": (
        "a.docx",
        lambda: document(nested("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 10_000)),
        DAMAGED,
    ),
    "tables": (
        "a.docx",
        lambda: document(nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 3_000)),
        DAMAGED,
    ),
    "truncated": ("a.docx", lambda: document(words("слово"))[:-9], DAMAGED),
    "locked": (
        "a.docx",
        lambda: OLE + "EncryptedPackage".encode("utf-16-le"),
        "защищённый паролем",
    ),
    "old": (
        "a.docx",
        lambda: OLE + "WordDocument".encode("utf-16-le"),
        "имя файла кончается на .docx, но это документ Word старого образца (.doc)",
    ),
    "text": ("a.docx", "слово".encode, "но это обычный текст (.txt)"),
    "pdf": ("a.docx", lambda: b"%PDF-1.7\n", "но это файл PDF"),
    "workbook": (
        "a.docx",
        lambda: package(b"", MAIN.replace("wordprocessing", "spreadsheet")),
        "Excel",
    ),
    "archive": (
        "a.doc",
        lambda: package(b"").replace(b"[Content_Types]", b"[Another__name]"),
        "но это архив",
    ),
    "empty": ("a.docx", lambda: b"", "пустой файл"),
    "noise": ("a.doc", lambda: OLE + bytes(range(256)) * 99, "файл неизвестного вида"),
    "divisions": ("a.html", lambda: b"<html><body>" + b"<div>" * 100_000, "слишком велика"),
    "lines": ("a.txt", lambda: b"\n" * 3_000_000 + b"x", "текст слишком велик"),
}


@pytest.mark.parametrize(("name", "content", "what"), REFUSED.values(), ids=REFUSED)
def test_what_would_do_harm_is_refused_in_one_line(
    name: str, content: Callable[[], bytes], what: str, passport: Passport, write: Write
) -> None:
    write(name, content())
    ended = passport("import", name)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"passport: `{name}`: ")
    assert ended.err.count("\n") == 1
    assert what in ended.err
    assert [each.name for each in Path().iterdir()] == [name]


def cell(**properties: str) -> str:
    inner = "".join(f'<w:{name} w:val="{value}"/>' for name, value in properties.items())
    return f"<w:tc><w:tcPr>{inner}</w:tcPr>{words('ячейка')}</w:tc>"


def table(*rows: str) -> str:
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


LEVEL = '<w:pPr><w:numPr><w:ilvl w:val="99999999"/><w:numId w:val="1"/></w:numPr></w:pPr>'
STRANGE = {
    "wide cells": table(cell(gridSpan="999999999"), cell(gridSpan="-5"), cell(gridSpan="9" * 5000)),
    "many cells": table(cell() * 5_000, cell() * 5_000),
    "a deep level": words("слово", LEVEL),
    "a long word": words("а" * 500_000),
    "brackets": words("(" * 50_000) + words("[" * 50_000) + words("*" * 50_000),
    "deep tables": nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 60),
}


@pytest.mark.parametrize("body", STRANGE.values(), ids=STRANGE)
def test_a_strange_document_comes_in_like_any_other(
    body: str, passport: Passport, write: Write
) -> None:
    headed = "".join(words(heading) + words("Слова.") for heading in HEADINGS)
    write("a.docx", document(headed + body))
    ended = passport("import", "a.docx", "--form", "algorithm")
    assert (ended.code, ended.err) == (0, "")
    assert Path("a.yaml").exists()
