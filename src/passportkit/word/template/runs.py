"""A paragraph of a template, cut at its tags.

Word cuts the words of a paragraph into runs wherever it likes, and wraps some of them, so tags are
sought in the joined words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from lxml import etree

from passportkit.word.package.names import XML, W, local, w
from passportkit.word.template.properties import xml_of
from passportkit.word.template.tags import Tag, find_tags, is_loose

_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "‑"}

_OPENED = frozenset(map(w, ("ins", "moveTo", "smartTag", "customXml", "sdt", "sdtContent")))
"""What wraps words and is given up where a tag stands: changes to follow, controls, old marks."""

_OPENED_FOR_TAGS = frozenset(map(w, ("hyperlink", "fldSimple")))
_BRACE = re.compile("[{}]")

_IDLE = frozenset(
    map(
        w,
        (
            "pPr proofErr bookmarkStart bookmarkEnd del moveFrom moveFromRangeStart "
            "moveFromRangeEnd moveToRangeStart moveToRangeEnd sdtPr sdtEndPr smartTagPr customXmlPr"
        ).split(),
    )
)
"""What has no words that are printed: marks of the spelling checker would cut tags in two."""


@dataclass(frozen=True, slots=True)
class RunWords:
    """Words between tags, with the properties of their run."""

    text: str
    properties: Any


@dataclass(frozen=True, slots=True)
class Placed:
    """A tag, with the properties of the run in which it begins."""

    tag: Tag
    properties: Any


Run = RunWords | Placed | str
"""A piece of a paragraph; a string is XML that stays as it is."""


def words_of(paragraph: Any) -> str:
    """Return the words of a paragraph."""
    return "".join([_text_of(child) or "" for child in _children(paragraph)])


def has_tag(paragraph: Any) -> bool:
    """Return whether there is a tag, or a piece of one."""
    return is_loose(words_of(paragraph))


def runs_of(paragraph: Any) -> Iterator[Run]:
    """Cut a paragraph at its tags; raise ValueError for a piece of a wrong one."""
    words = ""
    owners: list[Any] = []
    for child in _children(paragraph):
        text = _text_of(child)
        if text is None:
            yield from _cut(words, owners)
            words, owners = "", []
            yield xml_of(child)
        else:
            words += text
            owners += [child.find(w("rPr"))] * len(text)
    yield from _cut(words, owners)


def run_xml(run: Run) -> str:
    """Return the XML of a piece that is no tag."""
    if isinstance(run, str):
        return run
    assert isinstance(run, RunWords)
    element = etree.Element(w("r"), nsmap={"w": W})
    if run.properties is not None:
        element.append(deepcopy(run.properties))
    for piece in re.split(r"([\t\n])", run.text):
        if piece in ("\t", "\n"):
            etree.SubElement(element, w("tab" if piece == "\t" else "br"))
        elif piece:
            text = etree.SubElement(element, w("t"))
            text.text = piece
            text.set(f"{{{XML}}}space", "preserve")
    return xml_of(element)


def _children(element: Any) -> Iterator[Any]:
    """Yield the runs of a paragraph, out of what wraps them, and all else that is printed."""
    for child in element:
        if child.tag in _OPENED or (
            child.tag in _OPENED_FOR_TAGS and _BRACE.search("".join(child.itertext(w("t"))))
        ):
            yield from _children(child)
        elif child.tag not in _IDLE:
            yield child


def _text_of(run: Any) -> str | None:
    """Return the words of a run; None for one that holds anything else, and for no run."""
    if run.tag != w("r"):
        return None
    words = ""
    for child in run:
        name = local(child.tag)
        if name == "t":
            words += child.text or ""
        elif name in _CHARACTERS and not child.attrib:
            words += _CHARACTERS[name]
        elif name != "rPr" and name != "lastRenderedPageBreak":
            return None
    return words


def _cut(words: str, owners: list[Any]) -> Iterator[Run]:
    rest = 0
    for start, end, tag in find_tags(words):
        yield from _pieces_of(words, owners, rest, start)
        yield Placed(tag, owners[start])
        rest = end
    yield from _pieces_of(words, owners, rest, len(words))


def _pieces_of(words: str, owners: list[Any], start: int, end: int) -> Iterator[RunWords]:
    """Yield the words from `start` to `end` by the runs that they belong to."""
    while start < end:
        stop = start + 1
        while stop < end and owners[stop] is owners[start]:
            stop += 1
        yield RunWords(words[start:stop], owners[start])
        start = stop
