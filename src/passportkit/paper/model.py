"""A document as a reader sees it. Word, a saved page and a pasted text all become this.

So does a form that is laid out, to be printed. Such a paper also knows how it looks; what it says
is the same without, and so papers are compared without.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from passportkit.language import Message
from passportkit.stamp import Stamp

Align = Literal["", "center", "right"]
"""How a paragraph stands in its place; "": as its style says."""


@dataclass(frozen=True, slots=True)
class PageSetup:
    """The sheets of a document, in millimetres, and its type, in points.

    `margins` are top, right, bottom and left. `page_numbers` says where they stand.
    """

    width: float
    height: float
    margins: tuple[float, float, float, float]
    page_numbers: Literal["header", "footer", "none"]
    font: str
    size: float
    line_spacing: float


@dataclass(slots=True)
class Paragraph:
    """A paragraph that has words.

    `text` is in the markup of `passportkit.text` and canonical: mostly one line, more where lines
    were broken by hand. `style` is the name of the paragraph's style in lower case, "" where it
    is unknown. `label` holds the words at the beginning that stand in the style of a label, and
    then `text` is what follows them after one blank; only documents of this program have labels.
    `character_style` is that of the text where it is no author's: of a draft mark or a hint.
    """

    text: str
    style: str = ""
    label: str = ""
    character_style: str = field(default="", compare=False)
    align: Align = field(default="", compare=False)


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
    """A row of a table. `is_head`: it repeats on every page.

    `keeps_with_next`: no page ends behind it.
    """

    cells: list[Cell]
    is_head: bool = False
    keeps_with_next: bool = field(default=False, compare=False)


@dataclass(slots=True)
class Table:
    """The rows of a table, without those that were deleted.

    `widths` are those of its columns, in twentieths of a point.
    """

    rows: list[Row]
    widths: Sequence[int] = field(default=(), compare=False)


PaperBlock = Paragraph | Table


@dataclass(slots=True)
class Paper:
    """A document: its blocks, and the stamp of this program, if it carries one.

    `passed_over` counts what has no words and cannot come along, such as `{"picture": 2}`.
    `title` is in plain words. `remarks` say what a reader should know of words that are not here.
    """

    blocks: Sequence[PaperBlock]
    stamp: Stamp | None = None
    passed_over: Mapping[str, int] = field(default_factory=dict)
    title: str = field(default="", compare=False)
    remarks: tuple[Message, ...] = field(default=(), compare=False)
    page: PageSetup | None = field(default=None, compare=False)
