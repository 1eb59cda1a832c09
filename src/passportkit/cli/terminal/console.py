"""The console that writes colours onto one of the streams."""

from __future__ import annotations

import errno
from typing import TextIO

from rich.console import Console


class StreamConsole(Console):
    """A console as wide as the terminal, which finds nothing in words to colour by itself."""

    def __init__(self, stream: TextIO, width: int) -> None:
        super().__init__(file=stream, width=width, highlight=False)

    def on_broken_pipe(self) -> None:
        """Let the error through: how a call ends is for the call to say."""
        raise BrokenPipeError(errno.EPIPE, "")
