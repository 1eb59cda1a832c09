"""What two sequences have in common, in order: in time that grows with their length alone."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

_WINDOWS = (8, 4, 2, 1)
"""So many items in a row are looked for that come once on each side: what is surely the same."""

_MOST = 10_000_000
"""How many steps may be spent, in all, on comparing every item with every other."""


class Match(NamedTuple):
    """A stretch that both have: where it begins in the first and in the second, and its length."""

    first: int
    second: int
    size: int


class Alteration(NamedTuple):
    """Items of the first sequence up to `end`, and those of the second up to `stop` in their place.

    They are the same, or not; on one side there may be none.
    """

    is_same: bool
    first: int
    end: int
    begin: int
    stop: int


def matches(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Match]:
    """Return the stretches that both sequences have, in order.

    In short ones nothing is missed. In long ones, what comes again and again between two changes
    may count as changed.
    """
    numbers: dict[Hashable, int] = {}
    one, other = ([numbers.setdefault(item, len(numbers)) for item in side] for side in (old, new))
    return _joined(sorted(_Comparison(one, other).matches()))


def alterations(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[Alteration]:
    """Yield how the one sequence becomes the other: what stays and what does not, in order."""
    first = second = 0
    for match in [*matches(old, new), Match(len(old), len(new), 0)]:
        if first < match.first or second < match.second:
            yield Alteration(False, first, match.first, second, match.second)
        first, second = match.first + match.size, match.second + match.size
        if match.size:
            yield Alteration(True, match.first, first, match.second, second)


class _Gap(NamedTuple):
    """What is still to be compared: of the first sequence up to `end`, of the second to `stop`."""

    first: int
    end: int
    begin: int
    stop: int
    windows: Sequence[int] = _WINDOWS


class _Comparison:
    """Two sequences of numbers, taken apart where they are surely the same until little is left."""

    def __init__(self, old: Sequence[int], new: Sequence[int]) -> None:
        self._old, self._new = old, new
        self._found: list[Match] = []
        self._left = _MOST

    def matches(self) -> list[Match]:
        gaps = [_Gap(0, len(self._old), 0, len(self._new))]
        while gaps:
            gap = gaps.pop()
            if not self._is_compared(gap):
                gap = self._trimmed(gap)
                if not self._is_compared(gap) and gap.windows:
                    gaps += self._split(gap)
        return self._found

    def _is_compared(self, gap: _Gap) -> bool:
        """Compare every item of a gap with every other, unless that takes too long."""
        steps = self._steps(gap)
        if steps > self._left:
            return False
        self._left -= steps
        for match in SequenceMatcher(None, *self._sides(gap), autojunk=False).get_matching_blocks():
            self._found.append(Match(gap.first + match.a, gap.begin + match.b, match.size))
        return True

    def _trimmed(self, gap: _Gap) -> _Gap:
        """Take away what is the same at both ends."""
        old, new = self._old, self._new
        first, end, begin, stop, _ = gap
        while first < end and begin < stop and old[first] == new[begin]:
            first, begin = first + 1, begin + 1
        while first < end and begin < stop and old[end - 1] == new[stop - 1]:
            end, stop = end - 1, stop - 1
        self._found.append(Match(gap.first, gap.begin, first - gap.first))
        self._found.append(Match(end, stop, gap.end - end))
        return gap._replace(first=first, end=end, begin=begin, stop=stop)

    def _steps(self, gap: _Gap) -> int:
        """Return how long it takes at worst to compare all: equal pairs, for every match anew."""
        old, new = self._sides(gap)
        counts = Counter(old)
        pairs = sum(counts[item] for item in new)
        return (len(old) + pairs) * min(len(old), len(new))

    def _sides(self, gap: _Gap) -> tuple[Sequence[int], Sequence[int]]:
        return self._old[gap.first : gap.end], self._new[gap.begin : gap.stop]

    def _split(self, gap: _Gap) -> Iterator[_Gap]:
        """Yield what lies between stretches that come once on each side, in the same order."""
        size, *windows = gap.windows
        old, new = self._sides(gap)
        first, begin = gap.first, gap.begin
        for one, other in _rising(_unique(old, new, size)):
            at, there = gap.first + one, gap.begin + other
            if at >= first and there >= begin:
                yield _Gap(first, at, begin, there, windows)
                self._found.append(Match(at, there, size))
                first, begin = at + size, there + size
        yield _Gap(first, gap.end, begin, gap.stop, windows)


def _unique(old: Sequence[int], new: Sequence[int], size: int) -> list[tuple[int, int]]:
    """Return where each window begins that comes once on each side, in the order of the first."""
    here, there = (_once(side, size) for side in (old, new))
    return [(at, there[window]) for window, at in here.items() if window in there]


def _once(side: Sequence[int], size: int) -> dict[tuple[int, ...], int]:
    windows = list(zip(*(side[start:] for start in range(size)), strict=False))
    counts = Counter(windows)
    return {window: at for at, window in enumerate(windows) if counts[window] == 1}


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the most pairs of which both numbers rise; the first numbers do."""
    ends: list[int] = []  # the least second number that ends a run, by the length of the run
    last: list[int] = []  # the pair that it stands in
    before: list[int] = []
    for index, (_, number) in enumerate(pairs):
        length = bisect_left(ends, number)
        before.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [number]
        last[length : length + 1] = [index]
    found, index = list[tuple[int, int]](), last[-1] if last else -1
    while index >= 0:
        found.append(pairs[index])
        index = before[index]
    return found[::-1]


def _joined(found: Sequence[Match]) -> list[Match]:
    """Return matches without those that are empty; those that follow one another are one."""
    joined: list[Match] = []
    for match in found:
        last = joined[-1] if joined else Match(0, 0, 0)
        if joined and (last.first + last.size, last.second + last.size) == match[:2]:
            joined[-1] = last._replace(size=last.size + match.size)
        elif match.size:
            joined.append(match)
    return joined
