"""Parts of a package that have words, but that nothing in the document shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from passportkit.documents.kinds import DocumentKind, identify
from passportkit.errors import CannotGoOn
from passportkit.paper.model import PassedOver
from passportkit.word.package.opening import Package
from passportkit.word.package.relations import file_name
from passportkit.word.read.plain_words import lines_in, values_in

_FURNITURE = frozenset(
    {
        # how the document looks, is opened and printed
        *("settings", "webSettings", "styles", "stylesWithEffects", "numbering", "fontTable"),
        *("theme", "themeOverride", "printerSettings", "keyMapCustomizations", "attachedToolbars"),
        # what programs say of the file, and keep with it
        *("core-properties", "extended-properties", "custom-properties", "thumbnail"),
        *("customXml", "customXmlProps", "vbaProject", "wordVbaData", "classificationlabels"),
        # building blocks to choose from, and prompts of content controls
        "glossaryDocument",
        # how diagrams and charts look; a diagram as it was drawn last has the words of its data
        *("diagramLayout", "diagramQuickStyle", "diagramColors", "diagramDrawing"),
        *("chartStyle", "chartColorStyle"),
        # pictures, sounds, letters; embedded files are told where they stand
        *("image", "hdphoto", "video", "audio", "media", "font", "oleObject", "package"),
        # which comment answers which, and when; the names of reviewers stand with their comments
        *("commentsExtended", "commentsIds", "commentsExtensible", "people"),
    }
)
"""Parts that have no words of people, by the kinds of the relations that lead to them."""

_may_have_words = re.compile(rb"<(?:\w+:)?(?:t|delText|v|pt)[ >]|\b(?:descr|alt|string)=").search
_FILES = frozenset(DocumentKind) - {DocumentKind.IMAGE, DocumentKind.EMPTY, DocumentKind.UNKNOWN}
_is_xml = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*<").match


def stray_parts(package: Package) -> Iterator[PassedOver]:
    """Yield the words of parts that were not read and are no furniture, and what is damaged."""
    if unread := package.unread():
        furniture = _furniture_of(package)
        for name in unread:
            if name not in furniture:
                yield from _stray_words(package, name)


def _stray_words(package: Package, name: str) -> Iterator[PassedOver]:
    """Yield the words of a part, if it has some, or that it is damaged."""
    part = file_name(name)
    try:
        content = package.content(name)
        xml = content.replace(b"\0", b"")  # as half of UTF-16 is
        if not _is_xml(xml):
            if identify(content).kind in _FILES:
                yield PassedOver("file", part=part)
        elif _may_have_words(xml) and (words := _words_of(package.tree(name))):
            yield PassedOver("stray", words, part)
    except CannotGoOn:
        yield PassedOver("stray", part=part)


def _words_of(root: Any) -> str:
    return "\n".join(filter(None, (lines_in(root), *values_in(root))))


def _furniture_of(package: Package) -> set[str]:
    """Return the parts that are furniture, and those that only furniture refers to."""
    found: set[str] = set()
    used = {""}
    waiting = [""]
    while waiting:
        for kind, name in package.relations(waiting.pop()):
            if kind in _FURNITURE:
                found.add(name)
            elif name not in used:
                used.add(name)
                waiting.append(name)
    waiting = list(found - used)
    while waiting:
        behind = {name for _kind, name in package.relations(waiting.pop())} - used - found
        found |= behind
        waiting += behind
    return found - used
