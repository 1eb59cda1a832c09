"""What an author has typed, looked at as the practice will: what cannot be read is doubted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from pydantic import BaseModel

from passportkit.forms.model import Limit
from passportkit.forms.questions import NAMELESS, Question
from passportkit.language import Message, mark, say
from passportkit.practice import Practice
from passportkit.practice.acts import ActWords
from passportkit.practice.money import Money
from passportkit.practice.period import Day, Period
from passportkit.practice.quantity import Quantity
from passportkit.practice.words import Words
from passportkit.source import parse
from passportkit.source.writing import add_rows, put
from passportkit.text import canonical

Answer = Any
"""A text, a list of texts, a row as a mapping of such, or None for nothing."""

_UNREAD: tuple[tuple[type[Words], Callable[[Any], object], str], ...] = (
    (Period, lambda period: period.span, mark("this cannot be read as a period")),
    (Day, lambda day: day.date, mark("this cannot be read as a date")),
    (Money, lambda money: money.amount is not None, mark("this cannot be read as a sum of money")),
    (Quantity, lambda quantity: quantity.measure, mark("this cannot be read as a number")),
    (ActWords, lambda act: act.date and act.number, mark("the act has no date or no number")),
)
"""Words from which something is derived, whether it can be, and what to say if not."""


def tidy(value: Answer) -> Answer:
    """Return an answer in canonical form, None where it has no words."""
    if isinstance(value, list):
        return [text for text in map(tidy, value) if text] or None
    return (canonical(value) or None) if isinstance(value, str) else value


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


def doubts(question: Question, value: Answer) -> tuple[Message, ...]:
    """Return what is odd about an answer: a text, or the rows that there are so far."""
    parsed = parse(Practice, alone(question, value))
    found = [finding.message for finding in parsed.findings]
    found += _derived(parsed.value) if parsed.value else ()
    if isinstance(value, str) and question.limit:
        found += _too_long(value, question.limit)
    return tuple(dict.fromkeys(found))


def write(text: str, question: Question, value: Answer) -> str:
    """Return the file `text` with the answer to a question in its place."""
    if not question.rows:
        return put(text, question.route, value)
    if question.may_be_text and len(value) == 1:
        return put(text, question.route, value[0])
    return add_rows(text, question.route, value)


def alone(question: Question, value: Answer) -> dict[str, Any]:
    """Return the data of a practice that says this and nothing else."""
    for step in reversed(question.route):
        # where the item stands in its list is of no matter here
        value = [value] if isinstance(step, int) else {step: value}
    return {**NAMELESS, **value}


def _derived(value: object) -> Iterator[Message]:
    """Yield what is to be said of all words below a value."""
    if isinstance(value, BaseModel):
        for name in value.model_fields_set:
            yield from _derived(getattr(value, name))
    elif isinstance(value, list):
        for item in value:
            yield from _derived(item)
    elif isinstance(value, Words):
        yield from (
            say(m) for kind, known, m in _UNREAD if type(value) is kind and not known(value)
        )


def _too_long(text: str, limit: Limit) -> Iterator[Message]:
    if limit.characters and len(text) > limit.characters:
        yield say(
            "this has {count} characters, and the form allows {limit}",
            count=len(text),
            limit=limit.characters,
        )
