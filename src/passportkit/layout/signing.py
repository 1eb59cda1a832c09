"""Lines to sign on, laid out: the position, the line and the name, beside one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from passportkit.forms.model import DATE_LINE, Approval, Signature, SignedPlace
from passportkit.layout.design import DesignCell, DesignLine, DesignRow, DesignTable
from passportkit.layout.measures import PADDING, shared
from passportkit.paper import styles
from passportkit.paper.model import PageSetup

_SIGNED = 45, 25, 30
_APPROVED = 40, 25, 35
"""Percent of the width that the position, the line and the name have."""

_UNDERSCORE = 0.6
"""How wide an underscore is at most, in sizes of its font."""


def signatures_table(signatures: Iterable[Signature], width: int, page: PageSetup) -> DesignTable:
    """Return lines to sign on, one below the other."""
    widths = shared(_SIGNED, width)
    rows = (row for each in signatures for row in _signed(each, _lines(widths, page)))
    return DesignTable(widths, tuple(rows), is_bare=True)


def approval_table(approval: Approval, width: int, page: PageSetup) -> DesignTable:
    """Return the approval of a form: its right half, the left one being empty."""
    widths = shared(_APPROVED, width)
    heading = DesignLine(styles.SIGNATURE, approval.heading)
    rows = (
        _beside(heading),
        _beside(_position(approval)),
        *_below_position(approval, _lines(widths, page), _EMPTY),
    )
    return DesignTable(widths, rows, is_bare=True)


_EMPTY = DesignLine(styles.SIGNATURE)


def _lines(widths: tuple[int, ...], page: PageSetup) -> tuple[DesignLine, DesignLine]:
    """Return a line to sign on, and one to write a name on."""
    _, *lines = ("_" * _fitting(width, page) for width in widths)
    line, name = (DesignLine(styles.SIGNATURE_LINE, words) for words in lines)
    return line, name


def _fitting(width: int, page: PageSetup) -> int:
    """Return how many underscores stand on one line of a cell."""
    return max(_LEAST, int((width - 2 * PADDING) / (20 * _UNDERSCORE * page.size)))


_LEAST = 3
"""Fewer underscores are no line to write on."""


def _signed(signature: Signature, lines: tuple[DesignLine, DesignLine]) -> Iterator[DesignRow]:
    yield from _below_position(signature, lines, _position(signature))


def _below_position(
    signature: Signature, lines: tuple[DesignLine, DesignLine], first: DesignLine
) -> Iterator[DesignRow]:
    """Yield the row with the line, what stands below it, and the place of the seal and the day."""
    line, line_for_name = lines
    name = _shown(signature, "name", styles.SIGNED_NAME) or line_for_name
    below = (*_notes(signature), *_seal_and_date(signature))
    yield DesignRow((_cell(first), _cell(line), _cell(name)), keeps_with_next=bool(below))
    yield from below


def _notes(signature: Signature) -> Iterator[DesignRow]:
    if signature.notes:
        notes = (DesignLine(styles.SIGNATURE_NOTE, words or None) for words in signature.notes)
        yield DesignRow(tuple(map(_cell, notes)))


def _seal_and_date(signature: Signature) -> Iterator[DesignRow]:
    date = _shown(signature, "date", styles.SIGNED_DATE)
    if date is None and signature.date:
        date = DesignLine(styles.SIGNATURE, DATE_LINE)
    if date or signature.seal:
        seal = DesignLine(styles.SIGNATURE, signature.seal)
        yield DesignRow((_cell(seal), DesignCell((date or _EMPTY,), span=2)))


def _position(signature: Signature) -> DesignLine:
    fact = _shown(signature, "position", styles.SIGNED_POSITION)
    return fact or DesignLine(styles.SIGNATURE, signature.label)


def _shown(signature: Signature, place: SignedPlace, style: str) -> DesignLine | None:
    part = signature.places.get(place)
    return DesignLine(style, key=part.key) if part else None


def _beside(line: DesignLine) -> DesignRow:
    """Return a row that has a line of its right half only."""
    return DesignRow((_cell(_EMPTY), DesignCell((line,), span=2)), keeps_with_next=True)


def _cell(line: DesignLine) -> DesignCell:
    return DesignCell((line,))
