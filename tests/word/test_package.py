"""The file that goes out: sound, small, and the same for the same words."""

import io
import os
import subprocess
import sys
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from passportkit.forms import Catalogue, Form, blank
from passportkit.word import fill
from passportkit.word.build import build
from passportkit.word.compile import compile_template
from tests.word.conftest import filled_of
from tests.word.document import Document

ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
NAMES = Catalogue().names()


def test_the_same_words_give_the_same_bytes(sections: Form) -> None:
    first = fill(compile_template(build(sections)), filled_of(sections))
    assert fill(compile_template(build(sections)), filled_of(sections)) == first


def test_the_same_words_give_the_same_bytes_on_another_day_and_elsewhere() -> None:
    code = (
        "import hashlib; from passportkit.forms import *; from passportkit.word import *; "
        "f = Catalogue().form('practice-passport'); "
        "print(hashlib.sha256(fill(Templates().compiled(f), blank(f))).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "LANG": "C"},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for zone, seed in (("Asia/Vladivostok", "1"), ("America/Lima", "2"))
    }
    assert len(digests) == 1


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
