"""Which row of one table is which of another: the same words first, then those most alike."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import product

from passportkit.matching import matches
from passportkit.merge.order import UNKNOWN, Origin

RowTexts = tuple[str, ...]
"""The texts of the cells of a row, in order."""

_ALIKE = 0.4
"""From which likeness on two rows are taken for one."""

_CALLED_ALIKE = 0.85
"""How like each other the first words of two rows must be for them to be called alike."""

_FIRST = 3
"""How much more a word of the first column weighs: it says what the row is about."""

_SHORTEST = 4
"""How many letters of a word are never its ending."""

_FEW_PAIRS = 250_000
"""So many rows are compared each with each."""

_RARE = 20
"""Of more, a word that no more rows have tells one from another."""

_WordsByRow = Mapping[int, frozenset[tuple[str, int]]]

_WORDS = re.compile(r"\w+")


def aligned(
    mine: Sequence[RowTexts], theirs: Sequence[RowTexts], origin: Origin = UNKNOWN
) -> dict[int, int]:
    """Return by the number of a row of `mine` that of the same row of `theirs`.

    Two rows that differ, and stand in what both sides were made of as they are, are not one row;
    and of rows that are as much alike, those are one that stood nearest to each other there.
    """
    pairs = dict(_equal(mine, theirs))
    for key in (_plainly, _first_plainly):
        same = _same(mine, theirs, pairs, key)
        pairs.update((i, j) for i, j in same if not origin.are_two(i, j))
    pairs.update(_alike(mine, theirs, pairs, origin))
    return pairs


def are_called_alike(one: RowTexts, other: RowTexts) -> bool:
    """Whether the first cells of two rows say nearly the same."""
    name, another = one[0].lower(), other[0].lower()
    return name == another or SequenceMatcher(None, name, another).ratio() >= _CALLED_ALIKE


def completed(rows: Sequence[tuple[str | None, ...]], mine: Sequence[RowTexts]) -> list[RowTexts]:
    """Return rows with the texts that `mine` has in the columns that none of them has."""
    lacking = [index for index, cells in enumerate(zip(*rows, strict=True)) if set(cells) == {None}]
    full = [tuple(text or "" for text in row) for row in rows]
    if not lacking:
        return full
    known = [i for i in range(len(full[0])) if i not in lacking]
    theirs, ours = ([tuple(row[i] for i in known) for row in each] for each in (full, mine))
    partners = aligned(theirs, ours)
    return [
        tuple(
            mine[partners[number]][column] if column in lacking and number in partners else text
            for column, text in enumerate(row)
        )
        for number, row in enumerate(full)
    ]


def _equal(mine: Sequence[RowTexts], theirs: Sequence[RowTexts]) -> Iterator[tuple[int, int]]:
    """Yield the rows that are equal: those in the same order first, then those that have moved."""
    in_order = [
        (first + step, second + step)
        for first, second, size in matches(mine, theirs)
        for step in range(size)
    ]
    yield from in_order
    taken, used = {one for one, _ in in_order}, {two for _, two in in_order}
    waiting: dict[RowTexts, list[int]] = defaultdict(list)
    for index in _others(mine, taken)[::-1]:
        waiting[mine[index]].append(index)
    for index in _others(theirs, used):
        if waiting[theirs[index]]:
            yield waiting[theirs[index]].pop(), index


def _others(rows: Sequence[RowTexts], taken: Iterable[int]) -> list[int]:
    return [index for index in range(len(rows)) if index not in taken]


def _plainly(row: RowTexts) -> RowTexts:
    return tuple(" ".join(_WORDS.findall(text.lower())) for text in row)


def _first_plainly(row: RowTexts) -> RowTexts:
    return _plainly(row[:1])


def _same(
    mine: Sequence[RowTexts],
    theirs: Sequence[RowTexts],
    pairs: dict[int, int],
    key: Callable[[RowTexts], RowTexts],
) -> Iterator[tuple[int, int]]:
    """Yield the rows that are the only ones on both sides with a key."""
    sides = []
    for rows, taken in ((mine, pairs.keys()), (theirs, pairs.values())):
        by_key: dict[RowTexts, list[int]] = defaultdict(list)
        for index in _others(rows, set(taken)):
            by_key[key(rows[index])].append(index)
        sides.append(by_key)
    for words, here in sides[0].items():
        there = sides[1].get(words, [])
        if any(words) and len(here) == len(there) == 1:
            yield here[0], there[0]


def _alike(
    mine: Sequence[RowTexts], theirs: Sequence[RowTexts], pairs: dict[int, int], origin: Origin
) -> Iterator[tuple[int, int]]:
    """Yield the rows that are left over and alike, the most alike first."""
    places = _places(origin.mine, len(mine)), _places(origin.theirs, len(theirs))
    here = {i: _words(mine[i]) for i in _others(mine, set(pairs))}
    there = {j: _words(theirs[j]) for j in _others(theirs, set(pairs.values()))}
    found = []
    for i, j in _candidates(here, there):
        if origin.are_two(i, j):
            continue
        words, others = here[i], there[j]
        size = len(words) + len(others)
        if size and (likeness := 2 * len(words & others) / size) >= _ALIKE:
            found.append((-likeness, abs(places[0][i] - places[1][j]), i, j))
    taken: set[int] = set()
    used: set[int] = set()
    for _, _, i, j in sorted(found):
        if i not in taken and j not in used:
            taken.add(i)
            used.add(j)
            yield i, j


def _places(known: Mapping[int, int], count: int) -> list[int]:
    """Return where each row stood in what it was made of: one not known, behind the last."""
    places: list[int] = []
    for index in range(count):
        places.append(known.get(index, places[-1] + 1 if places else 0))
    return places


def _candidates(here: _WordsByRow, there: _WordsByRow) -> Iterator[tuple[int, int]]:
    """Yield the rows that may be alike; of very many those that share a word which few have."""
    if len(here) * len(there) <= _FEW_PAIRS:
        yield from product(here, there)
        return
    having: dict[tuple[str, int], list[int]] = defaultdict(list)
    for j, others in there.items():
        for word in others:
            having[word].append(j)
    for i, words in here.items():
        telling = (having[word] for word in words if word in having)
        yield from ((i, j) for j in {j for few in telling if len(few) <= _RARE for j in few})


def _words(row: RowTexts) -> frozenset[tuple[str, int]]:
    """Return the words of a row, each as often as it counts: a set is quick to compare."""
    counts: Counter[str] = Counter()
    for column, text in enumerate(row):
        for word in _WORDS.findall(text.lower()):
            counts[_stem(word)] += 1 if column else _FIRST
    return frozenset((word, time) for word, count in counts.items() for time in range(count))


def _stem(word: str) -> str:
    """Return a word without what Russian endings change."""
    return word[: max(_SHORTEST, len(word) - 2)] if word.isalpha() else word
