"""`passport import --into`: what was corrected in Word goes back into the practice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from passportkit.cli.commands.correction import (
    Correction,
    document,
    practice_path,
)
from passportkit.cli.commands.here import load_practice, refuse, standard_input
from passportkit.cli.exit import ERRORS, FINE
from passportkit.cli.terminal.streams import Terminal
from passportkit.engine.correcting import Corrected, correct
from passportkit.engine.given import content_for
from passportkit.engine.importing import Choice, Received, receive
from passportkit.engine.refusals import refuse_another, refuse_doubtful, unsound
from passportkit.engine.toolkit import Toolkit
from passportkit.errors import CannotGoOn
from passportkit.language import Message, say, say_n
from passportkit.merge import Merge
from passportkit.report.changes import changes
from passportkit.report.columns import filled
from passportkit.report.outcomes import MOST, first, leftovers, passed_over, staying, sureness
from passportkit.workspace.files import replace, shown
from passportkit.workspace.find import FoundFile, find, looks_like_document
from passportkit.workspace.workspace import Workspaces


class _Brought(NamedTuple):
    """What has come of it, the file of the practice, and whether its text is another one."""

    corrected: Corrected
    path: Path
    is_changed: bool


def bring_into(
    terminal: Terminal, names: Sequence[str], wanted: Correction, *, writes_elsewhere: bool = False
) -> int:
    """Bring a document into a practice, say what has changed, and return the exit code."""
    if writes_elsewhere:
        raise CannotGoOn(say("`--into` changes the practice itself: leave out `-o` and `--force`"))
    path = practice_path(wanted)
    workspaces = Workspaces()
    file = document(find(names, workspaces, looks_like_document))
    source = load_practice(terminal, path)
    kit = Toolkit.of(workspaces.of(path.parent))
    if errors := unsound(source, kit.catalogue.vocabulary):
        refuse(terminal, source, errors)
    received = _received(file, kit.choice(wanted.form))
    refuse_doubtful(received)
    if not (wanted.diff or wanted.theirs):
        refuse_another(received, source)
    corrected = correct(source, received, wanted.take)
    after = corrected.after(file.name, terminal.translate)
    is_changed = after.text != source.text
    if is_changed and not wanted.diff:
        replace(path, after.content)
    _tell(terminal, _Brought(corrected, path, is_changed), diff=wanted.diff)
    untold = corrected.left or corrected.merged.left or received.paper.remarks
    is_whole = not (untold or corrected.is_open)
    return FINE if is_whole else ERRORS


def _received(file: FoundFile, choice: Choice) -> Received:
    try:
        return receive(*content_for(file, standard_input()), choice)
    except CannotGoOn as error:
        if file.path is None:
            raise
        raise CannotGoOn(say("`{path}`: {why}", path=file.name, why=error.message)) from error


def _not_emptied(merged: Merge) -> Iterator[Message]:
    """Yield what was emptied in the document and cannot be in the practice."""
    for each in merged.left:
        if not each.words:
            place = each.label.place(each.row)
            yield say("{place}: empty in the document; {why}", place=place, why=each.reason)


# --- words --------------------------------------------------------------------------------


def _tell(terminal: Terminal, result: _Brought, *, diff: bool) -> None:
    translate, width = terminal.translate, terminal.width
    corrected, merged = result.corrected, result.corrected.merged

    def tell(message: Message, indent: str = "", first: str = "") -> None:
        terminal.print(filled(translate(message), width, indent, first))

    tell(sureness(corrected.received))
    if merged.is_blind and merged.changes:
        tell(_BLIND)
    coloured = terminal.out.isatty()
    terminal.show(changes(corrected.notes, translate, width, diff=diff, coloured=coloured))
    if corrected.is_open:
        tell(_RESOLVE)
    if corrected.left:
        tell(say("these words have found no field; they wait under `unplaced`:"))
    for each in leftovers(corrected.left):
        tell(each, "    ", "  ")
    for each in first(tuple(_not_emptied(merged)), MOST):
        tell(each, "    ", "  ! ")
    for each in (*passed_over(corrected.received), *staying(corrected)):
        tell(each)
    tell(_outcome(result, diff=diff))


_BLIND = say(
    "the document does not say what it was made of, so it cannot be seen whether the practice has "
    "changed in the same places"
)
_RESOLVE = say(
    "changed on both sides, so the practice stays as it is there: `--theirs` takes the words of "
    "the document, `--ours` leaves those of the practice"
)


def _outcome(result: _Brought, *, diff: bool) -> Message:
    path, merged = shown(result.path), result.corrected.merged
    if not result.is_changed and result.corrected.is_open:
        return say("`{path}` stays as it is", path=path)
    if not result.is_changed:
        return say("nothing to change in `{path}`", path=path)
    if diff:
        return say("`{path}` is as it was; without `--diff` it is changed", path=path)
    n = len(merged.changes) + sum(each.taken == "theirs" for each in merged.conflicts)
    if not n:
        return say("nothing but `unplaced` is changed in `{path}`", path=path)
    return say_n("`{path}`: {n} change is made", "`{path}`: {n} changes are made", n, path=path)
