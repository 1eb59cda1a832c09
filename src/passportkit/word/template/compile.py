"""Compiling a template: constants are cut out and compressed, tags become a program.

Works on the tree of any DOCX, also of one that Word or LibreOffice has saved again: tags are found
over the joined text of a paragraph's runs, so it does not matter how those were cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, NamedTuple, TypeVar

from lxml import etree

from passportkit.errors import CannotGoOn
from passportkit.language import say
from passportkit.word.package.archive import Archive
from passportkit.word.package.names import TC_PR, W, w
from passportkit.word.package.normalize import normalize
from passportkit.word.package.packing import deflate
from passportkit.word.template.compiled import CellXml, Compiled, Links, ParagraphXml
from passportkit.word.template.field_homes import crosses_tags
from passportkit.word.template.graft import cut_custom, graft_numbering, graft_styles
from passportkit.word.template.identity import unique_names, without_idle_numbers
from passportkit.word.template.program import (
    CellMerge,
    Loop,
    Manner,
    Program,
    ProgramStep,
    Put,
    Ref,
    Whole,
    puts_of,
)
from passportkit.word.template.properties import kept_with_next, paragraph_xml, run_variants
from passportkit.word.template.runs import Placed, Run, has_tag, run_xml, runs_of, words_of
from passportkit.word.template.tags import Tag, TagCount, loud
from passportkit.word.template.without_comments import drop_comments

_PIECE = re.compile(r"<\?tag (\d+)\?>")
_TRACKED = [w(name) for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange")]

_MAY_VANISH: dict[str, Manner] = {"line": "line", "heads": "heads"}
"""Filters that leave a paragraph out if there are no words."""


class _LoopStart(NamedTuple):
    """Where a loop over rows begins; `keeps`: the last of them stays with the row below."""

    rows: str
    keeps: bool


class _LoopEnd(NamedTuple):
    """Where a loop ends."""


T = TypeVar("T")

_MarkedStep = ProgramStep | _LoopStart | _LoopEnd


def compile_template(docx: bytes) -> Compiled:
    """Compile a template; raise `CannotGoOn` where a tag in it is wrong."""
    archive = Archive.read(docx)
    normalize(archive)
    drop_comments(archive)
    tables = _Tables(graft_styles(archive))
    numbering = graft_numbering(archive)
    programs = list(
        filter(None, (_program(archive, name, tables) for name in archive.story_names()))
    )
    written = {program.name for program in programs}
    names = archive.relations_name, archive.core_name, numbering.name, archive.custom_name
    return Compiled(
        programs=tuple(programs),
        paragraphs=tuple(tables.paragraphs),
        runs=tuple(tables.runs),
        cells=tuple(tables.cells),
        numbering=numbering,
        links=Links(*archive.relations_cut(), archive.free_identifier("rIdLink")),
        core=archive.core_cut(),
        custom=cut_custom(archive),
        parts=tuple(
            deflate(name, content, 9)
            for name, content in archive.constant_parts()
            if name not in written.union(names)
        ),
        names=names,
    )


def _program(archive: Archive, name: str, tables: _Tables) -> Program | None:
    """Return the program of a part, or None where it has no tag."""
    tree = archive.tree(name)
    unique = unique_names(tree)
    pieces = _PartCompiler(name, tables).compile(tree)
    if not pieces:
        return None
    steps = _steps(iter(pieces), tables.kept)
    return Program(name, steps, name == archive.document_name, unique)


def _steps(pieces: Iterator[_MarkedStep], kept: Mapping[int, int]) -> tuple[ProgramStep, ...]:
    """Return the steps up to the end of the loop, or to the last piece."""
    steps: list[ProgramStep] = []
    for piece in pieces:
        if isinstance(piece, _LoopEnd):
            break
        steps.append(_loop(piece, pieces, kept) if isinstance(piece, _LoopStart) else piece)
    return tuple(steps)


def _loop(start: _LoopStart, pieces: Iterator[_MarkedStep], kept: Mapping[int, int]) -> Loop:
    """Return a loop, the first words of whose last row keep it with the row below if it asks so.

    The first words of a row are enough for Word, and all that LibreOffice looks at.
    """
    steps = _steps(pieces, kept)
    first = next((put for put in puts_of(steps) if put.manner == "words"), None)
    if first is None or not start.keeps or first.constant not in kept:
        return Loop(start.rows, steps)
    last = first._replace(constant=kept[first.constant])
    return Loop(start.rows, steps, tuple(last if step is first else step for step in steps))


@dataclass(slots=True)
class _Tables:
    """The constants that the programs of all parts share.

    `kept` has for cells those that are the same, and no page ends behind them.
    """

    style_ids: dict[str, str]
    paragraphs: dict[ParagraphXml, int] = field(default_factory=dict)
    runs: dict[tuple[str, ...], int] = field(default_factory=dict)
    cells: dict[CellXml, int] = field(default_factory=dict)
    kept: dict[int, int] = field(default_factory=dict)
    known: dict[bytes, tuple[int, str]] = field(default_factory=dict)
    tags: TagCount = field(default_factory=TagCount)

    def paragraph(self, xml: ParagraphXml) -> int:
        return _index(self.paragraphs, xml)

    def run(self, properties: Any) -> tuple[int, str]:
        """Return the number of a run, and its opening where nothing is bold, italic or a link."""
        key = b"" if properties is None else etree.tostring(properties, with_tail=False)
        if key not in self.known:
            variants = run_variants(properties, self.style_ids)
            self.known[key] = _index(self.runs, variants), variants[0]
        return self.known[key]

    def cell(self, constant: CellXml) -> int:
        return _index(self.cells, constant)


def _index(table: dict[T, int], value: T) -> int:
    return table.setdefault(value, len(table))


class _PartCompiler:
    """Turns the paragraphs and rows of one part into the pieces of a program."""

    def __init__(self, name: str, tables: _Tables) -> None:
        self._name = name
        self._tables = tables
        self._pieces: list[_MarkedStep] = []
        self._rows: dict[Any, list[Ref]] = {}

    def compile(self, root: Any) -> list[_MarkedStep]:
        """Return constants and what stands between them; nothing if the part has no tag."""
        without_idle_numbers(root)
        paragraphs = [paragraph for paragraph in root.iter(w("p")) if has_tag(paragraph)]
        if paragraphs and crosses_tags(root, paragraphs):
            raise self._torn()
        _drop_bookmarks(root, [*paragraphs, *_repeated(paragraphs)])
        for paragraph in paragraphs:
            self._paragraph(paragraph)
        for row, texts in self._rows.items():
            self._hold_together(row, texts)
        self._check_loops(root)
        if not self._pieces:
            return []
        xml = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
        constants = _PIECE.split(xml.decode())
        return [
            self._pieces[int(piece)] if index % 2 else loud(piece)
            for index, piece in enumerate(constants)
        ]

    def _paragraph(self, paragraph: Any) -> None:
        _accept_changes(paragraph)
        runs = self._runs(paragraph)
        tags = [run.tag for run in runs if isinstance(run, Placed)]
        for tag in tags:
            self._mark_around(paragraph, tag)
        _part_section(paragraph)
        rest = [run for run in runs if not isinstance(run, Placed) or run.tag.kind == "text"]
        placed = [run for run in rest if isinstance(run, Placed)]
        for row in islice(paragraph.iterancestors(w("tr")), 1):
            self._rows.setdefault(row, []).extend(_ref(run.tag) for run in placed)
        properties = paragraph.find(w("pPr"))
        if len(placed) == 1:
            put = self._cell(rest, placed[0], properties)
            if any(tag.kind == "for" for tag in tags):
                kept = self._cell(rest, placed[0], kept_with_next(properties))
                self._tables.kept[put.constant] = kept.constant
            paragraph.getparent().replace(paragraph, self._mark(put))
        else:
            self._inline(paragraph, rest, properties)

    def _mark_around(self, paragraph: Any, tag: Tag) -> None:
        """Do what a tag does to the row or cell around it."""
        if tag.kind == "for":
            self._begin_loop(paragraph, tag)
        elif tag.kind == "endfor":
            self._around(paragraph, w("tr")).addnext(self._mark(_LoopEnd()))
        elif tag.filter == "merge":
            self._merge(paragraph, tag)
        elif tag.filter in _MAY_VANISH and paragraph.getparent().tag != w("body"):
            raise self._wrong(paragraph)  # a cell without a paragraph breaks the file

    def _runs(self, paragraph: Any) -> list[Run]:
        if any(has_tag(inner) for inner in paragraph.iterdescendants(w("p"))):
            raise self._wrong(paragraph)  # a text box with tags, anchored among tags
        self._tables.tags.add(words_of(paragraph))
        try:
            return list(runs_of(paragraph))
        except ValueError:
            raise self._wrong(paragraph) from None

    def _inline(self, paragraph: Any, rest: list[Run], properties: Any) -> None:
        for child in list(paragraph):
            if child is not properties:
                paragraph.remove(child)
        for run in rest:
            if isinstance(run, Placed):
                constant, _opening = self._tables.run(run.properties)
                paragraph.append(self._mark(Put("inline", _ref(run.tag), constant)))
            else:
                paragraph.append(self._mark(run_xml(run)))

    def _cell(self, runs: list[Run], placed: Placed, properties: Any) -> Put:
        at = runs.index(placed)
        before, after = (loud("".join(map(run_xml, each))) for each in (runs[:at], runs[at + 1 :]))
        xml = paragraph_xml(properties)
        run, opening = self._tables.run(placed.properties)
        constant = CellXml(
            self._tables.paragraph(xml),
            run,
            before,
            after,
            f'<w:p>{_wrapped(xml)}{before}{opening}<w:t xml:space="preserve">',
            f"</w:t></w:r>{after}</w:p>",
        )
        manner = _MAY_VANISH.get(placed.tag.filter, "words")
        return Put(manner, _ref(placed.tag), self._tables.cell(constant))

    def _mark(self, piece: _MarkedStep) -> Any:
        self._pieces.append(piece)
        return etree.ProcessingInstruction("tag", str(len(self._pieces) - 1))

    def _begin_loop(self, paragraph: Any, tag: Tag) -> None:
        """Set the beginning of a loop before the row in which its tag stands."""
        row = self._around(paragraph, w("tr"))
        row.addprevious(self._mark(_LoopStart(tag.name, _stands_on_total(row))))

    def _around(self, paragraph: Any, tag: str) -> Any:
        """Return the row or cell that a tag needs around it."""
        for element in paragraph.iterancestors(tag):
            return element
        raise self._wrong(paragraph)

    def _merge(self, paragraph: Any, tag: Tag) -> None:
        """Let the row say how its cell joins the one above."""
        if not tag.of_row:
            raise self._wrong(paragraph)
        cell = self._around(paragraph, w("tc"))
        properties = cell.find(w("tcPr"))
        if properties is None:
            properties = etree.Element(w("tcPr"), nsmap={"w": W})
            cell.insert(0, properties)
        earlier = {w(name) for name in TC_PR[: TC_PR.index("vMerge")]}
        place = sum(child.tag in earlier for child in properties)
        properties.insert(place, self._mark(CellMerge(tag.name)))

    def _hold_together(self, row: Any, texts: list[Ref]) -> None:
        """Let a row whose words are few stand on one page."""
        properties = row.find(w("trPr"))
        if properties is None:
            properties = etree.Element(w("trPr"), nsmap={"w": W})
            row.insert(sum(child.tag == w("tblPrEx") for child in row), properties)
        if properties.find(w("cantSplit")) is None:
            of_row = all(text.of_row for text in texts)
            mark = self._mark(Whole(() if of_row else tuple(texts)))
            properties.insert(sum(child.tag == w("cnfStyle") for child in properties), mark)

    def _check_loops(self, root: Any) -> None:
        """See that each loop ends among the rows where it begins, and before the next begins."""
        begun = None
        for mark in root.iter(etree.ProcessingInstruction):
            piece = self._pieces[int(mark.text)] if mark.target == "tag" else ""
            if isinstance(piece, _LoopStart) and begun is None:
                begun = mark.getparent()
            elif isinstance(piece, _LoopEnd) and begun is not None and begun is mark.getparent():
                begun = None
            elif isinstance(piece, _LoopStart | _LoopEnd):
                raise self._unpaired()
        if begun is not None:
            raise self._unpaired()

    def _torn(self) -> CannotGoOn:
        return CannotGoOn(
            say(
                "in {part} of the template, a field begins or ends in a paragraph with tags or in "
                "a row of such a table, and goes on elsewhere; let it begin and end in one "
                "paragraph, or delete it",
                part=self._name,
            )
        )

    def _unpaired(self) -> CannotGoOn:
        return CannotGoOn(
            say("in {part} of the template, `for` and `endfor` do not pair", part=self._name)
        )

    def _wrong(self, paragraph: Any) -> CannotGoOn:
        return CannotGoOn(
            say(
                "in {part} of the template, the tag in the paragraph “{words}” is not understood",
                part=self._name,
                words=words_of(paragraph)[:80],
            )
        )


def _stands_on_total(row: Any) -> bool:
    """Whether a row that is repeated alone has one below it that has tags and is not repeated."""
    below = next(row.itersiblings(w("tr")), None)
    if below is None or "endfor" not in "".join(map(words_of, row.iter(w("p")))):
        return False
    words = "".join(map(words_of, below.iter(w("p"))))
    return "{{" in words and "{%" not in words


def _ref(tag: Tag) -> Ref:
    return Ref(tag.name, tag.of_row)


def _wrapped(properties: ParagraphXml) -> str:
    inner = "".join(properties)
    return f"<w:pPr>{inner}</w:pPr>" if inner else ""


def _repeated(paragraphs: Iterable[Any]) -> Iterator[Any]:
    """Yield the rows that have tags: what stands in them may stand there many times."""
    for paragraph in paragraphs:
        yield from islice(paragraph.iterancestors(w("tr")), 1)


def _drop_bookmarks(root: Any, paragraphs: Iterable[Any]) -> None:
    """Remove the bookmarks of paragraphs that are written anew, wherever their other end is."""
    ends = w("bookmarkStart"), w("bookmarkEnd")
    gone = {mark.get(w("id")) for paragraph in paragraphs for mark in paragraph.iter(*ends)}
    for mark in list(root.iter(*ends)):
        if mark.get(w("id")) in gone:
            mark.getparent().remove(mark)


def _accept_changes(paragraph: Any) -> None:
    """Drop the marks of tracked changes from properties: many paragraphs may get a copy of them."""
    for mark in list(paragraph.iter(*_TRACKED)):
        if mark.getparent().tag in (w("pPr"), w("rPr")):
            mark.getparent().remove(mark)


def _part_section(paragraph: Any) -> None:
    """Move the end of a section of the file behind the text, which may become many paragraphs."""
    properties = paragraph.find(w("pPr"))
    section = None if properties is None else properties.find(w("sectPr"))
    if section is not None:
        own = etree.Element(w("p"), nsmap={"w": W})
        etree.SubElement(own, w("pPr")).append(section)
        paragraph.addnext(own)
