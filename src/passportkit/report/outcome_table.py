"""What became of the documents of a call, in a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from passportkit.controls import visible
from passportkit.engine.account import FATES
from passportkit.files.paths import shown
from passportkit.language import Message, Translator, listed, mark, say, say_n
from passportkit.report.beside import counts, first
from passportkit.report.columns import filled
from passportkit.report.outcomes import Outcome

_HEADS = (
    mark("Document"),
    mark("form"),
    mark("recognised"),
    mark("placed"),
    mark("left"),
    mark("of form"),
    mark("beside"),
)
_SURELY = mark("surely")
_NONE = "–"
_FEW = 3
"""How many remarks on each document are shown."""


class OutcomeRow(NamedTuple):
    """What is kept of a document until all of them can be shown: no word of its own."""

    cells: list[str]
    code: int
    path: Path | None
    remarks: tuple[Message, ...]
    has_left: bool


def row_of(outcome: Outcome, translate: Translator) -> OutcomeRow:
    """Return the row for what became of a document."""
    beside = () if outcome.imported is None else counts(outcome.imported.received)
    remarks = (*first(outcome.remarks, _FEW), *beside)
    has_left = bool(outcome.imported and outcome.imported.left)
    return OutcomeRow(_cells(outcome, translate), outcome.code, outcome.path, remarks, has_left)


def table(rows: Sequence[OutcomeRow], translate: Translator, width: int) -> Iterator[str]:
    """Yield for each document its row, and below it the file, or why there is none."""
    heads = [translate(head) for head in _HEADS]
    columns = zip(heads, *[row.cells for row in rows], strict=True)
    widths = [max(map(len, column)) for column in columns]
    is_wide = sum(widths) + 2 * (len(widths) - 1) <= width
    if is_wide:
        yield _line(heads, widths)
    for row in rows:
        yield _line(row.cells, widths) if is_wide else _stacked(heads, row.cells, width)
        if row.path:
            yield f"  → {shown(row.path)}"
        for remark in row.remarks:
            yield filled(visible(translate(remark)), width, "    ", "  ! ")


def _cells(outcome: Outcome, translate: Translator) -> list[str]:
    name, imported = visible(outcome.name), outcome.imported
    account = outcome.account
    if imported is None or account is None:
        return [name, *[_NONE] * (len(_HEADS) - 1)]
    found = imported.received.recognised
    counts = [account.words(fate) for fate in FATES]
    sure = translate(_SURELY) if found.is_stamped else f"{found.found}/{found.expected}"
    return [name, found.form.name, sure, *map(str, counts)]


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    """Return a row of the table; the numbers stand right."""
    texts = [cell.ljust(width) for cell, width in zip(cells[:2], widths[:2], strict=True)]
    numbers = [cell.rjust(width) for cell, width in zip(cells[2:], widths[2:], strict=True)]
    return "  ".join([*texts, *numbers])


def _stacked(heads: Sequence[str], row: Sequence[str], width: int) -> str:
    """Return a row that is too wide for the table: the name, and below it what belongs to it."""
    name, form, *numbers = row
    if form == _NONE:
        return name
    told = ", ".join(f"{head} {number}" for head, number in zip(heads[2:], numbers, strict=True))
    return "\n".join([name, filled(f"{form}: {told}", width, "    ", "  ")])


def tally(codes: Sequence[int]) -> Message:
    """Return how many documents came in wholly, how many with something left, how many not."""
    whole, partly = (sum(code == each for code in codes) for each in (0, 1))
    refused = len(codes) - whole - partly
    told = [
        say_n("{n} whole", "{n} whole", whole) if whole else None,
        say_n("{n} with remarks", "{n} with remarks", partly) if partly else None,
        say_n("{n} refused", "{n} refused", refused) if refused else None,
    ]
    return say(
        "{documents}: {counts}",
        documents=say_n("{n} document", "{n} documents", len(codes)),
        counts=listed([each for each in told if each]),
    )
