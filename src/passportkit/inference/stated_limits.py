"""How long an answer may be, as headings and notes say it: «не более 0,5 страницы»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_UP_TO = r"(?:не\s+(?:более|больше|превыша\w+)|до|максимум|объ[её]м\w*\s*[:–—-]?)\s+(?:чем\s+)?"
_found = re.compile(
    rf"{_UP_TO}(?P<many>\d[\d\s\xa0]*(?:[.,/]\d+)?|одной|одного|двух|тр[её]х|пол\w*|половины)\s*"
    r"(?:печатн\w+\s+|машинописн\w+\s+)?(?P<pages>стр|лист)?(?P<characters>знак|символ)?",
    re.IGNORECASE,
)
_NAMED = {"одной": 1.0, "одного": 1.0, "двух": 2.0, "трех": 3.0, "трёх": 3.0}
_MOST_PAGES = 100


def limit_in(*texts: str) -> dict[str, Any]:
    """Return the limit that one of some texts states, as `form.yaml` spells it; else nothing."""
    return next((limit for text in texts for limit in _limits(text)), {})


def _limits(text: str) -> Iterator[dict[str, Any]]:
    for found in _found.finditer(text):
        many = _number(found["many"])
        if found["pages"] and 0 < many <= _MOST_PAGES:
            yield {"pages": f"{many:g}"}
        elif found["characters"] and many >= 1:
            yield {"characters": f"{many:.0f}"}


def _number(words: str) -> float:
    small = words.lower()
    if small.startswith("пол"):
        return 0.5
    if small in _NAMED:
        return _NAMED[small]
    whole, slash, parts = re.sub(r"\s", "", small).replace(",", ".").partition("/")
    return float(whole) / float(parts) if slash and float(parts) else float(whole)
