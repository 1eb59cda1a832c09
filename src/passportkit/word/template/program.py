"""The program of a part: what is written for each document, between constants."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

EACH = "*"
"""In place of a column: the loop over the rows itself."""

Key = tuple[str, str]
"""What is asked of the words: a text and "", rows and `EACH`, rows and one of their columns."""

Manner = Literal["words", "line", "heads", "inline"]
"""How words are written: as `Writer.manners` has it."""


class Ref(NamedTuple):
    """A text of the form, or of the row of the loop around it."""

    name: str
    of_row: bool


class Put(NamedTuple):
    """Words in their place; `constant` is an index of `Compiled.cells`, or of `runs` if inline."""

    manner: Manner
    text: Ref
    constant: int


class CellMerge(NamedTuple):
    """How the cell of a column joins the one above."""

    column: str


class Whole(NamedTuple):
    """The mark of a row that stands on one page if these texts are short; none: all of the row."""

    texts: tuple[Ref, ...]


class Loop(NamedTuple):
    """Steps that are done once for each row; those of the `last` row, where they are others."""

    rows: str
    steps: tuple[ProgramStep, ...]
    last: tuple[ProgramStep, ...] = ()


ProgramStep = str | Put | CellMerge | Whole | Loop
"""A constant, which is written as it is, or what takes its words from the document."""


class Program(NamedTuple):
    """A part that is written anew for each document.

    Only the document may have links: those of a header would need relations of their own. `unique`
    are the elements in it of which no two may have the same identity, as its XML calls them.
    """

    name: str
    steps: tuple[ProgramStep, ...]
    has_links: bool
    unique: tuple[str, ...] = ()


def merge_key(column: str) -> str:
    """Return under which name a row has the state of a merged cell."""
    return f"{column}{_MERGE}"


def is_merge_key(name: str) -> bool:
    """Return whether a row has the state of a merged cell under this name."""
    return name.endswith(_MERGE)


_MERGE = "|merge"


def keys_of(steps: tuple[ProgramStep, ...], rows: str = "") -> Iterator[Key]:
    """Yield all that steps ask of the words, also more than once."""
    for step in steps:
        if isinstance(step, Loop):
            yield step.rows, EACH
            yield from keys_of((*step.steps, *step.last), step.rows)
        elif isinstance(step, CellMerge):
            yield rows, merge_key(step.column)
        elif isinstance(step, Whole):
            yield from (_key(text, rows) for text in step.texts)
        elif isinstance(step, Put):
            yield _key(step.text, rows)


def puts_of(steps: tuple[ProgramStep, ...]) -> Iterator[Put]:
    """Yield the steps that write words, those of loops too."""
    for step in steps:
        if isinstance(step, Loop):
            yield from puts_of((*step.steps, *step.last))
        elif isinstance(step, Put):
            yield step


def _key(text: Ref, rows: str) -> Key:
    return (rows, text.name) if text.of_row else (text.name, "")
