"""The last row of a table: what stands behind its label."""

from __future__ import annotations

import re
from typing import NamedTuple

from passportkit.intake.folding import without, words
from passportkit.intake.head_words import (
    in_money,
    in_unit,
    is_piece,
    is_unit_of_money,
    surplus,
    unit_of_sums,
)
from passportkit.text import as_paragraph

_FIRST = r"\W*(?:общий\s+)?(?:итого?|всего)\b"
FIRST_OF_TOTALS = frozenset({"общий", "итог", "итого", "всего"})
"""The words that the label of a total begins with in any document."""

_OF_ALL = r"(?:сумм\w*|затрат\w*|расход\w*|средств\w*|стоимост\w*)"
_WHAT = r"смет\w*|проект\w*|практик\w*|таблиц\w*|бюджет\w*|заявк\w*|реализаци\w*"
_first_words = re.compile(
    rf"{_FIRST}(?:\s+{_OF_ALL})?(?:\s+(?:по|на|за)\s+(?:вс\w+\s+)?(?:{_WHAT})"
    rf"(?:\s+(?:{_WHAT}))?)?",
    re.IGNORECASE,
)
_begins = re.compile(_FIRST, re.IGNORECASE)
_of_all = re.compile(rf"(?:{_FIRST}|общ\w+)(?:\s+{_OF_ALL})?\W*", re.IGNORECASE)
_UNIT = r"[^\W\d](?:[^()\d:\s–—-]++|[\s–—-]++(?=[^()\d:\s–—-]))*+"
_in_unit = re.compile(rf"[\s,(]*({_UNIT})[\s):–—-]++(\d[\d\s\xa0.,]*)")
_letter = re.compile(r"[\s*:.–—-]*[^\W\d_]")
_word_behind = re.compile(r"[\s*]*[^\W\d_]")
_parting = re.compile(r"[\s*:.–—-]*")
_blank = re.compile(r"[\s*\\]*")
_word = re.compile(r"\w+")


class TotalText(NamedTuple):
    """What the words of a total say, behind which label, and what this says beyond any label."""

    said: str
    label: str = ""
    beyond: str = ""
    is_reworded: bool = False


def behind_total(text: str, label: str) -> str | None:
    """Return what follows the label of a total in `text`, or None where it is no total of all.

    «Итого» and «всего» are labels of a total everywhere, but only alone, before a figure or a
    unit: «Итого по разделу 1» is that of a part.
    """
    own = label_end(text, label)
    common = _first_words.match(text)
    start = max(own, common.end() if common else 0)
    if start == 0:
        return None
    parting = _parting.match(text, start)
    rest = text[parting.end() if parting else start :].rstrip("* ")
    goes_on = (_word_behind if own else _letter).match(text, start)
    return None if goes_on and not _begins_with_unit(rest) else rest


def _begins_with_unit(text: str) -> bool:
    found = _in_unit.match(f"{text} 0")
    return found is not None and is_piece(found[1].strip(" ,"))


def is_part_total(text: str) -> bool:
    """Whether words are the label of a total, be it of a part only."""
    return _begins.match(text) is not None


def is_of_all(head: str) -> bool:
    """Whether a head says that the sums below it are those of the columns beside it together."""
    return _of_all.fullmatch(head) is not None


def total_in_unit(total: str, label: str, unit: str = "") -> str:
    """Return a total in the unit before it, or that of its label, or else that of its column."""
    found = _in_unit.fullmatch(total)
    if found and is_piece(found[1].strip(" ,")):
        return in_unit(found[2], in_money(surplus(found[1], "").unit))
    of_label = unit_of_sums(label)
    return in_unit(total, in_money(unit if of_label is None else of_label))


def is_unit_alone(rest: str) -> bool:
    """Whether no more than a unit stands behind the label of a total: «(тыс. руб.):»."""
    return is_unit_of_money(rest.strip(" *:.–—-"))


def label_end(text: str, label: str) -> int:
    """Return where a label, its signs included, ends at the beginning of `text`; else 0."""
    known = words(label)
    if not known or words(text)[: len(known)] != known:
        return 0
    end = _end(text, len(known))
    for sign in "".join(label[_end(label, len(known)) :].split()):
        blank = _blank.match(text, end)
        if blank and text.startswith(sign, blank.end()):  # people leave signs out
            end = blank.end() + 1
    return end


def _end(text: str, count: int) -> int:
    """Return where the first `count` words of `text` end."""
    ends = [word.end() for word, _ in zip(_word.finditer(text), range(count), strict=False)]
    return ends[-1]


def behind_label(text: str, label: str) -> str:
    """Return what follows `label` and a blank in a text of this program, which begins no list."""
    known = words(label)
    if words(text)[: len(known)] != known or not known:
        return text
    tail = label[_end(label, len(known)) :]
    return as_paragraph(text[_end(text, len(known)) :].removeprefix(tail).removeprefix(" "))


def stands_whole(text: str, label: str) -> bool:
    """Whether a text of this program begins with a label and the sign that it ends with."""
    known = words(label)
    sign = label[_end(label, len(known)) :] if known else ""
    begins = bool(sign) and words(text)[: len(known)] == known
    return begins and text[_end(text, len(known)) :].startswith(sign)


def reworded_total(text: str, label: str) -> TotalText:
    """Return what a total of this program says whose label somebody has changed, or deleted.

    Words beyond a label may make it the total of a part.
    """
    rest = behind_total(text, label)
    if rest is not None:
        return TotalText(rest, without(text, rest), is_reworded=True)
    end = label_end(text, label)
    if not end:
        return TotalText(text)
    before, colon, said = text[end:].rpartition(":")
    beyond, said = (before, said) if colon else (said, "")
    return TotalText(said.strip(), text[:end], beyond.strip(), is_reworded=True)
