"""Where the words of a call go, in its language and in the width that there is."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import TextIOWrapper
from typing import TYPE_CHECKING, TextIO

from passportkit.controls import harmless
from passportkit.errors import CannotGoOn
from passportkit.integers import integer
from passportkit.language import Message, Translator, say

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress
    from rich.text import Text

    from passportkit.findings import Finding
    from passportkit.source import Source

NARROWEST = 40
USUAL = 80
_PIECE = 8192


@dataclass(slots=True)
class Terminal:
    """The two streams of a call and its language. A stream may be a terminal, a pipe or a file.

    While a `bar` shows how far the work has come, it makes way for words.
    """

    translate: Translator
    out: TextIO
    err: TextIO
    bar: Progress | None = None

    @property
    def width(self) -> int:
        """Columns of the terminal; 80 where there is none."""
        # as shutil has it, which also loads what it needs for archives
        columns = integer(os.environ.get("COLUMNS")) or 0
        if not columns and self.out.isatty():
            try:
                columns = os.get_terminal_size(self.out.fileno()).columns
            except (OSError, ValueError):
                columns = 0
        return max(NARROWEST, columns or USUAL)

    def print(self, words: Message | str) -> None:
        """Print a message, or a text as it is, as a line of the result."""
        with self._without_bar():
            self.out.write(self._words(words) + "\n")

    def complain(self, message: Message) -> None:
        """Say what went wrong with the call itself."""
        self.tell(f"passport: {self._words(message)}")

    def tell(self, words: Message | str) -> None:
        """Say something that is no part of the result, whoever reads it."""
        self.out.flush()
        with self._without_bar():
            self.err.write(self._words(words) + "\n")

    def remark(self, message: Message) -> None:
        """Say something to a person who looks on; a log has no use for it."""
        if self.err.isatty():
            self.tell(message)

    def report(
        self, source: Source, findings: Iterable[Finding], stream: TextIO | None = None
    ) -> None:
        """Print findings: with their source to a person, else a line for each."""
        stream = stream or self.out
        found = tuple(findings)
        if not found:
            return
        from passportkit.report.formats import printer
        from passportkit.report.result import CheckRun, told

        show = printer("full" if stream.isatty() else "concise")
        file = told(source, source.name, found)
        self.show(show([file], CheckRun(), self.translate, self.width), stream)

    def show(
        self,
        pieces: Iterable[str | Text],
        stream: TextIO | None = None,
        *,
        for_programs: bool = False,
    ) -> None:
        """Write pieces as they come; those with colours, in the ones that the stream can show.

        What a program reads is in UTF-8, whatever the encoding for people is here.
        """
        stream = stream or self.out
        if for_programs and isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
        console = None
        for piece in pieces:
            with self._without_bar():
                if isinstance(piece, str):
                    _write(piece, stream)
                else:
                    console = console or self._console(stream)
                    console.print(piece, soft_wrap=True, end="")

    def _console(self, stream: TextIO) -> Console:
        # only for colours is the wait for it worth its while
        from passportkit.cli.terminal.console import StreamConsole

        return StreamConsole(stream, self.width)

    @contextmanager
    def _without_bar(self) -> Iterator[None]:
        """Take the bar away while words are written; the streams keep their order."""
        if self.bar is None:
            yield
            return
        self.bar.stop()
        yield
        self.out.flush()
        self.bar.start()

    def hand_over(self, content: bytes) -> None:
        """Write a file that is no text to the standard output; never onto a terminal."""
        if self.out.isatty():
            raise CannotGoOn(say("a document cannot be shown on a terminal; name a file with `-o`"))
        self.out.flush()
        self.out.buffer.write(content)

    def _words(self, words: Message | str) -> str:
        return harmless(words if isinstance(words, str) else self.translate(words))


def _write(words: str, stream: TextIO) -> None:
    """Write in pieces: of one great write, a stream without a buffer loses the rest in silence."""
    stream.writelines(words[start : start + _PIECE] for start in range(0, len(words), _PIECE))
