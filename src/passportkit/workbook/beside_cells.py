"""What stands on a sheet beside its cells: comments, shapes, charts, and the margins of pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from passportkit.paper.model import PassedOver
from passportkit.workbook.package import Book
from passportkit.workbook.references import address_of, at_count
from passportkit.workbook.sheet import SeenSheet
from passportkit.workbook.strings import text_in

_OF_THREAD = "tc="
"""What the author of a comment begins with that only repeats a conversation for older programs."""

_CODE = re.compile(r'&(?:"[^"]*"|\d+|K[0-9A-F]{6}|K\d\d[+-]\d{3}|[A-Z])', re.IGNORECASE)
_PARTING = re.compile(r"&[LCR]")


def beside_cells(package: Book, part: str, tree: Any, sheet: SeenSheet) -> Iterator[PassedOver]:
    """Yield what a sheet has beside its cells, which no table can say."""
    yield from _margins(tree)
    for relation in package.relations(part):
        if relation.kind == "comments":
            yield from _comments(package.tree(relation.target), sheet)
        elif relation.kind == "threadedComment":
            yield from _conversation(package, package.tree(relation.target), sheet)
        elif relation.kind == "drawing":
            yield from _drawing(package, relation.target, sheet.name)


def chart(package: Book, part: str, name: str) -> Iterator[PassedOver]:
    """Yield the charts of a drawing, or of a sheet that is one, with the words of their titles."""
    for relation in package.relations(part):
        if relation.kind.startswith("chart"):
            yield PassedOver("chart", _words(package.tree(relation.target)), name)
        elif relation.kind == "drawing":
            yield from chart(package, relation.target, name)


def _comments(tree: Any, sheet: SeenSheet) -> Iterator[PassedOver]:
    """Yield what was noted at cells."""
    authors = [each.text or "" for each in tree.iterfind("{*}authors/{*}author")]
    for each in tree.iter("{*}comment"):
        author = at_count(authors, each.get("authorId")) or ""
        if not author.startswith(_OF_THREAD):
            words = "".join(text_in(text).words for text in each.iterfind("{*}text"))
            yield _comment(sheet, each.get("ref", ""), author, words)


def _conversation(package: Book, tree: Any, sheet: SeenSheet) -> Iterator[PassedOver]:
    """Yield what was said at cells by several, with answers."""
    names = package.people()
    for each in tree.iter("{*}threadedComment"):
        author, date = names.get(each.get("personId", ""), ""), each.get("dT", "")[:10]
        yield _comment(sheet, each.get("ref", ""), author, each.findtext("{*}text") or "", date)


def _comment(sheet: SeenSheet, cell: str, author: str, words: str, date: str = "") -> PassedOver:
    # Excel puts the name of the author before the words, too
    said = words.strip().removeprefix(f"{author}:").strip()
    at = address_of(cell)
    spot = sheet.spots.get(at) if at else None
    return PassedOver("comment", said, sheet.called(cell), author, date, spot=spot)


def _drawing(package: Book, part: str, name: str) -> Iterator[PassedOver]:
    """Yield the shapes with words, and the charts of a drawing."""
    for each in package.tree(part).iter("{*}sp", "{*}cxnSp"):
        if words := _words(each):
            yield PassedOver("drawing", words, name)
    yield from chart(package, part, name)


def _words(tree: Any) -> str:
    """Return the words in a drawing, a line for each paragraph."""
    lines = ("".join(each.text or "" for each in line.iter("{*}t")) for line in tree.iter("{*}p"))
    return "\n".join(filter(None, map(str.strip, lines)))


def _margins(tree: Any) -> Iterator[PassedOver]:
    """Yield the words above and below the pages, without the codes for numbers and dates."""
    for each in tree.iterfind("{*}headerFooter/*"):
        kind = "header" if each.tag.endswith("Header") else "footer"
        parts = _PARTING.split((each.text or "").replace("&&", "\0"))
        lines = (_CODE.sub("", part).replace("\0", "&").strip() for part in parts)
        if words := "\n".join(filter(None, lines)):
            yield PassedOver("header" if kind == "header" else "footer", words, "")
