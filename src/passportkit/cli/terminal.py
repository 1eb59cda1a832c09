"""Where the words of a call go, in its language and in the width that there is."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

from passportkit.language import Message, Translator
from passportkit.report.words import harmless

if TYPE_CHECKING:
    from passportkit.findings import Finding
    from passportkit.source import Source

NARROWEST = 40


@dataclass(frozen=True, slots=True)
class Terminal:
    """The two streams of a call and its language. A stream may be a terminal, a pipe or a file."""

    translate: Translator
    out: TextIO
    err: TextIO

    @property
    def width(self) -> int:
        """Columns of the terminal; 80 where there is none."""
        return max(NARROWEST, shutil.get_terminal_size().columns)

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
        if stream.isatty():
            self._show(source, findings, stream)
            return
        from passportkit.report.concise import line

        for finding in findings:
            stream.write(line(source.name, finding, self.translate) + "\n")

    def _show(self, source: Source, findings: Iterable[Finding], stream: TextIO) -> None:
        # only here is the wait for rich worth its while
        from rich.console import Console

        from passportkit.report.full import excerpt

        console = Console(file=stream, width=self.width, highlight=False)
        for finding in findings:
            text = excerpt(source, finding, self.translate, self.width)
            console.print(text, soft_wrap=True)
            console.print()

    def _words(self, words: Message | str) -> str:
        return harmless(words if isinstance(words, str) else self.translate(words))
