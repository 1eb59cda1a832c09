"""What a blank document is seen to be: its entries in order, and the places to write in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class BlankText:
    """A place for one text: a box, a line to write on, the cell beside a label.

    `label` are the words right before it, `caption` those on a line above it; `hint` is what the
    document says in it.
    """

    label: str = ""
    caption: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class BlankTable:
    """A table to be filled in: its heads, and what stands in its rows.

    `number_heading` is the head of a column of numbers, "" where there is none, and `row_number`
    how these look. `rows` counts those that are empty. `fixed` are the words that the document says
    in the others, row by row, and `total` those of the last one. `counts_columns`: a row 1 | 2 | 3
    stands below the heads. `has_upper_heads`: heads stand above several columns, too.
    """

    columns: tuple[str, ...]
    caption: str = ""
    number_heading: str = ""
    row_number: str = "none"
    rows: int = 0
    fixed: tuple[str, ...] = ()
    total: str = ""
    counts_columns: bool = False
    has_upper_heads: bool = False


BlankBlock = BlankText | BlankTable


@dataclass(frozen=True, slots=True)
class BlankSection:
    """A numbered part with its places. `is_bare`: the document leaves no room below its heading."""

    number: str
    heading: str
    note: str = ""
    note_below: str = ""
    blocks: tuple[BlankBlock, ...] = ()
    is_bare: bool = False


@dataclass(frozen=True, slots=True)
class BlankGroup:
    """A heading over the sections behind it."""

    number: str
    heading: str


@dataclass(frozen=True, slots=True)
class BlankWords:
    """Words that no place belongs to; `is_signed` where somebody signs there."""

    words: str
    is_signed: bool = False


BlankEntry = BlankSection | BlankGroup | BlankWords


@dataclass(frozen=True, slots=True)
class BlankForm:
    """A blank document as a form: `grid` has the heads of its one table, where it is such a one."""

    title: str
    annex: str
    layout: Literal["sections", "grid", "card"]
    grid: tuple[str, ...]
    head_after: int
    entries: tuple[BlankEntry, ...]
