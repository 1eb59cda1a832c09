"""The heads of a table in a workbook: which columns of which block of a form they name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from passportkit.forms import Form
from passportkit.forms.model import Block, Column, Section
from passportkit.intake.cells import CellWords
from passportkit.intake.folding import fold
from passportkit.intake.labels import SURE, LabelMatch, Labels
from passportkit.intake.landmarks import spellings
from passportkit.intake.sheet_units import name_in
from passportkit.paper import Cell

_USUAL: dict[str, dict[str, tuple[str, ...]]] = {
    "costs": {
        "item": (
            "Статья расходов",
            "Наименование расходов",
            "Наименование статьи",
            "Наименование затрат",
            "Вид расходов",
            "Вид затрат",
            "Направление расходов",
            "Статья",
            "Наименование",
        ),
        "amount": (
            "Сумма",
            "Сумма расходов",
            "Сумма затрат",
            "Объем расходов",
            "Объем финансирования",
            "Стоимость",
            "Общая стоимость",
            "Всего",
            "Итого",
        ),
        "source": ("Источник", "Источник средств"),
    },
    "indicators": {
        "name": ("Наименование показателя",),
        "unit": ("Ед. изм.", "Ед. измерения", "Единица"),
        "before": ("До", "До внедрения", "До реализации", "До начала практики"),
        "after": ("После", "После внедрения", "После реализации", "После окончания практики"),
    },
    "results": {
        "indicator": ("Наименование показателя", "Результат", "Наименование результата"),
        "unit": ("Ед. изм.", "Ед. измерения", "Единица"),
        "value": ("Значение показателя", "Достигнутое значение", "Факт", "Количество"),
    },
    "contacts": {
        "name": ("ФИО", "Ф.И.О.", "Ответственный"),
        "phones": ("Телефон",),
        "emails": ("E-mail", "Почта", "Адрес электронной почты"),
    },
    "team": {"name": ("ФИО", "Ф.И.О.")},
}
"""How people head columns besides, by the rows and by the field."""

_COMBINED = {"item-with-details": "item", "indicator-and-unit": "indicator"}
"""The field that a cell with several fields is headed by."""

_NUMBERS = frozenset({"", "п п", "пп", "n", "n п п", "номер", "номер п п"})
_LONGEST = 120
"""Words in more characters than this head no column."""

_MEANT = 0.5
"""What the name of a section above a table counts for, where heads count for 1."""


class HeadRow(NamedTuple):
    """A row of heads: the block that they fit best, and its columns by those of the table.

    Columns of the block are told by their numbers. `named` is how many heads there are, apart from
    that of the numbers of rows.
    """

    place: BlockPlace
    columns: Mapping[int, LabelMatch[int]]
    named: int

    @property
    def rows(self) -> str:
        """What the rows are: a name of the vocabulary."""
        return _rows_of(self.place.block)

    @property
    def strength(self) -> float:
        """How well the heads fit, from 0 to 1."""
        found = sum(match.strength for match in self.columns.values())
        return 2 * found / (self.named + len(self.place.block.columns or ()))

    @property
    def is_sure(self) -> bool:
        """Whether there are several heads, every one word for word, and no other."""
        return len(self.columns) == self.named > 1 and self._is_verbatim

    @property
    def fits(self) -> bool:
        """Whether the heads are those of the block: that of its first column, and another."""
        if len(self.place.block.columns or ()) == 1:
            return self.named == 1 == len(self.columns) and self._is_verbatim
        return len(self.columns) > 1 and any(match.item == 0 for match in self.columns.values())

    @property
    def _is_verbatim(self) -> bool:
        return all(match.strength >= SURE for match in self.columns.values())


class BlockPlace(NamedTuple):
    """A block that has columns, and the section that it stands in."""

    section: Section
    block: Block


def is_number_head(text: str) -> bool:
    """Return whether a head is that of the numbers of rows."""
    return fold(text) in _NUMBERS


def places_in(forms: Iterable[Form]) -> list[BlockPlace]:
    """Return the blocks of forms that have columns."""
    blocks = (BlockPlace(*place) for form in forms for place in form.blocks())
    return [place for place in blocks if place.block.is_table]


def head_row(
    entries: Sequence[CellWords], places: Iterable[BlockPlace], titles: Iterable[str] = ()
) -> HeadRow | None:
    """Return what a row of a table heads, if it heads rows of any of these blocks.

    The words above the table decide between blocks whose heads fit alike.
    """
    named = [entry for entry in entries if entry.text and not is_number_head(entry.text)]
    if not named or any(len(entry.text) > _LONGEST for entry in named):
        return None
    rows = (HeadRow(place, _found(named, place.block), len(named)) for place in places)
    fitting = [row for row in rows if row.fits]
    return max(fitting, key=lambda row: row.strength + _named_by(titles, row), default=None)


def _found(named: Sequence[CellWords], block: Block) -> dict[int, LabelMatch[int]]:
    """Return the columns of a block that are named, each by the head most like it."""
    labels = _labels(_rows_of(block), block.columns or ())
    found: dict[int, LabelMatch[int]] = {}
    for cell, text in named:
        match = labels.like(text) or labels.like(name_in(text))
        if not match:
            continue
        rival = next((at for at, other in found.items() if other.item == match.item), None)
        if rival is not None and found[rival].strength >= match.strength:
            continue
        if rival is not None:
            del found[rival]
        found[cell.column] = match
    return found


def _named_by(titles: Iterable[str], row: HeadRow) -> float:
    """Return how much more a block is meant whose section is named above the table."""
    name = row.place.section.heading or ""
    labels = Labels([(name, spellings(name))], least=1)
    return _MEANT if name and any(labels.like(title) for title in titles) else 0


def _rows_of(block: Block) -> str:
    return block.rows or block.record or ""


@lru_cache(maxsize=256)
def _labels(rows: str, columns: tuple[Column, ...]) -> Labels[int]:
    usual = _USUAL.get(rows, {})
    return Labels(
        (
            (at, [*spellings(each.heading), *usual.get(_COMBINED.get(each.show, each.show), ())])
            for at, each in enumerate(columns)
        ),
        least=1,
    )


def two_rows_of_heads(
    upper: Sequence[CellWords], lower: Sequence[CellWords]
) -> list[CellWords] | None:
    """Return the heads of two rows as those of one; None where the second is no row of heads.

    It is where it has words only below heads over several columns. «Всего» below one is that head.
    """
    over = {at: each for each in upper for at in _reach(each.cell)}
    if all(each.cell.span == 1 for each in upper):
        return None
    heads: list[CellWords] = []
    for each in lower:
        above = over.get(each.cell.column)
        if above is None or (above.cell.span == 1 and each.text):
            return None
        words = above.text if above.cell.span == 1 else _of_both(above.text, each.text)
        heads.append(CellWords(each.cell, words))
    return heads if any(each.text for each in lower) else None


def _of_both(upper: str, lower: str) -> str:
    if not lower or fold(lower) in ("всего", "итого"):
        return upper
    return f"{upper}, {lower}" if upper else lower


def _reach(cell: Cell) -> range:
    return range(cell.column, cell.column + cell.span)
