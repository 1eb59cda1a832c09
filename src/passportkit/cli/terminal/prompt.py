"""Asking at the terminal: one line, one text, yes or no."""

from __future__ import annotations

import sys
from contextlib import suppress
from enum import Enum, auto

from passportkit.cli.terminal.editor import edit
from passportkit.cli.terminal.streams import Terminal
from passportkit.controls import harmless
from passportkit.errors import CannotGoOn
from passportkit.language import Message, mark
from passportkit.report.columns import filled


class Move(Enum):
    """What is wanted in place of an answer."""

    ON = auto()
    BACK = auto()
    HELP = auto()
    EDIT = auto()


_MOVES = {
    "": Move.ON,
    "..": Move.BACK,
    "<": Move.BACK,
    "?": Move.HELP,
    "e": Move.EDIT,
    "е": Move.EDIT,  # the same key with Cyrillic letters on it
}
"""What a line alone means."""

KEYS = mark(
    "`Enter` – go on without an answer; `..` – go back; `e` – write in an editor; `?` – help; "
    "`Ctrl-C` – stop, and go on another time"
)
HELP = (
    mark(
        "A text may have several lines: an empty one ends it. A new line is a new paragraph; "
        "a line that begins with `- ` is an item of a list."
    ),
    mark("In a table each line is one cell, and an empty first cell ends the table."),
    mark("What is empty stays empty, and is asked again next time."),
)


class Prompt:
    """Reads what is typed. `typed` is what an answer had when it was broken off."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal
        self.typed = ""
        with suppress(ImportError):  # Windows edits lines itself
            import readline  # noqa: F401 - `input` then does

    def text(self, heading: str, now: str = "", *, is_line: bool = False) -> str | Move:
        """Return a text of one line or several; an editor shows `heading`, and what there is."""
        self.typed = ""
        while True:
            first = self._read("> ")
            move = _MOVES.get(first.strip())
            if move in (None, Move.ON, Move.BACK):
                break
            if move is Move.HELP:
                self.help()
            elif edited := self._edited(now, heading):
                self.typed = edited
                return edited
        if move is not None:
            return move
        self.typed = first
        while not is_line and (more := self._read("  ")).strip():
            self.typed += "\n" + more
        return self.typed

    def line(self, question: Message, style: str = "") -> str:
        """Return one line, whatever it says."""
        self.say(question, style)
        return self._read("> ")

    def agrees(self, question: Message) -> bool:
        """Return whether the answer is yes; nothing at all is a yes."""
        return not self.line(question, "yellow").strip().lower().startswith(("n", "н"))

    def say(self, words: Message | str, style: str = "", indent: str = "") -> None:
        """Print words in the width of the terminal."""
        text = words if isinstance(words, str) else self._terminal.translate(words)
        if not text and style + indent:
            return  # the form says nothing here
        lines = "\n".join(
            filled(line, self._terminal.width, indent) for line in harmless(text).split("\n")
        )
        if not style:
            self._terminal.print(lines)
            return
        from rich.text import Text

        from passportkit.cli.terminal.console import StreamConsole

        console = StreamConsole(self._terminal.out, self._terminal.width)
        console.print(Text(lines, style), soft_wrap=True)

    def help(self) -> None:
        """Say which keys there are, and how an answer is typed."""
        for words in (KEYS, *HELP):
            self.say(self._terminal.translate(words), "cyan")

    def _edited(self, text: str, heading: str) -> str:
        try:
            edited = edit(text, heading)
        except CannotGoOn as error:
            self.say(error.message, "yellow")
            return ""
        if edited.strip():
            self.say(edited, indent="  ")
        return edited.strip()

    def _read(self, prompt: str) -> str:
        self._terminal.err.flush()
        # a lone surrogate stands for a byte that is no UTF-8
        return input(prompt).encode("utf-8", "replace").decode()


def is_possible(terminal: Terminal) -> bool:
    """Return whether there is a person at both ends."""
    return sys.stdin is not None and sys.stdin.isatty() and terminal.out.isatty()
