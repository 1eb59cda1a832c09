"""What people write so that a cell is not empty."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from passportkit.intake.folding import fold

_ASKS = r"(?:заполн|укаж|указ|впис|вставь)\w*"
_BLANK = (
    r"[\s_.…·*«»\"/]*(?:(?<=_)[\s«»\"]*(?:тыс\.?|млн\.?)?\s*(?:руб\w*|чел\w*|шт|ед|г|₽|%)?\.?)?"
    rf"|\W*[(\[<{{]\s*{_ASKS}[^()\[\]<>{{}}]*[)\]>}}]\W*|\W*заполнить\W*"
)
_DASH = r"[\s–—-]*|[хx]{1,3}"
_blank = re.compile(_BLANK, re.IGNORECASE)
_dash = re.compile(_DASH, re.IGNORECASE)
_blank_or_dash = re.compile(f"{_BLANK}|{_DASH}", re.IGNORECASE)
_OF_WHAT = r"(?:(?:затрат|расход|средств|финансировани|данн)\w*)"
_NOT_DONE = (
    r"(?:име|требова|требу|предусм|планир|заплан|предполаг|примен|привлек|приним|разрабат|проводи"
    r"|осуществл|производ)\w*"
)
_nothing = re.compile(
    rf"(?:{_OF_WHAT} )?(?:нет|отсутству\w+|не было|не {_NOT_DONE})|(?:нет|без) {_OF_WHAT}|н д|н п"
)
_zero = re.compile(r"0+(?:[.,]0+)?(?!\d)\D*")
_SIGN_OF_DITTO = r"[–—-]\s*(?:/{1,2}|[\"″“”»«]|'')\s*[–—-]"
_ditto = re.compile(rf"[\s–—-]*(?:{_SIGN_OF_DITTO})[\s–—-]*")
_has_ditto = re.compile(_SIGN_OF_DITTO).search


def is_blank(text: str) -> bool:
    """Whether words are only a place to write: a line, dots, or the request to fill it in."""
    return not text or _blank.fullmatch(text) is not None


def is_nothing(text: str) -> bool:
    """Whether words are a place to write, or the sign of an empty cell: a dash, or «х»."""
    return not text or _blank_or_dash.fullmatch(text) is not None


def repeats_above(text: str) -> bool:
    """Whether a cell has only the sign that it says what the one above says: «-//-»."""
    return _ditto.fullmatch(text) is not None


def may_repeat_above(texts: Sequence[str]) -> bool:
    """Whether one of the cells of a row may say what the one above says: a cheap question."""
    return _has_ditto("\n".join(texts)) is not None


def say_nothing(texts: Iterable[str]) -> bool:
    """Whether all that is written in a row is that there is nothing; 0 beside such words, too."""
    are_zeros = False
    is_told = False
    for text in texts:
        if is_zero(text):
            are_zeros = True
        elif _dash.fullmatch(text) or _nothing.fullmatch(fold(text)):
            is_told = True
        else:
            return False
    return is_told or not are_zeros


def is_zero(text: str) -> bool:
    """Whether a figure is none, in whichever unit."""
    return _zero.fullmatch(text) is not None
