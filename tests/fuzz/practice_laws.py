"""What holds for every text that is given for a practice: it is checked, and what passes renders.

What it renders comes back, and brings no change into the text that it was made of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple
from zlib import crc32

from passportkit import Toolkit
from passportkit.engine.checking import Checked
from passportkit.engine.correcting import Corrected
from passportkit.errors import CannotGoOn
from passportkit.findings import Finding
from passportkit.language import Message
from passportkit.source import Source, read
from passportkit.source.dump import dump
from passportkit.source.plain_data import same
from passportkit.source.proof import applied
from tests.fuzz.messages import misplaced, sentences_of, torn
from tests.fuzz.packages import broken_parts
from tests.fuzz.seeds import Seed
from tests.fuzz.trial import Laws

_NAME = "practice.yaml"


class Outcome(NamedTuple):
    """What came of a text: what was found, and a document, corrected with, if it renders.

    `mended` is the text with each fix that was offered and can be made.
    """

    source: Source
    checked: Checked
    said: Sequence[Message]
    mended: Sequence[Source]
    document: bytes | None
    corrected: Corrected | None

    @property
    def is_accepted(self) -> bool:
        """Whether a document was made of it."""
        return self.document is not None


def outcome_of(given: Seed) -> Outcome:
    """Return what comes of a text that is checked, mended, rendered in a form and read again."""
    kit, form = _toolkit(), _form_for(given.content)
    source = read(given.content, _NAME)
    checked = kit.check(source, forms=form)
    said: list[Message] = []
    document = corrected = None
    if checked.practice and not checked.hindrances(draft=True):
        document = kit.render(checked, form, draft=True)
        try:
            corrected = kit.correct(given.content, document)
        except CannotGoOn as error:  # of a draft without any words
            said.append(error.message)
    mended = list(_mended(source, checked.findings, said))
    return Outcome(source, checked, said, mended, document, corrected)


def _form_for(content: bytes) -> str:
    """Return the form to look at a text in: each has its turn."""
    names = _toolkit().catalogue.names()
    return names[crc32(content) % len(names)]


def _mended(source: Source, findings: Sequence[Finding], said: list[Message]) -> Iterator[Source]:
    for fix in (fix for each in findings for fix in each.fixes):
        try:
            yield applied(source, fix.edit(source))
        except CannotGoOn as error:
            said.append(error.message)


@cache
def _toolkit() -> Toolkit:
    return Toolkit()


def whole_sentences(outcome: Outcome) -> Iterator[str]:
    """Yield what is torn of that which was said."""
    yield from torn(outcome.said)
    yield from torn(sentences_of(outcome.checked.findings))


def placed(outcome: Outcome) -> Iterator[str]:
    """Yield the findings that stand nowhere in the text."""
    return misplaced(outcome.source, outcome.checked.findings)


def found_or_readable(outcome: Outcome) -> Iterator[str]:
    """Yield that a text cannot be used, and nobody is told why."""
    if outcome.checked.practice is None and not outcome.checked.errors:
        yield "no practice, and no error"


def well_formed(outcome: Outcome) -> Iterator[str]:
    """Yield what is broken in the document."""
    return broken_parts(outcome.document) if outcome.document else iter(())


def unchanged_changes_nothing(outcome: Outcome) -> Iterator[str]:
    """Yield what the document, as it was made, would change in the text."""
    if outcome.corrected:
        merged = outcome.corrected.merged
        notes = (*merged.changes, *merged.conflicts, *outcome.corrected.left)
        yield from (repr(note)[:200] for note in notes)


def dumped_reads_back(outcome: Outcome) -> Iterator[str]:
    """Yield that the data of the text, written anew, are read as others."""
    data = outcome.source.data
    if data and not same(read(dump(data).encode(errors="surrogatepass"), _NAME).data, data):
        yield "other data"


LAWS: Laws[Outcome] = {
    "whole sentences": whole_sentences,
    "placed": placed,
    "found or readable": found_or_readable,
    "well-formed": well_formed,
    "unchanged changes nothing": unchanged_changes_nothing,
    "dumped reads back": dumped_reads_back,
}
