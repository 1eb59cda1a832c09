"""Properties of paragraphs and runs as XML that words are set between."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from itertools import product
from typing import Any

from lxml import etree

from passportkit.word.compiled import RUN_KINDS, ParagraphXml
from passportkit.word.names import P_PR, R_PR, W, w


def xml_of(element: Any) -> str:
    """Serialise an element of the document without declaring its namespaces again."""
    holder = etree.Element(w("holder"), nsmap=element.nsmap)
    holder.append(deepcopy(element))
    xml = etree.tostring(holder, encoding="unicode", with_tail=False)
    return xml[xml.index(">") + 1 : xml.rindex("<")]


def paragraph_xml(properties: Any) -> ParagraphXml:
    """Cut the properties of a paragraph (or None) at the places of numbering and indent."""
    children = [] if properties is None else list(properties)
    numbering, indent = (
        {w(name) for name in P_PR[: P_PR.index("numPr")]},
        {w(name) for name in P_PR[: P_PR.index("ind")]} | {w("numPr")},
    )
    first = [child for child in children if child.tag in numbering]
    middle = [child for child in children if child.tag in indent - numbering - {w("numPr")}]
    own = [child for child in children if child.tag == w("ind")]
    last = [child for child in children if child.tag not in indent | {w("ind")}]
    return ParagraphXml(*("".join(map(xml_of, each)) for each in (first, middle, own, last)))


def run_variants(properties: Any, style_ids: Mapping[str, str]) -> tuple[str, ...]:
    """Return the opening of a run for each kind, bold or not, italic or not, in this order."""
    variants = []
    for kind, bold, italic in product(RUN_KINDS, (False, True), (False, True)):
        changed = etree.Element(
            w("rPr"), nsmap={"w": W} if properties is None else properties.nsmap
        )
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
