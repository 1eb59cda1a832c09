"""Folders for what another program is given and makes: private, and never left behind for long.

A folder is in use while its process holds the lock in it, and the system lets go of a lock when the
process ends, however it does. So a later run knows what was left, also where numbers of processes
say nothing, as in containers that share a folder for temporary files.
"""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from passportkit.documents.confinement import end_users
from passportkit.locks import LockState, lock

PREFIX = "passport-office-"
"""How the folders are called, by which a later run knows them."""

_LOCK = "lock"

_HALF_MADE = 24 * 60 * 60
"""After how many seconds a folder without a lock is left: its process was ended as it made it."""


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """Return a new folder that is gone at the end; remove those that earlier runs have left."""
    clear_left()
    with tempfile.TemporaryDirectory(prefix=PREFIX, ignore_cleanup_errors=True) as name:
        folder = Path(name)
        with _locked(folder):
            yield folder


def clear_left() -> None:
    """Remove the folders of the user that no process holds any more, whatever is in them."""
    with suppress(OSError):
        for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
            with suppress(OSError):
                if _is_of_the_user(folder.lstat()) and _is_left(folder):
                    end_users(folder)
                    shutil.rmtree(folder, ignore_errors=True)


def _is_left(folder: Path) -> bool:
    path = folder / _LOCK
    if os.path.lexists(path):
        return _is_free(path)
    return time.time() - folder.lstat().st_mtime > _HALF_MADE


if os.name == "posix":

    def _is_of_the_user(said: os.stat_result) -> bool:
        """Whether this is a folder, and no link to one, that belongs to the user."""
        return stat.S_ISDIR(said.st_mode) and said.st_uid == os.geteuid()

    @contextmanager
    def _locked(folder: Path) -> Iterator[None]:
        # it gets its name when it is locked: nobody shall find it before
        new = folder / f"{_LOCK}.new"
        with new.open("wb") as stream:
            if lock(stream.fileno()) is LockState.OURS:  # some disks of a network have no locks
                new.rename(folder / _LOCK)
            yield

    def _is_free(path: Path) -> bool:
        flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK
        with os.fdopen(os.open(path, flags), "rb") as stream:
            return lock(stream.fileno()) is LockState.OURS

else:

    def _is_of_the_user(said: os.stat_result) -> bool:
        """Whether this is a folder; that for temporary files is in the profile of the user."""
        return stat.S_ISDIR(said.st_mode)

    @contextmanager
    def _locked(folder: Path) -> Iterator[None]:
        with (folder / _LOCK).open("xb"):
            yield

    def _is_free(path: Path) -> bool:
        path.unlink()  # raises OSError while it is open
        return True
