"""Files that are read whole or refused, and written whole or left as they were."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import BinaryIO, NamedTuple

from passportkit.errors import CannotGoOn
from passportkit.findings import START, Finding, Severity
from passportkit.language import Message, mark, say

LARGEST = 5 * 2**20
"""How many bytes a file may have. A rich practice has 50 KB; what is above this is no practice."""


class SizeLimit(NamedTuple):
    """How many bytes a file may have, and what to do about one that has more."""

    largest: int
    advice: Message


PRACTICE = SizeLimit(
    LARGEST, say("a practice is a text of some pages; put pictures and tables elsewhere")
)
DOCUMENT = SizeLimit(
    50 * 2**20, say("a form is a text of some pages; take the pictures out of the document")
)

_REASONS = {
    errno.EACCES: mark("there is no permission for it"),
    errno.EEXIST: mark("a file of this name is in the way"),
    errno.EINVAL: mark("the name cannot be used"),
    errno.EIO: mark("the disk reports an error"),
    errno.EISDIR: mark("it is a folder"),
    errno.ELOOP: mark("the link leads back to itself"),
    errno.EMFILE: mark("too many files are open"),
    errno.ENAMETOOLONG: mark("the name is too long"),
    errno.ENOENT: mark("there is no such file or folder"),
    errno.ENOSPC: mark("there is no space left on the disk"),
    errno.ENOTDIR: mark("a part of the path is a file, not a folder"),
    errno.EPERM: mark("there is no permission for it"),
    errno.EROFS: mark("the disk can only be read"),
}


def reason(error: OSError) -> Message:
    """Return in our words why the system has refused a file: its own are in its own language."""
    known = _REASONS.get(error.errno or 0)
    return say(known) if known else say("the system reports error {code}", code=error.errno or "?")


def shown(path: Path) -> str:
    """Return how messages call a file: from the current folder, with `/`."""
    if not path.is_absolute():
        return path.as_posix()
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:  # another drive of Windows
        return path.as_posix()


def place_below(root: Path, name: str) -> str:
    """Return how machines call a file that messages call `name`: from a folder, with `/`."""
    try:
        return Path(os.path.relpath(name, root)).as_posix()
    except ValueError:  # another drive of Windows
        return Path(name).absolute().as_posix()


def is_there(path: Path) -> bool:
    """Return whether there is anything of this name, even a link that leads nowhere."""
    return os.path.lexists(path)


def is_in_the_way(path: Path, *, force: bool) -> bool:
    """Return whether there is a file already that the call does not want to be replaced."""
    return not force and is_there(path)


def keep_existing(path: Path, *, force: bool) -> None:
    """Raise `CannotGoOn` where there is a file already, and the call does not say to replace it."""
    if is_in_the_way(path, force=force):
        raise CannotGoOn(
            say(
                "`{path}` exists already and stays as it is; `--force` writes it anew",
                path=shown(path),
            )
        )


def quoted(path: Path) -> str:
    """Return how a path stands in a command."""
    name = shown(path)
    return f'"{name}"' if " " in name else name


def is_folder(path: Path) -> bool:
    """Return whether there is such a folder; `Path.is_dir` raises where one above is closed."""
    return os.path.isdir(path)  # noqa: PTH112 - as said above


def is_file(path: Path) -> bool:
    """Return whether there is such a file; `Path.is_file` raises where a folder above is closed."""
    return os.path.isfile(path)  # noqa: PTH113 - as said above


def load(path: Path, limit: SizeLimit = PRACTICE) -> bytes | Finding:
    """Read a file, or say why it cannot be read."""
    try:
        with path.open("rb") as stream:
            return read_bounded(stream, limit)
    except OSError as error:
        return _unreadable(_why_not_read(path, error))
    except ValueError:  # a name with a sign that no system takes
        return _unreadable(say(_REASONS[errno.EINVAL]))


def read_bounded(stream: BinaryIO, limit: SizeLimit = PRACTICE) -> bytes | Finding:
    """Read a stream to its end, or say why it cannot be read or is larger than the limit."""
    try:
        content = stream.read(limit.largest + 1)
    except OSError as error:
        return _unreadable(reason(error))
    if len(content) <= limit.largest:
        return content
    size = limit.largest // 2**20
    return _unreadable(say("the file is larger than {size} MB", size=size), limit.advice)


def _why_not_read(path: Path, error: OSError) -> Message:
    # Windows calls it a lack of permission, others say that it is a folder
    return say("the folder cannot be read") if is_folder(path) else reason(error)


def _unreadable(message: Message, advice: Message | None = None) -> Finding:
    return Finding("unreadable-file", Severity.ERROR, message, help=advice, place=START)


def create(path: Path, content: bytes) -> None:
    """Write a file that does not exist yet; raise `CannotGoOn` if it does."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotGoOn(_not_written(path, reason(error))) from error
    try:
        with path.open("xb") as stream:
            stream.write(content)
    except FileExistsError:
        raise CannotGoOn(
            say(
                "`{path}` exists already and stays as it is; give another name with `-o`",
                path=shown(path),
            )
        ) from None
    except OSError as error:
        raise CannotGoOn(_not_written(path, reason(error))) from error


def replace(path: Path, content: bytes, was: bytes | None = None) -> None:
    """Write a file in one step: whoever reads it sees the old content or the new, never a part.

    Raises `CannotGoOn` if it cannot be written, or is no longer as it `was`; the old content is
    still there then.
    """
    # a short name: that of the file may already be as long as the system allows
    new = path.with_name(f".passport-{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _refuse_protected(path)
        try:
            new.write_bytes(content)
            if was is not None and path.read_bytes() != was:
                raise CannotGoOn(_not_written(path, _CHANGED))
            new.replace(path)
        finally:
            new.unlink(missing_ok=True)
    except PermissionError as error:
        raise CannotGoOn(_not_written(path, _PROTECTED)) from error
    except OSError as error:
        raise CannotGoOn(_not_written(path, reason(error))) from error


_PROTECTED = say("it is protected, or open in another program; close it there and try again")

_CHANGED = say("somebody has changed it meanwhile; call again")


def _refuse_protected(path: Path) -> None:
    """Raise where the system itself would replace what the user has protected, or a folder."""
    if is_folder(path):
        raise IsADirectoryError(errno.EISDIR, "")
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, "")


def _not_written(path: Path, why: Message) -> Message:
    return say("`{path}` cannot be written: {why}", path=shown(path), why=why)
