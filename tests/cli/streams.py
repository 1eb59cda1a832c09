"""Every call with streams as a caller may leave them: closed, on a full disk, with no reader.

A program of its own: it loads all that calls take, and makes each call in a child. What comes of
them it prints as JSON, a list of `[call, streams, code, output, complaints, files]`.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn, TextIO

from tests.calls import CALLS, rehearse

IN, OUT, ERR = range(3)

WAYS: dict[str, tuple[str, tuple[int, ...]]] = {
    "open": ("", ()),
    "input closed": ("closed", (IN,)),
    "output closed": ("closed", (OUT,)),
    "complaints closed": ("closed", (ERR,)),
    "all closed": ("closed", (IN, OUT, ERR)),
    "output full": ("full", (OUT,)),
    "both full": ("full", (OUT, ERR)),
    "output broken": ("broken", (OUT,)),
    "complaints broken": ("broken", (ERR,)),
}
"""What the streams are, by the words for it: a state, and which streams are in it."""

MOST_UNLIKE = ("open", "all closed", "output full", "output broken")
_EACH = 6
"""Every such call is made in all ways."""


def descriptor(state: str) -> int:
    """Return an open file in this state."""
    if state == "full":
        return os.open("/dev/full", os.O_WRONLY)
    reader, writer = os.pipe()
    os.close(reader)
    return writer


def hand_over(state: str, numbers: tuple[int, ...], out: Path, err: Path) -> None:
    """Leave the three streams as Python finds them, those of `numbers` in this state."""
    given = [os.open(each, os.O_CREAT | os.O_RDWR) for each in (os.devnull, out, err)]
    for number in numbers:
        given[number] = descriptor(state) if state != "closed" else given[number]
    for number, new in enumerate(given):
        os.dup2(new, number)
    streams: list[TextIO | None] = [
        os.fdopen(IN, encoding="utf-8", closefd=False),
        os.fdopen(OUT, "w", encoding="utf-8", closefd=False),
        os.fdopen(ERR, "w", 1, encoding="utf-8", closefd=False),
    ]
    for number in numbers if state == "closed" else ():
        os.close(number)
        streams[number] = None
    sys.stdin, sys.stdout, sys.stderr = streams


def child(call: str, way: str, folder: Path) -> NoReturn:
    """Make one call, and end as Python does: it flushes, and 120 says that this failed."""
    from passportkit.__main__ import main

    os.chdir(folder)
    hand_over(*WAYS[way], Path("../out"), Path("../err"))
    sys.argv = ["passport", *call.split()]
    code = main()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        code = 120
    os._exit(code)


def ended(call: str, way: str, made: Path) -> tuple[str, str, int, str, str, list[str]]:
    """Return how a call has ended in a copy of this folder."""
    with TemporaryDirectory() as work:
        folder = shutil.copytree(made, Path(work, "folder"))
        if not (number := os.fork()):
            try:
                child(call, way, folder)
            finally:
                os._exit(111)  # a traceback
        code = os.waitstatus_to_exitcode(os.waitpid(number, 0)[1])
        files = [each.relative_to(folder).as_posix() for each in folder.rglob("*.*")]
        out, err = (Path(work, name).read_text("utf-8", "replace") for name in ("out", "err"))
    return call, way, code, out, err, sorted(files)


def tried() -> Iterator[tuple[str, str]]:
    """Yield each call in the ways that differ most, and some calls in all of them."""
    for number, call in enumerate(CALLS):
        yield from ((call, way) for way in (MOST_UNLIKE if number % _EACH else WAYS))


def main() -> None:
    """Make every call in every way in copies of the folder that is named."""
    made = Path(sys.argv[1])
    rehearse()
    json.dump([ended(call, way, made) for call, way in tried()], sys.stdout)


if __name__ == "__main__":
    main()
