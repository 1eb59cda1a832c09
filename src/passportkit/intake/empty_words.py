"""What people write so that a cell is not empty."""

from __future__ import annotations

import re
from collections.abc import Sequence

from passportkit.intake.folding import fold

_ASKS = r"(?:заполн|укаж|указ|впис|вставь)\w*"
_BLANK = (
    r"[\s_.…·*«»\"/]*(?:(?<=_)[\s«»\"]*(?:тыс\.?|млн\.?)?\s*(?:руб\w*|чел\w*|шт|ед|г|₽|%)?\.?)?"
    rf"|\W*[(\[<{{]\s*{_ASKS}[^()\[\]<>{{}}]*[)\]>}}]\W*|\W*заполнить\W*"
)
_DASH = r"[\s–—-]*|[хx]{1,3}"
_blank = re.compile(_BLANK, re.IGNORECASE)
_dash = re.compile(_DASH, re.IGNORECASE)
_nothing = re.compile(f"{_BLANK}|{_DASH}", re.IGNORECASE)
_NOTHING = frozenset(
    "нет|не имеется|не имеются|не требуется|не требуются|не требовалось|не требовались"
    "|отсутствует|отсутствуют|не предусмотрено|не предусмотрены|не предусматривается"
    "|не планируется|не планируются|не применимо|не привлекались|не привлекаются"
    "|не принимались|не разрабатывались|нет данных|н д|н п".split("|")
)


def is_blank(text: str) -> bool:
    """Whether words are only a place to write: a line, dots, or the request to fill it in."""
    return not text or _blank.fullmatch(text) is not None


def is_nothing(text: str) -> bool:
    """Whether words are a place to write, or the sign of an empty cell: a dash, or «х»."""
    return not text or _nothing.fullmatch(text) is not None


def say_nothing(texts: Sequence[str]) -> bool:
    """Whether all that is written in a row is that there is nothing."""
    return all(_dash.fullmatch(text) or fold(text) in _NOTHING for text in texts)
