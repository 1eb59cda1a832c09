"""What a file really is, and what to do about it, whatever its name says."""

import pytest

from passportkit.documents.kinds import DocumentKind, identify, refusal
from passportkit.language import translator
from tests.word.conftest import edited, parts_of, template, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
TYPES = "[Content_Types].xml"
DOCX = template("Слова")
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def container(stream: str) -> bytes:
    """Return a file of the old kind with a stream of that name in its directory."""
    return OLE + stream.encode("utf-16-le") + bytes(64)


def typed(main: str) -> bytes:
    """Return a package whose main part is of another type."""
    return edited(DOCX, TYPES, (MAIN, f"application/vnd.{main}+xml"))


def open_document(kind: str) -> bytes:
    mimetype = f"application/vnd.oasis.opendocument.{kind}".encode()
    return zipped([("mimetype", mimetype), ("content.xml", b"<a/>")])


FILES = {
    "a document": (DOCX, DocumentKind.DOCX),
    "a template": (
        typed("openxmlformats-officedocument.wordprocessingml.template.main"),
        DocumentKind.DOCX,
    ),
    "one with macros": (typed("ms-word.document.macroEnabled.main"), DocumentKind.DOCX),
    "a workbook": (
        typed("openxmlformats-officedocument.spreadsheetml.sheet.main"),
        DocumentKind.WORKBOOK,
    ),
    "a workbook with macros": (typed("ms-excel.sheet.macroEnabled.main"), DocumentKind.WORKBOOK),
    "a workbook that is no XML": (
        zipped([("[Content_Types].xml", b"<Types/>"), ("xl/workbook.bin", b"")]),
        DocumentKind.SHEET,
    ),
    "slides": (
        typed("openxmlformats-officedocument.presentationml.presentation.main"),
        DocumentKind.SLIDES,
    ),
    "another package": (typed("ms-package.unheard-of.main"), DocumentKind.UNKNOWN),
    "ODT": (open_document("text"), DocumentKind.ODT),
    "ODS": (open_document("spreadsheet"), DocumentKind.SHEET),
    "ODP": (open_document("presentation"), DocumentKind.SLIDES),
    "a zip": (zipped([("a.docx", DOCX)]), DocumentKind.ARCHIVE),
    "an empty zip": (zipped([]), DocumentKind.ARCHIVE),
    "half a zip": (DOCX[: len(DOCX) // 2], DocumentKind.DAMAGED),
    "an old document": (container("WordDocument"), DocumentKind.DOC),
    "an old workbook": (container("Workbook"), DocumentKind.SHEET),
    "old slides": (container("PowerPoint Document"), DocumentKind.SLIDES),
    "a locked document": (container("EncryptedPackage"), DocumentKind.LOCKED),
    "another container": (container("__properties_version1.0"), DocumentKind.UNKNOWN),
    "PDF": (b"%PDF-1.7\n%\xe2\xe3", DocumentKind.PDF),
    "RTF": (rb"{\rtf1\ansi}", DocumentKind.RTF),
    "a page": (b"<!DOCTYPE html>\n<html lang='ru'>", DocumentKind.HTML),
    "a page that Excel calls .doc": (b"\xef\xbb\xbf <HTML xmlns:w='urn:x'>", DocumentKind.HTML),
    "a page with a declaration": (b'<?xml version="1.0"?><!DOCTYPE html><html>', DocumentKind.HTML),
    "a page without a head": (b"<table><tr><td>", DocumentKind.HTML),
    "a page in UTF-16": ("<html>".encode("utf-16"), DocumentKind.HTML),
    "a page in one file": (b"From: <x>\r\nMIME-Version: 1.0\r\n", DocumentKind.MHTML),
    "flat XML": (
        b'<?xml version="1.0"?><?mso-application?><pkg:package xmlns:pkg="x">',
        DocumentKind.XML,
    ),
    "words": ("Паспорт практики\n1. Наименование".encode(), DocumentKind.TEXT),
    "old words": ("Паспорт практики".encode("cp1251"), DocumentKind.TEXT),
    "words in UTF-16": ("Паспорт".encode("utf-16"), DocumentKind.TEXT),
    "PNG": (b"\x89PNG\r\n\x1a\n", DocumentKind.IMAGE),
    "JPEG": (b"\xff\xd8\xff\xe0", DocumentKind.IMAGE),
    "RAR": (b"Rar!\x1a\x07", DocumentKind.ARCHIVE),
    "nothing": (b"", DocumentKind.EMPTY),
    "only blanks": (b"\0\0\0 \r\n", DocumentKind.EMPTY),
    "anything": (bytes(range(256)), DocumentKind.UNKNOWN),
}


@pytest.mark.parametrize(("content", "kind"), FILES.values(), ids=FILES)
def test_a_file_is_known_by_what_is_in_it(content: bytes, kind: DocumentKind) -> None:
    assert identify(content).kind is kind


@pytest.mark.parametrize(("content", "kind"), FILES.values(), ids=FILES)
def test_every_kind_is_refused_in_one_line(content: bytes, kind: DocumentKind) -> None:
    del kind
    said = str(refusal(identify(content), "practice.xyz"))
    assert "\n" not in said
    assert "{" not in said


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (
            b"%PDF-1.7",
            "Паспорт.docx",
            "the name of the file ends in .docx, but it is a PDF; ask for the Word document that "
            "it was made from",
        ),
        (
            container("WordDocument"),
            "Паспорт.DOCX",
            "the name of the file ends in .docx, but it is a Word document of the old kind (.doc); "
            "give it this ending, or open it in Word and save it as a Word document (.docx)",
        ),
        (
            container("EncryptedPackage"),
            "Паспорт.docx",
            "this is a document protected with a password; open it in Word or Excel, take the "
            "password away and save it",
        ),
        (
            b"%PDF-1.7",
            "Паспорт.pdf",
            "this is a PDF; ask for the Word document that it was made from",
        ),
        (b"", "Паспорт.docx", "this is an empty file; get it again from where it came"),
        (
            DOCX[:-30],
            "Паспорт.docx",
            "the file is damaged or not copied to its end; get it again from where it came",
        ),
    ],
)
def test_a_name_that_says_something_else_is_said(content: bytes, name: str, said: str) -> None:
    assert translator("en")(refusal(identify(content), name)) == said


def test_a_locked_package_is_said_to_be_locked() -> None:
    content = bytearray(DOCX)
    content[content.index(b"PK\x01\x02") + 8] |= 1
    assert "protected with a password" in str(refusal(identify(bytes(content)), "Паспорт.docx"))


def test_a_package_is_known_without_its_other_parts() -> None:
    types = dict(parts_of(DOCX))[TYPES]
    content = zipped([(TYPES, types), ("word/media/a.bmp", bytes(10**7))])
    assert identify(content).kind is DocumentKind.DOCX
