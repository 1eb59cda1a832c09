"""What an author has typed: tidied, put into its row, and written into a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from passportkit.edits import Edit
from passportkit.forms.questions import Question
from passportkit.practice import NAMELESS
from passportkit.source import Source
from passportkit.source.writing import add_rows, put
from passportkit.text import canonical

Answer = Any
"""A text, a list of texts, a row as a mapping of such, or None for nothing."""


def tidy(value: Answer) -> Answer:
    """Return an answer in canonical form, None where it has no words."""
    if isinstance(value, list):
        return [text for text in map(tidy, value) if text] or None
    return (canonical(value) or None) if isinstance(value, str) else value


def row_with(question: Question, number: int) -> Callable[[Answer], Answer]:
    """Return what makes rows of one row that has only the field `number`."""

    def make(value: Answer) -> Answer:
        values = [value if i == number else None for i in range(len(question.fields))]
        return [row_of(question, values)]

    return make


def row_of(question: Question, values: Sequence[Answer]) -> Answer:
    """Return the row of a question that has these values in its fields."""
    if question.is_list_of_texts:
        return values[0]
    row: dict[str, Any] = {}
    for field, value in zip(question.fields, values, strict=True):
        holder = row
        for step in field.route[:-1]:
            holder = holder.setdefault(str(step), {})
        holder[str(field.route[-1])] = value
    return row


def write(source: Source, question: Question, value: Answer) -> Edit:
    """Return the edit that puts the answer to a question in its place."""
    if not question.rows:
        return put(source, question.route, value)
    if question.may_be_text and len(value) == 1:
        return put(source, question.route, value[0])
    return add_rows(source, question.route, value)


def alone(question: Question, value: Answer) -> dict[str, Any]:
    """Return the data of a practice that says this and nothing else."""
    for step in reversed(question.route):
        # where the item stands in its list is of no matter here
        value = [value] if isinstance(step, int) else {step: value}
    return {**NAMELESS, **value}
