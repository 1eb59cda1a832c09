"""What has come of bringing a document into a practice, in words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from passportkit.engine.correcting import Corrected
from passportkit.language import Message, Translator, say, say_n
from passportkit.merge import Merge
from passportkit.report.beside import MOST, beside, first
from passportkit.report.changes import changes
from passportkit.report.columns import filled
from passportkit.report.outcomes import leftovers, sureness
from passportkit.workspace.files import shown

if TYPE_CHECKING:
    from rich.text import Text


class Brought(NamedTuple):
    """What has come of it, the file of the practice, and whether its text is another one.

    `kept` counts the comments of reviewers that stand there now.
    """

    corrected: Corrected
    path: Path
    is_changed: bool
    kept: int = 0


def told(
    result: Brought, translate: Translator, width: int, *, diff: bool, coloured: bool
) -> Iterator[str | Text]:
    """Yield what a document has changed in a practice, or would change."""
    corrected, merged = result.corrected, result.corrected.merged

    def line(message: Message, indent: str = "", head: str = "") -> str:
        return filled(translate(message), width, indent, head) + "\n"

    yield line(sureness(corrected.received))
    if merged.is_blind and merged.changes:
        yield line(_BLIND)
    yield from changes(corrected.notes, translate, width, diff=diff, coloured=coloured)
    if corrected.is_open:
        yield line(_RESOLVE)
    if corrected.left:
        yield line(say("these words have found no field; they wait under `unplaced`:"))
    yield from (line(each, "    ", "  ") for each in leftovers(corrected.left))
    for each in first(tuple(_not_emptied(merged)), MOST):
        yield line(each, "    ", "  ! ")
    yield from (f"{each}\n" for each in beside(corrected.received, translate, width))
    if result.kept:
        yield line(
            say_n(
                "{n} comment goes above its line, as `#`",
                "{n} comments go above their lines, as `#`",
                result.kept,
            )
        )
    yield line(_outcome(result, diff=diff))


_BLIND = say(
    "the document does not say what it was made of, so it cannot be seen whether the practice has "
    "changed in the same places"
)
_RESOLVE = say(
    "changed on both sides, so the practice stays as it is there: `--theirs` takes the words of "
    "the document, `--ours` leaves those of the practice"
)


def _not_emptied(merged: Merge) -> Iterator[Message]:
    """Yield what was emptied in the document and cannot be in the practice."""
    for each in merged.left:
        if not each.words:
            place = each.label.place(each.row)
            yield say("{place}: empty in the document; {why}", place=place, why=each.reason)


def _outcome(result: Brought, *, diff: bool) -> Message:
    path, merged = shown(result.path), result.corrected.merged
    if not result.is_changed and result.corrected.is_open:
        return say("`{path}` stays as it is", path=path)
    if not result.is_changed:
        return say("nothing to change in `{path}`", path=path)
    if diff:
        return say("`{path}` is as it was; without `--diff` it is changed", path=path)
    n = len(merged.changes) + sum(each.taken == "theirs" for each in merged.conflicts)
    if not n and result.kept and not result.corrected.left:
        return say("nothing but comments is changed in `{path}`", path=path)
    if not n:
        return say("nothing but `unplaced` is changed in `{path}`", path=path)
    return say_n("`{path}`: {n} change is made", "`{path}`: {n} changes are made", n, path=path)
