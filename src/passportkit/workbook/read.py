"""A workbook as a document: the tables of its sheets, and what is to be told of the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from passportkit.documents.kinds import Identified
from passportkit.errors import CannotGoOn
from passportkit.language import Message, say, say_n, shortened
from passportkit.paper.model import Paper, PaperBlock, Paragraph
from passportkit.paper.styles import SHEET
from passportkit.workbook.blocks import blocks_of
from passportkit.workbook.cell_styles import styles_of
from passportkit.workbook.package import Book, SheetPart, opened
from passportkit.workbook.references import Address, address_of
from passportkit.workbook.sheet import Raw, Sheet, seen
from passportkit.workbook.sheet_cells import CellReader
from passportkit.workbook.strings import shared_strings, text_in

_WEB = re.compile(r"https?://[^\s()<>]+")
"""An address that words may lead to. Others only start a program: that for letters, or a file."""

_LONGEST = 80
"""How many characters of a comment are shown."""


def read_workbook(found: Identified) -> Paper:
    """Return the sheets of a workbook one after the other, each below its name.

    What is hidden is not read, and that is among the remarks. Raises `CannotGoOn` where the file is
    damaged, may do harm, or has no words.
    """
    package = opened(found.zipped)
    reader = CellReader(shared_strings(package), styles_of(package))
    blocks: list[PaperBlock] = []
    remarks: list[Message] = []
    for part in package.sheets():
        sheet = _sheet(package, reader, part)
        remarks += sheet.remarks
        if sheet.words:
            blocks += [Paragraph(part.name, SHEET), *blocks_of(sheet)]
    if not blocks:
        raise CannotGoOn(say("the workbook has no cell with words that is seen"))
    pictures = sum("/media/" in name for name in package.names)
    return Paper(blocks, passed_over={"picture": pictures}, remarks=tuple(remarks))


def _sheet(package: Book, reader: CellReader, part: SheetPart) -> Sheet:
    tree = package.tree(part.part)
    cells = reader.cells(tree)
    if part.is_hidden:
        hidden = say("“{sheet}”: the sheet is hidden, and not read", sheet=part.name)
        return Sheet(part.name, remarks=[hidden] if cells else [])
    raw = Raw(part.name, tree, cells, _links(package, part, tree))
    sheet = seen(raw, from_1904=package.counts_from_1904)
    sheet.remarks += [*_comments(package, part), *_drawings(package, part)]
    return sheet


def _links(package: Book, part: SheetPart, tree: Any) -> dict[Address, str]:
    """Return the addresses that cells lead to."""
    targets = {each.identifier: each.target for each in package.relations(part.part)}
    links: dict[Address, str] = {}
    for each in tree.iterfind("{*}hyperlinks/{*}hyperlink"):
        at = address_of(each.get("ref", ""))
        identifier = next((value for key, value in each.items() if key.endswith("}id")), "")
        target = targets.get(identifier, "")
        if at and _WEB.fullmatch(target):
            links[at] = target
    return links


def _comments(package: Book, part: SheetPart) -> Iterator[Message]:
    """Yield what was noted at cells."""
    for relation in package.relations(part.part):
        if relation.kind == "comments":
            for each in package.tree(relation.target).iter("{*}comment"):
                text = "".join(text_in(words).words for words in each.iterfind("{*}text"))
                yield say(
                    "{cell}: a comment, which is not read: “{words}”",
                    cell=f"{part.name}!{each.get('ref', '')}",
                    words=shortened(text, _LONGEST),
                )


def _drawings(package: Book, part: SheetPart) -> Iterator[Message]:
    """Yield that words stand in shapes, or in charts."""
    for relation in package.relations(part.part):
        if relation.kind == "drawing":
            tree = package.tree(relation.target)
            words = " ".join(each.text or "" for each in tree.iter("{*}t"))
            charts = sum(each.kind == "chart" for each in package.relations(relation.target))
            if words.strip():
                yield say(
                    "“{sheet}”: words in a shape are not read: “{words}”",
                    sheet=part.name,
                    words=shortened(words, _LONGEST),
                )
            if charts:
                yield say_n(
                    "“{sheet}”: {n} chart is not read",
                    "“{sheet}”: {n} charts are not read",
                    charts,
                    sheet=part.name,
                )
