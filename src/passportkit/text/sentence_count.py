"""Sentences of a Russian text, counted as a reader counts them: what is shortened ends none."""

from __future__ import annotations

import re

from passportkit.text.pattern import pattern

_BEFORE_NAMES = frozenset(
    """
    г ул пр просп пер д кв корп стр пл наб ш им пос дер с р оз ст п пп гл рис табл см ср напр
    т тт гр проф акад доц тов тел моб эл ред св о к оф лит дом мкр ч е
    """.split()
)
"""What is shortened before the words that it belongs to: «ул. Мира», «им. Пушкина», «т. е.»."""

_SHORTENED = frozenset("руб коп тыс млн млрд чел шт др обл экз мин сек час кг км мес нед".split())
"""What is shortened and may end a sentence as well; before a figure it does not."""

_stop = pattern(
    r"(?<![.!?…])(?P<sign>[.!?…]++)[»\")\]]*+[ \t\xa0\u202f]++"
    r"(?=[«\"(\[–— -]*+(?:(?P<capital>[A-ZА-ЯЁ])|(?P<figure>\d)))"
)
_LONGEST = 12
"""How many characters before a stop are looked at."""

_word = pattern(r"[\w-]*\Z")
_and_so_on = pattern(r"т\.[ \xa0\u202f]?[дп]\Z")
_year = pattern(r"\d[ \xa0\u202f]?гг?\Z")
_GOES_ON = (":", ";", ",")


def sentences_in(text: str) -> int:
    """Return how many sentences plain words have: a line ends one, unless it goes on below."""
    count, is_open = 0, False
    for line in filter(None, map(str.strip, text.split("\n"))):
        count += sum(_ends_there(line, found) for found in _stop.finditer(line))
        count += not is_open
        is_open = line.endswith(_GOES_ON)
    return count


def _ends_there(line: str, found: re.Match[str]) -> bool:
    """Whether a sentence ends at a stop that a capital or a figure follows."""
    end = found.start()
    before = line[max(0, end - _LONGEST) : end]
    last = _word.search(before)
    word = last[0] if last else ""
    if found["sign"] != ".":
        return True
    if len(word) == end and word.isdecimal():  # the number of an item
        return False
    if word.lower() in _SHORTENED or _and_so_on.search(before) or _year.search(before):
        return found["capital"] is not None
    return word.lower() not in _BEFORE_NAMES and not _is_initial(word)


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word.isupper()
