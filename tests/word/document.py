"""Reading a document as a person would: words, tables, the marks of lists, where links lead."""

from __future__ import annotations

import io
import posixpath
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import Any
from zipfile import ZipFile

from lxml import etree

from passportkit.word.package.names import P_PR, R_PR, TBL_PR, TC_PR, R, local, w

_ORDERS = {"pPr": P_PR, "rPr": R_PR, "tcPr": TC_PR, "tblPr": TBL_PR}
_CHARACTERS = {"tab": "\t", "br": "\n"}


class Document:
    """The parts of a DOCX, and what stands in them."""

    def __init__(self, docx: bytes) -> None:
        with ZipFile(io.BytesIO(docx)) as file:
            assert file.testzip() is None
            self.names = file.namelist()
            self.parts = {name: file.read(name) for name in self.names}

    def tree(self, name: str) -> Any:
        return etree.fromstring(self.parts[name])

    @cached_property
    def body(self) -> Any:
        return self.tree("word/document.xml").find(w("body"))

    @cached_property
    def tables(self) -> list[list[list[str]]]:
        """The words of each cell of each row of each table, of nested tables too."""
        return [
            [[words(cell) for cell in row.iterchildren(w("tc"))] for row in table.iter(w("tr"))]
            for table in self.body.iter(w("tbl"))
        ]

    @property
    def title(self) -> str:
        """The title among the properties, found as readers find it: by its exact relation."""
        core = next(
            each.get("Target")
            for each in self.tree("_rels/.rels")
            if each.get("Type").endswith("package/2006/relationships/metadata/core-properties")
        )
        return "".join(self.tree(core).itertext("{http://purl.org/dc/elements/1.1/}title"))

    @property
    def words(self) -> str:
        return words(self.body)

    @property
    def paragraphs(self) -> list[Any]:
        return list(self.body.iter(w("p")))

    @cached_property
    def links(self) -> list[tuple[str, str]]:
        """The words of each link, and where it leads."""
        targets = self.relations("word/document.xml")
        return [
            ("".join(each.itertext(w("t"))), targets[each.get(f"{{{R}}}id")])
            for each in self.body.iter(w("hyperlink"))
        ]

    def relations(self, part: str) -> dict[str, str]:
        folder, name = posixpath.split(part)
        relations = self.tree(f"{folder}/_rels/{name}.rels")
        return {each.get("Id"): each.get("Target") for each in relations}

    @cached_property
    def styles(self) -> dict[str, str]:
        """The names of styles by identifier."""
        found = self.tree("word/styles.xml").iter(w("style"))
        return {
            each.get(w("styleId")): name.get(w("val"))
            for each in found
            for name in each.iter(w("name"))
        }

    def style_of(self, wanted: str) -> str:
        """Return the name of the style of the one paragraph that says `wanted`."""
        (paragraph,) = [each for each in self.paragraphs if words(each) == wanted]
        return self.styles[paragraph.find(f"{w('pPr')}/{w('pStyle')}").get(w("val"))]

    def said_in(self, style: str) -> list[str]:
        """Return the words of the runs that have a character style."""
        return [
            run_words(run)
            for run in self.body.iter(w("r"))
            if (mark := run.find(f"{w('rPr')}/{w('rStyle')}")) is not None
            and self.styles[mark.get(w("val"))] == style
        ]

    @cached_property
    def printed(self) -> list[str]:
        """The paragraphs as they are printed, with bullets and numbers, two blanks for a level."""
        numbering = _Numbering(self.tree("word/numbering.xml"))
        return [numbering.printed(paragraph) for paragraph in self.paragraphs]

    def faults(self) -> list[str]:
        """Return what Word would stumble over: parts, orders, unknown styles, lists, relations."""
        return [
            *self._faults_of_package(),
            *(
                fault
                for name in self.names
                if name.startswith("word/") and name.endswith(".xml") and "Effects" not in name
                for fault in self._faults_of(name)
            ),
        ]

    def _faults_of_package(self) -> Iterator[str]:
        types = self.tree("[Content_Types].xml")
        declared = Counter(each.get("PartName") or each.get("Extension") for each in types)
        yield from (f"declared twice: {name}" for name, count in declared.items() if count > 1)
        for name in self.names[1:]:
            if f"/{name}" not in declared and name.rpartition(".")[2] not in declared:
                yield f"not declared: {name}"
            if name.endswith(".rels"):
                folder = posixpath.dirname(posixpath.dirname(name))
                yield from self._lost(folder, self.tree(name))

    def _lost(self, folder: str, relations: Any) -> Iterator[str]:
        for each in relations:
            target = posixpath.normpath(posixpath.join("/", folder, each.get("Target")))
            if each.get("TargetMode") != "External" and target[1:] not in self.parts:
                yield f"leads nowhere: {target}"

    def _faults_of(self, name: str) -> Iterator[str]:
        root = self.tree(name)
        lists = {each.get(w("numId")) for each in self.tree("word/numbering.xml").iter(w("num"))}
        has_relations = f"word/_rels/{posixpath.basename(name)}.rels" in self.parts
        relations = self.relations(name) if has_relations else {}
        known = Counter(
            each for element in root.iter(etree.Element) for each in _identities(element)
        )
        yield from (f"{name}: twice {each}" for each, count in known.items() if count > 1)
        for element in root.iter(etree.Element):
            kind, value = local(element.tag), element.get(w("val"))
            order = [_ORDERS[kind].index(local(each.tag)) for each in element if kind in _ORDERS]
            if order != sorted(set(order)):
                yield f"{name}: {kind} out of order: {[local(each.tag) for each in element]}"
            if kind in {"pStyle", "rStyle"} and value not in self.styles:
                yield f"{name}: no style {value}"
            if kind == "numId" and value not in lists:
                yield f"{name}: no list {value}"
            if kind == "tc" and local(element[-1].tag) != "p":
                yield f"{name}: a cell does not end with a paragraph"
            if kind == "tbl":
                yield from (f"{name}: {fault}" for fault in _faults_of_table(element))
            if kind == "commentReference" and "word/comments.xml" not in self.parts:
                yield f"{name}: no comment {element.get(w('id'))}"
            identifier = element.get(f"{{{R}}}id")
            if identifier is not None and identifier not in relations:
                yield f"{name}: no relation {identifier}"


def _identities(element: Any) -> Iterator[tuple[str, str]]:
    """Yield what an element is known by, and nothing else of its kind may be."""
    kind = local(element.tag)
    if kind == "docPr" or element.tag.startswith("{urn:schemas-microsoft-com:vml}"):
        for name, value in element.attrib.items():
            if local(name) in ("id", "spid") and not name.startswith(f"{{{R}}}"):
                yield f"{'docPr' if kind == 'docPr' else 'shape'} {local(name)}", value
    elif kind in ("bookmarkStart", "permStart", "commentReference"):
        yield kind, element.get(w("id"))
    elif kind == "sdtPr" and (number := element.find(w("id"))) is not None:
        yield kind, number.get(w("val"))
    for name, value in element.attrib.items():
        if local(name) in ("paraId", "anchorId"):
            yield local(name), value


def _faults_of_table(table: Any) -> Iterator[str]:
    columns = len(table.find(w("tblGrid")))
    above: list[bool] = [False] * columns
    for row in table.iterchildren(w("tr")):
        spans: list[tuple[int, str | None]] = [_span(cell) for cell in row.iterchildren(w("tc"))]
        if sum(span for span, _merge in spans) != columns:
            yield "a row is not as wide as its table"
            return
        merges = [merge for span, merge in spans for _ in range(span)]
        if any(merge == "continue" and not over for merge, over in zip(merges, above, strict=True)):
            yield "a cell continues none above"
        above = [merge is not None for merge in merges]


def _span(cell: Any) -> tuple[int, str | None]:
    """Return over how many columns a cell goes, and how it joins the one above, if it does."""
    span, merge = (cell.find(f"{w('tcPr')}/{w(name)}") for name in ("gridSpan", "vMerge"))
    return (
        1 if span is None else int(span.get(w("val"))),
        None if merge is None else merge.get(w("val"), "continue"),
    )


def words(element: Any) -> str:
    """Return the words of an element, its paragraphs as lines."""
    if element.tag == w("p"):
        return "".join(run_words(run) for run in element.iter(w("r")))
    return "\n".join(words(each) for each in element.iter(w("p")))


def run_words(run: Any) -> str:
    """Return the words of a run as they are shown: a line end within words is a blank."""
    return "".join(
        _CHARACTERS.get(local(each.tag), (each.text or "").replace("\n", " ")) for each in run
    )


class _Numbering:
    """Counts as Word does: each list and level for itself, deeper ones anew under a higher one."""

    def __init__(self, part: Any) -> None:
        definitions = {each.get(w("abstractNumId")): each for each in part.iter(w("abstractNum"))}
        self._levels = {
            each.get(w("numId")): {
                level.get(w("ilvl")): level
                for level in definitions[each.find(w("abstractNumId")).get(w("val"))]
                if level.tag == w("lvl")
            }
            for each in part.iter(w("num"))
        }
        self._counted: Counter[tuple[str, int]] = Counter()

    def printed(self, paragraph: Any) -> str:
        numbering = paragraph.find(f"{w('pPr')}/{w('numPr')}")
        if numbering is None:
            return words(paragraph)
        number, depth = (numbering.find(w(name)).get(w("val")) for name in ("numId", "ilvl"))
        return f"{'  ' * int(depth)}{self._mark(number, int(depth))} {words(paragraph)}"

    def _mark(self, number: str, depth: int) -> str:
        for deeper in range(depth + 1, 9):
            del self._counted[number, deeper]
        level = self._levels[number][str(depth)]
        text: str = level.find(w("lvlText")).get(w("val"))
        count = int(level.find(w("start")).get(w("val"))) + self._counted[number, depth]
        self._counted[number, depth] += 1
        return text.replace(f"%{depth + 1}", str(count))
