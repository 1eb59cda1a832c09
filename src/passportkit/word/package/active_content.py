"""What in a part of a document does something where it is opened: runs, fetches, or asks.

The schemas of Word are closed. Of the languages in `languages` all elements have been looked at,
and those that do something are named below; an element of any other language is not let through.
Of old shapes only what says how they look is let through (`inert_attributes`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from lxml import etree

from passportkit.language import Message, say
from passportkit.word.package.field_codes import instructions, is_inert
from passportkit.word.package.harmless_links import is_harmless
from passportkit.word.package.inert_attributes import is_shape, is_unknown_shape, treatment_of
from passportkit.word.package.languages import (
    DRAWING,
    INERT,
    LIBRARY,
    MICROSOFT,
    OFFICE,
    OPEN,
    VML,
    W15,
    language_of,
)
from passportkit.word.package.names import W, local
from passportkit.word.package.relation_kinds import fetches, is_led_astray, is_reference


class Active(NamedTuple):
    """Something that is not let through: what it is, and what to do about it."""

    what: Message
    advice: Message


DELETE = say("delete it in Word and save the template again")
AS_PICTURE = say("put a picture of it (PNG or JPEG) in its place")
OF_MACROS = say(
    "save the template in Word as a document without macros (.docx), and without keys and toolbars "
    "of its own"
)
_OF_DATA = say(
    "in Word, under Mailings, turn it back into a normal document, and save the template again"
)
DETACH = say(
    "in Word, under Developer, Document Template, take the template or schema away, and save again"
)

MACROS = Active(say("a macro"), OF_MACROS)
EMBEDDED = Active(say("an embedded file or object"), AS_PICTURE)
CONTROL = Active(say("an ActiveX control"), DELETE)
TAKEN_IN = Active(
    say("a place for another file, which Word takes in when it opens the document"),
    say("put the words of that file there, and save the template again"),
)
ATTACHED = Active(say("another template or a schema that is attached"), DETACH)
MAILING = Active(say("a source of data of a mail merge"), _OF_DATA)
SOUND = Active(say("a sound or a film"), DELETE)
WEB_FRAMES = Active(say("frames of a web page"), DELETE)
ADD_IN = Active(say("an add-in for Office"), DELETE)
CHART = Active(say("a chart or a diagram"), AS_PICTURE)
INK = Active(say("handwriting"), AS_PICTURE)
_FORM_MACRO = Active(say("a form field that runs a macro"), OF_MACROS)
_BOUND = Active(
    say("a control whose words come from data in the file"),
    say("remove the content control and leave its words, and save the template again"),
)
_BINARY = Active(say("a field with data that nobody can read"), DELETE)
_SIGNATURE = Active(say("a line for an electronic signature"), AS_PICTURE)
_SCRIPT = Active(say("a script"), DELETE)
_TRANSFORM = Active(say("a transformation to be applied when the document is saved"), DETACH)
_ACTION = Active(say("a picture or shape that does something when it is clicked"), DELETE)
LINKED_PICTURE = Active(
    say("a picture that is linked and not in the file"),
    say("put the picture itself into the template: Insert, Pictures, not “Link to File”"),
)
_ASTRAY = Active(
    say("a reference to something that is missing, or of another kind"),
    say("delete the picture, link, header or footer in Word, and save the template again"),
)

_W: Mapping[str, Active] = {
    **dict.fromkeys(("object", "objectEmbed", "objectLink"), EMBEDDED),
    "control": CONTROL,
    **dict.fromkeys(("altChunk", "subDoc"), TAKEN_IN),
    **dict.fromkeys(("attachedTemplate", "attachedSchema"), ATTACHED),
    **dict.fromkeys(("mailMerge", "recipients", "odso"), MAILING),
    **dict.fromkeys(("entryMacro", "exitMacro"), _FORM_MACRO),
    **dict.fromkeys(("saveThroughXslt",), _TRANSFORM),
    **dict.fromkeys(("frameset", "frame"), WEB_FRAMES),
    **dict.fromkeys(("movie",), SOUND),
    "contentPart": INK,
    "fldData": _BINARY,
    "scriptAnchor": _SCRIPT,
}
_SOUNDS = ("audioCd", "audioFile", "videoFile", "quickTimeFile", "wavAudioFile", "snd")
_ACTIVE: Mapping[str, Active] = {
    **{f"{{{W}}}{name}": active for name, active in _W.items()},
    **{f"{{{DRAWING}}}{name}": SOUND for name in _SOUNDS},
    f"{{{OFFICE}}}OLEObject": EMBEDDED,
    f"{{{OFFICE}}}signatureline": _SIGNATURE,
    f"{{{OFFICE}}}ink": INK,
    f"{{{LIBRARY}}}schema": ATTACHED,
    **{f"{{{W15}}}{name}": ADD_IN for name in ("webExtensionLinked", "webExtensionCreated")},
}

_FOREIGN: Mapping[str, Active] = {
    f"{OPEN}/drawingml/2006/chart": CHART,
    f"{OPEN}/drawingml/2006/diagram": CHART,
    f"{OPEN}/drawingml/2006/lockedCanvas": CHART,
    f"{MICROSOFT}/drawing/2014/chartex": CHART,
    f"{MICROSOFT}/drawing/2017/model3d": CHART,
    f"{MICROSOFT}/word/2010/wordprocessingInk": INK,
    f"{MICROSOFT}/word/2012/wordprocessingDrawing": SOUND,  # a film of the web, as a page of it
    f"{MICROSOFT}/word/2006/wordml": MACROS,
}
"""Languages that are known and not let through."""

_SHOWN_BY_PROPERTIES = (
    "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}",
    "{6668398D-A668-4E3E-A5EB-62B293D839F1}",
)
"""The data that every document has, its title and the like: controls may show them."""

_LOADING = ("src", f"{{{OFFICE}}}althref", f"{{{OFFICE}}}href")
_PAINTED = frozenset(f"{{{VML}}}{name}" for name in ("imagedata", "fill", "stroke"))
_BINDING = (f"{{{W}}}dataBinding", f"{{{W15}}}dataBinding")


def notable_in(root: Any) -> list[Any]:
    """Return the elements of a part that are not inert by their names and those of attributes."""
    return [each for each in root.iter(etree.Element) if not _is_inert(each.tag, *each.keys())]


@lru_cache(maxsize=2048)  # a part has thousands of elements, of some dozens of kinds
def _is_inert(tag: str, *attributes: str) -> bool:
    if language_of(tag) not in INERT or tag in _ACTIVE or tag in _BINDING or is_unknown_shape(tag):
        return False
    return all(treatment_of(tag, each) == "inert" for each in attributes)


def active_in(root: Any, notable: Iterable[Any], kinds: Mapping[str, str]) -> Iterator[Active]:
    """Yield what a part has that is not known to be inert, by its structure.

    `notable` are those of its elements that may be, `kinds` those of its relations, by their
    identifiers.
    """
    for element in notable:
        if active := _of_element(element) or _of_references(element, kinds):
            yield active
    for instruction in instructions(root):
        if not is_inert(instruction):
            yield _field(instruction)


def _of_element(element: Any) -> Active | None:
    tag = element.tag
    if active := _ACTIVE.get(tag):
        return active
    language = language_of(tag)
    if language not in INERT or is_unknown_shape(tag):
        return _FOREIGN.get(language) or _unknown(tag)
    return _of_attributes(element) if element.attrib else None


def _of_attributes(element: Any) -> Active | None:
    tag, said = element.tag, element.attrib
    if tag in _BINDING and said.get(f"{{{W}}}storeItemID", "").upper() not in _SHOWN_BY_PROPERTIES:
        return _BOUND
    if is_shape(tag):
        leads = said.get("href", "")
        if any(map(said.get, _LOADING)) or (leads and tag in _PAINTED):
            return LINKED_PICTURE
        return link_to(leads) if leads and not is_harmless(leads) else None
    if said.get("action") and tag.startswith(f"{{{DRAWING}}}hlink"):
        return _ACTION
    if said.get(f"{{{W}}}url"):
        return link_to(said[f"{{{W}}}url"])
    return None


def _of_references(element: Any, kinds: Mapping[str, str]) -> Active | None:
    for attribute in filter(is_reference, element.attrib):
        if is_led_astray(element, attribute, kinds):
            return LINKED_PICTURE if fetches(attribute) else _ASTRAY
    return None


def link_to(address: str) -> Active:
    """Return what a link is that may not be let through."""
    return Active(
        say("a link to “{address}”", address=address[:_LONGEST]),
        say("links may begin with `http:`, `https:`, `mailto:` or `tel:`; change it or remove it"),
    )


def _field(instruction: str) -> Active:
    words = " ".join(instruction.replace("\ufffc", "…").split())
    return Active(
        say("the field “{words}”", words=words[:_LONGEST]),
        say(
            "in Word, select it and press `Ctrl+Shift+F9`, which leaves its words; accept changes "
            "that are tracked in it. Numbers of pages, dates, properties and references stay"
        ),
    )


def _unknown(tag: str) -> Active:
    return Active(
        say("an element that is not known here, “{name}”", name=local(tag)[:_LONGEST]), DELETE
    )


_LONGEST = 80
