"""Filling a compiled template: words become paragraphs, lists and links."""

from __future__ import annotations

from functools import lru_cache
from typing import Any
from xml.sax.saxutils import escape

from jinja2 import Template
from jinja2.sandbox import ImmutableSandboxedEnvironment

from passportkit.errors import CannotGoOn
from passportkit.forms.filled import DraftMark, Filled, Hint
from passportkit.language import say
from passportkit.text import Line, Span, is_plain, parse
from passportkit.word.compiled import Compiled, Part
from passportkit.word.lists import number_definition, number_xml
from passportkit.word.names import HYPERLINK, R
from passportkit.word.package import deflate, pack
from passportkit.word.program import WRITER, environment

_LINK, _DRAFT, _HINT = 4, 8, 12
"""Where the runs of a kind begin among the variants of a run."""

_STEP = 360
"""How far a level indents a paragraph, in twentieths of a point."""


def fill(compiled: Compiled, filled: Filled) -> bytes:
    """Return the document; raise `CannotGoOn` if the template has a tag that nothing fills."""
    for key in compiled.keys:
        if key not in filled.values:
            raise CannotGoOn(
                say("the template has the tag “{name}”, which its form does not fill", name=key)
            )
    writer = _Writer(compiled)
    document, *others = compiled.programs
    changed = [_run(document.name, document.code, filled, writer)]
    relations, core, numbering = compiled.names
    changed += [
        deflate(relations, "".join((compiled.relations[0], *writer.links, compiled.relations[1])).encode()),
        deflate(core, escape(filled.title).join(compiled.core).encode()),
        deflate(numbering, writer.numbering().encode()),
    ]
    writer.may_link = False  # the links of headers would need relations of their own
    changed += [_run(each.name, each.code, filled, writer) for each in others]
    return pack([*compiled.parts, *changed])


@lru_cache(maxsize=1)
def _environment() -> ImmutableSandboxedEnvironment:
    return environment()


def _run(name: str, code: Any, filled: Filled, writer: _Writer) -> Part:
    template = Template.from_code(_environment(), code, {})
    try:
        xml = template.render({"form": filled.values, WRITER: writer})
    except KeyError as error:
        raise CannotGoOn(
            say("the template has the tag “{name}”, which its form does not fill", name=str(error))
        ) from None
    return deflate(name, xml.encode())


class _Writer:
    """Writes the words of one document, and keeps what its lists and links add to other parts."""

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        self._definitions: list[str] = []
        self._numbers: list[str] = []
        self._open: dict[int, tuple[str, int, int]] = {}
        self.links: list[str] = []
        self.may_link = True

    def paragraphs(self, text: str, cell: int) -> str:
        """Return the paragraphs of a text: its first line behind the label, if it is a plain one."""
        constant = self._compiled.cells[cell]
        properties = self._compiled.paragraphs[constant.paragraph]
        runs = self._compiled.runs[constant.run]
        kind = _DRAFT if isinstance(text, DraftMark) else _HINT if isinstance(text, Hint) else 0
        plain = "".join(properties)
        if not text or kind or is_plain(text):
            body = _run_of(runs[kind], text) if text else ""
            return _paragraph(plain, f"{constant.before}{body}{constant.after}")
        self._open.clear()
        lines = [(self._properties(line, properties), self._spans(line, runs)) for line in parse(text)]
        if constant.before:
            first = parse(text)[0]
            if first.kind == "paragraph" and not first.level:
                lines[0] = (plain, constant.before + lines[0][1])
            else:
                lines.insert(0, (plain, constant.before))
        lines[-1] = (lines[-1][0], lines[-1][1] + constant.after)
        return "".join([_paragraph(*line) for line in lines])

    def inline(self, text: str, run: int) -> str:
        """Return the runs of a text whose lines are broken, not paragraphs."""
        runs = self._compiled.runs[run]
        return f"{runs[0]}<w:br/></w:r>".join([self._spans(line, runs) for line in parse(text)])

    def numbering(self) -> str:
        """Return the numbering part with the lists that were written."""
        part = self._compiled.numbering
        return "".join(
            (part.definitions, *self._definitions, part.numbers, *self._numbers, part.end)
        )

    def _spans(self, line: Line, runs: tuple[str, ...]) -> str:
        return "".join([self._span(span, runs) for span in line.spans])

    def _span(self, span: Span, runs: tuple[str, ...]) -> str:
        style = 2 * span.bold + span.italic
        if span.link is None or not self.may_link:
            return _run_of(runs[style], span.text)
        self.links.append(
            f'<Relationship Id="rIdLink{len(self.links) + 1}" Type="{HYPERLINK}" '
            f'Target="{escape(span.link, _QUOTE)}" TargetMode="External"/>'
        )
        return (
            f'<w:hyperlink xmlns:r="{R}" r:id="rIdLink{len(self.links)}" w:history="1">'
            f"{_run_of(runs[_LINK + style], span.text)}</w:hyperlink>"
        )

    def _properties(self, line: Line, properties: Any) -> str:
        first, middle, indent, last = properties
        if line.kind == "paragraph":
            if line.level:
                indent = f'<w:ind w:left="{_STEP * line.level}"/>'
            return f"{first}{middle}{indent}{last}"
        number = self._list(line)
        return (
            f'{first}<w:numPr><w:ilvl w:val="{line.level}"/><w:numId w:val="{number}"/></w:numPr>'
            f"{middle}{last}"
        )

    def _list(self, line: Line) -> int:
        """Return the list that an item belongs to; a jump in the numbers begins a new one."""
        for level in [level for level in self._open if level > line.level]:
            del self._open[level]
        if line.kind == "bullet":
            self._open.pop(line.level, None)
            return self._compiled.numbering.bullet
        delimiter, following, number = self._open.get(line.level, ("", 0, 0))
        if (delimiter, following) != (line.delimiter, line.number):
            number = self._new_list(line)
        self._open[line.level] = (line.delimiter, line.number + 1, number)
        return number

    def _new_list(self, line: Line) -> int:
        part = self._compiled.numbering
        definition = part.next_definition + len(self._definitions)
        number = part.next_number + len(self._numbers)
        self._definitions.append(
            number_definition(definition, line.level, line.number, line.delimiter)
        )
        self._numbers.append(number_xml(number, definition))
        return number


_QUOTE = {'"': "&quot;"}


def _paragraph(properties: str, content: str) -> str:
    if not properties:
        return f"<w:p>{content}</w:p>"
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def _run_of(opening: str, words: str) -> str:
    if "\t" not in words:
        return f'{opening}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>'
    pieces = [
        f'<w:t xml:space="preserve">{escape(piece)}</w:t>' if piece else ""
        for piece in words.split("\t")
    ]
    return f"{opening}{'<w:tab/>'.join(pieces)}</w:r>"
