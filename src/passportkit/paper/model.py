"""A document as a reader sees it. Word, a saved page and a pasted text all become this.

So does a form that is laid out, to be printed. Such a paper also knows how it looks; what it says
is the same without, and so papers are compared without.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

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

    `widths` are those of its columns, in twentieths of a point. `is_bare`: it has no borders.
    """

    rows: list[Row]
    widths: Sequence[int] = field(default=(), compare=False)
    is_bare: bool = field(default=False, compare=False)


PaperBlock = Paragraph | Table


def texts_of(blocks: Iterable[PaperBlock]) -> Iterator[str]:
    """Yield the texts of all paragraphs, also those in tables, behind their labels."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield f"{block.label} {block.text}" if block.label else block.text
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from texts_of(cell.blocks)


class Turn(NamedTuple):
    """A place among the blocks of a document where other sheets begin: before the block `at`."""

    at: int
    page: PageSetup


class Spot(NamedTuple):
    """A place among blocks: behind the words of one of them, or before it where `is_bare`.

    `is_below`: it is in a row that is gone, below the one that has these blocks.
    """

    blocks: list[PaperBlock]
    at: int
    is_bare: bool = False
    is_below: bool = False

    @property
    def words(self) -> str:
        """The words that stand there, or else the last ones before."""
        stop = self.at if self.is_bare else self.at + 1
        above = [each for each in self.blocks[:stop] if isinstance(each, Paragraph)]
        return next(texts_of(above[-1:]), "").strip()


PassedOverKind = Literal[
    "comment", "deleted", "struck", "hidden", "header", "footer", "note", "picture", "drawing",
    "chart", "diagram", "sheet", "formula", "sign", "file", "chunk", "subdocument", "alternative",
    "stray", "table", "bound", "unread", "moved", "furniture", "template", "uncomputed", "error",
    "rounded",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class PassedOver:
    """What of a document did not come into its blocks, and so stands nowhere else.

    `words` are plain and may have several lines; they are "" where nobody can read them here, or
    where there are none. `part` names the part of the file, the other file or the cells that it is
    in; `spot` is where it stands in the document. Of a comment, `author` and `date` (as in
    2026-05-12) are known, and `about` are the words that it is about. "stray" are words where a
    sound file has none, or in a part that nothing shows; "table" are those that a table is said to
    show; "bound" are data of the file that Word shows in place of the words that were read, and
    "unread" those that were not found; "moved" are words that stand elsewhere by now; "furniture"
    is what programs write by themselves: numbers of pages, contents, prompts; "template" is what
    the form's own template says besides the form.
    """

    kind: PassedOverKind
    words: str = ""
    part: str = ""
    author: str = ""
    date: str = ""
    about: str = ""
    spot: Spot | None = field(default=None, compare=False, repr=False)

    @property
    def is_loss(self) -> bool:
        """Whether words of people stay behind with it.

        They do with all but furniture, and a picture that nobody has described.
        """
        if self.is_furniture:
            return False
        return bool(self.words) or self.kind != "picture"

    @property
    def is_furniture(self) -> bool:
        """Whether no author has written it, or it stands elsewhere by now: nobody misses it."""
        return self.kind in ("furniture", "moved", "template")


@dataclass(slots=True)
class Paper:
    """A document: its blocks, and the stamp of this program, if it carries one.

    `passed_over` is what did not come into the blocks, in the order of the document.
    `title` is in plain words. It begins on the sheets of `page`; `turns` say where others follow.
    """

    blocks: Sequence[PaperBlock]
    stamp: Stamp | None = None
    passed_over: Sequence[PassedOver] = ()
    title: str = field(default="", compare=False)
    page: PageSetup | None = field(default=None, compare=False)
    turns: Sequence[Turn] = field(default=(), compare=False)
