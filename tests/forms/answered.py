"""Files with answers in them, for tests."""

from __future__ import annotations

from passportkit.forms.answers import Answer, write
from passportkit.forms.questions import Question
from passportkit.source import Source
from passportkit.source.proof import applied


def answered(source: Source, question: Question, answer: Answer) -> Source:
    """Return a file with one more answer in its place, as it is read again."""
    return applied(source, write(source, question, answer))
