"""How time grows with the input: the same kind of input once, twice and four times as long."""

from __future__ import annotations

import gc
import math
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple

from passportkit.__main__ import GARBAGE

TIMES = (1, 2, 4)
LONG_ENOUGH = 0.05
"""Seconds that the shortest input takes at least: what is shorter says more about the machine."""

AT_MOST = 1.25
"""What four times the input may take more for each of its units."""

ROUNDS, MOST_ROUNDS = 3, 12
"""How often all is measured; so often at most, where it seems to grow: a machine is never alone."""


Work = Callable[[], object]
"""What is timed."""


class Kind(NamedTuple):
    """A kind of input: `made` gives the work on an input of so many units.

    It begins with `size` units, which are doubled until they take long enough, up to `most`.
    """

    name: str
    unit: str
    made: Callable[[int], Work]
    size: int = 1_000
    most: int = 1_000_000


class Growth(NamedTuple):
    """What inputs of a kind took: seconds for each unit, at the size, twice and four times it."""

    name: str
    unit: str
    size: int
    took: Sequence[float]

    @property
    def ratio(self) -> float:
        """What a unit takes of the longest input, through one of the shortest."""
        return self.took[-1] / self.took[0]

    @property
    def is_kept(self) -> bool:
        """Whether time grows no faster than the input."""
        return self.ratio <= AT_MOST


def grown(kind: Kind) -> Growth:
    """Return how the time of a kind grows; garbage is looked for as seldom as in a process of ours.

    The least of some rounds counts: whatever else the machine does only adds to it.
    """
    gc.set_threshold(GARBAGE, *gc.get_threshold()[1:])
    size = kind.size
    kind.made(size)()  # what is loaded and compiled once counts for nobody
    while seconds(kind.made(size)) < LONG_ENOUGH and size * 2 <= kind.most:
        size *= 2
    works = [kind.made(size * times) for times in TIMES]
    least = [math.inf for _ in works]
    for round_ in range(MOST_ROUNDS):
        least = [min(known, seconds(work)) for known, work in zip(least, works, strict=True)]
        took = [each / (size * times) for each, times in zip(least, TIMES, strict=True)]
        growth = Growth(kind.name, kind.unit, size, took)
        if round_ + 1 >= ROUNDS and growth.is_kept:
            break
    return growth


def seconds(work: Work) -> float:
    """Return how many seconds of a processor `work` takes."""
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start
