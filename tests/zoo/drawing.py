"""Drawing a form with its answers in some manner, section by section."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from passportkit.forms.model import Block, Group, Part, Section
from passportkit.text import parse
from tests.zoo.answers import Answers
from tests.zoo.ledger import Ledger
from tests.zoo.lettering import Lettering, numbered
from tests.zoo.manner import Manner
from tests.zoo.sheet import cell, paragraph, row, table, words

COLUMNS = {"wide": 12, "framed": 12, "two": 2, "three": 3}
"""Frames that are one table, and how many columns it has."""


class Drawing:
    """A document in the making."""

    def __init__(self, answers: Answers, manner: Manner) -> None:
        self.form = answers.form
        self.manner = manner
        self.lettering = Lettering(manner)
        self.ledger = Ledger(answers, manner, self.lettering)
        self.headings = self.lettering.sheet.list_(marker="%1.")
        self.drawn: set[str] = set()  # keys
        self.frames: dict[str, Callable[[Section], str]] = {
            "apart": self._apart,
            "inside": self._inside,
            "together": self._together,
            "bare": self._bare,
            "pairs": lambda section: table([self._two(section)], 2) + paragraph(""),
            "inline": self._inline,
            "wide": self._wide,
            "framed": self._framed,
            "two": self._two,
            "three": self._three,
        }

    def document(self) -> bytes:
        """Return the document as a file."""
        sections = self.manner.order(list(self._sections()))
        width = COLUMNS.get(self.manner.frame, 0)
        body = table([self._grid_head(), *sections], width) if width else "".join(sections)
        body = self.manner.tangle(f"{self._front()}{self.manner.before}{body}<w:p/>")
        return self.lettering.sheet.document(body + self.manner.after)

    @property
    def answers(self) -> Answers:
        """The answers that stand in the document."""
        values = self.ledger.values
        return Answers(self.form, {key: values[key] for key in values if key in self.drawn})

    def _front(self) -> str:
        annex = paragraph(words(self.form.annex)) if self.form.annex else ""
        return annex + paragraph(words(self.form.title, "<w:b/>")) + self._contents()

    def _contents(self) -> str:
        if not self.manner.contents:
            return ""
        headings = enumerate(self.form.sections, 3)
        lines = [f"{each.number}. {each.heading}\t{page}" for page, each in headings]
        return "".join(paragraph(words(line)) for line in ["Содержание", *lines])

    def _grid_head(self) -> str:
        if not self.form.grid or COLUMNS[self.manner.frame] == 12:
            return ""
        labels = self.form.grid.columns[-COLUMNS[self.manner.frame] :]
        return row([cell(paragraph(words(self.manner.label(label)))) for label in labels])

    def _sections(self) -> Iterator[str]:
        for entry in self.form.entries:
            if isinstance(entry, Group):
                yield self._group(entry)
            elif isinstance(entry, Section):
                yield self._section(entry)

    def _group(self, group: Group) -> str:
        heading = paragraph(words(f"{group.number}. {group.group}", "<w:b/>"))
        width = COLUMNS.get(self.manner.frame)
        return row([cell(heading, span=width)]) if width else heading

    def _section(self, section: Section) -> str:
        if self.manner.only is not None and section.heading not in self.manner.only:
            return ""
        self.drawn.update(key for block in section.content for key in _keys(block))
        if section.heading is None:
            return self._card_lines(section)
        return self.frames[self.manner.frame](section)

    # frames

    def _apart(self, section: Section) -> str:
        answers = [self._caption(each) + self._boxed(each, section) for each in section.content]
        return self._title(section) + "".join(answers) + paragraph("")

    def _inside(self, section: Section) -> str:
        first, *others = section.content
        heading = cell(self._title(section) + self._caption(first), span=12)
        rest = "".join(self._caption(block) + self._boxed(block, section) for block in others)
        return table([row([heading]), *self._rows(first, section)], 12) + paragraph("") + rest

    def _together(self, section: Section) -> str:
        return table([row([cell(self._bare(section))])], 1) + paragraph("")

    def _bare(self, section: Section) -> str:
        return self._title(section) + self._content(section)

    def _inline(self, section: Section) -> str:
        block = section.content[0]
        text = self._said(block.key) if block.show else ""
        if len(parse(text)) != 1 or parse(text)[0].kind != "paragraph":
            return self._bare(section)
        label = f"{section.number}. {self.manner.heading(section.heading or '')}: "
        return paragraph(words(label, self.manner.look) + self.lettering.line(text))

    def _wide(self, section: Section) -> str:
        rows = [row([cell(self._title(section), span=12)])]
        for block in section.content:
            rows += [row([cell(self._caption(block), span=12)])] if block.caption else []
            rows += self._rows(block, section)
        return "".join(rows)

    def _framed(self, section: Section) -> str:
        heading = self._bare_heading(section) + self._note(section)
        number = paragraph(words(f"{section.number}."))
        answer = row([cell(self._content(section), span=12)])
        return row([cell(number), cell(heading, span=11)]) + answer

    def _two(self, section: Section) -> str:
        return row([cell(self._title(section)), cell(self._content(section))])

    def _three(self, section: Section) -> str:
        number = cell(paragraph(words(self.manner.number.format(number=section.number).strip())))
        heading = cell(self._bare_heading(section) + self._note(section))
        parts = section.content[0].parts
        if not parts or not self.form.grid:
            return row([number, heading, cell(self._content(section))])
        rows = [row([number, heading, cell(paragraph(""))])]
        return "".join(rows + [self._part_row(part) for part in parts])

    def _part_row(self, part: Part) -> str:
        label = paragraph(words(self.manner.label(part.label)))
        return row([cell(paragraph("")), cell(label), cell(self._text(part.key))])

    def _card_lines(self, section: Section) -> str:
        [block] = section.content
        line, look, frame = self.lettering.line, self.manner.look, self.manner.frame
        if not block.parts:
            title = paragraph(line(self._said(block.key)), '<w:pStyle w:val="1"/>')
            return row([cell(title, span=2)]) if frame == "two" else title
        pairs = [(self.manner.label(each.label), self._said(each.key)) for each in block.parts]
        pairs = [(words(f"{label} ", look), line(value)) for label, value in pairs if value]
        if frame == "two":
            return "".join(row([cell(paragraph(a)), cell(paragraph(b))]) for a, b in pairs)
        if frame == "bare":
            return "".join(paragraph(a) + paragraph(b) for a, b in pairs)
        return "".join(paragraph(a + b) for a, b in pairs)

    # what stands in them

    def _said(self, key: str) -> str:
        return str(self.ledger.values[key])

    def _text(self, key: str) -> str:
        return self.lettering.text(self._said(key))

    def _title(self, section: Section) -> str:
        return self._heading(section) + self._note(section)

    def _bare_heading(self, section: Section) -> str:
        return paragraph(words(self.manner.heading(section.heading or "")))

    def _heading(self, section: Section) -> str:
        manner, look = self.manner, self.manner.look
        text = manner.heading(section.heading or "")
        if manner.number == "auto":
            return numbered(words(text, look), self.headings)
        if section.number is not None:
            text = manner.number.format(number=section.number) + text
        text = text.replace(" ", "\t", 1) if manner.tab else text
        note = manner.note(section.note or "") if manner.notes else ""
        properties = f'<w:pStyle w:val="{manner.style}"/>' if manner.style else ""
        if manner.note_place == "broken" and note:
            text = f"{text}\n{note}"
        if manner.note_place == "same" and note:
            return paragraph(words(f"{text} ", look) + words(note, "<w:i/>"), properties)
        if manner.broken and len(text) > 50:
            middle = text.index(" ", 40)
            halves = text[:middle], text[middle + 1 :]
            return "".join(paragraph(words(half, look), properties) for half in halves)
        return paragraph(words(text, look), properties)

    def _note(self, section: Section, place: str = "below") -> str:
        is_here = self.manner.notes and self.manner.note_place == place and section.note
        return paragraph(words(self.manner.note(section.note or ""), "<w:i/>")) if is_here else ""

    def _caption(self, block: Block) -> str:
        return paragraph(words(self.manner.label(block.caption))) if block.caption else ""

    def _content(self, section: Section) -> str:
        """Return what answers a section, within one cell or between paragraphs."""
        blocks = section.content
        return "".join(self._caption(block) + self._answer(block, section) for block in blocks)

    def _answer(self, block: Block, section: Section) -> str:
        """Return an answer, under the note if that stands with it."""
        note = self._note(section, "answer") if block == section.content[0] else ""
        if block.is_table:
            return note + self.ledger.table(block)
        if block.show:
            return note + self._text(block.key)
        labels = [
            (self.manner.label(part.label), self._said(part.key)) for part in block.parts or ()
        ]
        return note + "".join(self.lettering.labelled(label, text) for label, text in labels)

    def _boxed(self, block: Block, section: Section) -> str:
        """Return a block as a table of its own."""
        answer = self._answer(block, section)
        return answer if block.is_table else table([row([cell(answer)])], 1)

    def _rows(self, block: Block, section: Section) -> list[str]:
        """Return a block as rows of a table of twelve columns."""
        if block.is_table and self.manner.rows == "spread":
            return self.ledger.rows(block, 12)
        return [row([cell(self._answer(block, section), span=12)])]


def _keys(block: Block) -> Iterator[str]:
    for shown in (block, *(block.parts or ()), block.total):
        if shown and shown.key:
            yield shown.key
