"""What may happen to a document of Word: to its package, and in the trees of its parts."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from lxml import etree

from passportkit.word.package.names import w
from tests.fuzz.odd_values import ATTRIBUTES, TEXTS
from tests.fuzz.package_mutations import (
    Draft,
    Happening,
    doubling,
    dropping,
    in_tree_of,
    pick,
)

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


_MOVABLE = ("p", "r", "t", "tr", "tc", "tbl", "hyperlink", "sdt", "drawing", "footnote", "comment")
_HOLDERS = ("body", "p", "r", "tr", "tc", "tbl", "sdtContent", "txbxContent", "hyperlink", "ins")
_WRAPS = ("ins", "del", "moveFrom", "moveTo", "smartTag", "hyperlink", "fldSimple", "customXml")
_LOOKS = ("vanish", "strike", "b", "i", "vertAlign", "rFonts", "rStyle")
_SHAPES = ("gridSpan", "vMerge", "hMerge", "cellDel")
_MARKS = ("begin", "separate", "end")


_in_tree = in_tree_of("/document.xml")


def _others(element: Any, other: Any) -> bool:
    """Whether both are there, and the first does not hold the second, and has a place."""
    if element is None or other is None or element.getparent() is None:
        return False
    return element is not other and element not in other.iterancestors()


_drop_element = _in_tree(dropping(*_MOVABLE))
_double_element = _in_tree(doubling(*_MOVABLE))


@_in_tree
def _move_element(draft: Draft, tree: Any) -> None:
    element, other = pick(draft, tree, *_MOVABLE), pick(draft, tree, *_MOVABLE)
    if _others(element, other) and other.getparent() is not None:
        draft.chance.choice((other.addnext, other.addprevious))(element)


@_in_tree
def _move_sibling(draft: Draft, tree: Any) -> None:
    """Swap two rows, cells or runs: heads stand over other columns, answers under other heads."""
    name = draft.chance.choice(("tr", "tc", "tc", "r", "p"))
    element = pick(draft, tree, name)
    siblings = [] if element is None else list(element.itersiblings(w(name)))
    if siblings:
        draft.chance.choice(siblings).addnext(element)


@_in_tree
def _nest_element(draft: Draft, tree: Any) -> None:
    element, holder = pick(draft, tree, *_MOVABLE), pick(draft, tree, *_HOLDERS)
    if _others(element, holder):
        holder.insert(draft.chance.randint(0, len(holder)), element)


@_in_tree
def _wrap_element(draft: Draft, tree: Any) -> None:
    element = pick(draft, tree, "r", "p", "tr", "tc", "tbl")
    if element is not None and (parent := element.getparent()) is not None:
        wrap = etree.Element(w(draft.chance.choice(_WRAPS)))
        wrap.set(w("instr"), draft.chance.choice(("PAGE", "TOC", "HYPERLINK", "EQ \\f(1;2)", "")))
        parent.replace(element, wrap)
        wrap.append(element)


@_in_tree
def _control_element(draft: Draft, tree: Any) -> None:
    element = pick(draft, tree, "r", "p", "tr", "tc", "tbl")
    if element is not None and (parent := element.getparent()) is not None:
        control = etree.Element(w("sdt"))
        properties = etree.SubElement(control, w("sdtPr"))
        if draft.chance.random() < 0.5:
            etree.SubElement(properties, w("showingPlcHdr"))
        parent.replace(element, control)
        etree.SubElement(control, w("sdtContent")).append(element)


@_in_tree
def _offer_element(draft: Draft, tree: Any) -> None:
    """Make an element one of several contents."""
    element = pick(draft, tree, "r", "p", "tbl", "drawing")
    if element is not None and (parent := element.getparent()) is not None:
        several = etree.Element(f"{_MC}AlternateContent")
        parent.replace(element, several)
        name = draft.chance.choice(("Choice", "Fallback"))
        etree.SubElement(several, f"{_MC}{name}", Requires="w").append(element)
        if draft.chance.random() < 0.5:
            etree.SubElement(several, f"{_MC}Fallback").append(deepcopy(element))


@_in_tree
def _unwrap_element(draft: Draft, tree: Any) -> None:
    element = pick(draft, tree, "tr", "tc", "tbl", "p", "r", "sdt", "sdtContent", "hyperlink")
    if element is not None and element.getparent() is not None:
        for child in reversed(element):
            element.addnext(child)
        element.getparent().remove(element)


@_in_tree
def _set_attribute(draft: Draft, tree: Any) -> None:
    elements = [each for each in tree.iter(etree.Element) if each.attrib]
    if elements:
        element = draft.chance.choice(elements)
        name = draft.chance.choice(list(element.attrib))
        element.set(name, draft.chance.choice(ATTRIBUTES))


@_in_tree
def _set_text(draft: Draft, tree: Any) -> None:
    element = pick(draft, tree, "t")
    if element is not None:
        text, odd = element.text or "", draft.chance.choice(TEXTS)
        at = draft.chance.randint(0, len(text))
        element.text = draft.chance.choice((odd, f"{text[:at]}{odd}{text[at:]}", text[:at]))


@_in_tree
def _exchange_texts(draft: Draft, tree: Any) -> None:
    one, other = pick(draft, tree, "t"), pick(draft, tree, "t")
    if one is not None and other is not None:
        one.text, other.text = other.text, one.text


def _properties(element: Any, name: str) -> Any:
    """Return the properties of an element, which it has from now on."""
    properties = element.find(w(name))
    if properties is None:
        properties = etree.Element(w(name))
        element.insert(0, properties)
    return properties


@_in_tree
def _merge_cells(draft: Draft, tree: Any) -> None:
    for _ in range(draft.chance.randint(1, 4)):
        if (cell := pick(draft, tree, "tc")) is not None:
            shape = etree.SubElement(_properties(cell, "tcPr"), w(draft.chance.choice(_SHAPES)))
            shape.set(w("val"), draft.chance.choice(("restart", "continue", *ATTRIBUTES)))


@_in_tree
def _change_looks(draft: Draft, tree: Any) -> None:
    if (run := pick(draft, tree, "r")) is not None:
        look = etree.SubElement(_properties(run, "rPr"), w(draft.chance.choice(_LOOKS)))
        values = ("superscript", "subscript", "Strong", "1", "0", *ATTRIBUTES)
        look.set(w("val"), draft.chance.choice(values))
        look.set(w("ascii"), draft.chance.choice(("Wingdings", "Symbol", "Arial")))


@_in_tree
def _drop_style(draft: Draft, tree: Any) -> None:
    """Remove styles, or what names them: of one place or everywhere."""
    name = draft.chance.choice(("pStyle", "rStyle", "style", "numPr", "tblHeader", "pPr", "rPr"))
    found = list(tree.iter(w(name)))
    count = draft.chance.choice((1, len(found)))
    for each in draft.chance.sample(found, min(count, len(found))):
        each.getparent().remove(each)


@_in_tree
def _swap_styles(draft: Draft, tree: Any) -> None:
    one, other = pick(draft, tree, "pStyle"), pick(draft, tree, "pStyle")
    if one is not None and other is not None:
        value = draft.chance.choice((other.get(w("val"), ""), "TOC1", "11", "a"))
        one.set(w("val"), value)


@_in_tree
def _begin_field(draft: Draft, tree: Any) -> None:
    """Put marks of fields into the text, with an end or without."""
    for mark in draft.chance.sample(_MARKS, draft.chance.randint(1, 3)):
        if (run := pick(draft, tree, "r")) is not None:
            other = etree.Element(w("r"))
            etree.SubElement(other, w("fldChar")).set(w("fldCharType"), mark)
            instruction = etree.SubElement(other, w("instrText"))
            instruction.text = draft.chance.choice((" PAGE ", " TOC ", " REF a ", " EQ \\f(1;2) "))
            run.addnext(other)


@_in_tree
def _refer(draft: Draft, tree: Any) -> None:
    """Refer to a note or a comment, that may be there or not."""
    if (run := pick(draft, tree, "r")) is not None:
        kind = draft.chance.choice(("footnoteReference", "endnoteReference", "commentReference"))
        reference = etree.SubElement(run, w(kind))
        reference.set(w("id"), draft.chance.choice(("0", "1", "2", *ATTRIBUTES)))


IN_DOCUMENTS: Sequence[Happening] = (
    *(_drop_element, _double_element, _move_element, _move_sibling, _nest_element, _wrap_element),
    *(_control_element, _offer_element, _unwrap_element, _set_attribute, _set_text),
    *(_exchange_texts, _merge_cells, _change_looks, _drop_style, _swap_styles, _begin_field),
    _refer,
)
