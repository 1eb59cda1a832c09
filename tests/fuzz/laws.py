"""What holds for every document, however broken: it is read or refused, soon, and no word is lost.

A law is a function from what came of a document to what is wrong with it, a line for each. To add
one, name it in `LAWS`.
"""

from __future__ import annotations

import signal
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import NamedTuple
from urllib.parse import unquote

from passportkit import Toolkit, translator
from passportkit.engine.account import Account
from passportkit.engine.correcting import Corrected
from passportkit.engine.importing import Imported, Received
from passportkit.errors import CannotGoOn
from passportkit.paper import Paper
from passportkit.paper.model import texts_of
from passportkit.report.beside import passed_over
from passportkit.word.read.body import read_document
from tests.fuzz.package_words import lost, marked
from tests.fuzz.seeds import Kind, Seed
from tests.intake.accounting import words_of

LONGEST = 2.0
"""Seconds of the processor that a document may take."""

_ENGLISH = translator("en")
_PATIENCE = 30
"""Seconds after which one is given up."""


class Outcome(NamedTuple):
    """What came of a document: a practice, None where it was refused; and how long that took.

    `corrected` is the practice that it corrects with all that it says otherwise, if it corrects
    one and was not refused.
    """

    content: bytes
    imported: Imported | None
    corrected: Corrected | None
    seconds: float


class Trial(NamedTuple):
    """Whether a document was taken for one of a form, and which laws it breaks, and how."""

    is_imported: bool
    broken: list[str]


def tried(given: Seed, kind: Kind = "docx") -> Trial:
    """Return what comes of a document, also of one that corrects a practice."""
    trial = Trial(is_imported=False, broken=[])
    try:
        with patience():
            outcome = _outcome(given, kind)
            trial = trial._replace(is_imported=outcome.imported is not None)
            for name, law in LAWS[kind].items():
                trial.broken.extend(f"{name}: {what}" for what in law(outcome))
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
        trial.broken.append(f"no exception: {told_of(error)}")
    return trial


def _outcome(given: Seed, kind: Kind) -> Outcome:
    began = time.process_time()
    imported = _imported(given.content, f"document.{kind}")
    seconds = time.process_time() - began
    return Outcome(given.content, imported, _corrected(*given), seconds)


def _imported(content: bytes, name: str) -> Imported | None:
    """Return a document as a practice, of which all is said that can be said."""
    try:
        imported = _toolkit().import_document(content, name=name)
    except CannotGoOn:
        return None
    imported.text(name, _ENGLISH)
    for told in passed_over(imported.received):
        _ENGLISH(told)
    return imported


def _corrected(content: bytes, practice: bytes | None) -> Corrected | None:
    try:
        return _toolkit().correct(practice, content, take="theirs") if practice else None
    except CannotGoOn:
        return None


@cache
def _toolkit() -> Toolkit:
    return Toolkit()


def soon(outcome: Outcome) -> Iterator[str]:
    """Yield that a document has taken too long."""
    if outcome.seconds > LONGEST:
        yield f"{outcome.seconds:.1f} seconds"


def no_word_unread(outcome: Outcome) -> Iterator[str]:
    """Yield the words of the package that are neither in its paper nor passed over.

    A part that nobody can read is passed over without words, by its name.
    """
    given = marked(outcome.content)
    try:
        paper = read_document(given.docx, ())
    except CannotGoOn:
        return
    closed = {each.part.lower() for each in paper.passed_over if not each.words}
    for mark in lost(given.marks, said_of(paper)):
        if closed.isdisjoint(_names_in(mark.part)):
            yield f"{mark.part}: {mark.words[:60]}"
    for part in given.damaged:
        if closed.isdisjoint(_names_in(part)):
            yield f"{part} is damaged, and nobody is told"


def account_adds_up(outcome: Outcome) -> Iterator[str]:
    """Yield what is wrong with the accounts of a document: words that are nowhere, or twice."""
    accounts: list[tuple[Received, Account]] = []
    if imported := outcome.imported:
        accounts.append((imported.received, imported.account()))
    if corrected := outcome.corrected:
        received = corrected.received
        accounts.append((received, received.account(corrected.not_in_fields)))
    for received, account in accounts:
        size = words_of([said_of(received.paper)]).total()
        if account.missing:
            yield f"nowhere: {account.missing[:8]}"
        elif account.words() != size:
            yield f"{account.words()} of {size} words"


def _names_in(part: str) -> list[str]:
    """Return the folders and the name of a part, and of the one that it lies within."""
    return unquote(part).lower().replace("\\", "/").split("/")


def said_of(paper: Paper) -> str:
    """Return all the words of a paper, and of what was passed over."""
    beside = (each.words for each in paper.passed_over)
    return "\n".join((*texts_of(paper.blocks), *beside))


_OF_ALL: dict[str, Callable[[Outcome], Iterator[str]]] = {
    "soon": soon,
    "account adds up": account_adds_up,
}
LAWS: dict[Kind, dict[str, Callable[[Outcome], Iterator[str]]]] = {
    "docx": {**_OF_ALL, "no word unread": no_word_unread},
    "xlsx": _OF_ALL,
}


@contextmanager
def patience() -> Iterator[None]:
    """Raise `TimeoutError` where something takes far too long."""

    def give_up(_signal: int, _frame: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGVTALRM, give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, _PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def told_of(error: Exception) -> str:
    """Return an exception and where it was raised in this project, in one line."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [each for each in frames if "passportkit" in each.filename] or frames
    where = f"{own[-1].filename.rpartition('passportkit/')[2]}:{own[-1].lineno}"
    return f"{type(error).__name__} at {where}: {str(error)[:100]}"
