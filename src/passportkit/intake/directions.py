"""What words tell the way through a document to do: values, by which nothing has moved yet.

Whoever reads signs returns them in order; the way follows them. Among them may stand words that are
yet to be read, from the position that the directions before them lead to.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from passportkit.forms.model import Block, Part
from passportkit.intake.cells import CellWords
from passportkit.intake.extraction import FurnitureKind
from passportkit.intake.grid import ColumnMap
from passportkit.intake.landmarks import Heading, Inner
from passportkit.intake.position import Surroundings
from passportkit.paper import Cell

# --- words that are yet to be read ---


class UnreadLine(NamedTuple):
    """A line, and where it stands."""

    text: str
    where: Surroundings


class UnreadRow(NamedTuple):
    """The cells of a row of a table."""

    entries: Sequence[CellWords]


# --- directions anywhere ---


class Open(NamedTuple):
    """Go on at a heading of the form, which the document has in these words, if in any.

    `notes` stand in it, too, but are of the answer; they may name the unit of the sums below.
    """

    heading: Heading
    words: str = ""
    notes: str = ""


class Enter(NamedTuple):
    """Go on at a caption or a label of the section, which the document has in these words."""

    inner: Inner
    words: str = ""


class LoseWay(NamedTuple):
    """Go on at a heading that the form does not have; `is_over`: another document begins."""

    heading: str
    is_over: bool = False


class TakeIn(NamedTuple):
    """Take in words of an answer."""

    text: str


class Leave(NamedTuple):
    """Leave words for which there is no place."""

    text: str


class PassOver(NamedTuple):
    """Pass over words that are no answer."""

    text: str
    kind: FurnitureKind


class SetUnit(NamedTuple):
    """Take the words for the unit of the sums below them."""

    unit: str


class TakeTotal(NamedTuple):
    """Take in what a table says of itself as a whole.

    It has the `key` of the form, and is `said` so in the document, behind a label; `cells` are
    those in which figures of it stand. `is_reworded`: the label is not that of the form, in whose
    document it stands.
    """

    key: str
    said: str
    label: str = ""
    cells: Sequence[Cell] = ()
    is_reworded: bool = False


# --- directions in a table ---


class Begin(NamedTuple):
    """Begin rows of answers, below heads if there are any."""

    grid: ColumnMap
    heads: Sequence[CellWords] = ()


class LoseTable(NamedTuple):
    """Begin rows of another table, which have no place here: each is left whole."""


class Divide(NamedTuple):
    """Take in a second row of heads."""

    heads: Sequence[CellWords]


class TakeRow(NamedTuple):
    """Take in a row of answers; without words only to `keep` it."""

    entries: Sequence[CellWords]
    keep: bool = False


class Band(NamedTuple):
    """Take in a row of one cell that says something of the rows below it."""

    entry: CellWords


class SetField(NamedTuple):
    """Take in the words of one field of a record, which are `said` so beside its head."""

    block: Block
    key: str
    texts: Sequence[str]
    said: Sequence[str]
    head: str


class PassHeads(NamedTuple):
    """Pass over a further row of heads."""

    heads: Sequence[CellWords]


class LeaveCells(NamedTuple):
    """Leave cells of a row, each with the head of its column."""

    entries: Sequence[CellWords]


class LeaveRow(NamedTuple):
    """Leave a row as a whole."""

    entries: Sequence[CellWords]


class Go(NamedTuple):
    """Go through what stands in a cell, and leave it; `is_met`: also where it has no words."""

    entry: CellWords
    where: Surroundings
    is_met: bool = False


class StandBeside(NamedTuple):
    """Go on where headings stand beside their answers, in this column of the table."""

    column: int | None


class BeginUnit(NamedTuple):
    """Count what comes as of another cell."""


class Prose(NamedTuple):
    """Take in the cells of a row where the form has a text."""

    entries: Sequence[CellWords]


Direction = Open | Enter | LoseWay | TakeIn | Leave | PassOver | SetUnit | TakeTotal
TableDirection = (
    TakeRow | Go | Prose | Begin | LoseTable | Divide | PassHeads | Band | LeaveCells | LeaveRow
    | SetField | StandBeside | BeginUnit
)  # fmt: skip
RowDirection = Direction | TableDirection


def turn_to(target: Heading | Part, words: str, notes: str = "") -> Direction:
    """Return the direction to what a label leads to, which the document has in these words."""
    return Open(target, words, notes) if isinstance(target, Heading) else Enter(target, words)
