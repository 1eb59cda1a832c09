"""Who holds a lock is alive, and nobody else has it meanwhile."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from passportkit import locks
from passportkit.locks import LockState, lock

pytestmark = pytest.mark.skipif(os.name != "posix", reason="Windows locks what is open by itself")

HOLDER = """
import os, sys
from passportkit.locks import lock
descriptor = os.open(sys.argv[1], os.O_RDWR)
print(lock(descriptor).value, flush=True)
sys.stdin.read()
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "открыт.yaml"
    path.touch()
    return path


def state_of(file: Path, patience: float = 0) -> LockState:
    descriptor = os.open(file, os.O_RDWR)
    try:
        return lock(descriptor, patience=patience)
    finally:
        os.close(descriptor)


def test_a_lock_is_had_by_one_process_and_free_when_that_ends(file: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline().decode().strip() == "ours"
        assert state_of(file) is LockState.TAKEN
        holder.kill()  # however it ends
        holder.wait()
        assert state_of(file, patience=10) is LockState.OURS


def test_it_is_free_again_when_the_file_is_closed(file: Path) -> None:
    assert [state_of(file), state_of(file)] == [LockState.OURS] * 2


def test_where_there_are_no_locks_it_says_so(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise OSError

    monkeypatch.setattr("fcntl.flock", refused)
    assert state_of(file, patience=10) is LockState.UNKNOWN
    monkeypatch.setattr(locks, "fcntl", None)
    assert state_of(file) is LockState.UNKNOWN
