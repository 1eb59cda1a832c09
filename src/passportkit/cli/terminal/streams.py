"""Where the words of a call go, in its language and in the width that there is."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from io import TextIOWrapper
from typing import TYPE_CHECKING, TextIO

from passportkit.errors import CannotGoOn
from passportkit.language import Message, Translator, say
from passportkit.report.escaping import harmless

if TYPE_CHECKING:
    from rich.text import Text

    from passportkit.findings import Finding
    from passportkit.source import Source

NARROWEST = 40
USUAL = 80
_PIECE = 8192


@dataclass(frozen=True, slots=True)
class Terminal:
    """The two streams of a call and its language. A stream may be a terminal, a pipe or a file."""

    translate: Translator
    out: TextIO
    err: TextIO

    @property
    def width(self) -> int:
        """Columns of the terminal; 80 where there is none."""
        # as shutil has it, which also loads what it needs for archives
        given = os.environ.get("COLUMNS", "")
        columns = int(given) if given.isdecimal() else 0
        if not columns and self.out.isatty():
            try:
                columns = os.get_terminal_size(self.out.fileno()).columns
            except (OSError, ValueError):
                columns = 0
        return max(NARROWEST, columns or USUAL)

    def print(self, words: Message | str) -> None:
        """Print a message, or a text as it is, as a line of the result."""
        self.out.write(self._words(words) + "\n")

    def complain(self, message: Message) -> None:
        """Say what went wrong with the call itself."""
        self.out.flush()
        self.err.write(f"passport: {self._words(message)}\n")

    def tell(self, words: Message | str) -> None:
        """Say something that is no part of the result, whoever reads it."""
        self.out.flush()
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
        from passportkit.report.result import Checked, Report

        show = printer("full" if stream.isatty() else "concise")
        report = Report((Checked(source, source.name, found),), 0, "")
        self.show(show(report, self.translate, self.width), stream)

    def show(self, words: str | Text, stream: TextIO | None = None) -> None:
        """Write a report as it is; one that has colours, in those that the stream can show."""
        stream = stream or self.out
        if isinstance(words, str):
            _write(words, stream)
            return
        # only here is the wait for rich worth its while
        from rich.console import Console

        console = Console(file=stream, width=self.width, highlight=False)
        console.print(words, soft_wrap=True, end="")

    def show_data(self, words: str) -> None:
        """Write what a program reads: in UTF-8, whatever the encoding for people is here."""
        if isinstance(self.out, TextIOWrapper):
            self.out.reconfigure(encoding="utf-8", errors="replace")
        _write(words, self.out)

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
