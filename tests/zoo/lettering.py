"""Writing texts with their lists, in the manner of some program."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from passportkit.text import Line, Span, parse
from tests.zoo.manner import Manner
from tests.zoo.sheet import Sheet, paragraph, words
from tests.zoo.writing import WORDS


class Lettering:
    """Writes texts in markup as paragraphs, and keeps the sheet that their lists stand on."""

    def __init__(self, manner: Manner) -> None:
        self.sheet = Sheet()
        self._manner = manner
        self._list = 0

    def text(self, text: str) -> str:
        """Return a text as paragraphs: an empty one where there are no words."""
        return self.lines(parse(text)) or paragraph("")

    def labelled(self, label: str, text: str) -> str:
        """Return a text with a label before it, on the same line if it is not a list."""
        lines = parse(text)
        if self._manner.parts == "inline" and lines and lines[0].kind == "paragraph":
            first = words(f"{label} ") + self._spans(lines[0].spans)
            return paragraph(first) + self.lines(lines[1:])
        return paragraph(words(label)) + self.lines(lines)

    def line(self, text: str) -> str:
        """Return a text as runs of one line."""
        return "".join(self._spans(line.spans) for line in parse(text))

    def lines(self, lines: Sequence[Line]) -> str:
        """Return lines as paragraphs, the lists among them as the manner has it."""
        runs = (list(run) for _, run in groupby(lines, key=lambda line: line.kind))
        return "".join(self._line(line, at) for run in runs for at, line in enumerate(run))

    def _line(self, line: Line, at: int) -> str:
        spans = self._spans(line.spans)
        if line.kind == "paragraph":
            return paragraph(spans)
        if self._manner.lists == "real":
            return self._item(line, at, spans)
        marker = "- " if line.kind == "bullet" else f"{line.number}{line.delimiter} "
        if self._manner.lists == "bullets" and line.kind == "bullet":
            marker = "·\xa0\xa0\xa0\xa0 " if at % 2 else "• "
        return paragraph(words(marker) + spans)

    def _item(self, line: Line, at: int, spans: str) -> str:
        if at == 0 and line.kind == "number":
            marker = f"%1{line.delimiter}"
            self._list = self.sheet.list_(marker=marker, start=line.number)
        elif at == 0:
            self._list = self.sheet.list_(marker="·", form="bullet")
        return numbered(spans, self._list, line.level)

    def _spans(self, spans: Sequence[Span]) -> str:
        return "".join(WORDS[self._manner.words](self.sheet, span) for span in spans)


def numbered(spans: str, list_: int, level: int = 0) -> str:
    """Return an item of a list of Word."""
    numbering = f'<w:ilvl w:val="{level}"/><w:numId w:val="{list_}"/>'
    return paragraph(spans, f"<w:numPr>{numbering}</w:numPr>")
