"""The stamp as a witness: whether what was read is what the document was made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from passportkit.intake.extraction import Extraction
from passportkit.intake.folding import fold
from passportkit.intake.landmarks import landmarks_of
from passportkit.stamp import NO_WORDS, Stamp, hash_of, hashes_of
from passportkit.text import canonical, respell


class Testimony(NamedTuple):
    """What a stamp says of a reading; the greater, the better.

    `agreed`: how much of what the document was made of comes back, from 0 to 1. What people have
    changed since comes back in no reading. `strays` counts, below zero, the words that have no
    place or stand where nothing stood: people do write there, but so do words that went astray.
    `known` counts the words of the form that were met as such: what is missing of them was taken
    for words of an answer.
    """

    agreed: float
    strays: int
    known: int

    @property
    def is_full(self) -> bool:
        """Whether everything came back, and nothing else."""
        return self.agreed == 1 and not self.strays


def can_tell(stamp: Stamp) -> bool:
    """Whether the stamp knows of any words: one of a blank form does not."""
    return any(_counted(hashes) for hashes in stamp.hashes.values())


def was_said(text: str, hashes: Collection[str]) -> bool:
    """Return whether a text is one of those that have these hashes, as it is or spelt anew."""
    return hash_of(text) in hashes or hash_of(respell(canonical(text))) in hashes


def testimony(found: Extraction, stamp: Stamp) -> Testimony:
    """Return what the stamp of a document, one that can tell, says of a reading of it."""
    agreed = made_of = 0
    strays = len(found.left)
    for key, hashes in stamp.hashes.items():
        expected = _counted(hashes)
        read = _read(found.values.get(key, ""), hashes)
        agreed += (read & expected).total()
        made_of += expected.total()
        strays += max(0, read.total() - expected.total())
    known = {fold(text) for _kind, text in found.furniture} & landmarks_of(found.form).own_words
    return Testimony(agreed / made_of, -strays, len(known))


def _read(value: str | Sequence[Mapping[str, str]], hashes: Sequence[str]) -> Counter[str]:
    """Return the hashes of what was read; only what has changed may be spelt otherwise."""
    read = hashes_of(value)
    return _counted(read if read == list(hashes) else hashes_of(_respelt(value)))


def _counted(hashes: Iterable[str]) -> Counter[str]:
    return Counter(each for each in hashes if each != NO_WORDS)


def _respelt(value: str | Sequence[Mapping[str, str]]) -> str | list[dict[str, str]]:
    if isinstance(value, str):
        return respell(value)
    return [{key: respell(words) for key, words in row.items()} for row in value]
