"""Comparisons with peers: both run in turn, so that both meet the same moments of a machine."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

Work = Callable[[], object]
Pair = tuple[float, float]
"""Seconds of ours and of the peer, measured one after the other."""


def milliseconds(took: float) -> str:
    """Return a time with three digits that count."""
    took *= 1e3
    return f"{took:.0f} ms" if took >= 100 else f"{took:.1f} ms" if took >= 10 else f"{took:.2f} ms"


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was compared, and the times of each turn, or what else `in_words` tells.

    `at_most` is the ratio that is promised.
    """

    what: str
    ours: str
    peer: str
    pairs: tuple[Pair, ...]
    at_most: float | None = None
    in_words: Callable[[float], str] = milliseconds

    @property
    def times(self) -> Pair:
        """The medians of ours and of the peer."""
        ours, theirs = zip(*self.pairs, strict=True)
        return statistics.median(ours), statistics.median(theirs)

    @property
    def ratios(self) -> tuple[float, float, float]:
        """The median of the ratios, and the ends of their middle half."""
        ratios = sorted(ours / theirs for ours, theirs in self.pairs)
        quarter = len(ratios) // 4
        return statistics.median(ratios), ratios[quarter], ratios[-1 - quarter]

    @property
    def is_kept(self) -> bool:
        """Whether the promise is kept; without one there is nothing to break."""
        return self.at_most is None or self.ratios[0] <= self.at_most


def in_turn(ours: Work, theirs: Work, rounds: int, batch: int = 1) -> tuple[Pair, ...]:
    """Return the times of both in each round; a batch is how often one runs before the other."""
    return tuple((seconds(ours, batch), seconds(theirs, batch)) for _ in range(rounds))


def seconds(work: Work, batch: int = 1) -> float:
    """Return how long `work` takes once."""
    start = time.perf_counter()
    for _ in range(batch):
        work()
    return (time.perf_counter() - start) / batch


def show(comparisons: Iterable[Comparison]) -> None:
    """Print comparisons, for a person who waits for them."""
    for each in comparisons:
        print(each.what)
        for name, took in zip((each.ours, each.peer), each.times, strict=True):
            print(f"  {name:56}{each.in_words(took)}")
        print(f"  {'ratio':56}{spread(each)}{promise(each)}", flush=True)


def spread(each: Comparison) -> str:
    """Return a ratio, with the middle half of all turns behind it."""
    median, low, high = each.ratios
    return f"{ratio(median)} ({ratio(low)} to {ratio(high)})"


def ratio(value: float) -> str:
    """Return a ratio as people say it: `1/9.3` where ours is the quicker one by far."""
    return f"{value:.2f}" if value > 0.5 else f"1/{1 / value:.1f}"


def promise(each: Comparison) -> str:
    """Return what the ratio may be at most, where that is promised."""
    if each.at_most is None:
        return ""
    return f", at most {ratio(each.at_most)}" + ("" if each.is_kept else " – BROKEN")
