"""The parts of a workbook, and how they refer to each other.

Elements are found by their local names: a strict workbook has other namespaces.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from functools import cached_property
from typing import Any, NamedTuple

from passportkit.documents.zipped import DAMAGED, Zipped, parse
from passportkit.errors import CannotGoOn
from passportkit.language import Message, say

_USUAL = {"officeDocument": "xl/workbook.xml", "sharedStrings": "xl/sharedStrings.xml"}
"""Where parts are that some programs forget to refer to."""

MOST_SHEETS = 500
"""How many sheets a workbook may have, those that are hidden among them: each is a part, and costs
as much as some tables.
"""


class BookRelation(NamedTuple):
    """What a part refers to: the end of its type, and the name of a part, or an address."""

    identifier: str
    kind: str
    target: str


class SheetPart(NamedTuple):
    """A sheet: its name, its part, whether it is hidden, and whether it is all one chart."""

    name: str
    part: str
    is_hidden: bool
    is_chart: bool


class Book:
    """The parts of a workbook; each is unpacked and made a tree of within bounds."""

    def __init__(self, zipped: Zipped) -> None:
        self._zipped = zipped
        self.spent = zipped.spent

    @property
    def names(self) -> list[str]:
        """The names of all parts."""
        return self._zipped.names

    def tree(self, part: str) -> Any:
        """Return the tree of a part; raises `CannotGoOn` where there is none, or it may do harm."""
        return parse(self._zipped.read_xml(part))

    @cached_property
    def main(self) -> str:
        """The name of the part that lists the sheets."""
        return self.one("", "officeDocument") or _USUAL["officeDocument"]

    @cached_property
    def workbook(self) -> Any:
        """The tree of that part."""
        return self.tree(self.main)

    @property
    def counts_from_1904(self) -> bool:
        """Whether days are counted as the first Macintosh did."""
        properties = self.workbook.find("{*}workbookPr")
        return properties is not None and properties.get("date1904") in ("1", "true")

    def sheets(self) -> Iterator[SheetPart]:
        """Yield the sheets in their order.

        Raises `CannotGoOn` where there are too many, or where two are one part.
        """
        parts = {each.identifier: each for each in self.relations(self.main)}
        sheets = self.workbook.findall("{*}sheets/{*}sheet")
        if len(sheets) > MOST_SHEETS:
            raise CannotGoOn(_too_many())
        read: set[str] = set()
        for each in sheets:
            part = parts.get(identifier_of(each))
            if part and self._zipped.has(part.target):
                if part.target in read:
                    raise CannotGoOn(DAMAGED)
                read.add(part.target)
                is_hidden = each.get("state", "visible") != "visible"
                is_chart = part.kind == "chartsheet"
                yield SheetPart(each.get("name", ""), part.target, is_hidden, is_chart)

    def people(self) -> dict[str, str]:
        """Return the names of those who have said something at cells, by what they go by."""
        part = self.one(self.main, "person")
        people = self.tree(part).iter("{*}person") if part else ()
        return {each.get("id", ""): each.get("displayName", "") for each in people}

    def one(self, owner: str, kind: str) -> str | None:
        """Return the part that `owner` refers to as `kind`, if there is one."""
        named = (each.target for each in self.relations(owner) if each.kind == kind)
        candidates = (*named, _USUAL.get(kind, ""))
        return next((part for part in candidates if part and self._zipped.has(part)), None)

    def relations(self, owner: str) -> Iterator[BookRelation]:
        """Yield what a part refers to; "" is the package itself."""
        folder, name = posixpath.split(owner)
        part = posixpath.join(folder, "_rels", f"{name}.rels")
        if not self._zipped.has(part):
            return
        for each in self.tree(part).iterfind("{*}Relationship"):
            target = each.get("Target", "")
            if each.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, target))[1:]
            yield BookRelation(each.get("Id", ""), each.get("Type", "").rpartition("/")[2], target)


def _too_many() -> Message:
    return say(
        "the workbook has more than {n} sheets; leave in it what belongs to the practice",
        n=MOST_SHEETS,
    )


def identifier_of(element: Any) -> str:
    """Return by which name an element refers to a relation of its part."""
    return next((value for key, value in element.items() if key.endswith("}id")), "")


def opened(zipped: Zipped | None) -> Book:
    """Return the parts of a workbook; raise `CannotGoOn` where it is no sound zip file."""
    if zipped is None:
        raise CannotGoOn(DAMAGED)
    return Book(zipped)
