"""The words of a paragraph, out of the runs and wraps that Word keeps them in."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from passportkit.paper.model import PassedOver, PassedOverKind
from passportkit.paper.symbols import FONTS, UNKNOWN, in_symbols, symbol
from passportkit.word.package.names import R, w
from passportkit.word.package.opening import Package
from passportkit.word.read.bindings import Bindings
from passportkit.word.read.chunks import Chunks
from passportkit.word.read.drawings import Drawings
from passportkit.word.read.fields import WordFields, is_dropped, link_of, unsaid_by, written_in
from passportkit.word.read.formulas import DRAWN_FORMULA, FORMULAS, formula_words, unsaid_in
from passportkit.word.read.line_words import words_of
from passportkit.word.read.looks import looks_of, together
from passportkit.word.read.notes import NOTES, Notes, in_brackets
from passportkit.word.read.off_line import in_line
from passportkit.word.read.plain_words import DELETED, lines_in, unshown_words, words_in
from passportkit.word.read.remarks import Comments
from passportkit.word.read.style_sheet import StyleSheet
from passportkit.word.read.text_marks import (
    FONT_AT,
    IS_FONT,
    IS_GONE,
    IS_HIDDEN,
    IS_OFF_LINE,
    MARKS,
    Phrase,
)
from passportkit.word.read.wraps import ALTERNATIVES, children_of, chosen, shown, unshown

_VAL, _ID, _ANCHOR, _INSTRUCTION = w("val"), f"{{{R}}}id", w("anchor"), w("instr")
_PROPERTIES, _RUN, _RUN_PROPERTIES, _TEXT = w("pPr"), w("r"), w("rPr"), w("t")
_STYLE = w("pStyle")
_BLANKS = (" ", "\N{NO-BREAK SPACE}")
_NOWHERE = 1_000_000
"""Behind all phrases that a paragraph may have."""
_IS_SPECIAL = IS_GONE | IS_FONT | IS_OFF_LINE

_illegible = re.compile("[\xad\uf000-\uf0ff]")
"""Hyphens that are not printed, and characters of fonts without letters."""


class Phrases:
    """Reads the phrases of the paragraphs of a document, one paragraph after the other.

    `boxes` are the text boxes that were met and not yet taken; `passed_over` is what was, and has
    not been taken either. `part` is the part that they are read from, None for the document.
    `is_exact`: the document is of this program, and its characters are what they are.
    """

    def __init__(
        self, package: Package, sheet: StyleSheet, chunks: Chunks, *, is_exact: bool
    ) -> None:
        self.boxes: list[Any] = []
        self.passed_over: list[PassedOver] = []
        self._further: dict[int, list[str]] = {}
        self.part: str | None = None
        self.bindings = Bindings(package)
        self.comments = Comments(package, chunks)
        self._package = package
        self._sheet = sheet
        self._is_exact = is_exact
        self._marks_of_paragraphs = sheet.marks_of_paragraphs(is_exact=is_exact)
        self._base = 0
        self._is_off_line = False
        self._fields = WordFields()
        self.notes = Notes(package, chunks)
        self._drawings = Drawings(package)
        self._commented: dict[str | None, tuple[list[Phrase], int]] = {}
        self._ended: set[str | None] = set()
        self._gone_at = -1
        self._phrases: list[Phrase] = []
        self._marks = 0
        self._link: str | None = None

    def of(self, paragraph: Any) -> tuple[Any, list[Phrase]]:
        """Return the properties of a paragraph, or None, and its phrases.

        The ends of lines, and tabs, stand in the phrases as characters.
        """
        self._phrases = []
        self._base, self._gone_at = 0, -1
        properties = None
        for child in children_of(paragraph):
            tag = child.tag
            if tag == _RUN:
                self.run(child)
            elif tag == _PROPERTIES:
                properties = child
                if self._marks_of_paragraphs:
                    self._base = self._base_of(child)
            elif take := _WRAPS.get(tag):
                take(self, child)
            elif len(child) or child.text:
                self.stray(child)
        if self._fields.is_open:
            self._fields.end_paragraph()
        if self._fields.unsaid:
            self._take_unsaid()
        if self._is_off_line:
            self._phrases, self._is_off_line = in_line(self._phrases), False
        return properties, self._phrases

    def of_formula(self, formula: Any) -> list[Phrase]:
        """Return the phrases of a formula that stands beside paragraphs."""
        self._phrases, self._base = [], 0
        self.formula(formula)
        return self._phrases

    def _base_of(self, properties: Any) -> int:
        """Return the marks that the style of a paragraph gives to its words."""
        style = next((each for each in children_of(properties) if each.tag == _STYLE), None)
        return 0 if style is None else self._marks_of_paragraphs.get(style.get(_VAL, ""), 0)

    def walk(self, element: Any) -> None:
        """Read what an element holds."""
        for child in children_of(element):
            if child.tag == _RUN:
                self.run(child)
            elif take := _WRAPS.get(child.tag):
                take(self, child)
            elif len(child) or child.text:
                self.stray(child)

    def run(self, run: Any) -> None:
        """Read a run: words in one look."""
        self._marks = self._base
        for child in children_of(run):
            tag = child.tag
            if tag == _TEXT:
                text = child.text
                self._say(text.replace("\n", " ") if text and "\n" in text else text)
            elif tag == _RUN_PROPERTIES:
                self._marks = self._marks_of(child)
            elif take := _PIECES.get(tag):
                take(self, child)
            elif len(child) or child.text:
                self.stray(child)

    def _marks_of(self, properties: Any) -> int:
        looks = looks_of(properties)
        style = self._sheet.marks_of(looks.style) if looks.style else 0
        return looks.over(together(self._base, style))

    def _say(self, words: str | None) -> None:
        if not words:
            return
        if self._fields.is_silent:
            self._fields.silence(words)
        elif self._marks & _IS_SPECIAL:
            self._say_otherwise(words)
        else:
            self._put(words)

    def _say_otherwise(self, words: str) -> None:
        """Say words that look like something else than themselves, or are none."""
        marks = self._marks
        if marks & IS_GONE:
            self.pass_over("hidden" if marks & IS_HIDDEN else "struck", words)
            return
        if font := marks & IS_FONT:
            words = self._known(in_symbols(words, FONTS[(font >> FONT_AT) - 1]))
        self._is_off_line |= bool(marks & IS_OFF_LINE)
        self._put(words)

    def _put(self, words: str) -> None:
        if not self._is_exact and _illegible.search(words):
            words = self._known(_illegible.sub(_character, words))
        if self._gone_at == len(self._phrases) and self._phrases[-1:]:
            words = _after_gap(self._phrases[-1][0], words)
        self._phrases.append((words, self._marks & ~IS_FONT, self._link or self._fields.link))

    def stray(self, element: Any) -> None:
        """Keep words in mind that stand where a sound file has none."""
        self._pass_over_whole("deleted" if element.tag == DELETED else "stray", element)

    def end(self) -> None:
        """Keep words in mind that fields without an end have silenced."""
        self._fields.end()
        self._take_unsaid()

    def _take_unsaid(self) -> None:
        for words, is_made in self._fields.unsaid:
            self.passed_over.append(PassedOver("furniture" if is_made else "hidden", words))
        self._fields.unsaid = []

    def pass_over(self, kind: PassedOverKind, words: str) -> None:
        """Keep in mind words that are not shown, joined to those before them."""
        last = self.passed_over[-1] if self.passed_over else None
        if last and last.kind == kind and self._gone_at == len(self._phrases):
            self._further.setdefault(len(self.passed_over) - 1, []).append(words)
        elif words.strip():
            self.passed_over.append(PassedOver(kind, words))
        self._gone_at = len(self._phrases)

    def take_passed_over(self) -> list[PassedOver]:
        """Return what was passed over since it was last taken."""
        taken, self.passed_over = self.passed_over, []
        for at, words in self._further.items():
            taken[at] = replace(taken[at], words=taken[at].words + "".join(words))
        self._further = {}
        return taken

    def _pass_over_whole(self, kind: PassedOverKind, element: Any) -> None:
        """Keep the words of an element in mind, and the data that controls in it are bound to."""
        self.pass_over(kind, words_in(element))
        self.passed_over += self.bindings.unsaid_in(element)

    def _known(self, words: str) -> str:
        """Return words, and keep the signs in mind that are not known in them."""
        self.passed_over += [PassedOver("sign")] * words.count(UNKNOWN)
        return words

    def text(self, piece: Any) -> None:
        """Say a character that is written as an element."""
        self._say(_CHARACTERS[piece.tag])

    def symbol(self, piece: Any) -> None:
        """Say a character of a symbol font."""
        try:
            sign = symbol(int(piece.get(w("char"), ""), 16), piece.get(w("font"), ""))
        except (ValueError, OverflowError):
            return
        self._marks &= ~IS_FONT
        self._say(self._known(sign))

    def field(self, piece: Any) -> None:
        """Turn to the next part of a field."""
        if words := self._fields.turn(piece):
            self._phrases.append((words, self._marks & MARKS, None))

    def instruction(self, piece: Any) -> None:
        """Take words of the instruction of a field."""
        self._fields.instruct(piece.text or "")

    def formula(self, piece: Any) -> None:
        """Say a formula in one line."""
        self._marks = self._base
        words = formula_words(piece)
        if words:
            self._say(words)
        elif len(piece):
            self.passed_over.append(PassedOver("formula"))
        for each in unsaid_in(piece, words):
            self.passed_over.append(each)

    def alternatives(self, piece: Any) -> None:
        """Read the one of several contents that is shown."""
        content = chosen(piece)
        if (unshown := unshown_words(piece, content)) is not None:
            self.passed_over.append(PassedOver("alternative", unshown))
        for child in () if content is None else content:
            if child.tag == _TEXT:
                self._say(child.text)
            elif take := _PIECES.get(child.tag) or _WRAPS.get(child.tag):
                take(self, child)
            else:
                self.stray(child)

    def ruby(self, piece: Any) -> None:
        """Read words, and the gloss above them in brackets."""
        for base in piece.iterchildren(w("rubyBase")):
            self.walk(base)
        for gloss in piece.iterchildren(w("rt")):
            if words := words_in(gloss):
                self._say(f" ({words})")

    def drawing(self, piece: Any) -> None:
        """Keep the text boxes of a drawing for later, and what else there is in mind."""
        for each in self._drawings.of(piece, self.part):
            (self.passed_over if isinstance(each, PassedOver) else self.boxes).append(each)

    def comment(self, piece: Any) -> None:
        """Keep a comment in mind that is referred to, and the words that it is about."""
        identifier = piece.get(w("id"))
        if identifier in self._ended:
            self._ended.discard(identifier)
        else:
            self.passed_over += self.comments.of(piece, self._about(piece))

    def comment_end(self, piece: Any) -> None:
        """Keep a comment in mind whose words end here; some programs do not refer to it."""
        if self.comments.has(piece):
            self.comment(piece)
            self._ended.add(piece.get(w("id")))

    def _about(self, piece: Any) -> str:
        begun, start = self._commented.get(piece.get(w("id")), (self._phrases, _NOWHERE))
        said = in_line(self._phrases[start if begun is self._phrases else 0 :])
        about = words_of(said).strip()
        self._package.spent.add_words(len(about))
        return about

    def comment_start(self, piece: Any) -> None:
        """Take in where the words begin that a comment is about."""
        self._commented[piece.get(w("id"))] = self._phrases, len(self._phrases)

    def deleted(self, wrap: Any) -> None:
        """Keep words in mind that were deleted, and the deletion tracked."""
        self._pass_over_whole("deleted", wrap)
        for reference in wrap.iter(*NOTES):
            if note := self.notes.of(reference):
                self.pass_over("deleted", f" ({lines_in(note.element)})")

    def moved(self, wrap: Any) -> None:
        """Keep words in mind that were moved away, and the move tracked."""
        self._pass_over_whole("moved", wrap)

    def note(self, piece: Any) -> None:
        """Say a footnote in brackets where it is referred to."""
        if self.part is not None or self._fields.is_silent:
            return
        note = self.notes.of(piece)
        if note is None:
            self.passed_over.append(PassedOver("note"))
            return
        outside, marks, base = self._phrases, self._marks, self._base
        is_off_line, self.part = self._is_off_line, note.part
        said: list[Phrase] = []
        for paragraph in note.paragraphs:
            said += [(" ", 0, None)] if said else []
            said += self.of(paragraph)[1]
        for each in note.others:
            self.stray(each)
        self.passed_over += self.notes.passed_over_in(note)
        self.part, self._phrases, self._marks, self._base = None, outside, marks, base
        self._is_off_line, self._gone_at = is_off_line, -1
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
        self._marks = self._base
        self._say(written_in(instruction))
        if is_dropped(instruction):
            for words, is_made in unsaid_by(instruction, words_in(wrap)):
                self.pass_over("furniture" if is_made else "hidden", words)
        else:
            self._leading_to(link_of(instruction), wrap)

    def _leading_to(self, address: str | None, wrap: Any) -> None:
        outside, self._link = self._link, address or self._link
        self.walk(wrap)
        self._link = outside

    def control(self, wrap: Any) -> None:
        """Read the words in a content control."""
        content = shown(wrap)
        self.walk(content)
        if unsaid := self.bindings.unsaid(wrap):
            self.passed_over.append(unsaid)
        prompts, others = unshown(wrap, content)
        for each in prompts:
            self.pass_over("furniture", words_in(each))
        for each in others:
            self.stray(each)


def _after_gap(before: str, words: str) -> str:
    """Return words behind others that are gone: of the blanks around these, one is enough."""
    return words.lstrip(" ") if before[-1:] in _BLANKS else words


def _character(found: re.Match[str]) -> str:
    return "" if found[0] == "\xad" else symbol(ord(found[0]))


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
    **dict.fromkeys(FORMULAS, Phrases.formula),
}
"""What stands in a run."""

_WRAPS: dict[Any, _Take] = {
    **dict.fromkeys(
        map(w, ("r", "ins", "moveTo", "smartTag", "customXml", "dir", "bdo")), Phrases.walk
    ),
    _RUN: Phrases.run,
    w("del"): Phrases.deleted,
    w("moveFrom"): Phrases.moved,
    w("commentRangeStart"): Phrases.comment_start,
    w("commentRangeEnd"): Phrases.comment_end,
    w("hyperlink"): Phrases.hyperlink,
    w("fldSimple"): Phrases.simple_field,
    w("sdt"): Phrases.control,
    **dict.fromkeys(FORMULAS, Phrases.formula),
    DRAWN_FORMULA: Phrases.walk,
    ALTERNATIVES: Phrases.alternatives,
}
"""What holds runs, apart from what was deleted or moved away."""
