"""The words of a paragraph, out of the runs and wraps that Word keeps them in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from passportkit.paper.model import PassedOver, PassedOverKind
from passportkit.text.grammar import BOLD, ITALIC
from passportkit.word.package.names import R, w
from passportkit.word.package.opening import Package
from passportkit.word.read.drawings import Drawings
from passportkit.word.read.fields import WordFields, is_dropped, link_of
from passportkit.word.read.line_words import words_of
from passportkit.word.read.notes import Notes, in_brackets
from passportkit.word.read.remarks import Comments, words_in
from passportkit.word.read.style_sheet import StyleSheet
from passportkit.word.read.symbols import symbol
from passportkit.word.read.text_marks import IS_HIDDEN, Phrase
from passportkit.word.read.wraps import ALTERNATIVES, chosen, is_on, shown

_M = "http://schemas.openxmlformats.org/officeDocument/2006/math"

_VAL, _ID, _ANCHOR, _INSTRUCTION = w("val"), f"{{{R}}}id", w("anchor"), w("instr")
_PROPERTIES, _RUN, _RUN_PROPERTIES, _TEXT = w("pPr"), w("r"), w("rPr"), w("t")
_STYLE, _BOLD, _ITALIC, _HIDDEN = w("rStyle"), w("b"), w("i"), w("vanish")
_NOWHERE = 1_000_000
"""Behind all phrases that a paragraph may have."""
_BITS = {_BOLD: BOLD, _ITALIC: ITALIC, _HIDDEN: IS_HIDDEN}


class Phrases:
    """Reads the phrases of the paragraphs of a document, one paragraph after the other.

    `boxes` are the text boxes that were met and not yet taken; `passed_over` is what was, and has
    not been taken either. `part` is the part that they are read from, None for the document.
    """

    def __init__(self, package: Package, sheet: StyleSheet) -> None:
        self.boxes: list[Any] = []
        self.passed_over: list[PassedOver] = []
        self.part: str | None = None
        self.comments = Comments(package)
        self._package = package
        self._marks_of_styles = sheet.marks
        self._fields = WordFields()
        self._notes = Notes(package)
        self._drawings = Drawings(package)
        self._commented: dict[str | None, tuple[list[Phrase], int]] = {}
        self._gone_at = -1
        self._phrases: list[Phrase] = []
        self._marks = 0
        self._link: str | None = None

    def of(self, paragraph: Any) -> tuple[Any, list[Phrase]]:
        """Return the properties of a paragraph, or None, and its phrases.

        The ends of lines, and tabs, stand in the phrases as characters.
        """
        self._phrases = []
        properties = None
        for child in paragraph:
            tag = child.tag
            if tag == _RUN:
                self.run(child)
            elif tag == _PROPERTIES:
                properties = child
            elif take := _WRAPS.get(tag):
                take(self, child)
        if self._fields.is_open:
            self._fields.end_paragraph()
        return properties, self._phrases

    def walk(self, element: Any) -> None:
        """Read what an element holds."""
        for child in element:
            if child.tag == _RUN:
                self.run(child)
            elif take := _WRAPS.get(child.tag):
                take(self, child)

    def run(self, run: Any) -> None:
        """Read a run: words in one look."""
        self._marks = 0
        for child in run:
            tag = child.tag
            if tag == _TEXT:
                text = child.text
                self._say(text.replace("\n", " ") if text and "\n" in text else text)
            elif tag == _RUN_PROPERTIES:
                self._marks = self._marks_of(child)
            elif take := _PIECES.get(tag):
                take(self, child)

    def _say(self, words: str | None) -> None:
        if not words or self._fields.is_silent:
            return
        if self._marks & IS_HIDDEN:
            self._pass_over("hidden", words)
        else:
            self._phrases.append((words, self._marks, self._link or self._fields.link))

    def _pass_over(self, kind: PassedOverKind, words: str) -> None:
        """Keep in mind words that are not shown, joined to those before them."""
        last = self.passed_over[-1] if self.passed_over else None
        if last and last.kind == kind and self._gone_at == len(self._phrases):
            self.passed_over[-1] = replace(last, words=last.words + words)
        elif words.strip():
            self.passed_over.append(PassedOver(kind, words))
        self._gone_at = len(self._phrases)

    def _marks_of(self, properties: Any) -> int:
        marks = 0
        for child in properties:
            tag = child.tag
            if tag in _BITS:
                marks = marks | _BITS[tag] if is_on(child) else marks & ~_BITS[tag]
            elif tag == _STYLE:
                marks |= self._marks_of_styles.get(child.get(_VAL), 0)
        return marks

    def text(self, piece: Any) -> None:
        """Say a character that is written as an element."""
        self._say(_CHARACTERS[piece.tag])

    def symbol(self, piece: Any) -> None:
        """Say a character of a symbol font."""
        try:
            code = int(piece.get(w("char"), ""), 16)
            self._say(symbol(code, piece.get(w("font"), "")))
        except (ValueError, OverflowError):
            return

    def field(self, piece: Any) -> None:
        """Turn to the next part of a field."""
        was_silent = self._fields.is_silent
        words = self._fields.turn(piece)
        if words and not was_silent:
            self._phrases.append((words, self._marks, None))

    def instruction(self, piece: Any) -> None:
        """Take words of the instruction of a field."""
        self._fields.instruct(piece.text or "")

    def formula(self, piece: Any) -> None:
        """Say the words of a formula."""
        self._marks = 0
        self._say("".join(each.text or "" for each in piece.iter(f"{{{_M}}}t")))

    def alternatives(self, piece: Any) -> None:
        """Read the one of several contents that is shown."""
        content = chosen(piece)
        if content is None:
            self.passed_over.append(PassedOver("alternative", words_in(piece)))
            return
        for child in content:
            if child.tag == _TEXT:
                self._say(child.text)
            elif take := _PIECES.get(child.tag) or _WRAPS.get(child.tag):
                take(self, child)

    def ruby(self, piece: Any) -> None:
        """Read the words below a gloss."""
        for base in piece.iterchildren(w("rubyBase")):
            self.walk(base)

    def drawing(self, piece: Any) -> None:
        """Keep the text boxes of a drawing for later, and what else there is in mind."""
        for each in self._drawings.of(piece, self.part):
            (self.passed_over if isinstance(each, PassedOver) else self.boxes).append(each)

    def comment(self, piece: Any) -> None:
        """Keep a comment in mind, and the words that it is about."""
        begun, start = self._commented.get(piece.get(w("id")), (self._phrases, _NOWHERE))
        about = words_of(self._phrases[start if begun is self._phrases else 0 :]).strip()
        self.passed_over.append(self.comments.of(piece, about))

    def comment_start(self, piece: Any) -> None:
        """Take in where the words begin that a comment is about."""
        self._commented[piece.get(w("id"))] = self._phrases, len(self._phrases)

    def deleted(self, wrap: Any) -> None:
        """Keep words in mind that were deleted, and the deletion tracked."""
        self._pass_over("deleted", words_in(wrap))

    def note(self, piece: Any) -> None:
        """Say a footnote in brackets where it is referred to."""
        note = self._notes.of(piece)
        if self.part is not None or self._fields.is_silent:
            return
        if note is None:
            self.passed_over.append(PassedOver("note"))
            return
        outside, marks, self.part = self._phrases, self._marks, note.part
        said: list[Phrase] = []
        for paragraph in note.paragraphs:
            said += [(" ", 0, None)] if said else []
            said += self.of(paragraph)[1]
        self.part, self._phrases, self._marks = None, outside, marks
        self._phrases += in_brackets(said, after=outside[-1][0][-1:] if outside else "")

    def hyperlink(self, wrap: Any) -> None:
        """Read the words of a link."""
        address = self._package.target(wrap.get(_ID, ""), self.part)
        anchor = wrap.get(_ANCHOR)
        if address and anchor and "#" not in address:
            address = f"{address}#{anchor}"
        self._leading_to(address, wrap)

    def simple_field(self, wrap: Any) -> None:
        """Read the words that came of a field."""
        instruction = wrap.get(_INSTRUCTION, "")
        if not is_dropped(instruction):
            self._leading_to(link_of(instruction), wrap)

    def _leading_to(self, address: str | None, wrap: Any) -> None:
        outside, self._link = self._link, address or self._link
        self.walk(wrap)
        self._link = outside

    def control(self, wrap: Any) -> None:
        """Read the words in a content control."""
        self.walk(shown(wrap))


_CHARACTERS = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "‑",
    w("softHyphen"): "\u00ad",
}

_Take = Callable[[Phrases, Any], None]

_PIECES: dict[Any, _Take] = {
    **dict.fromkeys(_CHARACTERS, Phrases.text),
    w("sym"): Phrases.symbol,
    w("fldChar"): Phrases.field,
    w("instrText"): Phrases.instruction,
    w("footnoteReference"): Phrases.note,
    w("endnoteReference"): Phrases.note,
    w("commentReference"): Phrases.comment,
    w("ruby"): Phrases.ruby,
    ALTERNATIVES: Phrases.alternatives,
    **dict.fromkeys((w("drawing"), w("pict"), w("object")), Phrases.drawing),
}
"""What stands in a run."""

_WRAPS: dict[Any, _Take] = {
    **dict.fromkeys(
        map(w, ("r", "ins", "moveTo", "smartTag", "customXml", "dir", "bdo")), Phrases.walk
    ),
    _RUN: Phrases.run,
    w("del"): Phrases.deleted,
    w("commentRangeStart"): Phrases.comment_start,
    w("hyperlink"): Phrases.hyperlink,
    w("fldSimple"): Phrases.simple_field,
    w("sdt"): Phrases.control,
    f"{{{_M}}}oMath": Phrases.formula,
    f"{{{_M}}}oMathPara": Phrases.formula,
    ALTERNATIVES: Phrases.alternatives,
}
"""What holds runs, apart from what was deleted or moved away."""
