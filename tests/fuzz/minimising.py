"""What of an input is needed to break the same law."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import count

_MOST_TRIALS = 200

IsBroken = Callable[[bytes], bool]


def minimised(content: bytes, is_broken: IsBroken) -> bytes:
    """Return a text without the lines, and then without the characters, that are not needed.

    After some trials it is left as it is by then.
    """
    content = _fewer(content.split(b"\n"), b"\n", is_broken)
    return _fewer([bytes([each]) for each in content], b"", is_broken)


def _fewer(pieces: Sequence[bytes], between: bytes, is_broken: IsBroken) -> bytes:
    """Return the pieces that are needed, tried in halves, in quarters, and so on."""
    start, size = 0, len(pieces) // 2
    for trial in count():
        if not size or trial == _MOST_TRIALS:
            break
        fewer = [*pieces[:start], *pieces[start + size :]]
        if is_broken(between.join(fewer)):
            pieces = fewer
        else:
            start += size
        if start >= len(pieces):
            start, size = 0, size // 2
    return between.join(pieces)
