"""`passport import --into`: what was corrected in Word goes back into the practice."""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from passportkit.cli import unplaced
from passportkit.cli.commands.correction import (
    Correction,
    document,
    practice_path,
    refuse_another,
    refuse_doubtful,
    refuse_unsound,
)
from passportkit.cli.commands.draft import load_practice
from passportkit.cli.exit import ERRORS, FINE
from passportkit.cli.papers import Choice, Received, forms_of, receive
from passportkit.cli.place import catalogue_of
from passportkit.cli.terminal import changes
from passportkit.cli.terminal.layout import filled
from passportkit.cli.terminal.outcome_words import MOST, first, leftovers, passed_over, sureness
from passportkit.cli.terminal.streams import Terminal
from passportkit.errors import CannotGoOn
from passportkit.forms.slots import slots_of
from passportkit.intake import Left
from passportkit.language import Message, say, say_n
from passportkit.merge import Merge, merge
from passportkit.workspace.files import replace, shown
from passportkit.workspace.find import FoundFile, find, looks_like_document
from passportkit.workspace.workspace import Workspaces


@dataclass(frozen=True, slots=True)
class _Brought:
    """What has come of it: the practice's new text, and the words that have found no field."""

    path: Path
    received: Received
    merged: Merge
    left: tuple[Left, ...]
    text: str
    is_changed: bool

    @property
    def is_open(self) -> bool:
        """Whether both sides have changed something, and nobody has said which holds."""
        return any(conflict.taken is None for conflict in self.merged.conflicts)


def bring_into(
    terminal: Terminal, names: Sequence[str], wanted: Correction, *, writes_elsewhere: bool = False
) -> int:
    """Bring a document into a practice, say what has changed, and return the exit code."""
    if writes_elsewhere:
        raise CannotGoOn(say("`--into` changes the practice itself: leave out `-o` and `--force`"))
    path = practice_path(wanted)
    workspaces = Workspaces()
    found = document(find(names, workspaces, looks_like_document))
    content, source = load_practice(terminal, path)
    refuse_unsound(terminal, source, path)
    choice = forms_of(catalogue_of(workspaces.of(path.parent)), wanted.form)
    received = _received(found, choice)
    refuse_doubtful(received)
    if not (wanted.diff or wanted.theirs):
        refuse_another(received, source)
    merged = merge(source.text, received.form, received.reading.values, received.base, wanted.take)
    left = tuple(_left(received, merged))
    items = [unplaced.item(each, found.name, terminal.translate) for each in left]
    text = unplaced.added(merged.text, items)
    brought = _Brought(path, received, merged, left, text, text != source.text)
    if brought.is_changed and not wanted.diff:
        bom = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
        replace(path, bom + text.encode())
    _tell(terminal, brought, diff=wanted.diff)
    return ERRORS if left or merged.left or brought.is_open else FINE


def _received(document: FoundFile, choice: Choice) -> Received:
    try:
        return receive(document, choice)
    except CannotGoOn as error:
        if document.path is None:
            raise
        raise CannotGoOn(say("`{path}`: {why}", path=document.name, why=error.message)) from error


def _left(received: Received, merged: Merge) -> Iterator[Left]:
    """Yield the words without a field, unless the author has placed them since."""
    yield from unplaced.still(received.reading.left, merged.text)
    for other in merged.left:
        if other.words:
            place = changes.place(other.label, other.row)
            yield Left(say("{place} ({why})", place=place, why=other.reason), other.words)


def _not_emptied(merged: Merge) -> Iterator[Message]:
    """Yield what was emptied in the document and cannot be in the practice."""
    for each in merged.left:
        if not each.words:
            place = changes.place(each.label, each.row)
            yield say("{place}: empty in the document; {why}", place=place, why=each.reason)


# --- words --------------------------------------------------------------------------------


def _tell(terminal: Terminal, brought: _Brought, *, diff: bool) -> None:
    translate, width = terminal.translate, terminal.width
    merged = brought.merged

    def tell(message: Message, indent: str = "", first: str = "") -> None:
        terminal.print(filled(translate(message), width, indent, first))

    tell(sureness(brought.received))
    if merged.is_blind and merged.changes:
        tell(_BLIND)
    order = {slot.key: index for index, slot in enumerate(slots_of(brought.received.form))}
    notes: list[changes.MergeNote] = [*merged.changes, *merged.conflicts]
    notes.sort(key=lambda note: order[note.label.key])
    changes.show(terminal, notes, diff=diff)
    if brought.is_open:
        tell(_RESOLVE)
    if brought.left:
        tell(say("these words have found no field; they wait under `unplaced`:"))
    for each in leftovers(brought.left):
        tell(each, "    ", "  ")
    for each in first(tuple(_not_emptied(merged)), MOST):
        tell(each, "    ", "  ! ")
    for each in passed_over(brought.received):
        tell(each)
    tell(_result(brought, diff=diff))


_BLIND = say(
    "the document does not say what it was made of, so it cannot be seen whether the practice has "
    "changed in the same places"
)
_RESOLVE = say(
    "changed on both sides, so the practice stays as it is there: `--theirs` takes the words of "
    "the document, `--ours` leaves those of the practice"
)


def _result(brought: _Brought, *, diff: bool) -> Message:
    path, merged = shown(brought.path), brought.merged
    if not brought.is_changed and brought.is_open:
        return say("`{path}` stays as it is", path=path)
    if not brought.is_changed:
        return say("nothing to change in `{path}`", path=path)
    if diff:
        return say("`{path}` is as it was; without `--diff` it is changed", path=path)
    n = len(merged.changes) + sum(each.taken == "theirs" for each in merged.conflicts)
    if not n:
        return say("nothing but `unplaced` is changed in `{path}`", path=path)
    return say_n("`{path}`: {n} change is made", "`{path}`: {n} changes are made", n, path=path)
