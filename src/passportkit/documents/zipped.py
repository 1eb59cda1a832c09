"""A zip file from a stranger: nothing that it says of itself is believed."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from contextlib import suppress
from urllib.parse import unquote

from lxml import etree

from passportkit.documents.bounds import PART_LIMIT, SIGNS, TOTAL_LIMIT, WORDS, signs_in
from passportkit.errors import CannotGoOn
from passportkit.language import say

ENTRIES = 5_000

_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The two that documents have, and the only ones that `zipfile` unpacks piece by piece."""

_ENTRY = b"PK\x01\x02"
_ENCRYPTED = 1
_IS_UTF8 = 0x800
_BEHIND_CYRILLIC = "\u0530"

DAMAGED = say("the file is damaged or not copied to its end; get it again from where it came")
UNSAFE = say(
    "the file declares what no office program writes, and may be made to do harm; do not open it, "
    "and ask for a document saved by Word"
)
TOO_LARGE = say(
    "the file unpacks to far more than a document can have, and may be meant to harm; do not open "
    "it, and ask whoever sent it for another one"
)
LOCKED = say("the file is protected with a password; save it without one and try again")

_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,  # a place in the file, or a name, that cannot be
    RuntimeError,
    LookupError,
)
"""All that `zipfile` can come to over bytes that are no sound zip file."""


class Spent:
    """How much has been taken of what one file may take, with all files that lie within it."""

    __slots__ = ("cells", "signs", "unpacked", "words")

    def __init__(self) -> None:
        self.unpacked: int = 0
        self.signs: int = 0
        self.words: int = 0
        self.cells: int = 0

    def add_words(self, characters: int) -> None:
        """Count characters that were read; raise `CannotGoOn` where they are far too many."""
        self.words += characters
        if self.words > WORDS:
            raise CannotGoOn(TOO_LARGE)


class Zipped:
    """The parts of a zip file by name; only those that are asked for are unpacked.

    Names are compared as packages have it: whatever their case, whichever slash they have, and
    with signs in percent or without.
    """

    def __init__(self, content: bytes, *, signs: int = SIGNS, within: Zipped | None = None) -> None:
        """Raise `CannotGoOn` where the bytes are no sound zip file.

        `signs` is how many elements and attributes the trees of all its parts may have. What it
        takes is taken of the file that it lies `within`.
        """
        if content.count(_ENTRY) > ENTRIES:  # before `zipfile` lists them all
            raise CannotGoOn(TOO_LARGE)
        try:
            self._file = zipfile.ZipFile(io.BytesIO(content))
        except _BROKEN:
            raise CannotGoOn(DAMAGED) from None
        self.spent: Spent = within.spent if within else Spent()
        self._most_signs = signs
        self._asked: set[str] = set()
        self._infos: dict[str, zipfile.ZipInfo | None] = {}
        for info in self._file.infolist():
            key = key_of(_name_of(info))
            self._infos[key] = None if key in self._infos else info  # twice: which one is meant?

    @property
    def names(self) -> list[str]:
        """The names of all parts, in their order in the file."""
        names = (_name_of(info).replace("\\", "/") for info in self._file.infolist())
        # a name may be empty, of which Python asks in vain whether it is a folder's
        return [name for name in names if not name.endswith("/")]

    @property
    def unread(self) -> list[str]:
        """The keys of the parts that nobody has asked for, in their order in the file."""
        return [key for key in dict.fromkeys(map(key_of, self.names)) if key not in self._asked]

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return key_of(name) in self._infos

    def read(self, name: str) -> bytes:
        """Return a part; raise `CannotGoOn` if it is missing, damaged, locked or far too large."""
        key = key_of(name)
        self._asked.add(key)
        info = self._infos.get(key)
        if info is None:
            raise CannotGoOn(DAMAGED)
        if info.flag_bits & _ENCRYPTED:
            raise CannotGoOn(LOCKED)
        if info.compress_type not in _METHODS:
            raise CannotGoOn(DAMAGED)
        limit = min(PART_LIMIT, TOTAL_LIMIT - self.spent.unpacked)
        try:
            with self._file.open(info) as stream:
                content = stream.read(limit + 1)
        except _BROKEN:
            raise CannotGoOn(DAMAGED) from None
        self.spent.unpacked += len(content)
        if len(content) > limit:
            raise CannotGoOn(TOO_LARGE)
        return content

    def read_xml(self, name: str) -> bytes:
        """Return a part that a tree can be made of without filling the memory."""
        xml = self.read(name)
        if self.spent.unpacked > self._most_signs:  # so few bytes cannot have so many signs
            self.spent.signs += signs_in(xml)
        if self.spent.signs > self._most_signs:
            raise CannotGoOn(TOO_LARGE)
        return xml


def parse(xml: bytes) -> etree._Element:
    """Return the tree of a part, without comments; raise `CannotGoOn` where it is none.

    Entities are refused with the document type that would declare them: no office program writes
    one. So are all encodings but the two that packages have: in others, signs have other bytes, and
    who believes the declaration reads other words. libxml2 itself refuses elements that stand more
    than 256 deep.
    """
    xml = _in_utf8(xml)
    declared = _declaration(xml)
    if b"<!DOCTYPE" in xml or (declared and declared[1].lower() not in _ENCODINGS):
        raise CannotGoOn(UNSAFE)
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        tree = etree.fromstring(xml, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise CannotGoOn(DAMAGED) from None
    if tree.getroottree().docinfo.internalDTD is not None:
        raise CannotGoOn(UNSAFE)
    return tree


_BYTE_ORDERS = (b"\xff\xfe", b"\xfe\xff")
_ENCODINGS = (b"utf-8", b"utf-16")
_declaration = re.compile(
    rb"""(?:\xef\xbb\xbf)?<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"'>]*)"""
).match


def _in_utf8(xml: bytes) -> bytes:
    """Return a part as it is, or in UTF-8 where it is in UTF-16."""
    if not xml.startswith(_BYTE_ORDERS):
        return xml
    try:
        return xml.decode("utf-16").encode()
    except UnicodeError:
        raise CannotGoOn(DAMAGED) from None


def key_of(name: str) -> str:
    """Return the name of a part as names are compared."""
    path = unquote(name) if "%" in name else name
    return path.replace("\\", "/").lstrip("/").lower()


def _name_of(info: zipfile.ZipInfo) -> str:
    """Return the name of a part, which Russian Windows writes in its own letters, or in UTF-8.

    `zipfile` takes it for American where the file does not say that it is UTF-8.
    """
    if info.filename.isascii() or info.flag_bits & _IS_UTF8:
        return info.filename
    for encoding in ("utf-8", "cp866"):
        with suppress(UnicodeError):
            name = info.filename.encode("cp437").decode(encoding)
            if max(name) < _BEHIND_CYRILLIC or encoding == "cp866":
                return name  # by chance, Russian letters are UTF-8 of the signs of Java
    return info.filename
