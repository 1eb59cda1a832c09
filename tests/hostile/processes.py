"""Calls that are processes of their own, each bounded in time and memory, and soon begun.

A process that has the whole program loaded waits for calls and forks for each: that takes a
hundredth of a second, where a start takes half of one.
"""

from __future__ import annotations

import ctypes
import json
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from tests.calls import rehearse

SECONDS = 10
MEMORY = 400 * 2**20
"""What a call may need, above what is there when it begins."""

_STREAMS = ("stdin", "stdout", "stderr")
_NO_POWERS = (ctypes.c_uint32 * 6)()
_CAPABILITIES_3 = 0x20080522


class Ended(NamedTuple):
    """How a call has ended: its code, or the signal below zero, and what it has said."""

    code: int
    out: str
    err: str


class Calls:
    """The process that waits for calls."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", __spec__.name],
            cwd=Path(__file__).parents[2],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def end(self) -> None:
        """Let the process end, and wait for it."""
        self._process.communicate()

    def call(
        self,
        arguments: list[str],
        folder: Path,
        streams: Path,
        environment: Mapping[str, str],
        seconds: int,
    ) -> Ended:
        """Run a call in a folder; `streams` has a file `stdin`, and gets what is said."""
        places = {"folder": str(folder), "streams": str(streams)}
        asked = {"arguments": arguments, "environment": environment, "seconds": seconds, **places}
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{json.dumps(asked)}\n")
        self._process.stdin.flush()
        code = int(self._process.stdout.readline())
        out, err = ((streams / name).read_text("utf-8", "replace") for name in _STREAMS[1:])
        return Ended(code, out, err)


def serve() -> None:
    """Load the program, and fork for each call, a line of JSON, until there are no more."""
    rehearse()
    for line in sys.stdin:
        child = os.fork()
        if not child:
            _end_with(json.loads(line))
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


def _end_with(asked: Mapping[str, Any]) -> NoReturn:
    code = -1
    try:
        code = _obey(asked)
        sys.stdout.flush()
        sys.stderr.flush()
    finally:  # whatever happens, it must not go on as its parent does
        os._exit(code)


def _obey(asked: Mapping[str, Any]) -> int:
    """Run a call in this process, its streams being files, and return its exit code."""
    from passportkit.__main__ import main

    os.environ.update(asked["environment"])
    os.chdir(asked["folder"])
    for number, name in enumerate(_STREAMS):
        stream = os.open(Path(asked["streams"], name), os.O_RDWR | os.O_CREAT, 0o600)
        os.dup2(stream, number)
        mode, errors = ("w", "strict") if number else ("r", "surrogateescape")
        setattr(sys, name, open(number, mode, encoding="utf-8", errors=errors, closefd=False))  # noqa: SIM115 - as long as the call
    sys.argv = ["passport", *asked["arguments"]]
    _bound(asked["seconds"])
    return main()


def _bound(seconds: int) -> None:
    """Let the process have so much time and memory more, and no powers of root over files."""
    signal.alarm(seconds)
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    most = pages * resource.getpagesize() + MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if os.geteuid() == 0:
        head = (ctypes.c_uint32 * 2)(_CAPABILITIES_3, 0)
        assert ctypes.CDLL(None).capset(head, _NO_POWERS) == 0


if __name__ == "__main__":
    serve()
