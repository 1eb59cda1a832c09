"""Opening a Word document that came from anywhere: its parts, and how they refer to each other."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Any

from passportkit.documents.kinds import DocumentKind, Identified, identify, refusal
from passportkit.documents.zipped import DAMAGED, Zipped, key_of, parse
from passportkit.errors import CannotGoOn
from passportkit.word.package.names import M, R, W
from passportkit.word.package.relations import (
    Relation,
    part_name,
    related,
    relations_in,
    relations_name,
)

_STRICT = b"http://purl.oclc.org/ooxml/"
_DIALECTS = (
    (_STRICT + b"wordprocessingml/main", W.encode()),
    (_STRICT + b"officeDocument/relationships", R.encode()),
    (_STRICT + b"officeDocument/math", M.encode()),
    (_STRICT + b"drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)
"""What Word calls a strict document has other names for the same things."""

_LOOKS = (
    rb"(?:rPr|bidi|jc|widowControl|keepNext|keepLines|spacing|tcW|cantSplit|shd"
    rb"|top|left|bottom|right|start|end|rFonts(?![^<>]*(?i:dings|symbol))|szC?s?|color|lang"
    rb"|proofErr)\b[^<>]*/>"
)
_drop_looks = re.compile(
    rb"<w:(?:(rPr|pPr|tcPr|trPr)>(?:<w:%b)*+</w:\1>|%b)" % (_LOOKS, _LOOKS)
).sub
"""What a document says of looks alone: half of its elements. A tree takes longer to make than it
takes to drop them, and to look at them later. Which font it is matters where that is of symbols.
"""

_EMPTIED = b"<w:pPr></w:pPr>"
"""Properties of a paragraph that said only how its end looks."""


class Package:
    """A document of Word: trees by the names of its parts, and the relations between them."""

    def __init__(self, zipped: Zipped) -> None:
        self._zipped = zipped
        self.spent = zipped.spent
        self._lengths: dict[Any, int] = {}
        self._trees: dict[str, Any] = {}
        self._relations: dict[str, dict[str, Relation]] = {}
        self.document_name = ""
        documents = self.related("officeDocument", of="")
        if not documents:
            raise CannotGoOn(DAMAGED)
        self.document_name = documents[0]

    def has(self, name: str) -> bool:
        """Whether there is a part of this name."""
        return self._zipped.has(name)

    def tree(self, name: str) -> Any:
        """Return the root of a part; raise `CannotGoOn` if it is missing or damaged.

        A strict document has the same namespaces there as every other. The document itself comes
        without much of what it says of looks.
        """
        if name not in self._trees:
            xml = self._zipped.read_xml(name)
            if _STRICT in xml:
                for strict, usual in _DIALECTS:
                    xml = xml.replace(strict, usual)
            if name == self.document_name and b"<![CDATA[" not in xml:
                xml = _without_looks(xml)
            self._trees[name] = parse(xml)
        return self._trees[name]

    def related(self, kind: str, of: str | None = None) -> list[str]:
        """Return the names of the parts that `of` refers to as `kind`, which is the type's end.

        `of` is a part, the package itself (""), or the document (None).
        """
        names = related(self._relations_of(of).values(), kind, self._name(of))
        return [name for name in names if self.has(name)]

    def part(self, rel_id: str, of: str | None = None) -> str | None:
        """Return the name of the part that `of` (the document: None) refers to by `rel_id`."""
        relation = self._relations_of(of).get(rel_id)
        if relation is None or relation.is_external:
            return None
        name = part_name(relation.target, self._name(of))
        return name if self.has(name) else None

    def readable(self, name: str | None) -> Any:
        """Return the root of a part that the document can do without, None if it has to."""
        try:
            return None if name is None else self.tree(name)
        except CannotGoOn:
            return None

    def content(self, name: str) -> bytes:
        """Return a part as it is; raise `CannotGoOn` if it is damaged."""
        return self._zipped.read(name)

    def within(self, name: str) -> Identified:
        """Return a part that is a file of its own, and what it is; raise as `content` does."""
        return identify(self.content(name), self._zipped)

    def count_again(self, element: Any) -> None:
        """Count what is read of an element another time; raise where that is far too much."""
        if element not in self._lengths:
            self._lengths[element] = sum(map(_length, element.iter()))
        self.spent.add_words(self._lengths[element])

    def unread(self) -> list[str]:
        """Return the keys of the parts that nobody has asked for, apart from relations."""
        return [key for key in self._zipped.unread if not key.endswith(".rels")]

    def relations(self, of: str) -> list[tuple[str, str]]:
        """Return the kinds of what a part refers to, and the keys of these parts.

        `of` is a part, or the package itself (""). Relations that are damaged are none.
        """
        with suppress(CannotGoOn):
            return [
                (each.kind, key_of(part_name(each.target, of)))
                for each in self._relations_of(of).values()
                if not each.is_external
            ]
        return []

    def target(self, rel_id: str, of: str | None = None) -> str | None:
        """Return the address outside that `of` (the document: None) refers to by `rel_id`."""
        relation = self._relations_of(of).get(rel_id)
        return relation.target if relation and relation.is_external else None

    def _name(self, of: str | None) -> str:
        return self.document_name if of is None else of

    def _relations_of(self, of: str | None) -> dict[str, Relation]:
        owner = self._name(of)
        if owner not in self._relations:
            part = relations_name(owner)
            found = relations_in(self.tree(part)) if self.has(part) else ()
            self._relations[owner] = {relation.identifier: relation for relation in found}
        return self._relations[owner]


def _without_looks(xml: bytes) -> bytes:
    return _drop_looks(b"", xml).replace(_EMPTIED, b"")


def _length(element: Any) -> int:
    """Return about how much there is to read of an element alone."""
    return 1 + len(element.text or "") + sum(map(len, element.attrib.values()))


def open_package(content: bytes | Identified) -> Package:
    """Open a document; raise `CannotGoOn` that says what the bytes are, and what to do."""
    found = identify(content) if isinstance(content, bytes) else content
    if found.zipped is None or found.kind is not DocumentKind.DOCX:
        raise CannotGoOn(refusal(found))
    return Package(found.zipped)
