"""What holds for every document, however broken: it is read or refused, and no word is lost.

A correction with it never damages the practice that it is brought into.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, partial
from typing import NamedTuple
from urllib.parse import unquote
from zipfile import BadZipFile

from passportkit import Toolkit, translator
from passportkit.engine.account import Account
from passportkit.engine.correcting import Corrected
from passportkit.engine.importing import Imported, Received
from passportkit.errors import CannotGoOn
from passportkit.intake import recognise
from passportkit.language import Message
from passportkit.merge.outcome import Side
from passportkit.paper import Paper
from passportkit.paper.model import texts_of
from passportkit.report.beside import passed_over
from passportkit.source import Source, read
from passportkit.word.read.body import read_document
from tests.fuzz.messages import torn
from tests.fuzz.package_words import lost, marked
from tests.fuzz.seeds import Seed
from tests.fuzz.trial import Laws
from tests.intake.accounting import words_of

_ENGLISH = translator("en")

_NO_PACKAGE = (BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError)
"""What Python says of the bytes of a package that are damaged."""


class Correction(NamedTuple):
    """A practice with what a document says otherwise, and the practice before and after."""

    corrected: Corrected
    before: str
    after: Source | None


class Outcome(NamedTuple):
    """What came of a document: a practice, and corrections of one; None where it was refused.

    `theirs` takes all that the document says otherwise, `open` what nobody has to decide. `said` is
    what was told meanwhile.
    """

    content: bytes
    said: list[Message]
    imported: Imported | None = None
    theirs: Correction | None = None
    open: Correction | None = None

    @property
    def is_accepted(self) -> bool:
        """Whether it was taken for a document of a form."""
        return self.imported is not None


def outcome_of(given: Seed, name: str) -> Outcome:
    """Return what comes of a document of such a name, also of one that corrects a practice."""
    outcome = Outcome(given.content, [])
    imported = _imported(outcome, name)
    if given.beside is None or imported is None:
        return outcome._replace(imported=imported)
    correct = partial(_corrected, outcome, given.beside)
    return outcome._replace(imported=imported, theirs=correct("theirs"), open=correct(None))


def _imported(outcome: Outcome, name: str) -> Imported | None:
    """Return a document as a practice, of which all is said that can be said."""
    try:
        imported = _toolkit().import_document(outcome.content, name=name)
    except CannotGoOn as error:
        outcome.said.append(error.message)
        return None
    imported.text(name, _ENGLISH)
    outcome.said.extend(passed_over(imported.received))
    return imported


def _corrected(outcome: Outcome, practice: bytes, take: Side | None) -> Correction | None:
    try:
        corrected = _toolkit().correct(practice, outcome.content, take=take)
    except CannotGoOn as error:
        outcome.said.append(error.message)
        return None
    try:
        after = corrected.after("document", _ENGLISH)
    except CannotGoOn as error:
        outcome.said.append(error.message)
        after = None
    return Correction(corrected, corrected.source.text, after)


@cache
def _toolkit() -> Toolkit:
    return Toolkit()


def whole_sentences(outcome: Outcome) -> Iterator[str]:
    """Yield what is torn of that which was said."""
    return torn(outcome.said)


def nothing_damaged(outcome: Outcome) -> Iterator[str]:
    """Yield that a corrected practice cannot be read, or says what nobody has changed."""
    for each in filter(None, (outcome.theirs, outcome.open)):
        if each.after and not read(each.after.content, "practice.yaml").is_readable:
            yield f"not to be read: {each.after.text[:100]}"
        merged = each.corrected.merged
        is_told = merged.changes or merged.conflicts or merged.left or each.corrected.left
        if each.after and not is_told and each.after.text != each.before:
            yield "changed without a change"


def unchanged_changes_nothing(outcome: Outcome) -> Iterator[str]:
    """Yield what a document changes that says what the practice says, and whose form is no lie."""
    if outcome.open and _is_of_its_form(outcome.open.corrected.received):
        for change in outcome.open.corrected.merged.changes:
            yield _ENGLISH(change.label.place(change.row))[:100]


def _is_of_its_form(received: Received) -> bool:
    """Whether a document has the headings of the form that it calls itself."""
    try:
        seen = recognise(replace(received.paper, stamp=None), _toolkit().choice().forms)
    except CannotGoOn:
        return False
    return seen.form.name == received.form.name


def no_word_unread(outcome: Outcome) -> Iterator[str]:
    """Yield the words of the package that are neither in its paper nor passed over.

    A part that nobody can read is passed over without words, by its name.
    """
    try:
        given = marked(outcome.content)
        paper = read_document(given.docx, ())
    except (CannotGoOn, *_NO_PACKAGE):
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
    if outcome.theirs:
        corrected = outcome.theirs.corrected
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


OF_DOCUMENTS: Laws[Outcome] = {
    "account adds up": account_adds_up,
    "whole sentences": whole_sentences,
    "nothing damaged": nothing_damaged,
}
OF_PACKAGES: Laws[Outcome] = {**OF_DOCUMENTS, "no word unread": no_word_unread}
OF_STAMPS: Laws[Outcome] = {**OF_DOCUMENTS, "unchanged changes nothing": unchanged_changes_nothing}
