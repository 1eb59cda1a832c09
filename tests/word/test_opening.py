"""Opening a document from anywhere: its parts and relations, and nothing that would do harm."""

from __future__ import annotations

import io
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_STORED, ZipFile

import pytest

from passportkit.documents.kinds import identify
from passportkit.errors import CannotGoOn
from passportkit.word.package.names import R, W
from passportkit.word.package.opening import open_package
from tests.word.conftest import edited, parts_of, template, zipped

DOCUMENT = "word/document.xml"
RELATIONS = "word/_rels/document.xml.rels"
SOUND = template("Слова")


def replaced(part: str, content: bytes, docx: bytes = SOUND) -> bytes:
    """Return a document with another part of that name."""
    return zipped((name, content if name == part else old) for name, old in parts_of(docx))


def document_of(body: str, head: str = "", encoding: str = "utf-8") -> bytes:
    """Return a document with this body, and `head` before its root."""
    declared = f'<?xml version="1.0" encoding="{encoding}"?>{head}<w:document xmlns:w="{W}">'
    return replaced(DOCUMENT, f"{declared}{body}</w:document>".encode(encoding))


def words_in(docx: bytes) -> str:
    package = open_package(docx)
    return "".join(package.tree(package.document_name).itertext()).strip()


def test_a_document_has_its_parts_by_name() -> None:
    package = open_package(SOUND)
    assert package.document_name == DOCUMENT
    assert package.has("word/styles.xml")
    assert not package.has("word/comments.xml")
    assert package.tree("word/styles.xml").tag == f"{{{W}}}styles"


def test_parts_are_found_by_the_end_of_their_relation() -> None:
    package = open_package(SOUND)
    assert package.related("styles") == ["word/styles.xml"]
    assert package.related("comments") == []
    assert package.related("officeDocument", of="") == [DOCUMENT]
    assert package.related("styles", of="word/styles.xml") == []


def test_a_file_whose_kind_was_asked_is_not_unpacked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    found = identify(SOUND)
    monkeypatch.setattr(zipfile, "ZipFile", lambda *_arguments: pytest.fail("was opened again"))
    assert open_package(found).document_name == DOCUMENT


def related(attributes: str) -> bytes:
    """Return a document with one relation more."""
    more = f"<Relationship {attributes}/></Relationships>"
    return edited(SOUND, RELATIONS, ("</Relationships>", more))


def test_an_address_outside_is_no_part() -> None:
    link = f'Id="x" Type="{R}/hyperlink" Target="https://example.org/?a=1&amp;b=2"'
    package = open_package(related(f'{link} TargetMode="External"'))
    assert package.target("x") == "https://example.org/?a=1&b=2"
    assert package.related("hyperlink") == []
    assert package.target("rId1") is None  # a part
    assert package.target("nowhere") is None


def test_a_part_that_is_not_there_is_not_related() -> None:
    assert open_package(related(f'Id="x" Type="{R}/header" Target="NULL"')).related("header") == []


def test_a_part_may_be_named_from_the_root_of_the_package() -> None:
    docx = related(f'Id="x" Type="{R}/header" Target="/word/styles.xml"')
    assert open_package(docx).related("header") == ["word/styles.xml"]


def test_a_strict_document_reads_like_any_other() -> None:
    strict = "http://purl.oclc.org/ooxml"
    docx = edited(SOUND, DOCUMENT, (W, f"{strict}/wordprocessingml/main"))
    docx = edited(docx, "_rels/.rels", (R, f"{strict}/officeDocument/relationships"))
    assert open_package(docx).tree(DOCUMENT).tag == f"{{{W}}}document"


@pytest.mark.parametrize("rename", [str.upper, lambda name: name.replace("/", "\\")])
def test_names_have_any_case_and_any_slash(rename: Callable[[str], str]) -> None:
    docx = zipped((rename(name), content) for name, content in parts_of(SOUND))
    assert words_in(docx) == "Слова"


def test_a_document_in_utf_16_is_read() -> None:
    assert words_in(document_of("<w:p>Слова</w:p>", encoding="utf-16")) == "Слова"


def test_comments_in_the_xml_are_no_words() -> None:
    assert words_in(document_of("<w:p>Сло<!-- не слово --><?нет нет?>ва</w:p>")) == "Слова"


def test_the_same_tree_is_made_once() -> None:
    package = open_package(SOUND)
    assert package.tree(DOCUMENT) is package.tree(DOCUMENT)


# What would do harm


LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
LAUGHING = f'<!DOCTYPE x [<!ENTITY a0 "ха">{LAUGHS}]>'


def many_zeros() -> bytes:
    parts = dict(parts_of(SOUND))
    file = io.BytesIO()
    with ZipFile(file, "w", 8, compresslevel=1) as archive:
        for name, content in parts.items():
            with archive.open(name, "w", force_zip64=True) as part:
                part.write(content)
                for _ in range(500 if name == DOCUMENT else 0):
                    part.write(bytes(10**6))
    return file.getvalue()


def with_many_parts(count: int) -> bytes:
    return zipped([*parts_of(SOUND), *((f"{n}", b"") for n in range(count))])


HARMFUL: dict[str, Callable[[], bytes]] = {
    "a bomb": many_zeros,
    "millions of elements": lambda: document_of("<w:p/>" * 2_500_000),
    "millions of attributes": lambda: document_of('<a b="" c="" d="" e="" f=""/>' * 500_000),
    "a million levels": lambda: document_of("<w:p>" * 10**6 + "</w:p>" * 10**6),
    "a thousand levels": lambda: document_of("<w:p>" * 1000 + "</w:p>" * 1000),
    "a billion laughs": lambda: document_of("&a11;", LAUGHING),
    "laughs in an attribute": lambda: document_of('<w:p w:a="&a11;"/>', LAUGHING),
    "laughs in another encoding": lambda: document_of("&a11;", LAUGHING, "utf-16"),
    "a file of the reader's": lambda: document_of(
        "&a;", '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    ),
    "a document type elsewhere": lambda: document_of(
        "<w:p/>", '<!DOCTYPE x SYSTEM "https://example.org/x.dtd">'
    ),
    "many parts": lambda: with_many_parts(65_000),
}


@cache
def harmful(name: str) -> bytes:
    return HARMFUL[name]()


OPEN = """
import sys
from pathlib import Path
from passportkit.errors import CannotGoOn
from passportkit.word.package.opening import open_package

try:
    package = open_package(Path(sys.argv[1]).read_bytes())
    package.tree(package.document_name)
except CannotGoOn as error:
    print(error)
import resource
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


@pytest.mark.parametrize("name", HARMFUL)
def test_what_would_do_harm_is_refused_at_once(name: str) -> None:
    docx = harmful(name)
    start = time.process_time()
    with pytest.raises(CannotGoOn, match=r"far more than a document|is damaged|declares what"):
        words_in(docx)
    assert time.process_time() - start < 1


@pytest.mark.skipif(sys.platform != "linux", reason="memory is measured as Linux has it")
@pytest.mark.parametrize("name", ["a bomb", "millions of attributes", "many parts"])
def test_what_would_do_harm_does_not_fill_the_memory(tmp_path: Path, name: str) -> None:
    file = tmp_path / "harmful.docx"
    file.write_bytes(harmful(name))
    # a shell between: a child begins with the memory that its parent has had
    command = f'"{sys.executable}" -c "$1" "$2"'
    said = subprocess.run(
        ["sh", "-c", command, "sh", OPEN, file], check=True, capture_output=True, text=True
    ).stdout.splitlines()
    assert "far more than a document" in said[0]
    assert int(said[1]) < 300


def test_a_large_document_is_no_harm() -> None:
    paragraph = "<w:p><w:r><w:t>Слова</w:t></w:r></w:p>"
    assert len(words_in(document_of(paragraph * 200_000))) == 1_000_000


def test_only_what_is_asked_for_is_unpacked() -> None:
    picture = zipped([*parts_of(SOUND), ("word/media/picture.bmp", bytes(100 * 10**6))])
    assert words_in(picture) == "Слова"


# What is broken


def stored(method: int) -> bytes:
    file = io.BytesIO()
    with ZipFile(file, "w", method) as archive:
        for name, content in parts_of(SOUND):
            archive.writestr(name, content)
    return file.getvalue()


def locked() -> bytes:
    """Return a document whose parts say that they are encrypted."""
    content = bytearray(SOUND)
    at = -1
    while (at := content.find(b"PK\x01\x02", at + 1)) >= 0:
        content[at + 8] |= 1
    return bytes(content)


def flipped() -> bytes:
    """Return a document with another byte in its first part."""
    content = bytearray(stored(ZIP_STORED))
    content[content.index(b"<?xml") + 2] ^= 1
    return bytes(content)


def without(name: str) -> bytes:
    return zipped(part for part in parts_of(SOUND) if part[0] != name)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def twice() -> bytes:
    file = io.BytesIO(SOUND)
    with ZipFile(file, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(DOCUMENT, b"<other/>")
    return file.getvalue()


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: SOUND[: len(SOUND) // 2], "damaged or not copied to its end"),
        (lambda: SOUND[:-1], "damaged or not copied to its end"),
        (lambda: SOUND[:2000] + SOUND[2500:], "damaged"),
        (flipped, "damaged"),
        (lambda: stored(ZIP_BZIP2), "damaged"),
        (lambda: without("_rels/.rels"), "damaged"),
        (lambda: without(DOCUMENT), "damaged"),
        (lambda: replaced(DOCUMENT, b""), "damaged"),
        (lambda: replaced(DOCUMENT, b"<w:document>"), "damaged"),
        (lambda: replaced(DOCUMENT, "<слова/>".encode("cp1251")), "damaged"),
        (twice, "damaged"),
        (locked, "protected with a password; save it without one"),
    ],
    ids=range(12),
)
def test_what_is_broken_is_refused_in_one_sentence(make: Callable[[], bytes], said: str) -> None:
    with pytest.raises(CannotGoOn, match=said):
        words_in(make())


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"just words", zipped([("a", b"")])])
def test_what_is_no_document_is_named(content: bytes) -> None:
    with pytest.raises(CannotGoOn, match=r"^this is"):
        open_package(content)
