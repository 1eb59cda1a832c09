"""What takes most of a document that is too large."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from passportkit.forms.filled import FilledValue
from passportkit.language import Message, say
from passportkit.word.template.program import Loop, Program, ProgramStep, Put, Ref

_EACH_TIME = 100
"""How many characters of a document a place takes about, beside the words."""


def too_large(programs: Iterable[Program], values: Mapping[str, FilledValue]) -> Message:
    """Return that a document is too large, by the tag that takes most of it."""
    sizes, times = Counter[_Tag](), Counter[_Tag]()
    for tag, count, size in _sizes(programs, values):
        times[tag] += count
        sizes[tag] += size
    for most, _size in sizes.most_common(1):
        return say(
            "it would be larger than a document can be; most of it comes of the tag “{tag}” in "
            "{part} of the template, which puts words there {n} times: take the tag out of places "
            "that can do without it, or shorten what the practice says there",
            tag=most.name,
            part=most.part,
            n=times[most],
        )
    return say("it would be larger than a document can be; shorten the practice")


class _Tag(NamedTuple):
    part: str
    name: str


_TagSize = tuple[_Tag, int, int]
"""A tag, how often it puts words there, and how much it puts there in all."""


def _sizes(programs: Iterable[Program], values: Mapping[str, FilledValue]) -> Iterator[_TagSize]:
    @cache
    def written(text: Ref, rows: str) -> tuple[int, int]:
        value = values[rows if text.of_row else text.name]
        texts = [value] if isinstance(value, str) else [row[text.name] for row in value]
        return len(texts), sum(map(len, texts)) + _EACH_TIME * len(texts)

    def within(
        part: str, steps: tuple[ProgramStep, ...], rows: str = "", repeated: int = 1
    ) -> Iterator[_TagSize]:
        for step in steps:
            if isinstance(step, Put):
                name = f"row.{step.text.name}" if step.text.of_row else step.text.name
                count, size = written(step.text, rows)
                again = 1 if step.text.of_row else repeated
                yield _Tag(part, name), count * again, size * again
            elif isinstance(step, Loop):
                count = len(values[step.rows])
                constants = sum(len(each) for each in step.steps if isinstance(each, str))
                yield _Tag(part, f"for row in {step.rows}"), count, count * constants
                yield from within(part, step.steps, step.rows, count)

    for program in programs:
        yield from within(program.name, program.steps)
