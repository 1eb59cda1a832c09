"""What a document changes in a practice, field by field, in words."""

from __future__ import annotations

from collections.abc import Sequence

from passportkit.cli.terminal.contrast import contrast
from passportkit.cli.terminal.layout import filled
from passportkit.cli.terminal.outcome_words import listed, on_one_line
from passportkit.cli.terminal.streams import Terminal
from passportkit.language import Message, say
from passportkit.merge import Change, Conflict, PlaceLabel
from passportkit.report.escaping import visible

MergeNote = Change | Conflict

_LONGEST = 70
"""How many characters of a heading are shown."""

_KINDS = {
    "changed": say("changed"),
    "added": say("added"),
    "removed": say("removed"),
    "moved": say("moved"),
}


def show(terminal: Terminal, notes: Sequence[MergeNote], *, diff: bool) -> None:
    """Print where something changes; of a conflict, and with `diff` of all, also both texts.

    `-` is the practice, `+` the document.
    """
    for note in notes:
        if isinstance(note, Conflict):
            _show_place(terminal, note, _TAKEN[note.taken])
            _show_texts(terminal, note.mine, note.theirs)
        else:
            _show_place(terminal, note, _KINDS[note.kind])
            if diff and note.before != note.after:
                _show_texts(terminal, note.before, note.after)


_TAKEN = {
    None: say("changed on both sides"),
    "ours": say("changed on both sides, the practice holds"),
    "theirs": say("changed on both sides, the document holds"),
}


def _show_place(terminal: Terminal, note: MergeNote, what: Message) -> None:
    line = say("{place}: {what}", place=place(note.label, note.row), what=what)
    terminal.print(filled(visible(terminal.translate(line)), terminal.width, "    ", ""))


def _show_texts(terminal: Terminal, before: str, after: str) -> None:
    for line in contrast(before, after, terminal.width):
        terminal.show(line.coloured() if terminal.out.isatty() else line.plain + "\n")


def place(label: PlaceLabel, row: int | None) -> Message:
    """Return where something stands in a form: «18. Затраты…, row 3, “Объем затрат”»."""
    parts = [_heading(label)]
    if label.part:
        parts.append(say("“{words}”", words=_cut(label.part)))
    if row is not None:
        parts.append(say("row {row}", row=row))
    if label.column:
        parts.append(say("“{words}”", words=_cut(label.column)))
    return listed(parts)


def _heading(label: PlaceLabel) -> Message:
    words = _cut(label.heading)
    return (
        say("{number}. {words}", number=label.number, words=words)
        if label.number
        else say("“{words}”", words=words)
    )


def _cut(words: str) -> str:
    return on_one_line(words, _LONGEST).rstrip(" :.–")
