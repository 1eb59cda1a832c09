"""Folders of copies: gone at the end, and cleared by the next run where one was killed."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from passportkit.documents import scratch
from passportkit.documents.scratch import PREFIX, clear_left, scratch_folder

posix = pytest.mark.skipif(os.name != "posix", reason="links and owners are those of POSIX")


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder where temporary files are made."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


KILLED = """
import os, signal, sys, tempfile
from passportkit.documents.scratch import scratch_folder
tempfile.tempdir = sys.argv[1]
with scratch_folder() as folder:
    (folder / "copy.doc").write_bytes(b"words")
    print(folder, flush=True)
    sys.stdin.read(1)
    os._exit(9)
"""


def process_with_folder(temporary: Path) -> tuple[subprocess.Popen[bytes], Path]:
    """Return another process with its folder; sent a byte, it ends and cleans nothing up."""
    process = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(temporary)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert process.stdout is not None
    return process, Path(process.stdout.readline().decode().strip())


def test_a_folder_is_private_and_gone_at_the_end(temporary: Path) -> None:
    with scratch_folder() as folder:
        assert folder.parent == temporary
        assert os.name != "posix" or folder.stat().st_mode & 0o777 == 0o700
        (folder / "copy.doc").touch()
    assert list(temporary.iterdir()) == []


def test_what_a_killed_process_has_left_goes_with_the_next_run(temporary: Path) -> None:
    process, left = process_with_folder(temporary)
    with process:
        with scratch_folder():
            assert (left / "copy.doc").exists()  # it is still in use
        process.communicate(b"1")
    assert (left / "copy.doc").exists()
    with scratch_folder() as folder:
        assert list(temporary.iterdir()) == [folder]


def test_folders_side_by_side_are_left_alone(temporary: Path) -> None:
    with scratch_folder() as first, scratch_folder() as second:
        clear_left()
        assert first.exists()
        assert second.exists()
    assert list(temporary.iterdir()) == []


@posix
def test_a_link_is_not_followed(temporary: Path) -> None:
    own = temporary / "documents"
    own.mkdir()
    (own / "lock").touch()
    (temporary / f"{PREFIX}link").symlink_to(own)
    inside = temporary / f"{PREFIX}inside"
    inside.mkdir()
    (inside / "lock").touch()
    (inside / "further").symlink_to(own)
    clear_left()
    assert (own / "lock").exists()
    assert not inside.exists()


@posix
def test_a_lock_that_is_a_link_unlocks_nothing(temporary: Path) -> None:
    (temporary / f"{PREFIX}link").mkdir()
    (temporary / "file").touch()
    (temporary / f"{PREFIX}link" / "lock").symlink_to(temporary / "file")
    clear_left()
    assert (temporary / f"{PREFIX}link").exists()
    assert (temporary / "file").exists()


@posix
def test_what_is_another_user_s_is_left_alone(
    temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = temporary / f"{PREFIX}left"
    left.mkdir()
    (left / "lock").touch()
    with monkeypatch.context() as patched:
        patched.setattr(os, "geteuid", lambda: 12345)
        clear_left()
    assert left.exists()
    clear_left()
    assert not left.exists()


@pytest.mark.parametrize(("age", "is_left"), [(60, True), (3 * scratch._HALF_MADE, False)])
def test_a_folder_without_a_lock_may_be_just_begun(
    temporary: Path, age: int, is_left: bool
) -> None:
    folder = temporary / f"{PREFIX}begun"
    folder.mkdir()
    time = folder.stat().st_mtime - age
    os.utime(folder, (time, time))
    clear_left()
    assert folder.exists() == is_left


def test_other_files_are_left_alone(temporary: Path) -> None:
    (temporary / f"{PREFIX}file").touch()
    (temporary / "passport").mkdir()
    clear_left()
    assert len(list(temporary.iterdir())) == 2
