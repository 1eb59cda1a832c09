"""Documents of other kinds come in through LibreOffice, and nothing of it stays behind."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from passportkit.documents import confinement, office
from passportkit.documents.office import Office, find_office, to_docx
from passportkit.engine.limits import LIMITS
from passportkit.errors import CannotGoOn
from passportkit.paper.model import texts_of
from passportkit.word.package.opening import open_package
from passportkit.word.read.body import read_document
from tests.word.conftest import zipped

needs_libreoffice = pytest.mark.skipif(
    not shutil.which("soffice"), reason="LibreOffice is not installed"
)
needs_scripts = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script")

WORDS = "Паспорт практики"
RTF = rb"{\rtf1\ansi\ansicpg1251 " + "".join(f"\\u{ord(c)}?" for c in WORDS).encode() + b"}"


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder where temporary files are made."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def words_in(docx: bytes) -> str:
    package = open_package(docx)
    return "".join(package.tree(package.document_name).itertext())


def stand_in(folder: Path, script: str) -> str:
    """Return a folder for the search path with a program that behaves as `script` does."""
    place = folder / "bin"
    place.mkdir()
    program = place / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    return f"{place}{os.pathsep}{os.environ['PATH']}"


WRITES = """
while [ "$1" != --outdir ]; do shift; done
mkdir -p "$2"
{{ {what}; }} > "$2/document.docx"
"""
"""A stand-in that makes something of every document."""


@needs_libreoffice
@pytest.mark.parametrize("shown", ["full", "path", "name-and-extension"])
def test_where_the_copy_lies_is_no_word_of_the_document(temporary: Path, shown: str) -> None:
    named = f'<text:file-name text:display="{shown}">a.odt</text:file-name>'
    read = read_document(to_docx(odt(f"<text:p>Роща {named}</text:p>"), ".odt", LIMITS.seconds))
    assert list(texts_of(read.blocks)) == ["Роща"]


@needs_libreoffice
def test_one_profile_serves_many_documents_of_other_names(temporary: Path) -> None:
    with Office(LIMITS.seconds) as opened:
        assert [words_in(opened.to_docx(RTF, end)) for end in (".rtf", ".doc")] == [WORDS] * 2
    assert list(temporary.iterdir()) == []


@needs_libreoffice
def test_documents_are_converted_side_by_side(temporary: Path) -> None:
    with ThreadPoolExecutor(2) as pool:
        made = list(pool.map(lambda _: to_docx(RTF, ".rtf", LIMITS.seconds), range(2)))
    assert [words_in(docx) for docx in made] == [WORDS] * 2
    assert list(temporary.iterdir()) == []


ODT = """\
<office:document-content office:version="1.3"
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 xmlns:script="urn:oasis:names:tc:opendocument:xmlns:script:1.0"
 xmlns:xlink="http://www.w3.org/1999/xlink">
{head}<office:body><office:text>{body}</office:text></office:body>
</office:document-content>"""
MANIFEST = """\
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
<manifest:file-entry manifest:full-path="/"
 manifest:media-type="application/vnd.oasis.opendocument.text"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
{listed}</manifest:manifest>"""
FILE_ENTRY = '<manifest:file-entry manifest:full-path="{}" manifest:media-type="text/xml"/>'


def odt(body: str, head: str = "", parts: Mapping[str, str] = {}) -> bytes:
    """Return a document of OpenDocument with this in its body, and further parts."""
    listed = "".join(map(FILE_ENTRY.format, parts))
    return zipped(
        [
            ("mimetype", b"application/vnd.oasis.opendocument.text"),
            ("content.xml", ODT.format(head=head, body=body).encode()),
            ("META-INF/manifest.xml", MANIFEST.format(listed=listed).encode()),
            *((name, text.encode()) for name, text in parts.items()),
        ]
    )


def rtf(code: str) -> bytes:
    return RTF[:-1] + code.encode() + b"}"


FRAMED = """\
<draw:frame text:anchor-type="as-char" svg:width="2cm" svg:height="2cm">
<draw:{element} xlink:href="{link}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>
</draw:frame>"""
SECTION = """\
<text:section text:name="{name}"><text:section-source xlink:href="{link}" xlink:type="simple"
 xlink:show="embed" text:filter-name="Text"/><text:p/></text:section>"""


def linked_odt(*links: str) -> bytes:
    """Return a document with pictures, objects, frames and sections that stand elsewhere."""
    elements = ("image", "object", "floating-frame")
    frames = (FRAMED.format(element=element, link=link) for element in elements for link in links)
    sections = (SECTION.format(name=f"s{n}", link=link) for n, link in enumerate(links))
    return odt(f"<text:p>{WORDS}{''.join(frames)}</text:p>{''.join(sections)}")


def field(code: str) -> str:
    return rf" {{\field{{\*\fldinst {code} }}{{\fldrslt X}}}}"


def linked_rtf(*links: str) -> bytes:
    """Return a document with a template, and with words in fields, that stand elsewhere."""
    fields = (field(f'INCLUDETEXT "{link}"') for link in links)
    return rtf(rf"{{\*\template {links[0]}}}{''.join(fields)}")


def picture_rtf(*links: str) -> bytes:
    """Return a document with pictures in fields that stand elsewhere."""
    return rtf("".join(field(rf'INCLUDEPICTURE "{link}" \\d') for link in links))


LINKED = {".odt": [linked_odt], ".rtf": [linked_rtf, picture_rtf]}


@pytest.fixture
def asked() -> Iterator[list[str]]:
    """Return what a server was asked, with its address in front."""
    asked: list[str] = []

    class Server(BaseHTTPRequestHandler):
        def handle_one_request(self) -> None:
            asked.append("something")

    with HTTPServer(("127.0.0.1", 0), Server) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        asked.append(f"http://127.0.0.1:{server.server_port}")
        yield asked
        server.shutdown()


@needs_libreoffice
@pytest.mark.parametrize("walls", ["walls", "no walls"])
def test_nothing_is_fetched_for_a_document(
    asked: list[str], walls: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if walls == "no walls":
        monkeypatch.setattr(confinement, "_walls", lambda: ())
    with Office(LIMITS.seconds) as opened:
        for suffix, makers in LINKED.items():
            for make in makers:
                assert WORDS in words_in(opened.to_docx(make(f"{asked[0]}/a.odt"), suffix))
    assert len(asked) == 1


@needs_libreoffice
def test_words_of_other_files_do_not_come_in(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("Wachtmeister", encoding="utf-8")
    links = secret.as_uri(), "../" * 20 + secret.as_posix().lstrip("/")
    with Office(LIMITS.seconds) as opened:
        for suffix, make in ((".odt", linked_odt), (".rtf", linked_rtf)):
            words = words_in(opened.to_docx(make(*links), suffix))
            assert WORDS in words
            assert "Wachtmeister" not in words


BASIC = """\
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="M"
 script:language="StarBasic">Sub Main
Open "{path}" For Output As #1
Close #1
Shell("touch {path}")
End Sub</script:module>"""
LIBRARY = """\
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
 library:readonly="false" library:passwordprotected="false"><library:element library:name="M"/>
</library:library>"""
LIBRARIES = """\
<library:libraries xmlns:library="http://openoffice.org/2000/library">
<library:library library:name="Standard" library:link="false"/></library:libraries>"""
LISTENER = """\
<script:event-listener script:language="ooo:script" script:event-name="{event}"
 xlink:href="vnd.sun.star.script:Standard.M.Main?language=Basic&amp;location=document"
 xlink:type="simple"/>"""
EVENTS = ("dom:load", "office:load-finished", "office:new", "office:save", "dom:unload")


@needs_libreoffice
def test_a_document_runs_nothing(tmp_path: Path) -> None:
    made = tmp_path / "made"
    listeners = "".join(LISTENER.format(event=event) for event in EVENTS)
    macro = odt(
        f"<text:p>{WORDS}</text:p>",
        f"<office:scripts><office:event-listeners>{listeners}</office:event-listeners>"
        "</office:scripts>",
        {
            "Basic/Standard/M.xml": BASIC.format(path=made),
            "Basic/Standard/script-lb.xml": LIBRARY,
            "Basic/script-lc.xml": LIBRARIES,
        },
    )
    dde = rtf(field(rf'DDEAUTO sh "-c touch {made}"'))
    with Office(LIMITS.seconds) as opened:
        assert words_in(opened.to_docx(macro, ".odt")) == WORDS
        assert WORDS in words_in(opened.to_docx(dde, ".rtf"))
    assert not made.exists()


@needs_libreoffice
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux minds the bound")
def test_a_document_that_asks_for_too_much_memory_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(confinement, "MEMORY", 256 * 2**20)
    with pytest.raises(CannotGoOn, match=r"cannot open the file: .* too large .* Word"):
        to_docx(odt("<text:p>words</text:p>" * 500_000), ".odt", LIMITS.seconds)


def test_without_libreoffice_it_is_said_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find_office", lambda: None)
    with pytest.raises(CannotGoOn, match=r"a \.doc file .* LibreOffice, .* install it, or .* Word"):
        to_docx(RTF, ".doc", LIMITS.seconds)


def test_libreoffice_is_looked_for_where_installers_put_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(office, "_PLACES", (str(tmp_path / "none"), str(tmp_path / "soffice")))
    assert find_office() is None
    (tmp_path / "soffice").touch()
    assert find_office() == str(tmp_path / "soffice")


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"just words"])
def test_what_is_no_document_is_refused_unopened(
    content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "find_office", lambda: pytest.fail("it was to be opened"))
    with pytest.raises(CannotGoOn):
        to_docx(content, ".doc", LIMITS.seconds)


@needs_scripts
def test_a_document_that_gives_nothing_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", stand_in(tmp_path, "exit 0"))
    with pytest.raises(CannotGoOn, match=r"cannot open the file: .* password; .* Word"):
        to_docx(RTF, ".rtf", LIMITS.seconds)


@needs_scripts
def test_what_comes_of_a_document_has_bounds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", stand_in(tmp_path, WRITES.format(what="echo far too much")))
    monkeypatch.setattr(office, "_LARGEST", 5)
    with pytest.raises(CannotGoOn, match="too large"):
        to_docx(RTF, ".rtf", LIMITS.seconds)


@needs_scripts
def test_what_takes_too_long_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", stand_in(tmp_path, "exec sleep 60"))
    with pytest.raises(CannotGoOn, match=r"not opened the file in 0\.2 seconds"):
        to_docx(RTF, ".rtf", seconds=0.2)


def test_without_room_for_a_copy_it_is_said_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "none"))
    monkeypatch.setattr(office, "find_office", lambda: "soffice")
    with pytest.raises(CannotGoOn, match=r"temporary files, .* make room, or .* (TMPDIR|TEMP)"):
        to_docx(RTF, ".rtf", LIMITS.seconds)
