"""What people write so that a cell is not empty."""

from __future__ import annotations

import re
from collections.abc import Sequence

from passportkit.intake.folding import fold

_blank = re.compile(r"[\s_.…·*]*|\W*\((?:заполн|укаж|впис|вставь)\w*[^()]*\)\W*", re.IGNORECASE)
_dash = re.compile(r"[\s–—-]*")
_NOTHING = frozenset(
    "нет|не имеется|не требуется|не требовалось|отсутствует|отсутствуют|не предусмотрено"
    "|не принимались|не разрабатывались|нет данных".split("|")
)


def is_blank(text: str) -> bool:
    """Whether words are only a place to write: a line, dots, or the request to fill it in."""
    return not text or _blank.fullmatch(text) is not None


def are_dashes(texts: Sequence[str]) -> bool:
    """Whether all that is written in a row are dashes."""
    return all(_dash.fullmatch(text) for text in texts)


def say_nothing(texts: Sequence[str]) -> bool:
    """Whether all that is written in a row is that there is nothing."""
    return all(_dash.fullmatch(text) or fold(text) in _NOTHING for text in texts)
