"""Documents of other kinds come in through LibreOffice, and nothing of it stays behind."""

import os
import shutil
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from passportkit.documents import office
from passportkit.documents.office import Office, find_program, to_docx
from passportkit.errors import CannotGoOn
from passportkit.word.package.opening import open_package
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


@needs_libreoffice
def test_one_profile_serves_many_documents_of_other_names(temporary: Path) -> None:
    with Office() as opened:
        assert [words_in(opened.to_docx(RTF, end)) for end in (".rtf", ".doc")] == [WORDS] * 2
    assert list(temporary.iterdir()) == []


@needs_libreoffice
def test_documents_are_converted_side_by_side(temporary: Path) -> None:
    with ThreadPoolExecutor(2) as pool:
        made = list(pool.map(lambda _: to_docx(RTF, ".rtf"), range(2)))
    assert [words_in(docx) for docx in made] == [WORDS] * 2
    assert list(temporary.iterdir()) == []


ODT = """\
<office:document-content office:version="1.3"
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 xmlns:xlink="http://www.w3.org/1999/xlink">
<office:body><office:text><text:p>{words}<draw:frame text:anchor-type="as-char"
 svg:width="2cm" svg:height="2cm"><draw:image xlink:href="{picture}" xlink:type="simple"
 xlink:show="embed" xlink:actuate="onLoad"/></draw:frame></text:p></office:text></office:body>
</office:document-content>"""
MANIFEST = """\
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
<manifest:file-entry manifest:full-path="/"
 manifest:media-type="application/vnd.oasis.opendocument.text"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
</manifest:manifest>"""


@needs_libreoffice
def test_nothing_is_fetched_for_a_document() -> None:
    asked: list[str] = []

    class Server(BaseHTTPRequestHandler):
        def handle_one_request(self) -> None:
            asked.append("something")

    with HTTPServer(("127.0.0.1", 0), Server) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        content = ODT.format(words=WORDS, picture=f"http://127.0.0.1:{server.server_port}/a.png")
        odt = zipped(
            [
                ("mimetype", b"application/vnd.oasis.opendocument.text"),
                ("content.xml", content.encode()),
                ("META-INF/manifest.xml", MANIFEST.encode()),
            ]
        )
        assert words_in(to_docx(odt, ".odt")).strip() == WORDS
        server.shutdown()
    assert asked == []


def test_without_libreoffice_it_is_said_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find_program", lambda: None)
    with pytest.raises(CannotGoOn, match=r"a \.doc file .* LibreOffice, .* install it, or .* Word"):
        to_docx(RTF, ".doc")


def test_libreoffice_is_looked_for_where_installers_put_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(office, "_PLACES", (str(tmp_path / "none"), str(tmp_path / "soffice")))
    assert find_program() is None
    (tmp_path / "soffice").touch()
    assert find_program() == str(tmp_path / "soffice")


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"just words"])
def test_what_is_no_document_is_refused_unopened(
    content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "find_program", lambda: pytest.fail("it was to be opened"))
    with pytest.raises(CannotGoOn):
        to_docx(content, ".doc")


@needs_scripts
def test_a_document_that_gives_nothing_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", stand_in(tmp_path, "exit 0"))
    with pytest.raises(CannotGoOn, match=r"cannot open the file: .* password; .* Word"):
        to_docx(RTF, ".rtf")


@needs_scripts
def test_what_takes_too_long_is_ended_with_all_that_it_has_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    child = tmp_path / "child"
    script = f"(sleep 0.6; touch {child}) & wait"
    monkeypatch.setenv("PATH", stand_in(tmp_path, script))
    monkeypatch.setattr(office, "_LIMIT", 0.2)
    with pytest.raises(CannotGoOn, match=r"not opened the file in 0\.2 seconds"):
        to_docx(RTF, ".rtf")
    time.sleep(0.8)
    assert not child.exists()
