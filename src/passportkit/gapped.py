"""Words with gaps between them, and what a text has in the gaps."""

from __future__ import annotations

from collections.abc import Sequence


def filled_in(words: Sequence[str], text: str, *, least: int = 1) -> list[str] | None:
    """Return what a whole text has between `words`: each gap is as short as may be, in order.

    A gap has at least so many characters. None where the text does not have all the words in this
    order, and nothing before the first and behind the last.
    """
    first, *inner = words
    if not inner:
        return [] if text == first else None
    *inner, last = inner
    at, stop = len(first), len(text) - len(last)
    if not (text.startswith(first) and text.endswith(last)):
        return None
    gaps: list[str] = []
    for each in inner:
        end = text.find(each, at + least)
        if end < 0:
            return None
        gaps.append(text[at:end])
        at = end + len(each)
    return [*gaps, text[at:stop]] if stop - at >= least else None
