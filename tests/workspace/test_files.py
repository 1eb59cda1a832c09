from __future__ import annotations

import errno
import io
from pathlib import Path

import pytest

from passportkit.errors import CannotGoOn
from passportkit.findings import Finding
from passportkit.language import translator
from passportkit.workspace.files import (
    DOCUMENT,
    LARGEST,
    create,
    load,
    read_bounded,
    reason,
    replace,
)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def names(folder: str) -> list[str]:
    return sorted(path.name for path in Path(folder).iterdir())


def why_not(found: bytes | Finding) -> str:
    assert isinstance(found, Finding)
    return translator("en")(found.message)


def test_a_file_that_is_too_large_is_not_read() -> None:
    assert read_bounded(io.BytesIO(b"x" * LARGEST)) == b"x" * LARGEST
    assert why_not(read_bounded(io.BytesIO(b"x" * (LARGEST + 1)))) == "the file is larger than 5 MB"
    assert read_bounded(io.BytesIO(b"x" * (LARGEST + 1)), DOCUMENT) == b"x" * (LARGEST + 1)


def test_a_file_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    assert why_not(load(Path("none.yaml"))) == "there is no such file or folder"
    assert why_not(load(tmp_path)) == "the folder cannot be read"
    assert why_not(load(Path("x" * 300))) == "the name is too long"
    assert why_not(load(Path("a\0.yaml"))) == "the name cannot be used"
    Path("loop.yaml").symlink_to("loop.yaml")
    assert why_not(load(Path("loop.yaml"))) == "the link leads back to itself"


def test_an_error_of_the_system_is_never_told_in_its_own_words() -> None:
    words = translator("en")
    assert words(reason(OSError(errno.ENOSPC, "No space left"))) == (
        "there is no space left on the disk"
    )
    assert words(reason(OSError(9999, "Weird"))) == "the system reports error 9999"
    assert words(reason(OSError("odd"))) == "the system reports error ?"


def test_creating_never_overwrites() -> None:
    create(Path("deep/a.yaml"), b"new")
    with pytest.raises(CannotGoOn, match=r"`deep/a.yaml` exists already and stays as it is"):
        create(Path("deep/a.yaml"), b"newer")
    assert Path("deep/a.yaml").read_bytes() == b"new"


def test_replacing_leaves_nothing_else_behind() -> None:
    replace(Path("out/a.docx"), b"old")
    replace(Path("out/a.docx"), b"new")
    assert Path("out/a.docx").read_bytes() == b"new"
    assert names("out") == ["a.docx"]


def test_a_name_of_the_greatest_length_can_be_replaced() -> None:
    path = Path("я" * 125 + ".docx")
    replace(path, b"new")
    assert path.read_bytes() == b"new"


def test_a_folder_in_the_way_is_named() -> None:
    Path("a.docx").mkdir()
    with pytest.raises(CannotGoOn, match=r"`a.docx` cannot be written: it is a folder"):
        replace(Path("a.docx"), b"new")
    assert names(".") == ["a.docx"]


def test_a_file_in_the_way_of_a_folder_is_named() -> None:
    Path("out").write_bytes(b"")
    with pytest.raises(CannotGoOn, match=r"`out/a.docx` cannot be written"):
        replace(Path("out/a.docx"), b"new")


def test_what_is_open_in_word_keeps_its_content(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.docx").write_bytes(b"old")

    def locked(self: Path, target: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "replace", locked)
    with pytest.raises(CannotGoOn, match=r"`a.docx` cannot be written: it is protected, or open"):
        replace(Path("a.docx"), b"new")
    assert Path("a.docx").read_bytes() == b"old"
    assert names(".") == ["a.docx"]


def test_what_is_protected_is_not_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.docx").write_bytes(b"old")
    monkeypatch.setattr("os.access", lambda path, mode: False)
    with pytest.raises(CannotGoOn, match="it is protected"):
        replace(Path("a.docx"), b"new")
    assert Path("a.docx").read_bytes() == b"old"


def test_a_file_that_is_closed_to_the_reader_is_a_message(monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(self: Path, mode: str) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "open", closed)
    assert why_not(load(Path("a.yaml"))) == "there is no permission for it"
