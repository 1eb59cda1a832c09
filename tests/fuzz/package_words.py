"""Every word that people have put into a package, found without what reads documents.

Each stretch of words gets a mark of its own, which no reader takes for anything but letters. What a
reader has not lost has the marks of all of them.
"""

from __future__ import annotations

import io
import posixpath
import re
import warnings
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import chain
from typing import Any, NamedTuple
from urllib.parse import unquote
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree

TEXTS = {
    "t": "words of a text, of a formula, of a drawing",
    "delText": "words that were deleted",
    "v": "values of a chart",
    "pt": "values of a newer chart",
}
"""Elements whose text is words of people, by their names without a namespace."""

ATTRIBUTES = {
    ("docPr", "descr"): "what a drawing shows",
    ("docPr", "title"): "the heading of what a drawing shows",
    ("cNvPr", "descr"): "what a picture shows",
    ("cNvPr", "title"): "the heading of what a picture shows",
    ("shape", "alt"): "what an old drawing shows",
    ("textpath", "string"): "words drawn along a line",
    ("tblCaption", "val"): "the heading of what a table shows",
    ("tblDescription", "val"): "what a table shows",
}
"""Attributes that are words of people, by the names of element and attribute."""

FURNITURE_OF_PARTS = {
    "settings": "how the document is to be opened and printed",
    "webSettings": "how it is to be shown in a browser",
    "styles": "names of styles; the words in them are examples of nobody",
    "stylesWithEffects": "the same for Word 2010",
    "numbering": "what is printed before the items of lists, and comes with each of them",
    "fontTable": "names of fonts",
    "theme": "names of colours and fonts",
    "themeOverride": "names of colours and fonts",
    "core-properties": "title, author and dates of the file: mostly those of what it was copied of",
    "extended-properties": "counts, and the name of the program",
    "custom-properties": "what programs keep with the file, such as our stamp",
    "customXml": "data of programs; what a control shows of them stands in the control",
    "customXmlProps": "which data of programs these are",
    "glossaryDocument": "building blocks to choose from, and prompts of controls",
    "diagramLayout": "how a diagram is laid out",
    "diagramQuickStyle": "how it looks",
    "diagramColors": "its colours",
    "diagramDrawing": "the diagram as it was drawn last: the same words as in its data",
    "chartStyle": "how a chart looks",
    "chartColorStyle": "its colours",
    "commentsExtended": "which comment answers which",
    "commentsIds": "numbers of comments",
    "commentsExtensible": "dates of comments",
    "people": "names of reviewers, which stand with their comments",
    "keyMapCustomizations": "keys of the keyboard",
    "attachedToolbars": "buttons",
    "vbaProject": "macros, which nobody runs here",
    "wordVbaData": "macros",
    "printerSettings": "bytes of a printer's driver",
    "thumbnail": "a small picture of the first page",
    "classificationlabels": "labels of confidentiality, which are a server's",
}
"""Parts without words of people, by the kinds of relations that lead to them, and why so.

What only they refer to has none either.
"""

FURNITURE_OF_ELEMENTS = {
    "instrText": "what Word is told to write: what has come of it stands behind it",
    "delInstrText": "the same, deleted",
    "fldData": "bytes of a field",
    "f": "where in a sheet the values of a chart stand",
    "formatCode": "how the numbers of a chart are written",
    "separator": "what parts the numbers in the labels of a chart",
    "posOffset": "where a drawing stands",
    "align": "where a drawing stands",
    "pctWidth": "how wide a drawing is",
    "pctHeight": "how high it is",
    "pctPosHOffset": "where a drawing stands",
    "pctPosVOffset": "where a drawing stands",
    "binData": "bytes",
    "LinkType": "how an embedded file is kept",
    "LockedField": "how an embedded file is kept",
    "FieldCodes": "how an embedded file is kept",
    "Anchor": "where a note in a sheet stands",
}
"""Elements whose text is no words of people, by their names, and why so."""

_KNOWN = ("wordprocessingml", "/math", "drawing", ":vml", "/office/word/2010/")
"""What the namespaces have in their names whose elements may hold words."""

_is_plain_way = re.compile(r"(?:/\w+:\w+\[1\])+").fullmatch
"""Ways to data as Word writes them."""

_may_have_words = re.compile(rb"<(?:\w+:)?(?:t|delText)[ >]").search
_LETTERS = "бвгджзклмнпрстфх"
_WIDTH = 4

Relations = Mapping[str, Sequence[tuple[str, str]]]
"""By the key of each part the kinds of its relations, and the keys of their targets."""


class Mark(NamedTuple):
    """A mark, the part that it stands in, the element, and the words that it was put behind."""

    said: str
    part: str
    element: Any
    words: str


class Marked(NamedTuple):
    """A package with a mark behind all its words; the parts with words that are damaged.

    Where the document itself is one of those, all of it is refused.
    """

    docx: bytes
    marks: list[Mark]
    damaged: list[str]


def marked(docx: bytes) -> Marked:
    """Return a package with a mark behind each stretch of words; raise `BadZipFile` for none."""
    marks: list[Mark] = []
    damaged: list[str] = []
    docx = _marked(docx, "", marks, damaged)
    return Marked(docx, marks, damaged)


def lost(marks: Iterable[Mark], said: str) -> Iterator[Mark]:
    """Yield the marks that are not in what was said.

    Of several contents of which a program shows one, one with words has to be there as a whole.
    """
    marks = list(marks)
    if any(mark.said not in said for mark in marks):
        of_elements: defaultdict[Any, list[Mark]] = defaultdict(list)
        for mark in marks:
            of_elements[mark.element].append(mark)
        roots = dict.fromkeys(mark.element.getroottree().getroot() for mark in marks)
        for root in roots:
            yield from _lost_in(root, of_elements, said)


def _lost_in(element: Any, marks: Mapping[Any, list[Mark]], said: str) -> list[Mark]:
    inside = [_lost_in(child, marks, said) for child in element]
    if _local(element.tag) == "AlternateContent":
        with_words = [n for n, branch in enumerate(element) if _has_words_in(branch, marks)]
        return min((inside[n] for n in with_words), key=len, default=[])
    own = [mark for mark in marks.get(element, ()) if mark.said not in said]
    return [*own, *chain(*inside)]


def _has_words_in(branch: Any, marks: Mapping[Any, list[Mark]]) -> bool:
    """Whether a content has words, or refers to a part that has them."""
    every = branch.iter(etree.Element)
    return any(
        each in marks
        or (_local(each.tag) == "t" and (each.text or "").strip())
        or any("relationships" in str(n) for n in each.attrib)
        for each in every
    )


def unexplained(docx: bytes) -> Iterator[str]:
    """Yield the elements with text that are neither words of people nor known furniture."""
    parts = parts_of(docx)
    furniture = _furniture(parts)
    for name, root in _trees(parts):
        for element in () if name in furniture else root.iter(etree.Element):
            text = element.text or ""
            is_known = _text_of(element) is not None or _local(element.tag) in FURNITURE_OF_ELEMENTS
            if _has_words(text) and not is_known:
                yield f"{name}: {element.tag}: {text[:40]}"


# --- marks ---


def _marked(docx: bytes, within: str, marks: list[Mark], damaged: list[str]) -> bytes:
    parts = parts_of(docx)
    kinds = _kinds(parts)
    furniture = _furniture(parts)
    trees = dict(_trees(parts))
    texts = {n: tree for n, tree in trees.items() if n not in furniture}
    for name in _mark_data(texts, trees, _relations(parts), marks):
        parts[name] = etree.tostring(trees[name], encoding="UTF-8", xml_declaration=True)
    for name in [each for each in parts if each not in furniture]:
        if name in trees:
            _mark(trees[name], f"{within}{name}", marks)
            parts[name] = etree.tostring(trees[name], encoding="UTF-8", xml_declaration=True)
        elif "aFChunk" in kinds.get(name, ()) and parts[name][:2] == b"PK" and not within:
            with suppress(BadZipFile):
                parts[name] = _marked(parts[name], f"{within}{name}/", marks, damaged)
        elif _may_have_words(parts[name]) and not _holds_all(name, kinds):
            damaged.append(f"{within}{name}")
    return zipped(parts.items())


def _mark_data(
    texts: Mapping[str, Any], trees: Mapping[str, Any], relations: Relations, marks: list[Mark]
) -> Iterator[str]:
    """Mark the words of data that controls show, and yield the parts that these stand in.

    A day has another look in its control than in the data.
    """
    bindings = [each for tree in texts.values() for each in tree.iter("{*}dataBinding")]
    for each in bindings:
        said = {_local(name): value for name, value in each.attrib.items()}
        name = _store(said.get("storeItemID", ""), trees, relations)
        is_plain = _is_plain_way(said.get("xpath", "")) and _is_of_words(each)
        if name in texts or name not in trees or not is_plain or _KNOWN[0] not in each.tag:
            continue
        uris = dict(re.findall(r"xmlns:(\w+)='([^']*)'", said.get("prefixMappings", "")))
        with suppress(etree.XPathError):
            for found in trees[name].xpath(said["xpath"], namespaces=uris)[:1]:
                if not len(found) and _has_words(words := found.text or ""):
                    found.text = words + _next(marks, name, found, words)
                    yield name


def _is_of_words(binding: Any) -> bool:
    """Whether a control shows words as they are, and those that are there."""
    holders = [_local(each.tag) for each in binding.iterancestors()]
    beside = {_local(each.tag) for each in binding.getparent()}
    return holders[:2] == ["sdtPr", "sdt"] and not beside & {
        "date",
        "checkbox",
        "picture",
        "richText",
        "repeatingSection",
    }


def _store(identifier: str, trees: Mapping[str, Any], relations: Relations) -> str:
    """Return the name of the part with the data of a number, "" where there is none.

    It refers to another one, which says its number.
    """
    numbered = set()
    for name, root in trees.items():
        if _local(root.tag) == "datastoreItem":
            known = [value for key, value in root.attrib.items() if _local(key) == "itemID"]
            if identifier and known == [identifier]:
                numbered.add(("customXmlProps", _key(name)))
    items = (name for name in trees if numbered.intersection(relations.get(_key(name), ())))
    return next(items, "")


def _holds_all(name: str, kinds: Mapping[str, set[str]]) -> bool:
    """Whether a part is the document, or has relations: it is not read as one that has words."""
    return "officeDocument" in kinds.get(name, ()) or name.endswith(".rels")


def parts_of(docx: bytes) -> dict[str, bytes]:
    """Return the parts of a package by their names; of two with one name, the last."""
    with ZipFile(io.BytesIO(docx)) as file:
        return {_name_of(info): file.read(info) for info in file.infolist()}


def _name_of(info: ZipInfo) -> str:
    is_known = info.flag_bits & 0x800 or info.filename.isascii()
    return info.filename if is_known else info.filename.encode("cp437").decode("cp866")


def zipped(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """Return a package of parts, whose names may be there twice; without those that have none."""
    file = io.BytesIO()
    with warnings.catch_warnings(action="ignore"), ZipFile(file, "w") as archive:
        for name, content in parts:
            if name:
                archive.writestr(name, content)
    return file.getvalue()


def _mark(root: Any, part: str, marks: list[Mark]) -> None:
    for element in root.iter(etree.Element):
        if words := _text_of(element):
            element.text = words + _next(marks, part, element, words)
        for name, words in _attributes_of(element):
            element.set(name, words + _next(marks, part, element, words))


def _next(marks: list[Mark], part: str, element: Any, words: str) -> str:
    number, said = len(marks), ""
    for _ in range(_WIDTH):
        number, digit = divmod(number, len(_LETTERS))
        said = _LETTERS[digit] + said
    marks.append(Mark(f"ъ{said}ъ", part, element, words))
    return marks[-1].said


def _text_of(element: Any) -> str | None:
    """Return the words of an element, "" where it has none, None where it is none that has them."""
    if _local(element.tag) not in TEXTS or not _is_known(element):
        return None
    text = element.text or ""
    return text if _has_words(text) else ""


def _attributes_of(element: Any) -> Iterator[tuple[str, str]]:
    for name, said in element.attrib.items():
        if (_local(element.tag), _local(name)) in ATTRIBUTES and _has_words(said):
            yield name, said


def _is_known(element: Any) -> bool:
    namespace = etree.QName(element).namespace or ""
    return any(name in namespace for name in _KNOWN)


def _local(tag: Any) -> str:
    return str(tag).rpartition("}")[2]


def _has_words(text: str) -> bool:
    return any(character.isalnum() for character in text)


# --- parts ---


def _trees(parts: Mapping[str, bytes]) -> Iterator[tuple[str, Any]]:
    """Yield the parts that are XML, but for relations."""
    for name, content in parts.items():
        is_xml = content.lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t\0")[:1] == b"<"
        if is_xml and not name.endswith((".rels", ".htm", ".html", ".xhtml")):
            with suppress(etree.XMLSyntaxError, ValueError):
                yield name, etree.fromstring(content, _parser())


def _parser() -> Any:
    return etree.XMLParser(resolve_entities=False, no_network=True)


def _furniture(parts: Mapping[str, bytes]) -> set[str]:
    """Return the names of the parts that are furniture, or that only furniture refers to."""
    relations = _relations(parts)
    found, used, waiting = set(), set(), [""]
    while waiting:
        for kind, target in relations.get(waiting.pop(), ()):
            if kind in FURNITURE_OF_PARTS:
                found.add(target)
            elif target not in used:
                used.add(target)
                waiting.append(target)
    behind = list(found - used)
    while behind:
        targets = {target for _kind, target in relations.get(behind.pop(), ())} - used - found
        found |= targets
        behind += targets
    of_furniture = {name for name in parts if _key(name) in found - used}
    return of_furniture | {"[Content_Types].xml"}


def _kinds(parts: Mapping[str, bytes]) -> dict[str, set[str]]:
    """Return the names of parts, each with the kinds of the relations that lead to it."""
    kinds: defaultdict[str, set[str]] = defaultdict(set)
    for found in _relations(parts).values():
        for kind, target in found:
            kinds[target].add(kind)
    return {name: kinds[_key(name)] for name in parts}


def _relations(parts: Mapping[str, bytes]) -> Relations:
    """Return by the key of each part the kinds of its relations, and the keys of their targets."""
    found = {}
    for name, content in parts.items():
        folder, _, end = _key(name).rpartition("_rels/")
        if end.endswith(".rels"):
            found[f"{folder}{end.removesuffix('.rels')}"] = list(_targets(content, folder))
    return found


def _targets(relations: bytes, folder: str) -> Iterator[tuple[str, str]]:
    with suppress(etree.XMLSyntaxError, ValueError):
        for each in etree.fromstring(relations, _parser()):
            kind = each.get("Type", "").rpartition("/")[2]
            target = each.get("Target", "").replace("\\", "/")
            if each.get("TargetMode") != "External":
                path = posixpath.normpath(posixpath.join("/", folder, target))
                yield kind, _key(path.lstrip("/"))


def _key(name: str) -> str:
    """Return the name of a part as names are compared."""
    return unquote(name).replace("\\", "/").lstrip("/").lower()
