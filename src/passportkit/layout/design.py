"""A form laid out: its own words, and the places where those of a practice go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from passportkit.paper.model import Align, PageSetup


@dataclass(frozen=True, slots=True)
class DesignLine:
    """A paragraph of a form: words of its own, and behind them the text of a place.

    `words` is None where the form says nothing. `key` is that of the place; in a row that is
    repeated, that of a column. `is_label`: the words stand out from the text behind them.
    `only_with` is the place without whose text the line is left out, words and all.
    """

    style: str
    words: str | None = None
    key: str = ""
    is_label: bool = False
    only_with: str = ""
    align: Align = ""


@dataclass(frozen=True, slots=True)
class DesignCell:
    """A cell over `span` columns. `merges`: in rows that are repeated, equal neighbours are one."""

    blocks: tuple[DesignBlock, ...]
    span: int = 1
    merges: bool = False


@dataclass(frozen=True, slots=True)
class DesignRow:
    """A row of a table, which `repeats` for each of the rows with this key; "" for once.

    `is_head`: it stands again on every page. `keeps_with_next`: no page ends behind it.
    """

    cells: tuple[DesignCell, ...]
    is_head: bool = False
    keeps_with_next: bool = False
    repeats: str = ""


@dataclass(frozen=True, slots=True)
class DesignTable:
    """A table, with borders unless `is_bare`.

    `widths` are those of its columns, in twentieths of a point.
    """

    widths: tuple[int, ...]
    rows: tuple[DesignRow, ...]
    is_bare: bool = False


@dataclass(frozen=True, slots=True)
class DesignTurn:
    """New sheets begin here, which lie otherwise than those before."""

    page: PageSetup


DesignBlock = DesignLine | DesignTable | DesignTurn


@dataclass(frozen=True, slots=True)
class Design:
    """What stands where in the documents of a form, and on which sheets it begins."""

    page: PageSetup
    blocks: tuple[DesignBlock, ...]


def styles_in(blocks: Iterable[DesignBlock]) -> Iterator[str]:
    """Yield the names of the styles of all lines, also of those in tables."""
    for block in blocks:
        if isinstance(block, DesignLine):
            yield block.style
        elif isinstance(block, DesignTable):
            yield from styles_in(
                each for row in block.rows for cell in row.cells for each in cell.blocks
            )
