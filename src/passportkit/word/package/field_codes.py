"""Fields by their instructions, put together as Word does, and which of them do nothing but show.

Word joins an instruction over runs and paragraphs, whatever its elements are called, and computes
fields within fields. So what cannot be told for certain is not let through: a field whose pieces
stand in different tracked changes, one of which a piece is for some versions of Word alone, one
that begins, goes on or ends where no words may stand (some programs read on there, others pass it
over), one with a tag in it, or one whose name is not plain words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from passportkit.word.package.harmless_links import is_harmless
from passportkit.word.package.names import MC, W, w

_HOLE = "\ufffc"
"""What stands in an instruction for anything that is no text: a field within it, a picture."""

_CHOICES = (f"{{{MC}}}Choice", f"{{{MC}}}Fallback")
_STORIES = (w("txbxContent"), *_CHOICES)
"""What has fields of its own, apart from those around it."""

_TRACKED = tuple(map(w, ("ins", "del", "moveFrom", "moveTo")))
_AROUND = frozenset(("sdt", "sdtContent", "customXml", "ins", "del", "moveFrom", "moveTo"))
_AROUND_RUNS = frozenset(map(w, {*_AROUND, "hyperlink", "smartTag", "fldSimple", "dir", "bdo"}))
_AROUND_PARAGRAPHS = frozenset(
    map(
        w,
        _AROUND.union(
            ("document", "body", "hdr", "ftr", "tbl", "tr", "tc"),
            ("footnotes", "footnote", "endnotes", "endnote"),
        ),
    )
)
"""What runs, and paragraphs, may stand in. Elsewhere no program has to read them, or to pass them
over."""

_DELETED = frozenset(map(w, ("delText", "delInstrText")))
_TEXTS = frozenset(map(w, ("t", "delText", "instrText", "delInstrText")))
_BLANKS = frozenset(map(w, ("tab", "br", "cr")))
_IDLE = frozenset(map(w, ("rPr", "lastRenderedPageBreak")))
_HIDDEN = f"{w('rPr')}/{w('vanish')}"
_KIND, _KINDS = w("fldCharType"), {"begin", "separate", "end"}

_INERT = frozenset(
    (
        "PAGE NUMPAGES SECTION SECTIONPAGES PAGEREF "
        "DATE TIME CREATEDATE SAVEDATE PRINTDATE EDITTIME REVNUM "
        "TITLE SUBJECT AUTHOR KEYWORDS COMMENTS LASTSAVEDBY NUMWORDS NUMCHARS DOCPROPERTY "
        "DOCVARIABLE "
        "STYLEREF REF NOTEREF SEQ LISTNUM AUTONUM AUTONUMLGL AUTONUMOUT "
        "TOC TC INDEX XE TA TOA IF COMPARE = EQ SYMBOL ADVANCE SHAPE "
        "FORMTEXT FORMCHECKBOX FORMDROPDOWN"
    ).split()
)
"""Fields that show what the document itself says or counts, or the date, and ask nobody.

Left out are those that read files or start programs (DDE, INCLUDETEXT, LINK, RD), run macros, ask
the reader (ASK, FILLIN), need a source of data (MERGEFIELD), or tell where a file lies and who its
reader is (FILENAME, TEMPLATE, USERNAME).
"""

_name = re.compile(r'\s*([A-Za-z]+|=)(?=[\s\\"]|$|(?<==))').match
_link = re.compile(
    r'\s*HYPERLINK(?:\s+(?:"([^"\\]*)"|([^\s"\\]+)))?'
    r'(?:\s*\\(?:[lot]\s+(?:"[^"\\]*"|[^\s"\\]+)|[nmh]|\*\s*\w+))*\s*',
    re.IGNORECASE,
).fullmatch


_tag = re.compile(r"\{[{%]|[}%]\}").search
"""Of a tag, in whose place words of an author will be."""


def is_inert(instruction: str) -> bool:
    """Return whether a field with this instruction only shows something."""
    if not instruction.strip():
        return True
    if _tag(instruction):
        return False
    if link := _link(instruction):
        address = link[1] or link[2]
        return _HOLE not in instruction and (not address or is_harmless(address))
    found = _name(instruction)
    return found is not None and found[1].upper() in _INERT


def instructions(root: Any) -> Iterator[str]:
    """Yield the instruction of each field of a part, in whichever of its texts it stands."""
    if next(root.iter(w("fldChar"), w("fldSimple")), None) is not None:
        for story in (root, *root.iter(*_STORIES)):
            yield from _Story().read(story)


@dataclass(slots=True)
class _Field:
    """A field that is open, with what may vanish and take its pieces along."""

    pieces: list[str] = field(default_factory=list)
    wrappers: set[Any] = field(default_factory=set)
    is_result: bool = False
    is_torn: bool = False

    @property
    def instruction(self) -> str:
        """What Word reads; what may become another one where something vanishes has a hole."""
        said = "".join(self.pieces)
        return _HOLE + said if self.is_torn or len(self.wrappers) > 1 else said


class _Story:
    """One text of a part, with the fields that are open in it."""

    def __init__(self) -> None:
        self._open: list[_Field] = []

    def read(self, story: Any) -> Iterator[str]:
        """Yield the instructions of its fields, also of those without an end."""
        walk = etree.iterwalk(story, events=("start",))
        for _event, element in walk:
            if element is not story and element.tag in _STORIES:
                self._tear()
                walk.skip_subtree()
            elif element.tag == w("fldSimple"):
                self._instruct(_HOLE, element)
                yield element.get(w("instr"), "") if _is_at_home(element) else _HOLE
            elif element.tag == w("fldChar"):
                yield from self._turn(element, is_choice=story.tag in _CHOICES)
            else:
                self._read_on(element)
        for each in self._open:
            each.is_torn |= story.tag in _CHOICES
            yield each.instruction

    def _turn(self, mark: Any, *, is_choice: bool) -> Iterator[str]:
        kind = mark.get(_KIND)
        if kind not in _KINDS or not _is_in_run(mark):
            yield _HOLE
        if kind == "begin":
            self._instruct(_HOLE, mark)
            self._open.append(_Field())
        if self._open:
            self._open[-1].wrappers.add(_wrapper(mark))
            if kind == "end":
                yield self._open.pop().instruction
            else:
                self._open[-1].is_result |= kind == "separate"
        elif is_choice:
            yield _HOLE  # of a field that has begun outside

    def _read_on(self, element: Any) -> None:
        if self._open and not self._open[-1].is_result:
            self._instruct(_said(element), element)
            if element.tag in _TEXTS and len(element):
                self._tear()

    def _tear(self) -> None:
        """Note that a piece of an instruction is not read by every version of Word."""
        if self._open:
            self._open[-1].is_torn |= not self._open[-1].is_result

    def _instruct(self, said: str, element: Any) -> None:
        if said and self._open and not self._open[-1].is_result:
            self._open[-1].pieces.append(said)
            self._open[-1].wrappers.add(_wrapper(element))


def _wrapper(element: Any) -> tuple[Any, bool]:
    """Return what an element vanishes with, in a change or in what only some versions know.

    Words that are hidden may vanish, too.
    """
    around = next(filter(_may_vanish, element.iterancestors()), None)
    run = element.getparent()
    return around, run is not None and run.find(_HIDDEN) is not None


def _may_vanish(element: Any) -> bool:
    return element.tag in _TRACKED or not element.tag.startswith(f"{{{W}}}")


def _said(element: Any) -> str:
    """Return what an element is in an instruction; nothing for what only holds others."""
    if element.tag in _TEXTS:
        is_in_place = element.tag not in _DELETED or _is_deleted(element)
        return "".join(element.itertext()) if is_in_place and _is_in_run(element) else _HOLE
    if element.tag in _BLANKS and _is_in_run(element):
        return " "
    parent = element.getparent()
    is_piece = parent is not None and parent.tag == w("r") and element.tag not in _IDLE
    return _HOLE if is_piece or not element.tag.startswith(f"{{{W}}}") else ""


def _is_deleted(element: Any) -> bool:
    return next(element.iterancestors(w("del"), w("moveFrom")), None) is not None


def _is_in_run(piece: Any) -> bool:
    """Whether a piece of a run is in one, and that where all programs read it."""
    run = piece.getparent()
    return run is not None and run.tag == w("r") and _is_at_home(run)


def _is_at_home(element: Any) -> bool:
    """Whether words in an element of a paragraph are read by all programs, or by none."""
    around = _AROUND_RUNS
    for each in element.iterancestors():
        if each.tag in _STORIES:
            return True
        if each.tag == w("p") and around is _AROUND_RUNS:
            around = _AROUND_PARAGRAPHS
        elif each.tag not in around:
            return False
    return around is _AROUND_PARAGRAPHS
