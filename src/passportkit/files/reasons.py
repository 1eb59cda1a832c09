"""Why the system refuses a file, in our words: its own are in its own language."""

from __future__ import annotations

import errno

from passportkit.language import Message, mark, say

_REASONS = {
    errno.EACCES: mark("there is no permission for it"),
    errno.EDQUOT: mark("there is no space left on the disk"),
    errno.EEXIST: mark("a file of this name is in the way"),
    errno.EFBIG: mark("there is no space left on the disk"),
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

NO_NAME = say(_REASONS[errno.EINVAL])
"""Of a name with a sign that no system takes."""

NO_FILE = say("it is no file")
"""Of a pipe, which would keep one waiting, and of a device, which may have no end."""


def reason(error: OSError) -> Message:
    """Return in our words why the system has refused a file."""
    known = _REASONS.get(error.errno or 0)
    return say(known) if known else say("the system reports error {code}", code=error.errno or "?")


def is_of_a_stream(error: BaseException) -> bool:
    """Whether a stream cannot be written: of a file that is opened, the system gives the name."""
    return isinstance(error, OSError) and error.errno is not None and error.filename is None
