"""What may happen in the trees of a workbook: to its rows, its cells, and what says how they look.

Elements are known by their local names.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lxml import etree

from tests.fuzz.odd_values import ATTRIBUTES, TEXTS
from tests.fuzz.package_mutations import (
    Draft,
    Happening,
    doubling,
    dropping,
    in_tree_of,
    pick,
)

_MOVABLE = ("row", "c", "v", "f", "is", "si", "t", "r", "mergeCell", "comment", "sheet", "xf")
_HOLDERS = ("sheetData", "row", "c", "is", "si", "r", "sst", "sheets", "mergeCells")
_WORDS = ("v", "v", "t", "f", "oddHeader", "formatCode")
_TELLING = {
    "row": ("r", "hidden", "outlineLevel"),
    "c": ("r", "t", "s"),
    "col": ("min", "max", "hidden"),
    "mergeCell": ("ref",),
    "hyperlink": ("ref", "id"),
    "comment": ("ref", "authorId"),
    "sheet": ("name", "state", "id"),
    "f": ("t", "si", "ref"),
    "xf": ("numFmtId",),
    "numFmt": ("numFmtId", "formatCode"),
    "workbookPr": ("date1904",),
}
"""The attributes by which elements say something."""

_PLACES = ("A1", "B2", "C0", "XFD1048576", "XFE1", "A1:C3", "C3:A1", "A1:XFD1048576", "1", "$B$2")
_KINDS = ("s", "str", "inlineStr", "b", "e", "d", "n", "x")
_VALUES = (
    *("1", "0", "-1", "99999999999", "1e308", "1e400", "NaN", "0x10", "-0.0", "44927.5", "60"),
    *("2958466", "1" * 400, "#DIV/0!", "2023-02-31T25:00:00", "true"),
)
_FORMATS = (
    "0.00",
    "d/m/yy",
    "[h]:mm",
    '# ##0" тыс. руб."',
    "0%",
    "[>1",
    '"',
    "@",
    ";;;",
    "?" * 900,
)

_in_tree = in_tree_of("/sheet1.xml")


_drop_element = _in_tree(dropping(*_MOVABLE))
_double_element = _in_tree(doubling(*_MOVABLE))


@_in_tree
def _move_element(draft: Draft, tree: Any) -> None:
    element, holder = pick(draft, tree, *_MOVABLE), pick(draft, tree, *_HOLDERS)
    if element is None or holder is None or element.getparent() is None:
        return
    if element is not holder and element not in holder.iterancestors():
        holder.insert(draft.chance.randint(0, len(holder)), element)


@_in_tree
def _exchange_siblings(draft: Draft, tree: Any) -> None:
    """Swap rows or cells in the file, which may still say where they stand."""
    element = pick(draft, tree, "row", "c", "si")
    siblings = [] if element is None else list(element.itersiblings())
    if siblings:
        draft.chance.choice(siblings).addnext(element)


@_in_tree
def _exchange_contents(draft: Draft, tree: Any) -> None:
    """Swap the contents of two cells or of two rows: answers stand below other heads."""
    name = draft.chance.choice(("c", "row"))
    one, other = pick(draft, tree, name), pick(draft, tree, name)
    if one is None or other is None or one is other:
        return
    if one in other.iterancestors() or other in one.iterancestors():  # of an earlier accident
        return
    contents, others = list(one), list(other)
    one.extend(others)
    other.extend(contents)


@_in_tree
def _set_attribute(draft: Draft, tree: Any) -> None:
    name = draft.chance.choice(list(_TELLING))
    if (element := pick(draft, tree, name)) is not None:
        kinds = (ATTRIBUTES, _PLACES, _KINDS, _VALUES)
        value = draft.chance.choice(draft.chance.choice(kinds))
        element.set(draft.chance.choice(_TELLING[name]), value)


@_in_tree
def _drop_attribute(draft: Draft, tree: Any) -> None:
    elements = [each for each in tree.iter(etree.Element) if each.attrib]
    if elements:
        element = draft.chance.choice(elements)
        del element.attrib[draft.chance.choice(list(element.attrib))]


@_in_tree
def _set_text(draft: Draft, tree: Any) -> None:
    if (element := pick(draft, tree, *_WORDS)) is not None:
        said = element.text or ""
        odd = draft.chance.choice(draft.chance.choice((TEXTS, _VALUES, _FORMATS)))
        at = draft.chance.randint(0, len(said))
        element.text = draft.chance.choice((odd, f"{said[:at]}{odd}{said[at:]}", said[:at]))


@_in_tree
def _exchange_texts(draft: Draft, tree: Any) -> None:
    one, other = pick(draft, tree, *_WORDS), pick(draft, tree, *_WORDS)
    if one is not None and other is not None:
        one.text, other.text = other.text, one.text


@_in_tree
def _merge_cells(draft: Draft, tree: Any) -> None:
    namespace = etree.QName(tree).namespace or ""
    merged = etree.SubElement(tree, f"{{{namespace}}}mergeCells")
    for _ in range(draft.chance.randint(1, 4)):
        rows = [draft.chance.randint(1, 12) for _ in range(2)]
        columns = [draft.chance.choice("ABCDEF") for _ in range(2)]
        stretch = f"{columns[0]}{rows[0]}:{columns[1]}{rows[1]}"
        place = draft.chance.choice((stretch, stretch, stretch, *_PLACES))
        etree.SubElement(merged, f"{{{namespace}}}mergeCell").set("ref", place)


@_in_tree
def _change_format(draft: Draft, tree: Any) -> None:
    if (style := pick(draft, tree, "numFmt", "xf")) is not None:
        style.set("formatCode", draft.chance.choice(_FORMATS))
        style.set("numFmtId", draft.chance.choice(("0", "9", "14", "22", "46", "164", "-1", "x")))


@_in_tree
def _make_formula(draft: Draft, tree: Any) -> None:
    """Say that a value was computed, and lose what came of it, or not."""
    if (cell := pick(draft, tree, "c")) is not None:
        namespace = etree.QName(cell).namespace or ""
        cell.insert(0, formula := etree.Element(f"{{{namespace}}}f"))
        formula.text = draft.chance.choice(("SUM(A1:A9)", "A1", "", "HYPERLINK(1)", "1/0"))
        if draft.chance.random() < 0.5:
            for value in list(cell.iter("{*}v")):
                value.getparent().remove(value)


IN_SHEETS: Sequence[Happening] = (
    *(_drop_element, _double_element, _move_element, _exchange_siblings, _exchange_contents),
    *(_set_attribute, _set_attribute, _drop_attribute, _set_text, _exchange_texts, _merge_cells),
    *(_change_format, _make_formula),
)
