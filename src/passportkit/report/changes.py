"""What a document changes in a practice, field by field, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from passportkit.controls import visible
from passportkit.language import Translator, say
from passportkit.merge import Conflict
from passportkit.merge.step import MergeNote
from passportkit.report.columns import filled
from passportkit.report.contrast import contrast

if TYPE_CHECKING:
    from rich.text import Text

_KINDS = {
    "changed": say("changed"),
    "added": say("added"),
    "removed": say("removed"),
    "moved": say("moved"),
}


def changes(
    notes: Sequence[MergeNote],
    translate: Translator,
    width: int,
    *,
    coloured: bool,
    diff: bool = False,
) -> Iterator[str | Text]:
    """Yield where something changes; of a conflict, and with `diff` of all, also both texts.

    `-` is the practice, `+` the document.
    """
    for note in notes:
        what = _TAKEN[note.cause, note.taken] if isinstance(note, Conflict) else _KINDS[note.kind]
        line = say("{place}: {what}", place=note.label.place(note.row), what=what)
        yield filled(visible(translate(line)), width, "    ", "") + "\n"
        if texts := _texts(note, diff=diff):
            for each in contrast(*texts, width):
                yield each.coloured() if coloured else each.plain + "\n"


def _texts(note: MergeNote, *, diff: bool) -> tuple[str, str] | None:
    if isinstance(note, Conflict):
        return note.mine, note.theirs
    return (note.before, note.after) if diff and note.before != note.after else None


_TAKEN = {
    ("both", None): say("changed on both sides"),
    ("both", "ours"): say("changed on both sides, the practice holds"),
    ("both", "theirs"): say("changed on both sides, the document holds"),
    ("order", None): say("the order of the rows has changed on both sides"),
    ("order", "ours"): say("the order of the rows has changed on both sides, the practice holds"),
    ("order", "theirs"): say("the order of the rows has changed on both sides, the document holds"),
    ("together", None): say(
        "its fields cannot be told apart here, so decide about all of them together"
    ),
    ("another", None): say(
        "changed on both sides, and in the practice it may be another item of the list by now"
    ),
    ("another", "ours"): say("changed on both sides, the practice holds"),
    ("another", "theirs"): say(
        "changed on both sides, the document holds, although it may be another item by now"
    ),
    ("unsayable", None): say("changed on both sides, and the practice cannot say it like that"),
    ("unsayable", "ours"): say("changed on both sides, the practice holds"),
    ("unknown", "ours"): say("the document says otherwise, the practice holds"),
    ("gone", None): say("the document has nothing left of it"),
    ("gone", "ours"): say("the document has nothing left of it, the practice holds"),
}
