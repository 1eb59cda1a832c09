"""What stands in a file: all of it, or why it is not read.

Every file of people is read here, so that each is bounded, and none is anything but a file.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO, NamedTuple

from passportkit.files.paths import is_folder
from passportkit.files.reasons import NO_FILE, NO_NAME, reason
from passportkit.findings import START, Finding, Severity
from passportkit.language import Message, say

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

_WITHOUT_WAITING = (
    getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
"""To open a pipe shall not wait for its other end; a file is never waited for."""


def load(path: Path, limit: SizeLimit = PRACTICE) -> bytes | Finding:
    """Return what stands in a file, or say why it cannot be read."""
    try:
        with _opened(path) as stream:
            if _is_regular(stream):
                return read_bounded(stream, limit)
            return _unreadable(NO_FILE, say("give what comes from a pipe to `-`"))
    except OSError as error:
        return _unreadable(_why_not_read(path, error))
    except ValueError:  # a name with a sign that no system takes
        return _unreadable(NO_NAME)


def beginning(path: Path, size: int) -> bytes:
    """Return so many bytes of a file, or fewer; none of one that cannot be read."""
    try:
        with _opened(path) as stream:
            return stream.read(size) if _is_regular(stream) else b""
    except (OSError, ValueError):
        return b""


def _opened(path: Path) -> BinaryIO:
    return os.fdopen(os.open(path, os.O_RDONLY | _WITHOUT_WAITING), "rb")


def _is_regular(stream: BinaryIO) -> bool:
    return stat.S_ISREG(os.fstat(stream.fileno()).st_mode)


def read_bounded(stream: BinaryIO, limit: SizeLimit = PRACTICE) -> bytes | Finding:
    """Return a stream to its end, or say why it cannot be read or is larger than the limit."""
    try:
        content = stream.read(limit.largest + 1)
    except OSError as error:
        return _unreadable(reason(error))
    if len(content) <= limit.largest:
        return content
    return _unreadable(_too_large(limit.largest), limit.advice)


def _too_large(largest: int) -> Message:
    if largest < 2**20:
        return say("the file is larger than {size} KB", size=largest // 2**10)
    return say("the file is larger than {size} MB", size=largest // 2**20)


def _why_not_read(path: Path, error: OSError) -> Message:
    # Windows calls it a lack of permission, others say that it is a folder
    return say("the folder cannot be read") if is_folder(path) else reason(error)


def _unreadable(message: Message, advice: Message | None = None) -> Finding:
    return Finding("unreadable-file", Severity.ERROR, message, help=advice, place=START)
