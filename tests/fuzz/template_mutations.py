"""What may happen to a Word template: to its tags above all, and to what it is made up of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from lxml import etree

from passportkit.word.package.names import w
from tests.fuzz.document_mutations import IN_DOCUMENTS
from tests.fuzz.odd_values import ATTRIBUTES, TEXTS
from tests.fuzz.package_mutations import Draft, Happening, in_tree_of, pick

_TAGS = (
    *("{{ title }}", "{{title}}", "{{ нет }}", "{{ title", "title }}", "{{ }}", "{{{{ title }}}}"),
    *("{% for row in costs %}", "{% endfor %}", "{% for row in нет %}", "{% for x in costs %}"),
    *(
        "{{ row.number }}",
        "{{ row.item }}",
        "{{ row.item|merge }}",
        "{{ row }}",
        "{{ title|upper }}",
    ),
    *("{{ title.__class__ }}", "{{ 7*7 }}", "{% if title %}", "{# так #}", "{%", "%}", "{{", "}}"),
    *(
        "{{ costs }}",
        "{{ row.нет }}",
        "{% for row in problems %}{{ row.text }}{% endfor %}",
        "{" * 400,
    ),
)
_EMPTY = (
    "pPr",
    "rPr",
    "tblPr",
    "tblGrid",
    "tcPr",
    "trPr",
    "sectPr",
    "style",
    "num",
    "abstractNum",
    "lvl",
)
_words = re.compile(r"\{[{%][^{}%]*[%}]\}|\w+")

_in_document = in_tree_of("/document.xml")


@_in_document
def _cut_tag(draft: Draft, tree: Any) -> None:
    """Cut the words of a run in two, with or without something between the pieces."""
    run = pick(draft, tree, "r")
    text = None if run is None else run.find(w("t"))
    if text is not None and text.text:
        at = draft.chance.randint(0, len(text.text))
        other = deepcopy(run)
        text.text, other.find(w("t")).text = text.text[:at], text.text[at:]
        run.addnext(other)
        between = draft.chance.choice(("", "proofErr", "bookmarkStart", "br", "tab", "p"))
        if between:
            run.addnext(etree.Element(w(between)))


@_in_document
def _put_tag(draft: Draft, tree: Any) -> None:
    """Put a tag in place of one, or beside words."""
    text = pick(draft, tree, "t")
    if text is not None:
        tag = draft.chance.choice(_TAGS)
        said = text.text or ""
        text.text = draft.chance.choice((tag, f"{said}{tag}", _words.sub(tag, said, count=1)))


@_in_document
def _say_otherwise(draft: Draft, tree: Any) -> None:
    text = pick(draft, tree, "t")
    if text is not None:
        text.text = draft.chance.choice(TEXTS)


@in_tree_of("/styles.xml")
def _lack(draft: Draft, tree: Any) -> None:
    """Take away how something looks."""
    element = pick(draft, tree, *_EMPTY)
    if element is not None and (parent := element.getparent()) is not None:
        parent.remove(element)


@in_tree_of("/numbering.xml")
def _number_otherwise(draft: Draft, tree: Any) -> None:
    element = pick(draft, tree, "num", "abstractNum", "lvl", "numFmt", "lvlText", "start", "ilvl")
    if element is not None:
        for name in list(element.attrib):
            element.set(name, draft.chance.choice(ATTRIBUTES))


@in_tree_of("[Content_Types].xml")
def _type_otherwise(draft: Draft, tree: Any) -> None:
    typed = [each for each in tree.iter(etree.Element) if each.attrib]
    if typed:
        each = draft.chance.choice(typed)
        values = (*ATTRIBUTES, "application/xml", "/word/document.xml")
        each.set(draft.chance.choice(list(each.attrib)), draft.chance.choice(values))


IN_TEMPLATES: Sequence[Happening] = (
    *(_cut_tag, _cut_tag, _cut_tag, _put_tag, _put_tag, _say_otherwise, _lack, _number_otherwise),
    *(_type_otherwise, *IN_DOCUMENTS),
)
