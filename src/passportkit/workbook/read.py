"""A workbook as a document: the tables of its sheets, and what of the rest is passed over."""

from __future__ import annotations

import re
from typing import Any

from passportkit.documents.kinds import Identified
from passportkit.errors import CannotGoOn
from passportkit.language import say
from passportkit.paper.model import Paper, PaperBlock, Paragraph, PassedOver
from passportkit.paper.styles import SHEET
from passportkit.workbook.beside_cells import beside_cells, chart
from passportkit.workbook.blocks import blocks_of
from passportkit.workbook.cell_styles import styles_of
from passportkit.workbook.package import Book, SheetPart, identifier_of, opened
from passportkit.workbook.references import Address, address_of
from passportkit.workbook.sheet import Raw, seen, unseen
from passportkit.workbook.sheet_cells import CellReader
from passportkit.workbook.strings import shared_strings

_WEB = re.compile(r"https?://[^\s()<>]+")
"""An address that words may lead to. Others only start a program: that for letters, or a file."""

_NO_WORDS = say(
    "the workbook has no cell with words that is seen; open it in Excel, look whether it is the "
    "right one, and save it again"
)


def read_workbook(found: Identified) -> Paper:
    """Return the sheets of a workbook one after the other, each below its name.

    What is hidden is passed over. Raises `CannotGoOn` where the file is damaged, may do harm, or
    has no words.
    """
    package = opened(found.zipped)
    reader = CellReader(shared_strings(package), styles_of(package))
    blocks: list[PaperBlock] = []
    passed_over: list[PassedOver] = []
    for part in package.sheets():
        said, beside = _sheet(package, reader, part)
        blocks += said
        passed_over += beside
    if not blocks:
        raise CannotGoOn(_NO_WORDS)
    pictures = sum("/media/" in name for name in package.names)
    return Paper(blocks, passed_over=[*passed_over, *[PassedOver("picture")] * pictures])


def _sheet(
    package: Book, reader: CellReader, part: SheetPart
) -> tuple[list[PaperBlock], list[PassedOver]]:
    """Return what a sheet says, below its name, and what is passed over."""
    if part.is_chart:
        return [], [*chart(package, part.part, part.name)]
    tree = package.tree(part.part)
    raw = Raw(part.name, tree, reader.cells(tree), _links(package, part, tree), package.spent)
    as_seen = unseen if part.is_hidden else seen
    sheet = as_seen(raw, from_1904=package.counts_from_1904)
    said = [Paragraph(part.name, SHEET), *blocks_of(sheet, package.spent)] if sheet.words else []
    return said, [*sheet.passed_over(), *beside_cells(package, part.part, tree, sheet)]


def _links(package: Book, part: SheetPart, tree: Any) -> dict[Address, str]:
    """Return the addresses that cells lead to."""
    targets = {each.identifier: each.target for each in package.relations(part.part)}
    return {
        at: target
        for each in tree.iterfind("{*}hyperlinks/{*}hyperlink")
        if (at := address_of(each.get("ref", "")))
        and _WEB.fullmatch(target := targets.get(identifier_of(each), ""))
    }
