"""Places for which the form computes a figure: it follows from facts, and nothing is merged there.

What somebody has written over one is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from passportkit.forms.computations import agrees
from passportkit.forms.filled import FormValues
from passportkit.forms.place_words import label_of
from passportkit.forms.slots import Slot, TextSlot
from passportkit.forms.unbind import unbind
from passportkit.language import say
from passportkit.merge.outcome import Unmerged
from passportkit.merge.shown import hashes
from passportkit.merge.state import MergeState

_FOLLOWS = say("this is computed: correct what it is computed of")


def parted(slots: Sequence[Slot]) -> tuple[list[TextSlot], list[Slot]]:
    """Return the places that are computed, and the others."""
    computed = [slot for slot in slots if isinstance(slot, TextSlot) and slot.is_computed]
    keys = {slot.key for slot in computed}
    return computed, [slot for slot in slots if slot.key not in keys]


def overwritten(
    after: MergeState, computed: Sequence[TextSlot], theirs: FormValues
) -> Iterator[Unmerged]:
    """Yield the words of a document in computed places that follow from nothing.

    They are not what the file comes to `after` the merge, nor what the document does, and they did
    not stand there when it was made.
    """
    for slot in computed:
        words, figure = after.said(slot, theirs), str(after.shown[slot.key])
        was = list(after.hashes(slot.key) or ())
        if not isinstance(words, str) or not words or hashes(words) == was:
            continue
        if not agrees(words, figure) and slot.key in dict(unbind(after.form, theirs).left):
            yield Unmerged(label_of(slot), words, _FOLLOWS)
