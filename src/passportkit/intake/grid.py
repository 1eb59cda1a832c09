"""Which column of a document's table is which column of the form."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from passportkit.forms.model import Block, Column
from passportkit.intake.cells import CellWords
from passportkit.intake.folding import fold, stems_of, words
from passportkit.intake.head_words import (
    NO_SURPLUS,
    Surplus,
    first_piece,
    in_money,
    in_unit,
    is_figure,
    is_in_money,
    named,
    says_only_when,
    speaks_of_money,
    surplus,
    unit_of,
    unit_of_sums,
)
from passportkit.intake.labels import SURE, Labels
from passportkit.intake.landmarks import FieldHead, Landmarks
from passportkit.intake.totals import behind_total, is_of_all, total_in_unit
from passportkit.paper import Cell

_NUMBERS = frozenset({"п п", "пп", "n", "n п п", "номер", "номер п п"})
"""Heads of the column of row numbers, apart from the sign."""

_LONGEST_NUMBER = 16

_SHARE = 0.5
"""How much of a head has to be found."""

_COMMON = frozenset(
    stems_of("срок дата период примечание комментарий телефон код всего итого".split())
) | frozenset(stems_of("результат ответственный исполнитель".split()))
"""Beginnings of words that head columns of tables everywhere, and no column without saying so."""

_NO_ANSWERS = frozenset(stems_of("срок результат примечание".split()))
"""Beginnings of words that nobody gives as an answer: alone in a cell they head a column."""

_LONGEST_HEAD = 200
"""A head has fewer characters."""

_FIELD, _SURPLUS = 0.99, 0.95
"""How sure the head of a field alone is, and one that says more than the form's."""


class KnownHead(NamedTuple):
    """A head that is found: its column, or the field of one, and what it says besides."""

    column: Column
    field: str
    strength: float
    surplus: Surplus

    @property
    def is_plain(self) -> bool:
        """Whether it stands there word for word, and says no more than a unit besides."""
        return self.strength >= _SURPLUS and not self.surplus.notes

    @property
    def is_verbatim(self) -> bool:
        """Whether it stands there word for word, and says nothing besides."""
        return self.is_plain and not self.surplus.unit


class ColumnMap:
    """The columns of a block by those of a table, and the heads of columns that it does not have.

    `heads` are those of all columns, as the document has them. `end` is the number of columns that
    the grid of the table has, `unit` that of its sums where words above it name one. `surplus` is
    what heads say beyond the form's own, `of_form` what these say. `is_by_place`: no head was
    found, the columns are in the form's order; `by_order` are those columns of which the head is in
    other words.
    Everything is by key: what is asked of each cell should be quick.
    """

    def __init__(
        self, block: Block, columns: dict[int, Column], others: dict[int, str], end: int
    ) -> None:
        self.block = block
        self.key = block.key
        self.others = others
        self.end = end
        self.empty = {column.key: "" for column in block.columns or ()}
        self.first = next(iter(self.empty))
        self.equal = {column.key for column in block.columns or () if column.merge}
        self._keys = {place: column.key for place, column in columns.items()}
        self._start = min(columns, default=end)
        self.numbered: frozenset[int] = frozenset()
        self.surplus: dict[str, Surplus] = {}
        self.of_form = {each.key: surplus(each.heading, "") for each in block.columns or ()}
        self.is_by_place = False
        self.by_order: Collection[int] = ()
        self.heads: dict[int, str] = {}
        self.sums: frozenset[str] = frozenset()
        self.unit = ""
        self.fields: dict[int, tuple[str, str]] = {}

    @property
    def by_words(self) -> int:
        """How many columns of the form are known by their heads."""
        return len(set(self._keys.values())) - len(self.by_order)

    def measured(self, unit: str, sums: frozenset[str]) -> ColumnMap:
        """Return the same columns; those of sums have this unit where their head names none."""
        self.sums, self.unit = sums & self.empty.keys(), unit
        for key in self.sums if unit else ():
            of_head = self.surplus.get(key, NO_SURPLUS)
            if not of_head.unit:
                self.surplus[key] = of_head._replace(unit=unit)
        return self

    def measure(self, cell: Cell, text: str, band: str = "", *, tells_head: bool = False) -> str:
        """Return words, a figure with the unit of its column; `band` is one that a row names.

        Where they stand beside their head (`tells_head`), its own unit is said already.
        """
        unit = self._unit_of(cell, band, tells_head=tells_head) if is_figure(text) else ""
        return in_unit(text, unit)

    def _unit_of(self, cell: Cell, band: str, *, tells_head: bool) -> str:
        key, head = self.key_of(cell), self.heads.get(cell.column, "")
        if key in self.sums:
            return in_money(band or self.surplus.get(key, NO_SURPLUS).unit)
        if key and cell.column not in (*self.fields, *self.by_order):
            return ""
        is_of_sums = bool(self.sums) and (speaks_of_money(head) or says_only_when(head))
        of_head = unit_of(head)
        if of_head is None:
            return in_money(band or self.unit) if is_of_sums else ""
        return "" if tells_head else in_money(of_head) if is_of_sums else of_head

    def may_be_sum(self, cell: Cell) -> bool:
        """Whether the figures of a column may be sums: its head says so, or nothing."""
        head = self.heads.get(cell.column, "")
        if self.key_of(cell) and cell.column in self.fields:
            return False
        return not head or speaks_of_money(head) or says_only_when(head) or is_in_money(head)

    def in_sum(self, total: str, label: str, cells: Sequence[Cell], band: str = "") -> str:
        """Return a total in the unit of its label, of its cell, or of the only column of sums.

        `band` is the unit that a row above it names.
        """
        of_heads = [self.surplus.get(key, NO_SURPLUS).unit for key in self.sums]
        of_all = band or (of_heads[0] if len(of_heads) == 1 else self.unit)
        own = next((cell for cell in cells if self._names_unit(cell)), None)
        of_cell = self._unit_of(own, band, tells_head=False) if own else of_all
        return total_in_unit(total, label, of_cell)

    def _names_unit(self, cell: Cell) -> bool:
        """Whether a head names the unit of its figures, be it plain roubles."""
        return (
            self.key_of(cell) in self.sums or unit_of(self.heads.get(cell.column, "")) is not None
        )

    def divide(self, entries: Sequence[CellWords]) -> None:
        """Take in a second row of heads.

        What stands below a head of its own goes on with it; where several stand below one, the
        column of the form would have two values, and has none, unless one is the total of all.
        """
        widths = Counter(self._keys.values())
        for cell, text, _ in entries:
            key = self._keys.get(cell.column)
            if not text:
                continue
            whole = " – ".join(filter(None, [self.heads.get(cell.column, "").rstrip(" :"), text]))
            self.heads[cell.column] = whole
            if key is None:
                self.others[cell.column] = whole
            elif field := self.fields.get(cell.column):
                self.fields[cell.column] = field[0], whole
            elif widths[key] > 1 and not is_of_all(text):
                del self._keys[cell.column]
                self.others[cell.column] = whole
            else:
                self._say_more(key, text)

    def _say_more(self, key: str, text: str) -> None:
        said, more = self.surplus.get(key, NO_SURPLUS), surplus(text, "")
        self.surplus[key] = Surplus(more.unit or said.unit, (*said.notes, *more.notes))

    def numbers_rows(self, cell: Cell) -> bool:
        """Return whether a cell stands where the numbers of rows do: under their head, or first."""
        is_first = cell.column < self._start and cell.column not in self.others
        return is_first or cell.column in self.numbered

    def key_of(self, cell: Cell) -> str | None:
        """Return the key of the column of the form that `cell` stands in."""
        if cell.span == 1:
            return self._keys.get(cell.column)
        within = range(cell.column, cell.column + cell.span)
        return next((self._keys[each] for each in within if each in self._keys), None)


def head_of(
    texts: Sequence[CellWords], blocks: Sequence[Block], marks: Landmarks
) -> ColumnMap | None:
    """Return the grid of the block of which these cells are the head, or None."""
    best: tuple[float, ColumnMap] | None = None
    headed = heads_in(texts)
    for block in blocks if headed else ():
        found = found_heads(headed, block, marks)
        columns = len(block.columns or ())
        # where a column of numbers has a head, so have the others
        is_head = len(headed) < len(texts) and len(headed) == columns
        is_head = is_head or _is_sure(found.values()) or _is_of_plan(headed, found)
        grid, strength = _grid(headed, block, found, marks)
        share = strength / max(len(headed), columns)
        if (share >= _SHARE or is_head) and (best is None or share > best[0]):
            grid.numbered = frozenset(each.cell.column for each in texts if each not in headed)
            best = share, grid
    return best and best[1]


def found_heads(texts: Sequence[CellWords], block: Block, marks: Landmarks) -> dict[int, KnownHead]:
    """Return by the columns of the grid the heads that are found."""
    found = {}
    columns, fields = marks.columns(block), marks.fields(block)
    for cell, text, _ in texts:
        if len(text) < _LONGEST_HEAD and (head := _head(text, columns, fields)):
            found[cell.column] = head
    return found


def _is_sure(found: Iterable[KnownHead]) -> bool:
    """Whether a row has the very heads of two columns: it is a head, whatever stands beside."""
    return len({(each.column.key, each.field) for each in found if each.strength >= _SURPLUS}) > 1


def _is_of_plan(texts: Sequence[CellWords], found: Mapping[int, KnownHead]) -> bool:
    """Whether a row has heads that every plan has, beside the very head of a column or none."""
    others = [each.text for each in texts if each.cell.column not in found]
    if any(each.strength >= _SURPLUS for each in found.values()):
        return all(_begins_with(_COMMON, text) for text in others)
    if any(any(map(str.isdigit, text)) for text in others):
        return False
    return any(len(words(text)) == 1 and _begins_with(_NO_ANSWERS, text) for text in others)


@lru_cache(maxsize=4096)
def _head(text: str, columns: Labels[Column], fields: Labels[FieldHead]) -> KnownHead | None:
    if not (columns.has_word_of(text) or fields.has_word_of(text)):
        return None
    name = named(text)
    if whole := columns.whole(text) or columns.whole(name) or columns.whole(first_piece(text)):
        said = surplus(text, whole.item.heading, is_whole=True)
        return KnownHead(whole.item, "", _SURPLUS if any(said) else SURE, said)
    for known in (name, first_piece(text), *([f"{name}, руб."] if is_in_money(text) else ())):
        if head := fields.whole(known):
            said = NO_SURPLUS if head.item.field else surplus(text, known, is_whole=True)
            return KnownHead(*head.item, _FIELD, said)
    if like := columns.like(text):
        return KnownHead(like.item, "", like.strength, surplus(text, like.item.heading))
    return None


def _twice(found: Mapping[int, KnownHead], values: Collection[str]) -> set[int]:
    """Return the heads of one column of which there are several: values are not one."""
    columns: defaultdict[str, dict[int, KnownHead]] = defaultdict(dict)
    for place, each in found.items():
        if not each.field:
            columns[each.column.key][place] = each
    several = ((key, heads) for key, heads in columns.items() if len(heads) > 1)
    return {
        place for key, heads in several for place in heads.keys() - _meant(heads, key in values)
    }


def _meant(heads: Mapping[int, KnownHead], is_value: bool) -> Collection[int]:
    """Return which of the heads of one column are, of a value one at most: the form's very words.

    Without these, it is the only one that says no more than the name.
    """
    if len(heads) == 1:
        return heads
    sure = [place for place, each in heads.items() if each.strength >= SURE]
    plain = [place for place, each in heads.items() if each.is_plain]
    if sure and not is_value:
        return sure
    return next((each for each in (sure, plain) if len(each) == 1), ())


def _by_order(
    texts: Sequence[CellWords], block: Block, found: Mapping[int, KnownHead], marks: Landmarks
) -> dict[int, KnownHead]:
    """Return the columns of heads in other words by their order, if there are as many of them.

    Those that forms of practices do not have are none of them.
    A figure is never taken for another one: a column of values is known by its head alone.
    """
    unknown = [
        cell
        for cell, text, _ in texts
        if cell.column not in found and not _begins_with(_COMMON, text)
    ]
    taken = {each.column.key for each in found.values()}
    free = [each for each in block.columns or () if each.key not in taken]
    if len(unknown) != len(free):
        return {}
    return {
        cell.column: KnownHead(column, "", 0.0, NO_SURPLUS)
        for cell, column in zip(unknown, free, strict=True)
        if column.key not in marks.values
    }


def _grid(
    texts: Sequence[CellWords], block: Block, found: Mapping[int, KnownHead], marks: Landmarks
) -> tuple[ColumnMap, float]:
    """Return the grid of a head, and how sure it is."""
    columns: dict[int, Column] = {}
    others: dict[int, str] = {}
    heads = {**_by_order(texts, block, found, marks), **found}
    for place in _twice(found, marks.values):
        del heads[place]
    for cell, text, _ in texts:
        head = heads.get(cell.column)
        for each in range(cell.column, cell.column + cell.span):
            if head:
                columns[each] = head.column
            else:
                others[each] = text
    grid = ColumnMap(block, columns, others, end_of(texts))
    grid.by_order = [place for place, head in heads.items() if not head.strength]
    heads_of_cells = {cell.column: text for cell, text, _ in texts}
    spans = {cell.column: cell.span for cell, _, _ in texts}
    for place, head in heads.items():
        if head.field:
            reach = range(place, place + spans[place])
            grid.fields.update(dict.fromkeys(reach, (head.field, heads_of_cells[place])))
        elif any(said := _in_roubles(head, heads_of_cells[place])):
            grid.surplus[head.column.key] = said
    return grid, sum(each.strength for each in found.values())


def _in_roubles(head: KnownHead, text: str) -> Surplus:
    """Return what a head says beyond the form's: where that has thousands, also plain roubles."""
    shows_thousands = head.column.as_ == "thousands" and unit_of_sums(head.column.heading) != ""
    is_plain = shows_thousands and not head.surplus.unit and unit_of_sums(text) == ""
    return head.surplus._replace(unit="руб.") if is_plain else head.surplus


def _begins_with(stems: frozenset[str], text: str) -> bool:
    """Whether the first word of a head has one of these beginnings."""
    return not stems.isdisjoint(stems_of(words(text)[:1]))


def heads_in(filled: Sequence[CellWords]) -> Sequence[CellWords]:
    """Return the cells of a row that may be heads, without that of the numbers of rows.

    «Всего» heads a column, too, but never the first. A head that only begins with «№» is another
    one, unless it is the first.
    """
    heads = [each for each in filled if not _is_number(each.text, is_first=each is filled[0])]
    is_total = bool(heads) and behind_total(heads[0].text, "") is not None
    return [] if is_total else heads


def _is_number(text: str, *, is_first: bool) -> bool:
    begins = "№" in text[:2] and (is_first or not fold(text))
    return len(text) < _LONGEST_NUMBER and (begins or fold(text) in _NUMBERS)


def is_head_of_numbers(entry: CellWords) -> bool:
    """Whether a cell says no more than what heads the numbers of rows, or nothing."""
    return not entry.text or _is_number(entry.text.strip("* "), is_first=True)


def in_order(entries: Sequence[CellWords], block: Block) -> ColumnMap:
    """Return the grid of a table without a head: its columns are in the order of the form's.

    What these say of their values holds there, too.
    """
    asked = block.columns or ()
    numbered = block.rows is not None and len(entries) > 1 and entries[0].is_number
    start = 1 if numbered else 0
    columns = {
        entry.cell.column: column for entry, column in zip(entries[start:], asked, strict=False)
    }
    others = {entry.cell.column: "" for entry in entries[start + len(asked) :]}
    grid = ColumnMap(block, columns, others, end_of(entries))
    grid.is_by_place = True
    grid.surplus = {key: said for key, said in grid.of_form.items() if any(said)}
    return grid


def end_of(entries: Sequence[CellWords]) -> int:
    """Return how many columns a row reaches over."""
    last = entries[-1].cell
    return last.column + last.span
