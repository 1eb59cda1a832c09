"""The words of a paragraph, out of the runs and wraps that Word keeps them in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

from passportkit.text.grammar import BOLD, ITALIC
from passportkit.word.package.names import R, w
from passportkit.word.package.opening import Package
from passportkit.word.read.drawings import BOX, seen_in
from passportkit.word.read.fields import WordFields, is_dropped, link_of
from passportkit.word.read.notes import Notes, in_brackets
from passportkit.word.read.style_sheet import StyleSheet
from passportkit.word.read.symbols import symbol
from passportkit.word.read.text_marks import IS_HIDDEN, Phrase
from passportkit.word.read.wraps import ALTERNATIVES, chosen, is_on, shown

_M = "http://schemas.openxmlformats.org/officeDocument/2006/math"

_VAL, _ID, _ANCHOR, _INSTRUCTION = w("val"), f"{{{R}}}id", w("anchor"), w("instr")
_PROPERTIES, _RUN, _RUN_PROPERTIES, _TEXT = w("pPr"), w("r"), w("rPr"), w("t")
_STYLE, _BOLD, _ITALIC, _HIDDEN = w("rStyle"), w("b"), w("i"), w("vanish")
_BITS = {_BOLD: BOLD, _ITALIC: ITALIC, _HIDDEN: IS_HIDDEN}


class Phrases:
    """Reads the phrases of the paragraphs of a document, one paragraph after the other.

    `boxes` are the text boxes that were met and not yet taken; `passed_over` counts pictures.
    """

    def __init__(self, package: Package, sheet: StyleSheet) -> None:
        self.boxes: list[Any] = []
        self.passed_over: Counter[str] = Counter()
        self._package = package
        self._marks_of_styles = sheet.marks
        self._fields = WordFields()
        self._part: str | None = None
        self._notes = Notes(package)
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
        if words and not (self._fields.is_silent or self._marks & IS_HIDDEN):
            self._phrases.append((words, self._marks, self._link or self._fields.link))

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
        for child in chosen(piece):
            if take := _PIECES.get(child.tag) or _WRAPS.get(child.tag):
                take(self, child)

    def ruby(self, piece: Any) -> None:
        """Read the words below a gloss."""
        for base in piece.iterchildren(w("rubyBase")):
            self.walk(base)

    def drawing(self, piece: Any) -> None:
        """Keep the text boxes of a drawing for later, and count its pictures."""
        for each in seen_in(piece):
            if each.tag == BOX:
                self.boxes.append(each)
            else:
                self.passed_over["picture"] += 1

    def note(self, piece: Any) -> None:
        """Say a footnote in brackets where it is referred to."""
        note = self._notes.of(piece)
        if note is None or self._part is not None or self._fields.is_silent:
            return
        outside, marks, self._part = self._phrases, self._marks, note.part
        said: list[Phrase] = []
        for paragraph in note.paragraphs:
            said += [(" ", 0, None)] if said else []
            said += self.of(paragraph)[1]
        self._part, self._phrases, self._marks = None, outside, marks
        self._phrases += in_brackets(said, after=outside[-1][0][-1:] if outside else "")

    def hyperlink(self, wrap: Any) -> None:
        """Read the words of a link."""
        address = self._package.target(wrap.get(_ID, ""), self._part)
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
    w("hyperlink"): Phrases.hyperlink,
    w("fldSimple"): Phrases.simple_field,
    w("sdt"): Phrases.control,
    f"{{{_M}}}oMath": Phrases.formula,
    f"{{{_M}}}oMathPara": Phrases.formula,
    ALTERNATIVES: Phrases.alternatives,
}
"""What holds runs, apart from what was deleted or moved away."""
