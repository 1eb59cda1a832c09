"""Words as WordprocessingML: paragraphs, lists and links."""

from __future__ import annotations

import re
from collections.abc import Callable

from passportkit.forms.filled import DraftMark, Hint
from passportkit.stamp import Stamp
from passportkit.text import Line, Span, is_plain, parse, plain
from passportkit.word.package.names import HYPERLINK, LIST_STEP, R
from passportkit.word.package.packing import PackedPart, deflate
from passportkit.word.package.stamping import properties_xml
from passportkit.word.template.compiled import Compiled
from passportkit.word.template.lists import DocumentLists
from passportkit.word.template.program import Manner
from passportkit.word.write.size_left import SizeLeft, bounded

_LINK = 4
_MARKED = {DraftMark: 8, Hint: 12}
"""Where the runs of a kind begin among the variants of a run."""


class Writer:
    """Writes the words of one document, and keeps what its lists and links add to other parts."""

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        self.size_left = SizeLeft()
        self._lists = DocumentLists(compiled.numbering, self.size_left.take)
        self._links: list[str] = []
        self._openings: dict[tuple[int, int, int], str] = {}
        self.may_link = True

    def manners(self) -> dict[Manner, Callable[[str, int], str]]:
        """Return what writes words, by the names that programs use."""
        return {
            "words": self.paragraphs,
            "line": self.line,
            "heads": self.heading,
            "inline": self.inline,
        }

    def line(self, text: str, cell: int) -> str:
        """Return the paragraphs of a text; none if it has no words."""
        return self.paragraphs(text, cell) if text else ""

    def heading(self, text: str, cell: int) -> str:
        """Return the paragraph that stands over a text; none if that has no words."""
        return self.paragraphs("", cell) if text else ""

    def paragraphs(self, text: str, cell: int) -> str:
        """Return the paragraphs of a text in a cell, its first plain line behind the label."""
        constant = self._compiled.cells[cell]
        marked = _MARKED.get(type(text), 0)
        if not marked and is_plain(text) and "\t" not in text:  # most cells
            return f"{constant.opening}{_escape(text)}{constant.closing}"
        runs = self._compiled.runs[constant.run]
        if not text or marked:
            body = _run(runs[marked], text) if text else ""
            opening = self._opening(constant.paragraph, 0, 0)
            return f"{opening}{constant.before}{body}{constant.after}</w:p>"
        lines = parse(text)
        written = self._lines(lines, constant.paragraph, runs)
        if constant.before:
            unlisted = self._opening(constant.paragraph, 0, 0)
            if lines[0].kind == "paragraph":
                written[0] = written[0].replace(unlisted, unlisted + constant.before, 1)
            else:
                written.insert(0, unlisted + constant.before)
        written[-1] += constant.after
        return "</w:p>".join(written) + "</w:p>"

    def inline(self, text: str, run: int) -> str:
        """Return the runs of a text whose lines are broken, not paragraphs."""
        runs = self._compiled.runs[run]
        if marked := _MARKED.get(type(text), 0):
            return _run(runs[marked], text)
        end = f"{runs[0]}<w:br/></w:r>"
        lines = bounded(
            (_run(runs[0], mark) if (mark := _mark(line)) else "") + self._spans(line, runs) + end
            for line in parse(text)
        )
        return "".join(lines).removesuffix(end)

    def other_parts(self, title: str, stamp: Stamp | None) -> list[PackedPart]:
        """Return the parts beside the document that its title, links, lists and stamp change."""
        before, after, _identifier = self._compiled.links
        texts = (
            "".join((before, *self._links, after)),
            _escape(plain(title)).join(self._compiled.core),
            self._lists.part(),
            properties_xml(self._compiled.custom, stamp),
        )
        return [
            deflate(name, text.encode())
            for name, text in zip(self._compiled.names, texts, strict=True)
        ]

    def _lines(self, lines: tuple[Line, ...], paragraph: int, runs: tuple[str, ...]) -> list[str]:
        """Return the paragraphs of the lines of one text, without their ends."""
        self._lists.begin()
        return bounded(
            self._opening(paragraph, line.level, self._lists.of(line)) + self._spans(line, runs)
            for line in lines
        )

    def _opening(self, paragraph: int, level: int, number: int) -> str:
        """Return the opening of a paragraph at this level; in the list `number`, if it is one."""
        key = paragraph, level, number
        if key not in self._openings:
            first, listed, middle, indent, last = self._compiled.paragraphs[paragraph]
            if number:
                listed = f'<w:ilvl w:val="{level}"/><w:numId w:val="{number}"/>'
                listed, indent = f"<w:numPr>{listed}</w:numPr>", ""
            elif level:
                indent = f'<w:ind w:left="{LIST_STEP * level}"/>'
            properties = f"{first}{listed}{middle}{indent}{last}"
            self._openings[key] = f"<w:p><w:pPr>{properties}</w:pPr>" if properties else "<w:p>"
        return self._openings[key]

    def _spans(self, line: Line, runs: tuple[str, ...]) -> str:
        if len(line.spans) == 1:  # most lines
            return self._span(line.spans[0], runs)
        return "".join(bounded(self._span(span, runs) for span in line.spans))

    def _span(self, span: Span, runs: tuple[str, ...]) -> str:
        style = 2 * span.bold + span.italic
        if span.link is None or not self.may_link:
            return _run(runs[style], span.text)
        identifier = f"{self._compiled.links.identifier}{len(self._links) + 1}"
        self._links.append(
            f'<Relationship Id="{identifier}" Type="{HYPERLINK}" '
            f'Target="{_attribute(span.link)}" TargetMode="External"/>'
        )
        self.size_left.take(len(self._links[-1]))
        return (
            f'<w:hyperlink xmlns:r="{R}" r:id="{identifier}" w:history="1">'
            f"{_run(runs[_LINK + style], span.text)}</w:hyperlink>"
        )


def _escape(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _attribute(words: str) -> str:
    return _escape(words).replace('"', "&quot;")


_BREAKS = {"\t": "<w:tab/>", "\n": "<w:br/>"}
_breaks = re.compile("([\t\n])")


def _run(opening: str, words: str) -> str:
    if "\t" not in words and "\n" not in words:
        return f'{opening}<w:t xml:space="preserve">{_escape(words)}</w:t></w:r>'
    pieces = [
        _BREAKS.get(piece) or f'<w:t xml:space="preserve">{_escape(piece)}</w:t>'
        for piece in _breaks.split(words)
        if piece
    ]
    return f"{opening}{''.join(pieces)}</w:r>"


def _mark(line: Line) -> str:
    """Return the mark of an item as its author typed it."""
    number = f"{line.number}{line.delimiter} "
    return {"paragraph": "", "bullet": "- "}.get(line.kind, number)
