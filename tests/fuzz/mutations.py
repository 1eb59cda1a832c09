"""What may happen to a package of Word: to its parts, to their relations, and in their trees."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from lxml import etree

from passportkit.word.package.names import R, w
from tests.fuzz.odd_values import ATTRIBUTES, TEXTS
from tests.fuzz.package_words import zipped

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MOST = 4
"""How many things happen to one package, at most."""


@dataclass
class Draft:
    """A package in the making: its parts in their order, names as often as they are there."""

    parts: list[tuple[str, bytes]]
    chance: random.Random

    def place(self, *endings: str) -> int | None:
        """Return the place of a part whose name ends so, if there is one."""
        places = [n for n, (name, _) in enumerate(self.parts) if name.endswith(endings)]
        return self.chance.choice(places) if places else None


def mutated(parts: Sequence[tuple[str, bytes]], chance: random.Random) -> bytes:
    """Return a package of parts to which some things have happened."""
    draft = Draft(list(parts), chance)
    for _ in range(chance.randint(1, _MOST)):
        kinds = chance.choices((IN_TREES, OF_PARTS, OF_RELATIONS), (8, 1, 1))[0]
        chance.choice(kinds)(draft)
    return zipped(draft.parts)


# --- parts ---


def _drop(draft: Draft) -> None:
    draft.parts.pop(draft.chance.randrange(len(draft.parts)))


def _double(draft: Draft) -> None:
    name, content = draft.chance.choice(draft.parts)
    draft.parts.append((draft.chance.choice((name, f"word/more/{name}", name.upper())), content))


def _rename(draft: Draft) -> None:
    place = draft.chance.randrange(len(draft.parts))
    name, content = draft.parts[place]
    others = (name.upper(), name.replace("/", "\\"), f"word/слово {place}.xml", f"{name}.bak", "0")
    draft.parts[place] = (draft.chance.choice(others), content)


def _change(draft: Draft) -> None:
    """Empty a part, cut it off, or put other bytes into it."""
    place = draft.chance.randrange(len(draft.parts))
    name, content = draft.parts[place]
    at = draft.chance.randrange(len(content) + 1)
    other = draft.chance.choice(draft.parts)[1]
    behind = draft.chance.randbytes(3) + content[at + 3 :]
    changed = draft.chance.choice((b"", content[:at], content[:at] + behind, other))
    draft.parts[place] = (name, changed)


def _spell_as_utf16(draft: Draft) -> None:
    if (place := draft.place(".xml")) is not None:
        name, content = draft.parts[place]
        text = content.decode("utf-8", "ignore").replace("UTF-8", "UTF-16")
        draft.parts[place] = (name, text.encode("utf-16"))


# --- relations ---


def _change_relation(draft: Draft) -> None:
    if (place := draft.place(".rels")) is not None and (tree := _tree(draft, place)) is not None:
        relations = list(tree)
        if relations:
            _CHANGES[draft.chance.randrange(len(_CHANGES))](draft, draft.chance.choice(relations))
            _keep(draft, place, tree)


def _drop_relation(_draft: Draft, relation: Any) -> None:
    relation.getparent().remove(relation)


def _double_relation(draft: Draft, relation: Any) -> None:
    other = deepcopy(relation)
    other.set("Id", draft.chance.choice(("rId1", "rId99", relation.get("Id", ""))))
    relation.addnext(other)


def _retarget(draft: Draft, relation: Any) -> None:
    name = draft.chance.choice(draft.parts)[0]
    target = draft.chance.choice((name, f"/{name}", f"..\\{name}", "", "../../..", "NULL"))
    relation.set("Target", target)


def _retype(draft: Draft, relation: Any) -> None:
    kinds = ("header", "footer", "footnotes", "comments", "styles", "numbering", "aFChunk", "")
    relation.set("Type", f"{R}/{draft.chance.choice(kinds)}")


def _externalize(_draft: Draft, relation: Any) -> None:
    relation.set("TargetMode", "External")


_CHANGES = (_drop_relation, _double_relation, _retarget, _retype, _externalize)


# --- trees ---

_MOVABLE = ("p", "r", "t", "tr", "tc", "tbl", "hyperlink", "sdt", "drawing", "footnote", "comment")
_HOLDERS = ("body", "p", "r", "tr", "tc", "tbl", "sdtContent", "txbxContent", "hyperlink", "ins")
_WRAPS = ("ins", "del", "moveFrom", "moveTo", "smartTag", "hyperlink", "fldSimple", "customXml")
_LOOKS = ("vanish", "strike", "b", "i", "vertAlign", "rFonts", "rStyle")
_SHAPES = ("gridSpan", "vMerge", "hMerge", "cellDel")
_MARKS = ("begin", "separate", "end")

_Element = Any


def _in_tree(change: Callable[[Draft, _Element], None]) -> Callable[[Draft], None]:
    """Return what does something to the tree of a part, mostly of the document."""

    def happen(draft: Draft) -> None:
        is_document = draft.chance.random() < 0.8
        place = draft.place("/document.xml" if is_document else ".xml")
        if place is not None and (tree := _tree(draft, place)) is not None:
            change(draft, tree)
            _keep(draft, place, tree)

    return happen


def _tree(draft: Draft, place: int) -> _Element:
    try:
        return etree.fromstring(draft.parts[place][1])
    except (etree.XMLSyntaxError, ValueError):
        return None


def _keep(draft: Draft, place: int, tree: _Element) -> None:
    xml = etree.tostring(tree, encoding="UTF-8", xml_declaration=True, standalone=True)
    draft.parts[place] = (draft.parts[place][0], xml)


def _pick(draft: Draft, tree: _Element, *names: str) -> _Element:
    """Return an element of one of these names, each name as likely as any other."""
    for name in draft.chance.sample(names, len(names)):
        if found := list(tree.iter(w(name))):
            return draft.chance.choice(found)
    return None


def _others(element: _Element, other: _Element) -> bool:
    """Whether both are there, and the first does not hold the second, and has a place."""
    if element is None or other is None or element.getparent() is None:
        return False
    return element is not other and element not in other.iterancestors()


@_in_tree
def _drop_element(draft: Draft, tree: _Element) -> None:
    element = _pick(draft, tree, *_MOVABLE)
    if element is not None and (parent := element.getparent()) is not None:
        parent.remove(element)


@_in_tree
def _double_element(draft: Draft, tree: _Element) -> None:
    element = _pick(draft, tree, *_MOVABLE)
    if element is not None and element.getparent() is not None:
        for _ in range(draft.chance.choice((1, 1, 1, 12))):
            element.addnext(deepcopy(element))


@_in_tree
def _move_element(draft: Draft, tree: _Element) -> None:
    element, other = _pick(draft, tree, *_MOVABLE), _pick(draft, tree, *_MOVABLE)
    if _others(element, other) and other.getparent() is not None:
        draft.chance.choice((other.addnext, other.addprevious))(element)


@_in_tree
def _move_sibling(draft: Draft, tree: _Element) -> None:
    """Swap two rows, cells or runs: heads stand over other columns, answers under other heads."""
    name = draft.chance.choice(("tr", "tc", "tc", "r", "p"))
    element = _pick(draft, tree, name)
    siblings = [] if element is None else list(element.itersiblings(w(name)))
    if siblings:
        draft.chance.choice(siblings).addnext(element)


@_in_tree
def _nest_element(draft: Draft, tree: _Element) -> None:
    element, holder = _pick(draft, tree, *_MOVABLE), _pick(draft, tree, *_HOLDERS)
    if _others(element, holder):
        holder.insert(draft.chance.randint(0, len(holder)), element)


@_in_tree
def _wrap_element(draft: Draft, tree: _Element) -> None:
    element = _pick(draft, tree, "r", "p", "tr", "tc", "tbl")
    if element is not None and (parent := element.getparent()) is not None:
        wrap = etree.Element(w(draft.chance.choice(_WRAPS)))
        wrap.set(w("instr"), draft.chance.choice(("PAGE", "TOC", "HYPERLINK", "EQ \\f(1;2)", "")))
        parent.replace(element, wrap)
        wrap.append(element)


@_in_tree
def _control_element(draft: Draft, tree: _Element) -> None:
    element = _pick(draft, tree, "r", "p", "tr", "tc", "tbl")
    if element is not None and (parent := element.getparent()) is not None:
        control = etree.Element(w("sdt"))
        properties = etree.SubElement(control, w("sdtPr"))
        if draft.chance.random() < 0.5:
            etree.SubElement(properties, w("showingPlcHdr"))
        parent.replace(element, control)
        etree.SubElement(control, w("sdtContent")).append(element)


@_in_tree
def _offer_element(draft: Draft, tree: _Element) -> None:
    """Make an element one of several contents."""
    element = _pick(draft, tree, "r", "p", "tbl", "drawing")
    if element is not None and (parent := element.getparent()) is not None:
        several = etree.Element(f"{_MC}AlternateContent")
        parent.replace(element, several)
        name = draft.chance.choice(("Choice", "Fallback"))
        etree.SubElement(several, f"{_MC}{name}", Requires="w").append(element)
        if draft.chance.random() < 0.5:
            etree.SubElement(several, f"{_MC}Fallback").append(deepcopy(element))


@_in_tree
def _unwrap_element(draft: Draft, tree: _Element) -> None:
    element = _pick(draft, tree, "tr", "tc", "tbl", "p", "r", "sdt", "sdtContent", "hyperlink")
    if element is not None and element.getparent() is not None:
        for child in reversed(element):
            element.addnext(child)
        element.getparent().remove(element)


@_in_tree
def _set_attribute(draft: Draft, tree: _Element) -> None:
    elements = [each for each in tree.iter(etree.Element) if each.attrib]
    if elements:
        element = draft.chance.choice(elements)
        name = draft.chance.choice(list(element.attrib))
        element.set(name, draft.chance.choice(ATTRIBUTES))


@_in_tree
def _set_text(draft: Draft, tree: _Element) -> None:
    element = _pick(draft, tree, "t")
    if element is not None:
        text, odd = element.text or "", draft.chance.choice(TEXTS)
        at = draft.chance.randint(0, len(text))
        element.text = draft.chance.choice((odd, f"{text[:at]}{odd}{text[at:]}", text[:at]))


@_in_tree
def _exchange_texts(draft: Draft, tree: _Element) -> None:
    one, other = _pick(draft, tree, "t"), _pick(draft, tree, "t")
    if one is not None and other is not None:
        one.text, other.text = other.text, one.text


@_in_tree
def _merge_cells(draft: Draft, tree: _Element) -> None:
    for _ in range(draft.chance.randint(1, 4)):
        if (cell := _pick(draft, tree, "tc")) is not None:
            properties = cell.find(w("tcPr"))
            if properties is None:
                properties = etree.Element(w("tcPr"))
                cell.insert(0, properties)
            shape = etree.SubElement(properties, w(draft.chance.choice(_SHAPES)))
            shape.set(w("val"), draft.chance.choice(("restart", "continue", *ATTRIBUTES)))


@_in_tree
def _change_looks(draft: Draft, tree: _Element) -> None:
    if (run := _pick(draft, tree, "r")) is not None:
        properties = run.find(w("rPr"))
        if properties is None:
            properties = etree.Element(w("rPr"))
            run.insert(0, properties)
        look = etree.SubElement(properties, w(draft.chance.choice(_LOOKS)))
        values = ("superscript", "subscript", "Strong", "1", "0", *ATTRIBUTES)
        look.set(w("val"), draft.chance.choice(values))
        look.set(w("ascii"), draft.chance.choice(("Wingdings", "Symbol", "Arial")))


@_in_tree
def _drop_style(draft: Draft, tree: _Element) -> None:
    """Remove styles, or what names them: of one place or everywhere."""
    name = draft.chance.choice(("pStyle", "rStyle", "style", "numPr", "tblHeader", "pPr", "rPr"))
    found = list(tree.iter(w(name)))
    count = draft.chance.choice((1, len(found)))
    for each in draft.chance.sample(found, min(count, len(found))):
        each.getparent().remove(each)


@_in_tree
def _swap_styles(draft: Draft, tree: _Element) -> None:
    one, other = _pick(draft, tree, "pStyle"), _pick(draft, tree, "pStyle")
    if one is not None and other is not None:
        value = draft.chance.choice((other.get(w("val"), ""), "TOC1", "11", "a"))
        one.set(w("val"), value)


@_in_tree
def _begin_field(draft: Draft, tree: _Element) -> None:
    """Put marks of fields into the text, with an end or without."""
    for mark in draft.chance.sample(_MARKS, draft.chance.randint(1, 3)):
        if (run := _pick(draft, tree, "r")) is not None:
            other = etree.Element(w("r"))
            etree.SubElement(other, w("fldChar")).set(w("fldCharType"), mark)
            instruction = etree.SubElement(other, w("instrText"))
            instruction.text = draft.chance.choice((" PAGE ", " TOC ", " REF a ", " EQ \\f(1;2) "))
            run.addnext(other)


@_in_tree
def _refer(draft: Draft, tree: _Element) -> None:
    """Refer to a note or a comment, that may be there or not."""
    if (run := _pick(draft, tree, "r")) is not None:
        kind = draft.chance.choice(("footnoteReference", "endnoteReference", "commentReference"))
        reference = etree.SubElement(run, w(kind))
        reference.set(w("id"), draft.chance.choice(("0", "1", "2", *ATTRIBUTES)))


_Happening = Callable[[Draft], None]

OF_PARTS: Sequence[_Happening] = (_drop, _double, _rename, _change, _spell_as_utf16)
OF_RELATIONS: Sequence[_Happening] = (_change_relation,)
IN_TREES: Sequence[_Happening] = (
    *(_drop_element, _double_element, _move_element, _move_sibling, _nest_element, _wrap_element),
    *(_control_element, _offer_element, _unwrap_element, _set_attribute, _set_text),
    *(_exchange_texts, _merge_cells, _change_looks, _drop_style, _swap_styles, _begin_field),
    _refer,
)
