"""How wide things are: the sheet, the text on it, and the columns of a table."""

from __future__ import annotations

from collections.abc import Sequence

from passportkit.forms.model import Column, Profile
from passportkit.paper.model import PageSetup

PADDING = 85
"""Twentieths of a point between the border of a cell and its words, on the left and the right."""

_A4 = 210, 297
_MILLIMETRE, _TWENTIETH = 36_000, 635
"""In the units of Office Open XML, of which there are 914 400 to an inch."""

_NUMBER_WIDTH = 6.0
"""Percent of a table that the column of row numbers takes."""

_NUMBER_LEAST = 600
"""Twentieths of a point below which a number of three digits would be broken."""


def page_of(profile: Profile, *, is_turned: bool = False) -> PageSetup:
    """Return the sheets, upright or lying, and the type that a profile asks for.

    `is_turned`: they lie in any case. An upright one is turned with its margins, so that all sheets
    are bound at the same edge.
    """
    short, long = _A4
    is_lying = profile.orientation == "landscape"
    margins = profile.margins
    if is_turned and not is_lying:
        top, right, bottom, left = margins
        margins = left, top, right, bottom
    width, height = (long, short) if is_lying or is_turned else (short, long)
    return PageSetup(
        width=width,
        height=height,
        margins=margins,
        page_numbers=profile.page_numbers,
        font=profile.font,
        size=profile.size,
        line_spacing=profile.line_spacing,
    )


def text_width(page: PageSetup) -> int:
    """Return how wide the text of a page is, in twentieths of a point."""
    _top, right, _bottom, left = page.margins
    sheet = round(page.width * _MILLIMETRE / _TWENTIETH)  # Word has it in whole ones
    margins = sum(int(margin * _MILLIMETRE) for margin in (left, right))
    return (sheet * _TWENTIETH - margins) // _TWENTIETH


def column_widths(columns: Sequence[Column], width: int, number_width: float) -> tuple[int, ...]:
    """Share a width out: what the columns ask for, and the rest among those that don't.

    Before them goes the column of row numbers, unless its share is 0.
    """
    asked = [column.width for column in columns]
    whole = 100 - number_width
    rest = whole - sum(share for share in asked if share)
    free = asked.count(None)
    shares = [share or max(rest, 5.0 * free) / free for share in asked]
    # the number's is what the others leave: so all of them make 100
    return shared([100 - whole, *shares] if number_width else shares, width)


def least_number_width(width: int) -> float:
    """Return the percent of a table of this width that its row numbers need."""
    return max(_NUMBER_WIDTH, 100 * _NUMBER_LEAST / width)


def shared(shares: Sequence[float], width: int) -> tuple[int, ...]:
    """Turn shares into widths whose sum is exactly `width`."""
    ends = [round(width * sum(shares[: n + 1]) / sum(shares)) for n in range(len(shares))]
    return tuple(end - start for start, end in zip([0, *ends], ends, strict=False))
