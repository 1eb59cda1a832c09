"""A folder of the user's own in which files wait for the next run; none of them is needed.

Whoever can write into it puts words into documents: it is used only where that is the user alone.
"""

from __future__ import annotations

import os
import re
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

LARGEST = 8 * 2**20
"""How many bytes a file may have. A usual form has 60 KB; a template may have pictures."""

TOGETHER = 64 * 2**20
MOST = 64
"""How many bytes, and how many files, there may be: what is older than these goes."""

_NAME = re.compile(r".+-[0-9a-f]{32}\.template(\.\w+)?")
"""How files of ours are called; with one more ending while they are written."""

_OF_OTHERS = stat.S_IWGRP | stat.S_IWOTH

_NO_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
"""A link is not followed, and nobody is waited for who might write into a pipe."""


_TROUBLE = (OSError, RuntimeError)
"""What may go wrong; the second where Windows does not know the profile of the user."""


class Cache:
    """Keeps bytes by name in a folder. What goes wrong with it, goes on without it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, name: str) -> bytes | None:
        """Return what was kept; None if there is nothing, or somebody else may have written it."""
        with suppress(*_TROUBLE):
            if _is_private(self._folder):
                return _read(self._folder / name)
        return None

    def keep(self, name: str, content: bytes) -> None:
        """Keep bytes for later, if they can be, and let go what is too old or too much."""
        if len(content) > LARGEST:
            return
        with suppress(*_TROUBLE):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if _is_private(self._folder):
                _write(self._folder / name, content)
                _clear(self._folder)


def _read(path: Path) -> bytes | None:
    with open(path, "rb", opener=_unlinked) as stream:
        if not _is_of_the_user(os.fstat(stream.fileno()), stat.S_ISREG):
            return None
        content = stream.read(LARGEST + 1)
    return content if len(content) <= LARGEST else None


def _unlinked(path: str, flags: int) -> int:
    return os.open(path, flags | _NO_LINK)


def _write(path: Path, content: bytes) -> None:
    """Write a file in one step; raise OSError, and leave nothing behind, if that cannot be."""
    file = tempfile.NamedTemporaryFile(prefix=f"{path.name}.", dir=path.parent, delete=False)  # noqa: SIM115 - below
    try:
        with file:
            file.write(content)
        os.replace(file.name, path)  # noqa: PTH105 - says atomic
    except OSError:
        Path(file.name).unlink(missing_ok=True)
        raise


def _clear(folder: Path) -> None:
    """Remove the oldest files above what there may be, also those of earlier versions."""
    room, newest = TOGETHER, sorted(_files(folder), reverse=True)
    for place, (_time, size, path) in enumerate(newest):
        room -= size
        if place >= MOST or room < 0:
            path.unlink(missing_ok=True)


def _files(folder: Path) -> Iterator[tuple[int, int, Path]]:
    for path in folder.iterdir():
        with suppress(FileNotFoundError):  # another process clears too
            said = path.lstat()
            if stat.S_ISREG(said.st_mode) and _NAME.fullmatch(path.name):
                yield said.st_mtime_ns, said.st_size, path


if os.name == "posix":

    def _is_private(folder: Path) -> bool:
        """Whether this is a folder, and no link to one, into which only the user can write."""
        return _is_of_the_user(folder.lstat(), stat.S_ISDIR)

    def _is_of_the_user(said: os.stat_result, is_one: Callable[[int], bool]) -> bool:
        return (
            is_one(said.st_mode) and said.st_uid == os.geteuid() and not said.st_mode & _OF_OTHERS
        )

else:

    def _is_private(folder: Path) -> bool:
        """Whether this is a folder in the profile of the user, where others cannot write."""
        return folder.is_dir() and folder.resolve().is_relative_to(Path.home().resolve())

    def _is_of_the_user(said: os.stat_result, is_one: Callable[[int], bool]) -> bool:
        return is_one(said.st_mode)  # what is in the folder is so too
