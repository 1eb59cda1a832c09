from __future__ import annotations

import errno
import io
import os
import socket
from pathlib import Path

import pytest

from passportkit.files.contents import DOCUMENT, LARGEST, load, read_bounded
from passportkit.files.reasons import reason
from passportkit.findings import Finding
from passportkit.language import translator


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def why_not(found: bytes | Finding) -> str:
    assert isinstance(found, Finding)
    return translator("en")(found.message)


def test_a_file_is_read_whole() -> None:
    Path("a.yaml").write_bytes(b"a\r\nb")
    assert load(Path("a.yaml")) == b"a\r\nb"


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


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_nothing_but_a_file_is_read_and_nobody_waits_for_it() -> None:
    os.mkfifo("pipe.yaml")
    Path("device.yaml").symlink_to("/dev/zero")
    Path("link.yaml").symlink_to("pipe.yaml")
    for name in ("pipe.yaml", "device.yaml", "link.yaml"):
        assert why_not(load(Path(name))) == "it is no file"


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="there are no sockets in folders here")
def test_a_socket_is_no_file() -> None:
    with socket.socket(socket.AF_UNIX) as waiting:
        waiting.bind("socket.yaml")
        assert isinstance(load(Path("socket.yaml")), Finding)


def test_an_error_of_the_system_is_never_told_in_its_own_words() -> None:
    words = translator("en")
    assert words(reason(OSError(errno.ENOSPC, "No space left"))) == (
        "there is no space left on the disk"
    )
    assert words(reason(OSError(9999, "Weird"))) == "the system reports error 9999"
    assert words(reason(OSError("odd"))) == "the system reports error ?"


def test_a_file_that_is_closed_to_the_reader_is_a_message(monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(path: Path, flags: int) -> int:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "open", closed)
    assert why_not(load(Path("a.yaml"))) == "there is no permission for it"
