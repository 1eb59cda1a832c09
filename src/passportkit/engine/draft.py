"""A file that is being filled in: each answer is in it as soon as it is given."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from passportkit.errors import CannotGoOn
from passportkit.files.contents import load
from passportkit.files.saving import AS_NAMED, replace
from passportkit.forms.answers import Answer, write
from passportkit.forms.questions import Question
from passportkit.language import Message
from passportkit.source import Source
from passportkit.source.proof import applied

Read = Callable[[], Source]
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
        self._stages: list[tuple[int, Source]] = []
        """The file after each answer: what comes before an answer that is given again stays."""
        self._start = self._now = read_again()

    def answer(self, number: int) -> Answer:
        """Return what was answered in this session, or None."""
        return self._answers.get(number, (None, None))[1]

    def keep(self, number: int, question: Question, value: Answer) -> Message | None:
        """Write the answer into the file; None takes one of this session back.

        Returns why it has no place there, if so, and leaves the file as it is. Raises
        `CannotGoOn` if the file cannot be written at all.
        """
        if load(self.path) != self._now.content:
            try:
                theirs = self._read_again()
            except CannotGoOn as refused:  # somebody is in the middle of writing it
                return refused.message
            self._answers.clear()
            self._stages.clear()
            self._start = self._now = theirs
        self._answers.pop(number, None)
        if value:
            self._answers[number] = (question, value)
        try:
            answered = self._answered(number)
        except CannotGoOn as refused:
            self._answers.pop(number, None)
            return refused.message
        if answered.text != self._now.text:
            replace(self.path, answered.content, self._now.content, within=AS_NAMED)
            self._now = answered
        return None

    def _answered(self, number: int) -> Source:
        """Return the file with all answers, of which that with a number has changed."""
        self._stages = [stage for stage in self._stages if stage[0] < number]
        source = self._stages[-1][1] if self._stages else self._start
        waiting = {*self._answers} - {stage[0] for stage in self._stages}
        for each in sorted(waiting):
            source = applied(source, write(source, *self._answers[each]))
            self._stages.append((each, source))
        return source

    def left(self, questions: Sequence[Question]) -> int:
        """Return how many of the questions have no answer now, of those that are to have one."""
        data = self._now.data
        return sum(not each.is_answered(data) and each.is_wanted(data) for each in questions)

    def onward(self, questions: Sequence[Question], number: int, step: int) -> int:
        """Return the number of the next question to be asked, in steps of 1 or -1.

        Behind the last one there is none; before the first one it is that one.
        """
        while 0 <= number < len(questions) and not questions[number].is_wanted(self._now.data):
            number += step
        return number if number >= 0 else self.onward(questions, 0, 1)

    @property
    def source(self) -> Source:
        """The file as it was at the beginning."""
        return self._start
