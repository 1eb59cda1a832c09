"""Words as they stand on a page, gathered into the lines of a paragraph."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from passportkit.paper.markers import MARGIN
from passportkit.paper.site_remains import has_key, without_remains
from passportkit.text import Span

_fold = re.compile(r"[ \t\r\n\f]+").sub  # a no-break space is no blank to a browser
_INVISIBLE = dict.fromkeys(map(ord, "\xad\u200b\u2060\ufeff"))
"""Where a browser may break a word, or may not: nobody has written that."""

_is_glued = re.compile(r"[а-яёa-z):][А-ЯЁA-Z«\"]|[^\W\d_]\d").fullmatch


class Style(NamedTuple):
    """How words look, and where they stand.

    `block` is the nearest element that makes a paragraph, `is_loose` whether the words stand in
    it directly. `font` is the symbol font that they stand in, if it is one.
    """

    bold: bool = False
    italic: bool = False
    link: str | None = None
    heading: str = ""
    keeps_lines: bool = False
    block: str = ""
    is_loose: bool = True
    font: str = ""


class LineWriter:
    """Gathers words until a paragraph ends."""

    def __init__(self, keys: frozenset[str]) -> None:
        self._keys = keys
        self._lines: list[list[Span]] = [[]]
        self._is_loose = False

    def add(self, text: str, style: Style) -> None:
        """Add words in a style."""
        text = text.translate(_INVISIBLE)
        if style.keeps_lines:
            for number, line in enumerate(text.splitlines() or [text]):
                if number:
                    self.end_line()
                self._add(line, style)
        else:
            self._add(_fold(" ", text), style)

    def _add(self, text: str, style: Style) -> None:
        line = self._lines[-1]
        before = line[-1].text[-1:] if line else " "
        if before == " ":
            text = text.lstrip(" ")
        if not text:
            return
        if not style.is_loose and _is_glued(before + text[0]):
            text = f" {text}"  # a label and its value, which only the site's styles keep apart
        self._is_loose |= style.is_loose and not text.isspace()
        link = style.link if not has_key(style.link or "", self._keys) else None
        line.append(Span(text, style.bold, style.italic, link))

    @property
    def end(self) -> str:
        """The last character of the line that is being written."""
        line = self._lines[-1]
        return line[-1].text[-1:] if line else ""

    def end_line(self) -> None:
        """End a line within the paragraph."""
        self._lines.append([])

    def take(self) -> list[list[Span]]:
        """Return the lines that have words, and begin anew.

        Where all words stand in elements of their own, as a label and its value do, bold is what
        tells the two apart, and no emphasis.
        """
        lines = [line for line in map(self._cleaned, self._lines) if line]
        if not self._is_loose:
            lines = [[replace(span, bold=False, italic=False) for span in line] for line in lines]
        self._lines, self._is_loose = [[]], False
        return lines

    def _cleaned(self, line: list[Span]) -> list[Span]:
        """Return a line without what nobody has written, and without blanks at its end."""
        words = "".join(span.text for span in line)
        clean = without_remains(words, self._keys)
        if clean != words:
            line = [Span(clean)]
        if not clean.strip(MARGIN):
            return []
        line[-1] = replace(line[-1], text=line[-1].text.rstrip(MARGIN))
        return [span for span in line if span.text]
