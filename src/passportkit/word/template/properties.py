"""Properties of paragraphs and runs as XML that words are set between."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Mapping, Sequence
from copy import deepcopy
from itertools import product
from typing import Any

from lxml import etree

from passportkit.word.package.names import MC, P_PR, R_PR, W, local, w
from passportkit.word.template.compiled import RUN_KINDS, ParagraphXml

_CUTS = [P_PR.index(name) + side for name in ("numPr", "ind") for side in (0, 1)]
"""Before and behind the numbering, before and behind the indent."""


_NAMING = ("Requires", *(f"{{{MC}}}{name}" for name in ("Ignorable", "MustUnderstand")))
"""Attributes whose words are prefixes, which have to be declared where they stand."""


def xml_of(element: Any) -> str:
    """Serialise an element to stand in a part, whose root declares the main namespace only."""
    named = _prefixes_named_in(element)
    holder = etree.Element(w("holder"), nsmap={"w": W})
    holder.append(_declaring(element, named) if named else deepcopy(element))
    etree.cleanup_namespaces(holder, keep_ns_prefixes=["w", *named])
    xml = etree.tostring(holder, encoding="unicode", with_tail=False)
    return xml[xml.index(">") + 1 : xml.rindex("<")]


def _prefixes_named_in(element: Any) -> dict[str, str]:
    """Return the prefixes that stand in words of an element, with what they are declared as."""
    named = (
        (prefix, each.nsmap.get(prefix))
        for each in element.iter(f"{{{MC}}}*")
        for attribute in _NAMING
        for prefix in each.get(attribute, "").split()
    )
    return {prefix: uri for prefix, uri in named if uri}


def _declaring(element: Any, prefixes: Mapping[str, str]) -> Any:
    copy = etree.Element(element.tag, element.attrib, nsmap=dict(prefixes))
    copy.text = element.text
    copy.extend(map(deepcopy, element))
    return copy


def paragraph_xml(properties: Any) -> ParagraphXml:
    """Cut the properties of a paragraph (or None) around its numbering and its indent."""
    pieces = ["", "", "", "", ""]
    for child in () if properties is None else properties:
        name = local(child.tag)
        rank = P_PR.index(name) if name in P_PR else len(P_PR)
        pieces[bisect(_CUTS, rank)] += xml_of(child)
    return ParagraphXml(*pieces)


def kept_with_next(properties: Any) -> Any:
    """Return the properties of a paragraph (or None) behind which no page ends."""
    changed = etree.Element(w("pPr"), nsmap={"w": W})
    changed.extend([] if properties is None else map(deepcopy, properties))
    _put(changed, "keepNext", P_PR)
    return changed


def run_variants(properties: Any, style_ids: Mapping[str, str]) -> tuple[str, ...]:
    """Return the opening of a run for each kind, bold or not, italic or not, in this order."""
    variants = []
    for kind, bold, italic in product(RUN_KINDS, (False, True), (False, True)):
        changed = etree.Element(w("rPr"), nsmap={"w": W})
        changed.extend([] if properties is None else map(deepcopy, properties))
        if kind:
            _put(changed, "rStyle", R_PR, style_ids[kind])
        for name, wanted in (("b", bold), ("i", italic)):
            if wanted:
                _put(changed, name, R_PR)
        variants.append(f"<w:r>{xml_of(changed) if len(changed) else ''}")
    return tuple(variants)


def _put(parent: Any, name: str, order: Sequence[str], value: str | None = None) -> None:
    for old in parent.findall(w(name)):
        parent.remove(old)
    earlier = {w(each) for each in order[: order.index(name)]}
    child = etree.Element(w(name))
    if value is not None:
        child.set(w("val"), value)
    parent.insert(sum(each.tag in earlier for each in parent), child)
