"""New files that wait to take a name, and what a run that was killed has left of them."""

from __future__ import annotations

import os
import re
import time
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from passportkit.locks import LockState, lock

_NAME = ".passport-{}.tmp"
_LEFT = re.compile(r"\.passport-[0-9a-f]{12}\.tmp")
"""How they are called: short, for the name of the file may be as long as the system allows."""

_NEW = (
    os.O_CREAT
    | os.O_EXCL
    | os.O_WRONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_ANY = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)

_HOUR = 3600
"""Seconds after which nobody writes on, where no lock can tell."""


def new_beside(path: Path, mode: int) -> tuple[Path, int]:
    """Return a new file in the folder of `path`, and its descriptor, locked until it is closed.

    Raises `OSError` where the folder takes none.
    """
    while True:
        new = path.with_name(_NAME.format(os.urandom(6).hex()))
        descriptor = os.open(new, _NEW, mode)
        lock(descriptor, patience=1)
        if os.fstat(descriptor).st_nlink:
            return new, descriptor
        os.close(descriptor)  # somebody has cleared it away before it was locked


def is_leftover(name: str) -> bool:
    """Return whether a file is called as those are that wait to take a name."""
    return bool(_LEFT.fullmatch(name))


@lru_cache(maxsize=4096)
def clear_leftovers(folder: Path) -> None:
    """Remove what runs that were killed have left in a folder; look once in a process."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if is_leftover(entry.name) and entry.is_file(follow_symlinks=False):
                _clear(entry.path)


def _clear(path: str) -> None:
    with suppress(OSError):
        descriptor = os.open(path, _ANY)
        try:
            state, age = lock(descriptor), time.time() - os.fstat(descriptor).st_mtime
            if state is LockState.OURS:
                os.unlink(path)  # noqa: PTH108 - a text, and no links are followed
        finally:
            os.close(descriptor)
        if state is LockState.UNKNOWN and age > _HOUR:
            os.unlink(path)  # noqa: PTH108 - as above
