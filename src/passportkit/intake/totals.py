"""The last row of a table: what stands behind its label."""

from __future__ import annotations

import re

from passportkit.intake.folding import words

_first_words = re.compile(
    r"\W*(?:общий\s+)?(?:итого?|всего)\b(?:\s+(?:по|за|на)\s[^:–—\d]{1,60}(?=[:–—]))?",
    re.IGNORECASE,
)
_letter = re.compile(r"[\s*:.–—-]*[^\W\d_]")
_parting = re.compile(r"[\s*:.–—-]*")
_word = re.compile(r"\w+")


def behind_total(text: str, label: str) -> str | None:
    """Return what follows the label of a total in `text`, or None where it is no total.

    «Итого» and «всего» are labels of a total everywhere, but only alone or before a figure.
    """
    known = words(label)
    own = _end(text, len(known)) if known and words(text)[: len(known)] == known else 0
    common = _first_words.match(text)
    start = max(own, common.end() if common else 0)
    if start == 0 or (not own and _letter.match(text, start)):
        return None
    parting = _parting.match(text, start)
    return text[parting.end() if parting else start :].rstrip("* ")


def _end(text: str, count: int) -> int:
    """Return where the first `count` words of `text` end."""
    ends = [word.end() for word, _ in zip(_word.finditer(text), range(count), strict=False)]
    return ends[-1]


def behind_label(text: str, label: str) -> str:
    """Return what follows `label` and a blank in a text of this program."""
    known = words(label)
    if words(text)[: len(known)] != known or not known:
        return text
    tail = label[_end(label, len(known)) :]
    return text[_end(text, len(known)) :].removeprefix(tail).removeprefix(" ")
