"""A call at a terminal of its own, driven as a person would."""

from __future__ import annotations

import os
import re
import select
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pytest

termios = pytest.importorskip("termios")
import fcntl  # noqa: E402 - there is none where there is no termios
import struct  # noqa: E402

CHILD = """
import fcntl, signal, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)  # so that Ctrl-C comes as a signal
signal.signal(signal.SIGINT, signal.default_int_handler)  # a suite in the background ignores it
from passportkit.__main__ import main
sys.exit(main())
"""

CTRL_C, CTRL_D = "\x03", "\x04"
WAITS = re.compile(r"(?:^|\n)(?:> |  )$")

PATIENCE = 60
"""How many seconds a machine that is busy with other tests may take to show the next words."""


class Session:
    """A call at a terminal of its own. `screen` is all that has been shown."""

    def __init__(
        self, folder: Path, *arguments: str, columns: int = 80, command: str = "new", **own: str
    ) -> None:
        self._terminal, inner = os.openpty()
        size = struct.pack("HHHH", 40, columns, 0, 0)
        fcntl.ioctl(inner, termios.TIOCSWINSZ, size)
        usual = {"PASSPORT_LANG": "ru", "LC_ALL": "C.UTF-8", "TERM": "dumb", "NO_COLOR": "1"}
        environment = {**os.environ, **usual, "COLUMNS": str(columns), **own}
        self._process = subprocess.Popen(
            [sys.executable, "-c", CHILD, command, *arguments],
            cwd=folder,
            env=environment,
            stdin=inner,
            stdout=inner,
            stderr=inner,
            start_new_session=True,
        )
        os.close(inner)
        self.screen = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._terminal)

    def type(self, *lines: str) -> str:
        """Type lines, each when there is a prompt; return what was shown from the first on."""
        begun = len(self.screen)
        for line in lines:
            self._read(lambda: WAITS.search(self.screen))
            self._send(line if line in (CTRL_C, CTRL_D) else line + "\n")
            if line == CTRL_C and not self._is_ready(1):
                self._send(line)  # one that comes just after the prompt is lost on readline
        self._read(lambda: WAITS.search(self.screen))
        return self.screen[begun:]

    @property
    def code(self) -> int:
        """The exit code, when the call has ended."""
        self._read(lambda: False)
        return self._process.wait(PATIENCE)

    def _is_ready(self, seconds: float) -> bool:
        return bool(select.select([self._terminal], [], [], seconds)[0])

    def _send(self, keys: str) -> None:
        self.screen += "⌨"  # the prompt that was there is answered
        os.write(self._terminal, keys.encode())

    def _read(self, enough: Any) -> None:
        content = b""
        before = self.screen
        while not enough():
            assert self._is_ready(PATIENCE), f"nothing more is shown:\n{self.screen}"
            try:
                new = os.read(self._terminal, 65536)
            except OSError:  # so Linux says that the other end is closed
                return
            if not new:
                return
            content += new
            self.screen = before + content.decode(errors="ignore").replace("\r\n", "\n")
