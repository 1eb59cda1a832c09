"""A file that is being filled in: each answer is in it as soon as it is given."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Sequence
from pathlib import Path

from passportkit.errors import CannotGoOn
from passportkit.forms.answers import Answer, write
from passportkit.forms.questions import Question
from passportkit.language import Message
from passportkit.source import Source, read
from passportkit.workspace.files import load, replace

Read = Callable[[], tuple[bytes, Source]]
"""Reads the file as it is now; raises `CannotGoOn` where that cannot be done."""


class Draft:
    """The file, and the answers of this session by the number of their question.

    The file is always made anew of what it was at the beginning and of these answers, so that an
    answer can be given again. If somebody else writes to the file, their text is the beginning.
    """

    def __init__(self, path: Path, read_again: Read) -> None:
        self.path = path
        self._read_again = read_again
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
        self._written, self._start = self._read_again()

    @property
    def source(self) -> Source:
        """The file as it was at the beginning."""
        return self._start
