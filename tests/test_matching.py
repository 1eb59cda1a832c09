"""What two sequences have in common, however they were changed and however long they are."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import passportkit.matching
from passportkit.matching import alterations, matches
from tests.conftest import examples

law = settings(derandomize=True, deadline=None, max_examples=examples(100))
items = st.lists(st.sampled_from("абвгд"), max_size=40)

_SYLLABLES = "ка ро ми ла те но ва ли ста пе до ре ше гу".split()
_RANDOM = Random(7)
WORDS = ["".join(_RANDOM.choices(_SYLLABLES, k=_RANDOM.randint(1, 4))) for _ in range(2_000)]


def text(size: int) -> list[str]:
    """Return so many words as they come in a natural text: few of them make up most of it."""
    common = WORDS[:60]
    return [_RANDOM.choice(common if _RANDOM.random() < 0.4 else WORDS) for _ in range(size)]


def every_seventh(words: list[str]) -> list[str]:
    return [word + "!" if index % 7 == 0 else word for index, word in enumerate(words)]


def three(words: list[str]) -> list[str]:
    changed = {len(words) // 10, len(words) // 2, len(words) * 9 // 10}
    return ["иное" if index in changed else word for index, word in enumerate(words)]


def halves_swapped(words: list[str]) -> list[str]:
    middle = len(words) // 2
    return words[middle:] + words[:middle]


@law
@given(items, items)
def test_matches_are_the_same_on_both_sides_and_rise(old: list[str], new: list[str]) -> None:
    first = second = 0
    for match in matches(old, new):
        assert match.size
        assert (match.first, match.second) >= (first, second)
        first, second = match.first + match.size, match.second + match.size
        assert old[match.first : first] == new[match.second : second]


@law
@given(items, items)
def test_alterations_make_up_both_sides(old: list[str], new: list[str]) -> None:
    steps = [*alterations(old, new)]
    assert [item for step in steps for item in old[step.first : step.end]] == old
    assert [item for step in steps for item in new[step.begin : step.stop]] == new
    assert all(a.is_same != b.is_same for a, b in pairwise(steps))


@pytest.mark.parametrize(
    ("change", "share"), [(every_seventh, 6 / 7), (three, 0.999), (halves_swapped, 0.5)]
)
def test_of_a_long_text_all_that_was_kept_is_found(
    change: Callable[[list[str]], list[str]], share: float
) -> None:
    old = text(20_000)
    assert sum(match.size for match in matches(old, change(old))) >= share * len(old) - 1


class Counted(difflib.SequenceMatcher[int]):
    """Counts the steps of the only comparison that may take more of them than there are items."""

    steps = 0

    def __init__(self, _junk: None, one: Sequence[int], other: Sequence[int], **_: bool) -> None:
        super().__init__(None, one, other, autojunk=False)
        self._sides = one, other

    def find_longest_match(
        self, alo: int = 0, ahi: int | None = None, blo: int = 0, bhi: int | None = None
    ) -> difflib.Match:
        one, other = self._sides[0][alo:ahi], Counter(self._sides[1][blo:bhi])
        Counted.steps += len(one) + sum(other[item] for item in one)
        return super().find_longest_match(alo, ahi, blo, bhi)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (text(20_000), text(20_000)),
        (["а"] * 20_000, (["а"] * 9 + ["б"]) * 2_000),
        (WORDS[:20] * 1_000, three(WORDS[:20] * 1_000)),
        (["а", "б"] * 10_000, ["б", "а", "а", "б"] * 5_000),
        ([f"{n}" if n % 40 == 0 else "а" for n in range(20_000)],
         [f"{n}" if n % 40 == 0 else "аб"[n % 2] for n in range(20_000)]),
    ],
    ids=["all replaced", "one word", "a sentence", "two words", "with landmarks"],
)  # fmt: skip
def test_nothing_takes_more_steps_than_are_allowed(
    monkeypatch: pytest.MonkeyPatch, old: list[str], new: list[str]
) -> None:
    monkeypatch.setattr(passportkit.matching, "SequenceMatcher", Counted)
    monkeypatch.setattr(Counted, "steps", 0)
    matches(old, new)
    assert Counted.steps <= passportkit.matching._MOST
