"""A file that is being filled in: each answer is in it as soon as it is given."""

from __future__ import annotations

import codecs
from collections.abc import Sequence
from pathlib import Path

from passportkit.cli.terminal.streams import Terminal
from passportkit.errors import CannotGoOn
from passportkit.forms.answers import Answer, write
from passportkit.forms.questions import Question
from passportkit.language import Message, say
from passportkit.source import Source, read
from passportkit.workspace.files import load, replace, shown


def load_practice(terminal: Terminal, path: Path) -> tuple[bytes, Source]:
    """Read a file; show what is wrong with it, and raise `CannotGoOn`, if it cannot be read."""
    content = load(path)
    if isinstance(content, bytes):
        source = read(content, shown(path))
        if source.data is not None:
            return content, source
    else:
        source = Source(shown(path), "", None, (content,))
    terminal.report(source, source.findings, terminal.err)
    raise CannotGoOn(say("mend `{path}` first", path=shown(path)))


class Draft:
    """The file, and the answers of this session by the number of their question.

    The file is always made anew of what it was at the beginning and of these answers, so that an
    answer can be given again. If somebody else writes to the file, their text is the beginning.
    """

    def __init__(self, terminal: Terminal, path: Path) -> None:
        self.path = path
        self._terminal = terminal
        self._answers: dict[int, tuple[Question, Answer]] = {}
        self._written: bytes
        self._start: Source
        self._read()

    def answer(self, number: int) -> Answer:
        """Return what was answered in this session, or None."""
        return self._answers.get(number, (None, None))[1]

    def keep(self, number: int, question: Question, value: Answer) -> Message | None:
        """Write the answer into the file; None takes one of this session back.

        Returns why it has no place there, if so, and leaves the file as it is. Raises
        `CannotGoOn` if the file cannot be written at all.
        """
        if load(self.path) != self._written:
            self._answers.clear()
            self._read()
        self._answers.pop(number, None)
        if value:
            self._answers[number] = (question, value)
        text = self._start.text
        try:
            for _number, given in sorted(self._answers.items(), key=lambda item: item[0]):
                text = write(text, *given)
        except CannotGoOn as refused:
            del self._answers[number]
            return refused.message
        content = text.encode()
        if self._written.startswith(codecs.BOM_UTF8):
            content = codecs.BOM_UTF8 + content
        if content != self._written:
            replace(self.path, content)
            self._written = content
        return None

    def left(self, questions: Sequence[Question]) -> int:
        """Return how many of the questions have no answer now."""
        data = read(self._written, "").data
        return sum(not question.is_answered(data) for question in questions)

    def _read(self) -> None:
        self._written, self._start = load_practice(self._terminal, self.path)

    @property
    def source(self) -> Source:
        """The file as it was at the beginning."""
        return self._start
