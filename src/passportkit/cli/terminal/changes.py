"""What a document changes in a practice, field by field, in words."""

from __future__ import annotations

from collections.abc import Sequence

from passportkit.cli.terminal.contrast import contrast
from passportkit.cli.terminal.layout import filled
from passportkit.cli.terminal.streams import Terminal
from passportkit.language import Message, say
from passportkit.merge import Conflict
from passportkit.merge.step import MergeNote
from passportkit.report.escaping import visible

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
    line = say("{place}: {what}", place=note.label.place(note.row), what=what)
    terminal.print(filled(visible(terminal.translate(line)), terminal.width, "    ", ""))


def _show_texts(terminal: Terminal, before: str, after: str) -> None:
    is_person = terminal.out.isatty()
    lines = contrast(before, after, terminal.width)
    terminal.show(line.coloured() if is_person else line.plain + "\n" for line in lines)
