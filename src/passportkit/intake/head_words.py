"""What a head says beyond the heading of the form: it belongs to the values below it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from passportkit.intake.folding import cyrillic, fold, words
from passportkit.practice.money import Money
from passportkit.practice.results import is_unit

_parting = re.compile(r"[,;:()\[\]\n]|\s[–—-]\s")
_SCALE = r"(?:тыс\w*|млн|миллион\w*|млрд|миллиард\w*|т(?=\.?\s?р))\.?"
_ROUBLES = r"(?:руб\w*|р|₽)\.?"
_CURRENCY = r"(?:долл\w*\.?(?:\s*США)?|евро|юан\w+|[$€])"
_scale = re.compile(
    rf"{_SCALE}(?:\s*(?:{_ROUBLES}|{_CURRENCY}|(?:чел|шт|ед)\w*\.?))?", re.IGNORECASE
)
_currency = re.compile(_CURRENCY, re.IGNORECASE)
_roubles = re.compile(_ROUBLES, re.IGNORECASE)
_moment = re.compile(
    r"(?:(?:на|за|в|к|по состоянию на)\s+)?"
    r"(?:\d{1,2}\.\d{1,2}\.)?(?:19|20)\d\d(?:\s*(?:г|год\w*)\.?)?"
    r"|план\w*|факт\w*|прогноз\w*|до|после",
    re.IGNORECASE,
)
_in_brackets = re.compile(r"\(([^()]*)\)").findall
_into = re.compile(r"в\s+", re.IGNORECASE)
_trailing = re.compile(
    rf"\s(?:(?:в\s+)?(?P<unit>{_SCALE}(?:\s*{_ROUBLES})?|{_ROUBLES})|(?P<note>{_moment.pattern}))$",
    re.IGNORECASE,
)
_unit_at_end = re.compile(
    rf"[,(]\s*(?:в\s+)?(?:{_SCALE}\s*{_ROUBLES}|{_ROUBLES})\s*[).:*\s]*\Z", re.IGNORECASE
)
_ends_sentence = re.compile(r"[^\W\d_]{5,}[.!?][*\s]*$")
"""The end of a sentence, and not of a word that is cut short."""

_LONGEST_OF_OTHERS = 80
"""Characters of a head that no form has, at most."""

_unit_of_money = re.compile(rf"(?:{_SCALE}\s*)?(?:{_ROUBLES}|{_CURRENCY})", re.IGNORECASE)
_scale_of_money = re.compile(_SCALE, re.IGNORECASE)
_money = re.compile(rf"руб|₽|{_CURRENCY}", re.IGNORECASE)
_sums = re.compile(r"сумм|стоимост|цен[аы]\b|затрат|расход|руб|\bобъ[её]м", re.IGNORECASE)
_payer = re.compile(
    r"средств|бюджет|грант|субсид|финансир|взнос|спонсор|инвест|за сч[её]т|пожертв|собственн"
    r"|источник",
    re.IGNORECASE,
)
_says_money = re.compile(rf"\d\s*(?:{_SCALE}|{_ROUBLES}|{_CURRENCY}|%)", re.IGNORECASE)
_says_sum = re.compile(rf"\d\s*(?:{_SCALE}|{_ROUBLES}|{_CURRENCY})(?!\w)", re.IGNORECASE)
_FIGURE = r"\d[\d\s\xa0.,]*+"
_FROM = (
    r"(?:(?:не\s++)?(?:более|менее|больше|меньше)\s++"
    r"|(?:около|свыше|примерно|порядка|от|до|с)\s++)?"
    rf"[~≈<>≤≥+−–-]?\s*+{_FIGURE}"
)
_figure = re.compile(rf"{_FROM}(?:[–—-]\s*+{_FIGURE})?", re.IGNORECASE)
_figures = re.compile(rf"{_FROM}(?:(?:[–—-]\s*+|(?<=\s)до\s++){_FIGURE})?", re.IGNORECASE)
_says_unit = re.compile(r"\d[^\W\d_]*\s*(?:%|[^\W\d_]{2,})")
_asking = re.compile(r"указ|заполн|единиц|подробн|при наличии|согласно форме", re.IGNORECASE)

_SHORT = {
    "тыс": "тыс. руб.",
    "т": "тыс. руб.",
    "млн": "млн руб.",
    "миллион": "млн руб.",
    "млрд": "млрд руб.",
    "миллиард": "млрд руб.",
}
"""Units of sums by their beginnings, in the words that are usual."""

_LONGEST_NOTE = 40
"""A note in more characters than this says how to fill a column in."""


class Surplus(NamedTuple):
    """What a head says beyond its heading: the unit of the values below, and words of each."""

    unit: str = ""
    notes: tuple[str, ...] = ()


NO_SURPLUS = Surplus()


def surplus(head: str, heading: str, *, is_whole: bool = False) -> Surplus:
    """Return the unit, the year or the like that a head has and the form's heading has not.

    `is_whole`: the head begins with the very words of a heading, so that whatever follows is
    beyond it. Plain roubles say nothing: sums are in roubles.
    """
    units, notes = [], []
    known = set(words(heading))
    for number, said in enumerate(_pieces(head)):
        unit = _unit(said)
        if unit and _is_of_sums(unit):  # also where the form says it, too
            units.append(unit)
        elif said in heading or (words(said) and known.issuperset(words(said))):
            continue
        elif unit:
            units.append(unit)
        elif _moment.fullmatch(said) or (number and _is_note(said) and (is_whole or _dates(said))):
            notes.append(said)
    named = [unit for unit in units if not _roubles.fullmatch(unit)]
    return Surplus(named[0] if named else "", tuple(notes))


@lru_cache(maxsize=512)
def _pieces(head: str) -> tuple[str, ...]:
    """Return a head in pieces: its name first, then what is set off from it, or ends it.

    A moment ends no words in brackets: «(в ценах 2022 года)» is one note.
    """
    pieces: list[str] = []
    head = cyrillic(head)
    notes = _parting.split(",".join(_in_brackets(head))) if "(" in head else ()
    for part in _parting.split(head):
        piece, ends = part.strip(" *"), []
        while not is_piece(piece) and (found := _trailing.search(piece)):
            rest = piece[: found.start()].rstrip()
            if found["note"] and part in notes and not is_piece(rest):
                break
            ends.append(found["unit"] or found["note"])
            piece = rest
        pieces += filter(None, [piece, *reversed(ends)])
    return tuple(pieces)


def is_piece(said: str) -> bool:
    """Whether words name a unit or a moment."""
    return bool(_unit(said)) or _moment.fullmatch(said) is not None


def _unit(said: str) -> str:
    """Return the unit that words name, or nothing."""
    unit = _into.sub("", said, count=1) if _into.match(said) else said
    money = any(each.fullmatch(unit) for each in (_scale, _currency, _roubles))
    return unit if money or is_unit(unit) else ""


def _is_of_sums(unit: str) -> bool:
    return bool(_scale_of_money.match(unit) or _currency.match(unit) or _roubles.fullmatch(unit))


def _units_of_sums(head: str) -> list[str]:
    units = [_unit(said) for said in _pieces(head)]
    return [unit for unit in units if unit and _is_of_sums(unit)]


def _short(unit: str) -> str:
    """Return a unit of sums in the one way to write it, whichever way it was written."""
    starts = (words for start, words in _SHORT.items() if unit.lower().startswith(start))
    return next(starts, "руб.")


def _dates(said: str) -> bool:
    """Whether words end with a moment."""
    found = _trailing.search(said)
    return found is not None and bool(found["note"])


def _is_note(said: str) -> bool:
    return len(said) <= _LONGEST_NOTE and not _asking.search(said)


def says_only_of_values(text: str) -> bool:
    """Whether words of a head name a unit or a moment, and nothing else."""
    return bool(text) and all(map(is_piece, _pieces(text)))


def says_only_when(text: str) -> bool:
    """Whether words of a head name a moment, and nothing else, so that it heads any values."""
    return bool(text) and all(map(_moment.fullmatch, _pieces(text)))


def named(head: str) -> str:
    """Return a head without what it says beyond a name: «Цена, руб.» is «Цена»."""
    pieces = _pieces(head)
    while len(pieces) > 1 and (is_piece(pieces[-1]) or _dates(pieces[-1])):
        pieces = pieces[:-1]
    return _up_to(pieces[-1], head) if pieces else ""


def _up_to(piece: str, head: str) -> str:
    """Return the words of a head up to the end of a piece; brackets that are open are closed."""
    head = cyrillic(head)
    end = head.find(piece) + len(piece)
    return head[:end] + ")" * (head[:end].count("(") - head[:end].count(")"))


def parted_from_unit(words: str) -> tuple[str, str]:
    """Return words over rows without the unit that they name for the sums below, and this unit.

    Where they say a sum themselves, its unit is of no other one.
    """
    pieces = () if _says_sum.search(words) else _pieces(words)
    units = list(filter(None, map(_unit_of_rows, pieces)))
    if not units:
        return words, ""
    while len(pieces) > 1 and _unit_of_rows(pieces[-1]):
        pieces = pieces[:-1]
    beyond_roubles = (unit for unit in units if not _roubles.fullmatch(unit))
    return _up_to(pieces[-1], words), next(beyond_roubles, "руб.")


def _unit_of_rows(said: str) -> str:
    """Return the unit of money that words name, be it «тыс.» alone, or nothing."""
    unit = _unit(said)
    is_of_money = _unit_of_money.fullmatch(unit) or _scale_of_money.fullmatch(unit)
    return unit if is_of_money else ""


@lru_cache(maxsize=2048)
def without_unit(text: str) -> str:
    """Return a heading without the unit of sums at its end: «Затраты, тыс. руб.» is «Затраты»."""
    found = _unit_at_end.search(text)
    name = text[: found.start()].rstrip() if found else ""
    return name or text


def first_piece(head: str) -> str:
    """Return the words of a head before anything that is set off from them."""
    return _pieces(head)[0] if _pieces(head) else ""


def scale_beyond(text: str, heading: str) -> str:
    """Return the unit of all sums of a section that its heading in a document names, if it does.

    Where the form itself names one, another is also told where it is plain roubles.
    """
    if fold(text) == fold(heading):
        return ""
    said, of_form = (_units_of_sums(each) for each in (text, heading))
    if not said or list(map(_short, said)) == list(map(_short, of_form)):
        return ""
    return said[0] if of_form or not _roubles.fullmatch(said[0]) else ""


def with_surplus(value: str, said: Surplus) -> str:
    """Return words that have a figure with the unit and the notes of their head."""
    if not any(map(str.isdigit, value)):
        return value
    united = in_unit(value, said.unit)
    return " ".join([united, *(f"({note})" for note in said.notes if note not in value)])


def is_figure(text: str) -> bool:
    """Whether words are a figure, or a range of them, and nothing else."""
    return _figures.fullmatch(text) is not None


def unit_of(head: str) -> str | None:
    """Return the unit that a head names beside its name; "" for plain roubles, None without one."""
    return surplus(head, first_piece(head)).unit or ("" if _units_of_sums(head) else None)


def is_in_money(head: str) -> bool:
    """Whether a head names a unit of sums of money."""
    return any(map(_unit_of_money.fullmatch, _units_of_sums(head)))


def unit_of_sums(head: str) -> str | None:
    """Return the unit of sums that a head names; "" for plain roubles, None without one."""
    units = _units_of_sums(head)
    named = (unit for unit in units if not _roubles.fullmatch(unit))
    return next(named, "" if units else None)


def speaks_of_money(head: str) -> bool:
    """Whether the values below a head are sums: it names them, or who pays."""
    return _sums.search(head) is not None or names_payer(head)


def names_payer(text: str) -> bool:
    """Whether words name a source of money."""
    return _payer.search(text) is not None


def is_sum(text: str) -> bool:
    """Whether words are a figure, with a unit or without, and nothing else."""
    found = _figure.match(text)
    rest = text[found.end() :].strip(" ()") if found else text
    return found is not None and (not rest or is_piece(rest))


def is_unit_of_money(words: str) -> bool:
    """Whether words are a unit of sums, of roubles or in thousands and millions of them."""
    unit = _unit(words.strip(" *()"))
    return bool(unit) and _money.search(unit) is not None


def in_unit(value: str, unit: str) -> str:
    """Return a figure with its unit; words that say more have it in brackets, or one of theirs."""
    if not unit or not any(map(str.isdigit, value)):
        return value
    if _figures.fullmatch(value):
        return f"{value} {unit}"
    says_one = _says_money if _scale_of_money.match(unit) or _currency.match(unit) else _says_unit
    return value if says_one.search(value) else f"{value} ({unit})"


def in_money(unit: str) -> str:
    """Return the unit of sums in words that are read as such: «тыс.» alone is of roubles."""
    is_said = _money.search(unit) and Money(f"1 {unit}").amount is not None
    if is_said or not _scale_of_money.match(unit) or re.search(_CURRENCY, unit, re.IGNORECASE):
        return unit
    return _short(unit)


def reads_like_answer(text: str) -> bool:
    """Whether the words in place of a head are a sentence, or longer than heads are."""
    return len(text) > _LONGEST_OF_OTHERS or _ends_sentence.search(text) is not None
