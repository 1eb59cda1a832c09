"""What a document of a form should say, told from the form and its words alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from passportkit.forms import Filled, Form
from passportkit.forms.filled import FilledRow
from passportkit.forms.model import Block, Entry, FixedWords, Group, Section
from passportkit.text import Line, parse

Mark = Callable[[Line], str]
"""Returns what stands before the words of a line."""


def paragraphs(form: Form, filled: Filled, mark: Mark = lambda _line: "") -> list[str]:
    """Return every paragraph that has words, in order."""
    return [each.rstrip(" ") for each in _Reader(form, filled, mark).paragraphs() if each.strip()]


class _Reader:
    def __init__(self, form: Form, filled: Filled, mark: Mark) -> None:
        self._form = form
        self._values = filled.values
        self._mark = mark

    def paragraphs(self) -> Iterator[str]:
        yield self._form.annex or ""
        if self._form.layout == "card":
            yield from self._card()
        elif self._form.layout == "grid":
            yield self._form.title
            yield from self._grid()
        else:
            yield self._form.title
            yield from self._sections()

    def _sections(self) -> Iterator[str]:
        for section in self._form.sections:
            yield f"{section.number}. {section.heading}" if section.number else section.name
            yield from self._section(section)

    def _section(self, section: Section) -> Iterator[str]:
        yield section.note or ""
        for block in section.content:
            yield block.caption or ""
            yield from self._block(block)

    def _grid(self) -> Iterator[str]:
        grid = self._form.grid
        assert grid
        entries = list(self._form.entries)
        for entry in entries[: grid.head_after]:
            yield from self._entry(entry)
        yield from grid.columns
        for entry in entries[grid.head_after :]:
            yield from self._entry(entry)

    def _entry(self, entry: Entry) -> Iterator[str]:
        if isinstance(entry, FixedWords):
            yield entry.words
            return
        if isinstance(entry, Group):
            yield f"{entry.number}. {entry.group}" if entry.number else entry.group
            return
        assert isinstance(entry, Section)  # no official form has lines to sign on
        yield f"{entry.number}." if entry.number else ""
        yield entry.heading or ""
        if entry.parts and not entry.caption:
            yield entry.note or ""
            for part in entry.parts:
                yield part.label
                yield from self._text(part.key)
        else:
            yield from self._section(entry)

    def _card(self) -> Iterator[str]:
        for section in self._form.sections:
            if section.show and self._values[section.key]:
                yield section.heading or ""
                yield from self._text(section.key)
            for part in section.parts or ():
                if self._values[part.key]:
                    yield from self._text(part.key, part.label)

    def _block(self, block: Block) -> Iterator[str]:
        if block.show:
            yield from self._text(block.key)
        for part in block.parts or ():
            yield from self._text(part.key, part.label)
        if block.is_table:
            yield from self._table(block)
        if block.total:
            yield from self._text(block.total.key, block.total.label)

    def _table(self, block: Block) -> Iterator[str]:
        numbered = block.rows is not None and self._form.row_style(block) != "none"
        yield block.number_heading if numbered else ""
        columns = block.columns or ()
        yield from (column.heading for column in columns)
        rows = self._values[block.key]
        assert isinstance(rows, list)
        keys = [*(["number"] if numbered else []), *(column.key for column in columns)]
        for row in rows:
            yield from self._row(row, keys)

    def _row(self, row: FilledRow, keys: list[str]) -> Iterator[str]:
        for key in keys:
            yield from self._lines(row[key])

    def _text(self, key: str, label: str = "") -> Iterator[str]:
        """Yield a text, its first line behind its label if that line is no item of a list."""
        text = self._values[key]
        assert isinstance(text, str)
        lines = list(self._lines(text))
        if label and lines and (type(text) is not str or parse(text)[0].kind == "paragraph"):
            lines[0] = f"{label} {lines[0]}"
        elif label:
            yield label
        yield from lines

    def _lines(self, text: str) -> Iterator[str]:
        if type(text) is not str:  # a mark or a hint: no markup
            yield text
            return
        for line in parse(text):
            yield self._mark(line) + "".join(span.text for span in line.spans)
