"""What of a stranger's template goes into documents: what is known to be inert, and nothing else.

A document passes a template on under the user's own name. So nothing is carried that no relation
leads to, every relation has to be of a kind that is known, every part to be what it is said to be,
and one thing only, and of every part all is looked at: XML element by element, pictures by their
first bytes. What is carried is what was looked at: XML is written anew from the tree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from lxml import etree

from passportkit.documents.zipped import DAMAGED, TOO_LARGE, Zipped, key_of, parse
from passportkit.errors import CannotGoOn
from passportkit.language import Message, say
from passportkit.word.package import active_content as known
from passportkit.word.package.active_content import (
    DELETE,
    Active,
    active_in,
    link_to,
    notable_in,
)
from passportkit.word.package.harmless_links import is_harmless
from passportkit.word.package.inert_attributes import leave_out_unknown
from passportkit.word.package.names import CONTENT_TYPES, CUSTOM, w
from passportkit.word.package.relations import Relation, part_name, relations_in, relations_name

SIGNS = 300_000
"""How many elements and attributes a template may have: each of its documents has them again.

One that Word has saved, with all its styles and lists, has some ten thousand.
"""

TYPES = "[Content_Types].xml"

_OPEN = "application/vnd.openxmlformats-officedocument"
_WORD = f"{_OPEN}.wordprocessingml."
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_SAME = "styles numbering settings webSettings fontTable header footer footnotes endnotes".split()

_PARTS: Mapping[str, tuple[str, ...]] = {
    "officeDocument": (f"{_WORD}document.main+xml",),
    **{kind: (f"{_WORD}{kind}+xml",) for kind in _SAME},
    "stylesWithEffects": ("application/vnd.ms-word.stylesWithEffects+xml",),
    "theme": (f"{_OPEN}.theme+xml",),
    "core-properties": ("application/vnd.openxmlformats-package.core-properties+xml",),
    "extended-properties": (f"{_OPEN}.extended-properties+xml",),
    "custom-properties": (f"{_OPEN}.custom-properties+xml",),
    "image": ("image/png", "image/jpeg", "image/jpg", "image/gif", "image/bmp", "image/tiff"),
}
"""The kinds of parts that are let through, by their relation, and what they are declared as."""

_ROOTS: Mapping[str, str] = {
    "officeDocument": w("document"),
    **{kind: w(kind) for kind in _SAME},
    "header": w("hdr"),
    "footer": w("ftr"),
    "fontTable": w("fonts"),
    "stylesWithEffects": w("styles"),
    "theme": "{http://schemas.openxmlformats.org/drawingml/2006/main}theme",
    "core-properties": (
        "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}coreProperties"
    ),
    "extended-properties": f"{{{_EXTENDED}}}Properties",
    "custom-properties": f"{{{CUSTOM}}}Properties",
}
"""The element that a part of a kind consists of."""

_LEFT_OUT = frozenset(
    (
        "comments commentsExtended commentsIds commentsExtensible people documenttasks "
        "thumbnail printerSettings customXml glossaryDocument origin classificationlabels"
    ).split()
)
"""What a document can do without: nothing in its text refers to it, or what does is left out too.

Comments are said to whoever makes the template; a signature is none of what is made of it.
"""

_SAID_OF = {
    f"{{{CONTENT_TYPES}}}Default": "Extension",
    f"{{{CONTENT_TYPES}}}Override": "PartName",
}
"""What of a package says of which kind parts are, and the attribute that names them."""

_IDLE = (
    w("printerSettings"),
    *(f"{{{_EXTENDED}}}{name}" for name in ("HLinks", "HyperlinksChanged", "HyperlinkBase")),
)
"""Elements that are left out: settings of somebody's printer, links beside those in the text."""

_REFUSED: Mapping[str, Active] = {
    **dict.fromkeys(
        ("vbaProject", "wordVbaData", "keyMapCustomizations", "attachedToolbars", "extensibility"),
        known.MACROS,
    ),
    **dict.fromkeys(("oleObject", "package"), known.EMBEDDED),
    **dict.fromkeys(("control", "activeXControlBinary"), known.CONTROL),
    **dict.fromkeys(("aFChunk", "subDocument"), known.TAKEN_IN),
    "attachedTemplate": known.ATTACHED,
    **dict.fromkeys(("mailMergeSource", "mailMergeHeaderSource", "recipientData"), known.MAILING),
    **dict.fromkeys(("audio", "video", "media"), known.SOUND),
    **dict.fromkeys(("frame",), known.WEB_FRAMES),
    **dict.fromkeys(("webextensiontaskpanes", "webextension"), known.ADD_IN),
    **dict.fromkeys(("chart", "chartEx", "diagramData", "diagramLayout"), known.CHART),
    "font": Active(
        say("a font that is embedded"),
        say("in Word, under File, Options, Save, turn off embedding fonts, and save again"),
    ),
}
"""What is known and not let through; so is all that is not known."""

_PICTURES = (
    *(b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"BM", b"II*\0", b"MM\0*"),
)
"""How pictures of dots begin. Those of instructions (WMF, EMF, SVG) are little programs."""

_SAVE = say("open the template in Word and save it again")


_LINK, _IMAGE = "hyperlink", "image"
_MODES = {"Internal", "External"}

_MISSING = say("something in it refers to this part, which is missing")

_OTHER_KIND = say("something in it takes this part for one of another kind")

_OTHER_PICTURE = Active(
    say("a picture that is none of dots (WMF, EMF or SVG), or is damaged"),
    say("put it in again as PNG or JPEG: cut it, and choose Paste Special"),
)


class Objection(NamedTuple):
    """Something in a template that is not let through, in words; and what to do about it."""

    message: Message
    advice: Message


class Admitted(NamedTuple):
    """The parts of a package that are let through, and what is not: then no part is of any use."""

    parts: Mapping[str, bytes]
    objections: tuple[Objection, ...]


def admit(docx: bytes) -> Admitted:
    """Return what of a package may go into documents.

    Raises `CannotGoOn` if it is none at all, or unpacks to more than a document can have.
    """
    try:
        admission = _Admission(Zipped(docx, signs=SIGNS))
    except CannotGoOn as error:
        raise CannotGoOn(
            say("the template is not a Word document (.docx): {why}", why=error.message)
        ) from None
    objections = tuple(dict.fromkeys(admission.walk()))
    return Admitted({} if objections else admission.parts(), objections)


def refuse(objections: Iterable[Objection]) -> None:
    """Raise `CannotGoOn` with the first objection, if there is one."""
    for message, advice in objections:
        raise CannotGoOn(say("{what}; {advice}", what=message, advice=advice))


class _Admission:
    """A walk along the relations of a package."""

    def __init__(self, zipped: Zipped) -> None:
        self._zipped = zipped
        self._names = {key_of(name): name for name in zipped.names}
        self._types = parse(zipped.read_xml(TYPES))
        self._declared = _declared(self._types)
        self._kept: dict[str, bytes] = {}
        self._roles: dict[str, str] = {}
        self._notable: dict[str, tuple[Any, list[Any]]] = {}

    def parts(self) -> dict[str, bytes]:
        """Return the parts that were kept, the content types without those that were not."""
        kept = set(map(key_of, self._kept))
        gone = [each for each in self._types if key_of(each.get("PartName", "")) not in {"", *kept}]
        for each in gone:
            self._types.remove(each)
        return {TYPES: _written(self._types), **self._kept}

    def walk(self) -> Iterator[Objection]:
        """Yield what is wrong with the package, with all that its relations lead to."""
        if not _say_one_thing(self._types):
            yield _unusable(TYPES, DAMAGED)
            return
        owners = [""]
        for owner in owners:  # which grows
            try:
                relations = self._relations(owner)
            except CannotGoOn as error:
                yield _unreadable(relations_name(owner), error)
                continue
            yield from self._within(owner, relations)
            for relation in relations:
                if refused := _refused(relation):
                    yield _objection(_place(relation, owner), refused)
                elif relation.kind != _LINK:
                    yield from self._take(relation, owner, owners)

    def _relations(self, owner: str) -> list[Relation]:
        """Return the relations of a part without those that are left out, and keep their part."""
        name = self._names.get(key_of(relations_name(owner)))
        if name is None:
            return []
        tree = parse(self._zipped.read_xml(name))
        relations = list(relations_in(tree))
        if len(relations) < len(list(tree.iter())) - 1:
            raise CannotGoOn(DAMAGED)  # what else stands there?
        if len({each.identifier for each in relations}) < len(relations):
            raise CannotGoOn(DAMAGED)  # which one is meant?
        if not {each.get("TargetMode", "Internal") for each in tree} <= _MODES:
            raise CannotGoOn(DAMAGED)  # is it outside?
        idle = [each for each, said in zip(tree, relations, strict=True) if said.kind in _LEFT_OUT]
        for each in idle:
            tree.remove(each)
        self._kept[name] = _written(tree)
        return [each for each in relations if each.kind not in _LEFT_OUT]

    def _take(self, relation: Relation, owner: str, owners: list[str]) -> Iterator[Objection]:
        """Keep the part that a relation leads to, unless there is something wrong with it."""
        said = part_name(relation.target, owner)
        name = self._names.get(key_of(said))
        if name is None:
            yield _unusable(said, _MISSING)
        elif name not in self._roles:
            self._roles[name] = relation.kind
            owners.append(name)
            try:
                yield from (_objection(name, each) for each in self._looked_at(relation, name))
            except CannotGoOn as error:
                yield _unreadable(name, error)
        elif self._roles[name] != relation.kind:
            yield _unusable(name, _OTHER_KIND)

    def _looked_at(self, relation: Relation, name: str) -> Iterator[Active]:
        """Keep a part, and yield what it has that is not let through."""
        is_image = relation.kind == _IMAGE
        declared = self._declared(name)
        if declared.lower() not in map(str.lower, _PARTS[relation.kind]):
            yield _OTHER_PICTURE if is_image and _is_picture(declared) else _wrong_type(declared)
        elif is_image:
            self._kept[name] = self._zipped.read(name)
            if not self._kept[name].startswith(_PICTURES):
                yield _OTHER_PICTURE
        else:
            tree = parse(self._zipped.read_xml(name))
            if tree.tag != _ROOTS[relation.kind]:
                raise CannotGoOn(_OTHER_KIND)
            _drop_idle(tree)
            self._notable[name] = tree, (notable := notable_in(tree))
            for each in notable:
                leave_out_unknown(each)
            self._kept[name] = _written(tree)

    def _within(self, name: str, relations: list[Relation]) -> Iterator[Objection]:
        """Yield what a part has in its text that is not let through."""
        if name in self._notable:
            kinds = {each.identifier: each.kind for each in relations}
            active = active_in(*self._notable.pop(name), kinds)
            yield from (_objection(name, each) for each in active)


def _drop_idle(tree: Any) -> None:
    """Take away what a document can do without: nobody can say what is in it, or where it leads."""
    for each in list(tree.iter(*_IDLE)):
        each.getparent().remove(each)


def _is_picture(declared: str) -> bool:
    return declared.startswith("image/")


def _refused(relation: Relation) -> Active | None:
    """Return why a relation is not let through, wherever it leads."""
    kind, target = relation.kind, relation.target
    if active := _REFUSED.get(kind):
        return active
    if kind == _LINK:
        leads_out = relation.is_external or target.startswith("#")
        return None if leads_out and is_harmless(target) else link_to(target)
    if relation.is_external or ":" in target:
        return known.LINKED_PICTURE if kind == _IMAGE else _outside(target)
    return None if kind in _PARTS else _unknown(kind)


def _place(relation: Relation, owner: str) -> str:
    """Return the part that a refused relation is about: the one it leads to, or its owner."""
    if relation.is_external or relation.kind == _LINK or ":" in relation.target:
        return owner or relations_name(owner)
    return part_name(relation.target, owner)


def _say_one_thing(types: Any) -> bool:
    """Whether the kinds of parts are all that stands there, and none is said of a part twice."""
    said = [
        (each.tag, key_of(each.get(_SAID_OF[each.tag], "")))
        for each in types
        if each.tag in _SAID_OF and {*each.attrib} == {_SAID_OF[each.tag], "ContentType"}
    ]
    return len(said) == len(list(types.iter())) - 1 and len(set(said)) == len(said)


def _declared(types: Any) -> Callable[[str], str]:
    """Return what says of a part as what it is declared: by its name, else by its ending."""
    names = {key_of(each.get("PartName", "")): each.get("ContentType", "") for each in types}
    endings = {each.get("Extension", "").lower(): each.get("ContentType", "") for each in types}

    def declared(name: str) -> str:
        ending = name.rpartition(".")[2].lower()
        return str(names.get(key_of(name)) or endings.get(ending, ""))

    return declared


def _written(tree: Any) -> bytes:
    return bytes(etree.tostring(tree, encoding="UTF-8", xml_declaration=True, standalone=True))


def _objection(part: str, active: Active) -> Objection:
    message = say(
        "in `{part}` of the template there is {what}; only what is known to do nothing goes into "
        "documents",
        part=part,
        what=active.what,
    )
    return Objection(message, active.advice)


def _unusable(part: str, why: Message) -> Objection:
    return Objection(
        say("`{part}` of the template cannot be used: {why}", part=part, why=why), _SAVE
    )


def _unreadable(part: str, error: CannotGoOn) -> Objection:
    """Return that a part cannot be read; raise where nothing else can be read any more."""
    found = _unusable(part, error.message)
    if error.message == TOO_LARGE:
        raise CannotGoOn(found.message) from error
    return found


def _wrong_type(declared: str) -> Active:
    if "macro" in declared.lower():
        return known.MACROS
    return Active(say("something of another kind, “{kind}”", kind=declared[:_LONGEST]), _SAVE)


def _outside(target: str) -> Active:
    return Active(say("a reference to a place outside, “{place}”", place=target[:_LONGEST]), DELETE)


def _unknown(kind: str) -> Active:
    return Active(say("a part that is not known here, “{kind}”", kind=kind[:_LONGEST]), DELETE)


_LONGEST = 80
