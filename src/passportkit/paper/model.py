"""A document as a reader sees it. Word, a saved page and a pasted text all become this."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from passportkit.stamp import Stamp


@dataclass(slots=True)
class Paragraph:
    """A paragraph that has words.

    `text` is in the markup of `passportkit.text` and canonical: mostly one line, more where lines
    were broken by hand. `style` is the name of the paragraph's style in lower case, "" where it
    is unknown. `label` holds the words at the beginning that stand in the style of a label, and
    then `text` is what follows them after one blank; only documents of this program have labels.
    """

    text: str
    style: str = ""
    label: str = ""


@dataclass(slots=True)
class Cell:
    """A cell: its blocks, the column of the table's grid that it begins at, and its width in them.

    `merge` is "restart" where cells below belong to it, "continue" in those, and else "".
    """

    blocks: list[PaperBlock]
    column: int
    span: int = 1
    merge: str = ""


@dataclass(slots=True)
class Row:
    """A row of a table. `is_head`: it repeats on every page."""

    cells: list[Cell]
    is_head: bool = False


@dataclass(slots=True)
class Table:
    """The rows of a table, without those that were deleted."""

    rows: list[Row]


PaperBlock = Paragraph | Table


@dataclass(slots=True)
class Paper:
    """A document: its blocks, and the stamp of this program, if it carries one.

    `passed_over` counts what has no words and cannot come along, such as `{"picture": 2}`.
    """

    blocks: Sequence[PaperBlock]
    stamp: Stamp | None = None
    passed_over: Mapping[str, int] = field(default_factory=dict)
