"""A DOCX as parts that can be changed: trees where something is, bytes where nothing is."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Any

from lxml import etree

from passportkit.documents.zipped import key_of, parse
from passportkit.errors import CannotGoOn
from passportkit.language import say
from passportkit.word.package.admission import TYPES, Admitted, admit, refuse
from passportkit.word.package.names import CONTENT_TYPES, CUSTOM, CUSTOM_TYPE, RELATIONSHIPS, W
from passportkit.word.package.relations import related, relations_in, relations_name

_PACKAGE = relations_name("")
_CORE_TYPE = f"{RELATIONSHIPS}/metadata/core-properties"
_CORE_CONTENT = "application/vnd.openxmlformats-package.core-properties+xml"
_CUSTOM_CONTENT = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_CORE = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties \
xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>|</dc:title><dc:language>ru-RU</dc:language>\
</cp:coreProperties>"""


class Archive:
    """The parts of a package by name, and the relationships from its document."""

    def __init__(self, parts: dict[str, bytes]) -> None:
        self._parts = parts
        self._trees: dict[str, Any] = {}
        self.document_name = self._related("officeDocument", "")[0]
        self.relations_name = relations_name(self.document_name)
        self.styles_name = self.related("styles")[0]
        self.core_name = self._ensure_core()
        self.custom_name = self._ensure_custom()
        read = (self.styles_name, *self.story_names(), *self.related("numbering"))
        looks = (name for kind in ("fontTable", "theme") for name in self.related(kind))
        for name in (TYPES, self.custom_name, *read, *looks):
            self.tree(name)  # what is missing shall be missed now
        if any(self.tree(name).nsmap.get("w") != W for name in read):
            raise ValueError  # what is written into these parts has no other prefix

    @classmethod
    def read(cls, docx: bytes) -> Archive:
        """Read a template; raise `CannotGoOn` if it is no document, or may do harm."""
        return cls.of(admit(docx))

    @classmethod
    def of(cls, admitted: Admitted) -> Archive:
        """Return what was let through; raise `CannotGoOn` as `read` does."""
        refuse(admitted.objections)
        try:
            return cls(dict(admitted.parts))
        except (ValueError, LookupError):
            raise CannotGoOn(say("the template is not a Word document (.docx)")) from None

    def tree(self, name: str) -> Any:
        """Return the tree of a part; what is changed in it is written."""
        if name not in self._trees:
            self._trees[name] = parse(self._parts[name])
        return self._trees[name]

    def related(self, kind: str) -> list[str]:
        """Return the names of the parts that the document refers to as `kind`, the type's end."""
        return self._related(kind, self.document_name)

    def _related(self, kind: str, owner: str) -> list[str]:
        return related(relations_in(self.tree(relations_name(owner))), kind, owner)

    def story_names(self) -> list[str]:
        """Return the parts that have words, the document first; each once, whoever refers to it."""
        kinds = ("header", "footer", "footnotes", "endnotes")
        related = (name for kind in kinds for name in self.related(kind))
        return list(dict.fromkeys([self.document_name, *related]))

    def add(self, name: str, content: bytes, content_type: str, relation: str) -> str:
        """Add a part that the document refers to; return its name in the package."""
        path = self._free_name(posixpath.join(posixpath.dirname(self.document_name), name))
        self._parts[path] = content
        self._declare(path, content_type)
        self._relate(self.tree(self.relations_name), relation, posixpath.basename(path))
        return path

    def relations_cut(self) -> tuple[str, str]:
        """Return the document's relationships, cut where more can be added."""
        return cut(self.tree(self.relations_name), None)

    def free_identifier(self, start: str) -> str:
        """Return how identifiers may begin so that no relation of the document has such a one."""
        relations = list(relations_in(self.tree(self.relations_name)))
        while any(each.identifier.startswith(start) for each in relations):
            start += "_"
        return start

    def core_cut(self) -> tuple[str, str]:
        """Return the core properties, cut where the title goes."""
        before, after = _CORE.split("|")
        return before, after

    def constant_parts(self) -> Iterator[tuple[str, bytes]]:
        """Yield every part in a fixed order, the content types first, as Word itself has them."""
        yield TYPES, self._bytes(TYPES)
        for name in sorted(self._parts):
            if name != TYPES:
                yield name, self._bytes(name)

    def _bytes(self, name: str) -> bytes:
        if name not in self._trees:
            return self._parts[name]
        xml: bytes = etree.tostring(
            self._trees[name], encoding="UTF-8", xml_declaration=True, standalone=True
        )
        return xml

    def _ensure_core(self) -> str:
        for relation in self.tree(_PACKAGE):  # LibreOffice has a spelling of its own
            if relation.get("Type", "").endswith("/metadata/core-properties"):
                relation.set("Type", _CORE_TYPE)
        return self._ensure(_CORE_TYPE, "docProps/core.xml", _CORE_CONTENT)

    def _ensure_custom(self) -> str:
        name = self._ensure(CUSTOM_TYPE, "docProps/custom.xml", _CUSTOM_CONTENT)
        self._parts.setdefault(name, f'<Properties xmlns="{CUSTOM}"/>'.encode())
        return name

    def _ensure(self, kind: str, name: str, content_type: str) -> str:
        """Return the part that the package itself refers to as `kind`; else declare one."""
        for found in self._related(posixpath.basename(kind), ""):
            return found
        name = self._free_name(name)
        self._relate(self.tree(_PACKAGE), kind, name)
        self._declare(name, content_type)
        return name

    def _free_name(self, name: str) -> str:
        """Return a name that no part has, as alike as can be: others may stand where ours would."""
        taken = set(map(key_of, self._parts))
        stem, ending = posixpath.splitext(name)
        numbered = (f"{stem}{number}{ending}" for number in range(1, len(taken) + 2))
        return next(each for each in (name, *numbered) if key_of(each) not in taken)

    def _declare(self, name: str, content_type: str) -> None:
        override = etree.SubElement(self.tree(TYPES), f"{{{CONTENT_TYPES}}}Override")
        override.set("PartName", f"/{name}")
        override.set("ContentType", content_type)

    def _relate(self, tree: Any, kind: str, target: str) -> None:
        taken = {rel.get("Id") for rel in tree}
        number = next(n for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
        relation = etree.SubElement(tree, f"{{{RELATIONSHIPS}}}Relationship")
        for name, value in (("Id", f"rId{number}"), ("Type", kind), ("Target", target)):
            relation.set(name, value)


def cut(tree: Any, before: Any) -> tuple[str, str]:
    """Serialise a tree, cut before one of its children or before its end."""
    mark = etree.ProcessingInstruction("cut")
    if before is None:
        tree.append(mark)
    else:
        before.addprevious(mark)
    xml = etree.tostring(tree, encoding="UTF-8", xml_declaration=True, standalone=True).decode()
    tree.remove(mark)
    first, last = xml.split("<?cut ?>" if "<?cut ?>" in xml else "<?cut?>")
    return first, last
