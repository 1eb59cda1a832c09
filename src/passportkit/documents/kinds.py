"""What a file really is, whatever its name says."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import PurePath
from typing import NamedTuple

from passportkit.documents.zipped import DAMAGED, Zipped
from passportkit.errors import CannotGoOn
from passportkit.language import Message, mark, say

_HEAD = 4096
"""How many bytes are looked at where the first few do not tell."""


class DocumentKind(Enum):
    """Kinds of files that people send as a document."""

    DOCX = "docx"
    DOC = "doc"
    ODT = "odt"
    RTF = "rtf"
    HTML = "html"
    MHTML = "mhtml"
    XML = "xml"
    TEXT = "text"
    PDF = "pdf"
    WORKBOOK = "xlsx"
    SHEET = "sheet"
    SLIDES = "slides"
    IMAGE = "image"
    ARCHIVE = "archive"
    LOCKED = "locked"
    EMPTY = "empty"
    DAMAGED = "damaged"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Identified:
    """Bytes, and what they are: `zipped`, if it is a sound zip file; else `damage` says why not."""

    content: bytes
    kind: DocumentKind
    zipped: Zipped | None = None
    damage: Message = DAMAGED


def identify(content: bytes, within: Zipped | None = None) -> Identified:
    """Return what the bytes are, and may lie `within`; of a zip file, by the parts that it has."""
    if content.startswith(_ZIP):
        return _identified_zip(content, within)
    return Identified(content, _kind_of(content))


class _Description(NamedTuple):
    what: str
    advice: str
    suffixes: str = ""


_SAVE = mark("open it in Word and save it as a Word document (.docx)")
_CONVERT = mark("give it this ending, or open it in Word and save it as a Word document (.docx)")
_ASK = mark("ask for the Word document that it was made from")

_DESCRIPTIONS = {
    DocumentKind.DOCX: _Description(
        mark("a Word document (.docx)"), mark("give it this ending"), "docx"
    ),
    DocumentKind.DOC: _Description(
        mark("a Word document of the old kind (.doc)"), _CONVERT, "doc dot"
    ),
    DocumentKind.ODT: _Description(mark("a document of LibreOffice (.odt)"), _CONVERT, "odt"),
    DocumentKind.RTF: _Description(mark("a document in RTF (.rtf)"), _CONVERT, "rtf"),
    DocumentKind.HTML: _Description(mark("a web page (.html)"), _CONVERT, "html htm"),
    DocumentKind.MHTML: _Description(mark("a web page in one file (.mhtml)"), _SAVE, "mhtml mht"),
    DocumentKind.XML: _Description(mark("a document in XML"), _SAVE, "xml"),
    DocumentKind.TEXT: _Description(mark("plain text (.txt)"), mark("give it this ending"), "txt"),
    DocumentKind.PDF: _Description(mark("a PDF"), _ASK, "pdf"),
    DocumentKind.WORKBOOK: _Description(
        mark("a workbook of Excel (.xlsx)"), mark("give it this ending"), "xlsx xlsm"
    ),
    DocumentKind.SHEET: _Description(
        mark("a workbook, but no `.xlsx`"),
        mark("open it in Excel or LibreOffice and save it as a workbook of Excel (.xlsx)"),
        "xls xlsb ods",
    ),
    DocumentKind.SLIDES: _Description(mark("a presentation"), _ASK, "pptx ppt"),
    DocumentKind.IMAGE: _Description(
        mark("a picture"), _ASK, "png jpg jpeg gif bmp tif tiff webp heic"
    ),
    DocumentKind.ARCHIVE: _Description(
        mark("an archive"), mark("unpack it and give the document in it"), "zip rar 7z gz"
    ),
    DocumentKind.LOCKED: _Description(
        mark("a document protected with a password"),
        mark("open it in Word or Excel, take the password away and save it"),
        "docx doc xlsx",
    ),
    DocumentKind.EMPTY: _Description(
        mark("an empty file"), mark("get it again from where it came")
    ),
    DocumentKind.UNKNOWN: _Description(mark("no document that is known here"), _SAVE),
}


def refusal(found: Identified, name: str = "") -> Message:
    """Return what a file is and what to do; also that its name says something else, if it does."""
    if found.kind is DocumentKind.DAMAGED:
        return found.damage
    words = _DESCRIPTIONS[found.kind]
    what, advice = say(words.what), say(words.advice)
    ending = PurePath(name).suffix.lower()
    if ending and words.suffixes and ending[1:] not in words.suffixes.split():
        text = mark("the name of the file ends in {ending}, but it is {what}; {advice}")
        return say(text, ending=ending, what=what, advice=advice)
    return say("this is {what}; {advice}", what=what, advice=advice)


_MAIN_TYPES = (
    (b"wordprocessingml", DocumentKind.DOCX),
    (b"ms-word", DocumentKind.DOCX),  # with macros, which nobody runs here
    (b"spreadsheetml", DocumentKind.WORKBOOK),
    (b"ms-excel", DocumentKind.WORKBOOK),
    (b"presentationml", DocumentKind.SLIDES),
    (b"ms-powerpoint", DocumentKind.SLIDES),
)
_MAIN = re.compile(rb'contenttype\s*=\s*["\']application/vnd\.([^"\']*)\.main\+xml["\']')
_OPEN = {
    b"text": DocumentKind.ODT,
    b"text-template": DocumentKind.ODT,
    b"spreadsheet": DocumentKind.SHEET,
    b"presentation": DocumentKind.SLIDES,
}


_BINARY = "xl/workbook.bin"
"""The main part of a workbook that is no XML (.xlsb)."""

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")


def _identified_zip(content: bytes, within: Zipped | None) -> Identified:
    try:
        zipped = Zipped(content, within=within)
        return Identified(content, _kind_of_zip(zipped), zipped)
    except CannotGoOn as error:
        return Identified(content, DocumentKind.DAMAGED, damage=error.message)


def _kind_of_zip(zipped: Zipped) -> DocumentKind:
    """Return what a zip file is by its parts; raise `CannotGoOn` where it is damaged."""
    if zipped.has("[Content_Types].xml"):
        mains = _MAIN.findall(_small(zipped.read("[Content_Types].xml")))
        found = (kind for sign, kind in _MAIN_TYPES if any(sign in main for main in mains))
        unknown = DocumentKind.SHEET if zipped.has(_BINARY) else DocumentKind.UNKNOWN
        return next(found, unknown)
    if zipped.has("mimetype"):
        return _OPEN.get(zipped.read("mimetype").strip().rpartition(b".")[2], DocumentKind.UNKNOWN)
    return DocumentKind.ARCHIVE


def _small(xml: bytes) -> bytes:
    """Return the types of a package in small letters: nobody has to write them in ours.

    Of UTF-16, which they may be in too, the signs of ASCII are left.
    """
    is_wide = xml[:2] in (b"\xff\xfe", b"\xfe\xff")
    return (xml.replace(b"\0", b"") if is_wide else xml).lower()


_STREAMS = (
    ("WordDocument", DocumentKind.DOC),
    ("EncryptedPackage", DocumentKind.LOCKED),
    ("Workbook", DocumentKind.SHEET),
    ("PowerPoint Document", DocumentKind.SLIDES),
)
"""The streams of the old container, whose names stand in it as UTF-16."""


def _kind_of_container(content: bytes) -> DocumentKind:
    found = (kind for name, kind in _STREAMS if name.encode("utf-16-le") in content)
    return next(found, DocumentKind.UNKNOWN)


_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_MARKUP = (
    (
        re.compile(r"<(?:!doctype\s+)?html\b|<(?:head|body|meta|table)\b", re.IGNORECASE),
        DocumentKind.HTML,
    ),
    (re.compile(r"<\?xml\b|<\w+:\w+ xmlns"), DocumentKind.XML),
)
_MIME = re.compile(r"(?:\A|\n)MIME-Version:", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def _kind_of_text(content: bytes) -> DocumentKind:
    if not content.strip(b"\0 \r\n\t"):
        return DocumentKind.EMPTY
    encoding = next((name for bom, name in _BOMS if content.startswith(bom)), "latin-1")
    head = content[:_HEAD].decode(encoding, errors="replace").lstrip("\ufeff \t\r\n")
    if _CONTROLS.search(head):
        return DocumentKind.UNKNOWN
    if head.startswith("<"):
        return next((kind for sign, kind in _MARKUP if sign.search(head)), DocumentKind.TEXT)
    return DocumentKind.MHTML if _MIME.search(head) else DocumentKind.TEXT


_STARTS: tuple[tuple[bytes, DocumentKind | Callable[[bytes], DocumentKind]], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _kind_of_container),
    (b"%PDF-", DocumentKind.PDF),
    (b"{\\rtf", DocumentKind.RTF),
    (b"\x89PNG", DocumentKind.IMAGE),
    (b"\xff\xd8\xff", DocumentKind.IMAGE),
    (b"GIF8", DocumentKind.IMAGE),
    (b"BM", DocumentKind.IMAGE),
    (b"II*\0", DocumentKind.IMAGE),
    (b"MM\0*", DocumentKind.IMAGE),
    (b"Rar!", DocumentKind.ARCHIVE),
    (b"7z\xbc\xaf", DocumentKind.ARCHIVE),
    (b"\x1f\x8b", DocumentKind.ARCHIVE),
)


def _kind_of(content: bytes) -> DocumentKind:
    for start, kind in _STARTS:
        if content.startswith(start):
            return kind(content) if callable(kind) else kind
    return _kind_of_text(content)
