"""Files written whole or not at all: whoever reads one sees the old content or the new.

Every file of people is written here. What is new is laid beside the real file, flushed to the disk,
and takes its place in one step; a run that is killed leaves at most what the next one clears.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NoReturn

from passportkit.errors import CannotGoOn
from passportkit.files.contents import load
from passportkit.files.leftovers import clear_leftovers, new_beside
from passportkit.files.paths import is_there, leads_away, leads_out, shown
from passportkit.files.reasons import NO_FILE, NO_NAME, reason
from passportkit.language import Message, mark, say
from passportkit.locks import LockState, lock

_IS_WINDOWS = os.name == "nt"

AS_NAMED = None
"""In place of a folder: the call names the very file."""

_PATIENCE = 10
"""Seconds to wait for another process that writes the same file."""

_NO_LINKS = (errno.EPERM, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK)
"""How systems refuse a second name for a file: those of memory sticks, and some of networks."""

_PROTECTED = say("it is protected, or open in another program; close it there and try again")
_CHANGED = say("the file has changed meanwhile; call again")
_BUSY = say("another program is writing it; call again")
_OUT_OF = mark(
    "a link or a setting leads it out of the folder `{folder}`; name the file or folder yourself"
)
_OUT_OF_HERE = say(
    "a link or a setting leads it out of the current folder; name the file or folder yourself"
)
_LED_AWAY = say(
    "a link leads it out of the current folder; name the file or folder to which the link leads"
)
_CLOSED_FOLDER = say("there is no permission to write in its folder")


def encoded(text: str) -> bytes:
    """Return what a file with a text holds; bytes of names that are no text become `?` in it."""
    return text.encode(errors="replace")


def save(path: Path, content: bytes, *, force: bool, within: Path | None) -> None:
    """Write a file anew with `force`, else one that does not exist yet: `replace` or `create`."""
    if force:
        replace(path, content, within=within)
    else:
        create(path, content, within=within)


def create(path: Path, content: bytes, *, within: Path | None) -> None:
    """Write a file that does not exist yet.

    Raises `CannotGoOn` if it does, if it cannot be written, or if links lead it out of the folder
    `within` which it is to be; nothing is there then that was not there before.
    """
    keep_within(path, within)
    with _told(path), _in_its_folder(path):
        try:
            real = Path(os.path.realpath(path.parent), path.name)
            with _laid_beside(real, content, None) as new:
                _name_first(new, real)
        except FileExistsError:
            refuse_existing(path)


def refuse_existing(path: Path) -> NoReturn:
    """Raise `CannotGoOn`, which says that the file is there already."""
    raise CannotGoOn(
        say(
            "`{path}` exists already and stays as it is; give another name with `-o`",
            path=shown(path),
        )
    )


def replace(path: Path, content: bytes, was: bytes | None = None, *, within: Path | None) -> None:
    """Write a file; a link stays one, and what it leads to keeps its mode and owner.

    Raises `CannotGoOn` if it cannot be written, is no regular file, is no longer as it `was`, or if
    links lead it out of the folder `within` which it is to be; the old content is still there then.
    """
    keep_within(path, within)
    with _told(path), _in_its_folder(path):
        real = Path(os.path.realpath(path))
        old = _replaceable(real)
        with _laid_beside(real, content, old) as new, _held(real, was):
            _put_in_place(new, real)


@contextmanager
def _in_its_folder(path: Path) -> Iterator[None]:
    """Make the folders that a file lacks, and take them away again where it is not written."""
    lacking = [each for each in path.parents if not is_there(each)]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield
    except BaseException:  # an interruption, too, leaves nothing behind
        for each in lacking:
            with suppress(OSError):  # somebody else has laid something there since
                each.rmdir()
        raise


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Say in our words why a file cannot be written."""
    try:
        yield
    except _Refused as refused:
        raise CannotGoOn(_not_written(path, refused.why)) from None
    except OSError as error:
        raise CannotGoOn(_not_written(path, reason(error))) from error
    except ValueError:  # a name with a sign that no system takes
        raise CannotGoOn(_not_written(path, NO_NAME)) from None


class _Refused(Exception):  # noqa: N818 - says what it means where it is raised
    """We do not write the file, and say why."""

    def __init__(self, why: Message) -> None:
        super().__init__(why)
        self.why = why


def _not_written(path: Path, why: Message) -> Message:
    return say("`{path}` cannot be written: {why}", path=shown(path), why=why)


def keep_within(path: Path, folder: Path | None) -> None:
    """Raise `CannotGoOn` where no file can be called so, or links lead it out of its folder.

    What is named below the current folder stays in that, whatever the call says: the links in it
    may be a stranger's. Who wants to write elsewhere names the place itself.
    """
    with _told(path):
        _refuse_unfit(path)
    if leads_away(path):
        raise CannotGoOn(_not_written(path, _LED_AWAY))
    if folder is not None and leads_out(path, folder):
        name = shown(folder)
        why = _OUT_OF_HERE if name == "." else say(_OUT_OF, folder=name)
        raise CannotGoOn(_not_written(path, why))


def _refuse_unfit(path: Path) -> None:
    """Raise as the system does for a name that it never takes, such as one that is too long."""
    there = next((each for each in path.parents if is_there(each)), Path())
    for name in path.relative_to(there).parts:  # of what lacks a folder it would say only that
        with suppress(FileNotFoundError, NotADirectoryError, PermissionError):
            (there / name).lstat()


def _replaceable(real: Path) -> os.stat_result | None:
    """Return what the system knows of the file, None if there is none; raise if it has to stay."""
    try:
        old = real.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(old.st_mode):
        raise IsADirectoryError(errno.EISDIR, "")
    if not stat.S_ISREG(old.st_mode):
        raise _Refused(NO_FILE)
    if not os.access(real, os.W_OK):  # the system itself would replace what is protected
        raise _Refused(_PROTECTED)
    return old


@contextmanager
def _laid_beside(real: Path, content: bytes, old: os.stat_result | None) -> Iterator[Path]:
    """Write content to a new file beside the real one; take that away again if it is left."""
    clear_leftovers(real.parent)
    try:
        new, descriptor = new_beside(real, 0o666 if old is None else 0o600)
    except PermissionError:
        raise _Refused(_CLOSED_FOLDER) from None
    try:
        with _closed_behind(descriptor):
            _write(descriptor, content)
            if old is not None and not _IS_WINDOWS:
                _take_over(descriptor, real, old)
            os.fsync(descriptor)
            if not _IS_WINDOWS:  # its lock says that somebody is still at it
                yield new
        if _IS_WINDOWS:  # which renames nothing that is open
            yield new
    finally:
        new.unlink(missing_ok=True)
    _flush(real.parent)


@contextmanager
def _closed_behind(descriptor: int) -> Iterator[None]:
    try:
        yield
    finally:
        os.close(descriptor)


def _write(descriptor: int, content: bytes) -> None:
    left = memoryview(content)
    while left:
        left = left[os.write(descriptor, left) :]


def _take_over(descriptor: int, real: Path, old: os.stat_result) -> None:
    """Give a new file the owner, the mode and the rights of the one that it replaces.

    Where its group cannot be had, ours gets no more than everybody has.
    """
    mode = stat.S_IMODE(old.st_mode) & 0o777
    is_alike = _owned_alike(descriptor, old)
    for name in _attributes(descriptor):  # such as the folder gives to new files
        with suppress(OSError):
            os.removexattr(descriptor, name)
    for name in _attributes(real):
        if is_alike or name not in _RIGHTS:
            with suppress(OSError):
                os.setxattr(descriptor, name, os.getxattr(real, name))
    os.fchmod(descriptor, mode if is_alike else mode & 0o707 | (mode & 0o007) << 3)


def _owned_alike(descriptor: int, old: os.stat_result) -> bool:
    """Take over owner and group as far as the system allows; return whether the group is had."""
    new = os.fstat(descriptor)
    if (new.st_uid, new.st_gid) == (old.st_uid, old.st_gid):
        return True
    for owner in (old.st_uid, -1):
        with suppress(OSError):
            os.fchown(descriptor, owner, old.st_gid)
            return True
    return False


_RIGHTS = ("system.posix_acl_access",)
"""What Linux calls the rights of single people and groups."""


def _attributes(file: Path | int) -> list[str]:
    """Return the names of what Linux knows of a file besides: rights of single people, notes."""
    try:
        return os.listxattr(file)
    except (AttributeError, OSError):
        return []


@contextmanager
def _held(real: Path, was: bytes | None) -> Iterator[None]:
    """Keep others of us from a file that has to be as it `was`; raise if it is not."""
    if was is None:
        yield
        return
    try:
        descriptor = os.open(real, os.O_RDONLY)
    except FileNotFoundError:
        raise _Refused(_CHANGED) from None
    with _closed_behind(descriptor):
        if lock(descriptor, patience=_PATIENCE) is LockState.TAKEN:
            raise _Refused(_BUSY)
        if not _is_as_it_was(real, descriptor, was):
            raise _Refused(_CHANGED)
        if not _IS_WINDOWS:
            yield
    if _IS_WINDOWS:
        yield


def _is_as_it_was(real: Path, descriptor: int, was: bytes) -> bool:
    try:
        is_same = os.path.samestat(os.fstat(descriptor), real.stat())
    except FileNotFoundError:
        return False
    # whoever had the lock before us may have put another file in its place
    return is_same and load(real) == was


def _put_in_place(new: Path, real: Path) -> None:
    try:
        new.replace(real)
    except PermissionError:
        raise _Refused(_PROTECTED) from None


def _name_first(new: Path, path: Path) -> None:
    """Give the new file its name; raise `FileExistsError` where something has it already."""
    if _IS_WINDOWS:
        new.rename(path)  # which replaces nothing there
        return
    try:
        os.link(new, path, follow_symlinks=False)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        path.open("xb").close()  # nobody else takes the name meanwhile
        new.replace(path)


def _flush(folder: Path) -> None:
    """Let the disk know the new name of a file as well; only POSIX can be asked to."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        with _closed_behind(descriptor):
            os.fsync(descriptor)
