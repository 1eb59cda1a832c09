"""Words that somebody has typed into a label or a heading of the form, or right behind one."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import NamedTuple

from passportkit.intake.folding import fold, number_end, stems_of, without_limits, words
from passportkit.intake.totals import label_end
from passportkit.text import escape

_SIGNS = (":", "–")
"""How labels of forms end where it is not with a word."""

_noted = re.compile(r"[\d()]").search
"""Finds a figure, or a bracket of a note."""

_parting = re.compile(r"\s*[:.–—-]\s+|\s*[:–—]|\s+")


class TypedWords(NamedTuple):
    """What a label says beyond that of the form: words within it, and words behind it."""

    within: str = ""
    behind: str = ""


def typed_words(said: str, label: str) -> TypedWords:
    """Return what somebody has typed into `label`, or behind it, where it is `said` so.

    Before the sign at its end they have typed into it.
    """
    if fold(said) == fold(label):
        return TypedWords()
    end = label_end(said, label)
    if not end:
        return TypedWords(within=added_words(said, label))
    own, rest, sign = said[:end], said[end:], label[-1:]
    if sign in _SIGNS and rest.endswith(sign) and not own.endswith(sign):
        return TypedWords(within=rest.removesuffix(sign).strip())
    parting = _parting.match(rest)
    return TypedWords(behind=escape(rest[parting.end() if parting else 0 :]))


def added_words(said: str, label: str) -> str:
    """Return what is said beyond a label: words among its own, and figures.

    Other words in place of its own say the same, and so does another limit to the answer.
    """
    text = without_limits(said)
    pieces = text[number_end(text) :].split()
    spots = [(n, stem) for n, piece in enumerate(pieces) for stem in stems_of(words(piece))]
    compared = _compared([stem for _, stem in spots], label)
    added = sorted({spots[spot][0] for spot in compared.added})
    is_noted = any(_noted(pieces[n]) for n in added)
    if len(compared.added) <= compared.missing and not is_noted:
        return ""
    return " ".join(pieces[n] for n in added)


class _Difference(NamedTuple):
    """Which words are added to those of a label, and how many of its own are missing."""

    added: list[int]
    missing: int


def _compared(said: list[str], label: str) -> _Difference:
    known = list(stems_of(fold(label).split()))
    added, missing = [], 0
    compared = SequenceMatcher(None, known, said, autojunk=False)
    for tag, first, last, start, end in compared.get_opcodes():
        if tag != "equal":
            missing += max(0, last - first - (end - start))
            new = [spot for spot in range(start, end) if said[spot] not in known]
            added += [spot for spot in new if tag == "insert" or _noted(said[spot])]
    return _Difference(added, missing)
