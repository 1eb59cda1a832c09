"""What has come of a document that was brought into a practice, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from passportkit.controls import harmless
from passportkit.engine.account import Account
from passportkit.engine.correcting import Corrected
from passportkit.findings import Route
from passportkit.language import Message, Translator, listed, say, say_n
from passportkit.merge.decisions import field_name
from passportkit.report.beside import MOST, beside, first
from passportkit.report.changes import changes
from passportkit.report.columns import filled
from passportkit.report.outcomes import count, leftovers, sureness

if TYPE_CHECKING:
    from rich.text import Text


@dataclass(frozen=True, slots=True)
class CorrectionTold:
    """What has come of it, with the account; what the practice is called, and whether it changes.

    With `is_shown_only`, nothing was written. `kept` counts the comments of reviewers that stand
    there now.
    """

    corrected: Corrected
    account: Account
    practice: str
    is_changed: bool
    is_shown_only: bool
    kept: int = 0

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left, and nothing has to be decided; what would go is only shown."""
        corrected = self.corrected
        is_open = any(each.cause != "gone" or not self.is_shown_only for each in corrected.open)
        is_placed = not (corrected.left or corrected.merged.left)
        is_whole = corrected.received.is_whole and not self.account.missing
        return is_placed and not is_open and is_whole


def correction(
    told: CorrectionTold, translate: Translator, width: int, *, coloured: bool
) -> Iterator[str | Text]:
    """Yield what a document has changed in a practice, what is open, and what was left."""
    corrected, diff = told.corrected, told.is_shown_only

    def line(message: Message, indent: str = "", start: str = "") -> str:
        return filled(harmless(translate(message)), width, indent, start) + "\n"

    yield line(sureness(corrected.received))
    yield line(count(told.account))
    if corrected.merged.is_blind and corrected.merged.changes:
        yield line(_OF_ANOTHER if corrected.is_of_another else _BLIND)
    yield from changes(corrected.notes, translate, width, diff=diff, coloured=coloured)
    yield from map(line, _open(corrected))
    if corrected.idle:
        yield line(_idle(corrected.idle))
    if corrected.left:
        yield line(say("these words have found no field; they wait under `unplaced`:"))
    for each in leftovers(corrected.left):
        yield line(each, "    ", "  ")
    for each in first(tuple(_not_emptied(corrected)), MOST):
        yield line(each, "    ", "  ! ")
    yield from (f"{each}\n" for each in beside(corrected.received, translate, width))
    if told.kept:
        yield line(_kept(told.kept))
    if corrected.stayed:
        yield line(_stayed(corrected.stayed))
    yield line(_outcome(told))


_BLIND = say(
    "the document does not say what it was made of, so it cannot be seen whether the practice has "
    "changed in the same places"
)

_OF_ANOTHER = say(
    "the document was made of another practice, so all that it says otherwise counts as changed"
)


def _open(corrected: Corrected) -> Iterator[Message]:
    """Yield how to decide what nobody has decided."""
    decidable = corrected.decidable
    causes = {"gone" if each.cause == "gone" else "both" for each in decidable}
    yield from (words for cause, words in _RESOLVE.items() if cause in causes)
    if decidable:
        yield say(
            "for one of them alone, name its field behind `--theirs` or `--ours`: {fields}",
            fields=_names([each.route for each in decidable]),
        )
    if others := [each.route for each in corrected.open if each not in decidable]:
        yield say(
            "the document shows there what the practice has no words for at this place: correct "
            "the practice by hand, or leave it as it is with `--ours`: {fields}",
            fields=_names(others),
        )


def _names(routes: Sequence[Route]) -> Message:
    names = dict.fromkeys(map(field_name, routes))
    return listed([*first([say("`{field}`", field=name) for name in names], MOST)])


def _idle(routes: Sequence[Route]) -> Message:
    return say(
        "nothing is open there, so nothing was decided by naming it: {fields}",
        fields=_names(routes),
    )


_RESOLVE = {
    "both": say(
        "changed on both sides, so the practice stays as it is there: `--theirs` takes the words "
        "of the document, `--ours` leaves those of the practice"
    ),
    "gone": say(
        "of whole fields the document has nothing left, and they stay in the practice: `--theirs` "
        "removes them, `--ours` leaves them"
    ),
}


def _not_emptied(corrected: Corrected) -> Iterator[Message]:
    """Yield what was emptied in the document and cannot be in the practice."""
    for each in corrected.merged.left:
        if not each.words:
            place = each.label.place(each.row)
            yield say("{place}: empty in the document; {why}", place=place, why=each.reason)


def _kept(n: int) -> Message:
    return say_n(
        "{n} comment goes above its line, as `#`", "{n} comments go above their lines, as `#`", n
    )


def _stayed(n: int) -> Message:
    return say_n(
        "{n} row of the practice is not in the document, and stays",
        "{n} rows of the practice are not in the document, and stay",
        n,
    )


def _outcome(told: CorrectionTold) -> Message:
    path, merged = told.practice, told.corrected.merged
    if not told.is_changed and told.corrected.is_open:
        return say("`{path}` stays as it is", path=path)
    if not told.is_changed:
        return say("nothing to change in `{path}`", path=path)
    if told.is_shown_only:
        return say("`{path}` is as it was; without `--diff` it is changed", path=path)
    n = len(merged.changes) + sum(each.taken == "theirs" for each in merged.conflicts)
    if not n and told.kept and not told.corrected.left:
        return say("nothing but comments is changed in `{path}`", path=path)
    if not n:
        return say("nothing but `unplaced` is changed in `{path}`", path=path)
    return say_n("`{path}`: {n} change is made", "`{path}`: {n} changes are made", n, path=path)
