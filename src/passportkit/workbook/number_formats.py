"""Numbers as a sheet shows them: «721 400,00», «40,0 %», «12.03.2021»; and how to make it so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import NamedTuple

from passportkit.workbook.date_formats import is_of_dates, shown_date

GENERAL = "General"
ROUBLES = "#,##0.00"
CODES: dict[str | None, str] = {
    "0": GENERAL,
    "1": "0",
    "2": "0.00",
    "3": "#,##0",
    "4": ROUBLES,
    **dict.fromkeys(("5", "6", "37", "38", "41", "42"), "#,##0"),
    **dict.fromkeys(("7", "8", "39", "40", "43", "44"), ROUBLES),
    "9": "0%",
    "10": "0.00%",
    "14": "dd.mm.yyyy",
    "15": "d mmm yy",
    "16": "d mmm",
    "17": "mmm yy",
    **dict.fromkeys(("18", "20"), "h:mm"),
    **dict.fromkeys(("19", "21"), "h:mm:ss"),
    "22": "dd.mm.yyyy h:mm",
    "45": "mm:ss",
    "46": "[h]:mm:ss",
    "47": "mm:ss",
    "49": "@",
}
"""The codes that workbooks have by their numbers alone, as Russian Excel shows them."""

_NO_BREAK = "\N{NO-BREAK SPACE}"
_PLAIN = frozenset({"", GENERAL.lower(), "standard", "основной", "@"})

_KNOWN = 15
"""How many digits of a number are known; what follows comes from its being binary."""

_DIGITS = 500
"""Of how many digits a number of a sheet has less, the greatest one in the smallest parts too."""

_MOST_PLACES = 30
"""How many digits a format shows of a fraction, at most."""

_ROOM = 10
"""How many digits of a fraction are shown where no format says how many."""

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|[_*].|\[(?P<bracket>[^\]]{0,255})\]'
    r"|(?P<digits>[0#?.][0#?.,]*)|(?P<sign>.)",
    re.DOTALL,
)
_BLANK_BETWEEN = re.compile(r'(?<=[#0])(?:\\?[ \xa0]|"[ \xa0]")(?=##)')
_SECTION = re.compile(r'(?:"[^"]*"?|\\.|[_*].|\[[^\]]{0,255}\]|[^;"\\_*\[]|\[)*', re.DOTALL)
_OTHERWISE = re.compile(r"E[+-]|\?/|/\?|#/", re.IGNORECASE)
"""What formats have that show a number by powers, or as a fraction."""


class ShownNumber(NamedTuple):
    """The words that a number is shown in, and whether they say less than it."""

    words: str
    is_rounded: bool = False


def shown(number: Decimal, code: str, *, from_1904: bool = False) -> ShownNumber:
    """Return how a number is shown by a format code, in Russian."""
    with localcontext(prec=_DIGITS):
        return _shown(number, code, from_1904=from_1904)


def _shown(number: Decimal, code: str, *, from_1904: bool) -> ShownNumber:
    if code.strip().lower() in _PLAIN or _OTHERWISE.search(code):
        return ShownNumber(_general(number))
    if is_of_dates(code):
        words = shown_date(number, next(_sections(code)), from_1904=from_1904)
        return ShownNumber(_general(number) if words is None else words)
    return _by_section(_known(number), [*_sections(code)])


def _known(number: Decimal) -> Decimal:
    if not number or not number.is_finite():
        return Decimal(0)
    return number.quantize(Decimal(1).scaleb(min(number.adjusted() - _KNOWN + 1, 0)))


def _general(number: Decimal) -> str:
    known = _known(number)
    if known != known.to_integral_value():
        places = max(_ROOM - 1 - max(known.adjusted(), 0), 0)
        known = known.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    digits = f"{known:f}"
    return (digits.rstrip("0").rstrip(".") if "." in digits else digits).replace(".", ",")


def _sections(code: str) -> Iterator[str]:
    """Yield the sections of a code: for what is above zero, below it, and zero."""
    at = 0
    while at <= len(code):
        found = _SECTION.match(code, at)
        assert found is not None  # an empty section is one
        yield found[0]
        at = max(found.end(), at) + 1


def _by_section(number: Decimal, sections: list[str]) -> ShownNumber:
    if number < 0 and len(sections) > 1 and re.search("[0#]", sections[1]):
        return _written(-number, sections[1])
    if number == 0 and len(sections) > 2 and re.search("[0#]", sections[2]):
        return _written(number, sections[2])
    written = _written(abs(number), sections[0])
    return written._replace(words=f"-{written.words}") if number < 0 else written


def _written(number: Decimal, section: str) -> ShownNumber:
    tokens = [*_TOKEN.finditer(_BLANK_BETWEEN.sub(",", section))]
    places = [each["digits"] for each in tokens if each["digits"]]
    scaled = number * 100 if any(each["sign"] == "%" for each in tokens) else number
    if not places:
        return ShownNumber(_general(number))
    digits, rounded = _masked(scaled, places) if len(places) > 1 else _digits(scaled, places[0])
    waiting = iter(digits)
    words = "".join(next(waiting) if each["digits"] else _literal(each) for each in tokens)
    return ShownNumber(words.strip(f" {_NO_BREAK}"), rounded)


def _literal(token: re.Match[str]) -> str:
    if token["bracket"] is not None:
        symbol = token["bracket"]
        return symbol[1:].partition("-")[0] if symbol.startswith("$") else ""
    return token["quoted"] or token["escaped"] or token["sign"] or ""


def _digits(number: Decimal, places: str) -> tuple[list[str], bool]:
    """Return a number by its one stretch of digits, such as `#,##0.00`."""
    bare = places.rstrip(",")
    number = number.scaleb(-3 * (len(places) - len(bare)))
    whole, _, fraction = bare.partition(".")
    fraction = fraction[:_MOST_PLACES]
    known = number.quantize(Decimal(1).scaleb(-len(fraction)), ROUND_HALF_UP)
    before, _, after = f"{known:{',' if ',' in whole else ''}f}".partition(".")
    least = len(fraction.rstrip("#?"))
    after = after[:least] + after[least:].rstrip("0")
    before = before.zfill(whole.count("0")) if known >= 1 or "0" in whole else ""
    before = before.replace(",", _NO_BREAK)
    return [f"{before},{after}" if after else before], known != number


def _masked(number: Decimal, places: list[str]) -> tuple[list[str], bool]:
    """Return the digits of a number by a mask, such as `000-000-000 00`, from its end."""
    digits = f"{number:.0f}".zfill(sum(each.count("0") for each in places))
    stretches: list[str] = []
    for each in reversed(places[1:]):
        size = len(each)
        stretches.append(digits[-size:])
        digits = digits[:-size]
    return [digits, *reversed(stretches)], number != number.to_integral_value()
