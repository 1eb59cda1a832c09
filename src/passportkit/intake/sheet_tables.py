"""Tables of a workbook, which stand for themselves: their heads alone say what they are.

Each gets the heading of its section above it, and then it is a table of a form like any other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from passportkit.forms import Form
from passportkit.forms.fact_tables import NAME, TOTALS, form_of, tables_form
from passportkit.forms.model import Block, Column
from passportkit.forms.place_words import heading_words
from passportkit.intake.cells import entries_of
from passportkit.intake.extraction import Extraction, Furniture, Left, PlacedWords
from passportkit.intake.folding import spelt_words
from passportkit.intake.landmarks import landmarks_of
from passportkit.intake.match import match
from passportkit.intake.position import Position
from passportkit.intake.recognise import Recognised
from passportkit.intake.sheet_heads import BlockPlace, places_in
from passportkit.intake.sheet_walk import PlacedTable, SheetWalk, on_sheet
from passportkit.language import Message
from passportkit.paper import Paper, PaperBlock, Paragraph, Table
from passportkit.paper.model import PassedOver, texts_of
from passportkit.paper.styles import SHEET
from passportkit.practice import Vocabulary


def is_of_sheets(paper: Paper) -> bool:
    """Return whether a document is a workbook: its sheets have names."""
    return any(_is_name(block) for block in paper.blocks)


def without_sheet_names(paper: Paper) -> Paper:
    """Return a workbook as a document that is all of one piece; the names are passed over."""
    blocks = [block for block in paper.blocks if not _is_name(block)]
    names = texts_of(filter(_is_name, paper.blocks))
    return replace(
        paper,
        blocks=blocks,
        passed_over=[*paper.passed_over, *(PassedOver("furniture", name) for name in names)],
    )


def _is_name(block: PaperBlock) -> bool:
    return isinstance(block, Paragraph) and block.style == SHEET


def match_tables(
    paper: Paper, forms: Sequence[Form], name: str = NAME
) -> tuple[Recognised, Extraction] | None:
    """Return what the tables of a workbook say, in a form of their own called `name`.

    It has a section for each block, of `forms` or of all facts, whose heads a table has. What has
    no place is left. None where no table has heads that are known.
    """
    vocabulary = forms[0].vocabulary
    walk = SheetWalk(places_in([*forms, tables_form(vocabulary)]))
    walk.go(paper.blocks)
    groups = [_TableGroup(place, tables, vocabulary) for place, tables in walk.groups()]
    if not groups:
        return None
    form = form_of([group.section(group.columns) for group in groups], vocabulary, name)
    extraction = Extraction(form)
    heads_told = Counter[str]()
    for group, (_, block) in zip(groups, form.blocks(), strict=True):
        heads_told += group.read(block, extraction)
    extraction.left += walk.left
    extraction.furniture += _but_for(heads_told, walk.furniture)
    extraction.read += len(walk.left)
    heads = [placed.head for placed in walk.placed]
    found, named = sum(len(head.found) for head in heads), sum(head.named for head in heads)
    return Recognised(form, found, named, is_stamped=False), extraction


@dataclass(frozen=True)
class _TableGroup:
    """The tables of one block, which are a section of the form with the columns that any has."""

    place: BlockPlace
    tables: Sequence[PlacedTable]
    vocabulary: Vocabulary

    @property
    def heading(self) -> str:
        """What the section is called."""
        return heading_words(self.place.block.caption or self.place.section.heading or "")

    @property
    def columns(self) -> list[Column]:
        """The columns that a table has, in the order of the block."""
        named = {each.key for table in self.tables for each in table.columns}
        return [each for each in self.place.block.columns or () if each.key in named]

    def section(self, columns: Sequence[Column]) -> dict[str, Any]:
        """Return a section with some of the columns, spelt as in a `form.yaml`."""
        block = self.place.block
        heads = [{"heading": each.heading, "show": each.show} for each in columns]
        kind = "rows" if block.rows else "record"
        section = {"heading": self.heading, kind: block.rows or block.record, "columns": heads}
        total = TOTALS.get(block.rows or "")
        if block.total:
            total = block.total.model_dump(exclude_defaults=True)
        return {**section, "total": total} if total else section

    def read(self, block: Block, extraction: Extraction) -> Counter[str]:
        """Read the tables one after the other into a block, each by its own columns alone.

        Returns the words of heads that are told with what stands below them.
        """
        heads_told = Counter[str]()
        is_exact = len(self.tables) == 1 and self._is_exact(self.tables[0])
        if is_exact:
            parts = [self._exact(block)]
        else:
            parts = [self._match(table, heads_told) for table in self.tables]
        said = [part.values.get(block.key, ()) for part in parts]
        values = {block.key: [row for rows in said for row in rows if not isinstance(row, str)]}
        total = block.total.key if block.total else ""
        totals = [words for part in parts if isinstance(words := part.values.get(total), str)]
        extraction.values = {**extraction.values, **values}
        if totals:
            extraction.values = {**extraction.values, total: "\n".join(totals)}
        for table, part in zip(self.tables, parts, strict=True):
            extraction.left += _on_sheet(table, part)
            extraction.placed_words += part.placed_words
            extraction.furniture += part.furniture
            extraction.read += part.read
            extraction.placed += part.placed
        return heads_told

    def _match(self, table: PlacedTable, heads_told: Counter[str]) -> Extraction:
        """Read a table as people make them, and add the words of heads that are left in it."""
        heading = f"{self.heading} ({table.unit})" if table.unit else self.heading
        form = form_of([self.section(table.columns)], self.vocabulary)
        above, rows = Paragraph(heading), table.laid_out()
        part = match(Paper([above, rows]), form)
        told = _words(texts_of([above, Table(rows.rows[:1])]))
        part.furniture = [*_but_for(told, part.furniture)]
        heads_told += told
        return part

    # --- a sheet as an export makes it ---

    def _is_exact(self, table: PlacedTable) -> bool:
        """Whether its name and its heads are the form's, to the letter, and no cells are merged."""
        heads = [column.heading for column in self.place.block.columns or ()]
        cells = [cell for row in table.rows for cell in row.cells]
        is_plain = all(cell.span == 1 and not cell.merge for cell in cells)
        is_named = table.sheet == self.heading and [each.text for each in table.heads] == heads
        return is_plain and is_named

    def _exact(self, block: Block) -> Extraction:
        """Take in the rows of such a sheet as they stand."""
        texts = [[entry.text for entry in entries_of(row)] for row in self.tables[0].rows]
        part = Extraction(form_of([self.section(self.columns)], self.vocabulary))
        values: dict[str, Any] = {}
        if block.total and texts and texts[-1][0] == block.total.label:
            label, *sums = texts.pop()
            values[block.total.key] = " ".join(filter(None, sums))
            part.furniture = [Furniture("total", label)]
            part.placed_words = [PlacedWords(block.total.key, values[block.total.key])]
        keys = [each.key for each in block.columns or ()]
        rows = [dict(zip(keys, row, strict=True)) for row in texts]
        part.placed_words += [
            PlacedWords(key, text, block.key, number)
            for number, row in enumerate(rows, 1)
            for key, text in row.items()
            if text
        ]
        part.values = {**values, block.key: rows}
        part.read = part.placed = len(part.placed_words)
        return part


def _words(texts: Iterable[str]) -> Counter[str]:
    return Counter(chain.from_iterable(map(spelt_words, texts)))


def _but_for(told: Counter[str], furniture: Iterable[Furniture]) -> Iterator[Furniture]:
    """Yield furniture without that whose words are told elsewhere; what is found is taken off."""
    for each in furniture:
        said = _words([each.text])
        if all(count <= told[word] for word, count in said.items()):  # `<=` asks all of it
            told.subtract(said)
        else:
            yield each


def _on_sheet(table: PlacedTable, part: Extraction) -> Iterator[Left]:
    """Yield what is left of a table; its heading stands on no sheet, so their name is told."""
    ours = Position().opened(landmarks_of(part.form).all[0]).origin
    for each in part.left:
        yield Left(_instead(each.origin, ours, on_sheet(table.sheet)), each.text)


def _instead(place: Message, ours: Message, theirs: Message) -> Message:
    if place == ours:
        return theirs
    values = {
        name: _instead(value, ours, theirs) if isinstance(value, Message) else value
        for name, value in place.values.items()
    }
    return replace(place, values=values)
