"""What could not be brought into a file."""

from __future__ import annotations

from collections.abc import Iterator

from passportkit.forms.place_words import label_of
from passportkit.forms.slots import Slot, TextSlot
from passportkit.language import say
from passportkit.merge.alignment import aligned
from passportkit.merge.outcome import Unmerged
from passportkit.merge.shown import Shown, in_lines

_NO_WAY = say("the file cannot say this here; move it by hand to where it belongs")
_STILL_SAID = say(
    "the practice still says it, because other fields do or because it may not go without; if it "
    "is to go, correct the practice by hand"
)
_WORKED_OUT = say("the form works this out of other values: correct those, if they are wrong")
_STAYS = say("the document does not have this row any more, but the file cannot go without it")
_NO_ORDER = say("the file cannot have its rows in this order")


def shortfall(slot: Slot, shown: Shown, meant: Shown) -> Iterator[Unmerged]:
    """Yield what a place was meant to show and does not."""
    if isinstance(shown, str) or isinstance(meant, str):
        if shown != meant:
            why = _NO_WAY if meant else _STILL_SAID
            is_computed = isinstance(slot, TextSlot) and slot.show.is_computed
            yield Unmerged(label_of(slot), str(meant), _WORKED_OUT if is_computed else why)
        return
    partners = {there: here for here, there in aligned(shown, meant).items()}
    for number, row in enumerate(meant):
        if number not in partners:
            yield Unmerged(label_of(slot), in_lines(row), _NO_WAY, number + 1)
            continue
        both = zip(shown[partners[number]], row, strict=True)
        for column, (there, words) in enumerate(both):
            if there != words:
                why = _NO_WAY if words else _STILL_SAID
                yield Unmerged(label_of(slot, column), words, why, number + 1)
    order = [partners[number] for number in sorted(partners)]
    for number in sorted({*range(len(shown))} - {*order}):
        yield Unmerged(label_of(slot), in_lines(shown[number]), _STAYS)
    if order != sorted(order):
        yield Unmerged(label_of(slot), in_lines([row[0] for row in meant]), _NO_ORDER)
