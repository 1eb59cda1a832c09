"""Opening a Word document that came from anywhere: its parts, and how they refer to each other."""

from __future__ import annotations

import posixpath
import re
from typing import Any, NamedTuple

from passportkit.documents.kinds import DocumentKind, kind_of_zip, refusal
from passportkit.documents.zipped import DAMAGED, Zipped, parse
from passportkit.errors import CannotGoOn
from passportkit.word.package.names import RELATIONSHIPS, R, W

_STRICT = b"http://purl.oclc.org/ooxml/"
_DIALECTS = (
    (_STRICT + b"wordprocessingml/main", W.encode()),
    (_STRICT + b"officeDocument/relationships", R.encode()),
    (_STRICT + b"drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)
"""What Word calls a strict document has other names for the same things."""

_drop_looks = re.compile(
    rb"<w:(?:rPr|bidi|jc|widowControl|keepNext|keepLines|spacing|tcW|cantSplit|shd"
    rb"|top|left|bottom|right|start|end|rFonts|szC?s?|color|lang|proofErr)\b[^<>]*/>"
).sub
"""What a document says of looks alone: half of its elements. A tree takes longer to make than it
takes to drop them, and to look at them later.
"""


class _Relation(NamedTuple):
    kind: str
    target: str
    is_external: bool


class Package:
    """A document of Word: trees by the names of its parts, and the relations between them."""

    def __init__(self, zipped: Zipped) -> None:
        self._zipped = zipped
        self._trees: dict[str, Any] = {}
        self._relations: dict[str, dict[str, _Relation]] = {}
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
                xml = _drop_looks(b"", xml)
            self._trees[name] = parse(xml)
        return self._trees[name]

    def related(self, kind: str, of: str | None = None) -> list[str]:
        """Return the names of the parts that `of` refers to as `kind`, which is the type's end.

        `of` is a part, the package itself (""), or the document (None).
        """
        folder = posixpath.dirname(self._name(of))
        names = [
            posixpath.normpath(posixpath.join("/", folder, relation.target))[1:]
            for relation in self._relations_of(of).values()
            if relation.kind == kind and not relation.is_external
        ]
        return [name for name in names if self.has(name)]

    def target(self, rel_id: str, of: str | None = None) -> str | None:
        """Return the address outside that `of` (the document: None) refers to by `rel_id`."""
        relation = self._relations_of(of).get(rel_id)
        return relation.target if relation and relation.is_external else None

    def _name(self, of: str | None) -> str:
        return self.document_name if of is None else of

    def _relations_of(self, of: str | None) -> dict[str, _Relation]:
        owner = self._name(of)
        if owner not in self._relations:
            folder, name = posixpath.split(owner)
            part = posixpath.join(folder, "_rels", f"{name}.rels")
            self._relations[owner] = self._read_relations(part) if self.has(part) else {}
        return self._relations[owner]

    def _read_relations(self, part: str) -> dict[str, _Relation]:
        return {
            each.get("Id", ""): _Relation(
                each.get("Type", "").rpartition("/")[2],
                each.get("Target", ""),
                each.get("TargetMode") == "External",
            )
            for each in self.tree(part).iterfind(f"{{{RELATIONSHIPS}}}Relationship")
        }


def open_package(content: bytes) -> Package:
    """Open a document; raise `CannotGoOn` that says what the bytes are, and what to do."""
    if not content.startswith(b"PK"):
        raise CannotGoOn(refusal(content))
    zipped = Zipped(content)
    if kind_of_zip(zipped) is not DocumentKind.DOCX:
        raise CannotGoOn(refusal(content))
    return Package(zipped)
