"""What comes of a merge: the edit, and what was done to each field, and what was not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from passportkit.edits import Edit
from passportkit.forms.place_words import PlaceLabel
from passportkit.language import Message
from passportkit.source import Source

Side = Literal["ours", "theirs"]
"""Whose words hold: those of the file, or those of the document."""

Cause = Literal["both", "gone", "order", "together", "unknown", "unsayable", "another"]
"""Why somebody decides: both sides have changed it, or the order of rows; the document has nothing
left of it; fields of one cell cannot be told apart, about which not the same was decided; nobody
knows who has changed it, and it was decided that the practice holds; both sides have changed it,
and no fields of the practice would show the document's words there; both sides have, and what the
document shows there may be another item of a list."""

ChangeKind = Literal["changed", "added", "removed", "moved"]


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
    """Something that is not changed in the file before somebody decides it.

    `cause` says why. A side that has removed a row is empty. `taken` says whose words stand in the
    file for it; None that nobody has decided, and those of the file stay. `route` is its place in
    the file; of a row that only the document has, the list and `+` with the number there.
    """

    label: PlaceLabel
    mine: str
    theirs: str
    row: int | None = None
    taken: Side | None = None
    route: tuple[str | int, ...] = ()
    cause: Cause = "both"


class Unmerged(NamedTuple):
    """Words of the document that could not be brought into the file, and why."""

    label: PlaceLabel
    words: str
    reason: Message
    row: int | None = None


@dataclass(frozen=True, slots=True)
class Merge:
    """A file that was merged with a document, and what was done.

    `edit` makes `source` of the file as it was. `is_blind` says that the document does not tell
    what it was made of: whatever it says otherwise counts as changed in the document, and
    conflicts could not be seen.
    """

    source: Source
    edit: Edit
    changes: tuple[Change, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    left: tuple[Unmerged, ...] = ()
    is_blind: bool = False

    @property
    def text(self) -> str:
        """The text of the file afterwards."""
        return self.source.text
