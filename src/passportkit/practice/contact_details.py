"""How to reach somebody: telephone numbers, fax numbers and e-mail addresses in one cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from passportkit.language import mark
from passportkit.practice.view import View, ViewValues
from passportkit.practice.words import BLANKS
from passportkit.text.pattern import pattern

_FAX = pattern(rf"факс[.:]?[{BLANKS}]+(.+)", re.IGNORECASE | re.DOTALL)

_EMAIL = r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+"
_NUMBER = (
    rf"(?<![\w+])(?:\+?\d|\(\d)[\d(){BLANKS}–-]{{3,24}}\d(?!\w)"
    rf"(?:,?[{BLANKS}]?доб\.?[{BLANKS}]?\d{{1,6}})?"
)
_email = pattern(_EMAIL)
_one = pattern(rf"(?P<email>{_EMAIL})|{_NUMBER}")
has_number = pattern(rf"(?s:.*?){_NUMBER}(?s:.*)")
has_email = pattern(rf"(?s:.*?){_EMAIL}(?s:.*)")
_layout = pattern(
    r"(?:тел(?:ефоны?)?|факс|моб(?:ильный)?|сот(?:овый)?|раб(?:очий)?|дом(?:ашний)?|"
    r"e-?mail|эл(?:ектронн(?:ая|ый))?|почта|адрес|[\s,;:./#@])*",
    re.IGNORECASE,
)
"""What a layout may say: labels, and signs between them. Other words belong to a number."""

ContactLists = tuple[Sequence[str], Sequence[str], Sequence[str]]
"""Telephone numbers, fax numbers, e-mail addresses."""


def contact_details_view(by: str) -> View:
    """Return the view that puts numbers and addresses behind one another, joined with `by`.

    Where a cell has them in another order, or with other signs between, `layout` remembers how:
    `#` stands for each number, `@` for each address.
    """

    def show(*said: Sequence[str] | None) -> str:
        phones, fax, emails = ([words for words in each or () if words] for each in said[:3])
        laid_out = _fill(str(said[3]), (phones, fax, emails)) if said[3] else None
        return laid_out or by.join([*phones, *[f"факс {number}" for number in fax], *emails])

    def read(text: str) -> ViewValues | None:
        entries = text.split(by)
        simple = [_sorted(entries, _FAX), _sorted(entries, None)]
        clean = [way for way in simple if _is_clean(way)]
        for phones, fax, emails, layout in (*clean, *_laid_out(text), *simple):
            way = phones or None, fax or None, emails or None, layout
            if show(*way) == text and not any(map(_has_number, emails)):
                return way
        return None

    hint = mark("Telephone numbers with the area code, and e-mail addresses.")
    return View(("phones", "fax", "emails"), show, read, hint, manner=("layout",))


_CellParts = tuple[list[str], list[str], list[str], str | None]


def _sorted(entries: Sequence[str], fax: re.Pattern[str] | None) -> _CellParts:
    """Sort the entries of a cell; without a pattern of fax numbers these stay among the others."""
    way: _CellParts = [], [], [], None
    for entry in entries:
        if "@" in entry:
            way[2].append(entry)
        elif fax and (found := fax.fullmatch(entry)):
            way[1].append(found[1])
        else:
            way[0].append(entry)
    return way


def _is_clean(way: _CellParts) -> bool:
    """Whether each entry has one number at most, and each address stands alone."""
    numbers = [len(_one.findall(entry)) for entry in (*way[0], *way[1])]
    return max(numbers, default=0) < 2 and all(map(_email.fullmatch, way[2]))


def _has_number(entry: str) -> bool:
    return any(not found["email"] for found in _one.finditer(entry))


def _laid_out(text: str) -> Iterator[_CellParts]:
    """Take a cell apart into numbers and addresses, and a layout if that is all it has besides."""
    found = list(_one.finditer(text))
    layout = _one.sub(lambda one: "@" if one["email"] else "#", text)
    kinds = _kinds(layout)
    if found and len(kinds) == len(found) and _layout.fullmatch(layout):
        lists: tuple[list[str], list[str], list[str]] = [], [], []
        for kind, one in zip(kinds, found, strict=True):
            lists[kind].append(one[0])
        yield *lists, layout


def _fill(layout: str, lists: ContactLists) -> str | None:
    """Put numbers and addresses in their places; None where there are not just as many."""
    kinds = _kinds(layout)
    if [kinds.count(kind) for kind in range(3)] != [len(words) for words in lists]:
        return None
    waiting = [iter(words) for words in lists]
    parts = re.split("[#@]", layout)
    words = [next(waiting[kind]) for kind in kinds]
    return "".join([part + word for part, word in zip(parts, [*words, ""], strict=True)])


def _kinds(layout: str) -> list[int]:
    """Return of each place in a layout which of the lists it takes from."""
    pieces = re.split("([#@])", layout.lower())
    return [
        2 if sign == "@" else 1 if "факс" in before and "тел" not in before else 0
        for before, sign in zip(pieces[::2], pieces[1::2], strict=False)
    ]
