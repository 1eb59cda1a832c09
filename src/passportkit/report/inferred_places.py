"""What became of the places of a blank document, in a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from passportkit.controls import visible
from passportkit.forms.place_words import heading_words, numbered
from passportkit.inference.inferred_form import InferredPlace
from passportkit.language import Message, Translator, mark, say, say_n, shortened
from passportkit.report.columns import filled

_HEADS = (mark("Place"), mark("shows"), mark("how sure"))
_LONGEST = 50
"""How many characters of a place are shown in the table."""

_KNOWN: Mapping[str, Message] = {"sure": say("surely"), "likely": say("look at it")}
"""How sure it is that a fact is meant which practices say already."""


def place_lines(
    places: Sequence[InferredPlace], translate: Translator, width: int
) -> Iterator[str]:
    """Yield a line for each place: what it shows now, and how sure that is; then how many."""
    if not places:
        return
    rows = [[translate(head) for head in _HEADS], *[_row(each, translate) for each in places]]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    is_wide = sum(widths) + 2 * (len(widths) - 1) <= width
    for row in rows if is_wide else rows[1:]:
        if is_wide:
            cells = [cell.ljust(each) for cell, each in zip(row, widths, strict=True)]
            yield "  ".join(cells).rstrip()
        else:
            yield filled(row[0], width)
            yield filled(f"→ {row[1]}, {row[2]}", width, "    ", "  ")
    yield translate(_tally(places))


def _row(place: InferredPlace, translate: Translator) -> list[str]:
    words = visible(numbered(place.number, heading_words(place.words)))
    known = _KNOWN.get(place.sureness)
    told = known or say("new fact: {kind}", kind=place.kind)
    return [shortened(words, _LONGEST), place.show, translate(told)]


def _tally(places: Sequence[InferredPlace]) -> Message:
    count = Counter(each.sureness for each in places)
    return say(
        "{places}: {sure} known, {likely} to be looked at, {new} new",
        places=say_n("{n} place", "{n} places", len(places)),
        sure=count["sure"],
        likely=count["likely"],
        new=count["new"],
    )
