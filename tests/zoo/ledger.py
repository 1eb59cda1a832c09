"""Drawing the rows of a form: heads, numbers, merged cells, totals."""

from __future__ import annotations

from collections.abc import Sequence

from passportkit.forms.model import Block, Column
from tests.zoo.answers import Answers, Values
from tests.zoo.lettering import Lettering, numbered
from tests.zoo.manner import Manner
from tests.zoo.sheet import cell, paragraph, row, table, words


class Ledger:
    """Draws blocks that have rows. What it draws otherwise than as rows changes the `values`."""

    def __init__(self, answers: Answers, manner: Manner, lettering: Lettering) -> None:
        self._form = answers.form
        self.values: Values = dict(answers.values)
        self._manner = manner
        self._lettering = lettering

    def table(self, block: Block) -> str:
        """Return a block as a table of its own, or whatever stands in its place."""
        if self._manner.rows == "text":
            return self._prose(block)
        if block.record and self._manner.record == "down":
            return self._record(block)
        columns = len(block.columns or ()) + 1
        rows = self.rows(block, columns)
        if not self._manner.cut:
            return table(rows, columns) + self._total_below(block)
        middle = len(rows) // 2 + 1
        again = [rows[0]] if self._manner.cut == "headed" else []
        said = "Продолжение таблицы" if self._manner.cut == "announced" else ""
        first, second = rows[:middle], again + rows[middle:]
        return table(first, columns) + paragraph(words(said)) + table(second, columns)

    def rows(self, block: Block, width: int) -> list[str]:
        """Return the rows of a block, with their head and their total, in so many columns."""
        columns = list(block.columns or ())
        if self._manner.swapped:
            columns.reverse()
        heads = [self._manner.label(column.heading) for column in columns]
        heads += ["Примечание"] * self._manner.extra
        number_head = self._number_head(block)
        heads = [number_head] * bool(number_head) + heads
        spans = _spans(width, len(heads))
        rows = self._heads(heads, spans)
        for at in range(len(self._rows(block))):
            cells = self._cells(block, columns, at) + [(paragraph(""), "")] * self._manner.extra
            if number_head:
                cells.insert(0, (self._number(at), ""))
            placed = zip(cells, spans, strict=True)
            rows.append(row(cell(text, span=span, merge=m) for (text, m), span in placed))
        blank = row(cell(paragraph(""), span=span) for span in spans)
        return rows + [blank] * self._manner.blank_rows + self._total(block, spans)

    def _rows(self, block: Block) -> list[dict[str, str]]:
        said = self.values[block.key]
        assert isinstance(said, list)
        return said

    def _number_head(self, block: Block) -> str:
        if self._manner.number_head is not None:
            return self._manner.number_head
        has_number = self._form.row_style(block) != "none" and block.record is None
        return block.number_heading if has_number else ""

    def _number(self, at: int) -> str:
        if self._manner.rows_number != "auto":
            return paragraph(words(self._manner.rows_number.format(at + 1)))
        if at == 0:
            self._list = self._lettering.sheet.list_(marker="%1.")
        return numbered("", self._list)

    def _heads(self, heads: list[str], spans: list[int]) -> list[str]:
        repeats = self._manner.head == "repeated"
        head = row(_line(heads, spans, "<w:b/>"), repeats=repeats)
        match self._manner.head:
            case "none":
                return []
            case "double":
                return [head, row(_line([str(at + 1) for at in range(len(heads))], spans))]
            case _:
                return [head]

    def _cells(self, block: Block, columns: list[Column], at: int) -> list[tuple[str, str]]:
        """Return the words of a row, and which cells are merged with others."""
        said = self._rows(block)
        merges = [self._merge(said, at, column) for column in columns]
        texts = [
            "" if m == "continue" else said[at][c.key] for c, m in zip(columns, merges, strict=True)
        ]
        return list(zip(map(self._lettering.text, texts), merges, strict=True))

    def _merge(self, said: list[dict[str, str]], at: int, column: Column) -> str:
        merges = self._manner.merge and (column.merge or self._manner.merge_all)
        text = said[at][column.key]
        if not merges or not text:
            return ""
        if at and said[at - 1][column.key] == text:
            return "continue"
        return "restart" if at + 1 < len(said) and said[at + 1][column.key] == text else ""

    def _total(self, block: Block, spans: list[int]) -> list[str]:
        if not block.total:
            return []
        label, text = block.total.label, str(self.values[block.total.key])
        wide, first = sum(spans), sum(spans[:2])
        match self._manner.total:
            case "merged":
                return [row(_line([f"{label}{' ' * 80}{text}"], [wide]))]
            case "apart":
                texts = ["", label, text, ""][-len(spans) :]
                return [row(_line(texts, spans))]
            case "sums":
                return [row(_line([label, text, ""], [first, *spans[2:]]))]
            case "other":
                return [row(_line(["Всего:", text], [first, wide - first]))]
            case _:
                return []

    def _total_below(self, block: Block) -> str:
        if not block.total or self._manner.total != "below":
            return ""
        return paragraph(words(f"{block.total.label} {self.values[block.total.key]}"))

    def _prose(self, block: Block) -> str:
        """Return what should be rows as a text: the first words of each row, line by line."""
        keys = [column.key for column in block.columns or ()]
        text = "\n".join(each[keys[0]] for each in self._rows(block))
        self.values[block.key] = [dict.fromkeys(keys, "") | {keys[0]: text}]
        if block.total:
            self.values[block.total.key] = ""
        return self._lettering.text(text)

    def _record(self, block: Block) -> str:
        [said] = self._rows(block)
        pairs = [(column.heading, said[column.key]) for column in block.columns or ()]
        return table(
            [row([cell(paragraph(words(a))), cell(self._lettering.text(b))]) for a, b in pairs], 2
        )


def _line(texts: Sequence[str], spans: Sequence[int], look: str = "") -> list[str]:
    """Return cells with words of the form."""
    placed = zip(texts, spans, strict=True)
    return [cell(paragraph(words(text, look)), span=span) for text, span in placed]


def _spans(width: int, cells: int) -> list[int]:
    """Return how many columns each cell takes, the last one the rest."""
    each = width // cells
    return [*[each] * (cells - 1), width - each * (cells - 1)]
