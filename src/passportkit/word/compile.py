"""Compiling a template: constants are cut out and compressed, tags become a program.

Works on the tree of any DOCX, also of one that Word or LibreOffice has saved again: tags are found
over the joined text of a paragraph's runs, so it does not matter how those were cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from passportkit.errors import CannotGoOn
from passportkit.language import say
from passportkit.word.archive import Archive
from passportkit.word.compiled import EACH, CellXml, Compiled, ParagraphXml, Program
from passportkit.word.graft import graft_numbering, graft_styles
from passportkit.word.names import TC_PR, XML, W, local, w
from passportkit.word.package import deflate
from passportkit.word.program import environment, program_of
from passportkit.word.properties import paragraph_xml, run_variants, xml_of
from passportkit.word.tags import Tag, find_tags, loud

_PIECE = re.compile(r"<\?tag (\d+)\?>")
_TABS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "‑"}


def compile_template(docx: bytes) -> Compiled:
    """Compile a template; raise `CannotGoOn` where a tag in it is wrong."""
    archive = Archive.read(docx)
    tables = _Tables(graft_styles(archive))
    numbering = graft_numbering(archive)
    env = environment()
    programs = [
        Program(name, env.compile(program_of(source), name, name))
        for name in archive.story_names()
        if (source := _PartCompiler(name, tables).compile(archive.tree(name))) is not None
    ]
    written = {program.name for program in programs}
    changing = {archive.relations_name, archive.core_name, numbering.name}
    return Compiled(
        programs=tuple(programs),
        paragraphs=tuple(tables.paragraphs),
        runs=tuple(tables.runs),
        cells=tuple(tables.cells),
        keys=tuple(dict.fromkeys(tables.keys)),
        numbering=numbering,
        relations=archive.relations_cut(),
        core=archive.core_cut(),
        parts=tuple(
            deflate(name, content, 9)
            for name, content in archive.constant_parts()
            if name not in written | changing
        ),
        names=(archive.relations_name, archive.core_name, numbering.name),
    )


@dataclass(slots=True)
class _Tables:
    """The constants that the programs of all parts share."""

    style_ids: dict[str, str]
    paragraphs: list[ParagraphXml] = field(default_factory=list)
    runs: list[tuple[str, ...]] = field(default_factory=list)
    cells: list[CellXml] = field(default_factory=list)
    keys: list[tuple[str, str]] = field(default_factory=list)

    def paragraph(self, properties: Any) -> int:
        return _index(self.paragraphs, paragraph_xml(properties))

    def run(self, properties: Any) -> int:
        return _index(self.runs, run_variants(properties, self.style_ids))

    def cell(self, constant: CellXml) -> int:
        return _index(self.cells, constant)


def _index(table: list[Any], value: Any) -> int:
    if value not in table:
        table.append(value)
    return table.index(value)


@dataclass(frozen=True, slots=True)
class _Words:
    """Words between tags, with the properties of their run."""

    text: str
    properties: Any


@dataclass(frozen=True, slots=True)
class _Placed:
    """A tag, with the properties of the run in which it begins."""

    tag: Tag
    properties: Any


_Run = _Words | _Placed | str
"""A piece of a paragraph; a string is XML that stays as it is."""


class _PartCompiler:
    """Turns the paragraphs and rows of one part into the pieces of a program."""

    def __init__(self, name: str, tables: _Tables) -> None:
        self._name = name
        self._tables = tables
        self._pieces: list[str] = []
        self._rows: dict[Any, list[str]] = {}
        self._rows_name = ""

    def compile(self, root: Any) -> list[str] | None:
        """Return constants and code in turn, or None if the part has no tag."""
        for paragraph in list(root.iter(w("p"))):
            if _has_tag(paragraph):
                self._paragraph(paragraph)
        for row, values in self._rows.items():
            self._hold_together(row, values)
        self._check_loops(root)
        if not self._pieces:
            return None
        xml = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
        constants = _PIECE.split(xml.decode())
        return [
            self._pieces[int(piece)] if index % 2 else piece
            for index, piece in enumerate(constants)
        ]

    def _paragraph(self, paragraph: Any) -> None:
        runs = list(self._runs(paragraph))
        for run in runs:
            if isinstance(run, _Placed) and run.tag.kind != "text":
                self._lift(paragraph, run.tag)
        rest = [run for run in runs if not isinstance(run, _Placed) or run.tag.kind == "text"]
        placed = [run for run in rest if isinstance(run, _Placed)]
        for run in placed:
            if run.tag.merges:
                self._merge(paragraph, run.tag)
            for row in paragraph.iterancestors(w("tr")):
                self._rows.setdefault(row, []).append(self._value(run.tag))
                break
        properties = paragraph.find(w("pPr"))
        if len(placed) == 1:
            paragraph.getparent().replace(paragraph, self._cell(rest, placed[0], properties))
        else:
            self._inline(paragraph, rest, properties)

    def _inline(self, paragraph: Any, rest: list[_Run], properties: Any) -> None:
        for child in list(paragraph):
            if child is not properties:
                paragraph.remove(child)
        for run in rest:
            if isinstance(run, _Placed):
                code = f"{self._value(run.tag)}|inline({self._tables.run(run.properties)})"
                paragraph.append(self._mark(f"\x03{code}\x04"))
            else:
                paragraph.append(self._mark(_run_xml(run)))

    def _cell(self, runs: list[_Run], placed: _Placed, properties: Any) -> Any:
        at = runs.index(placed)
        before, after = (loud("".join(map(_run_xml, each))) for each in (runs[:at], runs[at + 1 :]))
        number, run = self._tables.paragraph(properties), self._tables.run(placed.properties)
        constant = CellXml(
            number,
            run,
            before,
            after,
            f"<w:p>{_wrapped(self._tables.paragraphs[number])}{before}"
            f'{self._tables.runs[run][0]}<w:t xml:space="preserve">',
            f"</w:t></w:r>{after}</w:p>",
        )
        code = f"{self._value(placed.tag)}|words({self._tables.cell(constant)})"
        return self._mark(f"\x03{code}\x04")

    def _runs(self, paragraph: Any) -> Iterator[_Run]:
        """Cut a paragraph at its tags."""
        words = ""
        owners: list[Any] = []
        for child in paragraph:
            if _is_idle(child):
                continue
            text = _text_of(child)
            if text is None:
                yield from self._cut(words, owners, paragraph)
                words, owners = "", []
                yield xml_of(child)
            else:
                words += text
                owners += [child.find(w("rPr"))] * len(text)
        yield from self._cut(words, owners, paragraph)

    def _cut(self, words: str, owners: list[Any], paragraph: Any) -> Iterator[_Run]:
        try:
            found = list(find_tags(words))
        except ValueError:
            raise self._wrong(paragraph) from None
        rest = 0
        for start, end, tag in found:
            yield from _pieces_of(words, owners, rest, start)
            yield _Placed(tag, owners[start])
            rest = end
        yield from _pieces_of(words, owners, rest, len(words))

    def _value(self, tag: Tag) -> str:
        if tag.of_row:
            self._tables.keys.append((self._rows_name, tag.name))
            return f'row["{tag.name}"]'
        self._tables.keys.append((tag.name, ""))
        return f'form["{tag.name}"]'

    def _mark(self, piece: str) -> Any:
        self._pieces.append(piece)
        return etree.ProcessingInstruction("tag", str(len(self._pieces) - 1))

    def _lift(self, paragraph: Any, tag: Tag) -> None:
        """Set a loop around the row in which its tag stands."""
        row = next(paragraph.iterancestors(w("tr")), None)
        if row is None:
            raise self._wrong(paragraph)
        if tag.kind == "for":
            self._rows_name = tag.name
            self._tables.keys.append((tag.name, EACH))
            row.addprevious(self._mark(f'\x01for row in form["{tag.name}"]\x02'))
        else:
            row.addnext(self._mark("\x01endfor\x02"))

    def _merge(self, paragraph: Any, tag: Tag) -> None:
        """Let the row say how its cell joins the one above."""
        cell = next(paragraph.iterancestors(w("tc")), None)
        if cell is None:
            raise self._wrong(paragraph)
        properties = cell.find(w("tcPr"))
        if properties is None:
            properties = etree.Element(w("tcPr"), nsmap={"w": W})
            cell.insert(0, properties)
        earlier = {w(name) for name in TC_PR[: TC_PR.index("vMerge")]}
        place = sum(child.tag in earlier for child in properties)
        properties.insert(place, self._mark(f'\x03row["{tag.name}|merge"]|merge\x04'))

    def _hold_together(self, row: Any, values: list[str]) -> None:
        """Let a row whose words are few stand on one page."""
        properties = row.find(w("trPr"))
        if properties is None:
            properties = etree.Element(w("trPr"), nsmap={"w": W})
            row.insert(sum(local(child.tag) == "tblPrEx" for child in row), properties)
        if properties.find(w("cantSplit")) is None:
            of_row = all(value.startswith("row[") for value in values)
            words = "row" if of_row else f"[{','.join(values)}]"
            mark = self._mark(f"\x03{words}|short\x04")
            properties.insert(sum(local(child.tag) == "cnfStyle" for child in properties), mark)

    def _check_loops(self, root: Any) -> None:
        """See that loops are closed, and not within each other."""
        depth = 0
        for piece in self._pieces_in_order(root):
            depth += {"\x01for": 1, "\x01end": -1}.get(piece[:4], 0)
            if depth not in (0, 1):
                break
        if depth:
            raise CannotGoOn(
                say("in {part} of the template, `for` and `endfor` do not pair", part=self._name)
            )

    def _pieces_in_order(self, root: Any) -> Iterator[str]:
        for mark in root.iter(etree.ProcessingInstruction):
            if mark.target == "tag":
                yield self._pieces[int(mark.text)]

    def _wrong(self, paragraph: Any) -> CannotGoOn:
        words = "".join(_text_of(child) or "" for child in paragraph)
        return CannotGoOn(
            say(
                "in {part} of the template, the tag in the paragraph “{words}” is not understood",
                part=self._name,
                words=words[:80],
            )
        )


def _wrapped(properties: ParagraphXml) -> str:
    inner = "".join(properties)
    return f"<w:pPr>{inner}</w:pPr>" if inner else ""


def _has_tag(paragraph: Any) -> bool:
    words = "".join(_text_of(child) or "" for child in paragraph)
    return "{{" in words or "{%" in words


def _text_of(run: Any) -> str | None:
    """Return the words of a run; None for one that holds anything else, and for no run."""
    if run.tag != w("r"):
        return None
    words = ""
    for child in run:
        name = local(child.tag)
        if name == "t":
            words += child.text or ""
        elif name in _TABS and not child.attrib:
            words += _TABS[name]
        elif name != "rPr" and name != "lastRenderedPageBreak":
            return None
    return words


def _is_idle(child: Any) -> bool:
    """Whether an element holds no words: marks of the spelling checker would cut tags in two."""
    return local(child.tag) in {"pPr", "proofErr", "bookmarkStart", "bookmarkEnd"}


def _pieces_of(words: str, owners: list[Any], start: int, end: int) -> Iterator[_Words]:
    """Yield the words from `start` to `end` by the runs that they belong to."""
    while start < end:
        stop = start + 1
        while stop < end and owners[stop] is owners[start]:
            stop += 1
        yield _Words(words[start:stop], owners[start])
        start = stop


def _run_xml(run: _Run) -> str:
    if isinstance(run, str):
        return run
    assert isinstance(run, _Words)
    element = etree.Element(w("r"), nsmap={"w": W})
    if run.properties is not None:
        element.append(etree.fromstring(etree.tostring(run.properties)))
    for piece in re.split(r"([\t\n])", run.text):
        if piece in ("\t", "\n"):
            etree.SubElement(element, w("tab" if piece == "\t" else "br"))
        elif piece:
            text = etree.SubElement(element, w("t"))
            text.text = piece
            text.set(f"{{{XML}}}space", "preserve")
    return xml_of(element)
