"""What the rows around a line to sign on tell, in a document of this program.

Nothing here moves or takes anything in: where one is, is handed in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from passportkit.forms.model import Approval, SignedPlace
from passportkit.intake.cells import CellWords
from passportkit.intake.directions import (
    BeginUnit,
    Go,
    Leave,
    Open,
    PassOver,
    RowDirection,
)
from passportkit.intake.folding import fold, without
from passportkit.intake.landmarks import Landmarks, SignatureMark
from passportkit.intake.position import Position, Surroundings
from passportkit.intake.signature_lines import (
    is_blank_date,
    is_line,
    present_mark,
    turned_marks,
)
from passportkit.intake.totals import label_end
from passportkit.intake.typed_words import added_words
from passportkit.paper import Paragraph
from passportkit.paper.styles import (
    SIGNATURE,
    SIGNATURE_LINE,
    SIGNATURE_NOTE,
    SIGNED_DATE,
    SIGNED_NAME,
    SIGNED_POSITION,
)
from passportkit.suggestion import nearest

CellKind = SignedPlace | Literal["words", "line"]
"""What a cell is: a place of the signature, words of the form, or the line."""

_KINDS: dict[str, CellKind] = {
    SIGNATURE: "words",
    SIGNATURE_LINE: "line",
    SIGNATURE_NOTE: "words",
    SIGNED_DATE: "date",
    SIGNED_NAME: "name",
    SIGNED_POSITION: "position",
}

_BESIDE_LINE: tuple[CellKind, ...] = ("position", "line", "name")
"""What the cells are of the row that has the line."""

_BESIDE_SEAL = 2
"""How many cells the other rows have in which facts stand."""

_NEARLY = 0.8
"""How much of two labels has to be the same for one to be the other with a slip in it."""


def kinds_by_style(entries: Sequence[CellWords], marks: Landmarks) -> Sequence[CellKind]:
    """Return what the cells of a row are by their styles; nothing if it is of no signature."""
    known = [_KINDS.get(_style_of(entry)) for entry in entries]
    if not any(known):
        return ()
    has_line = "line" in known and len(entries) == len(_BESIDE_LINE)
    others: Sequence[CellKind] = ["words"] * len(entries)
    if has_line:
        others = _beside_line(entries, marks)
    return [kind or other for kind, other in zip(known, others, strict=True)]


def kinds_by_words(
    entries: Sequence[CellWords], marks: Landmarks, at: Position
) -> Sequence[CellKind]:
    """Return what the cells of a row are by their words; nothing if it is of no signature."""
    texts = [entry.text for entry in entries]
    if not marks.signatures or not any(texts):
        return ()
    if len(texts) == len(_BESIDE_LINE) and is_line(texts[1]):
        return _beside_line(entries, marks)
    if all(fold(text) in marks.signature_words for text in texts if text):
        return ["words"] * len(texts)
    mark = present_mark(marks, at)
    if mark is None or len(texts) != _BESIDE_SEAL:
        return ()
    return ["words", "position" if mark.headings.get("position") is at.heading else "date"]


def _beside_line(entries: Sequence[CellWords], marks: Landmarks) -> list[CellKind]:
    is_label = fold(entries[0].text) in marks.signature_words
    return ["words" if is_label else "position", *_BESIDE_LINE[1:]]


def steps_of(
    kinds: Sequence[CellKind], entries: Sequence[CellWords], marks: Landmarks, at: Position
) -> Iterator[RowDirection]:
    """Yield what a row of a signature tells: its places are there, be they without words."""
    mark = _mark_of(kinds, entries, marks, at)
    headings = mark.headings if mark else {}
    if mark is not present_mark(marks, at) or "line" in kinds:
        yield from map(Open, reversed(headings.values()))
    for kind, entry in zip(kinds, entries, strict=True):
        if heading := headings.get(kind):
            yield from (Open(heading), Go(entry, Surroundings.WITHIN, is_met=True))
        elif entry.text:
            yield from _own_words(entry.text, mark, marks)


def _mark_of(
    kinds: Sequence[CellKind], entries: Sequence[CellWords], marks: Landmarks, at: Position
) -> SignatureMark | None:
    """Return the signature that a row is of: the present one, or the next that is signed so."""
    present = present_mark(marks, at)
    label = next(
        (
            each.text
            for kind, each in zip(kinds, entries, strict=True)
            if kind == "words" and each.text
        ),
        "",
    )
    has_line = "line" in kinds or "name" in kinds
    marks_ahead = turned_marks(marks, at)
    same = (each for each in marks_ahead if fold(label) in map(fold, each.labels))
    if label and (found := next(same, None)):
        return found
    if not has_line or (present and isinstance(present.signature, Approval) and not label):
        return present
    wanted = "position" in kinds or not label
    alike = (each for each in marks_ahead if (each.signature.label is None) == wanted)
    return next(alike, None) or next(iter(marks_ahead), None)


def _own_words(text: str, mark: SignatureMark | None, marks: Landmarks) -> Iterator[RowDirection]:
    """Yield what words of the form tell; what somebody has added to them is left."""
    if is_line(text) or is_blank_date(text):
        yield PassOver(text, "blank")
        return
    if fold(text) in marks.signature_words:
        yield PassOver(text, "label")
        return
    added = _added(text, mark.labels if mark else ())
    yield PassOver(without(text, added), "label")
    if added:
        yield from (BeginUnit(), Leave(added))


def _added(text: str, labels: Sequence[str]) -> str:
    """Return what words say beyond a label that they begin with, or nearly are."""
    end = max((label_end(text, label) for label in labels), default=0)
    if end:
        return text[end:].strip()
    near = nearest(text, labels, likeness=_NEARLY)
    return added_words(text, near) if near else text


def _style_of(entry: CellWords) -> str:
    first = next(iter(entry.cell.blocks), None)
    return first.style if isinstance(first, Paragraph) else ""
