"""What the rows of a table are signs of, in a document of this program.

Nothing here moves or takes anything in: where one is, is handed in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from passportkit.forms.further_places import further_places
from passportkit.forms.model import Total
from passportkit.intake.answer_rows import AnswerRows
from passportkit.intake.cells import CellWords, entries_of
from passportkit.intake.directions import (
    Band,
    Begin,
    BeginUnit,
    Enter,
    Go,
    Leave,
    LeaveCells,
    LeaveRow,
    LoseTable,
    Open,
    PassHeads,
    PassOver,
    RowDirection,
    TakeRow,
    TakeTotal,
    UnreadRow,
)
from passportkit.intake.folding import fold, without
from passportkit.intake.grid import ColumnMap, end_of, in_order
from passportkit.intake.head_words import names_payer
from passportkit.intake.own_signatures import steps_of
from passportkit.intake.own_signs import OwnSigns, columns_of
from passportkit.intake.position import Position, Surroundings
from passportkit.intake.row_shapes import numbers_columns
from passportkit.intake.table_walk import TableState
from passportkit.intake.totals import (
    TotalText,
    behind_label,
    behind_total,
    reworded_total,
    stands_whole,
)
from passportkit.paper import Row, Table
from passportkit.paper.model import texts_of
from passportkit.paper.styles import (
    FIXED_WORDS,
    FIXED_WORDS_IN_BOLD,
    GROUP,
    NORMAL,
    NOTE,
    TABLE_HEAD,
    TOTAL,
)

FIXED = (FIXED_WORDS, FIXED_WORDS_IN_BOLD)
"""The styles of words of the form that stand in a row of their own."""

Steps = Sequence[RowDirection | UnreadRow]


class OwnTableSigns:
    """What rows are signs of in a form, by their styles.

    `keeps_blank`: a row that has only its number is a row; but not in a blank form.
    """

    is_ours = True

    def __init__(self, signs: OwnSigns, *, keeps_blank: bool) -> None:
        self.signs = signs
        self.keeps_blank = keeps_blank

    def rows(self, table: Table, _at: Position) -> Sequence[Sequence[CellWords]]:
        """Return the cells of the rows of a table as they are."""
        return [entries_of(row) for row in table.rows]

    def added(self, table: Table) -> Mapping[int, str]:
        """Return the heads of columns beside those of a form that is one table.

        Such a head is what stands highest in its column: a group may stand above the heads.
        """
        grid = self.signs.marks.form.grid
        wider = [row for row in table.rows if grid and len(row.cells) > len(grid.columns)]
        if not grid or not wider:
            return {}
        added = next(filter(None, (_beside(grid.columns, row) for row in wider)), ())
        below = (entry for row in reversed(table.rows) for entry in entries_of(row))
        texts = {entry.cell.column: entry.text for entry in below if entry.text}
        return {column: texts.get(column, "") for column in added}

    def of_row(self, entries: Sequence[CellWords], table: TableState, at: Position) -> Steps:
        """Return what a row, one that has cells, tells to do."""
        added = [each for each in entries if each.cell.column in table.added]
        if not added:
            return self._of_form(entries, table, at)
        known = [each for each in entries if each not in added]
        heads = [each for each in added if each.text == table.added[each.cell.column]]
        return [
            *(self._of_form(known, table, at) if known else ()),
            *(PassOver(each.text, "head") for each in heads),
            LeaveCells([each for each in added if each.text and each not in heads]),
        ]

    def _of_form(self, entries: Sequence[CellWords], table: TableState, at: Position) -> Steps:
        """Return what the cells of a row tell that are in columns of the form."""
        if signed := self._signed(entries, table, at):
            return signed
        style = self.signs.row_style(entries, at, table.rows)
        if style == TABLE_HEAD:
            return self._head(entries, table, at)
        if style == GROUP:
            return self._group(entries, at)
        if style in FIXED and (kind := self.signs.furniture(entries[0].text, style)):
            return [PassOver(entries[0].text, kind), *_left(entries[1:])]
        if table.is_lost:
            return self._lost(entries, table, at)
        if table.rows is None:
            return self._outside(entries, table, at)
        if style == TOTAL:
            return self._total(entries, table.rows.grid)
        if table.after_head and style == NORMAL and numbers_columns(entries):
            return [PassHeads(entries)]
        if style == NORMAL and self.signs.heads_another(entries, table.rows.grid, at):
            return [LoseTable(), *_left_whole(entries)]
        return self._beyond(entries, table.rows.grid) or self._data(entries, table.rows)

    def _signed(self, entries: Sequence[CellWords], table: TableState, at: Position) -> Steps:
        """Return what a row of a signature tells, or one that has signatures in its only cell."""
        if table.rows or not self.signs.marks.signatures:
            return ()
        first = entries[0].cell.blocks
        if len(entries) == 1 and first and isinstance(first[0], Table):
            return [Go(entries[0], Surroundings.WITHIN, is_met=True)]
        kinds = self.signs.signature_kinds(entries, at)
        return [*steps_of(kinds, entries, self.signs.marks, at)] if kinds else ()

    def _beyond(self, entries: Sequence[CellWords], grid: ColumnMap) -> Steps:
        """Return what a row tells that somebody has added: the form has no place for what it says.

        A row of ours has its number, and no cell over several columns.
        """
        form, first = self.signs.marks.form, entries[0]
        further = further_places(form).get(grid.block.key)
        if further is None or form.row_style(grid.block) == "none":
            return ()
        if further.source and len(entries) == 1 and names_payer(first.text):
            return [Band(first)]
        filled = [entry for entry in entries if entry.text]
        is_total = bool(filled) and behind_total(filled[0].text, "") is not None
        if further.total is None or not is_total or (first.text and first.is_number):
            return ()
        return self._taken_total(filled, grid, further.total)

    def _total(self, entries: Sequence[CellWords], grid: ColumnMap) -> Steps:
        """Return what the row under a table tells; without a place for it, it is left.

        So is what stands in it below the head of a column that the form does not have.
        """
        total = grid.block.total
        return self._taken_total(entries, grid, total) if total else _left_whole(entries)

    def _taken_total(self, entries: Sequence[CellWords], grid: ColumnMap, total: Total) -> Steps:
        first = entries[0].text
        strange = [each for each in entries[1:] if each.text and each.cell.column in grid.others]
        beside = [each.text for each in entries[1:] if each.text and each not in strange]
        found = self._own_total(first, beside, total) or reworded_total(first, total.label)
        said = " ".join(filter(None, (found.said, *beside)))
        if found.beyond and not self.signs.was(said, total.key):
            return _left_whole(entries)
        taken = TakeTotal(total.key, said, found.label, is_reworded=found.is_reworded)
        beyond = [Leave(found.beyond)] if found.beyond else []
        return [BeginUnit(), taken, *beyond, LeaveCells(strange)]

    def _own_total(self, text: str, beside: Sequence[str], total: Total) -> TotalText | None:
        """Return what follows the very label of a total; the stamp knows what no sign parts."""
        said = behind_label(text, total.label)
        whole = " ".join(filter(None, (said, *beside)))
        if not stands_whole(text, total.label) and not self.signs.was(whole, total.key):
            return None
        return TotalText(said, without(text, said) if said != text else "")

    def _group(self, entries: Sequence[CellWords], at: Position) -> Steps:
        heading = self.signs.heading(entries[0].text, at)
        if heading is None:
            return _left_whole(entries)
        return [*self.signs.opened(heading, entries[0].text), *_left(entries[1:])]

    def _head(self, entries: Sequence[CellWords], table: TableState, at: Position) -> Steps:
        """Return what a head tells: of a grid, or of the next block with such columns.

        Below that of a table of another section, or of nothing known, no row has a place. But a
        row among answers may only look like a head.
        """
        words = [fold(entry.text) for entry in entries]
        if self.signs.is_head_of_form(words):
            return [PassOver(entry.text, "head") for entry in entries]
        if grid := self.signs.head(entries, at):
            return [Enter(grid.block), Begin(grid, entries)]
        if found := self.signs.headed(words, at):
            heading, block = found
            columns = in_order(columns_of(entries, block), block)
            return [Open(heading), Enter(block), Begin(columns, entries)]
        is_first = not (table.rows or self.signs.marks.form.grid or len(entries) < 2)
        if is_first or self.signs.is_head_elsewhere(words, at):
            return [LoseTable(), *_left_whole(entries)]
        return _left_whole(entries)

    def _data(self, entries: Sequence[CellWords], rows: AnswerRows) -> Steps:
        keep = self.keeps_blank and (
            any(entry.text for entry in entries)
            or self.signs.marks.form.row_style(rows.grid.block) == "none"
        )
        return [TakeRow(entries, keep=keep)]

    # --- a table that has no head: rows that go on, a box, or the items of a grid ---

    def _outside(self, entries: Sequence[CellWords], table: TableState, at: Position) -> Steps:
        if len(entries) == 1:
            return self._box(entries[0], at)
        number, item, *answers = entries
        first, *further = list(texts_of(item.cell.blocks)) or [""]  # a note may stand below
        target = self.signs.labelled_item(first, at)
        if target is None:
            return self._going_on(entries, table, at) or self._left(entries)
        return [
            *_left([number]),
            *self.signs.opened(target, first),
            *(step for text in further for step in self._below_item(text)),
            *(Go(entry, Surroundings.WITHIN) for entry in answers),
        ]

    def _going_on(self, entries: Sequence[CellWords], table: TableState, at: Position) -> Steps:
        """Return that a row goes on with the table before, unless it heads another one."""
        grid = _continued(entries, table, at)
        if grid and self.signs.heads_another(entries, grid, at):
            return [LoseTable(), *_left_whole(entries)]
        return [Begin(grid), UnreadRow(entries)] if grid else ()

    def _lost(self, entries: Sequence[CellWords], table: TableState, at: Position) -> Steps:
        """Return that a row below the head of another table is left, unless the stamp knows it."""
        grid = _continued(entries, table, at)
        if grid and self.signs.was_row(entries, grid):
            return [Begin(grid), UnreadRow(entries)]
        return _left_whole(entries)

    def _left(self, entries: Sequence[CellWords]) -> Steps:
        """Return that a row is left: of a form that is one table an item and its answers apart."""
        return _left(entries) if self.signs.marks.form.grid else _left_whole(entries)

    def _below_item(self, text: str) -> Steps:
        """Return what the words below an item of a grid tell: a note of the form, or a person's."""
        kind = self.signs.furniture(text, NOTE)
        return [PassOver(text, kind)] if kind else [BeginUnit(), Leave(text)]

    def _box(self, entry: CellWords, at: Position) -> Steps:
        """Return what the box around a text tells: it is of the present block, or of the next."""
        box = Go(entry, Surroundings.BOX, is_met=True)
        if not at.boxed and not (at.block and at.block.is_table):
            return [box]
        block = self.signs.next_blank(at)
        return [Enter(block), box] if block else _left_whole([entry])


def _continued(entries: Sequence[CellWords], table: TableState, at: Position) -> ColumnMap | None:
    """Return the columns of the table before, where a row goes on with it: one was cut in two."""
    before = table.before.grid if table.before else None
    if before is None or before.block is not at.block or before.end != end_of(entries):
        return None
    return before


def _beside(heads: Sequence[str], row: Row) -> Sequence[int]:
    """Return the columns that a row has beside all these heads; none if it has not all of them."""
    awaited, added = [fold(head) for head in heads], []
    for entry in entries_of(row):
        if awaited and fold(entry.text) == awaited[0]:
            del awaited[0]
        else:
            added.append(entry.cell.column)
    return () if awaited else added


def _left_whole(entries: Sequence[CellWords]) -> Steps:
    numbers, others = _without_number(entries)
    return [*numbers, LeaveRow(others)]


def _left(entries: Sequence[CellWords]) -> Steps:
    numbers, others = _without_number(entries)
    return [*numbers, LeaveCells(others)]


def _without_number(entries: Sequence[CellWords]) -> tuple[Steps, Sequence[CellWords]]:
    """Return what to do with the number of a row, and the cells beside it that have words."""
    is_numbered = bool(entries) and entries[0].is_number
    numbers = [PassOver(entries[0].text, "number")] if is_numbered else []
    return numbers, [each for each in entries[len(numbers) :] if each.text]
