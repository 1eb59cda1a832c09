"""What comes of a merge: the new text, and what was done to each field, and what was not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from passportkit.language import Message

Side = Literal["ours", "theirs"]
"""Whose words hold: those of the file, or those of the document."""

ChangeKind = Literal["changed", "added", "removed", "moved"]


class PlaceLabel(NamedTuple):
    """Where something stands in a form, in the words of the form; what it lacks is empty."""

    key: str
    number: str
    heading: str
    part: str = ""
    column: str = ""


class Change(NamedTuple):
    """Something that the document says otherwise, and that the file says now as it does.

    `route` is the place in the file as it was; of a new row, that of the list. Of a whole row the
    texts of its cells stand in `before` and `after`, a line each. `row` counts from 1: of what was
    removed in the file, of all else in the document. What has moved is the same before and after.
    """

    label: PlaceLabel
    kind: ChangeKind
    before: str
    after: str
    row: int | None = None
    route: tuple[str | int, ...] = ()


class Conflict(NamedTuple):
    """Something that has changed in the file and in the document, and not alike.

    A side that has removed a row is empty. `taken` says whose words stand in the file for it;
    None that nobody has decided, and those of the file stay.
    """

    label: PlaceLabel
    mine: str
    theirs: str
    row: int | None = None
    taken: Side | None = None


class Unmerged(NamedTuple):
    """Words of the document that could not be brought into the file, and why."""

    label: PlaceLabel
    words: str
    reason: Message
    row: int | None = None


@dataclass(frozen=True, slots=True)
class Merge:
    """A file that was merged with a document, and what was done.

    `is_blind` says that the document does not tell what it was made of: whatever it says
    otherwise counts as changed in the document, and conflicts could not be seen.
    """

    text: str
    changes: tuple[Change, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    left: tuple[Unmerged, ...] = ()
    is_blind: bool = False
