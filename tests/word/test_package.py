"""The file that goes out: sound, small, and the same for the same words."""

import io
import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from passportkit.forms import Catalogue, Form, blank
from passportkit.word.template.build import build
from passportkit.word.template.compile import compile_template
from passportkit.word.write.fill import fill
from tests.word.conftest import filled_of
from tests.word.document import Document

ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
NAMES = Catalogue().names()


def test_the_same_words_give_the_same_bytes(sections: Form) -> None:
    first = fill(compile_template(build(sections)), filled_of(sections))
    assert fill(compile_template(build(sections)), filled_of(sections)) == first


DIGEST = """
import hashlib, sys
from pathlib import Path
from passportkit.forms import Catalogue, blank
from passportkit.word.write.fill import fill
from passportkit.word.template.templates import Templates

form = Catalogue().form("practice-passport")
docx = fill(Templates(Path(sys.argv[1])).compiled(form), blank(form))
print(hashlib.sha256(docx).hexdigest())
"""


def test_the_same_words_give_the_same_bytes_on_another_day_and_elsewhere(tmp_path: Path) -> None:
    def digest(zone: str, seed: str, language: str, cache: str) -> str:
        folder = tmp_path / zone
        folder.mkdir(parents=True)
        return subprocess.run(
            [sys.executable, "-c", DIGEST, str(tmp_path / cache)],
            env={**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "LANG": language},
            cwd=folder,
            check=True,
            capture_output=True,
            text=True,
        ).stdout

    cold = digest("Asia/Vladivostok", "1", "C", "first")
    warm = digest("America/Lima", "2", "ru_RU.UTF-8", "first")
    elsewhere = digest("Europe/Moscow", "3", "en_US.UTF-8", "second")
    assert cold == warm == elsewhere


def test_entries_have_no_time_and_no_machine(sections: Form) -> None:
    docx = fill(compile_template(build(sections)), filled_of(sections))
    with ZipFile(io.BytesIO(docx)) as file:
        entries = file.infolist()
    assert entries[0].filename == "[Content_Types].xml"
    assert {entry.date_time for entry in entries} == {ZIP_EPOCH}
    assert {(entry.create_system, entry.external_attr) for entry in entries} == {(0, 0)}
    assert {entry.compress_type for entry in entries} == {ZIP_DEFLATED}
    assert len({entry.filename for entry in entries}) == len(entries)


@pytest.mark.parametrize("name", NAMES)
def test_an_official_form_is_sound_and_small(name: str) -> None:
    form = Catalogue().form(name)
    docx = fill(compile_template(build(form)), blank(form))
    assert len(docx) < 12_000
    document = Document(docx)
    assert document.faults() == []
    assert not {"{", "\ue07b"} & set(document.words)
